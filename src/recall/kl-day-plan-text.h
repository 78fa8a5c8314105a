#pragma once

#include "kl-day-plan.h"
#include "kl-schedules.h"

G_BEGIN_DECLS

char *kl_day_plan_text_later (const KlDayPlan *self,
                              gint64           today);
char *kl_day_plan_text_next  (const KlDayPlan *self,
                              KlSchedules     *schedules,
                              gint64           today);

G_END_DECLS
