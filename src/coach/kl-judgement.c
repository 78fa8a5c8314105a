/* kl-judgement.c: from what was measured of the points to their verdicts
 *
 * The weights judge each point by itself, and were fitted on short answers. What they cannot know is held against a
 * point here: that most of its words are missing, that the passage contradicts it, that the same sentences make
 * another point better.
 */

#include "config.h"

#include "kl-judgement.h"

#include <math.h>

/* Less of a point's words than this, and it is covered in part at most, or missed. */
#define COVERED_RECALL 0.55
#define PARTLY_RECALL 0.3

/* What may not be more than a bound is moved below it, into so much room. */
#define BOUND_WIDTH 0.05

/* So much at most, in logits, a rival takes from a point. On judged arguments, each held against all key points of its
 * debate, average precision no longer grows beyond it. */
#define MAX_LOSS 0.8

static double
to_logit (double score)
{
  double inside = CLAMP (score, 1e-6, 1 - 1e-6);

  return log (inside / (1 - inside));
}

static guint
count_sentences (const KlJudgement *judgements,
                 gsize              n_judgements)
{
  guint n = 0;

  for (gsize i = 0; i < n_judgements; i++)
    if (judgements[i].n_sentences > 0)
      n = MAX (n, judgements[i].first_sentence + judgements[i].n_sentences);
  return n;
}

/* By sentence: the most that any point with it in its passage has. */
static double *
find_strongest (const KlJudgement *judgements,
                gsize              n_judgements)
{
  double *strongest = g_new0 (double, count_sentences (judgements, n_judgements) + 1);

  for (gsize i = 0; i < n_judgements; i++)
    for (guint j = 0; j < judgements[i].n_sentences; j++)
      {
        double *most = &strongest[judgements[i].first_sentence + j];

        *most = MAX (*most, judgements[i].score);
      }
  return strongest;
}

/* A sentence that makes another point better speaks the less for this one, the more of its own words are missing: those
 * that are there may be the other's. */
static void
weaken (KlJudgement  *judgement,
        const double *strongest)
{
  double rival = judgement->score;
  double loss;

  for (guint i = 0; i < judgement->n_sentences; i++)
    rival = MAX (rival, strongest[judgement->first_sentence + i]);
  if (rival <= judgement->score)
    return;

  loss = (1 - judgement->recall) * (to_logit (rival) - to_logit (judgement->score));
  judgement->score = 1 / (1 + exp (MIN (loss, MAX_LOSS) - to_logit (judgement->score)));
}

/* Below @bound, however high @score is, and in the order of the scores: what is near the bound and above it moves
 * together. */
static double
bound_score (double score,
             double bound)
{
  double from = MAX (bound - BOUND_WIDTH, 0);

  return score <= from ? score : from + (score - from) / (1 - from) * (bound - from) * 0.99;
}

static void
hold_down (KlJudgement            *judgement,
           const KlReadingWeights *weights)
{
  if (judgement->reason == KL_READING_NEGATED || judgement->reason == KL_READING_SWAPPED
      || judgement->recall < PARTLY_RECALL)
    judgement->score = bound_score (judgement->score, kl_reading_weights_get_partly (weights));
  else if (judgement->reason == KL_READING_NUMBER || judgement->recall < COVERED_RECALL)
    judgement->score = bound_score (judgement->score, kl_reading_weights_get_covered (weights));
}

/**
 * kl_judgement_settle_all:
 * @judgements: (array length=n_judgements): of all points that one explanation is read for, as the weights judge them
 * @n_judgements: how many
 * @weights: where a point is covered, and where in part
 *
 * Holds against each what the weights cannot know. A score then lies where its verdict does. The order of the points
 * does not matter.
 */
void
kl_judgement_settle_all (KlJudgement            *judgements,
                         gsize                   n_judgements,
                         const KlReadingWeights *weights)
{
  g_autofree double *strongest = find_strongest (judgements, n_judgements);

  for (gsize i = 0; i < n_judgements; i++)
    if (judgements[i].n_sentences > 0)
      {
        weaken (&judgements[i], strongest);
        hold_down (&judgements[i], weights);
      }
}

/**
 * kl_judgement_get_verdict:
 * @judgement: a settled judgement
 * @weights: where a point is covered, and where in part
 *
 * Returns: what to suggest
 */
KlVerdictValue
kl_judgement_get_verdict (const KlJudgement      *judgement,
                          const KlReadingWeights *weights)
{
  if (judgement->score >= kl_reading_weights_get_covered (weights))
    return KL_VERDICT_COVERED;
  return judgement->score >= kl_reading_weights_get_partly (weights) ? KL_VERDICT_PARTLY : KL_VERDICT_MISSED;
}

/**
 * kl_judgement_has_ground:
 * @judgement: a settled judgement
 * @weights: where a point is covered, and where in part
 *
 * Returns: whether its passage is worth to be shown, since it decided the verdict or has enough of the point's words
 */
gboolean
kl_judgement_has_ground (const KlJudgement      *judgement,
                         const KlReadingWeights *weights)
{
  return kl_judgement_get_verdict (judgement, weights) != KL_VERDICT_MISSED
         || (judgement->n_sentences > 0
             && (judgement->reason != KL_READING_WORDS || judgement->recall >= PARTLY_RECALL));
}
