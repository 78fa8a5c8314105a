#pragma once

#include "kl-prospect.h"
#include "kl-schedules.h"

G_BEGIN_DECLS

char *kl_prospect_explain_due_by  (const KlProspect  *self,
                                   const KlScheduler *scheduler,
                                   const KlSchedule  *schedule,
                                   gint64             today);
char *kl_prospect_explain_due     (const KlProspect *self,
                                   KlSchedules      *schedules,
                                   gint64            today);
char *kl_prospect_explain_restudy (const KlProspect *self,
                                   KlSchedules      *schedules,
                                   gint64            today);

G_END_DECLS
