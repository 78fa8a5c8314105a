#pragma once

#include "kl-training-set.h"

G_BEGIN_DECLS

void kl_initial_stability_fit (const KlTrainingSet *set,
                               gint64               before,
                               KlWeights           *weights,
                               double              *certainty);

G_END_DECLS
