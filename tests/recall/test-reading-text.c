/* test-reading-text.c: what speaks for a point and what does not, in words */

#include "config.h"

#include "recall/kl-reading-text.h"

#include <string.h>

static void
check_why (KlReadingReason  reason,
           const char      *missing,
           const char      *text)
{
  g_auto(GStrv) words = g_strsplit (missing, " ", -1);
  KlPointReading point = { .reason = reason, .missing = words };
  g_autofree char *why = kl_reading_text_why (&point);

  g_assert_cmpstr (why, ==, text);
}

static void
test_why (void)
{
  check_why (KL_READING_WORDS, "", NULL);
  check_why (KL_READING_WORDS, "IPVS round-robin", "not found: IPVS, round-robin");
  check_why (KL_READING_WORDS, "a b c d e f g h", "not found: a, b, c, d, e, f and 2 more");
  check_why (KL_READING_NOTHING, "IPVS", "next to nothing of it was found");
  check_why (KL_READING_SWAPPED, "", "its words are there, but the other way round");
  check_why (KL_READING_NEGATED, "IPVS", "its words are there, but the contrary is said; not found: IPVS");
}

static void
check_cued (KlReadingReason  reason,
            const char      *missing,
            const char      *text)
{
  g_auto(GStrv) words = g_strsplit (missing, " ", -1);
  KlPointReading point = { .verdict = KL_VERDICT_PARTLY, .reason = reason, .is_cued = TRUE, .missing = words };
  g_autofree char *why = kl_reading_text_why (&point);

  g_assert_cmpstr (why, ==, text);
}

static void
test_after_a_question (void)
{
  check_cued (KL_READING_WORDS, "", "said after a question");
  check_cued (KL_READING_WORDS, "IPVS", "said after a question; not found: IPVS");
  check_cued (KL_READING_NUMBER, "ten",
              "said after a question; its words are there, but with another number; not found: ten");
}

static void
check_quote (const char *explanation,
             const char *text,
             ...)
{
  g_autoptr(GArray) evidence = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  g_autofree char *quote = NULL;
  const char *words;
  va_list arguments;

  va_start (arguments, text);
  while ((words = va_arg (arguments, const char *)) != NULL)
    {
      gsize start = (gsize) (strstr (explanation, words) - explanation);
      KlTextSpan span = { start, start + strlen (words) };

      g_array_append_val (evidence, span);
    }
  va_end (arguments);
  quote = kl_reading_text_quote (evidence, explanation);
  g_assert_cmpstr (quote, ==, text);
}

static void
test_quote (void)
{
  const char *explanation
    = "Parität ist das\nXOR der Streifen. Vieles andere wurde hier gesagt, was hilft? Ein Spiegel.";

  check_quote (explanation, NULL, NULL);
  check_quote (explanation, "“Parität ist das XOR … Spiegel”", "Parität", "XOR", "Spiegel", NULL);
}

static void
test_long_quote (void)
{
  g_autoptr(GArray) evidence = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  g_autoptr(GString) explanation = g_string_new (NULL);
  g_autofree char *quote = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      KlTextSpan span = { explanation->len, explanation->len + strlen ("word") };

      g_string_append (explanation, "word ");
      g_array_append_val (evidence, span);
    }
  quote = kl_reading_text_quote (evidence, explanation->str);
  g_assert_cmpuint (strlen (quote), <, 400);
  g_assert_true (g_str_has_suffix (quote, " …”"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-text/why", test_why);
  g_test_add_func ("/reading-text/after-a-question", test_after_a_question);
  g_test_add_func ("/reading-text/quote", test_quote);
  g_test_add_func ("/reading-text/long-quote", test_long_quote);
  return g_test_run ();
}
