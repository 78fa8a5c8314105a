/* kl-score-outlook.c: how a score history goes on: the score that is expected, and when it is due */

#include "config.h"

#include "kl-score-outlook.h"

/* So many parts of the curve look smooth. */
#define N_EXPECTED 40
/* How much of what is to come is shown: at least so many days, at most as many as half of what was. */
#define LEAST_TO_COME 14

/* To the day on which recall falls to the target, and a little on. */
static gint64
find_horizon (KlScoreSeries     *series,
              const KlScheduler *scheduler,
              const KlSchedule  *schedule,
              const char        *subject_id,
              gint64             today)
{
  gint64 due = 0, first, last, most;
  int first_day, last_day;

  kl_score_series_get_days (series, &first_day, &last_day);
  first = first_day > 0 ? first_day : schedule->last.day;
  most = today + MAX ((today - first) / 2, LEAST_TO_COME);
  last = today + MAX ((today - first) / 10, LEAST_TO_COME);
  if (kl_scheduler_get_due (scheduler, schedule, subject_id, &due) && due >= last)
    last = due + (due - today) / 10;
  kl_score_series_set_due (series, due > today && due <= most ? (int) due : 0);
  return MIN (last, most);
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
  gboolean has_schedule = scheduler != NULL && schedule != NULL && schedule->n_reviews > 0;
  gint64 n_days = has_schedule
                    ? find_horizon (series, scheduler, schedule, subject_id, today) - schedule->last.day
                    : 0;
  KlScoreExpected expected[N_EXPECTED + 1] = { 0 };
  guint n_parts = (guint) CLAMP (n_days, 0, N_EXPECTED);

  for (guint i = 0; n_parts > 0 && i <= n_parts; i++)
    {
      gint64 day = schedule->last.day + n_days * i / n_parts;
      KlExpectation expectation;

      if (!kl_scheduler_get_expectation (scheduler, schedule, day, &expectation))
        return;
      expected[i].day = (int) day;
      expected[i].score = expectation.score;
      expected[i].low = expectation.low;
      expected[i].high = expectation.high;
    }
  kl_score_series_set_expected (series, expected, n_parts > 0 ? n_parts + 1 : 0);
}
