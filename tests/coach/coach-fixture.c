/* coach-fixture.c: histories as they come, made up by chance */

#include "config.h"

#include "coach-fixture.h"

#include <stdlib.h>

static int
compare_numbers_cb (const void *a,
                    const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * coach_fixture_assert_weights:
 * @weights: weights
 * @expected: what they must be, to the last bit
 */
void
coach_fixture_assert_weights (const KlWeights *weights,
                              const KlWeights *expected)
{
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    COACH_ASSERT_SAME (weights->w[i], expected->w[i]);
}

/**
 * coach_fixture_random_weights:
 * @random: where chance comes from
 * @weights: (out): weights within their bounds, often at one, with w0 ≤ w1 ≤ w2 ≤ w3
 */
void
coach_fixture_random_weights (GRand     *random,
                              KlWeights *weights)
{
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      double share = CLAMP (g_rand_double_range (random, -0.2, 1.2), 0, 1);
      double low;
      double high;

      kl_weights_get_bounds (i, &low, &high);
      weights->w[i] = low + share * (high - low);
    }
  qsort (weights->w, 4, sizeof *weights->w, compare_numbers_cb);
}

/**
 * coach_fixture_random_grade:
 * @random: where chance comes from
 *
 * Returns: a score, often 0 or 100 %
 */
KlGrade
coach_fixture_random_grade (GRand *random)
{
  return kl_grade_for_score (g_rand_double_range (random, -20, 120));
}

/**
 * coach_fixture_random_reviews:
 * @random: where chance comes from
 * @reviews: (out caller-allocates) (array length=n_reviews): reviews in order, often of one day, sometimes years apart
 * @n_reviews: how many
 */
void
coach_fixture_random_reviews (GRand    *random,
                              KlReview *reviews,
                              gsize     n_reviews)
{
  gint64 day = g_rand_int_range (random, 730000, 740000);

  for (gsize i = 0; i < n_reviews; i++)
    {
      const gint32 most[] = { 1, 2, 30, 30, 1000, 40000 };

      reviews[i]
        = (KlReview) { day, (gint64) i + 1, day, coach_fixture_random_grade (random), g_rand_boolean (random) };
      day += g_rand_int_range (random, 0, most[g_rand_int_range (random, 0, G_N_ELEMENTS (most))]);
    }
}

/**
 * coach_fixture_dup_shared:
 * @name: the name of a file
 *
 * Returns: (transfer full) (nullable): where that file of reference data is; %NULL where it is not beside the project
 */
char *
coach_fixture_dup_shared (const char *name)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", "data", "fsrs", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}
