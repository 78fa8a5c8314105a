/* kl-comparison-layout.c: where everything of several score histories in one plot stands
 *
 * Each line has a colour, a shape and dashes of its own, and its name where it ends. Where there is no room for that,
 * the names stand above.
 */

#include "config.h"

#include "kl-comparison-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-chart-axis.h"
#include "kl-comparison-words.h"
#include "kl-places.h"
#include "kl-score-dense.h"
#include "kl-score-frame.h"
#include "kl-score-line.h"

#define GAP KL_CHART_SHEET_GAP
/* A longer name is cut. */
#define LONGEST_NAME 170.0
/* With names at the ends of the lines, so much is to be left for all else. */
#define SMALLEST_REST 400.0
/* A name that is further from the end of its line has a line to it. */
#define NEAR 16.0

typedef struct
{
  guint line;
  double x;
  double y;
} End;

/**
 * Layout:
 * @comparison: what is shown
 * @frame: what stands around it
 * @lines: (array length=n_lines): what is seen of each
 * @n_lines: how many
 * @names: how much room there is for the names at the ends of the lines, 0 where they stand above
 * @line_height: of a name
 * @ends: (array length=n_ends): where the lines end that are seen, from the top
 * @n_ends: how many
 */
typedef struct
{
  KlScoreComparison *comparison;
  KlScoreFrame frame;
  KlScoreLine lines[KL_SCORE_COMPARISON_MAX_LINES];
  guint n_lines;
  double names;
  double line_height;
  End ends[KL_SCORE_COMPARISON_MAX_LINES];
  guint n_ends;
} Layout;

static KlChartColor
get_color (const Layout       *self,
           const KlChartSheet *sheet,
           guint               line)
{
  static const KlChartHue hues[] = { KL_CHART_HUE_BLUE, KL_CHART_HUE_ORANGE, KL_CHART_HUE_GREEN, KL_CHART_HUE_PURPLE,
                                     KL_CHART_HUE_RED, KL_CHART_HUE_YELLOW, KL_CHART_HUE_PLAIN };
  guint slot = kl_score_comparison_get_slot (self->comparison, line);

  return slot < G_N_ELEMENTS (hues) ? sheet->style->hues[hues[slot]] : sheet->style->foreground;
}

static KlChartShape
get_shape (const Layout *self,
           guint         line)
{
  return (KlChartShape) kl_score_comparison_get_slot (self->comparison, line);
}

static double
get_dash (const Layout *self,
          guint         line)
{
  static const double dashes[] = { 0, 6, 2 };

  return dashes[kl_score_comparison_get_slot (self->comparison, line) % G_N_ELEMENTS (dashes)];
}

/* “▲ Services” */
static char *
dup_name (const Layout *self,
          guint         line)
{
  g_autofree char *title = kl_score_comparison_dup_line_title (self->comparison, line);

  return g_strdup_printf ("%s %s", kl_chart_shape_get_text (get_shape (self, line)), title);
}

/* Whether the names have room where the lines end, and how much. */
static void
measure_names (Layout             *self,
               const KlChartSheet *sheet)
{
  double widest = 0;

  for (guint i = 0; i < self->n_lines; i++)
    {
      g_autofree char *name = dup_name (self, i);
      double height, width = kl_chart_sheet_measure (sheet, name, &height);

      widest = MAX (widest, MIN (width, LONGEST_NAME));
      self->line_height = MAX (self->line_height, height);
    }
  self->names = widest + 2 * GAP;
  if (sheet->room.width - self->names < SMALLEST_REST
      || sheet->room.height < (self->n_lines + 3) * self->line_height)
    self->names = 0;
}

/* What has no place in the plot. */
static void
lay_above (const Layout *self,
           KlChartSheet *sheet)
{
  g_autofree char *unassessed = kl_comparison_words_dup_unassessed (self->comparison);
  g_auto(GStrv) words = g_new0 (char *, self->n_lines + 2);
  KlChartColor colors[KL_SCORE_COMPARISON_MAX_LINES + 1];
  guint n = 0;

  for (guint i = 0; i < self->n_lines && self->names <= 0; i++)
    if (kl_score_series_get_n_marks (kl_score_comparison_get_series (self->comparison, i)) > 0)
      {
        colors[n] = get_color (self, sheet, i);
        words[n++] = dup_name (self, i);
      }
  if (unassessed != NULL)
    {
      colors[n] = sheet->style->hues[KL_CHART_HUE_PLAIN];
      words[n] = g_steal_pointer (&unassessed);
    }
  kl_chart_axis_lay_keys (sheet, (const char *const *) words, colors);
}

