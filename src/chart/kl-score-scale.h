#pragma once

#include <cairo.h>
#include <glib.h>

#include "kl-chart-text.h"

G_BEGIN_DECLS

/**
 * KlScoreScale:
 * @plot: where days and percent are drawn, in pixels
 * @first_day: the day at the left edge
 * @last_day: the day at the right edge; the same where there is only one day, which is then in the middle
 */
typedef struct
{
  cairo_rectangle_t plot;
  int               first_day;
  int               last_day;
} KlScoreScale;

/**
 * KlScoreTick:
 * @day: where it stands
 * @form: how its date is said
 */
typedef struct
{
  int         day;
  KlChartDate form;
} KlScoreTick;

#define KL_SCORE_SCALE_MAX_TICKS 24

void   kl_score_scale_init   (KlScoreScale            *self,
                              const cairo_rectangle_t *plot,
                              const int               *days,
                              guint                    n_days,
                              int                      today);
double kl_score_scale_get_x  (const KlScoreScale      *self,
                              int                      day);
double kl_score_scale_get_y  (const KlScoreScale      *self,
                              double                   percent);
void   kl_score_scale_spread (const KlScoreScale      *self,
                              const int               *days,
                              guint                    n_days,
                              double                   spacing,
                              double                  *positions);
guint  kl_score_scale_ticks  (const KlScoreScale      *self,
                              double                   label_width,
                              KlScoreTick              ticks[KL_SCORE_SCALE_MAX_TICKS]);

G_END_DECLS
