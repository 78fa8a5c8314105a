/* kl-score-line.c: which marks of a score history are seen, where they stand, and the line through them */

#include "config.h"

#include "kl-score-line.h"

/* A mark with its ring, and a little air. */
#define MARK_SPACING 16.0
/* So many pixels a mark at least, or only the extremes are told apart. */
#define DENSE 2.5

static double
get_x (const KlScoreLine *self,
       guint              index)
{
  return kl_score_scale_get_x (self->scale, kl_score_series_get_mark (self->series, index)->day);
}

/* The first mark at @edge or right of it; their days are in order. */
static guint
find_from (const KlScoreLine *self,
           double             edge)
{
  guint low = 0, high = kl_score_series_get_n_marks (self->series);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_x (self, middle) < edge)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * kl_score_line_init:
 * @self: (out caller-allocates): a line
 * @series: a score history, which outlives the line
 * @scale: days and percent as places, which outlives the line
 */
void
kl_score_line_init (KlScoreLine        *self,
                    KlScoreSeries      *series,
                    const KlScoreScale *scale)
{
  g_autofree int *days = NULL;

  *self = (KlScoreLine) { .series = series, .scale = scale };
  self->first = find_from (self, scale->plot.x - 0.5);
  self->n_marks = find_from (self, scale->plot.x + scale->plot.width + 0.5) - self->first;
  if (self->n_marks > scale->plot.width / DENSE && self->n_marks > 60)
    return;

  days = g_new0 (int, self->n_marks + 1);
  self->places = g_new0 (double, self->n_marks + 1);
  for (guint i = 0; i < self->n_marks; i++)
    days[i] = kl_score_series_get_mark (series, self->first + i)->day;
  kl_score_scale_spread (scale, days, self->n_marks, MARK_SPACING, self->places);
}

/**
 * kl_score_line_clear:
 * @self: a line
 */
void
kl_score_line_clear (KlScoreLine *self)
{
  g_clear_pointer (&self->places, g_free);
}

/* With a look at the notes it is another measure: it does not belong to the line. */
static void
add_point (const KlScoreLine *self,
           KlChartSheet      *sheet,
           guint              index,
           double             x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);

  if (!mark->assisted)
    kl_chart_sheet_add_point (sheet, x, kl_score_scale_get_y (self->scale, mark->value));
}

/* The nearest mark from there that belongs to the line. */
static void
add_neighbour (const KlScoreLine *self,
               KlChartSheet      *sheet,
               int                index,
               int                step)
{
  int n_all = (int) kl_score_series_get_n_marks (self->series);

  while (index >= 0 && index < n_all && kl_score_series_get_mark (self->series, (guint) index)->assisted)
    index += step;
  if (index >= 0 && index < n_all)
    add_point (self, sheet, (guint) index, get_x (self, (guint) index));
}

/* Moves the last point of a line back to where it leaves what is seen. */
static void
cut_end (KlChartSheet      *sheet,
         const KlChartItem *item,
         double             right)
{
  double *last = &g_array_index (sheet->points, double, 2 * (item->first_point + item->n_points - 1));
  const double *before = last - 2;

  if (item->n_points < 2 || last[0] <= right || before[0] >= right)
    return;

  last[1] = before[1] + (last[1] - before[1]) * (right - before[0]) / (last[0] - before[0]);
  last[0] = right;
}

/**
 * kl_score_line_lay:
 * @self: a line whose marks can be told apart
 * @sheet: where it is drawn
 * @right: beyond which it does not reach
 * @color: in which colour
 *
 * From the last mark before those that are seen to the first one after them.
 *
 * Returns: (transfer none): the line, to set more about it; right until something else is added
 */
KlChartItem *
kl_score_line_lay (const KlScoreLine *self,
                   KlChartSheet      *sheet,
                   double             right,
                   KlChartColor       color)
{
  KlChartItem *item;

  add_neighbour (self, sheet, (int) self->first - 1, -1);
  for (guint i = 0; i < self->n_marks; i++)
    add_point (self, sheet, self->first + i, self->places[i]);
  add_neighbour (self, sheet, (int) (self->first + self->n_marks), 1);

  item = kl_chart_sheet_end_points (sheet, KL_CHART_ITEM_LINE, -1, color);
  item->inside = TRUE;
  cut_end (sheet, item, right);
  return item;
}
