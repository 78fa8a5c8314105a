/* test-fsrs.c: what holds of every step of FSRS, whatever the weights and the history */

#include "config.h"

#include "coach-fixture.h"

#include <float.h>
#include <math.h>

enum
{
  N_ROUNDS = 20000,
};

static void
assert_memory (KlMemoryState memory)
{
  g_assert_true (memory.stability >= KL_FSRS_MIN_STABILITY && memory.stability <= KL_FSRS_MAX_STABILITY);
  g_assert_true (memory.difficulty >= KL_FSRS_MIN_DIFFICULTY && memory.difficulty <= KL_FSRS_MAX_DIFFICULTY);
}

static void
assert_same (KlMemoryState a,
             KlMemoryState b)
{
  COACH_ASSERT_SAME (a.stability, b.stability);
  COACH_ASSERT_SAME (a.difficulty, b.difficulty);
}

static double
random_days (GRand *random)
{
  return floor (pow (10, g_rand_double_range (random, -1, 5)));
}

static KlMemoryState
random_memory (GRand *random)
{
  return (KlMemoryState) { pow (10, g_rand_double_range (random, -3.1, 4.6)), g_rand_double_range (random, 0.9, 10.1) };
}

/* 92 % at first: a stability of 6.2 days, recall falls to 90 % six days later. */
static void
test_worked_example (void)
{
  KlMemoryState memory;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  memory = kl_fsrs_get_first (&fsrs, kl_grade_for_score (92));
  g_assert_cmpfloat_with_epsilon (memory.stability, 6.1866, 1e-4);
  g_assert_cmpint (kl_fsrs_round_interval (kl_fsrs_get_interval (&fsrs, memory.stability, 0.9), 36500), ==, 6);
}

static void
test_ends (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  const KlGrade nothing = kl_grade_for_score (0);
  const KlGrade everything = kl_grade_for_score (100);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      KlMemoryState memory = random_memory (random);
      double days = random_days (random);
      KlWeights weights;
      KlFsrs fsrs;

      coach_fixture_random_weights (random, &weights);
      kl_fsrs_init (&fsrs, &weights);
      /* What is known at once and in full is Easy; afterwards there is nothing above Good. */
      assert_same (kl_fsrs_get_first (&fsrs, nothing),
                   kl_fsrs_get_first (&fsrs, kl_grade_for_rating (KL_RATING_AGAIN)));
      assert_same (kl_fsrs_get_first (&fsrs, everything),
                   kl_fsrs_get_first (&fsrs, kl_grade_for_rating (KL_RATING_EASY)));
      assert_same (kl_fsrs_get_next (&fsrs, memory, nothing, days),
                   kl_fsrs_get_next (&fsrs, memory, kl_grade_for_rating (KL_RATING_AGAIN), days));
      assert_same (kl_fsrs_get_next (&fsrs, memory, everything, days),
                   kl_fsrs_get_next (&fsrs, memory, kl_grade_for_rating (KL_RATING_GOOD), days));
    }
}

/* Where a button's limits are there is no cliff: a tenth of a point never moves the interval far. */
static void
test_no_cliff (void)
{
  const KlMemoryState memory = { 10, 5 };
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  for (guint tenths = 1; tenths <= 1000; tenths++)
    {
      double before = kl_fsrs_get_next (&fsrs, memory, kl_grade_for_score ((tenths - 1) / 10.0), 10).stability;
      double after = kl_fsrs_get_next (&fsrs, memory, kl_grade_for_score (tenths / 10.0), 10).stability;

      g_assert_cmpfloat (after, >, before);
      g_assert_cmpfloat (after / before, <, 1.01);
    }
}

static void
test_better_never_earlier (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      KlMemoryState memory = random_memory (random);
      double first_score = g_rand_double_range (random, -20, 120);
      double second_score = g_rand_double_range (random, -20, 120);
      KlGrade worse = kl_grade_for_score (MIN (first_score, second_score));
      KlGrade better = kl_grade_for_score (MAX (first_score, second_score));
      double days = random_days (random);
      KlWeights weights;
      KlFsrs fsrs;

      coach_fixture_random_weights (random, &weights);
      kl_fsrs_init (&fsrs, &weights);
      g_assert_cmpfloat (kl_fsrs_get_first (&fsrs, worse).stability, <=, kl_fsrs_get_first (&fsrs, better).stability);
      g_assert_cmpfloat (kl_fsrs_get_next (&fsrs, memory, worse, days).stability, <=,
                         kl_fsrs_get_next (&fsrs, memory, better, days).stability);
    }
}

