/* kl-prospect-text.c: why it is a subject's turn, in one sentence */

#include "config.h"

#include "kl-prospect-text.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"

#include "kl-day-text.h"

static char *
explain_first (const KlProspect *self,
               gint64            today)
{
  g_autofree char *day = NULL;

  if (self->deep_dive == 0)
    return g_strdup (_("Deep-dived and never explained from memory"));

  day = kl_day_text_date (self->deep_dive, today);
  /* Translators: %s is a day */
  return g_strdup_printf (_("Deep-dived on %s and never explained from memory"), day);
}

/**
 * kl_prospect_explain_due_by:
 * @self: the prospect of a subject that is due on some day
 * @scheduler: the plan's scheduler
 * @schedule: (nullable): the subject's schedule
 * @today: the number of the day on which it is said
 *
 * Returns: (transfer full): why it is due when it is
 */
char *
kl_prospect_explain_due_by (const KlProspect  *self,
                            const KlScheduler *scheduler,
                            const KlSchedule  *schedule,
                            gint64             today)
{
  KlDueReason reason;

  if (self->is_by_hand)
    {
      g_autofree char *day = kl_day_text_weekday (self->due, today);

      /* Translators: why a topic is due; %s is a day */
      return g_strdup_printf (_("You chose %s"), day);
    }
  if (schedule != NULL && kl_due_reason_init (&reason, scheduler, schedule))
    return kl_due_reason_to_text (&reason, today);
  return explain_first (self, today);
}

/**
 * kl_prospect_explain_due:
 * @self: the prospect of a subject that is due on some day
 * @schedules: the schedules that it follows from
 * @today: the number of the day on which it is said
 *
 * Returns: (transfer full): why it is due when it is
 */
char *
kl_prospect_explain_due (const KlProspect *self,
                         KlSchedules      *schedules,
                         gint64            today)
{
  const char *id = kl_record_get_id (KL_RECORD (self->subject));

  return kl_prospect_explain_due_by (self, kl_schedules_get_scheduler (schedules), kl_schedules_peek (schedules, id),
                                     today);
}

/**
 * kl_prospect_explain_restudy:
 * @self: the prospect of a subject of which something was missed
 * @schedules: the schedules that it follows from
 * @today: the number of the day on which it is said
 *
 * Returns: (transfer full): why what was missed is to be studied
 */
char *
kl_prospect_explain_restudy (const KlProspect *self,
                             KlSchedules      *schedules,
                             gint64            today)
{
  const KlSchedule *schedule = kl_schedules_peek (schedules, kl_record_get_id (KL_RECORD (self->subject)));
  g_autofree char *score = NULL;
  g_autofree char *day = NULL;
  g_autofree char *target = kl_chart_text_percent (kl_schedules_get_scheduler (schedules)->target);

  if (schedule == NULL)
    return g_strdup ("");

  score = kl_chart_text_percent (100 * schedule->last.grade.recall);
  day = kl_day_text_date (schedule->last.day, today);
  /* Translators: why what was missed is to be studied: the last score, its day, and the score that is aimed at. */
  return g_strdup_printf (_("%1$s on %2$s, and what was missed was not studied since; the aim is %3$s"), score, day,
                          target);
}
