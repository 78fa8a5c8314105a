#include "config.h"

#include "ui/explain/kl-word-counter.h"

static void
counted_cb (KlWordCounter *counter,
            GArray        *counts)
{
  guint words = kl_word_counter_get_words (counter);

  g_array_append_val (counts, words);
}

static void
wait_for (GArray *counts,
          guint   n)
{
  while (counts->len < n)
    g_main_context_iteration (NULL, TRUE);
}

/* The thread lets go of it a moment after the count has come. */
static void
finish (KlWordCounter *counter)
{
  GWeakRef weak;
  GObject *left;

  g_weak_ref_init (&weak, counter);
  g_object_unref (counter);
  while ((left = g_weak_ref_get (&weak)) != NULL)
    {
      g_object_unref (left);
      g_thread_yield ();
    }
  g_weak_ref_clear (&weak);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *text;
    guint words;
  } texts[] = {
    { "", 0 },
    { " \n\n ", 0 },
    { "One", 1 },
    { "A mirror keeps two copies,\nwhich is no backup.", 9 },
    { "Größe über alles – ja", 4 },
    { "**bold** _and_ plain", 3 },
  };
  KlWordCounter *counter = kl_word_counter_new ();
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  g_signal_connect (counter, "counted", G_CALLBACK (counted_cb), counts);
  g_assert_cmpuint (kl_word_counter_get_words (counter), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      kl_word_counter_count (counter, texts[i].text);
      wait_for (counts, i + 1);
      g_assert_cmpuint (g_array_index (counts, guint, i), ==, texts[i].words);
    }

  finish (counter);
}

/* What was overtaken is not counted, and the last number is the one of the last text. */
static void
test_last_one_wins (void)
{
  KlWordCounter *counter = kl_word_counter_new ();
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  g_signal_connect (counter, "counted", G_CALLBACK (counted_cb), counts);
  kl_word_counter_count (counter, "one");
  kl_word_counter_count (counter, "one two");
  kl_word_counter_count (counter, "one two three");
  g_assert_cmpuint (counts->len, ==, 0);
  wait_for (counts, 2);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (counts->len, ==, 2);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, 1);
  g_assert_cmpuint (kl_word_counter_get_words (counter), ==, 3);

  finish (counter);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/word-counter/counts", test_counts);
  g_test_add_func ("/ui/word-counter/last-one-wins", test_last_one_wins);
  return g_test_run ();
}
