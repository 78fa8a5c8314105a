/* test-markdown-statements.c: what Markdown says, paragraph by paragraph */

#include "config.h"

#include "exchange/kl-markdown-statements.h"

#include <string.h>

static void
assert_statements (const char *markdown,
                   const char *expected)
{
  g_auto(GStrv) statements = kl_markdown_statements_new (markdown);
  g_autofree char *all = g_strjoinv ("\n", statements);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_paragraphs (void)
{
  assert_statements (NULL, "");
  assert_statements ("One line\nand another\twith  blanks.\n\nTwo.", "One line and another with blanks.\nTwo.");
  assert_statements ("A *b* **c** `d` [e](https://example.com) <i>f</i>", "A b c d e f");
  assert_statements ("- one\n  - two\n    three\n1. four\n\n> five\n> - six", "one\ntwo three\nfour\nfive\nsix");
  assert_statements ("ポッドは\n一時的です。", "ポッドは 一時的です。");
}

static void
test_passed_over (void)
{
  assert_statements ("# Heading\n\nSetext\n===\n\n```\ncode\n```\n\n    code\n\n***\n\n<p>html</p>\n\nWords.",
                     "Words.");
  assert_statements ("| a | b |\n|---|---|\n| c | d |\n\nWords.", "Words.");
  assert_statements ("- [ ] read it\n- [x] done\n- [X] done\n- [y] words", "[y] words");
  assert_statements ("It is ~~not~~ so, ![a picture](a.png) as seen.", "It is so, as seen.");
}

/* Whatever was written, it is read in a moment, and what comes of it are words. */
static void
test_anything (void)
{
  static const char *const starts[] = { "> ",   "- ",  "* - + ",   "**",    "[",   "`",  "![",   "<", "~~",
                                        "| a ", "|\n", "\xff\xfe", "a\n\n", "1. ", "\n", "\t- ", "🎉" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_auto(GStrv) statements = NULL;

      while (text->len < 10 * 1024 * 1024)
        g_string_append (text, starts[i]);
      statements = kl_markdown_statements_new (text->str);
      for (guint j = 0; statements[j] != NULL; j++)
        {
          g_assert_true (g_utf8_validate (statements[j], -1, NULL));
          g_assert_null (strchr (statements[j], '\n'));
          g_assert_cmpuint (strlen (statements[j]), >, 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-statements/paragraphs", test_paragraphs);
  g_test_add_func ("/markdown-statements/passed-over", test_passed_over);
  g_test_add_func ("/markdown-statements/anything", test_anything);
  return g_test_run ();
}
