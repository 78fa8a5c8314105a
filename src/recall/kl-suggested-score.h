#pragma once

#include "model/kl-verdict-tally.h"

G_BEGIN_DECLS

/**
 * KlSuggestedScore:
 * @n_points: how many points there are
 * @n_of: how many of them have each verdict
 * @n_suggested: how many have one that is only suggested
 * @offset: what is added to the mean, in whole points; less than 0 to take away
 * @score: what follows, a whole number from 0 to 100; NaN where no point has a verdict
 *
 * The score that verdicts lead to, and why: those of the person, and what is suggested where they gave none.
 */
typedef struct
{
  guint  n_points;
  guint  n_of[KL_VERDICT_MISSED + 1];
  guint  n_suggested;
  double offset;
  double score;
} KlSuggestedScore;

void  kl_suggested_score_init     (KlSuggestedScore       *self,
                                   KlVerdictTally         *given,
                                   KlVerdictTally         *suggested,
                                   GListModel             *points,
                                   double                  offset);
guint kl_suggested_score_count    (const KlSuggestedScore *self);
char *kl_suggested_score_to_text  (const KlSuggestedScore *self);

G_END_DECLS
