/* kl-scheduler.c: when to ask again, and what is expected until then */

#include "config.h"

#include "kl-scheduler.h"

#include "kl-fuzz.h"
#include "model/kl-wish.h"

/* How much of what was missed before is still missing at once after an attempt, by whether it was studied again. */
#define MISSING_IF_RESTUDIED 0.2
#define MISSING_IF_NOT 0.95

/* How far the expected score may be off, in points, after one attempt and from the fifth on. */
#define SPREAD_OF_ONE 12.0
#define SPREAD_OF_MANY 8.0
#define MANY 5

/* What calculating adds to a score or takes from it, at most. */
#define ROUNDING 1e-9

/* FSRS assumes full recall right after an attempt. What was missed and not studied since is still missing: c = 1 − k +
 * k · a, a being the moving average of the scores. */
static double
get_ceiling (const KlSchedule *schedule)
{
  double missing = schedule->last.restudied ? MISSING_IF_RESTUDIED : MISSING_IF_NOT;

  return 1 - missing + missing * schedule->average;
}

static double
get_spread (guint n_reviews)
{
  guint n_known = MIN (n_reviews, MANY) - 1;

  return SPREAD_OF_ONE - (SPREAD_OF_ONE - SPREAD_OF_MANY) * n_known / (MANY - 1);
}

/**
 * kl_scheduler_init:
 * @self: (out caller-allocates): a scheduler
 * @weights: (nullable): the person's weights, %NULL for the defaults
 *
 * Recall may fall to 90 %, the target is 90 %, intervals reach to 36500 days and are not fuzzed.
 */
void
kl_scheduler_init (KlScheduler     *self,
                   const KlWeights *weights)
{
  kl_fsrs_init (&self->fsrs, weights);
  self->retention = kl_wish_get_range (KL_WISH_RETENTION)->usual;
  self->target = kl_wish_get_range (KL_WISH_TARGET)->usual;
  self->maximum = KL_FSRS_MAX_INTERVAL;
  self->fuzzes = FALSE;
}

/**
 * kl_scheduler_get_interval:
 * @self: a scheduler
 * @schedule: what the attempts say
 *
 * The ceiling of the expected score has no part in it: it would ask for the same again and again, where studying is
 * what helps.
 *
 * Returns: in how many days after the last attempt recall falls to the retention, not rounded; 0 where there is none
 */
double
kl_scheduler_get_interval (const KlScheduler *self,
                           const KlSchedule  *schedule)
{
  if (schedule->n_reviews == 0)
    return 0;
  return kl_fsrs_get_interval (&self->fsrs, schedule->memory.stability, self->retention);
}

/**
 * kl_scheduler_get_due:
 * @self: a scheduler
 * @schedule: what the attempts say
 * @subject_id: the subject's id
 * @day: (out): the number of the day
 *
 * A better last score never gives an earlier day.
 *
 * Returns: whether there is a day to explain it again: not where it is not assessed
 */
gboolean
kl_scheduler_get_due (const KlScheduler *self,
                      const KlSchedule  *schedule,
                      const char        *subject_id,
                      gint64            *day)
{
  double interval = kl_scheduler_get_interval (self, schedule);

  if (schedule->n_reviews == 0)
    return FALSE;

  if (self->fuzzes)
    *day = schedule->last.day
           + kl_fuzz_pick (interval, schedule->elapsed, self->maximum, subject_id, schedule->last.number);
  else
    *day = schedule->last.day + kl_fsrs_round_interval (interval, self->maximum);
  return TRUE;
}

/**
 * kl_scheduler_get_restudy:
 * @self: a scheduler
 * @schedule: what the attempts say
 * @day: (out): the number of the first day on which to study the missed points again
 *
 * It stands beside the day of the next attempt and does not move it.
 *
 * Returns: whether it is worth it: where the last score is below the target, and what was missed was not studied since
 */
gboolean
kl_scheduler_get_restudy (const KlScheduler *self,
                          const KlSchedule  *schedule,
                          gint64            *day)
{
  /* As the score was divided, so that the target itself is not below the target. */
  if (schedule->n_reviews == 0 || schedule->last.restudied || !(schedule->last.grade.recall < self->target / 100))
    return FALSE;

  *day = schedule->last.day + 1;
  return TRUE;
}

/**
 * kl_scheduler_get_expectation:
 * @self: a scheduler
 * @schedule: what the attempts say
 * @today: the number of the day that is asked for; one before the last attempt counts as that
 * @expectation: (out): the score that is expected on that day
 *
 * R (t, S) · c. What is recalled falls from day to day, below a ceiling c = 1 − k + k · a, with the moving average a of
 * the scores and k = 0.2 where what was missed was studied since, 0.95 where not. The range is ±12 points after one
 * attempt, a point less with each further one, and ±8 from the fifth on, within 0–100. On a later day it is never more.
 *
 * Returns: whether it is assessed
 */
gboolean
kl_scheduler_get_expectation (const KlScheduler *self,
                              const KlSchedule  *schedule,
                              gint64             today,
                              KlExpectation     *expectation)
{
  double days = (double) today - (double) schedule->last.day;
  double spread;

  if (schedule->n_reviews == 0)
    return FALSE;

  spread = get_spread (schedule->n_reviews);
  expectation->score = 100 * get_ceiling (schedule)
                       * kl_fsrs_get_retrievability (&self->fsrs, schedule->memory.stability, days);
  expectation->low = MAX (expectation->score - spread, 0);
  expectation->high = MIN (expectation->score + spread, 100);
  return TRUE;
}

/* Who is at the target is not below it, however the numbers are rounded. */
static gboolean
is_below_target (const KlScheduler *self,
                 const KlSchedule  *schedule,
                 gint64             day)
{
  KlExpectation expectation;

  return kl_scheduler_get_expectation (self, schedule, day, &expectation)
         && expectation.score < self->target - ROUNDING;
}

/**
 * kl_scheduler_get_crossing:
 * @self: a scheduler
 * @schedule: what the attempts say
 * @horizon: the number of the last day that is looked at
 * @day: (out): the number of the first day on which the expected score is below the target
 *
 * Not the day on which it is due: that one asks for recall alone, this one for the score, which has a ceiling. It is
 * the day of the last attempt where the score is expected to be below the target from there on.
 *
 * Returns: whether there is such a day up to the horizon: not where it is not assessed
 */
gboolean
kl_scheduler_get_crossing (const KlScheduler *self,
                           const KlSchedule  *schedule,
                           gint64             horizon,
                           gint64            *day)
{
  gint64 low = schedule->last.day, high = horizon;

  if (horizon < low || !is_below_target (self, schedule, horizon))
    return FALSE;

  /* On a later day it is never more. */
  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;

      if (is_below_target (self, schedule, middle))
        high = middle;
      else
        low = middle + 1;
    }
  *day = low;
  return TRUE;
}
