/* fit-reading.c: fits the weights of the reading to answers that people have judged
 *
 * fit-reading [--lambda N] [--shift N] [--without-word-net] [--folds] [--ablate] [--output FILE] [FOLDER]
 *
 * The answers are those of FOLDER, ../shared/data/answers without one. Only their train parts are fitted to. The
 * weights go to FILE, or to standard output; the same answers give the same file. --folds prints instead how the long
 * answers are read by weights that have not seen their question, and --ablate what is lost without each feature.
 */

#include "config.h"

#include <locale.h>
#include <stdio.h>

#include "answer-set.h"
#include "reading-figure.h"
#include "reading-fit.h"
#include "reading-folds.h"
#include "reading-samples.h"
#include "recall/kl-installed-words.h"

#define COVERED 0.5
#define PARTLY 0.3

#define NOTE_OF_WEIGHTS \
  "# The weights of the reading: how much each feature of a point and a passage says, and each product of two of\n" \
  "# them. docs/coach.md tells what they are.\n" \
  "#\n" \
  "# Fitted by “./dev fit-reading” with --lambda %g --shift %g%s: a logistic regression with a ridge on\n" \
  "# standardised terms, to the train parts of four sets of answers that people have judged, each weighing the\n" \
  "# same:\n" \
  "#   SciEntsBank and Beetle, as in SemEval 2013 task 7 (CC BY-SA 3.0)\n" \
  "#   SAF, Short Answer Feedback, communication networks (MIT)\n" \
  "#   IBM Debater ArgKP (CDLA Sharing 1.0)\n" \
  "# Nothing of their texts is in here.\n\n"

typedef struct
{
  double lambda;
  double shift;
  gboolean without_word_net;
  gboolean folds;
  gboolean ablate;
  char *output;
  char *folder;
} Options;

typedef struct
{
  GPtrArray *answers;
  KlPointFeatures *features;
  ReadingFit *fit;
} Fitting;

static void
options_clear (Options *self)
{
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static void
fitting_clear (Fitting *self)
{
  g_clear_pointer (&self->fit, reading_fit_free);
  g_clear_pointer (&self->features, g_free);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fitting, fitting_clear)

static gboolean
read_options (Options  *self,
              int      *argc,
              char   ***argv,
              GError  **error)
{
  const GOptionEntry entries[] = {
    { "lambda", 0, 0, G_OPTION_ARG_DOUBLE, &self->lambda, "How much large weights are held down", "N" },
    { "shift", 0, 0, G_OPTION_ARG_DOUBLE, &self->shift, "How much milder to be than the judges, in logits", "N" },
    { "without-word-net", 0, 0, G_OPTION_ARG_NONE, &self->without_word_net, "Read without the word net", NULL },
    { "folds", 0, 0, G_OPTION_ARG_NONE, &self->folds, "Print how unseen questions are read", NULL },
    { "ablate", 0, 0, G_OPTION_ARG_NONE, &self->ablate, "Print what each feature adds", NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, "Where the weights go", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("[FOLDER]");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  self->folder = g_strdup (*argc > 1 ? (*argv)[1] : ANSWER_SET_USUAL_FOLDER);
  if (*argc <= 2 && self->lambda > 0)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       "give one folder at the most, and a --lambda above 0");
  return FALSE;
}

static gboolean
prepare (Fitting        *self,
         const Options  *options,
         GError        **error)
{
  g_autoptr(KlWordNet) words = options->without_word_net ? NULL : kl_installed_words_open (NULL);
  g_autoptr(KlCoach) coach = kl_coach_new ("en");

  if (words == NULL && !options->without_word_net)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           "there is no word net: install wordnet-base, or say --without-word-net");
      return FALSE;
    }
  kl_coach_set_word_net (coach, words);
  self->answers = answer_set_load (options->folder, error);
  if (self->answers == NULL)
    return FALSE;

  self->features = reading_samples_measure (coach, self->answers);
  self->fit = reading_fit_new (self->answers, self->features, options->lambda);
  reading_fit_set_shift (self->fit, options->shift);
  return TRUE;
}

static gboolean
write_weights (Fitting        *self,
               const Options  *options,
               GError        **error)
{
  const char *more = options->without_word_net ? " --without-word-net" : "";
  g_autofree char *weights = NULL;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;

  if (!reading_fit_run (self->fit, NULL, KL_N_FEATURES, error))
    return FALSE;

  weights = reading_fit_to_text (self->fit, COVERED, PARTLY);
  note = g_strdup_printf (NOTE_OF_WEIGHTS, options->lambda, options->shift, more);
  text = g_strconcat (note, weights, NULL);
  g_printerr ("fitted: loss %.5f\n", reading_fit_get_loss (self->fit));
  if (options->output != NULL)
    return g_file_set_contents (options->output, text, -1, error);
  return fputs (text, stdout) >= 0;
}

