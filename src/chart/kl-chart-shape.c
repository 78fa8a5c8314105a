/* kl-chart-shape.c: the shapes that tell bands apart without colour */

#include "config.h"

#include "kl-chart-shape.h"

static void
path_polygon (cairo_t       *cr,
              double         x,
              double         y,
              double         radius,
              const double (*corners)[2],
              guint          n_corners)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_corners; i++)
    cairo_line_to (cr, x + radius * corners[i][0], y + radius * corners[i][1]);
  cairo_close_path (cr);
}

/**
 * kl_chart_shape_for_rank:
 * @rank: a band's place from the top, 0 for the best; below 0 for no band
 *
 * Returns: its shape
 */
KlChartShape
kl_chart_shape_for_rank (int rank)
{
  return (KlChartShape) CLAMP (rank, (int) KL_CHART_SHAPE_CIRCLE, (int) KL_CHART_SHAPE_CROSS);
}

/**
 * kl_chart_shape_get_text:
 * @self: a shape
 *
 * Returns: (transfer none): the character that looks like it, for text beside a chart
 */
const char *
kl_chart_shape_get_text (KlChartShape self)
{
  static const char *const texts[] = { "●", "▲", "◆", "■", "▼", "✚", "▶", "◀" };

  return texts[self];
}

/**
 * kl_chart_shape_path:
 * @self: a shape
 * @cr: where its outline is added to the path
 * @x: its centre
 * @y: its centre
 * @size: the diameter of the circle that has the same weight for the eye
 */
void
kl_chart_shape_path (KlChartShape  self,
                     cairo_t      *cr,
                     double        x,
                     double        y,
                     double        size)
{
  static const double triangle[][2] = { { 0, -1.15 }, { 1.15, 0.9 }, { -1.15, 0.9 } };
  static const double down[][2] = { { 0, 1.15 }, { 1.15, -0.9 }, { -1.15, -0.9 } };
  static const double right[][2] = { { 1.15, 0 }, { -0.9, 1.15 }, { -0.9, -1.15 } };
  static const double left[][2] = { { -1.15, 0 }, { 0.9, 1.15 }, { 0.9, -1.15 } };
  static const double diamond[][2] = { { 0, -1.25 }, { 1.25, 0 }, { 0, 1.25 }, { -1.25, 0 } };
  static const double square[][2] = { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } };
  static const double cross[][2] = {
    { -0.4, -1.1 }, { 0.4, -1.1 }, { 0.4, -0.4 }, { 1.1, -0.4 }, { 1.1, 0.4 }, { 0.4, 0.4 },
    { 0.4, 1.1 }, { -0.4, 1.1 }, { -0.4, 0.4 }, { -1.1, 0.4 }, { -1.1, -0.4 }, { -0.4, -0.4 },
  };
  double radius = size / 2;

  switch (self)
    {
    case KL_CHART_SHAPE_TRIANGLE:
      path_polygon (cr, x, y, radius, triangle, G_N_ELEMENTS (triangle));
      break;

    case KL_CHART_SHAPE_DIAMOND:
      path_polygon (cr, x, y, radius, diamond, G_N_ELEMENTS (diamond));
      break;

    case KL_CHART_SHAPE_SQUARE:
      path_polygon (cr, x, y, radius, square, G_N_ELEMENTS (square));
      break;

    case KL_CHART_SHAPE_DOWN:
      path_polygon (cr, x, y, radius, down, G_N_ELEMENTS (down));
      break;

    case KL_CHART_SHAPE_CROSS:
      path_polygon (cr, x, y, radius, cross, G_N_ELEMENTS (cross));
      break;

    case KL_CHART_SHAPE_RIGHT:
      path_polygon (cr, x, y, radius, right, G_N_ELEMENTS (right));
      break;

    case KL_CHART_SHAPE_LEFT:
      path_polygon (cr, x, y, radius, left, G_N_ELEMENTS (left));
      break;

    case KL_CHART_SHAPE_CIRCLE:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    }
}
