/* kl-insight-setting.c: what insights are seen by */

#include "config.h"

#include "kl-insight-setting.h"

#include "chart/kl-chart-bands.h"
#include "coach/kl-day-number.h"

#include "kl-plan-scheduler.h"

/**
 * kl_insight_setting_init:
 * @self: (out caller-allocates): a setting, to be cleared
 * @plan: a plan
 * @now: when it is, in the person's zone
 */
void
kl_insight_setting_init (KlInsightSetting *self,
                         KlPlan           *plan,
                         GDateTime        *now)
{
  self->zone = g_time_zone_ref (g_date_time_get_timezone (now));
  self->rollover = kl_plan_scheduler_get_day_start (plan);
  self->today = kl_day_number_of_time (now, self->rollover);
  self->bands = kl_chart_bands_new (kl_plan_get_bands (plan));
  self->retained_attempts = (guint) kl_plan_get_wish (plan, KL_WISH_RETAINED_ATTEMPTS);
  self->retained_score = kl_plan_get_wish (plan, KL_WISH_RETAINED_SCORE);
  self->language = g_strdup (kl_plan_get_language (plan));
}

/**
 * kl_insight_setting_clear:
 * @self: a setting
 */
void
kl_insight_setting_clear (KlInsightSetting *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->language, g_free);
}
