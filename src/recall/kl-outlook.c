/* kl-outlook.c: how it goes on with a plan, seen from a day */

#include "config.h"

#include "kl-outlook.h"

#include "coach/kl-day-number.h"

#include "kl-plan-scheduler.h"

/**
 * kl_outlook_new:
 *
 * Returns: (transfer full): nothing seen yet
 */
KlOutlook *
kl_outlook_new (void)
{
  KlOutlook *self = g_new0 (KlOutlook, 1);

  self->prospects = kl_prospects_new ();
  return self;
}

/**
 * kl_outlook_free:
 * @self: (transfer full): an outlook
 */
void
kl_outlook_free (KlOutlook *self)
{
  g_clear_pointer (&self->forecast, kl_forecast_free);
  g_clear_pointer (&self->day_plan, kl_day_plan_free);
  kl_prospects_free (self->prospects);
  g_free (self);
}

/**
 * kl_outlook_forget:
 * @self: an outlook
 * @subject_ids: (nullable): the ids of subjects, %NULL for all
 *
 * Works them out anew at the next update: something is known of them that was not.
 */
void
kl_outlook_forget (KlOutlook         *self,
                   const char *const *subject_ids)
{
  if (subject_ids == NULL)
    kl_prospects_forget (self->prospects, NULL);
  for (guint i = 0; subject_ids != NULL && subject_ids[i] != NULL; i++)
    kl_prospects_forget (self->prospects, subject_ids[i]);
}

/* The day that is learned for, where it is still to come. */
static gint64
find_event (KlPlan              *plan,
            const KlProspectDay *day)
{
  const char *text = kl_plan_get_event_date (plan);
  KlIsoDate date;
  gint64 event;

  if (text == NULL || !kl_iso_date_parse (text, &date))
    return 0;

  event = kl_day_number_of_date (&date, day->zone, day->rollover, NULL);
  return event >= day->today ? event : 0;
}

/**
 * kl_outlook_update:
 * @self: an outlook
 * @plan: a plan, loaded
 * @subjects: (element-type KlSubject): its subjects
 * @facts: what is known of them, loaded
 * @zone: the person's zone
 *
 * Sees it from today. Another day changes what is expected of each, and another event what is expected on it; otherwise
 * only what changed or was forgotten is worked out anew.
 */
void
kl_outlook_update (KlOutlook     *self,
                   KlPlan        *plan,
                   GPtrArray     *subjects,
                   KlAgendaFacts *facts,
                   GTimeZone     *zone)
{
  KlSchedules *schedules = kl_agenda_facts_get_schedules (facts);
  GHashTable *needs = kl_agenda_facts_get_needs (facts);
  KlProspectDay day = { kl_schedules_get_scheduler (schedules), zone, kl_plan_scheduler_get_day_start (plan),
                        kl_schedules_get_today (schedules), 0 };

  day.event = find_event (plan, &day);
  if (day.today != self->today || day.event != self->event)
    kl_prospects_forget (self->prospects, NULL);
  self->today = day.today;
  self->event = day.event;
  self->n_looked = kl_prospects_update (self->prospects, subjects, schedules, needs, &day);

  g_clear_pointer (&self->day_plan, kl_day_plan_free);
  self->day_plan = kl_prospects_plan_day (self->prospects, needs, self->today,
                                          (guint) kl_plan_get_wish (plan, KL_WISH_DAILY));
  g_clear_pointer (&self->forecast, kl_forecast_free);
  if (self->event > 0)
    self->forecast = kl_forecast_new (kl_prospects_get_all (self->prospects), self->event,
                                      kl_plan_get_wish (plan, KL_WISH_TARGET));
}
