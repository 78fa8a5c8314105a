/* test-markdown-text.c: Markdown as words and how they are to be shown */

#include "config.h"

#include "exchange/kl-markdown-text.h"

#include <string.h>

static const char *const styles[] = { "heading", "strong", "emphasis", "strike", "code", "block", "quote", "item",
                                      "link" };

/* The words, then a line for each span: its style, its level, and the words that it is about. */
static char *
describe (const char *markdown)
{
  g_autoptr(KlMarkdownText) text = kl_markdown_text_new (markdown);
  g_autoptr(GString) all = g_string_new (text->text);

  for (guint i = 0; i < text->spans->len; i++)
    {
      const KlMarkdownSpan *span = &g_array_index (text->spans, KlMarkdownSpan, i);
      g_autofree char *part = g_utf8_substring (text->text, span->start, span->end);

      g_assert_cmpint (span->start, <, span->end);
      g_string_append_printf (all, "\n# %s %u [%s]", styles[span->style], span->level, part);
      if (span->address != NULL)
        g_string_append_printf (all, " %s", span->address);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_text (const char *markdown,
             const char *expected)
{
  g_autofree char *described = describe (markdown);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_inlines (void)
{
  assert_text ("One **two *three*** `four`", "One two three four\n# emphasis 0 [three]\n# strong 0 [two three]\n"
                                             "# code 0 [four]");
  assert_text ("~~no~~ yes\nnext", "no yes\nnext\n# strike 0 [no]");
  assert_text ("see [here](https://example.com) and [there](javascript:x)",
               "see here and there\n# link 0 [here] https://example.com");
  assert_text ("", "");
  assert_text (NULL, "");
}

static void
test_blocks (void)
{
  assert_text ("# One\n\ntwo\n\n### Three", "One\ntwo\nThree\n# heading 1 [One]\n# heading 3 [Three]");
  assert_text ("a\n\n```c\nint  x;\n\n  *y*\n```\nb", "a\nint  x;\n\n  *y*\nb\n# block 0 [int  x;\n\n  *y*]");
  assert_text ("> one\n> > two\n\nthree", "one\ntwo\nthree\n# quote 2 [two]\n# quote 1 [one\ntwo]");
  assert_text ("a\n\n---\n\nb", "a\n―――\nb");
}

static void
test_tables (void)
{
  g_autoptr(GString) wide = g_string_new (NULL);
  g_autoptr(KlMarkdownText) text = NULL;

  assert_text ("a\n\n| A | Bee |\n|---|:-:|\n| one | **t** `c` |\n| three | |\n| 漢字 | x |\n\nb",
               "a\nA      Bee\n─────  ───\none    t c\nthree\n漢字   x\nb\n"
               "# block 0 [A      Bee\n─────  ───\none    t c\nthree\n漢字   x]");
  assert_text ("a | b", "a | b");

  /* What would become millions of cells stays as it is written. */
  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 5000; j++)
        g_string_append (wide, i == 1 ? "|-" : "|a");
      g_string_append_c (wide, '\n');
    }
  text = kl_markdown_text_new (wide->str);
  g_assert_nonnull (strstr (text->text, "|-|-"));
}

static void
test_lists (void)
{
  assert_text ("- a\n- b\n  1. c\n  2. d\n- e", "• a\n• b\n1. c\n2. d\n• e\n# item 1 [• a]\n# item 2 [1. c]\n"
                                               "# item 2 [2. d]\n# item 1 [• b\n1. c\n2. d]\n# item 1 [• e]");
  assert_text ("3. x\n4. y", "3. x\n4. y\n# item 1 [3. x]\n# item 1 [4. y]");
  assert_text ("- a\n\n  more\n\n      code", "• a\nmore\ncode\n# block 0 [code]\n# item 1 [• a\nmore\ncode]");
  assert_text ("- > q", "• q\n# quote 2 [q]\n# item 1 [• q]");
}

static void
test_other_letters (void)
{
  assert_text ("שלום **עולם** 🟢 `x`", "שלום עולם 🟢 x\n# strong 0 [עולם]\n# code 0 [x]");
  assert_text ("\xff*a*", "\xef\xbf\xbd"
                          "a\n# emphasis 0 [a]");
}

/* Whatever it is, it ends, and says nothing of what is not there. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "# ", "- ", "1. ", "> ", "```\n", "\n", "\n\n", "*", "**", "`", "[a](http://b)",
                                        "~~", "    ", "é", "a b", "<b>", "---\n", "\\", "|a|b|\n", "\t" };
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autofree char *described = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GString) markdown = g_string_new (NULL);
      g_autofree char *text = NULL;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (markdown, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = describe (markdown->str);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }

  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "> ");
  g_string_append (deep, "x");
  described = describe (deep->str);
  g_assert_nonnull (strstr (described, "# quote 8 [x]"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-text/inlines", test_inlines);
  g_test_add_func ("/markdown-text/blocks", test_blocks);
  g_test_add_func ("/markdown-text/tables", test_tables);
  g_test_add_func ("/markdown-text/lists", test_lists);
  g_test_add_func ("/markdown-text/other-letters", test_other_letters);
  g_test_add_func ("/markdown-text/anything", test_anything);
  return g_test_run ();
}
