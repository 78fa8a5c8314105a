#pragma once

#include "model/kl-attempt-facts.h"

#include "kl-learning-calendar.h"
#include "kl-review.h"

G_BEGIN_DECLS

void kl_attempt_reviews_read (GArray               *reviews,
                              const KlAttemptFacts *attempts,
                              gsize                 n_attempts,
                              const KlSessionFacts *sessions,
                              gsize                 n_sessions,
                              KlLearningCalendar   *calendar);

G_END_DECLS
