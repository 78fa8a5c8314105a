/* test-day-number.c: which day a moment belongs to */

#include "config.h"

#include "coach/kl-day-number.h"

static void
assert_day (const char *date,
            const char *zone_name,
            guint       rollover,
            const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *text = NULL;
  gint64 day;

  g_assert (zone != NULL);
  g_assert_true (kl_day_number_of_date (date, zone, rollover, &day));
  text = kl_day_number_format (day);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_date (void)
{
  /* A date stays a date. */
  assert_day ("2025-10-10", "Europe/Berlin", 4, "2025-10-10");
  assert_day ("2025-10-10", "Pacific/Kiritimati", 23, "2025-10-10");
  assert_day ("0001-01-01", "UTC", 4, "0001-01-01");
  assert_day ("9999-12-31", "UTC", 4, "9999-12-31");
}

static void
test_rollover (void)
{
  assert_day ("2025-10-10T03:59:59+02:00", "Europe/Berlin", 4, "2025-10-09");
  assert_day ("2025-10-10T04:00:00+02:00", "Europe/Berlin", 4, "2025-10-10");
  assert_day ("2025-10-10T00:00:00+02:00", "Europe/Berlin", 0, "2025-10-10");
  assert_day ("2025-01-01T01:00:00+01:00", "Europe/Berlin", 4, "2024-12-31");
  /* Where it is shown is where the person is. */
  assert_day ("2025-10-10T23:00:00-05:00", "Europe/Berlin", 4, "2025-10-11");
  assert_day ("2025-10-10T23:30:00Z", "Europe/Berlin", 4, "2025-10-10");
  assert_day ("2025-10-10T23:30:00Z", "Europe/Berlin", 1, "2025-10-11");
  assert_day ("2025-10-10T12:00:00", "Asia/Tokyo", 4, "2025-10-10");
  /* The night in which an hour comes twice, and the one in which it does not come. */
  assert_day ("2025-10-26T02:30:00+01:00", "Europe/Berlin", 3, "2025-10-25");
  assert_day ("2025-03-30T03:10:00+02:00", "Europe/Berlin", 3, "2025-03-30");
}

static void
test_not_a_date (void)
{
  static const char *const texts[]
    = { "", "2025", "2025-13-01", "2025-02-29", "2025-10-10T", "2025-10-1x", "soon enough" };
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  gint64 day = 7;

  g_assert_false (kl_day_number_of_date (NULL, zone, 4, &day));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (kl_day_number_of_date (texts[i], zone, 4, &day));
  g_assert_cmpint (day, ==, 7);
  g_assert_null (kl_day_number_format (0));
  g_assert_null (kl_day_number_format (G_MAXINT64));
}

static void
test_days_between (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GDateTime) night = g_date_time_new (zone, 2025, 10, 26, 3, 59, 59);
  g_autoptr(GDateTime) morning = g_date_time_new (zone, 2025, 10, 26, 4, 0, 0);
  gint64 day;

  g_assert_cmpint (kl_day_number_of_time (morning, 4) - kl_day_number_of_time (night, 4), ==, 1);
  g_assert_true (kl_day_number_of_date ("2024-02-28", zone, 4, &day));
  g_assert_cmpint (kl_day_number_of_time (morning, 4) - day, ==, 606);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day-number/date", test_date);
  g_test_add_func ("/day-number/rollover", test_rollover);
  g_test_add_func ("/day-number/not-a-date", test_not_a_date);
  g_test_add_func ("/day-number/days-between", test_days_between);

  return g_test_run ();
}
