/* kl-score-dense.c: more marks than there are pixels to tell them apart
 *
 * Each column of pixels shows from the lowest to the highest score of its days, and those two in their bands' colours:
 * however far away one is, no extreme is lost. They can be pointed at; the others by looking closer. Attempts with a
 * look at the notes are another measure: their extremes stand for themselves, faint, and no line leads to them.
 */

#include "config.h"

#include "kl-score-dense.h"

#include <math.h>

/* How high the coloured end of a column is. */
#define TIP 3.0
#define LINE_WIDTH 2.0

/**
 * Range:
 * @lowest: the index of the mark with the lowest score, -1 where there is none
 * @highest: the index of the mark with the highest
 * @low: the lowest score
 * @high: the highest
 * @first: the first score
 * @last: the last
 */
typedef struct
{
  int lowest;
  int highest;
  double low;
  double high;
  double first;
  double last;
} Range;

/**
 * Column:
 * @line: the attempts from memory
 * @assisted: those with a look at the notes
 */
typedef struct
{
  Range line;
  Range assisted;
} Column;

static void
add_value (Range  *self,
           int     index,
           double  value)
{
  if (self->lowest < 0)
    *self = (Range) { index, index, value, value, value, value };

  self->last = value;
  if (value < self->low)
    {
      self->lowest = index;
      self->low = value;
    }
  if (value > self->high)
    {
      self->highest = index;
      self->high = value;
    }
}

/* In one pass; the marks are in the order of their days. */
static Column *
collect (KlScoreSeries      *series,
         const KlScoreScale *scale,
         guint               first,
         guint               n_marks,
         guint               n_columns)
{
  Column *columns = g_new0 (Column, n_columns);
  const KlScoreMark *marks = kl_score_series_get_mark (series, first);
  int day = 0;
  guint column = 0;

  for (guint i = 0; i < n_columns; i++)
    columns[i].line = columns[i].assisted = (Range) { .lowest = -1, .highest = -1 };
  for (guint i = 0; i < n_marks; i++)
    {
      if (i == 0 || marks[i].day != day)
        {
          day = marks[i].day;
          column = (guint) CLAMP (kl_score_scale_get_x (scale, day) - scale->plot.x, 0, n_columns - 1);
        }
      add_value (marks[i].assisted ? &columns[column].assisted : &columns[column].line, (int) (first + i),
                 marks[i].value);
    }
  return columns;
}

static void
lay_column (KlChartSheet       *sheet,
            const KlScoreScale *scale,
            const Range        *column,
            const Range        *before,
            double              x,
            KlChartColor        color)
{
  double low = column->low, high = column->high;
  cairo_rectangle_t area = { x, 0, 1, 0 };

  /* It reaches to where the line comes from. */
  if (before != NULL)
    {
      low = MIN (low, before->last);
      high = MAX (high, before->last);
    }
  area.y = round (kl_score_scale_get_y (scale, high) - LINE_WIDTH / 2);
  area.height = round (kl_score_scale_get_y (scale, low) + LINE_WIDTH / 2) - area.y;
  kl_chart_sheet_add_rectangle (sheet, -1, &area, color);
}

/* Columns that are far apart are joined by a line, as marks are. */
static void
lay_gap (KlChartSheet       *sheet,
         const KlScoreScale *scale,
         const Range        *before,
         double              before_x,
         const Range        *after,
         double              after_x,
         KlChartColor        color)
{
  kl_chart_sheet_add_point (sheet, before_x + 0.5, kl_score_scale_get_y (scale, before->last));
  kl_chart_sheet_add_point (sheet, after_x + 0.5, kl_score_scale_get_y (scale, after->first));
  kl_chart_sheet_end_points (sheet, KL_CHART_ITEM_LINE, -1, color);
}

