/* kl-coach.c: reads an explanation against key points, an answer against references, and corrections again */

#include "config.h"

#include "kl-coach.h"

#include "kl-coach-resources.h"
#include "kl-comparison.h"
#include "kl-contradiction.h"
#include "kl-judgement.h"
#include "kl-passages.h"
#include "kl-point-evidence.h"
#include "kl-reading-weights.h"

#include <math.h>
#include <string.h>

/* So many passages are read closely for each point. */
#define N_PASSAGES 3

/* So much of what only one side of a correction has must be said, and so much more than of the other. */
#define SIDE_RECALL 0.55
#define SIDE_BALANCE 0.15

/* So much of all that the side has must be said, else only something is mentioned that it is about, too. Nearly all of
 * what is wrong: to be told of an error that one did not make is worse than not to be told of one. */
#define SIDE_WHOLE 0.5
#define WRONG_WHOLE 0.85

struct _KlCoach
{
  GObject parent_instance;

  const KlLanguage *language; /* NULL: guessed from each text */
  KlReadingWeights *weights;
  KlWordNet *word_net; /* NULL where none is installed */
};

G_DEFINE_FINAL_TYPE (KlCoach, kl_coach, G_TYPE_OBJECT)

/* The texts of one reading, as words. */
typedef struct
{
  KlVocabulary *vocabulary;
  GPtrArray *points;
  GArray *explanation;
  KlLikeness *likeness;
  KlComparison *comparison;
} Texts;

static void
texts_clear (Texts *self)
{
  g_clear_pointer (&self->comparison, kl_comparison_free);
  g_clear_pointer (&self->likeness, kl_likeness_free);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->explanation, g_array_unref);
  g_clear_pointer (&self->vocabulary, kl_vocabulary_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
give_words (KlVocabulary *vocabulary,
            const char   *prompt)
{
  g_autoptr(GArray) words = kl_word_list_new (vocabulary, prompt);

  for (guint i = 0; i < words->len; i++)
    {
      kl_vocabulary_give (vocabulary, g_array_index (words, KlWord, i).id);
      kl_vocabulary_give (vocabulary, g_array_index (words, KlWord, i).whole);
    }
}

static void
texts_init (Texts             *self,
            KlCoach           *coach,
            const char        *prompt,
            const char *const *points,
            gsize              n_points,
            const char        *explanation)
{
  const KlLanguage *language = coach->language != NULL ? coach->language : kl_language_guess (explanation);

  self->vocabulary = kl_vocabulary_new (language);
  give_words (self->vocabulary, prompt != NULL ? prompt : "");
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (gsize i = 0; i < n_points; i++)
    g_ptr_array_add (self->points, kl_word_list_new (self->vocabulary, points[i] != NULL ? points[i] : ""));
  self->explanation = kl_word_list_new (self->vocabulary, explanation);
  self->likeness = kl_likeness_new (self->vocabulary, self->explanation,
                                    language == kl_language_find ("en") ? coach->word_net : NULL);
  self->comparison = kl_comparison_new (self->vocabulary, self->likeness);
}

static const KlWord *
words_of (const GArray *words)
{
  return &g_array_index (words, KlWord, 0);
}

/* How many of a point's words stand in a passage. */
static double
get_recall (const KlPointFeatures *features)
{
  return MAX (features->values[KL_FEATURE_PLAIN_RECALL], features->values[KL_FEATURE_NEW_RECALL]);
}

/* The passage of @texts that speaks for @point most, and what was measured there; one of no words where none does. */
static KlPassage
find_passage (KlCoach         *self,
              Texts           *texts,
              KlPassages      *passages,
              const GArray    *point,
              KlPointFeatures *features,
              double          *score)
{
  KlPassage found[N_PASSAGES];
  guint n = kl_passages_find (passages, texts->likeness, point, found, N_PASSAGES);
  KlPassage best = { 0, 0, 0.0 };

  memset (features, 0, sizeof *features);
  *score = 0;
  for (guint i = 0; i < n; i++)
    {
      KlPointFeatures these = { { 0 } };
      double judged;

      kl_comparison_measure (texts->comparison, words_of (point), point->len,
                             words_of (texts->explanation) + found[i].first, found[i].n, &these);
      judged = kl_reading_weights_judge (self->weights, &these);
      if (best.n == 0 || judged > *score)
        {
          best = found[i];
          *features = these;
          *score = judged;
        }
    }
  return best;
}

/* A point on its way to its verdict. */
typedef struct
{
  KlPassage passage;
  KlPointFeatures features;
  KlJudgement judgement;
} Candidate;

static void
judge_point (KlCoach      *self,
             Texts        *texts,
             KlPassages   *passages,
             const GArray *point,
             Candidate    *candidate)
{
  KlJudgement *judgement = &candidate->judgement;
  const KlWord *words;
  guint n;

  memset (candidate, 0, sizeof *candidate);
  judgement->reason = KL_READING_WORDS;
  candidate->passage
    = find_passage (self, texts, passages, point, &candidate->features, &judgement->score);
  judgement->recall = get_recall (&candidate->features);
  n = candidate->passage.n;
  if (n == 0)
    return;

  words = words_of (texts->explanation) + candidate->passage.first;
  judgement->reason = kl_contradiction_find (texts->likeness, words_of (point), point->len, words, n);
  judgement->first_sentence = words[0].sentence;
  judgement->n_sentences = words[n - 1].sentence - words[0].sentence + 1;
}

static void
explain_point (KlCoach         *self,
               Texts           *texts,
               const char      *text,
               const GArray    *point,
               const Candidate *candidate,
               KlPointReading  *reading)
{
  const KlPassage *passage = &candidate->passage;

  reading->score = candidate->judgement.score;
  reading->verdict = kl_judgement_get_verdict (&candidate->judgement, self->weights);
  reading->reason = KL_READING_NOTHING;
  if (kl_judgement_has_ground (&candidate->judgement, self->weights))
    {
      reading->reason = candidate->judgement.reason;
      g_array_unref (reading->evidence);
      reading->evidence = kl_point_evidence_find (texts->comparison, point,
                                                  words_of (texts->explanation) + passage->first, passage->n);
    }
  g_strfreev (reading->missing);
  reading->missing = kl_point_evidence_list_missing (texts->likeness, text, point);
}

static gboolean
judge_points (KlCoach       *self,
              Texts         *texts,
              KlJudgement   *judgements,
              Candidate     *candidates,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(KlPassages) passages = kl_passages_new (texts->vocabulary, texts->explanation);
  gsize n = texts->points->len;

  for (gsize i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      judge_point (self, texts, passages, g_ptr_array_index (texts->points, i), &candidates[i]);
      judgements[i] = candidates[i].judgement;
    }
  kl_judgement_settle_all (judgements, n, self->weights);
  for (gsize i = 0; i < n; i++)
    candidates[i].judgement = judgements[i];
  return TRUE;
}

/* Reads the points of @texts, which are written as @points. */
static KlExplanationReading *
read_points (KlCoach            *self,
             Texts              *texts,
             const char *const  *points,
             Candidate          *candidates,
             GCancellable       *cancellable,
             GError            **error)
{
  gsize n = texts->points->len;
  g_autoptr(KlExplanationReading) reading = kl_explanation_reading_new (n);
  g_autofree KlJudgement *judgements = g_new (KlJudgement, n + 1);

  if (!judge_points (self, texts, judgements, candidates, cancellable, error))
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      explain_point (self, texts, points[i], g_ptr_array_index (texts->points, i), &candidates[i],
                     kl_explanation_reading_edit_point (reading, i));
    }
  return g_steal_pointer (&reading);
}

