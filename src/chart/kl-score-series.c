/* kl-score-series.c: the attempts of a subject as marks in time
 *
 * It follows the attempts, their amendments and the bands,
 * and says “changed” once for each change that a chart has to draw anew.
 */

#include "config.h"

#include "kl-score-series.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "kl-chart-text.h"
#include "kl-score-cell.h"
#include "kl-score-layout.h"
#include "model/kl-iso-date.h"

/* Fewer days are not worth a closer look. */
#define SMALLEST_DAYS 7.0
/* To hear from each of more attempts would take more memory than all that is drawn of them. */
#define MOST_FOLLOWED 1000

struct _KlScoreSeries
{
  KlChart parent_instance;

  GListModel *attempts;
  GListModel *band_list;
  int today;
  KlScoreFuture *future;
  GListModel *session_list;
  GArray *sessions; /* of KlScoreSession */

  GPtrArray *followed;
  GArray *bands;
  KlScoreMark *marks;
  guint n_marks;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (KlScoreSeries, kl_score_series, KL_TYPE_CHART)

static void kl_score_series_follow (KlScoreSeries *self);

static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const KlScoreMark *first = a, *second = b;
  int by_day = (first->day > second->day) - (first->day < second->day);

  return by_day != 0 ? by_day : kl_attempt_compare (first->attempt, second->attempt);
}

static gboolean
scores_differ (KlScore a,
               KlScore b)
{
  return a.low < b.low || a.low > b.low || a.high < b.high || a.high > b.high;
}

/* A score that came from a file can be anything; what is drawn lies between 0 and 100, low end first. */
static KlScore
drawable (KlScore score)
{
  double low, high;

  if (!kl_score_is_set (score))
    return KL_SCORE_NONE;

  low = CLAMP (score.low, 0, 100);
  high = CLAMP (score.high, 0, 100);
  return (KlScore) { MIN (low, high), MAX (low, high) };
}

static void
add_mark (KlScoreSeries *self,
          KlAttempt     *attempt)
{
  KlScoreMark mark = { attempt,
                       kl_attempt_get_number (attempt),
                       drawable (kl_attempt_get_score (attempt)),
                       drawable (kl_attempt_get_first_score (attempt)),
                       0,
                       kl_iso_date_parse_day (kl_attempt_get_date (attempt)),
                       -1,
                       kl_attempt_get_assisted (attempt) ? 1 : 0 };

  if (!kl_score_is_set (mark.score))
    return;
  if (!kl_score_is_set (mark.first) || !scores_differ (mark.first, mark.score))
    mark.first = KL_SCORE_NONE;

  mark.value = kl_score_get_value (mark.score);
  mark.rank = (gint16) kl_chart_bands_find (self->bands, mark.value);
  self->marks[self->n_marks++] = mark;
}

static void
forget_marks (KlScoreSeries *self)
{
  g_clear_pointer (&self->marks, g_free);
  self->n_marks = 0;
}

/* They mostly come in their order, and to see that takes no time. */
static void
sort_marks (KlScoreSeries *self)
{
  for (guint i = 1; i < self->n_marks; i++)
    if (compare_marks (&self->marks[i - 1], &self->marks[i], NULL) > 0)
      {
        g_qsort_with_data (self->marks, (int) self->n_marks, sizeof (KlScoreMark), compare_marks, NULL);
        return;
      }
}

static void
ensure_marks (KlScoreSeries *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  g_clear_pointer (&self->bands, g_array_unref);
  self->bands = kl_chart_bands_new (self->band_list);
  forget_marks (self);
  self->marks = g_new (KlScoreMark, self->followed->len);
  for (guint i = 0; i < self->followed->len; i++)
    add_mark (self, g_ptr_array_index (self->followed, i));
  sort_marks (self);
}

static void
changed (KlScoreSeries *self)
{
  self->stale = TRUE;
  kl_chart_changed (KL_CHART (self));
}

static void
attempts_changed_cb (KlScoreSeries *self)
{
  kl_score_series_follow (self);
  changed (self);
}

