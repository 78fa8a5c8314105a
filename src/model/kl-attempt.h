#pragma once

#include "kl-amendment.h"
#include "kl-record.h"
#include "kl-score.h"

G_BEGIN_DECLS

#define KL_TYPE_ATTEMPT (kl_attempt_get_type ())

G_DECLARE_FINAL_TYPE (KlAttempt, kl_attempt, KL, ATTEMPT, KlRecord)

gint64      kl_attempt_get_number      (KlAttempt *self);
const char *kl_attempt_get_date        (KlAttempt *self);
double      kl_attempt_get_low         (KlAttempt *self);
double      kl_attempt_get_high        (KlAttempt *self);
const char *kl_attempt_get_label       (KlAttempt *self);
double      kl_attempt_get_guess       (KlAttempt *self);
gboolean    kl_attempt_get_assisted    (KlAttempt *self);
gint64      kl_attempt_get_seconds     (KlAttempt *self);
const char *kl_attempt_get_explanation (KlAttempt *self);
double      kl_attempt_get_suggested   (KlAttempt *self);
const char *kl_attempt_get_source      (KlAttempt *self);
GListModel *kl_attempt_get_feedback    (KlAttempt *self);
GListModel *kl_attempt_get_verdicts    (KlAttempt *self);
GListModel *kl_attempt_get_amendments  (KlAttempt *self);

KlScore     kl_attempt_get_first_score (KlAttempt *self);
KlScore     kl_attempt_get_score       (KlAttempt *self);
gboolean    kl_attempt_has_other_score (KlAttempt *self);

KlAmendment *kl_attempt_dup_first_amendment (KlAttempt  *self,
                                             const char *item);

int         kl_attempt_compare         (KlAttempt *a,
                                        KlAttempt *b);

G_END_DECLS
