/* kl-due-reason.c: why a subject is to be explained when it is, in one sentence */

#include "config.h"

#include "kl-due-reason.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"

#include "kl-day-text.h"

/**
 * kl_due_reason_init:
 * @self: (out caller-allocates): the reason
 * @scheduler: a scheduler
 * @schedule: what the attempts at the subject say
 *
 * The day on which recall falls is not fuzzed, and may lie beyond the longest interval that is wanted.
 *
 * Returns: whether there is one: not where the subject is not assessed
 */
gboolean
kl_due_reason_init (KlDueReason       *self,
                    const KlScheduler *scheduler,
                    const KlSchedule  *schedule)
{
  if (schedule->n_reviews == 0)
    return FALSE;

  self->score = 100 * schedule->last.grade.recall;
  self->last_day = schedule->last.day;
  self->retention = 100 * scheduler->retention;
  self->fall_day = schedule->last.day
                   + kl_fsrs_round_interval (kl_scheduler_get_interval (scheduler, schedule), KL_FSRS_MAX_INTERVAL);
  return TRUE;
}

/**
 * kl_due_reason_to_text:
 * @self: a reason
 * @today: the number of the day on which it is said
 *
 * Returns: (transfer full): such as “92 % on 10 October; recall falls to 90 % on 16 October”
 */
char *
kl_due_reason_to_text (const KlDueReason *self,
                       gint64             today)
{
  g_autofree char *score = kl_chart_text_percent (self->score);
  g_autofree char *last_day = kl_day_text_date (self->last_day, today);
  g_autofree char *retention = kl_chart_text_percent (self->retention);
  g_autofree char *fall_day = kl_day_text_date (self->fall_day, today);

  if (self->fall_day <= today)
    /* Translators: why a topic is to be explained: the last score and its day, what recall may fall to, and when it
     * did or does: “92 % on 10 October; recall fell to 90 % on 16 October”. */
    return g_strdup_printf (_("%1$s on %2$s; recall fell to %3$s on %4$s"), score, last_day, retention, fall_day);
  /* Translators: as above, where that day is still to come. */
  return g_strdup_printf (_("%1$s on %2$s; recall falls to %3$s on %4$s"), score, last_day, retention, fall_day);
}
