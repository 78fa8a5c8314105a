/* kl-point-features.c: the features by name, as the file of weights has them */

#include "config.h"

#include "kl-point-features.h"

static const char *const names[KL_N_FEATURES] = {
  [KL_FEATURE_RECALL] = "recall",
  [KL_FEATURE_NEW_RECALL] = "new-recall",
  [KL_FEATURE_PLAIN_RECALL] = "plain-recall",
  [KL_FEATURE_PRECISION] = "precision",
  [KL_FEATURE_NEW_PRECISION] = "new-precision",
  [KL_FEATURE_NEAR_PAIRS] = "near-pairs",
  [KL_FEATURE_TRIGRAMS] = "trigrams",
  [KL_FEATURE_LENGTH_RATIO] = "length-ratio",
  [KL_FEATURE_POINT_LENGTH] = "point-length",
  [KL_FEATURE_CONTENT] = "content",
  [KL_FEATURE_NEGATION] = "negation",
  [KL_FEATURE_NEGATION_DIFFERS] = "negation-differs",
  [KL_FEATURE_NUMBERS] = "numbers",
  [KL_FEATURE_ORDER] = "order",
  [KL_FEATURE_POINT_NEW] = "point-new",
  [KL_FEATURE_FOUND] = "found",
  [KL_FEATURE_TRIGRAM_F] = "trigram-f",
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

static double
find_harmonic_mean (double a,
                    double b)
{
  return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

/**
 * kl_point_features_find_likeness:
 * @features: what was measured of a reference and an answer
 *
 * Returns: how like they are, 0–4, to tell which of several references an answer is meant to be
 */
double
kl_point_features_find_likeness (const KlPointFeatures *features)
{
  const double *values = features->values;

  return values[KL_FEATURE_RECALL] + values[KL_FEATURE_NEW_RECALL]
         + find_harmonic_mean (values[KL_FEATURE_RECALL], values[KL_FEATURE_PRECISION])
         + find_harmonic_mean (values[KL_FEATURE_NEW_RECALL], values[KL_FEATURE_NEW_PRECISION]);
}
