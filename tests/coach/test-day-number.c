/* test-day-number.c: which day a moment belongs to */

#include "config.h"

#include "coach/kl-day-number.h"
#include "coach/kl-learning-calendar.h"

static void
assert_day (const char *date,
            const char *zone_name,
            guint       rollover,
            const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *text = NULL;
  KlIsoDate written;

  g_assert (zone != NULL);
  g_assert_true (kl_iso_date_parse (date, &written));
  text = kl_iso_date_format_day (kl_day_number_of_date (&written, zone, rollover, NULL));
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
test_days_between (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GDateTime) night = g_date_time_new (zone, 2025, 10, 26, 3, 59, 59);
  g_autoptr(GDateTime) morning = g_date_time_new (zone, 2025, 10, 26, 4, 0, 0);
  KlIsoDate date;

  g_assert_cmpint (kl_day_number_of_time (morning, 4) - kl_day_number_of_time (night, 4), ==, 1);
  g_assert_true (kl_iso_date_parse ("2024-02-28", &date));
  g_assert_cmpint (kl_day_number_of_time (morning, 4) - kl_day_number_of_date (&date, zone, 4, NULL), ==, 606);
}

/* Around a moment, and so around some of the changes of a zone's clocks, one calendar says what is found each time. */
static void
assert_calendar (GTimeZone       *zone,
                 guint            rollover,
                 const KlIsoDate *date)
{
  g_autoptr(KlLearningCalendar) calendar = kl_learning_calendar_new (zone, rollover);

  for (gint32 i = -40; i < 40; i++)
    {
      KlIsoDate near = { date->day + i * (i % 3 + 5), date->second, date->offset };
      gint64 second;
      gint64 expected;

      g_assert_cmpint (kl_learning_calendar_get_day (calendar, &near, &second), ==,
                       kl_day_number_of_date (&near, zone, rollover, &expected));
      g_assert_cmpint (second, ==, expected);
    }
}

/* What is read here is what GLib reads, in all forms, zones and years. */
static void
test_as_glib (void)
{
  static const char *const zones[]
    = { "UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu" };
  static const char *const forms[]
    = { "%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%:z", "%Y%m%dT%H%M%S%z" };
  g_autoptr(GRand) random = g_rand_new_with_seed (12);
  guint n_read = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GTimeZone) zone
        = g_time_zone_new_identifier (zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))]);
      g_autoptr(GTimeZone) other
        = g_time_zone_new_identifier (zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))]);
      g_autoptr(GDateTime) time
        = g_date_time_new (other, g_rand_int_range (random, i % 2 == 0 ? 1970 : 1, i % 2 == 0 ? 2060 : 9999),
                           g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29),
                           g_rand_int_range (random, 0, 24), g_rand_int_range (random, 0, 60), 59);
      g_autoptr(GDateTime) local = g_date_time_to_timezone (time, zone);
      g_autofree char *text = i % 8 == 0 ? g_date_time_format_iso8601 (time)
                                         : g_date_time_format (time, forms[i % G_N_ELEMENTS (forms)]);
      g_autoptr(GDateTime) again = g_date_time_new_from_iso8601 (text, zone);
      guint rollover = (guint) g_rand_int_range (random, 0, 24);
      KlIsoDate date;
      gint64 second;

      /* An offset of seconds, as zones had them once, is not written. */
      if (again == NULL || !g_date_time_equal (again, time))
        continue;

      g_assert_true (kl_iso_date_parse (text, &date));
      g_assert_cmpint (kl_day_number_of_date (&date, zone, rollover, &second), ==,
                       kl_day_number_of_time (local, rollover));
      g_assert_cmpint (second, ==, g_date_time_to_unix (time));
      assert_calendar (zone, rollover, &date);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 15000);
}

static void
test_no_time (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  KlIsoDate date;
  gint64 second = 0;

  g_assert_true (kl_iso_date_parse ("2025-10-10", &date));
  g_assert_cmpint (kl_day_number_of_date (&date, zone, 4, &second), ==, date.day);
  g_assert_cmpint (second, ==, KL_DAY_NUMBER_NO_TIME);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day-number/date", test_date);
  g_test_add_func ("/day-number/rollover", test_rollover);
  g_test_add_func ("/day-number/days-between", test_days_between);
  g_test_add_func ("/day-number/as-glib", test_as_glib);
  g_test_add_func ("/day-number/no-time", test_no_time);

  return g_test_run ();
}