static void
add_end (Layout *self,
         guint   line,
         double  x,
         double  y)
{
  const cairo_rectangle_t *plot = &self->frame.scale.plot;
  guint place = self->n_ends;

  if (x < plot->x - 1 || x > plot->x + plot->width + 1)
    return;

  /* From the top, and of two at one height in their order. */
  for (; place > 0 && self->ends[place - 1].y > y; place--)
    self->ends[place] = self->ends[place - 1];
  self->ends[place] = (End) { line, x, y };
  self->n_ends++;
}

/* The last that is seen of it, in its place: what was assisted is not the line's, unless it is all there is. */
static void
add_last_mark (Layout *self,
               guint   index)
{
  const KlScoreLine *line = &self->lines[index];
  guint end = line->first + line->n_marks;
  int latest = kl_score_marks_find_latest (kl_score_series_get_marks (line->series), end);
  guint last = latest >= (int) line->first ? (guint) latest : end - 1;
  const KlScoreMark *mark = kl_score_series_get_mark (line->series, last);

  add_end (self, index,
           line->places != NULL ? line->places[last - line->first]
                                : kl_score_scale_get_x (&self->frame.scale, mark->day),
           kl_score_scale_get_y (&self->frame.scale, mark->value));
}

static void
lay_line (Layout *self,
          guint   index)
{
  KlScoreLine *line = &self->lines[index];
  KlChartSheet *sheet = self->frame.sheet;
  const cairo_rectangle_t *plot = &self->frame.scale.plot;
  double right = plot->x + plot->width + (self->names > 0 ? 0 : KL_SCORE_FRAME_INSET_X);
  KlChartItem *item;

  kl_score_line_init (line, kl_score_comparison_get_series (self->comparison, index), &self->frame.scale);
  if (line->places == NULL)
    {
      add_last_mark (self, index);
      return;
    }

  item = kl_score_line_lay (line, sheet, right, get_color (self, sheet, index));
  item->dash = get_dash (self, index);
  if (item->n_points > 0)
    {
      const double *last = &g_array_index (sheet->points, double, 2 * (item->first_point + item->n_points - 1));

      add_end (self, index, last[0], last[1]);
    }
  else if (line->n_marks > 0)
    {
      add_last_mark (self, index);
    }
}

static void
lay_mark (const Layout *self,
          guint         index,
          guint         place)
{
  const KlScoreLine *line = &self->lines[index];
  KlChartSheet *sheet = self->frame.sheet;
  const KlScoreMark *mark = kl_score_series_get_mark (line->series, line->first + place);
  int number = (int) (kl_score_comparison_get_first_mark (self->comparison, index) + line->first + place);
  double x = line->places[place], y = kl_score_scale_get_y (&self->frame.scale, mark->value);
  const KlChartMark hit = { number, KL_CHART_MARK_DOT, { x, y, 0, 0 }, x, y };

  kl_chart_sheet_add_shape (sheet, number, get_shape (self, index), x, y, get_color (self, sheet, index))->hollow
    = mark->assisted;
  kl_chart_sheet_add_mark (sheet, &hit);
}

static void
lay_marks (const Layout *self,
           guint         index)
{
  const KlScoreLine *line = &self->lines[index];
  const KlChartColor color = get_color (self, self->frame.sheet, index);

  if (line->places == NULL)
    kl_score_dense_lay_out (line->series, self->frame.sheet, &self->frame.scale, line->first, line->n_marks,
                            kl_score_comparison_get_first_mark (self->comparison, index), &color);
  for (guint i = 0; line->places != NULL && i < line->n_marks; i++)
    lay_mark (self, index, i);
}

