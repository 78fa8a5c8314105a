#include "config.h"

#include "kl-point-features.h"

static const char *const names[KL_N_FEATURES] = {
  "recall",
  "new-recall",
  "plain-recall",
  "precision",
  "new-precision",
  "f",
  "new-f",
  "exact-recall",
  "pairs",
  "near-pairs",
  "trigrams",
  "subsequence",
  "clause",
  "clauses",
  "point-clauses",
  "length-ratio",
  "length",
  "point-length",
  "content",
  "negation",
  "point-negation",
  "negation-differs",
  "numbers",
  "other-numbers",
  "order",
  "echo",
  "point-new",
  "rarest",
  "short",
};

const char *
kl_feature_get_name (KlFeature feature)
{
  return names[feature];
}
