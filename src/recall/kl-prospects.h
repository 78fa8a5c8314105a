#pragma once

#include "kl-day-plan.h"
#include "kl-schedules.h"

G_BEGIN_DECLS

/**
 * KlProspects:
 *
 * The prospects of all subjects of a plan, each worked out again only where something about it changed.
 */
typedef struct _KlProspects KlProspects;

KlProspects *kl_prospects_new       (void);
void         kl_prospects_free      (KlProspects         *self);
void         kl_prospects_forget    (KlProspects         *self,
                                     const char          *subject_id);
guint        kl_prospects_update    (KlProspects         *self,
                                     GPtrArray           *subjects,
                                     KlSchedules         *schedules,
                                     GHashTable          *needs,
                                     const KlProspectDay *day);
GPtrArray   *kl_prospects_get_all   (KlProspects         *self);
KlProspect  *kl_prospects_find      (KlProspects         *self,
                                     const char          *subject_id);
KlDayPlan   *kl_prospects_plan_day  (KlProspects         *self,
                                     GHashTable          *needs,
                                     gint64               today,
                                     guint                daily);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlProspects, kl_prospects_free)

G_END_DECLS
