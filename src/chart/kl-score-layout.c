/* kl-score-layout.c: where everything of a score history stands */

#include "config.h"

#include "kl-score-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-chart-axis.h"
#include "kl-score-dense.h"
#include "kl-score-scale.h"

#define GAP KL_CHART_SHEET_GAP
/* Half a mark with its ring and the highlight around it. */
#define INSET_X 10.0
#define INSET_Y 8.0
/* How large the mark of a session is. */
#define SESSION 6.0
/* A mark with its ring, and a little air. */
#define MARK_SPACING 16.0
/* So many pixels a mark at least, or only the extremes are told apart. */
#define DENSE 2.5
/* Of the width, at most, for the names of the bands. */
#define NAMES_PART 0.3

/**
 * Layout:
 * @series: what is shown
 * @sheet: where it is shown
 * @bands: the series' bands
 * @scale: days and percent as places
 */
typedef struct
{
  KlScoreSeries *series;
  KlChartSheet *sheet;
  const GArray *bands;
  KlScoreScale scale;
} Layout;

static KlChartColor
get_color (const Layout *self,
           int           rank)
{
  const KlChartBand *band = kl_chart_bands_get (self->bands, rank);

  return self->sheet->style->hues[band != NULL ? band->hue : KL_CHART_HUE_PLAIN];
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

/* The outer bands reach to the edges of the field, behind marks of 0 and of 100. */
static void
lay_bands (const Layout *self)
{
  const cairo_rectangle_t *field = &self->sheet->field;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (self->bands, (int) i);
      double top = i == 0 ? field->y : round (kl_score_scale_get_y (&self->scale, band->high));
      double bottom = i == self->bands->len - 1 ? field->y + field->height
                                                : round (kl_score_scale_get_y (&self->scale, band->low));

      add_rectangle (self, -1, field->x, top, field->width, bottom - top,
                     kl_chart_color_fade (self->sheet->style->hues[band->hue], 0.08));
    }
  for (guint i = 0; i + 1 < self->bands->len; i++)
    add_rectangle (self, -1, field->x,
                   round (kl_score_scale_get_y (&self->scale, kl_chart_bands_get (self->bands, (int) i)->low)),
                   field->width, 1, kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.15));
}

static gboolean
is_seen (const Layout *self,
         double        x)
{
  return x >= self->scale.plot.x - 0.5 && x <= self->scale.plot.x + self->scale.plot.width + 0.5;
}

static gboolean
is_due_seen (const Layout *self)
{
  int due = kl_score_series_get_due (self->series);

  return due > 0 && due <= self->scale.time.last_day && is_seen (self, kl_score_scale_get_x (&self->scale, due));
}

static void
lay_today (const Layout *self)
{
  int today = kl_score_series_get_today (self->series);
  double x = kl_score_scale_get_x (&self->scale, today);

  if (today > 0 && is_seen (self, x) && kl_score_series_get_n_marks (self->series) > 0)
    add_rectangle (self, -1, round (x), self->sheet->field.y, 1, self->sheet->field.height,
                   kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.35));
}

/* Where what is expected crosses the target. */
static void
lay_due (const Layout *self)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  int due = kl_score_series_get_due (self->series);
  double x = round (kl_score_scale_get_x (&self->scale, due)) + 0.5;
  KlChartItem *item;

  if (!is_due_seen (self))
    return;

  kl_chart_sheet_add_point (self->sheet, x, field->y);
  kl_chart_sheet_add_point (self->sheet, x, field->y + field->height);
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.45));
  item->line_width = 1;
  item->dash = 3;
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
      double x = kl_score_scale_get_x (&self->scale, session->day);
      KlChartItem *item;

      if (!is_seen (self, x))
        continue;

      item = kl_chart_sheet_add_shape (self->sheet, -1, KL_CHART_SHAPE_TRIANGLE, x, field->y + field->height - SESSION,
                                       self->sheet->style->hues[KL_CHART_HUE_BLUE]);
      item->area.width = SESSION;
      item->hollow = session->kind == KL_SESSION_RESTUDY;
    }
}