static gboolean
follows_each (KlScoreSeries *self)
{
  return self->followed->len <= MOST_FOLLOWED;
}

static void
unfollow (KlScoreSeries *self)
{
  for (guint i = 0; follows_each (self) && i < self->followed->len; i++)
    {
      KlAttempt *attempt = g_ptr_array_index (self->followed, i);

      g_signal_handlers_disconnect_by_func (attempt, changed, self);
      g_signal_handlers_disconnect_by_func (kl_attempt_get_amendments (attempt), changed, self);
    }

  forget_marks (self);
  g_ptr_array_set_size (self->followed, 0);
}

static void
kl_score_series_follow (KlScoreSeries *self)
{
  unfollow (self);
  for (guint i = 0; self->attempts != NULL && i < g_list_model_get_n_items (self->attempts); i++)
    g_ptr_array_add (self->followed, g_list_model_get_item (self->attempts, i));
  for (guint i = 0; follows_each (self) && i < self->followed->len; i++)
    {
      KlAttempt *attempt = g_ptr_array_index (self->followed, i);

      g_signal_connect_swapped (attempt, "notify", G_CALLBACK (changed), self);
      g_signal_connect_swapped (kl_attempt_get_amendments (attempt), "items-changed", G_CALLBACK (changed), self);
    }
}

static void
sessions_changed_cb (KlScoreSeries *self)
{
  g_array_unref (self->sessions);
  self->sessions = kl_score_sessions_new (self->session_list);
  kl_chart_changed (KL_CHART (self));
}

static void
set_list (KlScoreSeries  *self,
          GListModel    **location,
          GListModel     *list,
          GCallback       callback)
{
  if (*location != NULL)
    g_signal_handlers_disconnect_by_func (*location, (gpointer) callback, self);
  g_set_object (location, list);
  if (list != NULL)
    g_signal_connect_swapped (list, "items-changed", callback, self);
}

static char *
dup_attempts (KlScoreSeries *self)
{
  const KlScoreMark *first, *last;
  g_autofree char *score = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  ensure_marks (self);
  if (self->n_marks == 0)
    return g_strdup (_("Not assessed yet"));

  first = &self->marks[0];
  last = &self->marks[self->n_marks - 1];
  score = kl_score_series_dup_score (self, self->n_marks - 1);
  from = kl_chart_text_day (first->day, KL_CHART_DATE_FULL);
  to = kl_chart_text_day (last->day, KL_CHART_DATE_FULL);

  if (first->day == last->day)
    /* Translators: the first is a number, then a date, then a score with its band. */
    return g_strdup_printf (ngettext ("%u attempt on %s; latest %s", "%u attempts on %s; latest %s", self->n_marks),
                            self->n_marks, from, score);

  /* Translators: the first is a number, then two dates, then a score with its band. */
  return g_strdup_printf (ngettext ("%u attempt from %s to %s; latest %s", "%u attempts from %s to %s; latest %s",
                                    self->n_marks),
                          self->n_marks, from, to, score);
}

static char *
kl_score_series_dup_summary (KlChart *chart)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  g_autofree char *attempts = dup_attempts (self);
  g_autofree char *sessions = self->sessions->len > 0 ? kl_score_sessions_dup_summary (self->sessions) : NULL;
  g_autofree char *past = kl_chart_text_join_sentences (attempts, sessions);
  g_autofree char *future = kl_score_future_dup_summary (self->future, self->today);

  return kl_chart_text_join_sentences (past, future);
}

