#pragma once

#include <adwaita.h>

#include "model/kl-verdict-value.h"

G_BEGIN_DECLS

#define KL_TYPE_PROPOSAL_VERDICT_ROW (kl_proposal_verdict_row_get_type ())

G_DECLARE_FINAL_TYPE (KlProposalVerdictRow, kl_proposal_verdict_row, KL, PROPOSAL_VERDICT_ROW, AdwActionRow)

GtkWidget      *kl_proposal_verdict_row_new        (guint                 point,
                                                    const char           *text,
                                                    KlVerdictValue        value,
                                                    const char           *why);
void            kl_proposal_verdict_row_compare    (KlProposalVerdictRow *self,
                                                    KlVerdictValue        own,
                                                    KlVerdictValue        suggested);
gboolean        kl_proposal_verdict_row_get_chosen (KlProposalVerdictRow *self);
guint           kl_proposal_verdict_row_get_point  (KlProposalVerdictRow *self);
KlVerdictValue  kl_proposal_verdict_row_get_value  (KlProposalVerdictRow *self);

G_END_DECLS
