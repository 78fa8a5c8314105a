/* test-time-scale.c: days as places, back again, and the round dates */

#include "config.h"

#include "chart/kl-time-scale.h"
#include "model/kl-iso-date.h"

static KlTimeScale
make (const char *first,
      const char *last)
{
  KlTimeScale scale;

  kl_time_scale_init (&scale, 30, 240, kl_iso_date_parse_day (first), kl_iso_date_parse_day (last),
                      KL_CHART_VIEW_WHOLE);
  return scale;
}

static void
test_ticks_of_any_span (void)
{
  static const int spans[] = { 0, 1, 2, 6, 13, 30, 45, 100, 365, 800, 3000, 40000, 800000, 3652058 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    for (guint round = 0; round < 50; round++)
      {
        KlTimeTick ticks[KL_TIME_SCALE_MAX_TICKS];
        double from = round == 0 ? 0 : g_test_rand_double_range (0, 0.9);
        const KlChartView view = { from, round == 0 ? 1 : g_test_rand_double_range (from + 0.05, 1) };
        KlTimeScale scale;
        guint n_ticks;

        kl_time_scale_init (&scale, 30, 240, 1, 1 + spans[i], view);
        n_ticks = kl_time_scale_ticks (&scale, 60, G_DATE_MONDAY, ticks);
        g_assert_cmpuint (n_ticks, <=, 5);
        if (round == 0)
          g_assert_cmpuint (n_ticks, >=, 1);
        for (guint j = 0; j < n_ticks; j++)
          {
            double x = kl_time_scale_get_x (&scale, ticks[j].day);

            g_assert_cmpfloat (x, >=, 30 - 1e-6);
            g_assert_cmpfloat (x, <=, 270 + 1e-6);
            g_assert_true (j == 0 || ticks[j].day > ticks[j - 1].day);
          }
      }
}

static void
test_no_day (void)
{
  KlTimeTick ticks[KL_TIME_SCALE_MAX_TICKS];
  KlTimeScale scale;

  kl_time_scale_init (&scale, 30, 240, 0, 0, KL_CHART_VIEW_WHOLE);
  g_assert_cmpuint (kl_time_scale_ticks (&scale, 60, G_DATE_MONDAY, ticks), ==, 0);
  kl_time_scale_init (&scale, 30, -5, 739000, 738000, KL_CHART_VIEW_WHOLE);
  g_assert_cmpfloat_with_epsilon (kl_time_scale_get_x (&scale, 739000), 30, 1e-9);
  g_assert_cmpint (kl_time_scale_get_day (&scale, 1000), ==, 739000);
}

static void
test_ticks_name_the_year (void)
{
  KlTimeTick ticks[KL_TIME_SCALE_MAX_TICKS];
  KlTimeScale scale = make ("2025-10-10", "2026-02-20");
  static const char *const expected[] = { "Nov 2025", "Dec", "Jan 2026", "Feb" };

  g_assert_cmpuint (kl_time_scale_ticks (&scale, 45, G_DATE_MONDAY, ticks), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = kl_chart_text_day (ticks[i].day, ticks[i].form);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* Weeks begin where the person's do, and a tick stays at its day when the view moves. */
static void
test_weeks_begin_by_locale (void)
{
  static const struct { GDateWeekday weekday; const char *first; } begins[] = {
    { G_DATE_MONDAY, "2025-10-13" }, { G_DATE_SUNDAY, "2025-10-12" }, { G_DATE_SATURDAY, "2025-10-11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      KlTimeTick ticks[KL_TIME_SCALE_MAX_TICKS];
      KlTimeScale scale = make ("2025-10-10", "2025-11-05");

      g_assert_cmpuint (kl_time_scale_ticks (&scale, 55, begins[i].weekday, ticks), >=, 3);
      g_assert_cmpint (ticks[0].day, ==, kl_iso_date_parse_day (begins[i].first));
      g_assert_cmpint (ticks[1].day, ==, ticks[0].day + 7);
    }
}

static void
test_pixel_and_back (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      int first = g_test_rand_int_range (1, 700000), last = first + g_test_rand_int_range (0, 100000);
      double from = g_test_rand_double_range (0, 0.9);
      const KlChartView view = { from, g_test_rand_double_range (from + 0.01, 1) };
      int day = g_test_rand_int_range (first, last + 1);
      KlTimeScale scale;

      kl_time_scale_init (&scale, 30, 1 + round, first, last, view);
      if (day >= scale.from && day <= scale.to)
        g_assert_cmpint (kl_time_scale_get_day (&scale, kl_time_scale_get_x (&scale, day)), ==, day);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/time-scale/ticks", test_ticks_of_any_span);
  g_test_add_func ("/chart/time-scale/no-day", test_no_day);
  g_test_add_func ("/chart/time-scale/year", test_ticks_name_the_year);
  g_test_add_func ("/chart/time-scale/weeks", test_weeks_begin_by_locale);
  g_test_add_func ("/chart/time-scale/back", test_pixel_and_back);

  return g_test_run ();
}
