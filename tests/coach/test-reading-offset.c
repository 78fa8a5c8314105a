/* test-reading-offset.c: by how much a person's scores differ from what is suggested */

#include "config.h"

#include "coach/kl-reading-offset.h"

#include <math.h>

static KlSuggestionFacts
facts_of (gint32 day,
          double score,
          guint  n_covered,
          guint  n_partly,
          guint  n_missed)
{
  return (KlSuggestionFacts) { .date = { .day = day }, .score = score, .shown = 0, .n_covered = n_covered,
                               .n_partly = n_partly, .n_missed = n_missed };
}

static double
learn (const KlSuggestionFacts *facts,
       guint                    n)
{
  KlReadingOffset offset;

  kl_reading_offset_init (&offset);
  for (guint i = 0; i < n; i++)
    kl_reading_offset_add (&offset, &facts[i]);
  return kl_reading_offset_get (&offset);
}

static void
test_mean (void)
{
  KlSuggestionFacts facts = facts_of (1, 50, 3, 1, 1);

  g_assert_cmpfloat_with_epsilon (kl_reading_offset_get_mean (&facts), 70, 1e-12);
  facts = facts_of (1, 50, 0, 0, 4);
  g_assert_cmpfloat_with_epsilon (kl_reading_offset_get_mean (&facts), 0, 1e-12);
  facts = facts_of (1, 50, 0, 0, 0);
  g_assert_true (isnan (kl_reading_offset_get_mean (&facts)));
}

/* One attempt says little; the sum over n + 5. */
static void
test_shrunk (void)
{
  KlSuggestionFacts facts[20];

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    facts[i] = facts_of ((gint32) i + 1, 62, 1, 0, 1);
  g_assert_cmpint ((int) learn (facts, 0), ==, 0);
  g_assert_cmpint ((int) learn (facts, 1), ==, 2);
  g_assert_cmpint ((int) learn (facts, 5), ==, 6);
  g_assert_cmpint ((int) learn (facts, 20), ==, 10); /* 9.6 */
}

static void
test_bounded (void)
{
  KlSuggestionFacts up[40];
  KlSuggestionFacts down[40];

  for (guint i = 0; i < G_N_ELEMENTS (up); i++)
    {
      up[i] = facts_of ((gint32) i + 1, 100, 0, 0, 3);
      down[i] = facts_of ((gint32) i + 1, 0, 3, 0, 0);
    }
  g_assert_cmpint ((int) learn (up, G_N_ELEMENTS (up)), ==, 15);
  g_assert_cmpint ((int) learn (down, G_N_ELEMENTS (down)), ==, -15);
}

static void
test_what_says_nothing (void)
{
  const KlSuggestionFacts facts[]
    = { facts_of (1, (double) NAN, 1, 0, 1), facts_of (2, 100, 0, 0, 0), facts_of (3, (double) INFINITY, 1, 0, 0) };

  g_assert_cmpint ((int) learn (facts, G_N_ELEMENTS (facts)), ==, 0);
}

/* The last 50 count, in whatever order they come; of one day those with a later time, then with a higher number. */
static void
test_only_the_latest (void)
{
  for (guint round = 0; round < 50; round++)
    {
      KlSuggestionFacts facts[KL_READING_OFFSET_MEMORY + 30];
      guint n = G_N_ELEMENTS (facts);

      for (guint i = 0; i < n; i++)
        {
          gboolean is_old = i < 30;

          facts[i] = facts_of (is_old ? 7 : 8, is_old ? 0 : 60, 1, 0, 1);
          facts[i].date.second = is_old && i % 2 == 0 ? 3600 : KL_ISO_DATE_NO_TIME;
          facts[i].number = is_old ? n - i : i;
        }
      for (guint i = n - 1; i > 0; i--)
        {
          guint other = (guint) g_test_rand_int_range (0, (gint32) i + 1);
          KlSuggestionFacts swapped = facts[i];

          facts[i] = facts[other];
          facts[other] = swapped;
        }
      /* 50 · 10 / 55 */
      g_assert_cmpint ((int) learn (facts, n), ==, 9);
    }
}

static void
test_order_of_one_day (void)
{
  KlSuggestionFacts facts[KL_READING_OFFSET_MEMORY + 2];
  guint n = G_N_ELEMENTS (facts);

  /* The two that come first in the order would lower it to 0 and more. */
  for (guint i = 0; i < n; i++)
    {
      facts[i] = facts_of (5, 60, 1, 0, 1);
      facts[i].date.second = 100;
      facts[i].number = (gint64) i + 2;
    }
  facts[n - 1].date.second = KL_ISO_DATE_NO_TIME;
  facts[n - 1].score = -1000;
  facts[n - 2].number = 1;
  facts[n - 2].score = -1000;
  g_assert_cmpint ((int) learn (facts, n), ==, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-offset/mean", test_mean);
  g_test_add_func ("/reading-offset/shrunk", test_shrunk);
  g_test_add_func ("/reading-offset/bounded", test_bounded);
  g_test_add_func ("/reading-offset/what-says-nothing", test_what_says_nothing);
  g_test_add_func ("/reading-offset/only-the-latest", test_only_the_latest);
  g_test_add_func ("/reading-offset/order-of-one-day", test_order_of_one_day);
  return g_test_run ();
}
