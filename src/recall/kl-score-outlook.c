/* kl-score-outlook.c: how a score history goes on: the score that is expected, and when it is due */

#include "config.h"

#include "kl-score-outlook.h"

/* So many parts of the curve look smooth. */
#define N_EXPECTED 40
/* How much of what is to come is shown: at least so many days, at most as many as half of what was. */
#define LEAST_TO_COME 14

/* How far what is to come may reach. */
static gint64
find_limit (KlScoreSeries    *series,
            const KlSchedule *schedule,
            gint64            today)
{
  int first_day, last_day;

  kl_score_series_get_days (series, &first_day, &last_day);
  return today + MAX ((today - (first_day > 0 ? first_day : schedule->last.day)) / 2, LEAST_TO_COME);
}

/* To the day on which it is due, and a little on. */
static gint64
find_horizon (gint64 due,
              gint64 today,
              gint64 limit)
{
  gint64 last = today + MAX ((limit - today) / 5, LEAST_TO_COME);

  if (due >= last)
    last = due + (due - today) / 10;
  return MIN (last, limit);
}

/* What is expected on days that are evenly spread. */
static void
show_expected (KlScoreSeries     *series,
               const KlScheduler *scheduler,
               const KlSchedule  *schedule,
               gint64             horizon)
{
  gint64 n_days = horizon - schedule->last.day;
  KlScoreExpected expected[N_EXPECTED + 1] = { 0 };
  guint n_parts = (guint) CLAMP (n_days, 0, N_EXPECTED);

  for (guint i = 0; n_parts > 0 && i <= n_parts; i++)
    {
      KlExpectation expectation = { 0 };
      gint64 day = schedule->last.day + n_days * i / n_parts;

      kl_scheduler_get_expectation (scheduler, schedule, day, &expectation);
      expected[i] = (KlScoreExpected) { (int) day, expectation.score, expectation.low, expectation.high };
    }
  kl_score_series_set_expected (series, expected, n_parts > 0 ? n_parts + 1 : 0);
}

/**
 * kl_score_outlook_show:
 * @series: the score history of a subject, with its attempts
 * @scheduler: (nullable): the plan's scheduler
 * @schedule: (nullable): the subject's schedule
 * @subject_id: its id
 * @today: the number of the day that it is
 *
 * Shows in the history what is expected from the last attempt on, and the day on which it is due where that is near
 * enough; nothing of it without a schedule.
 */
void
kl_score_outlook_show (KlScoreSeries     *series,
                       const KlScheduler *scheduler,
                       const KlSchedule  *schedule,
                       const char        *subject_id,
                       gint64             today)
{
  gint64 due = 0, limit;

  if (scheduler == NULL || schedule == NULL || !kl_scheduler_get_due (scheduler, schedule, subject_id, &due))
    {
      kl_score_series_set_due (series, 0);
      kl_score_series_set_expected (series, NULL, 0);
      return;
    }

  limit = find_limit (series, schedule, today);
  kl_score_series_set_due (series, due > today && due <= limit ? (int) due : 0);
  show_expected (series, scheduler, schedule, find_horizon (due, today, limit));
}
