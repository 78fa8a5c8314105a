#pragma once

#include "kl-prospect.h"

G_BEGIN_DECLS

/**
 * KlDayPlan:
 * @today: (element-type KlProspect): what to explain today, in this order
 * @later: (element-type KlProspect): what is due as well and has to wait, in the order of the days that have room
 * @restudies: (element-type KlProspect): what to study again today, in this order
 * @next: (nullable): what is due next, after today
 *
 * What there is to do on a day. The prospects are the caller's.
 */
typedef struct
{
  GPtrArray  *today;
  GPtrArray  *later;
  GPtrArray  *restudies;
  KlProspect *next;
} KlDayPlan;

/**
 * KlDayPlanFunc:
 * @prospect: a prospect
 * @index: 0, 1, 2 …
 * @data: what was given with the function
 *
 * Returns: (nullable): what @prospect's subject builds on, one after the other; %NULL when there is no more
 */
typedef KlProspect *(*KlDayPlanFunc) (const KlProspect *prospect,
                                      guint            *index,
                                      gpointer          data);

KlDayPlan *kl_day_plan_new  (GPtrArray     *prospects,
                             gint64         today,
                             guint          daily,
                             KlDayPlanFunc  get_prerequisite,
                             gpointer       data);
void       kl_day_plan_free (KlDayPlan     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlDayPlan, kl_day_plan_free)

G_END_DECLS
