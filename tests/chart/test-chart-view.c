/* test-chart-view.c: what is seen of a chart, however it is moved */

#include "config.h"

#include <math.h>

#include "chart/kl-chart-view.h"

#define EPSILON 1e-9

static void
assert_inside (KlChartView view,
               double      smallest)
{
  g_assert_cmpfloat (view.from, >=, 0);
  g_assert_cmpfloat (view.to, <=, 1 + EPSILON);
  g_assert_cmpfloat (view.to - view.from, >=, MIN (smallest, 1) - EPSILON);
}

/* Any walk stays inside, and the way back shows all again. */
static void
test_any_walk (void)
{
  for (guint round = 0; round < 300; round++)
    {
      KlChartView view = KL_CHART_VIEW_WHOLE;
      double smallest = g_test_rand_double_range (1e-6, 1);

      for (guint step = 0; step < 40; step++)
        {
          if (g_test_rand_bit ())
            view = kl_chart_view_zoom (view, g_test_rand_double_range (-0.5, 1.5), g_test_rand_double_range (0.1, 8),
                                       smallest);
          else if (g_test_rand_bit ())
            view = kl_chart_view_pan (view, g_test_rand_double_range (-3, 3));
          else
            view = kl_chart_view_reveal (view, g_test_rand_double_range (0, 1));
          assert_inside (view, smallest);
        }
      g_assert_true (kl_chart_view_is_whole (kl_chart_view_zoom (view, 0.3, 1e-9, smallest)));
    }
}

/* What lies under the pointer stays under it. */
static void
test_zoom_keeps_the_point (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double point = g_test_rand_double (), from = g_test_rand_double_range (0, 0.6);
      KlChartView before = { from, from + g_test_rand_double_range (0.1, 0.4) };
      KlChartView after = kl_chart_view_zoom (before, point, g_test_rand_double_range (1, 20), 1e-6);
      double there = before.from + point * (before.to - before.from);

      g_assert_cmpfloat_with_epsilon (after.from + point * (after.to - after.from), there, EPSILON);
    }
}

static void
test_there_and_back (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double point = g_test_rand_double (), factor = g_test_rand_double_range (1, 50);
      double parts = g_test_rand_double_range (-0.1, 0.1);
      KlChartView before = { 0.3, 0.6 };
      KlChartView zoomed = kl_chart_view_zoom (before, point, factor, 1e-6);
      KlChartView back = kl_chart_view_zoom (zoomed, point, 1 / factor, 1e-6);
      KlChartView moved = kl_chart_view_pan (kl_chart_view_pan (before, parts), -parts);

      g_assert_cmpfloat_with_epsilon (back.from, before.from, EPSILON);
      g_assert_cmpfloat_with_epsilon (back.to, before.to, EPSILON);
      g_assert_cmpfloat_with_epsilon (moved.from, before.from, EPSILON);
      g_assert_cmpfloat_with_epsilon (moved.to, before.to, EPSILON);
    }
}

static void
test_reveal (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double from = g_test_rand_double_range (0, 0.5), point = g_test_rand_double ();
      KlChartView before = { from, from + g_test_rand_double_range (0.01, 0.5) };
      KlChartView after = kl_chart_view_reveal (before, point);

      g_assert_cmpfloat (after.from, <=, point + EPSILON);
      g_assert_cmpfloat (after.to, >=, point - EPSILON);
      g_assert_cmpfloat_with_epsilon (after.to - after.from, before.to - before.from, EPSILON);
      if (point >= before.from && point <= before.to)
        g_assert_cmpfloat_with_epsilon (after.from, before.from, EPSILON);
    }
}

static void
test_no_number (void)
{
  const KlChartView view = { 0.25, 0.5 };
  const double bad[] = { (double) NAN, (double) INFINITY, -(double) INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const KlChartView after[] = {
        kl_chart_view_zoom (view, 0.5, bad[i], 0.1), kl_chart_view_zoom (view, bad[i], 2, 0.1),
        kl_chart_view_pan (view, bad[i]),            kl_chart_view_reveal (view, bad[i]),
        kl_chart_view_zoom (view, 0.5, 0, 0.1),      kl_chart_view_zoom (view, 0.5, -1, 0.1),
      };

      for (guint j = 0; j < G_N_ELEMENTS (after); j++)
        {
          g_assert_cmpfloat_with_epsilon (after[j].from, view.from, EPSILON);
          g_assert_cmpfloat_with_epsilon (after[j].to, view.to, EPSILON);
        }
    }
  g_assert_true (kl_chart_view_is_whole (kl_chart_view_zoom (KL_CHART_VIEW_WHOLE, 0.5, 100, 1)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/view/any-walk", test_any_walk);
  g_test_add_func ("/chart/view/point", test_zoom_keeps_the_point);
  g_test_add_func ("/chart/view/back", test_there_and_back);
  g_test_add_func ("/chart/view/reveal", test_reveal);
  g_test_add_func ("/chart/view/no-number", test_no_number);

  return g_test_run ();
}
