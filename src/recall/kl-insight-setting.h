#pragma once

#include "model/kl-plan.h"

G_BEGIN_DECLS

/**
 * KlInsightSetting:
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 * @today: the number of the day that it is
 * @bands: (element-type KlChartBand): the plan's bands, best first
 * @retained_attempts: how many good attempts on different days make a subject one that is retained
 * @retained_score: what makes an attempt one of them, in percent
 * @language: (nullable): the language of the plan
 *
 * What insights are seen by.
 */
typedef struct
{
  GTimeZone *zone;
  guint      rollover;
  gint64     today;
  GArray    *bands;
  guint      retained_attempts;
  double     retained_score;
  char      *language;
} KlInsightSetting;

void kl_insight_setting_init  (KlInsightSetting *self,
                               KlPlan           *plan,
                               GDateTime        *now);
void kl_insight_setting_clear (KlInsightSetting *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KlInsightSetting, kl_insight_setting_clear)

G_END_DECLS
