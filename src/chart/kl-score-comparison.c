/* kl-score-comparison.c: the scores of several subjects in one chart
 *
 * Each is a line of its own, whose marks are those of a score history and come one line after the other: the arrows to
 * the left and to the right go along a line, those up and down to the other lines.
 */

#include "config.h"

#include "kl-score-comparison.h"

#include <glib/gi18n.h>

#include "kl-comparison-layout.h"
#include "kl-comparison-rows.h"
#include "kl-comparison-words.h"
#include "kl-score-cell.h"

/* With the legend where it is narrow. */
#define HEIGHT 260

/**
 * Line:
 * @series: the score history, whose title is the subject's
 * @slot: what it looks like: it keeps that while others come and go
 */
typedef struct
{
  KlScoreSeries *series;
  guint slot;
} Line;

struct _KlScoreComparison
{
  KlChart parent_instance;

  GListModel *bands;
  GDateTime *today;
  GArray *lines;        /* of Line */
  KlScoreSeries *blank; /* of no attempts: it knows the bands and the day, however many lines there are */
};

G_DEFINE_FINAL_TYPE (KlScoreComparison, kl_score_comparison, KL_TYPE_CHART)

static void
clear_line (gpointer data)
{
  g_clear_object (&((Line *) data)->series);
}

static KlScoreSeries *
peek_series (KlScoreComparison *self,
             guint              line)
{
  return g_array_index (self->lines, Line, line).series;
}

static char *
kl_score_comparison_dup_summary (KlChart *chart)
{
  return kl_comparison_words_dup_summary (KL_SCORE_COMPARISON (chart));
}

static void
kl_score_comparison_lay_out (KlChart      *chart,
                             KlChartSheet *sheet)
{
  kl_comparison_layout_lay_out (KL_SCORE_COMPARISON (chart), sheet);
}

static guint
kl_score_comparison_get_n_marks (KlChart *chart)
{
  KlScoreComparison *self = KL_SCORE_COMPARISON (chart);

  return kl_score_comparison_get_first_mark (self, self->lines->len);
}

/* “Pods · 10 October 2025 · attempt 2 · 92 %, Strong” */
static char *
kl_score_comparison_dup_mark_text (KlChart *chart,
                                   guint    mark)
{
  KlScoreComparison *self = KL_SCORE_COMPARISON (chart);
  guint line, index;
  KlScoreSeries *series = kl_comparison_rows_locate (self, mark, &line, &index);
  g_autofree char *title = kl_score_comparison_dup_line_title (self, line);
  g_autofree char *text = kl_chart_dup_mark_text (KL_CHART (series), index);

  return g_strdup_printf ("%s · %s", title, text);
}

static char *
kl_score_comparison_dup_name (KlChart *chart)
{
  return g_strdup (_("Scores compared"));
}

static guint
kl_score_comparison_get_n_columns (KlChart *chart)
{
  return 1 + KL_SCORE_CELL_N_COLUMNS;
}

static guint
kl_score_comparison_get_n_plain_columns (KlChart *chart)
{
  return 1 + KL_SCORE_CELL_N_PLAIN;
}

static char *
kl_score_comparison_dup_heading (KlChart  *chart,
                                 guint     column,
                                 gboolean *numeric)
{
  if (column > 0)
    return kl_score_cell_dup_heading (column - 1, numeric);

  *numeric = FALSE;
  return g_strdup (_("Topic"));
}

static char *
kl_score_comparison_dup_cell (KlChart  *chart,
                              guint     mark,
                              guint     column,
                              gboolean  plain)
{
  KlScoreComparison *self = KL_SCORE_COMPARISON (chart);
  guint line, index;
  KlScoreSeries *series = kl_comparison_rows_locate (self, mark, &line, &index);

  if (column > 0)
    return kl_score_cell_dup_text (series, index, column - 1, plain);
  return kl_score_comparison_dup_line_title (self, line);
}

static const char *
kl_score_comparison_get_target (KlChart *chart,
                                guint    mark)
{
  guint line, index;
  KlScoreSeries *series = kl_comparison_rows_locate (KL_SCORE_COMPARISON (chart), mark, &line, &index);

  return kl_chart_get_target (KL_CHART (series), index);
}

static int
kl_score_comparison_get_stride (KlChart  *chart,
                                guint     mark,
                                int       direction,
                                gboolean  down)
{
  return down ? kl_comparison_rows_get_stride (KL_SCORE_COMPARISON (chart), mark, direction) : direction;
}

static void
kl_score_comparison_get_row (KlChart *chart,
                             guint    mark,
                             guint   *first,
                             guint   *last)
{
  kl_comparison_rows_get_ends (KL_SCORE_COMPARISON (chart), mark, first, last);
}

static double
kl_score_comparison_get_smallest_view (KlChart *chart)
{
  const KlScoreDays days = kl_score_comparison_get_days (KL_SCORE_COMPARISON (chart));

  return kl_score_days_get_smallest_view (&days);
}

