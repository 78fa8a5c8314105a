/* test-scheduler.c: when to ask again, and what is expected until then */

#include "config.h"

#include "coach-fixture.h"
#include "coach/kl-scheduler.h"
#include "model/kl-iso-date.h"

#include <math.h>

enum
{
  N_ROUNDS = 5000,
  N_REVIEWS = 8,
};

static KlSchedule
schedule_of_one (const KlScheduler *scheduler,
                 double             score,
                 gboolean           restudied)
{
  const KlReview review = { 739000, 1, 739000, kl_grade_for_score (score), restudied };

  return kl_schedule_replay (&scheduler->fsrs, &review, 1);
}

static void
test_not_assessed (void)
{
  const KlSchedule schedule = { 0 };
  KlScheduler scheduler;
  KlExpectation expectation;
  gint64 day;

  kl_scheduler_init (&scheduler, NULL);
  COACH_ASSERT_SAME (kl_scheduler_get_interval (&scheduler, &schedule), 0);
  g_assert_false (kl_scheduler_get_due (&scheduler, &schedule, "s", &day));
  g_assert_false (kl_scheduler_get_restudy (&scheduler, &schedule, &day));
  g_assert_false (kl_scheduler_get_expectation (&scheduler, &schedule, 739000, &expectation));
  g_assert_false (kl_scheduler_get_crossing (&scheduler, &schedule, 739000, &day));
}

/* “92 % on 10 October; recall falls to 90 % on 16 October” */
static void
test_worked_example (void)
{
  KlReview review = { 739534, 1, 739534, kl_grade_for_score (92), FALSE };
  g_autofree char *text = NULL;
  KlScheduler scheduler;
  KlSchedule schedule;
  gint64 day;

  kl_scheduler_init (&scheduler, NULL);
  schedule = kl_schedule_replay (&scheduler.fsrs, &review, 1);
  g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, "s", &day));
  text = kl_iso_date_format_day (day);
  g_assert_cmpstr (text, ==, "2025-10-16");
}

static void
assert_expectation (const KlScheduler *scheduler,
                    const KlSchedule  *schedule,
                    gint64             day,
                    double             score,
                    double             low,
                    double             high)
{
  KlExpectation expectation;

  g_assert_true (kl_scheduler_get_expectation (scheduler, schedule, day, &expectation));
  g_assert_cmpfloat_with_epsilon (expectation.score, score, 1e-9);
  g_assert_cmpfloat_with_epsilon (expectation.low, low, 1e-9);
  g_assert_cmpfloat_with_epsilon (expectation.high, high, 1e-9);
}

static void
test_ceiling (void)
{
  KlScheduler scheduler;
  KlSchedule alone;
  KlSchedule restudied;
  gint64 day_alone;
  gint64 day_restudied;

  kl_scheduler_init (&scheduler, NULL);
  alone = schedule_of_one (&scheduler, 60, FALSE);
  restudied = schedule_of_one (&scheduler, 60, TRUE);
  /* 1 − 0.95 · 0.4 and 1 − 0.2 · 0.4 */
  assert_expectation (&scheduler, &alone, 739000, 62, 50, 74);
  assert_expectation (&scheduler, &restudied, 739000, 92, 80, 100);
  /* Before the last attempt it is not known what was forgotten. */
  assert_expectation (&scheduler, &alone, 738000, 62, 50, 74);

  /* Recall is nine tenths after as many days as the stability says. */
  alone.memory.stability = 20;
  assert_expectation (&scheduler, &alone, 739020, 0.9 * 62, 0.9 * 62 - 12, 0.9 * 62 + 12);

  restudied.memory = alone.memory;
  g_assert_true (kl_scheduler_get_due (&scheduler, &alone, "s", &day_alone));
  g_assert_true (kl_scheduler_get_due (&scheduler, &restudied, "s", &day_restudied));
  g_assert_cmpint (day_alone, ==, day_restudied);
}

static void
test_range (void)
{
  const double spreads[] = { 12, 11, 10, 9, 8, 8, 8 };
  KlSchedule schedule = { 0 };
  KlScheduler scheduler;

  kl_scheduler_init (&scheduler, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      const KlReview review = { 739000, i + 1, 739000, kl_grade_for_score (50), FALSE };

      kl_schedule_add (&schedule, &scheduler.fsrs, &review);
      assert_expectation (&scheduler, &schedule, 739000, 52.5, 52.5 - spreads[i], 52.5 + spreads[i]);
    }

  schedule = schedule_of_one (&scheduler, 0, FALSE);
  assert_expectation (&scheduler, &schedule, 739000, 5, 0, 17);
}

