#pragma once

#include "kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_PLAN_WATCH (kl_plan_watch_get_type ())

G_DECLARE_FINAL_TYPE (KlPlanWatch, kl_plan_watch, KL, PLAN_WATCH, GObject)

KlPlanWatch *kl_plan_watch_for          (KlPlan      *plan);
KlPlan      *kl_plan_watch_get_plan     (KlPlanWatch *self);
GPtrArray   *kl_plan_watch_get_subjects (KlPlanWatch *self);

G_END_DECLS
