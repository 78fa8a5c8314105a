/* test-score-scale.c: days and percent as places */

#include "config.h"

#include <math.h>

#include "chart/kl-score-scale.h"

static const cairo_rectangle_t plot = { 30, 10, 240, 150 };

static void
test_percent (void)
{
  KlScoreScale scale;

  kl_score_scale_init (&scale, &plot, 0, 0, KL_CHART_VIEW_WHOLE);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_y (&scale, 0), 160, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_y (&scale, 100), 10, 1e-9);
  for (int percent = 0; percent < 100; percent++)
    g_assert_cmpfloat (kl_score_scale_get_y (&scale, percent), >, kl_score_scale_get_y (&scale, percent + 1));
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_y (&scale, -50), 160, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_y (&scale, 1e308), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_y (&scale, (double) NAN), 160, 1e-9);
}

static void
test_one_day (void)
{
  KlScoreScale scale;
  const int days[] = { 739000, 739000 };

  kl_score_scale_init (&scale, &plot, days[0], days[1], KL_CHART_VIEW_WHOLE);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_x (&scale, 739000), 150, 1e-9);

  kl_score_scale_init (&scale, &plot, 0, 0, KL_CHART_VIEW_WHOLE);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_x (&scale, 739000), 150, 1e-9);
}

/* Any days whatever: in their order, inside the plot, and apart as long as there is room. */
static void
test_spread_any_days (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20251010);

  for (guint round = 0; round < 500; round++)
    {
      guint n_days = (guint) g_rand_int_range (rand, 1, 60);
      g_autofree int *days = g_new (int, n_days);
      g_autofree double *places = g_new (double, n_days);
      KlScoreScale scale;
      double needed = 0;

      days[0] = 738000;
      for (guint i = 1; i < n_days; i++)
        days[i] = days[i - 1] + (g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 0, 400));
      for (guint i = 1; i < n_days; i++)
        needed += days[i] == days[i - 1] ? 16 : 5.6;

      kl_score_scale_init (&scale, &plot, days[0], days[n_days - 1], KL_CHART_VIEW_WHOLE);
      kl_score_scale_spread (&scale, days, n_days, 16, places);
      for (guint i = 0; i < n_days; i++)
        {
          g_assert_cmpfloat (places[i], >=, plot.x - 1e-6);
          g_assert_cmpfloat (places[i], <=, plot.x + plot.width + 1e-6);
          if (i > 0)
            g_assert_cmpfloat (places[i], >, places[i - 1]);
          if (i > 0 && needed <= plot.width)
            g_assert_cmpfloat (places[i] - places[i - 1], >=, (days[i] == days[i - 1] ? 16 : 5.6) - 1e-6);
        }
    }
}

static void
test_spread_keeps_days_with_room (void)
{
  KlScoreScale scale;
  const int days[] = { 739000, 739010, 739010, 739020 };
  double places[4];

  kl_score_scale_init (&scale, &plot, days[0], days[3], KL_CHART_VIEW_WHOLE);
  kl_score_scale_spread (&scale, days, 4, 16, places);
  g_assert_cmpfloat_with_epsilon (places[0], 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[1], 142, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[2], 158, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[3], 270, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/score-scale/percent", test_percent);
  g_test_add_func ("/chart/score-scale/one-day", test_one_day);
  g_test_add_func ("/chart/score-scale/spread", test_spread_any_days);
  g_test_add_func ("/chart/score-scale/spread-with-room", test_spread_keeps_days_with_room);

  return g_test_run ();
}
