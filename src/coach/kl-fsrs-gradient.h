#pragma once

#include "kl-training-set.h"

G_BEGIN_DECLS

double kl_fsrs_gradient_add (const KlFsrs           *fsrs,
                             const KlTrainingReview *history,
                             gsize                   n_reviews,
                             gint64                  before,
                             KlMemoryState          *memories,
                             KlWeights              *gradient);

G_END_DECLS
