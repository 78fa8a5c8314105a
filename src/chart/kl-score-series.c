/* kl-score-series.c: the attempts of a subject as marks in time
 *
 * It follows the attempts, their amendments and the bands,
 * and says “changed” once for each change that a chart has to draw anew.
 */

#include "config.h"

#include "kl-score-series.h"

#include <math.h>
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
  int due;
  GArray *expected; /* of KlScoreExpected */
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
  g_autofree char *sessions = NULL;

  if (self->sessions->len == 0)
    return g_steal_pointer (&attempts);

  sessions = kl_score_sessions_dup_summary (self->sessions);
  /* Translators: what there is of the attempts, and how often and how long was studied. */
  return g_strdup_printf (_("%s. %s"), attempts, sessions);
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

/* Overrides: the sessions are marks, too, which come before those of the attempts. */

static const KlScoreSession *
peek_session (KlScoreSeries *self,
              guint          mark)
{
  return mark < self->sessions->len ? &g_array_index (self->sessions, KlScoreSession, mark) : NULL;
}

static void
kl_score_series_lay_out (KlChart      *chart,
                         KlChartSheet *sheet)
{
  kl_score_layout_lay_out (KL_SCORE_SERIES (chart), sheet);
}

static guint
kl_score_series_count (KlChart *chart)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);

  return self->sessions->len + kl_score_series_get_n_marks (self);
}

static char *
kl_score_series_dup_mark_text (KlChart *chart,
                               guint    mark)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  const KlScoreSession *session = peek_session (self, mark);

  return session != NULL ? kl_score_session_dup_text (session) : dup_attempt (self, mark - self->sessions->len);
}

static char *
kl_score_series_dup_name (KlChart *chart)
{
  return g_strdup (_("Score history"));
}

static guint
kl_score_series_get_n_columns (KlChart *chart)
{
  return KL_SCORE_CELL_N_COLUMNS + (KL_SCORE_SERIES (chart)->sessions->len > 0 ? 1 : 0);
}

static char *
kl_score_series_dup_heading (KlChart  *chart,
                             guint     column,
                             gboolean *numeric)
{
  if (column < KL_SCORE_CELL_N_COLUMNS)
    return kl_score_cell_dup_heading (column, numeric);

  *numeric = FALSE;
  return g_strdup (_("Study session"));
}

static char *
kl_score_series_dup_cell (KlChart  *chart,
                          guint     mark,
                          guint     column,
                          gboolean  plain)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  const KlScoreSession *session = peek_session (self, mark);

  if (session == NULL && column < KL_SCORE_CELL_N_COLUMNS)
    return kl_score_cell_dup_text (self, mark - self->sessions->len, column, plain);
  if (session != NULL && column == 0)
    return plain ? kl_iso_date_format_day (session->day) : kl_chart_text_day (session->day, KL_CHART_DATE_YEAR);
  if (session != NULL && column == KL_SCORE_CELL_N_COLUMNS)
    return kl_score_session_dup_words (session);
  return g_strdup (plain ? "" : "–");
}

/* A session has no page of its own. */
static const char *
kl_score_series_get_target (KlChart *chart,
                            guint    mark)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);

  if (peek_session (self, mark) != NULL)
    return NULL;
  return kl_record_get_id (KL_RECORD (kl_score_series_get_mark (self, mark - self->sessions->len)->attempt));
}

static int
get_day (KlScoreSeries *self,
         guint          mark)
{
  const KlScoreSession *session = peek_session (self, mark);

  return session != NULL ? session->day : kl_score_series_get_mark (self, mark - self->sessions->len)->day;
}

/* Down to the session that is nearest in time, and up again to an attempt. */
static int
kl_score_series_get_stride (KlChart  *chart,
                            guint     mark,
                            int       direction,
                            gboolean  down)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint n_sessions = self->sessions->len;

  if (!down)
    return direction;
  if (n_sessions == 0 || kl_score_series_get_n_marks (self) == 0)
    return 0;
  if (mark < n_sessions)
    return (int) (n_sessions + kl_score_series_find_nearest (self, get_day (self, mark))) - (int) mark;
  return (int) kl_score_sessions_find_nearest (self->sessions, get_day (self, mark)) - (int) mark;
}

/* What was studied stands below, in a row of its own. */
static void
kl_score_series_get_row (KlChart *chart,
                         guint    mark,
                         guint   *first,
                         guint   *last)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  guint n_sessions = self->sessions->len;

  *first = mark < n_sessions ? 0 : n_sessions;
  *last = MAX (mark < n_sessions ? n_sessions : kl_score_series_count (chart), 1) - 1;
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
  g_array_unref (self->expected);
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
  chart_class->dup_heading = kl_score_series_dup_heading;
  chart_class->dup_cell = kl_score_series_dup_cell;
  chart_class->get_target = kl_score_series_get_target;
  chart_class->get_stride = kl_score_series_get_stride;
  chart_class->get_row = kl_score_series_get_row;
  chart_class->get_smallest_view = kl_score_series_get_smallest_view;
  chart_class->get_place = kl_score_series_get_place;
}

static void
kl_score_series_init (KlScoreSeries *self)
{
  self->expected = g_array_new (FALSE, FALSE, sizeof (KlScoreExpected));
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
 * kl_score_series_set_due:
 * @self: a series
 * @day: the day on which what is expected crosses the target, as in #GDate; 0 to leave it out
 */
void
kl_score_series_set_due (KlScoreSeries *self,
                         int            day)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (self->due == day)
    return;

  self->due = day;
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_score_series_get_due:
 * @self: a series
 *
 * Returns: the day on which what is expected crosses the target, 0 where it is not said
 */
int
kl_score_series_get_due (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), 0);

  return self->due;
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

/* Whether a picture of it is the same. */
static gboolean
is_expected (KlScoreSeries         *self,
             const KlScoreExpected *expected,
             guint                  n_expected)
{
  if (self->expected->len != n_expected)
    return FALSE;

  for (guint i = 0; i < n_expected; i++)
    {
      const KlScoreExpected *before = &g_array_index (self->expected, KlScoreExpected, i);

      if (before->day != expected[i].day || fabs (before->score - expected[i].score) > 0.01
          || fabs (before->low - expected[i].low) > 0.01 || fabs (before->high - expected[i].high) > 0.01)
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_score_series_set_expected:
 * @self: a series
 * @expected: (array length=n_expected): what is expected since the last attempt, by day
 * @n_expected: how many days are told, 0 for nothing
 */
void
kl_score_series_set_expected (KlScoreSeries         *self,
                              const KlScoreExpected *expected,
                              guint                  n_expected)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (is_expected (self, expected, n_expected))
    return;

  g_array_set_size (self->expected, 0);
  if (n_expected > 0)
    g_array_append_vals (self->expected, expected, n_expected);
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_score_series_get_expected:
 * @self: a series
 *
 * Returns: (transfer none) (element-type KlScoreExpected): what is expected, by day
 */
const GArray *
kl_score_series_get_expected (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  return self->expected;
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
  if (self->expected->len > 0)
    *last = MAX (*last, g_array_index (self->expected, KlScoreExpected, self->expected->len - 1).day);
  for (guint i = 0; i < self->sessions->len && *first > 0; i++)
    {
      int day = g_array_index (self->sessions, KlScoreSession, i).day;

      *first = MIN (*first, day);
      *last = MAX (*last, day);
    }
}
