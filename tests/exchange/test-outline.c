/* test-outline.c: the blocks of a document cover every byte of it, whatever it is */

#include "config.h"

#include <string.h>

#include "exchange/kl-outline.h"

static const char *const pieces[] = {
  "# Title\n",
  "## Heading ##\n",
  "Set\n===\n",
  "Set\n---\n",
  "text\n",
  "  more  \n",
  "\n",
  "\n\n",
  "- item\n",
  "  - nested\n",
  "    - deeper\n",
  "1. one\n",
  "- [x] done\n",
  "- [ ] open\n",
  "> quote\n",
  "> - list in quote\n",
  "```\ncode → \n```\n",
  "    indented\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n",
  "---\n",
  "***\n",
  "[a]: /b 'c'\n",
  "<div>\n\n</div>\n",
  "<!-- note\n-->\n",
  "**Label:** value\n",
  "**Label:**\n",
  "a\r\nb\r\n",
  "c\rd\r",
  "\t- tab\n",
  "-\n\n  late\n",
  "- a\n\n  para\n",
  "~~~\nopen fence\n",
  "…“curly” 🟢 → x\n",
  "[^1]: foot\n",
  "\x01\x1b control\n",
  "+++\n",
  "...\n",
  "title: x\n",
  "no newline",
  "&amp; \\* `c` ~~s~~\n",
  "- # heading in item\n",
  "* * *\n",
  "- - - x\n",
};

static KlOutline *
read_outline (const char *text,
              gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  g_autoptr(GError) error = NULL;
  KlOutline *outline = kl_outline_new (bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return outline;
}

static void
assert_whole (const char *text)
{
  gsize length = strlen (text);
  g_autoptr(KlOutline) outline = read_outline (text, length);
  g_autoptr(GString) joined = g_string_new (NULL);
  guint line = 0;

  for (guint i = 0; i < kl_outline_get_n_blocks (outline); i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);

      g_assert_cmpuint (block->start, ==, joined->len);
      g_assert_cmpuint (block->end, >=, block->start);
      g_assert_cmpuint (block->line, >, line);
      line = block->line;
      g_string_append_len (joined, kl_outline_get_text (outline, NULL) + block->start,
                           (gssize) (block->end - block->start));
    }
  g_assert_cmpuint (joined->len, ==, length);
  g_assert_cmpstr (joined->str, ==, text);
}

static void
test_generated (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr(GString) text = g_string_new (g_test_rand_int_range (0, 20) == 0 ? "\xef\xbb\xbf" : NULL);
      int n = g_test_rand_int_range (1, 25);

      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_whole (text->str);
    }
}

static void
assert_kinds (const char *text,
              const char *kinds)
{
  static const char letters[] = "FHPICQTRO";
  g_autoptr(KlOutline) outline = read_outline (text, strlen (text));
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < kl_outline_get_n_blocks (outline); i++)
    g_string_append_c (found, letters[kl_outline_get_block (outline, i)->kind]);
  g_assert_cmpstr (found->str, ==, kinds);
}

static void
test_kinds (void)
{
  assert_kinds ("# A\ntext\n\n- i\n  - n\n\n  late\n> q\n> - q\n\n```\n- c\n```\n---\n<p>\n", "HPIIPQCRT");
  assert_kinds ("---\ntitle: x\n---\n# A\n", "FH");
  assert_kinds ("---\nno end\n", "RP");
  assert_kinds ("\n\ntext\n", "OP");
  assert_kinds ("\n", "O");
  assert_kinds ("\xef\xbb\xbf# A\r\n\r\n- b\r\n", "HI");
  assert_kinds ("- - - x\n", "I");
}

/* Blocks are looked for piece by piece: a list that is longer than any piece has the same ones from beginning to
 * end. */
static void
test_long (void)
{
  static const char entry[] = "- a\n  b\n\n  c\n  - d\n    1. e\n\n       f\n  - g\n"
                              "- - h\n  - i\n    - j\n\n  k\n";
  static const guint lines[] = { 0, 3, 4, 5, 7, 8, 9, 10, 11, 13 };
  static const guint depths[] = { 1, 1, 2, 3, 3, 2, 1, 2, 3, 1 };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(KlOutline) outline = NULL;

  while (text->len < 1000 * 1000)
    g_string_append (text, entry);
  outline = read_outline (text->str, text->len);
  g_assert_cmpuint (kl_outline_get_n_blocks (outline), ==, text->len / strlen (entry) * G_N_ELEMENTS (lines));
  for (guint i = 0; i < kl_outline_get_n_blocks (outline); i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);
      guint n_before = i / G_N_ELEMENTS (lines);

      g_assert_cmpuint (block->line, ==, 14 * n_before + lines[i % G_N_ELEMENTS (lines)] + 1);
      g_assert_cmpuint (block->depth, ==, depths[i % G_N_ELEMENTS (lines)]);
    }
}

