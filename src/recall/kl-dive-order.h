#pragma once

#include "model/kl-plan.h"

#include "kl-prospects.h"

G_BEGIN_DECLS

GPtrArray *kl_dive_order_new (KlPlan      *plan,
                              KlProspects *prospects,
                              GHashTable  *needs,
                              guint        limit);

G_END_DECLS
