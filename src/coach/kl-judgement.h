#pragma once

#include "kl-point-reading.h"
#include "kl-reading-weights.h"

G_BEGIN_DECLS

/**
 * KlJudgement:
 * @score: how much speaks for the point: first what the weights say, 0–1, then what is held against it as well
 * @recall: how many of its words stand in its passage, 0–1
 * @reason: what is seen there besides its words
 * @first_sentence: the first sentence of its passage
 * @n_sentences: how many it has; 0 where no passage speaks for the point, and the rest then says nothing
 *
 * What is known of one point, between what was measured and the verdict.
 */
typedef struct
{
  double          score;
  double          recall;
  KlReadingReason reason;
  guint           first_sentence;
  guint           n_sentences;
} KlJudgement;

void           kl_judgement_settle_all  (KlJudgement            *judgements,
                                         gsize                   n_judgements,
                                         const KlReadingWeights *weights);
KlVerdictValue kl_judgement_get_verdict (const KlJudgement      *judgement,
                                         const KlReadingWeights *weights);
gboolean       kl_judgement_has_ground  (const KlJudgement      *judgement,
                                         const KlReadingWeights *weights);

G_END_DECLS
