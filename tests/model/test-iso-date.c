/* test-iso-date.c: dates as KLearn keeps them */

#include "config.h"

#include "model/kl-iso-date.h"

static void
assert_read (const char *text,
             const char *day,
             gint32      second,
             gint32      offset)
{
  g_autofree char *written = NULL;
  KlIsoDate date;

  g_assert_true (kl_iso_date_parse (text, &date));
  written = kl_iso_date_format_day (date.day);
  g_assert_cmpstr (written, ==, day);
  g_assert_cmpint (date.second, ==, second);
  g_assert_cmpint (date.offset, ==, offset);
}

static void
test_forms (void)
{
  assert_read ("2025-10-10", "2025-10-10", KL_ISO_DATE_NO_TIME, KL_ISO_DATE_NO_ZONE);
  assert_read ("0001-01-01", "0001-01-01", KL_ISO_DATE_NO_TIME, KL_ISO_DATE_NO_ZONE);
  assert_read ("9999-12-31", "9999-12-31", KL_ISO_DATE_NO_TIME, KL_ISO_DATE_NO_ZONE);
  assert_read ("2025-10-10T18:30:01Z", "2025-10-10", 66601, 0);
  assert_read ("2025-10-10T18:30:01+02:00", "2025-10-10", 66601, 7200);
  assert_read ("2025-10-10T18:30:01-05", "2025-10-10", 66601, -18000);
  assert_read ("2025-10-10T18:30:01.25+05:45", "2025-10-10", 66601, 20700);
  assert_read ("2025-10-10T18:30:01", "2025-10-10", 66601, KL_ISO_DATE_NO_ZONE);
  /* What GLib reads besides. */
  assert_read ("20251010T183001+0200", "2025-10-10", 66601, 7200);
  assert_read ("20251010T183001", "2025-10-10", 66601, KL_ISO_DATE_NO_ZONE);
  assert_read ("2025-W41-5T18:30:01Z", "2025-10-10", 66601, 0);
}

static void
test_not_a_date (void)
{
  static const char *const texts[]
    = { "", "2025", "2025-13-01", "2025-02-29", "0000-01-01", "2025-10-10T", "2025-10-1x", "soon enough",
        "2025-10-10T24:30:00Z", "2025-10-10T12:60:00Z", "2025-10-10T12:00:00+2", "2025-10-10T12:00:00 Z", "20251010",
        "2025-10-10 ", " 2025-10-10" };
  KlIsoDate date = { 7, 8, 9 };

  g_assert_false (kl_iso_date_parse (NULL, &date));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (kl_iso_date_parse (texts[i], &date));
  g_assert_cmpint (date.day, ==, 7);
  g_assert_cmpint (date.second, ==, 8);
  g_assert_cmpint (date.offset, ==, 9);
  g_assert_null (kl_iso_date_format_day (0));
  g_assert_null (kl_iso_date_format_day (G_MAXINT64));
}

static void
assert_moment (const char *text,
               const char *zone_name,
               const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (expected, utc);
  KlIsoDate date;

  g_assert (zone != NULL);
  g_assert_true (kl_iso_date_parse (text, &date));
  g_assert_cmpint (kl_iso_date_get_unix (&date, zone), ==, g_date_time_to_unix (moment));
}

static void
test_moment (void)
{
  assert_moment ("2025-10-10T18:30:00+02:00", "Asia/Tokyo", "2025-10-10T16:30:00Z");
  assert_moment ("2025-10-10T18:30:00", "Asia/Tokyo", "2025-10-10T09:30:00Z");
  assert_moment ("2025-10-10", "Europe/Berlin", "2025-10-09T22:00:00Z");
  assert_moment ("1969-12-31T23:59:59Z", "UTC", "1969-12-31T23:59:59Z");
  /* A time of the hour that clocks leave out is the end of it. */
  assert_moment ("2025-03-30T02:30:00", "Europe/Berlin", "2025-03-30T01:00:00Z");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/iso-date/forms", test_forms);
  g_test_add_func ("/iso-date/not-a-date", test_not_a_date);
  g_test_add_func ("/iso-date/moment", test_moment);

  return g_test_run ();
}
