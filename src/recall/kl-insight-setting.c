/* kl-insight-setting.c: what insights are seen by */

#include "config.h"

#include "kl-insight-setting.h"

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