static double
kl_score_comparison_get_place (KlChart *chart,
                               guint    mark)
{
  KlScoreComparison *self = KL_SCORE_COMPARISON (chart);
  guint line, index;
  KlScoreSeries *series = kl_comparison_rows_locate (self, mark, &line, &index);
  const KlScoreDays days = kl_score_comparison_get_days (self);

  return kl_score_days_get_place (&days, kl_score_series_get_mark (series, index)->day);
}

static int
kl_score_comparison_get_height (KlChart *chart)
{
  return HEIGHT;
}

static void
changed_cb (KlScoreComparison *self)
{
  kl_chart_changed (KL_CHART (self));
}

static void
remove_line (KlScoreComparison *self,
             guint              line)
{
  g_signal_handlers_disconnect_by_func (peek_series (self, line), changed_cb, self);
  g_array_remove_index (self->lines, line);
}

static void
kl_score_comparison_dispose (GObject *object)
{
  KlScoreComparison *self = KL_SCORE_COMPARISON (object);

  while (self->lines->len > 0)
    remove_line (self, self->lines->len - 1);
  g_clear_object (&self->bands);
  g_clear_object (&self->blank);
  g_clear_pointer (&self->today, g_date_time_unref);

  G_OBJECT_CLASS (kl_score_comparison_parent_class)->dispose (object);
}

static void
kl_score_comparison_finalize (GObject *object)
{
  g_array_unref (KL_SCORE_COMPARISON (object)->lines);

  G_OBJECT_CLASS (kl_score_comparison_parent_class)->finalize (object);
}

static void
kl_score_comparison_class_init (KlScoreComparisonClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_score_comparison_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_score_comparison_finalize;
  chart_class->lay_out = kl_score_comparison_lay_out;
  chart_class->get_n_marks = kl_score_comparison_get_n_marks;
  chart_class->dup_mark_text = kl_score_comparison_dup_mark_text;
  chart_class->dup_name = kl_score_comparison_dup_name;
  chart_class->dup_summary = kl_score_comparison_dup_summary;
  chart_class->get_n_columns = kl_score_comparison_get_n_columns;
  chart_class->get_n_plain_columns = kl_score_comparison_get_n_plain_columns;
  chart_class->dup_heading = kl_score_comparison_dup_heading;
  chart_class->dup_cell = kl_score_comparison_dup_cell;
  chart_class->get_target = kl_score_comparison_get_target;
  chart_class->get_stride = kl_score_comparison_get_stride;
  chart_class->get_row = kl_score_comparison_get_row;
  chart_class->get_smallest_view = kl_score_comparison_get_smallest_view;
  chart_class->get_place = kl_score_comparison_get_place;
  chart_class->get_height = kl_score_comparison_get_height;
}

static void
kl_score_comparison_init (KlScoreComparison *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
}

/**
 * kl_score_comparison_new:
 * @bands: (nullable): a list of #KlBand, in any order
 *
 * Returns: (transfer full): a comparison of nothing yet
 */
KlScoreComparison *
kl_score_comparison_new (GListModel *bands)
{
  KlScoreComparison *self = g_object_new (KL_TYPE_SCORE_COMPARISON, NULL);

  g_set_object (&self->bands, bands);
  self->blank = kl_score_series_new (NULL, bands);
  return self;
}

static gboolean
is_slot_used (KlScoreComparison *self,
              guint              slot)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, Line, i).slot == slot)
      return TRUE;
  return FALSE;
}

/**
 * kl_score_comparison_add:
 * @self: a comparison
 * @title: (nullable): what the line is called
 * @attempts: a list of #KlAttempt, in any order, which is followed
 *
 * Returns: whether there was room for one more line
 */
gboolean
kl_score_comparison_add (KlScoreComparison *self,
                         const char        *title,
                         GListModel        *attempts)
{
  Line line = { NULL, 0 };

  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), FALSE);

  if (self->lines->len >= KL_SCORE_COMPARISON_MAX_LINES)
    return FALSE;

  while (is_slot_used (self, line.slot))
    line.slot++;
  line.series = kl_score_series_new (attempts, self->bands);
  kl_chart_set_title (KL_CHART (line.series), title);
  kl_score_series_set_today (line.series, self->today);
  g_signal_connect_swapped (line.series, "changed", G_CALLBACK (changed_cb), self);
  g_array_append_val (self->lines, line);
  changed_cb (self);
  return TRUE;
}

/**
 * kl_score_comparison_remove:
 * @self: a comparison
 * @line: below kl_score_comparison_get_n_lines()
 */
void
kl_score_comparison_remove (KlScoreComparison *self,
                            guint              line)
{
  g_return_if_fail (KL_IS_SCORE_COMPARISON (self));
  g_return_if_fail (line < self->lines->len);

  remove_line (self, line);
  changed_cb (self);
}