static void
test_restudy (void)
{
  KlScheduler scheduler;
  KlSchedule schedule;
  gint64 day = 0;

  kl_scheduler_init (&scheduler, NULL);
  schedule = schedule_of_one (&scheduler, 89.5, FALSE);
  g_assert_true (kl_scheduler_get_restudy (&scheduler, &schedule, &day));
  g_assert_cmpint (day, ==, 739001);
  schedule = schedule_of_one (&scheduler, 89.5, TRUE);
  g_assert_false (kl_scheduler_get_restudy (&scheduler, &schedule, &day));
  schedule = schedule_of_one (&scheduler, 90, FALSE);
  g_assert_false (kl_scheduler_get_restudy (&scheduler, &schedule, &day));
  scheduler.target = 95;
  g_assert_true (kl_scheduler_get_restudy (&scheduler, &schedule, &day));

  /* Who is at the target is not below it, however the numbers are rounded. */
  for (guint tenths = 0; tenths <= 1000; tenths++)
    {
      scheduler.target = tenths / 10.0;
      schedule = schedule_of_one (&scheduler, scheduler.target, FALSE);
      g_assert_false (kl_scheduler_get_restudy (&scheduler, &schedule, &day));
    }
}

/* 20 days after 100 % nine tenths are recalled; the day on which it is due has no part in it. */
static void
test_crossing (void)
{
  KlScheduler scheduler;
  KlSchedule schedule;
  gint64 day = 0;

  kl_scheduler_init (&scheduler, NULL);
  schedule = schedule_of_one (&scheduler, 100, FALSE);
  schedule.memory.stability = 20;
  scheduler.retention = 0.7;
  g_assert_true (kl_scheduler_get_crossing (&scheduler, &schedule, 739021, &day));
  g_assert_cmpint (day, ==, 739021);
  /* Not within the horizon. */
  g_assert_false (kl_scheduler_get_crossing (&scheduler, &schedule, 739020, &day));
  g_assert_false (kl_scheduler_get_crossing (&scheduler, &schedule, 738000, &day));

  /* Below its ceiling of 62 there is nothing to fall from. */
  schedule = schedule_of_one (&scheduler, 60, FALSE);
  g_assert_true (kl_scheduler_get_crossing (&scheduler, &schedule, 739500, &day));
  g_assert_cmpint (day, ==, 739000);
  scheduler.target = 62;
  g_assert_true (kl_scheduler_get_crossing (&scheduler, &schedule, 739500, &day));
  g_assert_cmpint (day, ==, 739001);
}

static void
test_wishes (void)
{
  KlScheduler scheduler;
  KlSchedule schedule;
  gint64 usual;
  gint64 often;
  gint64 capped;

  kl_scheduler_init (&scheduler, NULL);
  schedule = schedule_of_one (&scheduler, 100, FALSE);
  g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, "s", &usual));
  scheduler.retention = 0.97;
  g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, "s", &often));
  g_assert_cmpint (often, <, usual);
  scheduler.retention = 0.7;
  scheduler.maximum = 12;
  g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, "s", &capped));
  g_assert_cmpint (capped, ==, 739012);
}

static void
test_fuzz (void)
{
  KlScheduler scheduler;
  KlSchedule schedule;
  gboolean differs = FALSE;
  gint64 first = 0;

  kl_scheduler_init (&scheduler, NULL);
  scheduler.fuzzes = TRUE;
  schedule = schedule_of_one (&scheduler, 100, FALSE);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      gint64 day;

      g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, id, &day));
      /* 8.3 days; δ = 1.8 */
      g_assert_cmpint (day, >=, 739000 + 6);
      g_assert_cmpint (day, <=, 739000 + 10);
      differs = differs || (i > 0 && day != first);
      first = day;
    }
  g_assert_true (differs);
}

/* The properties, over histories and weights as they come. */
static void
random_case (GRand       *random,
             KlScheduler *scheduler,
             KlReview    *reviews)
{
  KlWeights weights;

  coach_fixture_random_weights (random, &weights);
  kl_scheduler_init (scheduler, &weights);
  scheduler->retention = g_rand_double_range (random, 0.7, 0.97);
  scheduler->maximum = g_rand_boolean (random) ? 36500 : g_rand_int_range (random, 1, 400);
  scheduler->fuzzes = g_rand_boolean (random);
  coach_fixture_random_reviews (random, reviews, N_REVIEWS);
}

static void
test_better_never_earlier (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      KlReview reviews[N_REVIEWS];
      gsize n_reviews = (gsize) g_rand_int_range (random, 1, N_REVIEWS + 1);
      KlScheduler scheduler;
      gint64 last = 0;

      random_case (random, &scheduler, reviews);
      for (guint step = 0; step <= 40; step++)
        {
          KlSchedule schedule;
          gint64 day;

          reviews[n_reviews - 1].grade = kl_grade_for_score (step * 2.5);
          schedule = kl_schedule_replay (&scheduler.fsrs, reviews, n_reviews);
          g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, id, &day));
          g_assert_cmpint (day, >=, last);
          g_assert_cmpint (day, >, reviews[n_reviews - 1].day);
          last = day;
        }
    }
}

