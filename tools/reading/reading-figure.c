/* reading-figure.c: how well a reading agrees with people, and how sure that is
 *
 * Answers to one question are alike, so that it is the questions that are drawn again, with replacement. Each question
 * comes down to a few sums first, from which the figure of any draw follows.
 */

#include "config.h"

#include "reading-figure.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum
{
  N_SUMS = 6,
  N_DRAWS = 1000,
  SEED = 1,
};

typedef struct
{
  const char *question_id;
  double sums[N_SUMS];
  GArray *judgements;
} Question;

typedef double (*CombineFunc) (const double *sums);

static void
question_clear (gpointer data)
{
  g_array_unref (((Question *) data)->judgements);
}

/* In the order in which they come. */
static GArray *
group (GArray *judgements)
{
  GArray *questions = g_array_new (FALSE, TRUE, sizeof (Question));
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (questions, question_clear);
  for (guint i = 0; i < judgements->len; i++)
    {
      const ReadingJudgement *judgement = &g_array_index (judgements, ReadingJudgement, i);
      gpointer place;

      if (!g_hash_table_lookup_extended (places, judgement->question_id, NULL, &place))
        {
          Question question = { judgement->question_id, { 0 }, g_array_new (FALSE, FALSE, sizeof (ReadingJudgement)) };

          place = GUINT_TO_POINTER (questions->len);
          g_hash_table_insert (places, (gpointer) (guintptr) judgement->question_id, place);
          g_array_append_val (questions, question);
        }
      g_array_append_vals (g_array_index (questions, Question, GPOINTER_TO_UINT (place)).judgements, judgement, 1);
    }
  return questions;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
combine_all (GArray      *questions,
             GRand       *random,
             CombineFunc  combine)
{
  double sums[N_SUMS] = { 0 };

  for (guint i = 0; i < questions->len; i++)
    {
      guint place = random != NULL ? (guint) g_rand_int_range (random, 0, (gint32) questions->len) : i;

      for (guint k = 0; k < N_SUMS; k++)
        sums[k] += g_array_index (questions, Question, place).sums[k];
    }
  return combine (sums);
}

static ReadingFigure
bootstrap (GArray      *questions,
           CombineFunc  combine)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr(GArray) draws = g_array_new (FALSE, FALSE, sizeof (double));
  ReadingFigure figure = { combine_all (questions, NULL, combine), 0, 0, 0 };

  for (guint i = 0; i < N_DRAWS; i++)
    {
      double value = combine_all (questions, random, combine);

      g_array_append_val (draws, value);
    }
  g_array_sort (draws, compare_numbers);
  figure.low = g_array_index (draws, double, N_DRAWS / 40);
  figure.high = g_array_index (draws, double, N_DRAWS - 1 - N_DRAWS / 40);
  return figure;
}

static double
find_f (double hits,
        double false_alarms,
        double misses)
{
  return hits > 0 ? 2 * hits / (2 * hits + false_alarms + misses) : 0;
}

/* Both classes count alike, however many answers are right. */
static double
combine_f1 (const double *sums)
{
  return (find_f (sums[0], sums[1], sums[2]) + find_f (sums[3], sums[2], sums[1])) / 2;
}

static void
count_f1 (Question *question,
          double    threshold)
{
  memset (question->sums, 0, sizeof question->sums);
  for (guint i = 0; i < question->judgements->len; i++)
    {
      const ReadingJudgement *judgement = &g_array_index (question->judgements, ReadingJudgement, i);
      gboolean is_right = judgement->target >= 0.5;
      gboolean is_taken = judgement->score >= threshold;

      question->sums[is_right ? (is_taken ? 0 : 2) : (is_taken ? 1 : 3)]++;
    }
}

/**
 * reading_figure_find_f1:
 * @judgements: (element-type ReadingJudgement): answers
 * @threshold: from where on an answer is taken for right
 *
 * Returns: the mean of the F1 of right answers and of that of wrong ones
 */
ReadingFigure
reading_figure_find_f1 (GArray *judgements,
                        double  threshold)
{
  g_autoptr(GArray) questions = group (judgements);
  ReadingFigure figure;

  for (guint i = 0; i < questions->len; i++)
    count_f1 (&g_array_index (questions, Question, i), threshold);
  figure = bootstrap (questions, combine_f1);
  figure.threshold = threshold;
  return figure;
}

/**
 * reading_figure_find_best_f1:
 * @judgements: (element-type ReadingJudgement): answers
 *
 * Returns: the same at the threshold where it is the highest, which is chosen on the very answers: an upper bound
 */
ReadingFigure
reading_figure_find_best_f1 (GArray *judgements)
{
  g_autoptr(GArray) questions = group (judgements);
  double best = -1;
  double best_threshold = 0.5;

  for (guint percent = 1; percent < 100; percent++)
    {
      double value;

      for (guint i = 0; i < questions->len; i++)
        count_f1 (&g_array_index (questions, Question, i), percent / 100.0);
      value = combine_all (questions, NULL, combine_f1);
      if (value > best)
        {
          best = value;
          best_threshold = percent / 100.0;
        }
    }
  return reading_figure_find_f1 (judgements, best_threshold);
}

