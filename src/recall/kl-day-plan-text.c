/* kl-day-plan-text.c: what has to wait for another day, and what comes then, in one sentence */

#include "config.h"

#include "kl-day-plan-text.h"

#include <glib/gi18n.h>

#include "kl-day-text.h"
#include "kl-prospect-text.h"

/**
 * kl_day_plan_text_later:
 * @self: what there is to do on a day
 * @today: the number of that day
 *
 * Returns: (transfer full) (nullable): how many have to wait for another day and how long; %NULL where none has
 */
char *
kl_day_plan_text_later (const KlDayPlan *self,
                        gint64           today)
{
  const KlProspect *last;
  g_autofree char *day = NULL;

  if (self->later->len == 0)
    return NULL;

  last = self->later->pdata[self->later->len - 1];
  day = kl_day_text_weekday (last->planned, today);
  /* Translators: what is due and does not fit today; %2$s is the day of the last of them. */
  return g_strdup_printf (ngettext ("%1$u more is due and waits until %2$s.",
                                    "%1$u more are due and spread over the days until %2$s, most needed first.",
                                    self->later->len),
                          self->later->len, day);
}

/**
 * kl_day_plan_text_next:
 * @self: what there is to do on a day
 * @schedules: the schedules that it follows from
 * @today: the number of that day
 *
 * Returns: (transfer full) (nullable): what is due next after it, when, and why then; %NULL where nothing is
 */
char *
kl_day_plan_text_next (const KlDayPlan *self,
                       KlSchedules     *schedules,
                       gint64           today)
{
  g_autofree char *day = NULL;
  g_autofree char *why = NULL;
  const char *title;

  if (self->next == NULL)
    return NULL;

  day = kl_day_text_weekday (self->next->due, today);
  title = kl_subject_get_title (self->next->subject);
  why = kl_prospect_explain_due (self->next, schedules, today);
  /* Translators: %1$s is the title of a topic, %2$s a day, %3$s why it is that one */
  return g_strdup_printf (_("Next is “%1$s” on %2$s: %3$s."), title != NULL ? title : "", day, why);
}
