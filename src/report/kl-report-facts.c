/* kl-report-facts.c: what a report is written from
 *
 * It is taken in the main loop, by copying only: what follows from it is worked out where the report is written.
 */

#include "config.h"

#include "kl-report-facts.h"

/* The plan holds its subjects, and so the ids that outlooks are found by. */
static void
take_outlook (KlReportFacts *self,
              KlAgenda      *agenda,
              KlSubject     *subject)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  const KlProspect *prospect = kl_agenda_get_prospect (agenda, id);
  const KlSchedule *schedule = kl_schedules_peek (kl_agenda_get_schedules (agenda), id);
  KlReportOutlook *outlook;

  if (prospect == NULL)
    return;

  outlook = g_new0 (KlReportOutlook, 1);
  outlook->prospect = *prospect;
  outlook->has_schedule = schedule != NULL;
  if (schedule != NULL)
    outlook->schedule = *schedule;
  g_hash_table_insert (self->outlooks, (gpointer) (guintptr) id, outlook);
}

/**
 * kl_report_facts_new:
 * @plan: (transfer full): a plan with everything, detached
 * @rows: (transfer full): how it went with it so far
 * @agenda: what there is to do in it, loaded
 * @now: when it is, in the person's zone
 *
 * Returns: (transfer full): what a report is written from
 */
KlReportFacts *
kl_report_facts_new (KlPlan        *plan,
                     KlInsightRows *rows,
                     KlAgenda      *agenda,
                     GDateTime     *now)
{
  KlReportFacts *self = g_new0 (KlReportFacts, 1);
  GListModel *subjects = kl_plan_get_subjects (plan);
  const KlForecast *forecast = kl_agenda_get_forecast (agenda);

  self->plan = plan;
  self->rows = rows;
  kl_insight_setting_init (&self->setting, plan, now);
  self->scheduler = *kl_schedules_get_scheduler (kl_agenda_get_schedules (agenda));
  self->outlooks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->forecast = forecast != NULL ? kl_forecast_to_text (forecast) : NULL;
  kl_insight_due_init (&self->due, kl_agenda_get_today (agenda));
  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      const KlReportOutlook *outlook;

      take_outlook (self, agenda, subject);
      outlook = kl_report_facts_get_outlook (self, subject);
      if (outlook != NULL)
        kl_insight_due_add (&self->due, outlook->prospect.due);
    }
  return self;
}

/**
 * kl_report_facts_free:
 * @self: (transfer full): facts
 */
void
kl_report_facts_free (KlReportFacts *self)
{
  g_hash_table_unref (self->outlooks);
  g_clear_pointer (&self->rows, kl_insight_rows_free);
  kl_insight_setting_clear (&self->setting);
  g_object_unref (self->plan);
  g_free (self->forecast);
  g_free (self);
}

/**
 * kl_report_facts_get_outlook:
 * @self: facts
 * @subject: a subject of the plan
 *
 * Returns: (transfer none) (nullable): how it goes on with it
 */
const KlReportOutlook *
kl_report_facts_get_outlook (const KlReportFacts *self,
                             KlSubject           *subject)
{
  return g_hash_table_lookup (self->outlooks, kl_record_get_id (KL_RECORD (subject)));
}

/**
 * kl_report_facts_dup_today:
 * @self: facts
 *
 * Returns: (transfer full): some time of the day that it is
 */
GDateTime *
kl_report_facts_dup_today (const KlReportFacts *self)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (self->due.today, 1, 3652059));
  return g_date_time_new (self->setting.zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date), 12, 0, 0);
}
