/* kl-score-scale.c: days and percent as places in a picture, and several marks of a day side by side */

#include "config.h"

#include "kl-score-scale.h"

#include "kl-places.h"

/* How far apart two marks of different days are kept, as a part of what two of one day are. */
#define NEIGHBOUR_SPACING 0.35

/**
 * kl_score_scale_init:
 * @self: (out caller-allocates): a scale
 * @plot: where to draw, in pixels
 * @first_day: the first day of all, as in #GDate; 0 where there is none
 * @last_day: the last one
 * @view: the part of the days that is seen
 */
void
kl_score_scale_init (KlScoreScale            *self,
                     const cairo_rectangle_t *plot,
                     int                      first_day,
                     int                      last_day,
                     KlChartView              view)
{
  self->plot = *plot;
  self->plot.width = MAX (plot->width, 0);
  self->plot.height = MAX (plot->height, 0);
  kl_time_scale_init (&self->time, plot->x, plot->width, first_day, last_day, view);
  kl_value_scale_init (&self->percent, 0, 100, self->plot.y + self->plot.height, self->plot.y);
}

/**
 * kl_score_scale_get_x:
 * @self: a scale
 * @day: a Julian day; what has none stands at the first one
 *
 * Returns: its place from the left, inside the plot; the middle where all is one day
 */
double
kl_score_scale_get_x (const KlScoreScale *self,
                      int                 day)
{
  return kl_time_scale_get_x (&self->time, day);
}

/**
 * kl_score_scale_get_y:
 * @self: a scale
 * @percent: 0–100; what lies outside stands at the edge
 *
 * Returns: its place from the top, inside the plot
 */
double
kl_score_scale_get_y (const KlScoreScale *self,
                      double              percent)
{
  return kl_value_scale_get_place (&self->percent, percent);
}

/**
 * kl_score_scale_spread:
 * @self: a scale
 * @days: (array length=n_days): Julian days in ascending order
 * @n_days: how many
 * @spacing: how far apart marks of one day are to stand, in pixels
 * @positions: (array length=n_days) (out caller-allocates): the places from the left
 *
 * Places the marks as near to their days as they can be with several of one day side by side, in their order and
 * inside the plot. Where there is not enough room for all, they move closer together.
 */
void
kl_score_scale_spread (const KlScoreScale *self,
                       const int          *days,
                       guint               n_days,
                       double              spacing,
                       double             *positions)
{
  g_autofree double *offsets = g_new0 (double, n_days + 1);

  for (guint i = 0; i < n_days; i++)
    {
      positions[i] = kl_score_scale_get_x (self, days[i]);
      if (i > 0)
        offsets[i] = offsets[i - 1] + (days[i] == days[i - 1] ? spacing : spacing * NEIGHBOUR_SPACING);
    }
  kl_places_spread (positions, offsets, n_days, self->plot.x, self->plot.x + self->plot.width);
}
