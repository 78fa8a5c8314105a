/* kl-fsrs-gradient.c: how the loss of a history changes with each weight
 *
 * The derivatives of kl-fsrs.c, from the last step to the first (reverse-mode differentiation). A “slope” is the
 * derivative of the loss by the value it is named after, a “log slope” that by its logarithm, which is what a score
 * mixes. Where a value is clamped, it has none.
 */

#include "config.h"

#include "kl-fsrs-gradient.h"

#include <math.h>

#include "kl-recall-loss.h"

typedef struct
{
  const KlFsrs *fsrs;
  KlMemoryState before;
  double days;
  double retrievability;
  double *gradient;

  /* The derivatives of the loss by what the step began with. */
  double stability_slope;
  double difficulty_slope;
  double retrievability_slope;
} Step;

static gboolean
is_within (double value,
           double low,
           double high)
{
  return value > low && value < high;
}

static gboolean
is_stability (double stability)
{
  return is_within (stability, KL_FSRS_MIN_STABILITY, KL_FSRS_MAX_STABILITY);
}

static void
add_same_day (Step     *self,
              KlRating  rating,
              double    log_slope)
{
  const double *w = self->fsrs->weights.w;
  double stability = self->before.stability;
  double increase = self->fsrs->same_day[rating - KL_RATING_AGAIN] * pow (stability, -w[19]);

  if (rating >= KL_RATING_HARD && increase < 1)
    {
      if (is_stability (stability))
        self->stability_slope += log_slope / stability;
      return;
    }
  if (!is_stability (stability * increase))
    return;

  self->stability_slope += log_slope * (1 - w[19]) / stability;
  self->gradient[17] += log_slope * ((double) rating - 3 + w[18]);
  self->gradient[18] += log_slope * w[17];
  self->gradient[19] -= log_slope * log (stability);
}

static void
add_forgotten (Step   *self,
               double  log_slope)
{
  const double *w = self->fsrs->weights.w;
  double stability = self->before.stability;
  double difficulty = self->before.difficulty;
  double power = pow (stability + 1, w[13]);
  double left = w[11] * pow (difficulty, -w[12]) * (power - 1) * exp ((1 - self->retrievability) * w[14]);
  double most = stability / self->fsrs->most_forgotten;

  if (!is_stability (MIN (left, most)))
    return;

  if (most < left)
    {
      self->stability_slope += log_slope / stability;
      self->gradient[17] -= log_slope * w[18];
      self->gradient[18] -= log_slope * w[17];
      return;
    }

  self->stability_slope += log_slope * w[13] * power / ((stability + 1) * (power - 1));
  self->difficulty_slope -= log_slope * w[12] / difficulty;
  self->retrievability_slope -= log_slope * w[14];
  self->gradient[11] += log_slope / w[11];
  self->gradient[12] -= log_slope * log (difficulty);
  self->gradient[13] += log_slope * power * log1p (stability) / (power - 1);
  self->gradient[14] += log_slope * (1 - self->retrievability);
}

static void
add_recalled (Step     *self,
              KlRating  rating,
              double    log_slope)
{
  const double *w = self->fsrs->weights.w;
  double stability = self->before.stability;
  double bonus = rating == KL_RATING_HARD ? w[15] : rating == KL_RATING_EASY ? w[16] : 1;
  double scale = self->fsrs->growth * (11 - self->before.difficulty) * pow (stability, -w[9]);
  double late = exp ((1 - self->retrievability) * w[10]);
  double growth = scale * (late - 1) * bonus;
  double slope = log_slope / (1 + growth); /* by the growth */

  if (!is_stability (stability * (1 + growth)))
    return;

  self->stability_slope += (log_slope - slope * growth * w[9]) / stability;
  self->difficulty_slope -= slope * growth / (11 - self->before.difficulty);
  self->retrievability_slope -= slope * scale * bonus * w[10] * late;
  self->gradient[8] += slope * growth;
  self->gradient[9] -= slope * growth * log (stability);
  self->gradient[10] += slope * scale * bonus * late * (1 - self->retrievability);
  if (rating == KL_RATING_HARD)
    self->gradient[15] += slope * scale * (late - 1);
  else if (rating == KL_RATING_EASY)
    self->gradient[16] += slope * scale * (late - 1);
}

static void
add_rated (Step     *self,
           KlRating  rating,
           double    log_slope)
{
  if (!(self->days > 0))
    add_same_day (self, rating, log_slope);
  else if (rating == KL_RATING_AGAIN)
    add_forgotten (self, log_slope);
  else
    add_recalled (self, rating, log_slope);
}

/* ln S' = (1 − p) · ln S'(Again) + p · ln S'(Good) */
static void
add_stability (Step          *self,
               KlGrade        grade,
               KlMemoryState  after,
               double         slope)
{
  double log_slope = slope * after.stability;

  if (grade.rating != KL_RATING_NONE)
    {
      add_rated (self, grade.rating, log_slope);
      return;
    }

  if (grade.recall < 1)
    add_rated (self, KL_RATING_AGAIN, log_slope * (1 - grade.recall));
  if (grade.recall > 0)
    add_rated (self, KL_RATING_GOOD, log_slope * grade.recall);
}

