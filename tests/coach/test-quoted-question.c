/* test-quoted-question.c: questions that stand in an explanation */

#include "config.h"

#include "coach/kl-quoted-question.h"

#include <string.h>

/* Of each text: the places of its questions. */
static const struct
{
  const char *text;
  const char *found; /* parted by “|” */
} texts[] = {
  { "", "" },
  { "No question. Is there one? > No.", "" },
  { "> Who watches “kube-proxy”?\n\nThe kubelet.", "> Who watches “kube-proxy”?" },
  { "Said.\n\n  > Why?\n\nSo.\n> What if?", "  > Why?|> What if?" },
  { "> Why\n> is it so?\n\nSo.", "> Why\n> is it so?" },
  { "> Why\r\n> is it so?\r\nSo.", "> Why\r\n> is it so?" },
  { "> Why is it: “Is it? Yes.”, so?\n", "> Why is it: “Is it? Yes.”, so?" },
  { "> Why? Because of the lid.\n", "> Why?" },
  { ">Why?", ">Why?" },
  { "> > Why?", "> > Why?" },
  { "> Somebody said that.\n\nAnd I say why?", "" },
  { "    > code ? 1 : 2", "" },
  { "a > b ? 1 : 2", "" },
  { "> لماذا؟\n\n> なぜですか？\n", "> لماذا؟|> なぜですか？" },
  { "?\n>", "" },
};

static char *
join (const char *text)
{
  g_autoptr(GArray) spans = kl_quoted_question_find (text);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const KlTextSpan *span = &g_array_index (spans, KlTextSpan, i);

      g_string_append (found, i > 0 ? "|" : "");
      g_string_append_len (found, text + span->start, (gssize) (span->end - span->start));
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = join (texts[i].text);

      g_assert_cmpstr (found, ==, texts[i].found);
    }
}

static void
test_blank (void)
{
  const char *text = "Größe.\n\n> Wer überwacht „etcd“?\n\nDie Mitglieder.";
  gsize first = 0;
  g_autofree char *blank = kl_quoted_question_blank (text, &first);
  g_autofree char *plain = kl_quoted_question_blank ("Nothing asked.", &first);

  g_assert_cmpuint (strlen (blank), ==, strlen (text));
  g_assert_cmpuint (first, ==, strlen ("Nothing asked."));
  g_assert_cmpstr (plain, ==, "Nothing asked.");
  g_free (plain);
  plain = kl_quoted_question_blank (text, &first);
  g_assert_cmpuint (first, ==, strlen ("Größe.\n\n"));
  g_assert_null (strstr (blank, "etcd"));
  g_assert_true (g_str_has_prefix (blank, "Größe.\n\n"));
  /* What was answered stands where it did. */
  g_assert_cmpstr (strstr (blank, "Die"), ==, "Die Mitglieder.");
  g_assert_true (strstr (blank, "Die") - blank == strstr (text, "Die") - text);
}

static void
check_format (const char *text,
              const char *added,
              const char *until_answer,
              ...) G_GNUC_NULL_TERMINATED;

static void
check_format (const char *text,
              const char *added,
              const char *until_answer,
              ...)
{
  g_autoptr(GPtrArray) questions = g_ptr_array_new ();
  g_autofree char *block = NULL;
  const char *question;
  va_list arguments;
  int answer = -1;

  va_start (arguments, until_answer);
  do
    {
      question = va_arg (arguments, const char *);
      g_ptr_array_add (questions, (gpointer) (guintptr) question);
    }
  while (question != NULL);
  va_end (arguments);

  block = kl_quoted_question_format (text, (const char *const *) questions->pdata, &answer);
  g_assert_cmpstr (block, ==, added);
  g_assert_cmpint (answer, ==, g_utf8_strlen (until_answer, -1));
  g_assert_true (g_str_has_prefix (block, until_answer));
}

static void
test_format (void)
{
  check_format ("Said.", "", "", NULL);
  check_format ("", "> Why?\n\n", "> Why?\n\n", "Why?", NULL);
  check_format ("Said.", "\n\n> Why “ü”?\n\n\n\n> What if?\n\n", "\n\n> Why “ü”?\n\n", "Why “ü”?", "What if?", NULL);
  check_format ("Said.\n", "\n> Why?\n\n", "\n> Why?\n\n", "Why?", NULL);
  check_format ("Said.\n\n\n", "> Why?\n\n", "> Why?\n\n", "Why?", NULL);
  /* It is found again whatever its words are. */
  check_format ("", "> なぜですか?\n\n", "> なぜですか?\n\n", "なぜですか", NULL);
  check_format ("", "> Why so?\n\n", "> Why so?\n\n", "Why\nso? ", NULL);
}

/* What was put into a text is found in it, whatever stands before and below. */
static void
test_made_up (void)
{
  static const char *const pieces[] = { "a", "?", "> ", ">", "\n", "\r\n", " ", "ü", "“", "日本？", "    ", "- " };

  for (guint round = 0; round < 2000; round++)
    {
      const char *const questions[] = { "Who watches “ü”?", "What if?", NULL };
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *block = NULL;
      g_autofree char *blank = NULL;
      g_auto(GStrv) found = NULL;
      gsize first = 0;
      int answer = 0;

      for (gint32 n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      block = kl_quoted_question_format (text->str, questions, &answer);
      g_string_append (text, block);
      g_string_append (text, "answered");
      found = kl_quoted_question_list (text->str);
      blank = kl_quoted_question_blank (text->str, &first);
      g_assert_true (g_strv_contains ((const char *const *) found, questions[0]));
      g_assert_true (g_strv_contains ((const char *const *) found, questions[1]));
      g_assert_cmpuint (first, <, text->len);
      g_assert_cmpuint (strlen (blank), ==, text->len);
      g_assert_true (g_utf8_validate (blank, -1, NULL));
      g_assert_null (strstr (blank, "watches"));
      g_assert_true (g_str_has_suffix (blank, "answered"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quoted-question/find", test_find);
  g_test_add_func ("/quoted-question/blank", test_blank);
  g_test_add_func ("/quoted-question/format", test_format);
  g_test_add_func ("/quoted-question/made-up", test_made_up);
  return g_test_run ();
}
