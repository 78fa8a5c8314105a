#pragma once

#include "model/kl-plan.h"

G_BEGIN_DECLS

GPtrArray *kl_dive_order_new (KlPlan     *plan,
                              GPtrArray  *subjects,
                              GHashTable *needs,
                              guint       limit);

G_END_DECLS
