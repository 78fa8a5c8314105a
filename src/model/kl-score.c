/* kl-score.c: what an explanation was worth, in percent */

#include "config.h"

#include "kl-score.h"

/**
 * kl_score_is_set:
 * @self: a score
 *
 * Returns: whether there is one
 */
gboolean
kl_score_is_set (KlScore self)
{
  return isfinite (self.low) && isfinite (self.high);
}

/**
 * kl_score_is_range:
 * @self: a score
 *
 * Returns: whether it has two different ends
 */
gboolean
kl_score_is_range (KlScore self)
{
  return kl_score_is_set (self) && self.high > self.low;
}

/**
 * kl_score_get_value:
 * @self: a score
 *
 * Returns: the one number that stands for it: a range counts as its midpoint; NaN where there is none
 */
double
kl_score_get_value (KlScore self)
{
  return self.low + (self.high - self.low) / 2;
}
