/* kl-fsrs.c: FSRS-6, the formulas of the Free Spaced Repetition Scheduler
 *
 * Source of every formula, unless said otherwise: “The Algorithm”, FSRS-6,
 * https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, with the names of its symbols: t days since
 * the last attempt, S stability, D difficulty, R retrievability, G rating, w weights. Mixing two ratings for a percent
 * score is KLearn's own; docs/scheduling.md says why.
 *
 * Everything here is a pure function, and finite for any finite input.
 */

#include "config.h"

#include "kl-fsrs.h"

#include <math.h>

static double
clamp_stability (double stability)
{
  return CLAMP (stability, KL_FSRS_MIN_STABILITY, KL_FSRS_MAX_STABILITY);
}

static double
clamp_difficulty (double difficulty)
{
  return CLAMP (difficulty, KL_FSRS_MIN_DIFFICULTY, KL_FSRS_MAX_DIFFICULTY);
}

/* D0 (G) = w4 − exp (w5 · (G − 1)) + 1, not clamped; G may lie between two ratings. */
static double
first_difficulty (const KlFsrs *self,
                  double        rating)
{
  return self->weights.w[4] - exp (self->weights.w[5] * (rating - 1)) + 1;
}

/* D1 = D + (10 − D) / 9 · (−w6 · (G − 3)), D' = w7 · D0 (4) + (1 − w7) · D1; G may lie between two ratings. */
static double
next_difficulty (const KlFsrs *self,
                 double        difficulty,
                 double        rating)
{
  const double *w = self->weights.w;
  double changed = difficulty + (10 - difficulty) / 9 * (-w[6] * (rating - 3));

  return clamp_difficulty (w[7] * self->easy_difficulty + (1 - w[7]) * changed);
}

/* S' = S · exp (w17 · (G − 3 + w18)) · S^−w19, for G ≥ 2 at least S. @power is S^−w19. */
static double
same_day_stability (const KlFsrs *self,
                    double        stability,
                    KlRating      rating,
                    double        power)
{
  double increase = self->same_day[rating - KL_RATING_AGAIN] * power;

  if (rating >= KL_RATING_HARD)
    increase = MAX (increase, 1);
  return clamp_stability (stability * increase);
}

/* S' = min (w11 · D^−w12 · ((S + 1)^w13 − 1) · exp ((1 − R) · w14), S / exp (w17 · w18)) */
static double
forgotten_stability (const KlFsrs  *self,
                     KlMemoryState  before,
                     double         retrievability)
{
  const double *w = self->weights.w;
  double left = w[11] * pow (before.difficulty, -w[12]) * (pow (before.stability + 1, w[13]) - 1)
                * exp ((1 - retrievability) * w[14]);

  return clamp_stability (MIN (left, before.stability / self->most_forgotten));
}

/* S' = S · (1 + exp (w8) · (11 − D) · S^−w9 · (exp ((1 − R) · w10) − 1) · w15 if Hard · w16 if Easy) */
static double
recalled_stability (const KlFsrs  *self,
                    KlMemoryState  before,
                    KlRating       rating,
                    double         retrievability)
{
  const double *w = self->weights.w;
  double growth = self->growth * (11 - before.difficulty) * pow (before.stability, -w[9])
                  * (exp ((1 - retrievability) * w[10]) - 1);

  if (rating == KL_RATING_HARD)
    growth *= w[15];
  else if (rating == KL_RATING_EASY)
    growth *= w[16];
  return clamp_stability (before.stability * (1 + growth));
}

/* ln S = (1 − p) · ln S0 + p · ln S1. The ends are met to the last bit, and nothing lies outside of them. */
static double
mix (double nothing,
     double everything,
     double recall)
{
  double mixed;

  if (recall <= 0)
    return nothing;
  if (recall >= 1)
    return everything;
  mixed = exp ((1 - recall) * log (nothing) + recall * log (everything));
  return CLAMP (mixed, MIN (nothing, everything), MAX (nothing, everything));
}

static double
next_stability (const KlFsrs  *self,
                KlMemoryState  before,
                KlGrade        grade,
                double         days)
{
  double retrievability;

  if (!(days > 0))
    {
      double power = pow (before.stability, -self->weights.w[19]);

      if (grade.rating != KL_RATING_NONE)
        return same_day_stability (self, before.stability, grade.rating, power);
      return mix (same_day_stability (self, before.stability, KL_RATING_AGAIN, power),
                  same_day_stability (self, before.stability, KL_RATING_GOOD, power), grade.recall);
    }

  retrievability = kl_fsrs_get_retrievability (self, before.stability, days);
  if (grade.rating == KL_RATING_NONE)
    return mix (forgotten_stability (self, before, retrievability),
                recalled_stability (self, before, KL_RATING_GOOD, retrievability), grade.recall);
  if (grade.rating == KL_RATING_AGAIN)
    return forgotten_stability (self, before, retrievability);
  return recalled_stability (self, before, grade.rating, retrievability);
}

