#pragma once

#include "kl-weights.h"

G_BEGIN_DECLS

/**
 * KlAdam:
 * @mean: the moving average of the gradients
 * @square: the moving average of their squares
 * @n_steps: how many steps were made
 *
 * Goes downhill, a step at a time. A zeroed one stands at the beginning.
 */
typedef struct
{
  double mean[KL_N_WEIGHTS];
  double square[KL_N_WEIGHTS];
  guint  n_steps;
} KlAdam;

void kl_adam_step (KlAdam          *self,
                   KlWeights       *weights,
                   const KlWeights *gradient,
                   double           rate);

G_END_DECLS