/**
 * kl_coach_read:
 * @self: a coach
 * @prompt: (nullable): what was asked: words that say nothing for a point, since they were given
 * @points: (array length=n_points): key points
 * @n_points: how many
 * @explanation: what the person wrote, UTF-8
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads an explanation. It may take long where the explanation is long: call it in a thread. Any number of threads may
 * read at once. The same texts give the same reading.
 *
 * Returns: (transfer full) (nullable): the reading; %NULL only where it was cancelled
 */
KlExplanationReading *
kl_coach_read (KlCoach            *self,
               const char         *prompt,
               const char *const  *points,
               gsize               n_points,
               const char         *explanation,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autofree Candidate *candidates = g_new0 (Candidate, n_points + 1);
  g_auto(Texts) texts = { 0 };

  texts_init (&texts, self, prompt, points, n_points, explanation);
  return read_points (self, &texts, points, candidates, cancellable, error);
}

/* The reference that the answer is most like, and what was measured of the two. */
static void
measure (Texts           *texts,
         KlPointFeatures *features)
{
  const KlWord *words = words_of (texts->explanation);
  double most = -1;

  for (guint i = 0; i < texts->points->len; i++)
    {
      const GArray *reference = g_ptr_array_index (texts->points, i);
      KlPointFeatures these = { { 0 } };
      double likeness;

      kl_comparison_measure (texts->comparison, words_of (reference), reference->len, words, texts->explanation->len,
                             &these);
      likeness = kl_point_features_find_likeness (&these);
      if (likeness > most)
        {
          most = likeness;
          *features = these;
        }
    }
  features->values[KL_FEATURE_ALTERNATIVES] = log (MAX (texts->points->len, 1));
}

/**
 * kl_coach_measure:
 * @self: a coach
 * @prompt: (nullable): what was asked
 * @references: (array length=n_references): answers that are right, each by itself; at least one
 * @n_references: how many
 * @answer: an answer, UTF-8
 * @features: (out): what is measured of it and the reference that it is most like
 *
 * What kl_coach_compare() goes by; for fitting the weights.
 */
void
kl_coach_measure (KlCoach           *self,
                  const char        *prompt,
                  const char *const *references,
                  gsize              n_references,
                  const char        *answer,
                  KlPointFeatures   *features)
{
  g_auto(Texts) texts = { 0 };

  memset (features, 0, sizeof *features);
  texts_init (&texts, self, prompt, references, n_references, answer);
  measure (&texts, features);
}