/* What is not in a train part, of one set. */
static GArray *
judge_rest (Fitting    *self,
            AnswerKind  kind)
{
  GArray *judgements = g_array_new (FALSE, FALSE, sizeof (ReadingJudgement));

  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (self->answers, i);
      ReadingJudgement judgement = { answer->question_id, 0, answer->target };

      if (answer->kind != kind || answer->is_train)
        continue;
      judgement.score = reading_fit_judge (self->fit, &self->features[i]);
      g_array_append_val (judgements, judgement);
    }
  return judgements;
}

/* The four measures of weights that are fitted without a feature. */
static gboolean
find_figures (Fitting    *self,
              KlFeature   without,
              double      figures[ANSWER_N_KINDS],
              GError    **error)
{
  g_autoptr(GArray) scientsbank = NULL;
  g_autoptr(GArray) beetle = NULL;
  g_autoptr(GArray) argkp = NULL;
  g_autoptr(GArray) saf = NULL;

  if (!reading_fit_run (self->fit, NULL, without, error))
    return FALSE;

  scientsbank = judge_rest (self, ANSWER_SCIENTSBANK);
  beetle = judge_rest (self, ANSWER_BEETLE);
  argkp = judge_rest (self, ANSWER_ARGKP);
  saf = reading_folds_judge (self->fit, self->answers, self->features, without, error);
  if (saf == NULL)
    return FALSE;

  figures[ANSWER_SCIENTSBANK] = reading_figure_find_f1 (scientsbank, 0.5).value;
  figures[ANSWER_BEETLE] = reading_figure_find_f1 (beetle, 0.5).value;
  figures[ANSWER_SAF] = reading_figure_find_correlation (saf).value;
  figures[ANSWER_ARGKP] = reading_figure_find_precision (argkp).value;
  return TRUE;
}

static gboolean
ablate (Fitting  *self,
        GError  **error)
{
  double whole[ANSWER_N_KINDS];

  if (!find_figures (self, KL_N_FEATURES, whole, error))
    return FALSE;

  printf ("| Feature | SciEntsBank F1 | Beetle F1 | SAF r | ArgKP AP |\n|---|---|---|---|---|\n");
  printf ("| all | %.3f | %.3f | %.3f | %.3f |\n", whole[0], whole[1], whole[2], whole[3]);
  for (guint i = 0; i < KL_N_FEATURES; i++)
    {
      double rest[ANSWER_N_KINDS];

      if (!find_figures (self, (KlFeature) i, rest, error))
        return FALSE;
      printf ("| `%s` | %+.3f | %+.3f | %+.3f | %+.3f |\n", kl_feature_get_name ((KlFeature) i), whole[0] - rest[0],
              whole[1] - rest[1], whole[2] - rest[2], whole[3] - rest[3]);
      fflush (stdout);
    }
  return TRUE;
}

static gboolean
print_folds (Fitting  *self,
             GError  **error)
{
  g_autoptr(GArray) judgements = reading_folds_judge (self->fit, self->answers, self->features, KL_N_FEATURES, error);
  ReadingFigure pooled;
  ReadingFigure within;

  if (judgements == NULL)
    return FALSE;

  pooled = reading_figure_find_correlation (judgements);
  within = reading_figure_find_within (judgements);
  printf ("SAF, 10 folds by question: r %.3f (%.3f to %.3f); within a question %.3f (%.3f to %.3f)\n", pooled.value,
          pooled.low, pooled.high, within.value, within.low, within.high);
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_auto(Options) options = { .lambda = 0.05, .shift = 0.2 };
  g_auto(Fitting) fitting = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean success;

  setlocale (LC_ALL, "C.UTF-8");
  if (!read_options (&options, &argc, &argv, &error))
    {
      g_printerr ("fit-reading: %s\n", error->message);
      return 2;
    }

  success = prepare (&fitting, &options, &error);
  if (success && options.ablate)
    success = ablate (&fitting, &error);
  else if (success && options.folds)
    success = print_folds (&fitting, &error);
  else if (success)
    success = write_weights (&fitting, &options, &error);
  if (success)
    return 0;

  g_printerr ("fit-reading: %s\n", error != NULL ? error->message : "the weights cannot be written");
  return 1;
}
