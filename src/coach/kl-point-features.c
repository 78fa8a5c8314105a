/* kl-point-features.c: the features by name, as the file of weights has them */

#include "config.h"

#include "kl-point-features.h"

static const char *const names[KL_N_FEATURES] = {
  [KL_FEATURE_RECALL] = "recall",
  [KL_FEATURE_NEW_RECALL] = "new-recall",
  [KL_FEATURE_PLAIN_RECALL] = "plain-recall",
  [KL_FEATURE_PRECISION] = "precision",
  [KL_FEATURE_NEW_PRECISION] = "new-precision",
  [KL_FEATURE_F] = "f",
  [KL_FEATURE_NEW_F] = "new-f",
  [KL_FEATURE_NEAR_PAIRS] = "near-pairs",
  [KL_FEATURE_TRIGRAMS] = "trigrams",
  [KL_FEATURE_SUBSEQUENCE] = "subsequence",
  [KL_FEATURE_CLAUSE] = "clause",
  [KL_FEATURE_LENGTH_RATIO] = "length-ratio",
  [KL_FEATURE_LENGTH] = "length",
  [KL_FEATURE_POINT_LENGTH] = "point-length",
  [KL_FEATURE_CONTENT] = "content",
  [KL_FEATURE_NEGATION] = "negation",
  [KL_FEATURE_POINT_NEGATION] = "point-negation",
  [KL_FEATURE_NEGATION_DIFFERS] = "negation-differs",
  [KL_FEATURE_NUMBERS] = "numbers",
  [KL_FEATURE_OTHER_NUMBERS] = "other-numbers",
  [KL_FEATURE_ORDER] = "order",
  [KL_FEATURE_ECHO] = "echo",
  [KL_FEATURE_POINT_NEW] = "point-new",
  [KL_FEATURE_RAREST] = "rarest",
  [KL_FEATURE_FOUND] = "found",
  [KL_FEATURE_TRIGRAM_F] = "trigram-f",
  [KL_FEATURE_ENOUGH] = "enough",
  [KL_FEATURE_ADDED] = "added",
  [KL_FEATURE_CLAUSE_NEGATION] = "clause-negation",
  [KL_FEATURE_ALTERNATIVES] = "alternatives",
};

/**
 * kl_feature_get_name:
 * @feature: a feature
 *
 * Returns: (transfer none): what the file of weights calls it
 */
const char *
kl_feature_get_name (KlFeature feature)
{
  g_return_val_if_fail (feature < KL_N_FEATURES, NULL);

  return names[feature];
}
