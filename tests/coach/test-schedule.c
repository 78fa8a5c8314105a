/* test-schedule.c: what the attempts at one subject say */

#include "config.h"

#include <string.h>

#include "coach-fixture.h"
#include "coach/kl-schedule.h"

static void
assert_same (const KlSchedule *a,
             const KlSchedule *b)
{
  g_assert_cmpuint (a->n_reviews, ==, b->n_reviews);
  COACH_ASSERT_SAME (a->memory.stability, b->memory.stability);
  COACH_ASSERT_SAME (a->memory.difficulty, b->memory.difficulty);
  COACH_ASSERT_SAME (a->average, b->average);
  g_assert_cmpint (a->last.day, ==, b->last.day);
  g_assert_cmpint (a->last.number, ==, b->last.number);
  g_assert_cmpint (a->last.restudied, ==, b->last.restudied);
  g_assert_cmpint (a->elapsed, ==, b->elapsed);
}

static void
test_none (void)
{
  KlSchedule schedule;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  schedule = kl_schedule_replay (&fsrs, NULL, 0);
  g_assert_cmpuint (schedule.n_reviews, ==, 0);
}

static void
test_steps (void)
{
  const KlReview reviews[] = {
    { 739000, 1, 739000, kl_grade_for_score (40), TRUE },
    { 739003, 2, 739003, kl_grade_for_score (80), FALSE },
    { 739003, 3, 739003, kl_grade_for_score (100), FALSE },
  };
  KlMemoryState memory;
  KlSchedule schedule;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  memory = kl_fsrs_get_first (&fsrs, reviews[0].grade);
  memory = kl_fsrs_get_next (&fsrs, memory, reviews[1].grade, 3);
  schedule = kl_schedule_replay (&fsrs, reviews, 2);
  COACH_ASSERT_SAME (schedule.memory.stability, memory.stability);
  COACH_ASSERT_SAME (schedule.memory.difficulty, memory.difficulty);
  g_assert_cmpfloat_with_epsilon (schedule.average, 0.6, 1e-12);
  g_assert_cmpint (schedule.elapsed, ==, 3);
  g_assert_cmpint (schedule.last.number, ==, 2);

  memory = kl_fsrs_get_next (&fsrs, memory, reviews[2].grade, 0);
  schedule = kl_schedule_replay (&fsrs, reviews, 3);
  COACH_ASSERT_SAME (schedule.memory.stability, memory.stability);
  g_assert_cmpfloat_with_epsilon (schedule.average, 0.8, 1e-12);
  g_assert_cmpint (schedule.elapsed, ==, 0);
}

static void
shuffle (GRand    *random,
         KlReview *reviews,
         gsize     n_reviews)
{
  for (gsize i = n_reviews; i > 1; i--)
    {
      gsize other = (gsize) g_rand_int_range (random, 0, (gint32) i);
      KlReview review = reviews[i - 1];

      reviews[i - 1] = reviews[other];
      reviews[other] = review;
    }
}

static void
test_order_does_not_matter (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 2000; i++)
    {
      KlReview reviews[12];
      KlReview given[12];
      gsize n_reviews = (gsize) g_rand_int_range (random, 1, G_N_ELEMENTS (reviews) + 1);
      KlSchedule expected;
      KlSchedule schedule;
      KlWeights weights;
      KlFsrs fsrs;

      coach_fixture_random_weights (random, &weights);
      kl_fsrs_init (&fsrs, &weights);
      coach_fixture_random_reviews (random, reviews, n_reviews);
      /* Two computers gave the same number on the same day. */
      if (n_reviews > 1 && g_rand_boolean (random))
        {
          reviews[1].written_day = reviews[0].written_day;
          reviews[1].number = reviews[0].number;
        }
      kl_review_sort (reviews, n_reviews);
      memcpy (given, reviews, sizeof given);
      expected = kl_schedule_replay (&fsrs, reviews, n_reviews);
      for (guint j = 0; j < 5; j++)
        {
          shuffle (random, given, n_reviews);
          schedule = kl_schedule_replay (&fsrs, given, n_reviews);
          assert_same (&schedule, &expected);
        }
    }
}

/* The day that is written decides the order, the day of learning how long it was. One at night that belongs to the day
 * before takes no day back. */
static void
test_days_of_learning (void)
{
  const KlReview reviews[] = {
    { 739001, 3, 739000, kl_grade_for_score (80), FALSE },
    { 739000, 4, 739000, kl_grade_for_score (40), FALSE },
    { 739001, 2, 739001, kl_grade_for_score (60), FALSE },
    { 739004, 5, 739004, kl_grade_for_score (70), FALSE },
  };
  KlMemoryState memory;
  KlSchedule schedule;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  memory = kl_fsrs_get_first (&fsrs, reviews[1].grade);
  memory = kl_fsrs_get_next (&fsrs, memory, reviews[2].grade, 1);
  memory = kl_fsrs_get_next (&fsrs, memory, reviews[0].grade, 0);
  schedule = kl_schedule_replay (&fsrs, reviews, 3);
  COACH_ASSERT_SAME (schedule.memory.stability, memory.stability);
  g_assert_cmpint (schedule.last.number, ==, 3);
  g_assert_cmpint (schedule.last.day, ==, 739001);
  g_assert_cmpint (schedule.elapsed, ==, 0);

  memory = kl_fsrs_get_next (&fsrs, memory, reviews[3].grade, 3);
  schedule = kl_schedule_replay (&fsrs, reviews, 4);
  COACH_ASSERT_SAME (schedule.memory.stability, memory.stability);
}

/* What was added in order is what is replayed: a subject's schedule goes on from where it stood. */
static void
test_add (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  KlReview reviews[20];
  KlSchedule added = { 0 };
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  coach_fixture_random_reviews (random, reviews, G_N_ELEMENTS (reviews));
  for (gsize i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      KlSchedule replayed = kl_schedule_replay (&fsrs, reviews, i + 1);

      kl_schedule_add (&added, &fsrs, &reviews[i]);
      assert_same (&added, &replayed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/none", test_none);
  g_test_add_func ("/schedule/steps", test_steps);
  g_test_add_func ("/schedule/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/schedule/days-of-learning", test_days_of_learning);
  g_test_add_func ("/schedule/add", test_add);

  return g_test_run ();
}
