/* test-places.c: things beside each other stand apart, in their order, as near to their places as they can */

#include "config.h"

#include "chart/kl-places.h"

#include <math.h>

static void
test_apart (void)
{
  double free_places[] = { 10, 40, 80 }, close_places[] = { 50, 50, 50 }, low_places[] = { 2, 3 },
         high_places[] = { 95, 99 };
  const double offsets[] = { 0, 20, 40 };

  kl_places_spread (free_places, offsets, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (free_places[0], 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (free_places[1], 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (free_places[2], 80, 1e-9);

  /* About their mean. */
  kl_places_spread (close_places, offsets, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (close_places[0], 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (close_places[1], 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (close_places[2], 70, 1e-9);

  kl_places_spread (low_places, offsets, 2, 5, 100);
  g_assert_cmpfloat_with_epsilon (low_places[0], 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (low_places[1], 25, 1e-9);
  kl_places_spread (high_places, offsets, 2, 0, 100);
  g_assert_cmpfloat_with_epsilon (high_places[0], 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (high_places[1], 100, 1e-9);
}

static void
test_no_room (void)
{
  double places[] = { 5, 5, 5 }, none[] = { 5, 7 };
  const double offsets[] = { 0, 20, 40 };

  kl_places_spread (places, offsets, 3, 0, 10);
  g_assert_cmpfloat_with_epsilon (places[0], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (places[1], 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (places[2], 10, 1e-9);
  kl_places_spread (none, offsets, 2, 3, 3);
  g_assert_cmpfloat_with_epsilon (none[0], 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (none[1], 3, 1e-9);
  kl_places_spread (none, offsets, 0, 0, 1);
}

static void
test_any (void)
{
  for (guint round = 0; round < 200; round++)
    {
      double places[12], offsets[12];
      guint n = (guint) g_test_rand_int_range (1, 13);

      for (guint i = 0; i < n; i++)
        {
          places[i] = g_test_rand_double_range (-50, 150) + i;
          offsets[i] = i * 8.0;
        }
      for (guint i = 1; i < n; i++)
        places[i] = MAX (places[i], places[i - 1]);
      kl_places_spread (places, offsets, n, 0, 100);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (places[i], >=, -1e-9);
          g_assert_cmpfloat (places[i], <=, 100 + 1e-9);
          if (i > 0)
            g_assert_cmpfloat (places[i] - places[i - 1], >=, 8 - 1e-9);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/places/apart", test_apart);
  g_test_add_func ("/chart/places/no-room", test_no_room);
  g_test_add_func ("/chart/places/any", test_any);

  return g_test_run ();
}
