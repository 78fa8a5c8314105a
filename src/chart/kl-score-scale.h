#pragma once

#include <cairo.h>
#include <glib.h>

#include "kl-time-scale.h"
#include "kl-value-scale.h"

G_BEGIN_DECLS

/**
 * KlScoreScale:
 * @plot: where days and percent are drawn, in pixels
 * @time: from the left to the right edge of @plot
 * @percent: from its bottom, 0, to its top, 100
 */
typedef struct
{
  cairo_rectangle_t plot;
  KlTimeScale       time;
  KlValueScale      percent;
} KlScoreScale;

void   kl_score_scale_init   (KlScoreScale            *self,
                              const cairo_rectangle_t *plot,
                              int                      first_day,
                              int                      last_day,
                              KlChartView              view);
double kl_score_scale_get_x  (const KlScoreScale      *self,
                              int                      day);
double kl_score_scale_get_y  (const KlScoreScale      *self,
                              double                   percent);
void   kl_score_scale_spread (const KlScoreScale      *self,
                              const int               *days,
                              guint                    n_days,
                              double                   spacing,
                              double                  *positions);

G_END_DECLS
