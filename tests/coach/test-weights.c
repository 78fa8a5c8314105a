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
  kl_weights_order_first (&weights, (const double[]) { 1, 1, 1, 1 });
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
assert_first (const double *before,
              const double *certainty,
              const double *after)
{
  KlWeights weights = *kl_weights_get_default ();

  memcpy (weights.w, before, KL_N_FIRST_WEIGHTS * sizeof *before);
  kl_weights_order_first (&weights, certainty);
  for (guint i = 0; i < KL_N_FIRST_WEIGHTS; i++)
    {
      g_assert_cmpfloat_with_epsilon (weights.w[i], after[i], 1e-9);
      g_assert_true (i == 0 || weights.w[i] >= weights.w[i - 1]);
    }
  COACH_ASSERT_SAME (weights.w[4], kl_weights_get_default ()->w[4]);
}

static void
test_order_first (void)
{
  const double ordered[] = { 0.25, 1, 1, 4 };
  const double equal[] = { 1, 1, 1, 1 };
  const double sure_of_last[] = { 1, 1, 1, 1e12 };

  assert_first (ordered, equal, ordered);
  assert_first ((const double[]) { 1, 4, 1, 9 }, equal, (const double[]) { 1, 2, 2, 9 });
  assert_first ((const double[]) { 1, 4, 1, 9 }, (const double[]) { 1, 1, 3, 1 },
                (const double[]) { 1, sqrt (2), sqrt (2), 9 });
  assert_first ((const double[]) { 16, 8, 4, 2 }, equal,
                (const double[]) { sqrt (32), sqrt (32), sqrt (32), sqrt (32) });
  assert_first ((const double[]) { 0.2, 1.5, 2.5, 1 }, sure_of_last, (const double[]) { 0.2, 1, 1, 1 });
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
  g_test_add_func ("/weights/order-first", test_order_first);
  g_test_add_func ("/weights/text", test_text);

  return g_test_run ();
}
