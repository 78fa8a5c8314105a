#pragma once

#include "kl-chart-text.h"
#include "kl-chart-view.h"

G_BEGIN_DECLS

/**
 * KlTimeScale:
 * @x: the left edge, in pixels
 * @width: in pixels
 * @first_day: the first day of all, as in #GDate; 0 where there is none
 * @last_day: the last day of all; where it is the first, that one is in the middle
 * @from: the day at the left edge of what is seen, which may be between two
 * @to: the day at the right edge
 */
typedef struct
{
  double x;
  double width;
  int    first_day;
  int    last_day;
  double from;
  double to;
} KlTimeScale;

/**
 * KlTimeTick:
 * @day: where it stands
 * @form: how its date is said
 */
typedef struct
{
  int         day;
  KlChartDate form;
} KlTimeTick;

#define KL_TIME_SCALE_MAX_TICKS 24

void   kl_time_scale_init    (KlTimeScale       *self,
                              double             x,
                              double             width,
                              int                first_day,
                              int                last_day,
                              KlChartView        view);
double kl_time_scale_get_x   (const KlTimeScale *self,
                              int                day);
int    kl_time_scale_get_day (const KlTimeScale *self,
                              double             x);
guint  kl_time_scale_ticks   (const KlTimeScale *self,
                              double             label_width,
                              GDateWeekday       first_weekday,
                              KlTimeTick         ticks[KL_TIME_SCALE_MAX_TICKS]);

G_END_DECLS
