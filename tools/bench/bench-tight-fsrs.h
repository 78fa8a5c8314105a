#pragma once

#include "coach/kl-training-set.h"

G_BEGIN_DECLS

double bench_tight_fsrs_rate  (const KlWeights        *weights,
                               const KlTrainingReview *reviews,
                               gsize                   n_reviews,
                               gsize                   n_history);
double bench_tight_fsrs_score (const KlWeights        *weights,
                               const KlTrainingReview *reviews,
                               gsize                   n_reviews,
                               gsize                   n_history);

G_END_DECLS
