#pragma once

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-draft.h"
#include "model/kl-verdict-tally.h"

G_BEGIN_DECLS

KlFeedback *kl_draft_record_new_feedback (KlFeedbackKind  kind,
                                          const char     *line);
KlAttempt  *kl_draft_record_new_attempt  (KlDraft        *draft,
                                          GListModel     *points,
                                          KlVerdictTally *suggested,
                                          double          offset,
                                          KlScore         score,
                                          const char     *date);

G_END_DECLS