/**
 * kl_score_comparison_set_line_title:
 * @self: a comparison
 * @line: below kl_score_comparison_get_n_lines()
 * @title: (nullable): what the line is called
 */
void
kl_score_comparison_set_line_title (KlScoreComparison *self,
                                    guint              line,
                                    const char        *title)
{
  g_return_if_fail (KL_IS_SCORE_COMPARISON (self));
  g_return_if_fail (line < self->lines->len);

  kl_chart_set_title (KL_CHART (peek_series (self, line)), title);
}

/**
 * kl_score_comparison_set_today:
 * @self: a comparison
 * @today: (nullable): the present, %NULL to leave it out of the drawing
 */
void
kl_score_comparison_set_today (KlScoreComparison *self,
                               GDateTime         *today)
{
  g_return_if_fail (KL_IS_SCORE_COMPARISON (self));

  g_clear_pointer (&self->today, g_date_time_unref);
  self->today = today != NULL ? g_date_time_ref (today) : NULL;
  kl_score_series_set_today (self->blank, today);
  for (guint i = 0; i < self->lines->len; i++)
    kl_score_series_set_today (peek_series (self, i), today);
}

/**
 * kl_score_comparison_get_today:
 * @self: a comparison
 *
 * Returns: the present day as in #GDate, 0 where it is not said
 */
int
kl_score_comparison_get_today (KlScoreComparison *self)
{
  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), 0);

  return kl_score_series_get_today (self->blank);
}

/**
 * kl_score_comparison_get_n_lines:
 * @self: a comparison
 *
 * Returns: how many subjects are compared
 */
guint
kl_score_comparison_get_n_lines (KlScoreComparison *self)
{
  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), 0);

  return self->lines->len;
}

/**
 * kl_score_comparison_get_series:
 * @self: a comparison
 * @line: below kl_score_comparison_get_n_lines()
 *
 * Returns: (transfer none): the line's score history
 */
KlScoreSeries *
kl_score_comparison_get_series (KlScoreComparison *self,
                                guint              line)
{
  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), NULL);
  g_return_val_if_fail (line < self->lines->len, NULL);

  return peek_series (self, line);
}

/**
 * kl_score_comparison_get_slot:
 * @self: a comparison
 * @line: below kl_score_comparison_get_n_lines()
 *
 * Returns: which look the line has, below %KL_SCORE_COMPARISON_MAX_LINES: no other line has it
 */
guint
kl_score_comparison_get_slot (KlScoreComparison *self,
                              guint              line)
{
  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), 0);
  g_return_val_if_fail (line < self->lines->len, 0);

  return g_array_index (self->lines, Line, line).slot;
}

/**
 * kl_score_comparison_get_first_mark:
 * @self: a comparison
 * @line: up to kl_score_comparison_get_n_lines()
 *
 * Returns: how many marks the lines before it have: the index of its first one
 */
guint
kl_score_comparison_get_first_mark (KlScoreComparison *self,
                                    guint              line)
{
  guint n_marks = 0;

  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), 0);

  for (guint i = 0; i < MIN (line, self->lines->len); i++)
    n_marks += kl_score_series_get_n_marks (peek_series (self, i));
  return n_marks;
}

/**
 * kl_score_comparison_dup_line_title:
 * @self: a comparison
 * @line: below kl_score_comparison_get_n_lines()
 *
 * Returns: (transfer full): what the line is called; with a number where an earlier one is called the same
 */
char *
kl_score_comparison_dup_line_title (KlScoreComparison *self,
                                    guint              line)
{
  const char *title;
  guint n_same = 1;

  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), NULL);
  g_return_val_if_fail (line < self->lines->len, NULL);

  title = kl_chart_get_title (KL_CHART (peek_series (self, line)));
  for (guint i = 0; i < line; i++)
    if (g_strcmp0 (kl_chart_get_title (KL_CHART (peek_series (self, i))), title) == 0)
      n_same++;
  if (n_same == 1)
    return g_strdup (title != NULL ? title : "");
  return g_strdup_printf ("%s (%u)", title != NULL ? title : "", n_same);
}

/**
 * kl_score_comparison_get_bands:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type KlChartBand): the bands, best first, valid until the comparison changes
 */
const GArray *
kl_score_comparison_get_bands (KlScoreComparison *self)
{
  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), NULL);

  return kl_score_series_get_bands (self->blank);
}

/**
 * kl_score_comparison_get_days:
 * @self: a comparison
 *
 * Returns: the days that there is anything to show of; none where nothing has a day
 */
KlScoreDays
kl_score_comparison_get_days (KlScoreComparison *self)
{
  KlScoreDays days = { 0, 0 };

  g_return_val_if_fail (KL_IS_SCORE_COMPARISON (self), days);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const KlScoreDays line = kl_score_series_get_days (peek_series (self, i));

      kl_score_days_add (&days, line.first);
      kl_score_days_add (&days, line.last);
    }
  return days;
}