/* What nobody has seen: dashed, with a soft range. */
static void
lay_expected (const Layout *self)
{
  const GArray *expected = kl_score_series_get_expected (self->series);
  KlChartColor color = self->sheet->style->foreground;
  KlChartItem *item;

  if (expected->len < 2)
    return;

  for (guint i = 0; i < expected->len; i++)
    {
      const KlScoreExpected *point = &g_array_index (expected, KlScoreExpected, i);

      kl_chart_sheet_add_point (self->sheet, kl_score_scale_get_x (&self->scale, point->day),
                                kl_score_scale_get_y (&self->scale, point->high));
    }
  for (guint i = expected->len; i > 0; i--)
    {
      const KlScoreExpected *point = &g_array_index (expected, KlScoreExpected, i - 1);

      kl_chart_sheet_add_point (self->sheet, kl_score_scale_get_x (&self->scale, point->day),
                                kl_score_scale_get_y (&self->scale, point->low));
    }
  kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_AREA, -1, kl_chart_color_fade (color, 0.08))->inside = TRUE;

  for (guint i = 0; i < expected->len; i++)
    {
      const KlScoreExpected *point = &g_array_index (expected, KlScoreExpected, i);

      kl_chart_sheet_add_point (self->sheet, kl_score_scale_get_x (&self->scale, point->day),
                                kl_score_scale_get_y (&self->scale, point->score));
    }
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (self->sheet, color, 0.55));
  item->dash = 4;
  item->inside = TRUE;
}

/* The marks whose days are seen, which are beside each other. */
static guint
find_seen (const Layout *self,
           guint        *first)
{
  guint n_marks = kl_score_series_get_n_marks (self->series), low = 0, high = n_marks;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      double x = kl_score_scale_get_x (&self->scale, kl_score_series_get_mark (self->series, middle)->day);

      if (x < self->scale.plot.x - 0.5)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  high = n_marks;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      double x = kl_score_scale_get_x (&self->scale, kl_score_series_get_mark (self->series, middle)->day);

      if (x <= self->scale.plot.x + self->scale.plot.width + 0.5)
        low = middle + 1;
      else
        high = middle;
    }
  return low - *first;
}

/* With a look at the notes it is another measure: it does not belong to the line. */
static void
add_line_point (const Layout *self,
                guint         index,
                double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);

  if (!mark->assisted)
    kl_chart_sheet_add_point (self->sheet, x, kl_score_scale_get_y (&self->scale, mark->value));
}

/* The nearest mark from there that belongs to the line. */
static void
add_line_neighbour (const Layout *self,
                    int           index,
                    int           step)
{
  int n_all = (int) kl_score_series_get_n_marks (self->series);

  while (index >= 0 && index < n_all && kl_score_series_get_mark (self->series, (guint) index)->assisted)
    index += step;
  if (index >= 0 && index < n_all)
    add_line_point (self, (guint) index,
                    kl_score_scale_get_x (&self->scale, kl_score_series_get_mark (self->series, (guint) index)->day));
}

/* From the last mark of the line before those that are seen to its first one after them. */
static void
lay_line (const Layout *self,
          guint         first,
          guint         n_marks,
          const double *places)
{
  KlChartItem *item;

  add_line_neighbour (self, (int) first - 1, -1);
  for (guint i = 0; i < n_marks; i++)
    add_line_point (self, first + i, places[i]);
  add_line_neighbour (self, (int) (first + n_marks), 1);

  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.55));
  item->inside = TRUE;
}

static void
lay_range (const Layout *self,
           guint         index,
           double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);
  double low = round (kl_score_scale_get_y (&self->scale, mark->score.low));
  double high = round (kl_score_scale_get_y (&self->scale, mark->score.high));

  x = round (x);
  if (!kl_score_is_range (mark->score))
    return;

  add_rectangle (self, (int) index, x - 1, high, 2, low - high, get_color (self, mark->rank));
  add_rectangle (self, (int) index, x - 5, low - 1, 10, 2, get_color (self, mark->rank));
  add_rectangle (self, (int) index, x - 5, high - 1, 10, 2, get_color (self, mark->rank));
}

