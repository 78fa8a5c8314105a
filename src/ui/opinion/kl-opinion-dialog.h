#pragma once

#include <adwaita.h>

#include "model/kl-draft.h"
#include "model/kl-plan.h"
#include "model/kl-verdict-tally.h"
#include "opinion/kl-proposal.h"

G_BEGIN_DECLS

#define KL_TYPE_OPINION_DIALOG (kl_opinion_dialog_get_type ())

G_DECLARE_FINAL_TYPE (KlOpinionDialog, kl_opinion_dialog, KL, OPINION_DIALOG, AdwWindow)

KlOpinionDialog *kl_opinion_dialog_new     (GtkWindow       *parent,
                                            KlPlan          *plan,
                                            KlSubject       *subject);
void             kl_opinion_dialog_compare (KlOpinionDialog *self,
                                            KlVerdictTally  *own,
                                            KlVerdictTally  *suggested,
                                            KlScore          own_score);
void             kl_opinion_dialog_ask     (KlOpinionDialog *self,
                                            const char      *explanation);
void             kl_opinion_dialog_paste   (KlOpinionDialog *self);

void             kl_opinion_dialog_take_verdicts (KlVerdictTally *chosen,
                                                  GListModel     *points,
                                                  KlDraft        *draft);

G_END_DECLS
