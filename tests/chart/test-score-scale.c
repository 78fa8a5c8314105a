/* test-score-scale.c: days and percent as places */

#include "config.h"

#include <math.h>

#include "chart/kl-score-scale.h"
#include "model/kl-iso-date.h"

static const cairo_rectangle_t plot = { 30, 10, 240, 150 };

static void
test_percent (void)
{
  KlScoreScale scale;

  kl_score_scale_init (&scale, &plot, NULL, 0, 0);
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
  KlScoreTick ticks[KL_SCORE_SCALE_MAX_TICKS];

  kl_score_scale_init (&scale, &plot, days, 2, 0);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_x (&scale, 739000), 150, 1e-9);
  g_assert_cmpuint (kl_score_scale_ticks (&scale, 60, ticks), ==, 1);
  g_assert_cmpint (ticks[0].day, ==, 739000);

  kl_score_scale_init (&scale, &plot, NULL, 0, 0);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_x (&scale, 739000), 150, 1e-9);
  g_assert_cmpuint (kl_score_scale_ticks (&scale, 60, ticks), ==, 0);
}

static void
test_today_is_shown (void)
{
  KlScoreScale scale;
  const int days[] = { 739000 };

  kl_score_scale_init (&scale, &plot, days, 1, 739030);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_x (&scale, 739000), 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_scale_get_x (&scale, 739030), 270, 1e-9);
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

      kl_score_scale_init (&scale, &plot, days, n_days, 0);
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

  kl_score_scale_init (&scale, &plot, days, 4, 0);
  kl_score_scale_spread (&scale, days, 4, 16, places);
  g_assert_cmpfloat_with_epsilon (places[0], 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[1], 142, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[2], 158, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[3], 270, 1e-6);
}

static void
test_ticks_of_any_span (void)
{
  static const int spans[] = { 1, 2, 6, 13, 30, 45, 100, 365, 800, 3000, 40000, 800000, 3652058 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      KlScoreTick ticks[KL_SCORE_SCALE_MAX_TICKS];
      const int days[] = { 1, 1 + spans[i] };
      KlScoreScale scale;
      guint n_ticks;

      kl_score_scale_init (&scale, &plot, days, 2, 0);
      n_ticks = kl_score_scale_ticks (&scale, 60, ticks);
      g_assert_cmpuint (n_ticks, >=, 1);
      g_assert_cmpuint (n_ticks, <=, 5);
      for (guint j = 0; j < n_ticks; j++)
        {
          g_assert_cmpint (ticks[j].day, >=, scale.first_day);
          g_assert_cmpint (ticks[j].day, <=, scale.last_day);
          g_assert_true (j == 0 || ticks[j].day > ticks[j - 1].day);
        }
    }
}

static void
test_ticks_name_the_year (void)
{
  KlScoreTick ticks[KL_SCORE_SCALE_MAX_TICKS];
  const int days[] = { kl_iso_date_parse_day ("2025-10-10"), kl_iso_date_parse_day ("2026-02-20") };
  KlScoreScale scale;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  kl_score_scale_init (&scale, &plot, days, 2, 0);
  g_assert_cmpuint (kl_score_scale_ticks (&scale, 45, ticks), ==, 4);
  first = kl_chart_text_day (ticks[0].day, ticks[0].form);
  second = kl_chart_text_day (ticks[1].day, ticks[1].form);
  third = kl_chart_text_day (ticks[2].day, ticks[2].form);
  g_assert_cmpstr (first, ==, "Nov 2025");
  g_assert_cmpstr (second, ==, "Dec");
  g_assert_cmpstr (third, ==, "Jan 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/score-scale/percent", test_percent);
  g_test_add_func ("/chart/score-scale/one-day", test_one_day);
  g_test_add_func ("/chart/score-scale/today", test_today_is_shown);
  g_test_add_func ("/chart/score-scale/spread", test_spread_any_days);
  g_test_add_func ("/chart/score-scale/spread-with-room", test_spread_keeps_days_with_room);
  g_test_add_func ("/chart/score-scale/ticks", test_ticks_of_any_span);
  g_test_add_func ("/chart/score-scale/ticks-year", test_ticks_name_the_year);

  return g_test_run ();
}
