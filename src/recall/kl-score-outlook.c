/* kl-score-outlook.c: how a score history goes on: what is expected, when it falls below the target, when it is due */

#include "config.h"

#include "kl-score-outlook.h"

/* So many parts of the curve look smooth. */
#define N_PARTS 20
/* How much of what is to come is shown: at least so many days, at most as many as half of what was. */
#define LEAST_TO_COME 14
/* What is more than a hundred years away is not told. */
#define FARTHEST 36500

/* How far what is to come may reach. */
static gint64
find_limit (KlScoreSeries    *series,
            const KlSchedule *schedule,
            gint64            today)
{
  const KlScoreDays days = kl_score_series_get_days (series);

  return today + MAX ((today - (days.first > 0 ? days.first : schedule->last.day)) / 2, LEAST_TO_COME);
}

/* To the last of the days that matter, and a little on. */
static gint64
find_horizon (gint64 due,
              gint64 crossing,
              gint64 today,
              gint64 limit)
{
  gint64 last = today + MAX ((limit - today) / 5, LEAST_TO_COME);
  gint64 until = MAX (due, crossing);

  if (until >= last)
    last = until + (until - today) / 10;
  return MIN (last, limit);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* Days that are evenly spread, and those on which something happens; in their order. */
static GArray *
list_days (gint64        from,
           gint64        until,
           const gint64 *events,
           guint         n_events)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_parts = (guint) MIN (until - from, N_PARTS);

  for (guint i = 0; i <= n_parts; i++)
    {
      gint64 day = from + (until - from) * i / n_parts;

      g_array_append_val (days, day);
    }
  for (guint i = 0; i < n_events; i++)
    if (events[i] >= from && events[i] <= until)
      g_array_append_val (days, events[i]);
  g_array_sort (days, compare_days);
  return days;
}

static void
add_expected (KlScoreFuture     *future,
              const KlScheduler *scheduler,
              const KlSchedule  *schedule,
              const GArray      *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      gint64 day = g_array_index (days, gint64, i);
      KlExpectation expectation = { 0 };
      KlScoreExpected point;

      if (i > 0 && day == g_array_index (days, gint64, i - 1))
        continue;
      kl_scheduler_get_expectation (scheduler, schedule, day, &expectation);
      point = (KlScoreExpected) { (int) day, expectation.score, expectation.low, expectation.high };
      g_array_append_val (future->points, point);
    }
}

static KlScoreFuture *
make_future (const KlScheduler *scheduler,
             const KlSchedule  *schedule,
             gint64             due,
             gint64             today,
             gint64             limit)
{
  gint64 crossing = 0;
  gboolean crosses = kl_scheduler_get_crossing (scheduler, schedule, today + FARTHEST, &crossing);
  gint64 horizon = find_horizon (due, crosses && crossing <= limit ? crossing : 0, today, limit);
  const gint64 events[] = { today, due, crossing };
  g_autoptr(GArray) days = NULL;
  KlScoreFuture *future;

  if (horizon <= schedule->last.day)
    return NULL;

  days = list_days (schedule->last.day, horizon, events, G_N_ELEMENTS (events));
  future = kl_score_future_new ();
  add_expected (future, scheduler, schedule, days);
  future->target = scheduler->target;
  future->crossing = crosses ? (int) crossing : 0;
  future->due = due > today ? (int) MIN (due, today + FARTHEST) : 0;
  return future;
}

/**
 * kl_score_outlook_show:
 * @series: the score history of a subject, with its attempts
 * @scheduler: (nullable): the plan's scheduler
 * @schedule: (nullable): the subject's schedule
 * @subject_id: its id
 * @today: the number of the day that it is
 *
 * Shows in the history what is expected from the last attempt on, the day on which that falls below the target, and the
 * one on which it is due; nothing of it without a schedule. A later day is told in words only. What day it is in the
 * history, too, is @today: a plan's day may end after midnight.
 */
void
kl_score_outlook_show (KlScoreSeries     *series,
                       const KlScheduler *scheduler,
                       const KlSchedule  *schedule,
                       const char        *subject_id,
                       gint64             today)
{
  KlScoreFuture *future = NULL;
  gint64 due;

  if (scheduler != NULL && schedule != NULL && kl_scheduler_get_due (scheduler, schedule, subject_id, &due))
    future = make_future (scheduler, schedule, due, today, find_limit (series, schedule, today));
  if (today > 0)
    kl_score_series_set_day (series, (int) today);
  kl_score_series_take_future (series, future);
}