static void
test_forgetting (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double stability = random_memory (random).stability;
      double retention = g_rand_double_range (random, 0.7, 0.97);
      double last = 1;
      KlWeights weights;
      KlFsrs fsrs;

      coach_fixture_random_weights (random, &weights);
      kl_fsrs_init (&fsrs, &weights);
      for (int days = -1; days < 5; days++)
        {
          double recall = kl_fsrs_get_retrievability (&fsrs, stability, days);

          g_assert_cmpfloat (recall, <=, last);
          last = recall;
        }
      /* The interval is the forgetting curve, turned round. */
      g_assert_cmpfloat_with_epsilon (
        kl_fsrs_get_retrievability (&fsrs, stability, kl_fsrs_get_interval (&fsrs, stability, retention)), retention,
        1e-12);
    }
}

/* Any number that a double can be, but NaN and infinity. */
static double
random_number (GRand *random)
{
  const double numbers[] = { 0, -0.0, 1, -1, DBL_MIN, -DBL_MIN, DBL_MAX, -DBL_MAX, DBL_EPSILON, 4.9e-324, 36500, 1e17 };
  double number = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -1000, 1000));

  return g_rand_boolean (random) ? number : numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))];
}

static void
test_finite (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      KlMemoryState memory = { random_number (random), random_number (random) };
      KlGrade grade = kl_grade_for_score (random_number (random));
      double days = random_number (random);
      double recall;
      double interval;
      gint64 rounded;
      KlWeights weights;
      KlFsrs fsrs;

      if (g_rand_boolean (random))
        grade = kl_grade_for_rating ((KlRating) g_rand_int_range (random, KL_RATING_AGAIN, KL_RATING_EASY + 1));
      for (guint j = 0; j < KL_N_WEIGHTS; j++)
        weights.w[j] = random_number (random);
      kl_fsrs_init (&fsrs, &weights);
      recall = kl_fsrs_get_retrievability (&fsrs, memory.stability, days);
      g_assert_true (recall >= 0 && recall <= 1);
      assert_memory (kl_fsrs_get_first (&fsrs, grade));
      memory = kl_fsrs_get_next (&fsrs, memory, grade, days);
      assert_memory (memory);
      interval = kl_fsrs_get_interval (&fsrs, memory.stability, random_number (random));
      g_assert_true (isfinite (interval) && interval > 0);
      rounded = kl_fsrs_round_interval (random_number (random), g_rand_int_range (random, -10, 50000));
      g_assert_true (rounded >= 1 && rounded <= KL_FSRS_MAX_INTERVAL);
    }
}

static void
test_round (void)
{
  g_assert_cmpint (kl_fsrs_round_interval (0.2, 36500), ==, 1);
  g_assert_cmpint (kl_fsrs_round_interval (1.4999, 36500), ==, 1);
  g_assert_cmpint (kl_fsrs_round_interval (1.5, 36500), ==, 2);
  g_assert_cmpint (kl_fsrs_round_interval (2.5, 36500), ==, 3);
  g_assert_cmpint (kl_fsrs_round_interval (99.6, 365), ==, 100);
  g_assert_cmpint (kl_fsrs_round_interval (400, 365), ==, 365);
  g_assert_cmpint (kl_fsrs_round_interval (120000, 36500), ==, 36500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fsrs/worked-example", test_worked_example);
  g_test_add_func ("/fsrs/ends", test_ends);
  g_test_add_func ("/fsrs/no-cliff", test_no_cliff);
  g_test_add_func ("/fsrs/better-never-earlier", test_better_never_earlier);
  g_test_add_func ("/fsrs/forgetting", test_forgetting);
  g_test_add_func ("/fsrs/finite", test_finite);
  g_test_add_func ("/fsrs/round", test_round);

  return g_test_run ();
}
