/* test-markdown-markup.c: Markdown as Pango markup, whatever the text holds */

#include "config.h"

#include "exchange/kl-markdown-markup.h"

#include <pango/pango.h>
#include <string.h>

static void
assert_markup (const char *markdown,
               const char *expected)
{
  g_autofree char *markup = kl_markdown_to_markup (markdown);

  g_assert_cmpstr (markup, ==, expected);
}

/* The text that is shown; there are no links in it, which only a label knows. */
static char *
show (const char *markdown)
{
  g_autofree char *markup = kl_markdown_to_markup (markdown);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_shown (const char *markdown,
              const char *expected)
{
  g_autofree char *text = show (markdown);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_inline (void)
{
  assert_markup (NULL, "");
  assert_markup ("", "");
  assert_markup ("as it is", "as it is");
  assert_markup ("**both** Services", "<b>both</b> Services");
  assert_markup ("(`<service>.svc`)", "(<tt>&lt;service&gt;.svc</tt>)");
  assert_markup ("*a **b** c* ~~d~~", "<i>a </i><b><i>b</i></b><i> c</i> <s>d</s>");
  assert_markup ("kube_sd_configs and 2 * 3 * 4", "kube_sd_configs and 2 * 3 * 4");
  assert_markup ("💡 name → IP", "💡 name → IP");
}

/* A line is no list, no heading and no code, whatever it begins with. */
static void
test_line (void)
{
  assert_markup ("1. **first**", "1. <b>first</b>");
  assert_markup ("# `x`", "# <tt>x</tt>");
  assert_markup ("    *x*", "    <i>x</i>");
  assert_markup ("---*x*", "---<i>x</i>");
  assert_markup ("```", "```");
  assert_markup ("<div>&", "&lt;div&gt;&amp;");
}

static void
test_blocks (void)
{
  assert_markup ("> \"quoted\"", "<i>&quot;quoted&quot;</i>");
  assert_shown ("a\nb\n\nc", "a\nb\n\nc");
  assert_shown ("# One\n\n- a\n- b\n    - c\n\nend", "One\n\n• a\n• b\n    • c\n\nend");
  assert_shown ("3. c\n4. d\n", "3. c\n4. d");
  assert_markup ("```\na  <b>\n\n\tb &amp; **c**\n```\n\nvs:\n", "<tt>a  &lt;b&gt;\n\n\tb &amp;amp; **c**</tt>\n\nvs:");
}

static void
test_links (void)
{
  assert_markup ("[a **b**](https://example.com/?x=1&y=\"2)",
                 "<a href=\"https://example.com/?x=1&amp;y=&quot;2\" title=\"https://example.com/?x=1&amp;y=&quot;2\">"
                 "a <b>b</b></a>");
  assert_markup ("[a](javascript:alert(1))", "a");
  assert_markup ("[a](file:///etc/passwd) <mailto:x@example.com>", "a mailto:x@example.com");
  assert_markup ("![alt](https://example.com/x.png)", "alt");
}

static void
test_hostile (void)
{
  static const char *const markers[]
    = { "> ", "- ", "*", "**", "[", "`", "<b>", "&lt;", "_", "~~", "![", "1. ", "[a](" };

  assert_shown ("<b>not bold</b> &amp; <span", "<b>not bold</b> & <span");
  assert_shown ("\001\002**x**\177", "\001\002x\177");
  assert_shown ("*ab\xff* \xf0\x9f", "ab\357\277\275 \357\277\275\357\277\275");
  assert_shown ("**שלום** \u202e*x*", "שלום \u202ex");

  for (gsize i = 0; i < G_N_ELEMENTS (markers); i++)
    for (int lines = 0; lines < 2; lines++)
      {
        g_autoptr (GString) deep = g_string_new (lines ? "x\n\n" : "");
        g_autofree char *text = NULL;

        while (deep->len < 10000 * strlen (markers[i]))
          g_string_append (deep, markers[i]);
        g_string_append (deep, "end");
        text = show (deep->str);
        /* On lines of its own, what follows a fence names a language. */
        if (lines == 0 || strchr ("`~", *markers[i]) == NULL)
          g_assert_true (g_str_has_suffix (text, "end"));
      }
}

static void
test_random (void)
{
  static const char alphabet[] = "**__``~~[]()<>&;!\\ \n\n\t#->1.ab\"'/:";

  for (int i = 0; i < 2000; i++)
    {
      char text[64];
      g_autofree char *shown = NULL;

      for (gsize j = 0; j + 1 < sizeof text; j++)
        text[j] = alphabet[g_test_rand_int_range (0, (int) sizeof alphabet - 1)];
      text[sizeof text - 1] = '\0';
      shown = show (text);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-markup/inline", test_inline);
  g_test_add_func ("/markdown-markup/line", test_line);
  g_test_add_func ("/markdown-markup/blocks", test_blocks);
  g_test_add_func ("/markdown-markup/links", test_links);
  g_test_add_func ("/markdown-markup/hostile", test_hostile);
  g_test_add_func ("/markdown-markup/random", test_random);

  return g_test_run ();
}
