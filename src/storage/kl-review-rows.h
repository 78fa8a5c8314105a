#pragma once

#include "model/kl-attempt-facts.h"

G_BEGIN_DECLS

/**
 * KlReviewRows:
 *
 * What a library knows of when subjects were explained and studied, without a model object for any of it: the subjects
 * that were asked for and are in the plan, each with its attempts and sessions. It is filled once and then only read,
 * by any thread.
 */
typedef struct _KlReviewRows KlReviewRows;

KlReviewRows         *kl_review_rows_new            (void);
KlReviewRows         *kl_review_rows_ref            (KlReviewRows         *self);
void                  kl_review_rows_unref          (KlReviewRows         *self);

guint                 kl_review_rows_add_subject    (KlReviewRows         *self,
                                                     const char           *id);
void                  kl_review_rows_add_attempt    (KlReviewRows         *self,
                                                     guint                 subject,
                                                     const KlAttemptFacts *attempt);
void                  kl_review_rows_add_session    (KlReviewRows         *self,
                                                     guint                 subject,
                                                     const KlSessionFacts *session);
void                  kl_review_rows_group          (KlReviewRows         *self);

guint                 kl_review_rows_get_n_subjects (const KlReviewRows   *self);
const char           *kl_review_rows_get_subject_id (const KlReviewRows   *self,
                                                     guint                 subject);
const KlAttemptFacts *kl_review_rows_get_attempts   (const KlReviewRows   *self,
                                                     guint                 subject,
                                                     gsize                *n_attempts);
const KlSessionFacts *kl_review_rows_get_sessions   (const KlReviewRows   *self,
                                                     guint                 subject,
                                                     gsize                *n_sessions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReviewRows, kl_review_rows_unref)

G_END_DECLS
