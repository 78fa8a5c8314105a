/* kl-score-days.c: from which day to which scores in time reach */

#include "config.h"

#include "kl-score-days.h"

/* Fewer days are not worth a closer look. */
#define SMALLEST_DAYS 7.0

/**
 * kl_score_days_add:
 * @self: days
 * @day: one that they reach to; 0 for none
 */
void
kl_score_days_add (KlScoreDays *self,
                   int          day)
{
  if (day < 1)
    return;

  self->first = self->first > 0 ? MIN (self->first, day) : day;
  self->last = MAX (self->last, day);
}

/**
 * kl_score_days_get_smallest_view:
 * @self: days
 *
 * Returns: the least part of them that may be seen
 */
double
kl_score_days_get_smallest_view (const KlScoreDays *self)
{
  int n_days = self->last - self->first;

  return n_days > SMALLEST_DAYS ? SMALLEST_DAYS / n_days : 1;
}

/**
 * kl_score_days_get_place:
 * @self: days
 * @day: one of them; what has none stands at the first one
 *
 * Returns: where it stands, 0–1 in all of them
 */
double
kl_score_days_get_place (const KlScoreDays *self,
                         int                day)
{
  int n_days = self->last - self->first;

  return n_days > 0 ? (MAX (day, self->first) - self->first) / (double) n_days : 0.5;
}
