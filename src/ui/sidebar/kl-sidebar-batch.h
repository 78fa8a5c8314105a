#pragma once

#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

KlChange *kl_sidebar_batch_new_delete (KlPlan    *plan,
                                       GPtrArray *subjects);
KlChange *kl_sidebar_batch_new_depth  (GPtrArray *subjects,
                                       KlDepth    depth);

G_END_DECLS