/* Those of one band after the other, so that one colour is painted in one go. */
static void
lay_tips (KlScoreSeries      *series,
          KlChartSheet       *sheet,
          const KlScoreScale *scale,
          const Column       *columns,
          guint               n_columns,
          gboolean            assisted)
{
  const GArray *bands = kl_score_series_get_bands (series);

  for (int rank = -1; rank < (int) bands->len; rank++)
    {
      const KlChartBand *band = kl_chart_bands_get (bands, rank);
      KlChartColor color = sheet->style->hues[band != NULL ? band->hue : KL_CHART_HUE_PLAIN];

      if (assisted)
        color = kl_chart_sheet_faint (sheet, color, 0.5);
      for (guint i = 0; i < n_columns; i++)
        {
          const Range *range = assisted ? &columns[i].assisted : &columns[i].line;

          for (guint end = 0; end < 2 && range->lowest >= 0; end++)
            {
              double value = end == 0 ? range->low : range->high;
              cairo_rectangle_t tip = { floor (scale->plot.x) + i, 0, 1, TIP };

              tip.y = round (kl_score_scale_get_y (scale, value) - TIP / 2);
              if (kl_chart_bands_find (bands, value) == rank && (end == 0 || range->highest != range->lowest))
                kl_chart_sheet_add_rectangle (sheet, -1, &tip, color);
            }
        }
    }
}

/* The extremes of a column, in the order of their indices. */
static void
add_marks (KlScoreSeries      *series,
           KlChartSheet       *sheet,
           const KlScoreScale *scale,
           const Column       *column,
           double              x,
           guint               offset)
{
  int indices[] = { column->line.lowest, column->line.highest, column->assisted.lowest, column->assisted.highest };
  int before = -1;

  for (guint i = 1; i < G_N_ELEMENTS (indices); i++)
    for (guint j = i; j > 0 && indices[j] < indices[j - 1]; j--)
      {
        int index = indices[j];

        indices[j] = indices[j - 1];
        indices[j - 1] = index;
      }
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    {
      double y;
      KlChartMark hit;

      if (indices[i] <= before)
        continue;
      before = indices[i];
      y = kl_score_scale_get_y (scale, kl_score_series_get_mark (series, (guint) before)->value);
      hit = (KlChartMark) { (int) offset + before, KL_CHART_MARK_DOT, { x, y, 0, 0 }, x, y };
      kl_chart_sheet_add_mark (sheet, &hit);
    }
}

/**
 * kl_score_dense_lay_out:
 * @series: what is shown
 * @sheet: where it is shown
 * @scale: days and percent as places
 * @first: the first mark that is seen
 * @n_marks: how many are seen
 * @offset: how many marks the chart has before those of @series
 * @color: (nullable): the colour of the whole; %NULL for the extremes in those of the bands
 */
void
kl_score_dense_lay_out (KlScoreSeries      *series,
                        KlChartSheet       *sheet,
                        const KlScoreScale *scale,
                        guint               first,
                        guint               n_marks,
                        guint               offset,
                        const KlChartColor *color)
{
  KlChartColor line_color = color != NULL ? *color : kl_chart_sheet_faint (sheet, sheet->style->foreground, 0.4);
  guint n_columns = (guint) scale->plot.width + 1;
  g_autofree Column *columns = collect (series, scale, first, n_marks, n_columns);
  const Range *before = NULL;
  double before_x = 0, left = floor (scale->plot.x);

  for (guint i = 0; i < n_columns; i++)
    {
      const Range *line = &columns[i].line;
      double x = left + i;

      add_marks (series, sheet, scale, &columns[i], x + 0.5, offset);
      if (line->lowest < 0)
        continue;
      if (before != NULL && x - before_x > 1.5)
        lay_gap (sheet, scale, before, before_x, line, x, line_color);
      lay_column (sheet, scale, line, before != NULL && x - before_x < 1.5 ? before : NULL, x, line_color);
      before = line;
      before_x = x;
    }
  if (color != NULL)
    return;
  lay_tips (series, sheet, scale, columns, n_columns, TRUE);
  lay_tips (series, sheet, scale, columns, n_columns, FALSE);
}
