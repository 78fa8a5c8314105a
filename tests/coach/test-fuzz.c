/* test-fuzz.c: intervals that differ a little */

#include "config.h"

#include "coach/kl-fuzz.h"

static void
assert_range (double interval,
              gint64 elapsed,
              gint64 maximum,
              gint64 expected_first,
              gint64 expected_last)
{
  gint64 first;
  gint64 last;

  kl_fuzz_get_range (interval, elapsed, maximum, &first, &last);
  g_assert_cmpint (first, ==, expected_first);
  g_assert_cmpint (last, ==, expected_last);
}

static void
test_range (void)
{
  /* Below 2.5 days it stays. */
  assert_range (0.3, 0, 36500, 1, 1);
  assert_range (2.49, 0, 36500, 2, 2);
  /* δ = 1 */
  assert_range (2.5, 0, 36500, 2, 4);
  /* δ = 1 + 0.15 · 4.5 + 0.1 · 3 = 1.975 */
  assert_range (10, 0, 36500, 8, 12);
  /* δ = 1 + 0.15 · 4.5 + 0.1 · 13 + 0.05 · 80 = 6.975 */
  assert_range (100, 0, 36500, 93, 107);
  /* Grown: not before the day after the last one. Shrunk: anywhere. */
  assert_range (10, 9, 36500, 10, 12);
  assert_range (10, 30, 36500, 8, 12);
  assert_range (10, 0, 11, 8, 11);
  assert_range (10, 0, 5, 5, 5);
  assert_range (50000, 0, 36500, 36500, 36500);
}

static void
test_pick_is_even (void)
{
  enum
  {
    N_SUBJECTS = 20000,
  };
  guint counts[13] = { 0 };

  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("subject-%u", i / 4);
      gint64 days = kl_fuzz_pick (10, 0, 36500, id, i % 4 + 1);

      g_assert_true (days >= 8 && days <= 12);
      g_assert_cmpint (kl_fuzz_pick (10, 0, 36500, id, i % 4 + 1), ==, days);
      counts[days]++;
    }

  /* Five days, 4,000 each: six standard deviations are 340. */
  for (guint days = 8; days <= 12; days++)
    {
      g_assert_cmpuint (counts[days], >, 3660);
      g_assert_cmpuint (counts[days], <, 4340);
    }
}

/* Another computer, and another version of KLearn, must pick the same. */
static void
test_pick_stays (void)
{
  g_assert_cmpint (kl_fuzz_pick (100, 0, 36500, "0b9f7a4e-6b6e-4f57-9a37-8f6f4a4d2a11", 1), ==, 99);
  g_assert_cmpint (kl_fuzz_pick (100, 0, 36500, "0b9f7a4e-6b6e-4f57-9a37-8f6f4a4d2a11", 2), ==, 95);
  g_assert_cmpint (kl_fuzz_pick (100, 0, 36500, "", 0), ==, 100);
}

static void
test_longer_never_earlier (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      gint64 elapsed = g_rand_int_range (random, 0, 100);
      gint64 maximum = g_rand_int_range (random, 1, 200);
      gint64 last = 0;

      for (guint tenths = 1; tenths < 1500; tenths++)
        {
          gint64 days = kl_fuzz_pick (tenths / 10.0, elapsed, maximum, id, i);

          g_assert_cmpint (days, >=, last);
          g_assert_cmpint (days, <=, maximum);
          last = days;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz/range", test_range);
  g_test_add_func ("/fuzz/pick-is-even", test_pick_is_even);
  g_test_add_func ("/fuzz/pick-stays", test_pick_stays);
  g_test_add_func ("/fuzz/longer-never-earlier", test_longer_never_earlier);

  return g_test_run ();
}
