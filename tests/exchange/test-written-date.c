/* test-written-date.c: a date is what can be read in one way only */

#include "config.h"

#include "exchange/kl-written-date.h"

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } forms[] = {
    { "2025-10-09", "2025-10-09" },
    { "on 2025/10/09.", "2025-10-09" },
    { "2025-1-5", "2025-01-05" },
    { "9.10.2025", "2025-10-09" },
    { "9. 10. 2025", "2025-10-09" },
    { "13/10/2025", "2025-10-13" },
    { "10/13/2025", "2025-10-13" },
    { "9/9/2025", "2025-09-09" },
    { "9/10/2025", NULL },
    { "9 October 2025", "2025-10-09" },
    { "the 9th of October, 2025", "2025-10-09" },
    { "9-Oct-2025", "2025-10-09" },
    { "Oct. 9, 2025", "2025-10-09" },
    { "October 9th 2025", "2025-10-09" },
    { "Sept 9 2025", "2025-09-09" },
    { "2025年10月9日", "2025-10-09" },
    { "٢٠٢٥-١٠-٠٩", "2025-10-09" },
    { "２０２５年１０月９日", "2025-10-09" },
    { "2025-10-09T08:30:00+02:00", "2025-10-09T08:30:00+02:00" },
    { "2025-10-09T25:99", "2025-10-09" },
    { "2025-02-29", NULL },
    { "2024-02-29", "2024-02-29" },
    { "0000-01-01", NULL },
    { "12025-10-09", NULL },
    { "2025-10-091", NULL },
    { "31.11.2025", NULL },
    { "version 1.2", NULL },
    { "May I go", NULL },
    { "mayor 3, 2025", NULL },
    { "99999999999999999999", NULL },
    { "2025-", NULL },
    { "9.", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *date = kl_written_date_dup (forms[i].text);

      g_test_message ("%s", forms[i].text);
      g_assert_cmpstr (date, ==, forms[i].date);
    }
}

static void
test_all_of (void)
{
  g_assert_true (kl_written_date_is_all_of (" 10.10.2025 "));
  g_assert_true (kl_written_date_is_all_of ("2025年10月9日"));
  g_assert_true (kl_written_date_is_all_of ("October 10, 2025"));
  g_assert_false (kl_written_date_is_all_of ("on 2025-10-10"));
  g_assert_false (kl_written_date_is_all_of ("2025-10-10, again"));
  g_assert_false (kl_written_date_is_all_of (""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/written-date/forms", test_forms);
  g_test_add_func ("/written-date/all-of", test_all_of);
  return g_test_run ();
}
