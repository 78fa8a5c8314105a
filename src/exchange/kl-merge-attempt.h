#pragma once

#include "kl-merge-questions.h"
#include "model/kl-attempt.h"
#include "model/kl-change.h"

G_BEGIN_DECLS

/**
 * KlMergeAttempt:
 * @KL_MERGE_ATTEMPT_SAME: the document says nothing new
 * @KL_MERGE_ATTEMPT_AMENDED: it gives another score, which becomes an amendment
 * @KL_MERGE_ATTEMPT_KEPT: it changed what was recorded, which stays
 */
typedef enum
{
  KL_MERGE_ATTEMPT_SAME,
  KL_MERGE_ATTEMPT_AMENDED,
  KL_MERGE_ATTEMPT_KEPT,
} KlMergeAttempt;

KlMergeAttempt kl_merge_attempt_update (KlChange         *change,
                                        KlAttempt        *imported,
                                        KlAttempt        *base,
                                        KlAttempt        *stored,
                                        KlMergeQuestions *questions);

G_END_DECLS
