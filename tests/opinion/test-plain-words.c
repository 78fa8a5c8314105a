/* test-plain-words.c: words from elsewhere cannot look like others */

#include "config.h"

#include "opinion/kl-plain-words.h"

static void
assert_words (const char *text,
              const char *words)
{
  g_autofree char *plain = kl_plain_words_dup (text);

  g_assert_cmpstr (plain, ==, words);
}

static void
test_all (void)
{
  assert_words ("", "");
  assert_words (" plain words, 1 → 2 \n", "plain words, 1 → 2");
  assert_words ("a\x01\x1b[31mb\x7f\xc2\x9f", "a[31mb");
  assert_words ("a\r\nb\xe2\x80\xa8""c\td", "a\nb\nc d");
  /* An override would show “missed” as “dessim”. */
  assert_words ("\xe2\x80\xae""dessim\xe2\x80\xac \xe2\x81\xa6x\xe2\x81\xa9", "dessim x");
  assert_words ("\xef\xbb\xbf\xf3\xa0\x81\x81 hidden\xf3\xa0\x81\xbf", "hidden");
  /* What people write with stays. */
  assert_words ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u200f1",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u200f1");
  assert_words ("👩\u200d🚀", "👩\u200d🚀");
}

static void
test_line (void)
{
  g_autofree char *whole = kl_plain_words_dup_line ("äöü\nß", 5);
  g_autofree char *cut = kl_plain_words_dup_line ("äöü\nßé", 5);

  g_assert_cmpstr (whole, ==, "äöü ß");
  g_assert_cmpstr (cut, ==, "äöü …");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plain-words/all", test_all);
  g_test_add_func ("/plain-words/line", test_line);

  return g_test_run ();
}