/* The last line may have no end, and its paragraph turn out to be none. */
static void
test_ends (void)
{
  static const char *const ends[]
    = { "# a", "- a", "[a]: b", "```\na", "a\n===", "- ", "> a", "a\r", "\xef\xbb\xbf# a" };
  static const char *const kinds[] = { "H", "I", "O", "C", "H", "I", "Q", "P", "H" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    assert_kinds (ends[i], kinds[i]);
}

static void
assert_heading (const char *text,
                const char *title)
{
  g_autoptr(KlOutline) outline = read_outline (text, strlen (text));

  for (guint i = 0; i < kl_outline_get_n_blocks (outline); i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);
      g_autofree char *found = NULL;

      if (block->kind != KL_BLOCK_HEADING)
        continue;
      found = kl_outline_dup_heading (outline, block);
      g_assert_cmpstr (found, ==, title);
      return;
    }
  g_assert_not_reached ();
}

static void
test_headings (void)
{
  assert_heading ("# A `b` *c* #\n", "A `b` *c*");
  assert_heading ("## C#\n", "C#");
  assert_heading ("##\n", "");
  assert_heading ("\xef\xbb\xbf# A\n", "A");
  assert_heading ("Two\nlines\n===\n", "Two lines");
  assert_heading ("[a]: /x\nTitle\n---\n", "Title");
  assert_heading ("para\n\n[a]: /x\n\nTitle\r\n===\r\n", "Title");
}

static void
assert_item (const char *text,
             const char *words,
             gboolean    task,
             gboolean    done)
{
  g_autoptr(KlOutline) outline = read_outline (text, strlen (text));
  gboolean is_task;
  gboolean is_done;
  g_autofree char *found = kl_outline_dup_item (outline, kl_outline_get_block (outline, 0), &is_task, &is_done);

  g_assert_cmpstr (found, ==, words);
  g_assert_cmpint (is_task, ==, task);
  g_assert_cmpint (is_done, ==, done);
}

static void
test_items (void)
{
  assert_item ("- **a** `b`  \n", "**a** `b`", FALSE, FALSE);
  assert_item ("* [x] done\n", "done", TRUE, TRUE);
  assert_item ("12) [ ] open\n", "open", TRUE, FALSE);
  assert_item ("- [link](x)\n", "[link](x)", FALSE, FALSE);
  assert_item ("- wrapped\n  here\nand here\n", "wrapped here and here", FALSE, FALSE);
  assert_item ("-\n  late\n", "late", FALSE, FALSE);
  assert_item ("-\n", "", FALSE, FALSE);
}

static void
test_front_matter (void)
{
  const char text[] = "---\ntitle: \"My plan\"\nlang:de\n---\nx\n";
  g_autoptr(KlOutline) outline = read_outline (text, strlen (text));
  g_autofree char *title = kl_outline_dup_front_value (outline, "title");
  g_autofree char *lang = kl_outline_dup_front_value (outline, "lang");
  g_autofree char *none = kl_outline_dup_front_value (outline, "author");

  g_assert_cmpstr (title, ==, "My plan");
  g_assert_cmpstr (lang, ==, "de");
  g_assert_null (none);
  g_assert_cmpuint (kl_outline_get_block (outline, 1)->line, ==, 5);
}

static void
test_deep (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "> ");
  g_string_append (text, "a\n\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "- ");
  g_string_append (text, "b\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%*s- c\n", (int) i, "");
  assert_whole (text->str);
  {
    g_autoptr(KlOutline) outline = read_outline (text->str, text->len);

    g_assert_cmpuint (kl_outline_get_flattened (outline), ==, 1);
  }
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new ("# A\n", 4);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kl_outline_new (bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/generated", test_generated);
  g_test_add_func ("/outline/kinds", test_kinds);
  g_test_add_func ("/outline/long", test_long);
  g_test_add_func ("/outline/ends", test_ends);
  g_test_add_func ("/outline/headings", test_headings);
  g_test_add_func ("/outline/items", test_items);
  g_test_add_func ("/outline/front-matter", test_front_matter);
  g_test_add_func ("/outline/deep", test_deep);
  g_test_add_func ("/outline/cancelled", test_cancelled);

  return g_test_run ();
}
