/* bench-reading.c: how well the reading agrees with people, on four sets of answers that people have judged
 *
 * Only answers count that the weights were not fitted to. For the long answers, of which there are few, the weights are
 * fitted anew for each tenth of the questions.
 */

#include "config.h"

#include "bench-areas.h"

#include <stdio.h>
#include <string.h>

#include "answer-set.h"
#include "reading-figure.h"
#include "reading-folds.h"
#include "reading-samples.h"
#include "recall/kl-installed-words.h"

#define LAMBDA 0.05
#define F1_SCIENTSBANK 0.76
#define F1_BEETLE 0.81
#define R_SAF 0.50
#define AP_ARGKP 0.75

enum
{
  N_WORST = 5,
};

typedef struct
{
  GPtrArray *answers;
  KlCoach *coach;
} Judging;

static void
judging_clear (Judging *self)
{
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_object (&self->coach);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judging, judging_clear)

/* @goal is 0 where there is none. */
static void
print_figure (const char          *name,
              const ReadingFigure *figure,
              double               goal)
{
  int padding = MAX (64 - (int) g_utf8_strlen (name, -1), 0);

  printf ("%s%*s | %.3f (%.3f to %.3f)", name, padding, "", figure->value, figure->low, figure->high);
  if (goal > 0)
    printf (" | goal %.2f | %s the goal", goal, figure->value >= goal ? "over" : "under");
  if (figure->threshold > 0)
    printf (" | from %.2f on", figure->threshold);
  printf ("\n");
  fflush (stdout);
}

static void
add_judgement (GArray       *judgements,
               const Answer *answer,
               double        score)
{
  ReadingJudgement judgement = { answer->question_id, score, answer->target };

  g_array_append_val (judgements, judgement);
}

/* Pair by pair, all of a set that is not in its train part. */
static GArray *
compare_rest (Judging    *self,
              AnswerKind  kind)
{
  GArray *judgements = g_array_new (FALSE, FALSE, sizeof (ReadingJudgement));

  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (self->answers, i);

      if (answer->kind == kind && !answer->is_train)
        add_judgement (judgements, answer,
                       kl_coach_compare (self->coach, answer->question,
                                         (const char *const *) (gpointer) answer->references,
                                         g_strv_length (answer->references), answer->text));
    }
  return judgements;
}

static void
print_short (Judging    *self,
             AnswerKind  kind,
             const char *name,
             double      goal)
{
  g_autoptr(GArray) judgements = compare_rest (self, kind);
  g_autofree char *best_name = g_strconcat (name, ", at the best threshold", NULL);
  ReadingFigure figure = reading_figure_find_f1 (judgements, 0.5);
  ReadingFigure best = reading_figure_find_best_f1 (judgements);

  print_figure (name, &figure, goal);
  print_figure (best_name, &best, 0);
  reading_figure_print_questions (judgements, N_WORST);
}

static gboolean
print_long (Judging  *self,
            GError  **error)
{
  g_autofree KlPointFeatures *features = reading_samples_measure (self->coach, self->answers);
  g_autoptr(ReadingFit) fit = reading_fit_new (self->answers, features, LAMBDA);
  g_autoptr(GArray) judgements = reading_folds_judge (fit, self->answers, features, KL_N_FEATURES, error);
  g_autoptr(GArray) rest = compare_rest (self, ANSWER_SAF);
  ReadingFigure pooled;
  ReadingFigure within;
  ReadingFigure unseen;

  if (judgements == NULL)
    return FALSE;

  pooled = reading_figure_find_correlation (judgements);
  within = reading_figure_find_within (judgements);
  unseen = reading_figure_find_correlation (rest);
  print_figure ("SAF, 10 folds by question, Pearson r", &pooled, R_SAF);
  print_figure ("SAF, mean of r within a question", &within, 0);
  print_figure ("SAF, unseen answers to known questions, Pearson r", &unseen, 0);
  reading_figure_print_questions (judgements, N_WORST);
  return TRUE;
}

/* The key points of a topic, each once. */
static GPtrArray *
list_points (Judging    *self,
             const char *topic)
{
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (self->answers, i);

      if (answer->kind == ANSWER_ARGKP && strcmp (answer->question_id, topic) == 0
          && !g_ptr_array_find_with_equal_func (points, answer->references[0], g_str_equal, NULL))
        g_ptr_array_add (points, answer->references[0]);
    }
  return points;
}

/* An argument is read once for all key points of its topic; which of them were judged is found by the key point. The
 * text of each judgement goes to @texts. */
