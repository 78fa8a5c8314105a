#pragma once

#include "kl-grade.h"
#include "kl-memory-state.h"
#include "kl-weights.h"

G_BEGIN_DECLS

#define KL_FSRS_MIN_STABILITY 0.001
#define KL_FSRS_MAX_STABILITY 36500.0
#define KL_FSRS_MIN_DIFFICULTY 1.0
#define KL_FSRS_MAX_DIFFICULTY 10.0

/* The longest interval, in days. */
#define KL_FSRS_MAX_INTERVAL 36500

/**
 * KlFsrs:
 * @weights: the weights, within their bounds
 * @decay: the exponent of the forgetting curve, −w20
 * @factor: what makes recall 90 % after as many days as the stability says
 * @growth: exp (w8)
 * @same_day: exp (w17 · (G − 3 + w18)) for G = 1–4
 * @most_forgotten: exp (w17 · w18): forgetting divides stability by this at least
 * @easy_difficulty: D0 (4), where difficulty returns to; not clamped
 *
 * FSRS-6 with one set of weights, and what of the formulas does not depend on the attempt. It is set up by
 * kl_fsrs_init() and never changes; any number of threads may use it.
 */
typedef struct
{
  KlWeights weights;
  double    decay;
  double    factor;
  double    growth;
  double    same_day[4];
  double    most_forgotten;
  double    easy_difficulty;
} KlFsrs;

void          kl_fsrs_init               (KlFsrs          *self,
                                          const KlWeights *weights);
double        kl_fsrs_get_retrievability (const KlFsrs    *self,
                                          double           stability,
                                          double           days);
double        kl_fsrs_get_interval       (const KlFsrs    *self,
                                          double           stability,
                                          double           retention);
KlMemoryState kl_fsrs_get_first          (const KlFsrs    *self,
                                          KlGrade          grade);
KlMemoryState kl_fsrs_get_next           (const KlFsrs    *self,
                                          KlMemoryState    before,
                                          KlGrade          grade,
                                          double           days);
gint64        kl_fsrs_round_interval     (double           interval,
                                          gint64           maximum);

G_END_DECLS
