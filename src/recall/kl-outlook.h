#pragma once

#include "model/kl-plan.h"

#include "kl-agenda-facts.h"
#include "kl-forecast.h"
#include "kl-prospects.h"

G_BEGIN_DECLS

/**
 * KlOutlook:
 * @prospects: those of all subjects
 * @today: the number of the day that it is seen from
 * @event: the number of the day that is learned for, 0 where there is none to come
 * @day_plan: (nullable): what there is to do on that day, %NULL before the first update
 * @forecast: (nullable): what is expected on the day that is learned for
 * @n_looked: how many subjects had to be worked out anew at the last update
 *
 * How it goes on with a plan, seen from a day. Only kl_outlook_update() changes it.
 */
typedef struct
{
  KlProspects *prospects;
  gint64       today;
  gint64       event;
  KlDayPlan   *day_plan;
  KlForecast  *forecast;
  guint        n_looked;
} KlOutlook;

KlOutlook *kl_outlook_new    (void);
void       kl_outlook_free   (KlOutlook          *self);
void       kl_outlook_forget (KlOutlook          *self,
                              const char *const  *subject_ids);
void       kl_outlook_update (KlOutlook          *self,
                              KlPlan             *plan,
                              GPtrArray          *subjects,
                              KlAgendaFacts      *facts,
                              GTimeZone          *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlOutlook, kl_outlook_free)

G_END_DECLS
