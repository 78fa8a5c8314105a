/* kl-score-series.c: the scores of a subject in time, with what was studied and what is expected
 *
 * It follows the attempts, their amendments, the sessions and the bands,
 * and says “changed” once for each change that a chart has to draw anew.
 */

#include "config.h"

#include "kl-score-series.h"

#include <glib/gi18n.h>

#include "kl-score-following.h"
#include "kl-score-layout.h"
#include "kl-score-rows.h"
#include "kl-score-table.h"
#include "kl-score-words.h"

struct _KlScoreSeries
{
  KlChart parent_instance;

  KlScoreFollowing *attempts;
  KlScoreFollowing *studied;
  GListModel *band_list;
  int today;
  KlScoreFuture *future;

  /* What is worked out of these when it is asked for. */
  gboolean stale;
  GArray *bands;    /* of KlChartBand */
  GArray *marks;    /* of KlScoreMark */
  GArray *sessions; /* of KlScoreSession */
};

G_DEFINE_FINAL_TYPE (KlScoreSeries, kl_score_series, KL_TYPE_CHART)

static void
forget (KlScoreSeries *self)
{
  self->stale = TRUE;
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->sessions, g_array_unref);
}

static void
ensure (KlScoreSeries *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  self->bands = kl_chart_bands_new (self->band_list);
  self->marks = kl_score_marks_new (kl_score_following_get_items (self->attempts), self->bands);
  self->sessions = kl_score_sessions_new (kl_score_following_get_items (self->studied));
}

static void
changed_cb (KlScoreSeries *self)
{
  forget (self);
  kl_chart_changed (KL_CHART (self));
}

static void
set_bands (KlScoreSeries *self,
           GListModel    *bands)
{
  if (self->band_list != NULL)
    g_signal_handlers_disconnect_by_func (self->band_list, changed_cb, self);
  g_set_object (&self->band_list, bands);
  if (bands != NULL)
    g_signal_connect_swapped (bands, "items-changed", G_CALLBACK (changed_cb), self);
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
  return kl_score_rows_get_start (KL_SCORE_SERIES (chart), KL_SCORE_N_ROWS);
}

static char *
kl_score_series_dup_mark_text (KlChart *chart,
                               guint    mark)
{
  return kl_score_words_dup_mark (KL_SCORE_SERIES (chart), mark);
}

static char *
kl_score_series_dup_name (KlChart *chart)
{
  return g_strdup (_("Score history"));
}

static char *
kl_score_series_dup_summary (KlChart *chart)
{
  return kl_score_words_dup_summary (KL_SCORE_SERIES (chart));
}

static guint
kl_score_series_get_n_columns (KlChart *chart)
{
  return kl_score_table_get_n_columns (KL_SCORE_SERIES (chart));
}

static guint
kl_score_series_get_n_plain_columns (KlChart *chart)
{
  return kl_score_table_get_n_plain_columns (KL_SCORE_SERIES (chart));
}

static char *
kl_score_series_dup_heading (KlChart  *chart,
                             guint     column,
                             gboolean *numeric)
{
  return kl_score_table_dup_heading (KL_SCORE_SERIES (chart), column, numeric);
}

static char *
kl_score_series_dup_cell (KlChart  *chart,
                          guint     mark,
                          guint     column,
                          gboolean  plain)
{
  return kl_score_table_dup_cell (KL_SCORE_SERIES (chart), mark, column, plain);
}

/* Only an attempt has a page of its own. */
static const char *
kl_score_series_get_target (KlChart *chart,
                            guint    mark)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  const KlScoreMark *found = NULL;
  guint index;

  if (kl_score_rows_locate (self, mark, &index) == KL_SCORE_ROW_ATTEMPTS)
    found = kl_score_series_get_mark (self, index);
  return found != NULL ? kl_record_get_id (KL_RECORD (found->attempt)) : NULL;
}

static guint
kl_score_series_get_latest (KlChart *chart)
{
  return kl_score_rows_get_latest (KL_SCORE_SERIES (chart));
}

static int
kl_score_series_get_stride (KlChart  *chart,
                            guint     mark,
                            int       direction,
                            gboolean  down)
{
  return down ? kl_score_rows_get_stride (KL_SCORE_SERIES (chart), mark, direction) : direction;
}

static void
kl_score_series_get_row (KlChart *chart,
                         guint    mark,
                         guint   *first,
                         guint   *last)
{
  kl_score_rows_get_ends (KL_SCORE_SERIES (chart), mark, first, last);
}

static double
kl_score_series_get_smallest_view (KlChart *chart)
{
  const KlScoreDays days = kl_score_series_get_days (KL_SCORE_SERIES (chart));

  return kl_score_days_get_smallest_view (&days);
}