/* The score before it was amended, faint. */
static void
lay_first (const Layout *self,
           guint         index,
           double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);
  double first = kl_score_get_value (mark->first);
  double y = kl_score_scale_get_y (&self->scale, first);
  int rank = kl_chart_bands_find (self->bands, first);
  KlChartItem *item;

  if (!kl_score_is_set (mark->first))
    return;

  kl_chart_sheet_add_point (self->sheet, x, y);
  kl_chart_sheet_add_point (self->sheet, x, kl_score_scale_get_y (&self->scale, mark->value));
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, (int) index,
                                    kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.4));
  item->line_width = 1;
  item->dash = 2.5;
  item = kl_chart_sheet_add_shape (self->sheet, (int) index, kl_chart_shape_for_rank (rank), x, y,
                                   kl_chart_sheet_faint (self->sheet, get_color (self, rank), 0.4));
  item->area.width = KL_CHART_SHEET_MARK_SIZE - 1;
}

static void
lay_mark (const Layout *self,
          guint         index,
          double        x)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self->series, index);
  double y = kl_score_scale_get_y (&self->scale, mark->value);
  double high = kl_score_scale_get_y (&self->scale, mark->score.high);
  double low = kl_score_scale_get_y (&self->scale, mark->score.low);
  KlChartItem *item = kl_chart_sheet_add_shape (self->sheet, (int) index, kl_chart_shape_for_rank (mark->rank), x, y,
                                                get_color (self, mark->rank));

  item->hollow = mark->assisted;
  kl_chart_sheet_add_mark (self->sheet, &(KlChartMark) { (int) index, KL_CHART_MARK_DOT, { x, high, 0, low - high },
                                                         x, y });
}

static void
lay_marks (const Layout *self)
{
  guint first, n_marks = find_seen (self, &first);
  g_autofree double *places = NULL;
  g_autofree int *days = NULL;

  if (n_marks > self->scale.plot.width / DENSE && n_marks > 60)
    {
      kl_score_dense_lay_out (self->series, self->sheet, &self->scale, first, n_marks);
      return;
    }

  days = g_new0 (int, n_marks + 1);
  places = g_new0 (double, n_marks + 1);
  for (guint i = 0; i < n_marks; i++)
    days[i] = kl_score_series_get_mark (self->series, first + i)->day;
  kl_score_scale_spread (&self->scale, days, n_marks, MARK_SPACING, places);
  lay_line (self, first, n_marks, places);
  for (guint i = 0; i < n_marks; i++)
    {
      lay_range (self, first + i, places[i]);
      lay_first (self, first + i, places[i]);
    }
  for (guint i = 0; i < n_marks; i++)
    lay_mark (self, first + i, places[i]);
}

static void
place_limit (const Layout *self,
             double        limit)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  gboolean mirrored = self->sheet->style->right_to_left;
  g_autofree char *text = kl_chart_text_number (limit);

  kl_chart_sheet_add_text (self->sheet, &(KlChartText) { .text = text,
                                                         .x = mirrored ? field->x + field->width + GAP : field->x - GAP,
                                                         .y = kl_score_scale_get_y (&self->scale, limit),
                                                         .align_x = mirrored ? 0 : 1,
                                                         .align_y = 0.5,
                                                         .color = get_color (self, -1) });
}

/* The limits of the bands first: where there is not room for all, 0 and 100 are what anybody knows. */
static void
place_limits (const Layout *self)
{
  for (guint i = 0; i < self->bands->len; i++)
    place_limit (self, kl_chart_bands_get (self->bands, (int) i)->low);
  place_limit (self, 100);
  place_limit (self, 0);
}

static void
place_names (const Layout *self,
             double        width)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  gboolean mirrored = self->sheet->style->right_to_left;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (self->bands, (int) i);
      const KlChartText text = { .text = band->name,
                                 .x = mirrored ? field->x - GAP : field->x + field->width + GAP,
                                 .y = (kl_score_scale_get_y (&self->scale, band->low)
                                       + kl_score_scale_get_y (&self->scale, band->high)) / 2,
                                 .align_x = mirrored ? 1 : 0,
                                 .align_y = 0.5,
                                 .max_width = MAX (width, 1),
                                 .color = self->sheet->style->hues[band->hue] };

      kl_chart_sheet_add_text (self->sheet, &text);
    }
}

