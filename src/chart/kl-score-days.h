#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlScoreDays:
 * @first: the first day that there is anything to show of, as in #GDate; 0 where there is none
 * @last: the last one
 *
 * The days that scores in time are about.
 */
typedef struct
{
  int first;
  int last;
} KlScoreDays;

void   kl_score_days_add               (KlScoreDays       *self,
                                        int                day);
double kl_score_days_get_smallest_view (const KlScoreDays *self);
double kl_score_days_get_place         (const KlScoreDays *self,
                                        int                day);

G_END_DECLS