/* “10 October 2025 · attempt 2 · 92 %, Strong” */
static char *
dup_attempt (KlScoreSeries *self,
             guint          index)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self, index);
  g_autofree char *date = NULL;
  g_autofree char *score = NULL;
  GString *text;

  g_return_val_if_fail (mark != NULL, NULL);

  date = kl_chart_text_day (mark->day, KL_CHART_DATE_FULL);
  score = kl_score_series_dup_score (self, index);
  text = g_string_new (NULL);
  /* Translators: a date, the number of an attempt, and its score with the band. */
  g_string_append_printf (text, _("%s · attempt %d · %s"), date, (int) mark->number, score);

  if (kl_score_is_set (mark->first))
    {
      g_autofree char *before = kl_chart_text_score (mark->first);

      g_string_append (text, " · ");
      /* Translators: the score that an attempt was first given, before it was amended. */
      g_string_append_printf (text, _("first %s"), before);
    }
  if (mark->assisted)
    {
      g_string_append (text, " · ");
      g_string_append (text, _("assisted"));
    }

  return g_string_free (text, FALSE);
}

/**
 * Row:
 * @ROW_SESSIONS: what was studied, at the bottom
 * @ROW_ATTEMPTS: the attempts
 * @ROW_EXPECTED: what is expected from now on
 * @N_ROWS: how many there are
 *
 * The rows of marks, in the order of their numbers and from the bottom to the top.
 */
typedef enum
{
  ROW_SESSIONS,
  ROW_ATTEMPTS,
  ROW_EXPECTED,
  N_ROWS,
} Row;

static guint
count_row (KlScoreSeries *self,
           Row            row)
{
  switch (row)
    {
    case ROW_SESSIONS:
      return self->sessions->len;

    case ROW_ATTEMPTS:
      return kl_score_series_get_n_marks (self);

    case ROW_EXPECTED:
      return self->future->points->len - kl_score_series_get_first_expected (self);

    case N_ROWS:
    default:
      return 0;
    }
}

/* The number of the first mark of a row; for N_ROWS how many there are in all. */
static guint
get_start (KlScoreSeries *self,
           Row            row)
{
  guint start = 0;

  for (Row before = ROW_SESSIONS; before < row; before++)
    start += count_row (self, before);
  return start;
}

/* The row that a mark is in, and its index there: of what is expected that in the whole future. */
static Row
locate (KlScoreSeries *self,
        guint          mark,
        guint         *index)
{
  Row row = ROW_SESSIONS;

  while (row < ROW_EXPECTED && mark >= get_start (self, row + 1))
    row++;
  *index = mark - get_start (self, row) + (row == ROW_EXPECTED ? kl_score_series_get_first_expected (self) : 0);
  return row;
}

static int
get_day (KlScoreSeries *self,
         guint          mark)
{
  guint index;

  switch (locate (self, mark, &index))
    {
    case ROW_SESSIONS:
      return g_array_index (self->sessions, KlScoreSession, index).day;

    case ROW_EXPECTED:
      return kl_score_future_get (self->future, index)->day;

    case ROW_ATTEMPTS:
    case N_ROWS:
    default:
      return kl_score_series_get_mark (self, index)->day;
    }
}

/* Overrides */

static void
kl_score_series_lay_out (KlChart      *chart,
                         KlChartSheet *sheet)
{
  kl_score_layout_lay_out (KL_SCORE_SERIES (chart), sheet);
}

static guint
kl_score_series_count (KlChart *chart)
{
  return get_start (KL_SCORE_SERIES (chart), N_ROWS);
}

static char *
kl_score_series_dup_mark_text (KlChart *chart,
                               guint    mark)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint index;

  switch (locate (self, mark, &index))
    {
    case ROW_SESSIONS:
      return kl_score_session_dup_text (&g_array_index (self->sessions, KlScoreSession, index));

    case ROW_EXPECTED:
      return kl_score_future_dup_text (self->future, index);

    case ROW_ATTEMPTS:
    case N_ROWS:
    default:
      return dup_attempt (self, index);
    }
}

static char *
kl_score_series_dup_name (KlChart *chart)
{
  return g_strdup (_("Score history"));
}

/* What there is beside the numbers of the attempts. */
#define COLUMN_SESSION (KL_SCORE_CELL_N_PLAIN)
#define COLUMN_OUTLOOK (KL_SCORE_CELL_N_PLAIN + 1)

