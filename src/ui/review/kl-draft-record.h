#pragma once

#include "model/kl-attempt.h"
#include "model/kl-draft.h"

G_BEGIN_DECLS

KlAttempt *kl_draft_record_new_attempt (KlDraft    *draft,
                                        GListModel *points,
                                        const char *date);

G_END_DECLS
