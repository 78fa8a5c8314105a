/* test-weights.c: the parameters of FSRS and their bounds */

#include "config.h"

#include "coach-fixture.h"
#include "coach/kl-weights.h"

#include <math.h>

static void
test_default (void)
{
  KlWeights weights = *kl_weights_get_default ();

  kl_weights_clamp (&weights);
  kl_weights_raise_first (&weights);
  coach_fixture_assert_weights (&weights, kl_weights_get_default ());
}

static void
test_clamp (void)
{
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      KlWeights weights = *kl_weights_get_default ();
      double low;
      double high;

      kl_weights_get_bounds (i, &low, &high);
      g_assert_cmpfloat (low, <, high);

      weights.w[i] = -1e300;
      kl_weights_clamp (&weights);
      COACH_ASSERT_SAME (weights.w[i], low);

      weights.w[i] = HUGE_VAL;
      kl_weights_clamp (&weights);
      COACH_ASSERT_SAME (weights.w[i], high);

      weights.w[i] = (double) NAN;
      kl_weights_clamp (&weights);
      coach_fixture_assert_weights (&weights, kl_weights_get_default ());
    }
}

static void
test_raise_first (void)
{
  KlWeights weights = *kl_weights_get_default ();

  weights.w[0] = 3;
  kl_weights_raise_first (&weights);
  COACH_ASSERT_SAME (weights.w[0], 3);
  COACH_ASSERT_SAME (weights.w[1], 3);
  COACH_ASSERT_SAME (weights.w[2], 3);
  COACH_ASSERT_SAME (weights.w[3], kl_weights_get_default ()->w[3]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/weights/default", test_default);
  g_test_add_func ("/weights/clamp", test_clamp);
  g_test_add_func ("/weights/raise-first", test_raise_first);

  return g_test_run ();
}
