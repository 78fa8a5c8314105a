/* test-hour-text.c: an hour as the locale writes it, and back */

#include "config.h"

#include <locale.h>

#include "ui/reminder/kl-hour-text.h"

static void
check_hour (int         hour,
            const char *expected)
{
  g_autofree char *text = kl_hour_text_new (hour);

  g_assert_cmpstr (text, ==, expected);
}

static void
check_all_come_back (void)
{
  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *text = kl_hour_text_new (hour);

      g_assert_cmpint (kl_hour_text_parse (text), ==, hour);
    }
}

static void
test_day_of_24 (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  check_hour (0, "00:00");
  check_hour (9, "09:00");
  check_hour (23, "23:00");
  check_all_come_back ();
  g_assert_cmpint (kl_hour_text_parse (" 7 "), ==, 7);
  g_assert_cmpint (kl_hour_text_parse ("7:30"), ==, 7);
  g_assert_cmpint (kl_hour_text_parse ("24"), ==, -1);
  g_assert_cmpint (kl_hour_text_parse ("99999999999999999999"), ==, -1);
  g_assert_cmpint (kl_hour_text_parse ("-1"), ==, -1);
  g_assert_cmpint (kl_hour_text_parse ("noon"), ==, -1);
  g_assert_cmpint (kl_hour_text_parse (""), ==, -1);
}

static void
test_halves_of_12 (void)
{
  if (setlocale (LC_ALL, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("there is no locale en_US.UTF-8 here");
      return;
    }
  check_hour (0, "12:00 AM");
  check_hour (9, "9:00 AM");
  check_hour (12, "12:00 PM");
  check_hour (21, "9:00 PM");
  check_all_come_back ();
  g_assert_cmpint (kl_hour_text_parse ("9:00 pm"), ==, 21);
  g_assert_cmpint (kl_hour_text_parse ("21"), ==, 21);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hour-text/day-of-24", test_day_of_24);
  g_test_add_func ("/hour-text/halves-of-12", test_halves_of_12);
  return g_test_run ();
}
