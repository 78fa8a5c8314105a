#pragma once

#include <pango/pango.h>

#include "kl-chart-shape.h"
#include "kl-score-scale.h"
#include "kl-score-series.h"

G_BEGIN_DECLS

#define KL_SCORE_LAYOUT_MARK_SIZE 9.0

/**
 * KlScorePlace:
 * @x: a mark's centre
 * @y: a mark's centre
 * @y_low: the lower end of its range; @y where it is none
 * @y_high: the upper end of its range; @y where it is none
 * @y_first: of the score before it was amended; NaN where it was not
 */
typedef struct
{
  double x;
  double y;
  double y_low;
  double y_high;
  double y_first;
} KlScorePlace;

/**
 * KlScoreLabel:
 * @text: laid out
 * @area: where it stands
 * @hue: its colour
 * @strong: whether it is the title and not a caption
 */
typedef struct
{
  PangoLayout      *text;
  cairo_rectangle_t area;
  KlChartHue        hue;
  gboolean          strong;
} KlScoreLabel;

/**
 * KlScoreLayout:
 * @scale: days and percent as places
 * @field: the area of the bands, a little larger than the plot so that no mark is cut
 * @places: (element-type KlScorePlace): one for each mark of the series
 * @expected: (element-type KlScorePlace): what is expected since the last attempt
 * @labels: (element-type KlScoreLabel): all text
 * @today_x: the present; NaN where it is not shown
 */
typedef struct
{
  KlScoreScale      scale;
  cairo_rectangle_t field;
  GArray           *places;
  GArray           *expected;
  GArray           *labels;
  double            today_x;
} KlScoreLayout;

KlScoreLayout *kl_score_layout_new  (KlScoreSeries       *series,
                                     const char          *title,
                                     const KlChartStyle  *style,
                                     PangoContext        *context,
                                     double               width,
                                     double               height);
void           kl_score_layout_free (KlScoreLayout       *self);
int            kl_score_layout_find (const KlScoreLayout *self,
                                     double               x,
                                     double               y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlScoreLayout, kl_score_layout_free)

G_END_DECLS
