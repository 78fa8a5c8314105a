/* test-day.c: the day in words follows the clock */

#include "config.h"

#include "ui/today/kl-day.h"

#include "test-clock.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_midnight (void)
{
  g_autoptr(TestClock) clock = test_clock_new ("2026-12-04T23:59:59Z");
  g_autoptr(KlDay) day = kl_day_new (KL_CLOCK (clock));
  guint count = 0;

  g_signal_connect_swapped (day, "notify::text", G_CALLBACK (count_cb), &count);
  g_assert_cmpstr (kl_day_get_text (day), ==, "Friday, 4 December 2026");

  test_clock_set (clock, "2026-12-05T00:00:00Z");
  kl_clock_day_changed (KL_CLOCK (clock));
  g_assert_cmpstr (kl_day_get_text (day), ==, "Saturday, 5 December 2026");
  g_assert_cmpuint (count, ==, 1);

  /* As after a change of the zone that leaves the day as it is. */
  kl_clock_day_changed (KL_CLOCK (clock));
  g_assert_cmpuint (count, ==, 1);
}

static void
test_let_go (void)
{
  g_autoptr(TestClock) clock = test_clock_new ("2026-12-04T12:00:00Z");
  KlDay *day = kl_day_new (KL_CLOCK (clock));

  g_assert_finalize_object (day);
  kl_clock_day_changed (KL_CLOCK (clock));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/midnight", test_midnight);
  g_test_add_func ("/day/let-go", test_let_go);

  return g_test_run ();
}
