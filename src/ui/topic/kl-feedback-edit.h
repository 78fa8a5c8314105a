#pragma once

#include "model/kl-attempt.h"
#include "model/kl-change.h"
#include "model/kl-feedback.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

KlChange *kl_feedback_edit_new_words  (KlSubject  *subject,
                                       KlAttempt  *attempt,
                                       KlFeedback *item,
                                       const char *words,
                                       const char *right,
                                       const char *date);
KlChange *kl_feedback_edit_new_add    (KlSubject  *subject,
                                       KlAttempt  *attempt,
                                       KlFeedback *item,
                                       const char *date);
KlChange *kl_feedback_edit_new_remove (KlSubject  *subject,
                                       KlAttempt  *attempt,
                                       GPtrArray  *items,
                                       const char *date);

G_END_DECLS
