#pragma once

#include "kl-expectation.h"
#include "kl-schedule.h"

G_BEGIN_DECLS

/**
 * KlScheduler:
 * @fsrs: FSRS with the person's weights
 * @retention: recall may fall to this before the next attempt, 0–1; plans offer 0.70–0.97
 * @target: the score that a plan aims at, in percent; below it a restudy is offered
 * @maximum: the longest interval, in days, 1–36500
 * @fuzzes: whether intervals differ a little by subject, so that what was recorded together does not come back together
 *
 * What a plan wants of its schedule. kl_scheduler_init() sets the defaults; members may be set afterwards. It may be
 * copied.
 */
typedef struct
{
  KlFsrs   fsrs;
  double   retention;
  double   target;
  gint64   maximum;
  gboolean fuzzes;
} KlScheduler;

void     kl_scheduler_init            (KlScheduler      *self,
                                       const KlWeights  *weights);
double   kl_scheduler_get_interval    (const KlScheduler *self,
                                       const KlSchedule  *schedule);
gboolean kl_scheduler_get_due         (const KlScheduler *self,
                                       const KlSchedule  *schedule,
                                       const char        *subject_id,
                                       gint64            *day);
gboolean kl_scheduler_get_restudy     (const KlScheduler *self,
                                       const KlSchedule  *schedule,
                                       gint64            *day);
gboolean kl_scheduler_get_expectation (const KlScheduler *self,
                                       const KlSchedule  *schedule,
                                       gint64             today,
                                       KlExpectation     *expectation);
gboolean kl_scheduler_get_crossing    (const KlScheduler *self,
                                       const KlSchedule  *schedule,
                                       gint64             horizon,
                                       gint64            *day);

G_END_DECLS