static guint
count_more_columns (KlScoreSeries *self)
{
  return MIN (self->sessions->len, 1) + MIN (self->future->points->len, 1);
}

static guint
kl_score_series_get_n_columns (KlChart *chart)
{
  return KL_SCORE_CELL_N_COLUMNS + count_more_columns (KL_SCORE_SERIES (chart));
}

static guint
kl_score_series_get_n_plain_columns (KlChart *chart)
{
  return KL_SCORE_CELL_N_PLAIN + count_more_columns (KL_SCORE_SERIES (chart));
}

/* What stands in a column: those that only machines read come last. */
static guint
get_content (KlScoreSeries *self,
             guint          column)
{
  guint n_more = count_more_columns (self);

  if (column < KL_SCORE_CELL_N_COLUMNS)
    return column;
  if (column >= KL_SCORE_CELL_N_COLUMNS + n_more)
    return column - n_more;
  return column == KL_SCORE_CELL_N_COLUMNS && self->sessions->len > 0 ? COLUMN_SESSION : COLUMN_OUTLOOK;
}

static char *
kl_score_series_dup_heading (KlChart  *chart,
                             guint     column,
                             gboolean *numeric)
{
  guint content = get_content (KL_SCORE_SERIES (chart), column);

  if (content < KL_SCORE_CELL_N_PLAIN)
    return kl_score_cell_dup_heading (content, numeric);

  *numeric = FALSE;
  return g_strdup (content == COLUMN_SESSION ? _("Study session") : _("Outlook"));
}

static char *
dup_content (KlScoreSeries *self,
             guint          mark,
             guint          content,
             gboolean       plain)
{
  guint index;
  Row row = locate (self, mark, &index);

  if (row == ROW_ATTEMPTS && content < KL_SCORE_CELL_N_PLAIN)
    return kl_score_cell_dup_text (self, index, content, plain);
  if (row == ROW_EXPECTED && content < KL_SCORE_CELL_N_PLAIN)
    return kl_score_cell_dup_expected (self->future, index, content, plain);
  if (row == ROW_EXPECTED && content == COLUMN_OUTLOOK)
    return kl_score_future_dup_event (self->future, index);
  if (row == ROW_SESSIONS && content == KL_SCORE_CELL_DATE)
    return kl_score_cell_dup_day (get_day (self, mark), plain);
  if (row == ROW_SESSIONS && content == COLUMN_SESSION)
    return kl_score_session_dup_words (&g_array_index (self->sessions, KlScoreSession, index));
  return NULL;
}

static char *
kl_score_series_dup_cell (KlChart  *chart,
                          guint     mark,
                          guint     column,
                          gboolean  plain)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  char *text = dup_content (self, mark, get_content (self, column), plain);

  return text != NULL ? text : g_strdup (plain ? "" : "–");
}

/* Only an attempt has a page of its own. */
static const char *
kl_score_series_get_target (KlChart *chart,
                            guint    mark)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint index;

  if (locate (self, mark, &index) != ROW_ATTEMPTS)
    return NULL;
  return kl_record_get_id (KL_RECORD (kl_score_series_get_mark (self, index)->attempt));
}

/* What is to come is behind the latest attempt. */
static guint
kl_score_series_get_latest (KlChart *chart)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint end = get_start (self, count_row (self, ROW_ATTEMPTS) > 0 ? ROW_EXPECTED : N_ROWS);

  return MAX (end, 1) - 1;
}

static guint
find_in_row (KlScoreSeries *self,
             Row            row,
             int            day)
{
  guint start = get_start (self, row), first, last;

  if (row == ROW_SESSIONS)
    return kl_score_sessions_find_nearest (self->sessions, day);
  if (row == ROW_ATTEMPTS)
    return start + kl_score_series_find_nearest (self, day);

  first = kl_score_series_get_first_expected (self);
  last = self->future->points->len - 1;
  return start + CLAMP (kl_score_future_find (self->future, day), first, last) - first;
}

