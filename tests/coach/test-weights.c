/* test-weights.c: the parameters of FSRS and their bounds */

#include "config.h"

#include "coach-fixture.h"
#include "coach/kl-weights.h"

#include <math.h>
#include <string.h>

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

/* What is written is read again to the last bit. */
static void
test_text (void)
{
  static const char *const texts[] = { "", "1 2 3", "a b", "1,2" };
  g_autoptr(GRand) random = g_rand_new_with_seed (14);
  g_autofree char *usual = kl_weights_to_text (kl_weights_get_default ());
  g_autofree char *too_many = g_strconcat (usual, " 1", NULL);
  g_autofree char *no_number = g_strconcat ("nan", strchr (usual, ' '), NULL);
  g_autofree char *around = g_strconcat (" ", usual, "\n", NULL);
  KlWeights weights;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = NULL;
      KlWeights read;

      coach_fixture_random_weights (random, &weights);
      text = kl_weights_to_text (&weights);
      g_assert_true (kl_weights_parse (text, &read));
      coach_fixture_assert_weights (&read, &weights);
    }

  g_assert_true (g_str_has_prefix (usual, "0.212"));
  g_assert_true (kl_weights_parse (around, &weights));
  coach_fixture_assert_weights (&weights, kl_weights_get_default ());
  g_assert_false (kl_weights_parse (NULL, &weights));
  g_assert_false (kl_weights_parse (too_many, &weights));
  g_assert_false (kl_weights_parse (no_number, &weights));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (kl_weights_parse (texts[i], &weights));
  coach_fixture_assert_weights (&weights, kl_weights_get_default ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/weights/default", test_default);
  g_test_add_func ("/weights/clamp", test_clamp);
  g_test_add_func ("/weights/raise-first", test_raise_first);
  g_test_add_func ("/weights/text", test_text);

  return g_test_run ();
}
