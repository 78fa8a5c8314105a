#pragma once

#include "coach/kl-scheduler.h"

G_BEGIN_DECLS

/**
 * KlDueReason:
 * @score: the last score that counts, 0–100
 * @last_day: the number of its day
 * @retention: what recall may fall to, in percent
 * @fall_day: the number of the day on which recall falls to that
 *
 * Why a subject is to be explained when it is.
 */
typedef struct
{
  double score;
  gint64 last_day;
  double retention;
  gint64 fall_day;
} KlDueReason;

gboolean  kl_due_reason_init    (KlDueReason       *self,
                                 const KlScheduler *scheduler,
                                 const KlSchedule  *schedule);
char     *kl_due_reason_to_text (const KlDueReason *self,
                                 gint64             today);

G_END_DECLS
