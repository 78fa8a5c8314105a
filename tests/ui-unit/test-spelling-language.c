/* test-spelling-language.c: which dictionary is for a language */

#include "config.h"

#include "ui/explain/kl-spelling-language.h"

static void
check (const char *codes,
       const char *language,
       const char *usual,
       const char *expected)
{
  g_auto(GStrv) list = g_strsplit (codes, " ", -1);

  g_assert_cmpstr (kl_spelling_language_choose ((const char *const *) list, language, usual), ==, expected);
}

static void
test_choose (void)
{
  check ("de_AT de_DE en_GB en_US", "de_AT", NULL, "de_AT");
  check ("de_AT de_DE en_GB en_US", "de-at", NULL, "de_AT");
  check ("de_AT de_DE en_GB en_US", "de", "de_AT", "de_AT");
  check ("de_AT de_DE en_GB en_US", "de", "en_GB", "de_DE");
  check ("de_AT de_DE en_GB en_US", "de_CH", "en_GB", "de_DE");
  check ("de_AT de_DE en_GB en_US", "en", "de_AT", "en_US");
  check ("de_AT de_DE en_GB en_US", "en", "en_GB", "en_GB");
  check ("de_AT de_DE en_GB en_US", NULL, "en_GB", "en_GB");
  check ("de_AT de_DE en_GB en_US", "", "en_ZA", "en_US");
  check ("de_AT eo", "de", "eo", "de_AT");
  check ("de_AT eo", "eo", NULL, "eo");
  check ("de_AT eo", "fr", "de_AT", NULL);
  check ("den_CA", "de", "den_CA", NULL);
  check ("", "de", "de_DE", NULL);
  check ("de_DE", NULL, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling-language/choose", test_choose);
  return g_test_run ();
}