/* Down to what is nearest in time in the row below, and up to the one above; past one that is empty. */
static int
kl_score_series_get_stride (KlChart  *chart,
                            guint     mark,
                            int       direction,
                            gboolean  down)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint index;
  Row row, other;

  if (!down)
    return direction;

  row = other = locate (self, mark, &index);
  do
    other = (other + (direction > 0 ? N_ROWS - 1 : 1)) % N_ROWS;
  while (count_row (self, other) == 0 && other != row);
  return other != row ? (int) find_in_row (self, other, get_day (self, mark)) - (int) mark : 0;
}

static void
kl_score_series_get_row (KlChart *chart,
                         guint    mark,
                         guint   *first,
                         guint   *last)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint index;
  Row row = locate (self, mark, &index);

  *first = get_start (self, row);
  *last = MAX (get_start (self, row + 1), 1) - 1;
}

static double
kl_score_series_get_smallest_view (KlChart *chart)
{
  int first, last;

  kl_score_series_get_days (KL_SCORE_SERIES (chart), &first, &last);
  return last - first > SMALLEST_DAYS ? SMALLEST_DAYS / (last - first) : 1;
}

static double
kl_score_series_get_place (KlChart *chart,
                           guint    mark)
{
  int day = get_day (KL_SCORE_SERIES (chart), mark), first, last;

  kl_score_series_get_days (KL_SCORE_SERIES (chart), &first, &last);
  return last > first ? (MAX (day, first) - first) / (double) (last - first) : 0.5;
}

static void
kl_score_series_dispose (GObject *object)
{
  KlScoreSeries *self = KL_SCORE_SERIES (object);

  unfollow (self);
  set_list (self, &self->attempts, NULL, G_CALLBACK (attempts_changed_cb));
  set_list (self, &self->band_list, NULL, G_CALLBACK (changed));
  set_list (self, &self->session_list, NULL, G_CALLBACK (sessions_changed_cb));

  G_OBJECT_CLASS (kl_score_series_parent_class)->dispose (object);
}

static void
kl_score_series_finalize (GObject *object)
{
  KlScoreSeries *self = KL_SCORE_SERIES (object);

  g_ptr_array_unref (self->followed);
  kl_score_future_free (self->future);
  g_array_unref (self->sessions);
  forget_marks (self);
  g_array_unref (self->bands);

  G_OBJECT_CLASS (kl_score_series_parent_class)->finalize (object);
}

static void
kl_score_series_class_init (KlScoreSeriesClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_score_series_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_score_series_finalize;
  chart_class->lay_out = kl_score_series_lay_out;
  chart_class->get_n_marks = kl_score_series_count;
  chart_class->dup_mark_text = kl_score_series_dup_mark_text;
  chart_class->dup_name = kl_score_series_dup_name;
  chart_class->dup_summary = kl_score_series_dup_summary;
  chart_class->get_n_columns = kl_score_series_get_n_columns;
  chart_class->get_n_plain_columns = kl_score_series_get_n_plain_columns;
  chart_class->dup_heading = kl_score_series_dup_heading;
  chart_class->dup_cell = kl_score_series_dup_cell;
  chart_class->get_target = kl_score_series_get_target;
  chart_class->get_latest = kl_score_series_get_latest;
  chart_class->get_stride = kl_score_series_get_stride;
  chart_class->get_row = kl_score_series_get_row;
  chart_class->get_smallest_view = kl_score_series_get_smallest_view;
  chart_class->get_place = kl_score_series_get_place;
}

static void
kl_score_series_init (KlScoreSeries *self)
{
  self->future = kl_score_future_new ();
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  self->sessions = kl_score_sessions_new (NULL);
  self->bands = kl_chart_bands_new (NULL);
}

/**
 * kl_score_series_new:
 * @attempts: (nullable): a list of #KlAttempt, in any order
 * @bands: (nullable): a list of #KlBand, in any order
 *
 * Returns: (transfer full): a series that follows both
 */
