/* kl-score-layout.c: where everything of a score history stands */

#include "config.h"

#include "kl-score-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-score-dense.h"
#include "kl-score-frame.h"
#include "kl-score-line.h"

/* How large the mark of a session is. */
#define SESSION 6.0
/* How far the arms of the cross reach where what is expected falls below the target. */
#define CROSS 4.0

/**
 * Layout:
 * @series: what is shown
 * @sheet: where it is shown
 * @frame: what stands around it
 * @line: what is seen of it
 */
typedef struct
{
  KlScoreSeries *series;
  KlChartSheet *sheet;
  KlScoreFrame frame;
  KlScoreLine line;
} Layout;

/* The marks of the sessions come before it. */
static int
get_number (const Layout *self,
            guint         index)
{
  return (int) (kl_score_series_get_sessions (self->series)->len + index);
}

static void
add_rectangle (const Layout *self,
               int           mark,
               double        x,
               double        y,
               double        width,
               double        height,
               KlChartColor  color)
{
  kl_chart_sheet_add_rectangle (self->sheet, mark, &(cairo_rectangle_t) { x, y, width, height }, color);
}

/* At the bottom of the field: a deep dive filled, a restudy hollow. */
static void
lay_sessions (const Layout *self)
{
  const GArray *sessions = kl_score_series_get_sessions (self->series);
  const cairo_rectangle_t *field = &self->sheet->field;

  for (guint i = 0; i < sessions->len; i++)
    {
      const KlScoreSession *session = &g_array_index (sessions, KlScoreSession, i);
      double x = kl_score_scale_get_x (&self->frame.scale, session->day), y = field->y + field->height - SESSION;
      KlChartItem *item;
      KlChartMark hit;

      if (!kl_score_frame_is_seen (&self->frame, session->day))
        continue;

      item = kl_chart_sheet_add_shape (self->sheet, (int) i, KL_CHART_SHAPE_TRIANGLE, x, y,
                                       self->sheet->style->hues[KL_CHART_HUE_BLUE]);
      item->area.width = SESSION;
      item->hollow = session->kind == KL_SESSION_RESTUDY;
      hit = (KlChartMark) { (int) i, KL_CHART_MARK_DOT, { x, y, 0, 0 }, x, y };
      kl_chart_sheet_add_mark (self->sheet, &hit);
    }
}

/* Attempts of one day stand beside each other: what follows begins where the last of them stands. */
static double
get_expected_x (const Layout *self,
                int           day)
{
  const KlScoreLine *line = &self->line;
  double x = kl_score_scale_get_x (&self->frame.scale, day);

  if (line->places == NULL || line->n_marks == 0
      || line->first + line->n_marks < kl_score_series_get_n_marks (self->series))
    return x;
  return MAX (x, line->places[line->n_marks - 1]);
}

static void
add_expected_point (const Layout *self,
                    int           day,
                    double        value)
{
  kl_chart_sheet_add_point (self->sheet, get_expected_x (self, day),
                            kl_score_scale_get_y (&self->frame.scale, value));
}

/* What nobody has seen: dashed, with a soft range. */
static void
lay_expected (const Layout *self)
{
  const KlScoreFuture *future = kl_score_series_get_future (self->series);
  guint n_points = future->points->len;
  KlChartColor color = self->sheet->style->foreground;
  KlChartItem *item;

  if (n_points < 2)
    return;

  for (guint i = 0; i < n_points; i++)
    add_expected_point (self, kl_score_future_get (future, i)->day, kl_score_future_get (future, i)->high);
  for (guint i = n_points; i > 0; i--)
    add_expected_point (self, kl_score_future_get (future, i - 1)->day, kl_score_future_get (future, i - 1)->low);
  kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_AREA, -1, kl_chart_color_fade (color, 0.08))->inside = TRUE;

  for (guint i = 0; i < n_points; i++)
    add_expected_point (self, kl_score_future_get (future, i)->day, kl_score_future_get (future, i)->score);
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (self->sheet, color, 0.55));
  item->dash = 4;
  item->inside = TRUE;
}

/* Where the word ends, so that no line to a day goes through it: before the day it is due, or else before today. Where
 * there is no room for that after @left, it is better crossed than gone. */
