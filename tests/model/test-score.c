/* test-score.c: one number, a range, or none */

#include "config.h"

#include "model/kl-score.h"

static void
test_none (void)
{
  const KlScore half = { 40, (double) NAN };

  g_assert_false (kl_score_is_set (KL_SCORE_NONE));
  g_assert_false (kl_score_is_range (KL_SCORE_NONE));
  g_assert_true (isnan (kl_score_get_value (KL_SCORE_NONE)));
  /* Only a damaged library says so. */
  g_assert_false (kl_score_is_set ((KlScore) { (double) INFINITY, (double) INFINITY }));
  g_assert_false (kl_score_is_set (half));
  g_assert_true (isnan (kl_score_get_value (half)));
}

static void
test_number (void)
{
  const KlScore zero = { 0, 0 };
  const KlScore score = { 92, 92 };

  /* Nothing known is a score all the same. */
  g_assert_true (kl_score_is_set (zero));
  g_assert_false (kl_score_is_range (zero));
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (zero), 0, 1e-12);
  g_assert_true (kl_score_is_set (score));
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (score), 92, 1e-12);
}

static void
test_range (void)
{
  const KlScore score = { 75, 85 };

  g_assert_true (kl_score_is_set (score));
  g_assert_true (kl_score_is_range (score));
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (score), 80, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/none", test_none);
  g_test_add_func ("/score/number", test_number);
  g_test_add_func ("/score/range", test_range);

  return g_test_run ();
}