static GArray *
read_rest (Judging    *self,
           GPtrArray  *texts,
           GError    **error)
{
  g_autoptr(GArray) judgements = g_array_new (FALSE, FALSE, sizeof (ReadingJudgement));
  g_autoptr(KlExplanationReading) reading = NULL;
  g_autoptr(GPtrArray) points = NULL;
  const Answer *last = NULL;

  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (self->answers, i);
      guint place;

      if (answer->kind != ANSWER_ARGKP || answer->is_train)
        continue;
      if (last == NULL || strcmp (last->question_id, answer->question_id) != 0)
        {
          g_clear_pointer (&points, g_ptr_array_unref);
          points = list_points (self, answer->question_id);
          last = NULL;
        }
      if (last == NULL || strcmp (last->text, answer->text) != 0)
        {
          g_clear_pointer (&reading, kl_explanation_reading_unref);
          reading = kl_coach_read (self->coach, answer->question, (const char *const *) points->pdata, points->len,
                                   answer->text, NULL, error);
          if (reading == NULL)
            return NULL;
        }
      last = answer;
      if (g_ptr_array_find_with_equal_func (points, answer->references[0], g_str_equal, &place))
        {
          add_judgement (judgements, answer, kl_explanation_reading_get_point (reading, place)->score);
          g_ptr_array_add (texts, answer->text);
        }
    }
  return g_steal_pointer (&judgements);
}

/* Of each argument the judgement that it has the highest score in. */
static GArray *
keep_best (const GArray *judgements,
           GPtrArray    *texts)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *best = g_array_new (FALSE, FALSE, sizeof (ReadingJudgement));

  for (guint i = 0; i < judgements->len; i++)
    {
      const ReadingJudgement *judgement = &g_array_index (judgements, ReadingJudgement, i);
      char *text = g_ptr_array_index (texts, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, text));

      if (place == 0)
        {
          g_array_append_val (best, *judgement);
          g_hash_table_insert (places, text, GUINT_TO_POINTER (best->len));
        }
      else if (judgement->score > g_array_index (best, ReadingJudgement, place - 1).score)
        g_array_index (best, ReadingJudgement, place - 1) = *judgement;
    }
  return best;
}

static gboolean
print_points (Judging  *self,
              GError  **error)
{
  g_autoptr(GArray) pairs = compare_rest (self, ANSWER_ARGKP);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(GArray) readings = read_rest (self, texts, error);
  g_autoptr(GArray) best = NULL;
  ReadingFigure by_pair;
  ReadingFigure by_reading;
  ReadingFigure by_best;

  if (readings == NULL)
    return FALSE;

  best = keep_best (readings, texts);
  by_pair = reading_figure_find_precision (pairs);
  by_reading = reading_figure_find_precision (readings);
  by_best = reading_figure_find_precision (best);
  print_figure ("ArgKP, average precision by topic, pair by pair", &by_pair, AP_ARGKP);
  print_figure ("ArgKP, the same, all key points of the topic at once", &by_reading, AP_ARGKP);
  print_figure ("ArgKP, the same, of each argument the best point", &by_best, AP_ARGKP);
  return TRUE;
}

/**
 * bench_reading:
 * @context: the measurement
 * @error: where to put an error
 *
 * The judged answers are looked for beside the project, or in the folder that KLEARN_ANSWERS names.
 *
 * Returns: whether the reading could be held against people, or there are no answers
 */
gboolean
bench_reading (BenchContext  *context,
               GError       **error)
{
  const char *named = g_getenv ("KLEARN_ANSWERS");
  g_autofree char *usual = g_build_filename (BENCH_SOURCE_DIR, ANSWER_SET_USUAL_FOLDER, NULL);
  g_auto(Judging) judging = { 0 };
  g_autoptr(KlWordNet) words = kl_installed_words_open (NULL);

  if (!answer_set_is_there (named != NULL ? named : usual))
    {
      printf ("The judged answers are not beside the project: nothing to hold the reading against.\n");
      return TRUE;
    }

  judging.answers = answer_set_load (named != NULL ? named : usual, error);
  if (judging.answers == NULL)
    return FALSE;

  judging.coach = kl_installed_words_new_coach ("en");
  printf ("Agreement with people, 95 %% interval by question in brackets; %s\n",
          words != NULL ? "with the word net" : "no word net is installed");
  print_short (&judging, ANSWER_SCIENTSBANK, "SciEntsBank, unseen answers, macro-F1", F1_SCIENTSBANK);
  print_short (&judging, ANSWER_BEETLE, "Beetle, unseen answers, macro-F1", F1_BEETLE);
  return print_points (&judging, error) && print_long (&judging, error);
}
