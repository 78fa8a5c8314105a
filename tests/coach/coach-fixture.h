#pragma once

#include "coach/kl-fsrs.h"
#include "coach/kl-review.h"

G_BEGIN_DECLS

/* The same number, to the last bit but for the sign of 0. */
#define COACH_ASSERT_SAME(a, b) \
  G_STMT_START \
  { \
    g_assert_cmpfloat (a, >=, b); \
    g_assert_cmpfloat (a, <=, b); \
  } \
  G_STMT_END

void     coach_fixture_assert_weights (const KlWeights *weights,
                                       const KlWeights *expected);
void     coach_fixture_random_weights (GRand     *random,
                                       KlWeights *weights);
KlGrade  coach_fixture_random_grade   (GRand     *random);
void     coach_fixture_random_reviews (GRand     *random,
                                       KlReview  *reviews,
                                       gsize      n_reviews);
char    *coach_fixture_dup_shared     (const char *name);

G_END_DECLS
