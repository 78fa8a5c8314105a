/* kl-adam.c: stochastic gradient descent with a step width for each weight
 *
 * Source: Kingma and Ba, “Adam: A Method for Stochastic Optimization”, 2015, algorithm 1, with the constants given
 * there.
 */

#include "config.h"

#include "kl-adam.h"

#include <math.h>

#define DECAY_OF_MEAN 0.9
#define DECAY_OF_SQUARE 0.999
#define EPSILON 1e-8

/**
 * kl_adam_step:
 * @self: (inout): what is known of the way so far
 * @weights: (inout): where it stands
 * @gradient: the derivatives of what is to become less, by each weight
 * @rate: how far a step goes, in the units of the weights
 *
 * Makes a step. The weights are not brought into their bounds.
 */
void
kl_adam_step (KlAdam          *self,
              KlWeights       *weights,
              const KlWeights *gradient,
              double           rate)
{
  double mean_share;
  double square_share;

  self->n_steps++;
  mean_share = 1 - pow (DECAY_OF_MEAN, self->n_steps);
  square_share = 1 - pow (DECAY_OF_SQUARE, self->n_steps);
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      double slope = gradient->w[i];

      self->mean[i] = DECAY_OF_MEAN * self->mean[i] + (1 - DECAY_OF_MEAN) * slope;
      self->square[i] = DECAY_OF_SQUARE * self->square[i] + (1 - DECAY_OF_SQUARE) * slope * slope;
      weights->w[i] -= rate * (self->mean[i] / mean_share) / (sqrt (self->square[i] / square_share) + EPSILON);
    }
}
