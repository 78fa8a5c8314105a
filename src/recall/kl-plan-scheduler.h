#pragma once

#include "coach/kl-scheduler.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

void  kl_plan_scheduler_init          (KlScheduler *self,
                                       KlPlan      *plan);
guint kl_plan_scheduler_get_day_start (KlPlan      *plan);

G_END_DECLS