static double
find_target_end (const Layout *self,
                 double        left,
                 double        right,
                 double        width)
{
  double end = right - KL_CHART_SHEET_GAP / 2;
  const int days[] = { kl_score_series_get_future (self->series)->due, kl_score_series_get_today (self->series) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double x = kl_score_scale_get_x (&self->frame.scale, days[i]);

      if (kl_score_frame_is_seen (&self->frame, days[i]) && x > end - width - KL_CHART_SHEET_GAP / 2
          && x < end + KL_CHART_SHEET_GAP / 2)
        end = x - KL_CHART_SHEET_GAP / 2;
    }
  return left + width + KL_CHART_SHEET_GAP < end ? end : right - KL_CHART_SHEET_GAP / 2;
}

/* The target as a thin line as far as anything is expected, with its name above it, or below where it is high up. */
static void
lay_target (const Layout *self)
{
  const KlScoreFuture *future = kl_score_series_get_future (self->series);
  const cairo_rectangle_t *field = &self->sheet->field;
  double right = field->x + field->width, y = round (kl_score_scale_get_y (&self->frame.scale, future->target)) + 0.5;
  double left, width, height;
  gboolean is_above;
  KlChartItem *item;

  if (future->points->len < 2)
    return;

  left = kl_score_scale_get_x (&self->frame.scale, kl_score_future_get (future, 0)->day);
  kl_chart_sheet_add_point (self->sheet, left, y);
  kl_chart_sheet_add_point (self->sheet, right, y);
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.45));
  item->line_width = 1;
  item->inside = TRUE;

  width = kl_chart_sheet_measure (self->sheet, _("Target"), &height);
  is_above = y - height > field->y;
  left = MAX (left, field->x);
  if (left + width + 2 * KL_CHART_SHEET_GAP < right)
    kl_chart_sheet_add_text (self->sheet, &(KlChartText) { .text = _("Target"),
                                                           .x = find_target_end (self, left, right, width),
                                                           .y = is_above ? y - 1 : y + 1,
                                                           .align_x = 1,
                                                           .align_y = is_above ? 1 : 0,
                                                           .color = kl_score_frame_get_color (&self->frame, -1) });
}

/* A cross, which no band has, where what is expected falls below the target. */
static void
lay_crossing (const Layout *self)
{
  const KlScoreFuture *future = kl_score_series_get_future (self->series);
  double x = kl_score_scale_get_x (&self->frame.scale, future->crossing);
  double y = kl_score_scale_get_y (&self->frame.scale, future->target);

  if (!kl_score_future_falls (future) || !kl_score_frame_is_seen (&self->frame, future->crossing))
    return;

  for (int side = -1; side <= 1; side += 2)
    {
      kl_chart_sheet_add_point (self->sheet, x - CROSS, y - side * CROSS);
      kl_chart_sheet_add_point (self->sheet, x + CROSS, y + side * CROSS);
      kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1, self->sheet->style->foreground);
    }
}

/* They can be pointed at, and come after the attempts. */
static void
add_expected_marks (const Layout *self)
{
  const KlScoreFuture *future = kl_score_series_get_future (self->series);
  guint first = kl_score_series_get_first_expected (self->series);
  int number = get_number (self, kl_score_series_get_n_marks (self->series)) - (int) first;

  for (guint i = first; i < future->points->len; i++)
    {
      const KlScoreExpected *point = kl_score_future_get (future, i);
      double x = kl_score_scale_get_x (&self->frame.scale, point->day);
      double y = kl_score_scale_get_y (&self->frame.scale, point->score);
      const KlChartMark hit = { number + (int) i, KL_CHART_MARK_DOT, { x, y, 0, 0 }, x, y };

      if (kl_score_frame_is_seen (&self->frame, point->day))
        kl_chart_sheet_add_mark (self->sheet, &hit);
    }
}

static void
lay_range (const Layout *self,
           guint         index,
           double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);
  int number = get_number (self, index);
  double low = round (kl_score_scale_get_y (&self->frame.scale, mark->score.low));
  double high = round (kl_score_scale_get_y (&self->frame.scale, mark->score.high));

  x = round (x);
  if (!kl_score_is_range (mark->score))
    return;

  add_rectangle (self, number, x - 1, high, 2, low - high, kl_score_frame_get_color (&self->frame, mark->rank));
  add_rectangle (self, number, x - 5, low - 1, 10, 2, kl_score_frame_get_color (&self->frame, mark->rank));
  add_rectangle (self, number, x - 5, high - 1, 10, 2, kl_score_frame_get_color (&self->frame, mark->rank));
}

