/* kl-map-curve.c: a Bézier curve, point by point
 *
 * x and y in turn: one point, and then three for each part.
 */

#include "config.h"

#include "kl-map-curve.h"

/**
 * kl_map_curve_begin:
 * @points: (element-type double): gets the first point
 * @x: where it is
 * @y: the same
 */
void
kl_map_curve_begin (GArray *points,
                    double  x,
                    double  y)
{
  const double all[] = { x, y };

  g_array_append_vals (points, all, G_N_ELEMENTS (all));
}

/**
 * kl_map_curve_bend_to:
 * @points: (element-type double): a curve that was begun
 * @x: where it goes
 * @y: the same
 * @bend1: how far it goes on sideways from where it is, to the left where that is negative
 * @bend2: from how far it comes sideways to where it goes, from the left where that is negative
 */
void
kl_map_curve_bend_to (GArray *points,
                      double  x,
                      double  y,
                      double  bend1,
                      double  bend2)
{
  const double all[] = { g_array_index (points, double, points->len - 2) + bend1,
                         g_array_index (points, double, points->len - 1), x + bend2, y, x, y };

  g_array_append_vals (points, all, G_N_ELEMENTS (all));
}

/**
 * kl_map_curve_go_to:
 * @points: (element-type double): a curve that was begun
 * @x: where it goes straight
 * @y: the same
 */
void
kl_map_curve_go_to (GArray *points,
                    double  x,
                    double  y)
{
  double from_x = g_array_index (points, double, points->len - 2);
  double from_y = g_array_index (points, double, points->len - 1);
  const double all[] = { (2 * from_x + x) / 3, (2 * from_y + y) / 3, (from_x + 2 * x) / 3, (from_y + 2 * y) / 3, x, y };

  g_array_append_vals (points, all, G_N_ELEMENTS (all));
}