static double
combine_correlation (const double *sums)
{
  double n = sums[0];
  double together = n * sums[5] - sums[1] * sums[2];
  double first = n * sums[3] - sums[1] * sums[1];
  double second = n * sums[4] - sums[2] * sums[2];

  return first > 0 && second > 0 ? together / sqrt (first * second) : 0;
}

static void
count_correlation (Question *question)
{
  memset (question->sums, 0, sizeof question->sums);
  for (guint i = 0; i < question->judgements->len; i++)
    {
      const ReadingJudgement *judgement = &g_array_index (question->judgements, ReadingJudgement, i);

      question->sums[0]++;
      question->sums[1] += judgement->score;
      question->sums[2] += judgement->target;
      question->sums[3] += judgement->score * judgement->score;
      question->sums[4] += judgement->target * judgement->target;
      question->sums[5] += judgement->score * judgement->target;
    }
}

/**
 * reading_figure_find_correlation:
 * @judgements: (element-type ReadingJudgement): answers
 *
 * Returns: Pearson’s r, over all of them
 */
ReadingFigure
reading_figure_find_correlation (GArray *judgements)
{
  g_autoptr(GArray) questions = group (judgements);

  for (guint i = 0; i < questions->len; i++)
    count_correlation (&g_array_index (questions, Question, i));
  return bootstrap (questions, combine_correlation);
}

static double
combine_mean (const double *sums)
{
  return sums[0] > 0 ? sums[1] / sums[0] : 0;
}

static void
set_mean (Question *question,
          double    value)
{
  memset (question->sums, 0, sizeof question->sums);
  question->sums[0] = 1;
  question->sums[1] = value;
}

/**
 * reading_figure_find_within:
 * @judgements: (element-type ReadingJudgement): answers
 *
 * Returns: the mean of Pearson’s r of each question
 */
ReadingFigure
reading_figure_find_within (GArray *judgements)
{
  g_autoptr(GArray) questions = group (judgements);

  for (guint i = 0; i < questions->len; i++)
    {
      Question *question = &g_array_index (questions, Question, i);

      count_correlation (question);
      set_mean (question, combine_correlation (question->sums));
    }
  return bootstrap (questions, combine_mean);
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const ReadingJudgement *x = a;
  const ReadingJudgement *y = b;

  return (x->score < y->score) - (x->score > y->score);
}

/* Those of the same score stand together: no order among them may count. */
static double
find_average_precision (Question *question)
{
  GArray *judgements = question->judgements;
  double n_right = 0;
  double sum = 0;

  g_array_sort (judgements, compare_scores);
  for (guint i = 0, end; i < judgements->len; i = end)
    {
      double n_here = 0;

      for (end = i; end < judgements->len
                    && g_array_index (judgements, ReadingJudgement, end).score
                         >= g_array_index (judgements, ReadingJudgement, i).score;
           end++)
        n_here += g_array_index (judgements, ReadingJudgement, end).target;
      n_right += n_here;
      sum += n_here * n_right / end;
    }
  return n_right > 0 ? sum / n_right : 0;
}

/**
 * reading_figure_find_precision:
 * @judgements: (element-type ReadingJudgement): answers
 *
 * Returns: the mean of the average precision of each question
 */
ReadingFigure
reading_figure_find_precision (GArray *judgements)
{
  g_autoptr(GArray) questions = group (judgements);

  for (guint i = 0; i < questions->len; i++)
    {
      Question *question = &g_array_index (questions, Question, i);

      set_mean (question, find_average_precision (question));
    }
  return bootstrap (questions, combine_mean);
}

/* The mean distance between the reading and people. */
static double
find_error (const Question *question)
{
  double sum = 0;

  for (guint i = 0; i < question->judgements->len; i++)
    {
      const ReadingJudgement *judgement = &g_array_index (question->judgements, ReadingJudgement, i);

      sum += fabs (judgement->score - judgement->target);
    }
  return sum / question->judgements->len;
}

static int
compare_errors (gconstpointer a,
                gconstpointer b)
{
  const Question *x = a;
  const Question *y = b;

  return (x->sums[0] < y->sums[0]) - (x->sums[0] > y->sums[0]);
}

/**
 * reading_figure_print_questions:
 * @judgements: (element-type ReadingJudgement): answers
 * @n: how many questions at the most
 *
 * Prints the questions that are read worst, by the mean distance from what people said.
 */
void
reading_figure_print_questions (GArray *judgements,
                                guint   n)
{
  g_autoptr(GArray) questions = group (judgements);

  for (guint i = 0; i < questions->len; i++)
    g_array_index (questions, Question, i).sums[0] = find_error (&g_array_index (questions, Question, i));
  g_array_sort (questions, compare_errors);
  printf ("    farthest from people:");
  for (guint i = 0; i < MIN (n, questions->len); i++)
    {
      const Question *question = &g_array_index (questions, Question, i);

      printf ("%s %s %.2f (%u)", i > 0 ? "," : "", question->question_id, question->sums[0], question->judgements->len);
    }
  printf ("\n");
}
