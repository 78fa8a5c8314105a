#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * KlChartShape:
 * @KL_CHART_SHAPE_CIRCLE: of the best band
 * @KL_CHART_SHAPE_TRIANGLE: of the second
 * @KL_CHART_SHAPE_DIAMOND: of the third
 * @KL_CHART_SHAPE_SQUARE: of the fourth
 * @KL_CHART_SHAPE_DOWN: of the fifth
 * @KL_CHART_SHAPE_CROSS: of all that follow
 * @KL_CHART_SHAPE_RIGHT: of no band
 * @KL_CHART_SHAPE_LEFT: of no band
 */
typedef enum
{
  KL_CHART_SHAPE_CIRCLE,
  KL_CHART_SHAPE_TRIANGLE,
  KL_CHART_SHAPE_DIAMOND,
  KL_CHART_SHAPE_SQUARE,
  KL_CHART_SHAPE_DOWN,
  KL_CHART_SHAPE_CROSS,
  KL_CHART_SHAPE_RIGHT,
  KL_CHART_SHAPE_LEFT,
} KlChartShape;

KlChartShape kl_chart_shape_for_rank (int           rank);
const char  *kl_chart_shape_get_text (KlChartShape  self);
void         kl_chart_shape_path     (KlChartShape  self,
                                      cairo_t      *cr,
                                      double        x,
                                      double        y,
                                      double        size);

G_END_DECLS