KlScoreSeries *
kl_score_series_new (GListModel *attempts,
                     GListModel *bands)
{
  KlScoreSeries *self = g_object_new (KL_TYPE_SCORE_SERIES, NULL);

  kl_score_series_set_attempts (self, attempts);
  kl_score_series_set_bands (self, bands);
  return self;
}

/**
 * kl_score_series_set_attempts:
 * @self: a series
 * @attempts: (nullable): a list of #KlAttempt, in any order; those without a score are left out
 */
void
kl_score_series_set_attempts (KlScoreSeries *self,
                              GListModel    *attempts)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (self->attempts == attempts)
    return;

  set_list (self, &self->attempts, attempts, G_CALLBACK (attempts_changed_cb));
  attempts_changed_cb (self);
}

/**
 * kl_score_series_set_bands:
 * @self: a series
 * @bands: (nullable): a list of #KlBand, in any order
 */
void
kl_score_series_set_bands (KlScoreSeries *self,
                           GListModel    *bands)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (self->band_list == bands)
    return;

  set_list (self, &self->band_list, bands, G_CALLBACK (changed));
  changed (self);
}

/**
 * kl_score_series_set_sessions:
 * @self: a series
 * @sessions: (nullable): a list of #KlStudySession, in any order, which is followed
 */
void
kl_score_series_set_sessions (KlScoreSeries *self,
                              GListModel    *sessions)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (self->session_list == sessions)
    return;

  set_list (self, &self->session_list, sessions, G_CALLBACK (sessions_changed_cb));
  sessions_changed_cb (self);
}

/**
 * kl_score_series_get_sessions:
 * @self: a series
 *
 * Returns: (transfer none) (element-type KlScoreSession): when was studied, in the order of the days
 */
const GArray *
kl_score_series_get_sessions (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  return self->sessions;
}

/**
 * kl_score_series_refresh:
 * @self: a series
 *
 * Looks at all attempts again. A series of many attempts hears only of those that come and go.
 */
void
kl_score_series_refresh (KlScoreSeries *self)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (!follows_each (self))
    changed (self);
}

/**
 * kl_score_series_set_today:
 * @self: a series
 * @today: (nullable): the present, %NULL to leave it out of the drawing
 */
void
kl_score_series_set_today (KlScoreSeries *self,
                           GDateTime     *today)
{
  GDate date;
  int day = 0;

  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (today != NULL)
    {
      g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (today),
                      (GDateMonth) g_date_time_get_month (today), (GDateYear) g_date_time_get_year (today));
      day = (int) g_date_get_julian (&date);
    }

  if (self->today == day)
    return;

  self->today = day;
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_score_series_take_future:
 * @self: a series
 * @future: (nullable) (transfer full): how it goes on, %NULL where nothing is expected
 */
void
kl_score_series_take_future (KlScoreSeries *self,
                             KlScoreFuture *future)
{
  g_autoptr(KlScoreFuture) before = NULL;

  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  before = self->future;
  self->future = future != NULL ? future : kl_score_future_new ();
  if (!kl_score_future_equals (before, self->future))
    kl_chart_changed (KL_CHART (self));
}

/**
 * kl_score_series_get_future:
 * @self: a series
 *
 * Returns: (transfer none): how it goes on, valid until another is given
 */
const KlScoreFuture *
kl_score_series_get_future (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  return self->future;
}

/**
 * kl_score_series_get_first_expected:
 * @self: a series
 *
 * What was expected before today is seen in the line; only what is expected from now on, and after the latest attempt,
 * can be pointed at and is told in numbers.
 *
 * Returns: the first point of the future that is a mark of the chart
 */
guint
kl_score_series_get_first_expected (KlScoreSeries *self)
{
  int from;

  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), 0);

  from = self->today;
  ensure_marks (self);
  if (self->n_marks > 0)
    from = MAX (from, self->marks[self->n_marks - 1].day + 1);
  return kl_score_future_find (self->future, from);
}

/**
 * kl_score_series_get_today:
 * @self: a series
 *
 * Returns: the present day as in #GDate, 0 where it is not said
 */
int
kl_score_series_get_today (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), 0);

  return self->today;
}