/**
 * kl_coach_compare:
 * @self: a coach
 * @prompt: (nullable): what was asked
 * @references: (array length=n_references): answers that are right, each by itself; at least one
 * @n_references: how many
 * @answer: an answer, UTF-8
 *
 * Returns: how much speaks for @answer saying what the reference does that it is most like, 0–1
 */
double
kl_coach_compare (KlCoach           *self,
                  const char        *prompt,
                  const char *const *references,
                  gsize              n_references,
                  const char        *answer)
{
  KlPointFeatures features = { { 0 } };

  kl_coach_measure (self, prompt, references, n_references, answer, &features);
  return kl_reading_weights_judge (self->weights, &features);
}

/* How much of what only @side has, seen from @other, an explanation says that has @whole of it; negative where it says
 * the contrary. */
static double
stand_on (KlCoach    *self,
          const char *side,
          const char *other,
          double      whole,
          const char *explanation,
          KlTextSpan *evidence)
{
  g_autoptr(KlExplanationReading) reading = NULL;
  const KlPointReading *point;
  g_auto(Texts) texts = { 0 };
  Candidate candidate = { 0 };
  double recall;

  texts_init (&texts, self, other, &side, 1, explanation);
  reading = read_points (self, &texts, &side, &candidate, NULL, NULL);
  point = kl_explanation_reading_get_point (reading, 0);
  if (point->evidence->len == 0 || candidate.features.values[KL_FEATURE_PLAIN_RECALL] < whole)
    return 0;
  /* “… to Services, not to pods” is not denied by whoever leaves out what it denies. */
  if (point->reason == KL_READING_NEGATED && candidate.features.values[KL_FEATURE_NEGATION] < 1)
    return 0;

  evidence->start = g_array_index (point->evidence, KlTextSpan, 0).start;
  evidence->end = g_array_index (point->evidence, KlTextSpan, point->evidence->len - 1).end;
  recall = candidate.features.values[KL_FEATURE_NEW_RECALL];
  return point->reason == KL_READING_NEGATED || point->reason == KL_READING_SWAPPED ? -recall : recall;
}

/**
 * kl_coach_find_side:
 * @self: a coach
 * @wrong: what was wrong in an earlier attempt
 * @right: what is right instead
 * @explanation: a new explanation
 * @evidence: (out) (optional): the place in it that speaks for the side; not set for %KL_SIDE_NEITHER
 *
 * Returns: which side of the correction the explanation stands on
 */
KlCorrectionSide
kl_coach_find_side (KlCoach    *self,
                    const char *wrong,
                    const char *right,
                    const char *explanation,
                    KlTextSpan *evidence)
{
  KlTextSpan at_wrong = { 0, 0 };
  KlTextSpan at_right = { 0, 0 };
  double for_wrong = stand_on (self, wrong, right, WRONG_WHOLE, explanation, &at_wrong);
  double for_right = stand_on (self, right, wrong, SIDE_WHOLE, explanation, &at_right);
  /* To deny the one is to say the other. */
  double balance = for_right - for_wrong;
  gboolean by_right = ABS (for_right) >= ABS (for_wrong);

  if (MAX (ABS (for_right), ABS (for_wrong)) < SIDE_RECALL || ABS (balance) < SIDE_BALANCE)
    return KL_SIDE_NEITHER;
  if (evidence != NULL)
    *evidence = by_right ? at_right : at_wrong;
  return balance > 0 ? KL_SIDE_RIGHT : KL_SIDE_WRONG;
}

static KlReadingWeights *
load_weights (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resource_lookup_data (kl_coach_resources_get_resource (),
                                                     "/com/example/KLearn/coach/reading-weights.ini",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  KlReadingWeights *weights = bytes != NULL ? kl_reading_weights_new_from_bytes (bytes, &error) : NULL;

  /* They are a part of the program: a test reads them. */
  if (weights == NULL)
    g_error ("The weights of the reading cannot be read: %s", error->message);
  return weights;
}

static void
kl_coach_finalize (GObject *object)
{
  KlCoach *self = KL_COACH (object);

  kl_reading_weights_free (self->weights);
  g_clear_pointer (&self->word_net, kl_word_net_unref);

  G_OBJECT_CLASS (kl_coach_parent_class)->finalize (object);
}

static void
kl_coach_class_init (KlCoachClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_coach_finalize;
}

static void
kl_coach_init (KlCoach *self)
{
  self->weights = load_weights ();
}

/**
 * kl_coach_new:
 * @language: (nullable): of the texts, such as “de”; %NULL to tell it from each explanation
 *
 * Returns: (transfer full): who reads explanations
 */
KlCoach *
kl_coach_new (const char *language)
{
  KlCoach *self = g_object_new (KL_TYPE_COACH, NULL);

  self->language = kl_language_find (language);
  return self;
}

/**
 * kl_coach_set_word_net:
 * @self: a coach that nobody reads with yet
 * @word_net: (nullable): tells which English words can mean the same
 */
void
kl_coach_set_word_net (KlCoach   *self,
                       KlWordNet *word_net)
{
  g_clear_pointer (&self->word_net, kl_word_net_unref);
  self->word_net = word_net != NULL ? kl_word_net_ref (word_net) : NULL;
}
