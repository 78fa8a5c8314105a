/* test-reading-figure.c: figures that can be worked out by hand */

#include "config.h"

#include "reading-figure.h"

static GArray *
judgements_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ReadingJudgement));
}

static void
add (GArray     *judgements,
     const char *question,
     double      score,
     double      target)
{
  ReadingJudgement judgement = { question, score, target };

  g_array_append_val (judgements, judgement);
}

/* Two right and found, one right and missed, one wrong and taken, four wrong and left. */
static void
test_f1 (void)
{
  g_autoptr(GArray) judgements = judgements_new ();
  ReadingFigure figure;
  ReadingFigure best;

  add (judgements, "a", 0.9, 1);
  add (judgements, "b", 0.5, 1);
  add (judgements, "b", 0.4, 1);
  add (judgements, "a", 0.6, 0);
  for (guint i = 0; i < 4; i++)
    add (judgements, i % 2 == 0 ? "a" : "b", 0.1, 0);

  figure = reading_figure_find_f1 (judgements, 0.5);
  g_assert_cmpfloat_with_epsilon (figure.value, (2 * 2 / 6.0 + 2 * 4 / 10.0) / 2, 1e-12);
  g_assert_cmpfloat (figure.low, <=, figure.value);
  g_assert_cmpfloat (figure.high, >=, figure.value);

  best = reading_figure_find_best_f1 (judgements);
  g_assert_cmpfloat_with_epsilon (best.value, (2 * 3 / 7.0 + 2 * 4 / 9.0) / 2, 1e-12);
  g_assert_cmpfloat (best.threshold, >, 0.1);
  g_assert_cmpfloat (best.threshold, <=, 0.4);
}

/* Over all it falls; within each question it rises. */
static void
test_correlation (void)
{
  g_autoptr(GArray) judgements = judgements_new ();

  add (judgements, "a", 0.1, 0.8);
  add (judgements, "a", 0.2, 0.9);
  add (judgements, "b", 0.8, 0.1);
  add (judgements, "b", 0.9, 0.2);
  /* Sums of products of the distances from the means: -0.48 to 0.5. */
  g_assert_cmpfloat_with_epsilon (reading_figure_find_correlation (judgements).value, -0.48 / 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (reading_figure_find_within (judgements).value, 1, 1e-9);
}

static void
test_no_difference (void)
{
  g_autoptr(GArray) judgements = judgements_new ();

  add (judgements, "a", 0.5, 0.5);
  add (judgements, "a", 0.5, 0.5);
  g_assert_cmpfloat_with_epsilon (reading_figure_find_correlation (judgements).value, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (reading_figure_find_within (judgements).value, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (reading_figure_find_precision (judgements).value, 0.5, 1e-12);
}

static void
test_precision (void)
{
  g_autoptr(GArray) judgements = judgements_new ();

  /* Right at the first and the third place of one question; all alike in the other, of which half are right. */
  add (judgements, "a", 0.7, 1);
  add (judgements, "a", 0.9, 1);
  add (judgements, "a", 0.8, 0);
  add (judgements, "a", 0.1, 0);
  add (judgements, "b", 0.5, 1);
  add (judgements, "b", 0.5, 0);
  g_assert_cmpfloat_with_epsilon (reading_figure_find_precision (judgements).value, ((1 + 2 / 3.0) / 2 + 0.5) / 2,
                                  1e-12);
}

/* The same questions give the same interval; one question has none to speak of. */
static void
test_interval (void)
{
  g_autoptr(GArray) judgements = judgements_new ();
  g_autofree char *many = g_strnfill (64, 'q');
  ReadingFigure figure;
  ReadingFigure again;

  for (guint i = 0; i < 60; i++)
    add (judgements, many + i, 0.5, i % 3 == 0 ? 1 : 0);
  figure = reading_figure_find_f1 (judgements, 0.4);
  again = reading_figure_find_f1 (judgements, 0.4);
  g_assert_cmpfloat_with_epsilon (figure.low, again.low, 1e-15);
  g_assert_cmpfloat_with_epsilon (figure.high, again.high, 1e-15);
  g_assert_cmpfloat (figure.low, <, figure.value - 0.02);
  g_assert_cmpfloat (figure.high, >, figure.value + 0.02);

  g_array_set_size (judgements, 1);
  figure = reading_figure_find_f1 (judgements, 0.4);
  g_assert_cmpfloat_with_epsilon (figure.low, figure.high, 1e-15);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-figure/f1", test_f1);
  g_test_add_func ("/reading-figure/correlation", test_correlation);
  g_test_add_func ("/reading-figure/no-difference", test_no_difference);
  g_test_add_func ("/reading-figure/precision", test_precision);
  g_test_add_func ("/reading-figure/interval", test_interval);
  return g_test_run ();
}
