/* kl-plan-scheduler.c: the scheduler with what a plan wishes */

#include "config.h"

#include "kl-plan-scheduler.h"

/**
 * kl_plan_scheduler_init:
 * @self: (out caller-allocates): a scheduler
 * @plan: a plan
 *
 * With the plan's weights, or the usual ones where it has none that can be read, and its wishes.
 */
void
kl_plan_scheduler_init (KlScheduler *self,
                        KlPlan      *plan)
{
  KlWeights weights;
  gboolean has_weights = kl_weights_parse (kl_plan_get_weights (plan), &weights);

  kl_scheduler_init (self, has_weights ? &weights : NULL);
  self->retention = kl_plan_get_wish (plan, KL_WISH_RETENTION);
  self->target = kl_plan_get_wish (plan, KL_WISH_TARGET);
  self->maximum = (gint64) kl_plan_get_wish (plan, KL_WISH_LONGEST);
  self->fuzzes = kl_plan_get_fuzzes (plan);
}

/**
 * kl_plan_scheduler_get_day_start:
 * @plan: a plan
 *
 * Returns: the hour at which a day of learning begins, 0–23
 */
guint
kl_plan_scheduler_get_day_start (KlPlan *plan)
{
  return (guint) kl_plan_get_wish (plan, KL_WISH_DAY_START);
}
