/* kl-initial-stability.c: how long a first attempt lasts, fitted to the second
 *
 * What a first attempt leaves follows from w0 to w3 alone, so that they are fitted first. In their logarithms θ, of
 * which ln S is a mean, the loss is close to a parabola: Newton's steps with the expected second derivative (Fisher
 * scoring) end after a few.
 */

#include "config.h"

#include "kl-initial-stability.h"

#include <math.h>

#include "kl-recall-loss.h"

enum
{
  N_FIRST = KL_N_FIRST_WEIGHTS,
  N_STEPS = 8,
};

/* A weight that nothing is known of is expected within a factor of e around its default, one time in three not. */
#define PULL 1.0

typedef struct
{
  double slope[N_FIRST];
  double curvature[N_FIRST][N_FIRST];
} Parabola;

/* How much each of w0–w3 has to do with the first stability. */
static void
get_shares (KlGrade grade,
            double  shares[N_FIRST])
{
  for (guint i = 0; i < N_FIRST; i++)
    shares[i] = 0;
  if (grade.rating != KL_RATING_NONE)
    shares[grade.rating - KL_RATING_AGAIN] = 1;
  else
    {
      shares[0] = 1 - grade.recall;
      shares[N_FIRST - 1] = grade.recall;
    }
}

static void
add_second (Parabola               *self,
            const KlFsrs           *fsrs,
            const KlTrainingReview *first,
            const KlTrainingReview *second)
{
  double stability = kl_fsrs_get_first (fsrs, first->grade).stability;
  double retrievability = kl_fsrs_get_retrievability (fsrs, stability, second->days);
  double share = fsrs->factor * second->days / stability;
  double by_log = -fsrs->decay * retrievability * share / (1 + share); /* dR / d ln S */
  double slope = kl_recall_loss_slope (second->grade.recall, retrievability) * by_log;
  double certain = MAX (retrievability * (1 - retrievability), G_MINDOUBLE);
  double shares[N_FIRST];

  get_shares (first->grade, shares);
  for (guint i = 0; i < N_FIRST; i++)
    {
      self->slope[i] += slope * shares[i];
      for (guint j = 0; j <= i; j++)
        self->curvature[i][j] += by_log * by_log / certain * shares[i] * shares[j];
    }
}

static void
add_pull (Parabola        *self,
          const KlWeights *weights)
{
  for (guint i = 0; i < N_FIRST; i++)
    {
      self->slope[i] += PULL * log (weights->w[i] / kl_weights_get_default ()->w[i]);
      self->curvature[i][i] += PULL;
    }
}

/* Solves curvature · step = slope by Cholesky's decomposition, in place. The pull makes the curvature positive. */
static void
solve (Parabola *self)
{
  for (guint i = 0; i < N_FIRST; i++)
    for (guint j = 0; j <= i; j++)
      {
        double rest = self->curvature[i][j];

        for (guint k = 0; k < j; k++)
          rest -= self->curvature[i][k] * self->curvature[j][k];
        self->curvature[i][j] = i == j ? sqrt (MAX (rest, G_MINDOUBLE)) : rest / self->curvature[j][j];
      }

  for (guint i = 0; i < N_FIRST; i++)
    {
      for (guint j = 0; j < i; j++)
        self->slope[i] -= self->curvature[i][j] * self->slope[j];
      self->slope[i] /= self->curvature[i][i];
    }
  for (guint i = N_FIRST; i > 0; i--)
    {
      for (guint j = i; j < N_FIRST; j++)
        self->slope[i - 1] -= self->curvature[j][i - 1] * self->slope[j];
      self->slope[i - 1] /= self->curvature[i - 1][i - 1];
    }
}

/**
 * kl_initial_stability_fit:
 * @set: the histories of all subjects
 * @before: the first order that does not count any more
 * @weights: (inout): the weights, of which w0–w3 are fitted
 * @certainty: (out caller-allocates) (array fixed-size=4): how sure each of them is, for kl_weights_order_first()
 *
 * Fits w0–w3 to the second attempts that are a day or more after the first, with a pull towards their defaults; they
 * stay within their bounds, and w0 ≤ w1 ≤ w2 ≤ w3. Where a kind of first attempt did not come, its weight stays what it
 * is by default, but for the room that the others need.
 */
void
kl_initial_stability_fit (const KlTrainingSet *set,
                          gint64               before,
                          KlWeights           *weights,
                          double              *certainty)
{
  for (guint step = 0; step < N_STEPS; step++)
    {
      Parabola parabola = { 0 };
      KlFsrs fsrs;

      kl_fsrs_init (&fsrs, weights);
      for (guint i = 0; i < kl_training_set_get_n_histories (set); i++)
        {
          gsize n_reviews;
          const KlTrainingReview *history = kl_training_set_get_history (set, i, &n_reviews);

          if (n_reviews > 1 && history[1].days > 0 && history[1].order < before)
            add_second (&parabola, &fsrs, &history[0], &history[1]);
        }

      add_pull (&parabola, weights);
      for (guint i = 0; i < N_FIRST; i++)
        certainty[i] = parabola.curvature[i][i];
      solve (&parabola);
      for (guint i = 0; i < N_FIRST; i++)
        weights->w[i] *= exp (CLAMP (-parabola.slope[i], -1, 1));
      kl_weights_clamp (weights);
      kl_weights_order_first (weights, certainty);
    }
}
