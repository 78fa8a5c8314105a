/* bench-text.c: words, as often as words come, and plans made of them */

#include "config.h"

#include "bench-text.h"

#include <math.h>

/* The commonest words make up most of a text; further ones are numbered. */
static const char *const common_words[] = {
  "the", "a", "to", "of", "and", "in", "is", "pod", "node", "service", "for", "that", "cluster", "with", "it", "on",
  "by", "API", "server", "address", "each", "network", "scheduler", "writes", "watches", "state", "kube-proxy", "etcd",
};

enum
{
  N_WORDS = 20000,
  N_POINTS = 7,
  N_GAPS = 3,
};

/**
 * bench_text_append:
 * @text: a text
 * @random: where chance comes from
 * @n_words: how many words it gets
 *
 * The n-th word comes about 1/n times as often as the first.
 */
void
bench_text_append (GString *text,
                   GRand   *random,
                   guint    n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      guint rank = (guint) pow (N_WORDS, g_rand_double (random)) - 1;

      if (i > 0)
        g_string_append_c (text, ' ');
      if (rank < G_N_ELEMENTS (common_words))
        g_string_append (text, common_words[rank]);
      else
        g_string_append_printf (text, "word%u", rank);
    }
}

/**
 * bench_text_new:
 * @random: where chance comes from
 * @n_words: how many words
 *
 * Returns: (transfer full): a text
 */
char *
bench_text_new (GRand *random,
                guint  n_words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  bench_text_append (text, random, n_words);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bench_text_new_sentences:
 * @random: where chance comes from
 * @n_words: how many words
 *
 * Returns: (transfer full): a text in sentences of 6 to 24 words, some with a comma, in paragraphs
 */
char *
bench_text_new_sentences (GRand *random,
                          guint  n_words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint done = 0, n = 0; done < n_words; done += n)
    {
      guint n_first;

      n = MIN ((guint) g_rand_int_range (random, 6, 25), n_words - done);
      n_first = n > 8 && g_rand_int_range (random, 0, 2) == 0 ? (guint) g_rand_int_range (random, 3, 7) : 0;
      if (done > 0)
        g_string_append (text, g_rand_int_range (random, 0, 6) == 0 ? "\n\n" : " ");
      if (n_first > 0)
        {
          bench_text_append (text, random, n_first);
          g_string_append (text, ", ");
        }
      bench_text_append (text, random, n - n_first);
      g_string_append_c (text, '.');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_bullets (GString    *text,
                GRand      *random,
                const char *heading,
                const char *prefix,
                guint       n_bullets)
{
  g_string_append_printf (text, "**%s**\n", heading);
  for (guint i = 0; i < n_bullets; i++)
    {
      g_string_append_printf (text, "- %s", prefix);
      bench_text_append (text, random, 7);
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

static void
append_topic (GString *text,
              GRand   *random,
              guint    number,
              guint    n_points,
              guint    n_gaps)
{
  g_string_append_printf (text, "### Topic %u\n**Status:** Deep dive complete\n", number);
  append_bullets (text, random, "Topics covered:", "", n_points);
  append_bullets (text, random, "Gaps identified:", "", n_gaps);
  g_string_append (text, "---\n\n");
}

static void
append_attempt (GString *text,
                GRand   *random,
                guint    number)
{
  g_string_append_printf (text, "### Topic %u\n**Score: 🟢 Strong (%d%%)**\n\n", number,
                          g_rand_int_range (random, 90, 101));
  append_bullets (text, random, "What you nailed:", "✅ ", 4);
  append_bullets (text, random, "What needed work:", "", 2);
  g_string_append (text, "**Critical errors corrected:**\n- ❌ ");
  bench_text_append (text, random, 5);
  g_string_append (text, " → ✅ ");
  bench_text_append (text, random, 5);
  g_string_append (text, "\n\n**Key insight:** ");
  bench_text_append (text, random, 15);
  g_string_append (text, "\n\n---\n\n");
}

static char *
join_plan (GString *topics,
           GString *scores)
{
  g_string_prepend (topics, "# Plan\n\n## Deep Dives Completed ✅\n\n");
  g_string_append_printf (topics, "## Retention Scores 📊\n\n**Date:** 2025-10-10\n\n%s", scores->str);
  g_string_append (topics, "## Learning Strategy\n\n### Scoring System\n- 🟢 **Strong (90-100%):** solid\n"
                           "- 🟡 **Good (70-89%):** mostly\n- 🔴 **Needs Review (0-69%):** again\n");
  return g_strdup (topics->str);
}

/**
 * bench_text_new_plan:
 * @n_bytes: how long, at the least
 *
 * Returns: (transfer full): a plan document of the usual form: topics, and an attempt on each
 */
char *
bench_text_new_plan (gsize n_bytes)
{
  g_autoptr(GString) topics = g_string_new (NULL);
  g_autoptr(GString) scores = g_string_new (NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint number = 1; topics->len + scores->len < n_bytes; number++)
    {
      append_topic (topics, random, number, N_POINTS, N_GAPS);
      append_attempt (scores, random, number);
    }

  return join_plan (topics, scores);
}

/**
 * bench_text_new_topics:
 * @n_topics: how many
 *
 * Returns: (transfer full): a plan document of the usual form with so many topics, and an attempt on each
 */
char *
bench_text_new_topics (guint n_topics)
{
  g_autoptr(GString) topics = g_string_new (NULL);
  g_autoptr(GString) scores = g_string_new (NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint number = 1; number <= n_topics; number++)
    {
      append_topic (topics, random, number, N_POINTS, N_GAPS);
      append_attempt (scores, random, number);
    }

  return join_plan (topics, scores);
}

/**
 * bench_text_new_outline:
 * @n_topics: how many
 *
 * Returns: (transfer full): a plan document of the usual form with so many short topics and no attempts
 */
char *
bench_text_new_outline (guint n_topics)
{
  g_autoptr(GString) topics = g_string_new (NULL);
  g_autoptr(GString) no_scores = g_string_new (NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint number = 1; number <= n_topics; number++)
    append_topic (topics, random, number, 2, 1);

  return join_plan (topics, no_scores);
}

/**
 * bench_text_new_points:
 * @n_points: how many
 *
 * Returns: (transfer full): a plan document with one topic of so many points, a line each
 */
char *
bench_text_new_points (guint n_points)
{
  g_autoptr(GString) text = g_string_new ("# Plan\n\n## Topic\n\n");

  for (guint number = 1; number <= n_points; number++)
    g_string_append_printf (text, "- Point %u\n", number);

  return g_strdup (text->str);
}
