#pragma once

#include "model/kl-plan.h"
#include "storage/kl-library.h"

#include "kl-map-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_PLAN_MAP (kl_plan_map_get_type ())

/**
 * KlPlanMap:
 *
 * The map of a plan, kept up to date while somebody looks.
 */
G_DECLARE_FINAL_TYPE (KlPlanMap, kl_plan_map, KL, PLAN_MAP, GObject)

KlPlanMap    *kl_plan_map_new           (KlLibrary            *library,
                                         KlPlan               *plan);
void          kl_plan_map_set_following (KlPlanMap            *self,
                                         gboolean              following);
void          kl_plan_map_try_again     (KlPlanMap            *self);
void          kl_plan_map_load_async    (KlPlanMap            *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean      kl_plan_map_load_finish   (KlPlanMap            *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_plan_map_is_loaded     (KlPlanMap            *self);
const GError *kl_plan_map_get_failure   (KlPlanMap            *self);
KlMapChart   *kl_plan_map_get_chart     (KlPlanMap            *self);

G_END_DECLS