/**
 * kl_score_series_get_n_marks:
 * @self: a series
 *
 * Returns: how many attempts have a score
 */
guint
kl_score_series_get_n_marks (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), 0);

  ensure_marks (self);
  return self->n_marks;
}

/**
 * kl_score_series_get_mark:
 * @self: a series
 * @index: below kl_score_series_get_n_marks()
 *
 * Returns: (transfer none): the mark, oldest first, valid until the series changes
 */
const KlScoreMark *
kl_score_series_get_mark (KlScoreSeries *self,
                          guint          index)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  ensure_marks (self);
  g_return_val_if_fail (index < self->n_marks, NULL);

  return &self->marks[index];
}

/**
 * kl_score_series_dup_score:
 * @self: a series
 * @index: below kl_score_series_get_n_marks()
 *
 * Returns: (transfer full): the mark's score, with the name of its band: “92 %, Strong”
 */
char *
kl_score_series_dup_score (KlScoreSeries *self,
                           guint          index)
{
  const KlScoreMark *mark = kl_score_series_get_mark (self, index);
  const KlChartBand *band;
  g_autofree char *score = NULL;

  g_return_val_if_fail (mark != NULL, NULL);

  score = kl_chart_text_score (mark->score);
  band = kl_chart_bands_get (self->bands, mark->rank);
  if (band == NULL || *band->name == '\0')
    return g_steal_pointer (&score);
  /* Translators: a score and the name of the band that it falls into: “92 %, Strong”. */
  return g_strdup_printf (_("%s, %s"), score, band->name);
}

/**
 * kl_score_series_find_nearest:
 * @self: a series with at least one mark
 * @day: a day as in #GDate
 *
 * Returns: the mark that is nearest in time; of several the latest
 */
guint
kl_score_series_find_nearest (KlScoreSeries *self,
                              int            day)
{
  guint nearest = 0;

  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), 0);

  ensure_marks (self);
  for (guint i = 1; i < self->n_marks; i++)
    if (abs (self->marks[i].day - day) <= abs (self->marks[nearest].day - day))
      nearest = i;
  return nearest;
}

/**
 * kl_score_series_find:
 * @self: a series
 * @attempt: (nullable): an attempt
 *
 * Returns: its mark's index, -1 where it has none
 */
int
kl_score_series_find (KlScoreSeries *self,
                      KlAttempt     *attempt)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), -1);

  ensure_marks (self);
  for (guint i = 0; attempt != NULL && i < self->n_marks; i++)
    if (self->marks[i].attempt == attempt)
      return (int) i;

  return -1;
}

/**
 * kl_score_series_get_bands:
 * @self: a series
 *
 * Returns: (transfer none) (element-type KlChartBand): the bands, best first, valid until the series changes
 */
const GArray *
kl_score_series_get_bands (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  ensure_marks (self);
  return self->bands;
}

/**
 * kl_score_series_get_days:
 * @self: a series
 * @first: (out): the first day that there is anything to show of, 0 where there is none
 * @last: (out): the last one, which may be still to come
 */
void
kl_score_series_get_days (KlScoreSeries *self,
                          int           *first,
                          int           *last)
{
  guint dated = 0;

  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  ensure_marks (self);
  while (dated < self->n_marks && self->marks[dated].day < 1)
    dated++;

  *first = *last = self->today;
  if (dated < self->n_marks)
    {
      *first = self->marks[dated].day;
      *last = self->marks[self->n_marks - 1].day;
    }
  if (self->today > 0)
    {
      *first = MIN (*first, self->today);
      *last = MAX (*last, self->today);
    }
  if (self->future->points->len > 0)
    *last = MAX (*last, kl_score_future_get (self->future, self->future->points->len - 1)->day);
  for (guint i = 0; i < self->sessions->len && *first > 0; i++)
    {
      int day = g_array_index (self->sessions, KlScoreSession, i).day;

      *first = MIN (*first, day);
      *last = MAX (*last, day);
    }
}