/**
 * kl_fsrs_init:
 * @self: (out caller-allocates): FSRS with these weights
 * @weights: (nullable): the weights, %NULL for the defaults; they are brought into their bounds
 */
void
kl_fsrs_init (KlFsrs          *self,
              const KlWeights *weights)
{
  const double *w;

  self->weights = weights != NULL ? *weights : *kl_weights_get_default ();
  kl_weights_clamp (&self->weights);
  w = self->weights.w;
  self->decay = -w[20];
  self->factor = expm1 (log (0.9) / self->decay);
  self->growth = exp (w[8]);
  for (int rating = KL_RATING_AGAIN; rating <= KL_RATING_EASY; rating++)
    self->same_day[rating - KL_RATING_AGAIN] = exp (w[17] * (rating - 3 + w[18]));
  self->most_forgotten = exp (w[17] * w[18]);
  self->easy_difficulty = first_difficulty (self, KL_RATING_EASY);
}

/**
 * kl_fsrs_get_retrievability:
 * @self: FSRS
 * @stability: the stability, in days; it is clamped to 0.001–36500
 * @days: whole days since the last attempt; below 0 counts as 0
 *
 * The forgetting curve R (t, S) = (1 + factor · t / S)^−w20, with factor = exp (ln 0.9 / −w20) − 1, so that R (S, S) is
 * 0.9.
 *
 * Returns: how likely it is recalled, 0–1; never more on a later day
 */
double
kl_fsrs_get_retrievability (const KlFsrs *self,
                            double        stability,
                            double        days)
{
  if (!(days > 0))
    return 1;
  return pow (1 + self->factor * days / clamp_stability (stability), self->decay);
}

/**
 * kl_fsrs_get_interval:
 * @self: FSRS
 * @stability: the stability, in days; it is clamped to 0.001–36500
 * @retention: what recall may fall to, 0–1; it is clamped to 0.001–0.999999
 *
 * I (r, S) = S / factor · (r^(−1 / w20) − 1), the forgetting curve solved for the days.
 *
 * Returns: after how many days recall falls to @retention: more than 0, not rounded, and not bounded by the longest
 *   interval
 */
double
kl_fsrs_get_interval (const KlFsrs *self,
                      double        stability,
                      double        retention)
{
  double recall = CLAMP (retention, 0.001, 0.999999);

  return clamp_stability (stability) / self->factor * expm1 (log (recall) / self->decay);
}

/**
 * kl_fsrs_get_first:
 * @self: FSRS
 * @grade: what the first attempt was worth
 *
 * By rating S = w[G − 1] and D = D0 (G), with D0 (G) = w4 − exp (w5 · (G − 1)) + 1 clamped to 1–10. By score p, which
 * is KLearn's own, ln S = (1 − p) · ln w0 + p · ln w3 and D = D0 (1 + 3 p).
 *
 * Returns: the memory after the first attempt
 */
KlMemoryState
kl_fsrs_get_first (const KlFsrs *self,
                   KlGrade       grade)
{
  const double *w = self->weights.w;

  if (grade.rating != KL_RATING_NONE)
    return (KlMemoryState) { w[grade.rating - KL_RATING_AGAIN],
                            clamp_difficulty (first_difficulty (self, grade.rating)) };

  return (KlMemoryState) {
    mix (w[0], w[3], grade.recall),
    clamp_difficulty (first_difficulty (self, 1 + 3 * grade.recall)),
  };
}

/**
 * kl_fsrs_get_next:
 * @self: FSRS
 * @before: the memory after the attempt before
 * @grade: what the attempt was worth
 * @days: whole days since the attempt before; below 0 counts as 0
 *
 * By rating the step of FSRS-6. By score p, which is KLearn's own, the geometric mean of what Again and Good would
 * leave, ln S' = (1 − p) · ln S'(Again) + p · ln S'(Good), and the difficulty of G = 1 + 2 p; 0 % is FSRS' Again and
 * 100 % its Good.
 *
 * Returns: the memory after the attempt
 */
KlMemoryState
kl_fsrs_get_next (const KlFsrs  *self,
                  KlMemoryState  before,
                  KlGrade        grade,
                  double         days)
{
  double rating = grade.rating != KL_RATING_NONE ? (double) grade.rating : 1 + 2 * grade.recall;

  before.stability = clamp_stability (before.stability);
  before.difficulty = clamp_difficulty (before.difficulty);
  return (KlMemoryState) {
    next_stability (self, before, grade, days),
    next_difficulty (self, before.difficulty, rating),
  };
}

/**
 * kl_fsrs_round_interval:
 * @interval: an interval, in days
 * @maximum: the longest that is wanted, in days, 1–36500
 *
 * days = clamp (floor (I + 0.5), 1, maximum).
 *
 * Returns: the interval in whole days, halves up, 1 to @maximum
 */
gint64
kl_fsrs_round_interval (double interval,
                        gint64 maximum)
{
  gint64 longest = CLAMP (maximum, 1, KL_FSRS_MAX_INTERVAL);

  if (!(interval < (double) longest))
    return longest;
  return interval >= 1 ? (gint64) floor (interval + 0.5) : 1;
}