/* From where a line ends to its name, where that is not beside it. */
static void
lay_leader (const Layout *self,
            const End    *end,
            double        x,
            double        y)
{
  KlChartSheet *sheet = self->frame.sheet;
  KlChartItem *item;

  if (x - end->x < NEAR + KL_SCORE_FRAME_INSET_X && fabs (y - end->y) < 2)
    return;

  kl_chart_sheet_add_point (sheet, end->x, end->y);
  kl_chart_sheet_add_point (sheet, MAX (x - KL_SCORE_FRAME_INSET_X, end->x), end->y);
  kl_chart_sheet_add_point (sheet, x - 2, y);
  item = kl_chart_sheet_end_points (sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (sheet, get_color (self, sheet, end->line), 0.5));
  item->line_width = 1;
  item->dash = 1.5;
}

/* The names at the ends of the lines, as near as they can be without touching each other. */
static void
place_names (const Layout *self,
             double       *places)
{
  const cairo_rectangle_t *field = &self->frame.sheet->field;
  double offsets[KL_SCORE_COMPARISON_MAX_LINES];

  for (guint i = 0; i < self->n_ends; i++)
    {
      places[i] = self->ends[i].y;
      offsets[i] = i * self->line_height;
    }
  kl_places_spread (places, offsets, self->n_ends, field->y + self->line_height / 2,
                    field->y + field->height - self->line_height / 2);
}

static void
lay_name (const Layout *self,
          const End    *end,
          double        x,
          double        y)
{
  KlChartSheet *sheet = self->frame.sheet;
  g_autofree char *name = dup_name (self, end->line);
  const KlChartText text = { .text = name,
                             .x = x,
                             .y = y,
                             .align_y = 0.5,
                             .max_width = MAX (sheet->field.x + sheet->field.width - x, 1),
                             .color = get_color (self, sheet, end->line) };

  kl_chart_sheet_add_text (sheet, &text);
}

static void
lay_lines (Layout *self)
{
  double x = self->frame.scale.plot.x + self->frame.scale.plot.width + KL_SCORE_FRAME_INSET_X;
  double places[KL_SCORE_COMPARISON_MAX_LINES];

  for (guint i = 0; i < self->n_lines; i++)
    lay_line (self, i);
  place_names (self, places);
  for (guint i = 0; i < self->n_ends && self->names > 0; i++)
    lay_leader (self, &self->ends[i], x, places[i]);
  for (guint i = 0; i < self->n_lines; i++)
    lay_marks (self, i);
  for (guint i = 0; i < self->n_ends && self->names > 0; i++)
    lay_name (self, &self->ends[i], x, places[i]);
}

/**
 * kl_comparison_layout_lay_out:
 * @comparison: what to lay out
 * @sheet: an empty sheet
 */
void
kl_comparison_layout_lay_out (KlScoreComparison *comparison,
                              KlChartSheet      *sheet)
{
  Layout self = { .comparison = comparison, .n_lines = kl_score_comparison_get_n_lines (comparison) };
  guint n_marks = kl_score_comparison_get_first_mark (comparison, self.n_lines);
  const KlScoreDays days = kl_score_comparison_get_days (comparison);

  measure_names (&self, sheet);
  lay_above (&self, sheet);
  kl_score_frame_init (&self.frame, sheet, kl_score_comparison_get_bands (comparison));
  sheet->plot.width = MAX (sheet->plot.width - self.names, 0);
  kl_score_frame_set_days (&self.frame, days.first, days.last);

  kl_score_frame_lay_zones (&self.frame);
  if (n_marks > 0)
    kl_score_frame_lay_today (&self.frame, kl_score_comparison_get_today (comparison));
  lay_lines (&self);
  kl_score_frame_lay_limits (&self.frame);
  if (n_marks > 0)
    kl_score_frame_lay_dates (&self.frame, kl_score_comparison_get_today (comparison), 0, 0);
  else
    kl_score_frame_lay_words (&self.frame, self.n_lines > 0 ? _("Not assessed yet") : _("Nothing to compare yet"));
  for (guint i = 0; i < self.n_lines; i++)
    kl_score_line_clear (&self.lines[i]);
}