static gboolean
place_date (const Layout *self,
            const char   *text,
            int           day)
{
  const cairo_rectangle_t *field = &self->sheet->field;

  return kl_chart_sheet_add_text (self->sheet, &(KlChartText) { .text = text,
                                                                .x = kl_score_scale_get_x (&self->scale, day),
                                                                .y = field->y + field->height + GAP / 2,
                                                                .align_x = 0.5,
                                                                .color = get_color (self, -1),
                                                                .within = field });
}

/* Where today is the only day, its date says more than its name. */
static void
place_dates (const Layout *self)
{
  int today = kl_score_series_get_today (self->series), first = (int) ceil (self->scale.time.from);
  guint n_before = self->sheet->items->len;

  if (today > 0 && self->scale.time.first_day < self->scale.time.last_day
      && is_seen (self, kl_score_scale_get_x (&self->scale, today)))
    {
      place_date (self, _("Today"), today);
      n_before = self->sheet->items->len;
    }
  if (is_due_seen (self))
    {
      g_autofree char *day = kl_chart_text_day (kl_score_series_get_due (self->series), KL_CHART_DATE_DAY);
      /* Translators: the day on which a topic is to be explained again: “Due 8 Jan”. */
      g_autofree char *text = g_strdup_printf (_("Due %s"), day);

      place_date (self, text, kl_score_series_get_due (self->series));
      n_before = self->sheet->items->len;
    }

  kl_chart_axis_lay_dates (self->sheet, &self->scale.time);
  /* Where no round date has room beside today, the first day says at least when it began. */
  if (self->sheet->items->len == n_before && first > 0)
    {
      g_autofree char *text = kl_chart_text_day (first, KL_CHART_DATE_YEAR);

      place_date (self, text, first);
    }
}

/* In the middle of a zone, where no line of the grid runs through it. */
static void
place_empty (const Layout *self)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  const KlChartBand *tallest = NULL;
  double middle = 50;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (self->bands, (int) i);

      if (tallest == NULL || band->high - band->low > tallest->high - tallest->low)
        tallest = band;
    }
  if (tallest != NULL)
    middle = (tallest->low + tallest->high) / 2;

  kl_chart_sheet_add_text (self->sheet, &(KlChartText) { .text = _("Not assessed yet"),
                                                         .x = field->x + field->width / 2,
                                                         .y = kl_score_scale_get_y (&self->scale, middle),
                                                         .align_x = 0.5,
                                                         .align_y = 0.5,
                                                         .max_width = MAX (field->width, 1),
                                                         .color = get_color (self, -1) });
}

/* The dates below, the limits before, the names of the bands after the plot in the direction of reading. Returns how
 * wide those are. */
static double
cut_margins (const Layout *self)
{
  double line, names = 0, before = kl_chart_sheet_measure (self->sheet, "100", &line) + GAP;

  for (guint i = 0; i < self->bands->len; i++)
    names = MAX (names, kl_chart_sheet_measure (self->sheet, kl_chart_bands_get (self->bands, (int) i)->name, NULL));
  names = MIN (names, self->sheet->room.width * NAMES_PART);
  kl_chart_axis_cut (self->sheet, before, names > 0 ? names + GAP : 0, line + GAP / 2);
  return names;
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
  Layout self = { .series = series, .sheet = sheet, .bands = kl_score_series_get_bands (series) };
  double names = cut_margins (&self);
  int first, last;

  sheet->plot = (cairo_rectangle_t) { sheet->field.x + INSET_X, sheet->field.y + INSET_Y,
                                      MAX (sheet->field.width - 2 * INSET_X, 0),
                                      MAX (sheet->field.height - 2 * INSET_Y, 0) };
  kl_score_series_get_days (series, &first, &last);
  kl_score_scale_init (&self.scale, &sheet->plot, first, last, sheet->view);

  lay_bands (&self);
  lay_today (&self);
  lay_due (&self);
  lay_sessions (&self);
  lay_expected (&self);
  lay_marks (&self);
  place_limits (&self);
  place_names (&self, names);
  if (kl_score_series_get_n_marks (series) > 0)
    place_dates (&self);
  else
    place_empty (&self);
}
