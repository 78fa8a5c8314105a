#pragma once

#include "kl-fsrs.h"
#include "kl-review.h"

G_BEGIN_DECLS

/**
 * KlSchedule:
 * @n_reviews: how many attempts count
 * @memory: the memory after the last of them
 * @average: the scores' moving average, 0–1
 * @last: the last of them; its day is not before that of any other
 * @elapsed: how many days lie between the last two, 0 where there is one
 *
 * What the attempts at one subject say, and nothing that depends on the day it is asked: derived, never stored as
 * truth. A zeroed one is that of a subject that is not assessed.
 */
typedef struct
{
  guint         n_reviews;
  KlMemoryState memory;
  double        average;
  KlReview      last;
  gint64        elapsed;
} KlSchedule;

void       kl_schedule_add    (KlSchedule     *self,
                               const KlFsrs   *fsrs,
                               const KlReview *review);
KlSchedule kl_schedule_replay (const KlFsrs   *fsrs,
                               const KlReview *reviews,
                               gsize           n_reviews);

G_END_DECLS
