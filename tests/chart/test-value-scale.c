/* test-value-scale.c: values as places, back again, and the round ones */

#include "config.h"

#include <math.h>

#include "chart/kl-value-scale.h"

static double
any_value (void)
{
  return g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_double_range (-6, 12));
}

static void
assert_round (double step)
{
  double digits = step / pow (10, floor (log10 (step) + 1e-9));

  g_assert_true (fabs (digits - 1) < 1e-6 || fabs (digits - 2) < 1e-6 || fabs (digits - 5) < 1e-6);
}

/* Any two ends: the ticks are inside, in order, evenly apart by a round step, and not too dense. */
static void
test_ticks_of_any_scale (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double low = any_value (), length = pow (10, g_test_rand_double_range (-3, 9)), ticks[KL_VALUE_SCALE_MAX_TICKS];
      double height = g_test_rand_double_range (0, 2000);
      gboolean whole = g_test_rand_bit ();
      KlValueScale scale;
      guint n_ticks;

      kl_value_scale_init (&scale, low, low + MAX (length, fabs (low) * 1e-3), height, 0);
      n_ticks = kl_value_scale_ticks (&scale, 34, whole, ticks);
      g_assert_cmpuint (n_ticks, <=, KL_VALUE_SCALE_MAX_TICKS);
      for (guint j = 0; j < n_ticks; j++)
        {
          g_assert_cmpfloat (ticks[j], >=, scale.low);
          g_assert_cmpfloat (ticks[j], <=, scale.high);
          if (j > 0)
            g_assert_cmpfloat (ticks[j], >, ticks[j - 1]);
          if (j > 0 && n_ticks > 2)
            g_assert_cmpfloat (kl_value_scale_get_place (&scale, ticks[j - 1])
                               - kl_value_scale_get_place (&scale, ticks[j]), >=, 34 - 1e-6);
        }
      if (n_ticks > 2 && fabs (low) < length * 1e3)
        assert_round ((ticks[n_ticks - 1] - ticks[0]) / (n_ticks - 1));
    }
}

static void
test_widened_ends_are_round (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      double ticks[KL_VALUE_SCALE_MAX_TICKS];
      KlValueScale scale;
      guint n_ticks;

      kl_value_scale_init (&scale, 0, pow (10, g_test_rand_double_range (0, 9)), 200, 0);
      kl_value_scale_widen (&scale, 34, TRUE);
      n_ticks = kl_value_scale_ticks (&scale, 34, TRUE, ticks);
      g_assert_cmpuint (n_ticks, >=, 2);
      g_assert_cmpfloat_with_epsilon (ticks[0], 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks[n_ticks - 1] / scale.high, 1, 1e-9);
      for (guint j = 0; j < n_ticks; j++)
        g_assert_cmpfloat_with_epsilon (ticks[j], rint (ticks[j]), 1e-6);
    }
}

static void
test_pixel_and_back (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double start = g_test_rand_double_range (-100, 100), end = start + g_test_rand_double_range (1, 4000);
      double low = any_value (), place = g_test_rand_double_range (start, end);
      gboolean upwards = g_test_rand_bit ();
      KlValueScale scale;

      kl_value_scale_init (&scale, low, low + MAX (fabs (low), 1e-3), upwards ? end : start, upwards ? start : end);
      g_assert_cmpfloat_with_epsilon (kl_value_scale_get_place (&scale, kl_value_scale_get_value (&scale, place)),
                                      place, 1e-6);
    }
}

static void
test_no_room_and_no_number (void)
{
  const double values[] = { 0, 7, -7, 1e308, -1e308, 1e-320, (double) NAN, (double) INFINITY, -(double) INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      for (guint height = 0; height < 300; height += 99)
        {
          double ticks[KL_VALUE_SCALE_MAX_TICKS];
          KlValueScale scale;

          kl_value_scale_init (&scale, values[i], values[j], height, 0);
          g_assert_cmpfloat (scale.high, >, scale.low);
          for (guint k = 0; k < G_N_ELEMENTS (values); k++)
            {
              double place = kl_value_scale_get_place (&scale, values[k]);

              g_assert_true (place >= 0 && place <= height);
            }
          g_assert_true (isfinite (kl_value_scale_get_value (&scale, height / 2.0)));
          g_assert_cmpuint (kl_value_scale_ticks (&scale, 34, i % 2, ticks), <=, KL_VALUE_SCALE_MAX_TICKS);
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/value-scale/ticks", test_ticks_of_any_scale);
  g_test_add_func ("/chart/value-scale/widened", test_widened_ends_are_round);
  g_test_add_func ("/chart/value-scale/back", test_pixel_and_back);
  g_test_add_func ("/chart/value-scale/no-number", test_no_room_and_no_number);

  return g_test_run ();
}