/* The score before it was amended, faint. */
static void
lay_first (const Layout *self,
           guint         index,
           double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);
  int number = get_number (self, index);
  double first = kl_score_get_value (mark->first);
  double y = kl_score_scale_get_y (&self->frame.scale, first);
  int rank = kl_chart_bands_find (self->frame.bands, first);
  KlChartColor color = kl_score_frame_get_color (&self->frame, rank);
  KlChartItem *item;

  if (!kl_score_is_set (mark->first))
    return;

  kl_chart_sheet_add_point (self->sheet, x, y);
  kl_chart_sheet_add_point (self->sheet, x, kl_score_scale_get_y (&self->frame.scale, mark->value));
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, number,
                                    kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.4));
  item->line_width = 1;
  item->dash = 2.5;
  item = kl_chart_sheet_add_shape (self->sheet, number, kl_chart_shape_for_rank (rank), x, y,
                                   kl_chart_sheet_faint (self->sheet, color, 0.4));
  item->area.width = KL_CHART_SHEET_MARK_SIZE - 1;
}

static void
lay_mark (const Layout *self,
          guint         index,
          double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);
  int number = get_number (self, index);
  double y = kl_score_scale_get_y (&self->frame.scale, mark->value);
  double high = kl_score_scale_get_y (&self->frame.scale, mark->score.high);
  double low = kl_score_scale_get_y (&self->frame.scale, mark->score.low);
  KlChartItem *item = kl_chart_sheet_add_shape (self->sheet, number, kl_chart_shape_for_rank (mark->rank), x, y,
                                                kl_score_frame_get_color (&self->frame, mark->rank));

  item->hollow = mark->assisted;
  kl_chart_sheet_add_mark (self->sheet, &(KlChartMark) { number, KL_CHART_MARK_DOT, { x, high, 0, low - high },
                                                         x, y });
}

static void
lay_marks (Layout *self)
{
  KlScoreLine *line = &self->line;
  const cairo_rectangle_t *field = &self->sheet->field;

  if (line->places == NULL)
    {
      kl_score_dense_lay_out (self->series, self->sheet, &self->frame.scale, line->first, line->n_marks,
                              kl_score_series_get_sessions (self->series)->len, NULL);
      return;
    }

  kl_score_line_lay (line, self->sheet, field->x + field->width,
                     kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.55));
  for (guint i = 0; i < line->n_marks; i++)
    {
      lay_range (self, line->first + i, line->places[i]);
      lay_first (self, line->first + i, line->places[i]);
    }
  for (guint i = 0; i < line->n_marks; i++)
    lay_mark (self, line->first + i, line->places[i]);
}

/**
 * kl_score_layout_lay_out:
 * @series: what to lay out
 * @sheet: an empty sheet
 */
void
kl_score_layout_lay_out (KlScoreSeries *series,
                         KlChartSheet  *sheet)
{
  Layout self = { .series = series, .sheet = sheet };
  const KlScoreFuture *future = kl_score_series_get_future (series);
  const KlScoreDays days = kl_score_series_get_days (series);
  int today = kl_score_series_get_today (series);
  gboolean has_marks = kl_score_series_get_n_marks (series) > 0;

  kl_score_frame_init (&self.frame, sheet, kl_score_series_get_bands (series));
  kl_score_frame_set_days (&self.frame, days.first, days.last);
  kl_score_line_init (&self.line, series, &self.frame.scale);

  kl_score_frame_lay_zones (&self.frame);
  if (has_marks)
    kl_score_frame_lay_today (&self.frame, today);
  kl_score_frame_lay_due (&self.frame, future->due);
  lay_target (&self);
  lay_sessions (&self);
  lay_expected (&self);
  lay_crossing (&self);
  lay_marks (&self);
  add_expected_marks (&self);
  kl_score_frame_lay_limits (&self.frame);
  if (has_marks)
    kl_score_frame_lay_dates (&self.frame, today, future->due, kl_score_future_falls (future) ? future->crossing : 0);
  else
    kl_score_frame_lay_words (&self.frame, _("Not assessed yet"));
  kl_score_line_clear (&self.line);
}