static void
test_later_never_more (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      KlReview reviews[N_REVIEWS];
      KlScheduler scheduler;
      KlSchedule schedule;
      KlExpectation last = { 100, 100, 100 };

      random_case (random, &scheduler, reviews);
      schedule = kl_schedule_replay (&scheduler.fsrs, reviews, N_REVIEWS);
      for (gint64 day = reviews[N_REVIEWS - 1].day - 3; day < reviews[N_REVIEWS - 1].day + 100000;
           day += 1 + day % 2000)
        {
          KlExpectation expectation;

          g_assert_true (kl_scheduler_get_expectation (&scheduler, &schedule, day, &expectation));
          g_assert_cmpfloat (expectation.score, <=, last.score);
          g_assert_cmpfloat (expectation.low, <=, last.low);
          g_assert_cmpfloat (expectation.high, <=, last.high);
          g_assert_true (expectation.low >= 0 && expectation.low <= expectation.score);
          g_assert_true (expectation.score <= expectation.high && expectation.high <= 100);
          last = expectation;
        }
    }
}

/* The day before is at the target, that day is not; where there is none, the last day still is. */
static void
test_crossing_is_the_first (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  guint n_crossed = 0, n_below = 0, n_never = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      KlReview reviews[N_REVIEWS];
      KlScheduler scheduler;
      KlSchedule schedule;
      KlExpectation before, then;
      gint64 last = 0, horizon, day = 0;

      random_case (random, &scheduler, reviews);
      scheduler.target = g_rand_double_range (random, 1, 100);
      schedule = kl_schedule_replay (&scheduler.fsrs, reviews, N_REVIEWS);
      last = schedule.last.day;
      horizon = last + g_rand_int_range (random, 0, 3000);
      if (!kl_scheduler_get_crossing (&scheduler, &schedule, horizon, &day))
        {
          g_assert_true (kl_scheduler_get_expectation (&scheduler, &schedule, horizon, &then));
          g_assert_cmpfloat (then.score, >=, scheduler.target - 1e-9);
          n_never++;
          continue;
        }
      g_assert_true (kl_scheduler_get_expectation (&scheduler, &schedule, day, &then));
      g_assert_true (kl_scheduler_get_expectation (&scheduler, &schedule, day - 1, &before));
      g_assert_cmpfloat (then.score, <, scheduler.target);
      g_assert_true (day == last || before.score >= scheduler.target - 1e-9);
      g_assert_cmpint (day, >=, last);
      g_assert_cmpint (day, <=, horizon);
      n_crossed += day > last;
      n_below += day == last;
    }
  g_assert_cmpuint (MIN (MIN (n_crossed, n_below), n_never), >, N_ROUNDS / 20);
}

static void
test_finite (void)
{
  const double numbers[] = { 0, -1, 1e-320, 1e308, -1e308, 0.5, 1, 3e5 };
  const gint64 days[] = { 0, 1, -1, 739000, G_MAXINT32, G_MININT32, 3652059 };
  g_autoptr(GRand) random = g_rand_new_with_seed (10);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      KlReview reviews[N_REVIEWS];
      KlScheduler scheduler;
      KlSchedule schedule;
      KlExpectation expectation;
      KlWeights weights;
      gint64 day;

      for (guint j = 0; j < KL_N_WEIGHTS; j++)
        weights.w[j] = numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))];
      kl_scheduler_init (&scheduler, &weights);
      scheduler.retention = numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))];
      scheduler.maximum = g_rand_int (random);
      scheduler.fuzzes = g_rand_boolean (random);
      for (guint j = 0; j < N_REVIEWS; j++)
        reviews[j]
          = (KlReview) { days[g_rand_int_range (random, 0, G_N_ELEMENTS (days))], g_rand_int_range (random, -5, 5),
                        days[g_rand_int_range (random, 0, G_N_ELEMENTS (days))],
                        kl_grade_for_score (numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]),
                        g_rand_boolean (random) };
      schedule = kl_schedule_replay (&scheduler.fsrs, reviews, N_REVIEWS);
      g_assert_true (isfinite (kl_scheduler_get_interval (&scheduler, &schedule)));
      g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, "s", &day));
      g_assert_cmpint (day, >, schedule.last.day);
      g_assert_cmpint (day, <=, schedule.last.day + 36500);
      g_assert_true (kl_scheduler_get_expectation (&scheduler, &schedule, days[i % G_N_ELEMENTS (days)], &expectation));
      g_assert_true (expectation.score >= 0 && expectation.score <= 100);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scheduler/not-assessed", test_not_assessed);
  g_test_add_func ("/scheduler/worked-example", test_worked_example);
  g_test_add_func ("/scheduler/ceiling", test_ceiling);
  g_test_add_func ("/scheduler/range", test_range);
  g_test_add_func ("/scheduler/restudy", test_restudy);
  g_test_add_func ("/scheduler/crossing", test_crossing);
  g_test_add_func ("/scheduler/wishes", test_wishes);
  g_test_add_func ("/scheduler/fuzz", test_fuzz);
  g_test_add_func ("/scheduler/better-never-earlier", test_better_never_earlier);
  g_test_add_func ("/scheduler/later-never-more", test_later_never_more);
  g_test_add_func ("/scheduler/crossing-is-the-first", test_crossing_is_the_first);
  g_test_add_func ("/scheduler/finite", test_finite);

  return g_test_run ();
}
