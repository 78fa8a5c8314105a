#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlFeature:
 * @KL_FEATURE_RECALL: how much of the point’s words the passage has, by weight
 * @KL_FEATURE_NEW_RECALL: the same without words of the prompt
 * @KL_FEATURE_PLAIN_RECALL: the same, each content word alike
 * @KL_FEATURE_PRECISION: how much of the passage’s words the point has
 * @KL_FEATURE_NEW_PRECISION: the same without words of the prompt
 * @KL_FEATURE_NEAR_PAIRS: neighbours in the point that stand near each other in the passage
 * @KL_FEATURE_TRIGRAMS: how many of the triples of letters of the point’s new words the passage has
 * @KL_FEATURE_LENGTH_RATIO: log of the lengths’ ratio
 * @KL_FEATURE_POINT_LENGTH: log of the point’s length
 * @KL_FEATURE_CONTENT: log of the number of the point’s content words
 * @KL_FEATURE_NEGATION: negations in the passage, up to 3
 * @KL_FEATURE_NEGATION_DIFFERS: whether one is negated and the other is not
 * @KL_FEATURE_NUMBERS: how many of the point’s numbers the passage has, less ½; 0 without numbers
 * @KL_FEATURE_ORDER: pairs of found words in the same order, less those that are not
 * @KL_FEATURE_POINT_NEW: how much of the point are words that the prompt has not
 * @KL_FEATURE_FOUND: log of the weight of new words found
 * @KL_FEATURE_TRIGRAM_F: overlap of triples of letters, both ways
 * @KL_FEATURE_CLAUSE_NEGATION: how much of what speaks for the point stands in clauses that are negated otherwise
 * @KL_FEATURE_ALTERNATIVES: log of how many references there are: the more, the likelier is a chance
 *
 * What is measured of a point and a passage. Each helped on more than one set of judged answers (docs/coach.md).
 */
typedef enum
{
  KL_FEATURE_RECALL,
  KL_FEATURE_NEW_RECALL,
  KL_FEATURE_PLAIN_RECALL,
  KL_FEATURE_PRECISION,
  KL_FEATURE_NEW_PRECISION,
  KL_FEATURE_NEAR_PAIRS,
  KL_FEATURE_TRIGRAMS,
  KL_FEATURE_LENGTH_RATIO,
  KL_FEATURE_POINT_LENGTH,
  KL_FEATURE_CONTENT,
  KL_FEATURE_NEGATION,
  KL_FEATURE_NEGATION_DIFFERS,
  KL_FEATURE_NUMBERS,
  KL_FEATURE_ORDER,
  KL_FEATURE_POINT_NEW,
  KL_FEATURE_FOUND,
  KL_FEATURE_TRIGRAM_F,
  KL_FEATURE_CLAUSE_NEGATION,
  KL_FEATURE_ALTERNATIVES,
  KL_N_FEATURES,
} KlFeature;

/**
 * KlPointFeatures:
 * @values: by #KlFeature
 */
typedef struct
{
  double values[KL_N_FEATURES];
} KlPointFeatures;

const char *kl_feature_get_name             (KlFeature              feature);
double      kl_point_features_find_likeness (const KlPointFeatures *features);

G_END_DECLS