static double
kl_score_series_get_place (KlChart *chart,
                           guint    mark)
{
  KlScoreSeries *self = KL_SCORE_SERIES (chart);
  const KlScoreDays days = kl_score_series_get_days (self);

  return kl_score_days_get_place (&days, kl_score_rows_get_day (self, mark));
}

static void
kl_score_series_dispose (GObject *object)
{
  KlScoreSeries *self = KL_SCORE_SERIES (object);

  kl_score_following_set_list (self->attempts, NULL);
  kl_score_following_set_list (self->studied, NULL);
  set_bands (self, NULL);
  forget (self);

  G_OBJECT_CLASS (kl_score_series_parent_class)->dispose (object);
}

static void
kl_score_series_finalize (GObject *object)
{
  KlScoreSeries *self = KL_SCORE_SERIES (object);

  forget (self);
  kl_score_following_free (self->attempts);
  kl_score_following_free (self->studied);
  kl_score_future_free (self->future);

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
  self->attempts = kl_score_following_new ((KlScoreFollowingFunc) changed_cb, self);
  self->studied = kl_score_following_new ((KlScoreFollowingFunc) changed_cb, self);
  self->future = kl_score_future_new ();
  self->stale = TRUE;
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

  if (kl_score_following_set_list (self->attempts, attempts))
    changed_cb (self);
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

  set_bands (self, bands);
  changed_cb (self);
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

  if (kl_score_following_set_list (self->studied, sessions))
    changed_cb (self);
}

/**
 * kl_score_series_get_sessions:
 * @self: a series
 *
 * Returns: (transfer none) (element-type KlScoreSession): when was studied, in the order of the days, valid until the
 *   series changes
 */
const GArray *
kl_score_series_get_sessions (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  ensure (self);
  return self->sessions;
}

/**
 * kl_score_series_refresh:
 * @self: a series
 *
 * Looks at all attempts and sessions again. A series of many hears only of those that come and go.
 */
void
kl_score_series_refresh (KlScoreSeries *self)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (!kl_score_following_hears_each (self->attempts) || !kl_score_following_hears_each (self->studied))
    changed_cb (self);
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

  if (today != NULL)
    {
      g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (today),
                      (GDateMonth) g_date_time_get_month (today), (GDateYear) g_date_time_get_year (today));
      day = (int) g_date_get_julian (&date);
    }

  kl_score_series_set_day (self, day);
}

/**
 * kl_score_series_set_day:
 * @self: a series
 * @day: the day that it is, as in #GDate, 0 to leave it out of the drawing
 */
void
kl_score_series_set_day (KlScoreSeries *self,
                         int            day)
{
  g_return_if_fail (KL_IS_SCORE_SERIES (self));

  if (self->today == day)
    return;

  self->today = day;
  kl_chart_changed (KL_CHART (self));
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
 * can be pointed at and is told in numbers; from the day on which it fell below the target where that is over.
 *
 * Returns: the first point of the future that is a mark of the chart
 */
guint
kl_score_series_get_first_expected (KlScoreSeries *self)
{
  int from;

  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), 0);

  ensure (self);
  from = kl_score_future_falls (self->future) ? MIN (self->today, self->future->crossing) : self->today;
  if (self->marks->len > 0)
    from = MAX (from, kl_score_marks_get (self->marks, self->marks->len - 1)->day + 1);
  return kl_score_future_find (self->future, from);
}

/**
 * kl_score_series_get_marks:
 * @self: a series
 *
 * Returns: (transfer none) (element-type KlScoreMark): the attempts that have a score, oldest first, valid until the
 *   series changes
 */
const GArray *
kl_score_series_get_marks (KlScoreSeries *self)
{
  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), NULL);

  ensure (self);
  return self->marks;
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

  return kl_score_series_get_marks (self)->len;
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

  ensure (self);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return kl_score_marks_get (self->marks, index);
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

  ensure (self);
  return self->bands;
}

/**
 * kl_score_series_get_days:
 * @self: a series
 *
 * Returns: the days that there is anything to show of, of which the last may be still to come; none where nothing has a
 *   day
 */
KlScoreDays
kl_score_series_get_days (KlScoreSeries *self)
{
  KlScoreDays days = { 0, 0 };

  g_return_val_if_fail (KL_IS_SCORE_SERIES (self), days);

  ensure (self);
  kl_score_marks_add_days (self->marks, &days);
  if (self->sessions->len > 0)
    {
      kl_score_days_add (&days, g_array_index (self->sessions, KlScoreSession, 0).day);
      kl_score_days_add (&days, g_array_index (self->sessions, KlScoreSession, self->sessions->len - 1).day);
    }
  if (self->future->points->len > 0)
    kl_score_days_add (&days, kl_score_future_get (self->future, self->future->points->len - 1)->day);
  kl_score_days_add (&days, self->today);
  return days;
}
