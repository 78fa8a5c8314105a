/* kl-recall-loss.c: how far a predicted recall was off */

#include "config.h"

#include "kl-recall-loss.h"

#include <math.h>

/* Nothing is predicted for sure: the loss stays finite. */
#define LEAST 1e-9

static double
bound (double retrievability)
{
  return CLAMP (retrievability, LEAST, 1 - LEAST);
}

/**
 * kl_recall_loss:
 * @recall: p, what was recalled, 0–1
 * @retrievability: R, what was predicted, 0–1
 *
 * Cross-entropy with a soft label, −(p ln R + (1 − p) ln (1 − R)).
 *
 * Returns: the loss, 0–21; the least for a given @recall is where @retrievability is the same
 */
double
kl_recall_loss (double recall,
                double retrievability)
{
  double predicted = bound (retrievability);

  return -(recall * log (predicted) + (1 - recall) * log1p (-predicted));
}

/**
 * kl_recall_loss_slope:
 * @recall: p, what was recalled, 0–1
 * @retrievability: R, what was predicted, 0–1
 *
 * Returns: the derivative of kl_recall_loss() by R, (R − p) / (R (1 − R))
 */
double
kl_recall_loss_slope (double recall,
                      double retrievability)
{
  double predicted = bound (retrievability);

  return (predicted - recall) / (predicted * (1 - predicted));
}