/* D' = w7 · D0 (4) + (1 − w7) · (D + (10 − D) / 9 · (−w6 · (G − 3))), D0 (4) = w4 − exp (3 w5) + 1 */
static void
add_difficulty (Step          *self,
                KlGrade        grade,
                KlMemoryState  after,
                double         slope)
{
  const double *w = self->fsrs->weights.w;
  double rating = grade.rating != KL_RATING_NONE ? (double) grade.rating : 1 + 2 * grade.recall;
  double room = (10 - self->before.difficulty) / 9;
  double changed = self->before.difficulty - room * w[6] * (rating - 3);

  if (!is_within (after.difficulty, KL_FSRS_MIN_DIFFICULTY, KL_FSRS_MAX_DIFFICULTY))
    return;

  self->difficulty_slope += slope * (1 - w[7]) * (1 + w[6] * (rating - 3) / 9);
  self->gradient[4] += slope * w[7];
  self->gradient[5] -= slope * w[7] * 3 * exp (3 * w[5]);
  self->gradient[6] -= slope * (1 - w[7]) * room * (rating - 3);
  self->gradient[7] += slope * (self->fsrs->easy_difficulty - changed);
}

/* R = x^−w20, x = 1 + factor · t / S, factor = exp (−ln 0.9 / w20) − 1 */
static void
add_retrievability (Step *self)
{
  const double *w = self->fsrs->weights.w;
  double slope = self->retrievability_slope;
  double share = self->days / self->before.stability;
  double base = 1 + self->fsrs->factor * share;
  double factor_slope = (self->fsrs->factor + 1) * log (0.9) / (w[20] * w[20]);

  self->stability_slope
    += slope * self->retrievability * w[20] * self->fsrs->factor * share / (base * self->before.stability);
  self->gradient[20] -= slope * self->retrievability * (log (base) + w[20] * share * factor_slope / base);
}

static void
add_first (const KlFsrs  *fsrs,
           KlGrade        grade,
           KlMemoryState  memory,
           KlMemoryState  slopes,
           double        *gradient)
{
  const double *w = fsrs->weights.w;
  double rating = grade.rating != KL_RATING_NONE ? (double) grade.rating : 1 + 3 * grade.recall;

  if (grade.rating != KL_RATING_NONE)
    gradient[grade.rating - KL_RATING_AGAIN] += slopes.stability;
  else
    {
      gradient[0] += slopes.stability * memory.stability * (1 - grade.recall) / w[0];
      gradient[3] += slopes.stability * memory.stability * grade.recall / w[3];
    }

  if (is_within (memory.difficulty, KL_FSRS_MIN_DIFFICULTY, KL_FSRS_MAX_DIFFICULTY))
    {
      gradient[4] += slopes.difficulty;
      gradient[5] -= slopes.difficulty * (rating - 1) * exp (w[5] * (rating - 1));
    }
}

/* Returns how many attempts there are up to the last that counts. */
static gsize
remember (const KlFsrs           *fsrs,
          const KlTrainingReview *history,
          gsize                   n_reviews,
          gint64                  before,
          KlMemoryState          *memories)
{
  gsize n_needed = 0;

  for (gsize i = 0; i < n_reviews && history[i].order < before; i++)
    {
      memories[i] = i == 0 ? kl_fsrs_get_first (fsrs, history[i].grade)
                           : kl_fsrs_get_next (fsrs, memories[i - 1], history[i].grade, history[i].days);
      if (i > 0 && history[i].days > 0)
        n_needed = i + 1;
    }
  return n_needed;
}

/**
 * kl_fsrs_gradient_add:
 * @fsrs: FSRS
 * @history: (array length=n_reviews): the attempts at one subject, in order
 * @n_reviews: how many, at least one
 * @before: the first order that does not count any more
 * @memories: (array length=n_reviews) (out caller-allocates): room to work in
 * @gradient: (inout): the derivatives by each weight of the loss of @history are added here
 *
 * Returns: the sum of kl_recall_loss() over the attempts a day or more after another
 */
double
kl_fsrs_gradient_add (const KlFsrs           *fsrs,
                      const KlTrainingReview *history,
                      gsize                   n_reviews,
                      gint64                  before,
                      KlMemoryState          *memories,
                      KlWeights              *gradient)
{
  gsize n_needed = remember (fsrs, history, n_reviews, before, memories);
  KlMemoryState slopes = { 0, 0 };
  double loss = 0;

  if (n_needed == 0)
    return 0;

  for (gsize i = n_needed - 1; i > 0; i--)
    {
      Step step = { fsrs, memories[i - 1], history[i].days, 1, gradient->w, 0, 0, 0 };

      if (step.days > 0)
        step.retrievability = kl_fsrs_get_retrievability (fsrs, step.before.stability, step.days);
      add_stability (&step, history[i].grade, memories[i], slopes.stability);
      add_difficulty (&step, history[i].grade, memories[i], slopes.difficulty);
      if (step.days > 0)
        {
          loss += kl_recall_loss (history[i].grade.recall, step.retrievability);
          step.retrievability_slope += kl_recall_loss_slope (history[i].grade.recall, step.retrievability);
          add_retrievability (&step);
        }
      slopes = (KlMemoryState) { step.stability_slope, step.difficulty_slope };
    }

  add_first (fsrs, history[0].grade, memories[0], slopes, gradient->w);
  return loss;
}
