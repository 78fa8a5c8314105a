/* kl-insight-due.c: what is due in the coming weeks */

#include "config.h"

#include "kl-insight-due.h"

#include "kl-insight-week.h"

#define DAYS_OF_WEEK 7

/**
 * kl_insight_due_init:
 * @self: (out caller-allocates): what is due
 * @today: the number of the day that it is
 *
 * Nothing is due so far.
 */
void
kl_insight_due_init (KlInsightDue *self,
                     gint64        today)
{
  *self = (KlInsightDue) { .today = today, .monday = kl_insight_week_get_monday (today) };
}

/**
 * kl_insight_due_add:
 * @self: what is due
 * @day: the number of the day that a subject is due on, 0 where it is not
 */
void
kl_insight_due_add (KlInsightDue *self,
                    gint64        day)
{
  gint64 week;

  if (day <= 0)
    return;

  week = (day - self->monday) / DAYS_OF_WEEK;
  if (day < self->today)
    self->n_overdue++;
  else if (week < KL_INSIGHT_DUE_WEEKS)
    self->weeks[week]++;
  else
    self->n_later++;
}

/**
 * kl_insight_due_count:
 * @self: what is due
 * @agenda: what there is to do in a plan, loaded
 * @subjects: (element-type KlSubject): the subjects of the plan
 *
 * Counts what is due under the present schedule.
 */
void
kl_insight_due_count (KlInsightDue *self,
                      KlAgenda     *agenda,
                      GPtrArray    *subjects)
{
  kl_insight_due_init (self, kl_agenda_get_today (agenda));
  for (guint i = 0; i < subjects->len; i++)
    {
      const KlProspect *prospect
        = kl_agenda_get_prospect (agenda, kl_record_get_id (KL_RECORD (g_ptr_array_index (subjects, i))));

      if (prospect != NULL)
        kl_insight_due_add (self, prospect->due);
    }
}

/**
 * kl_insight_due_get_total:
 * @self: what is due
 *
 * Returns: how many subjects are due at all
 */
guint
kl_insight_due_get_total (const KlInsightDue *self)
{
  guint total = self->n_overdue + self->n_later;

  for (guint i = 0; i < KL_INSIGHT_DUE_WEEKS; i++)
    total += self->weeks[i];
  return total;
}
