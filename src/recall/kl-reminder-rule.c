/* kl-reminder-rule.c: when to remind, and when a reminder is to go
 *
 * A day here is a date of the computer's clock, and not a day of learning: the person sets an hour of that clock, one
 * reminder is about all plans, and plans may begin their days at different hours. What is due at that hour is what
 * Today says then.
 *
 * Which days had a reminder is a list and not the last one: a clock that is set back, or a journey west, comes to a day
 * again that had one, and a clock that was years ahead must not keep the days in between without. So a day that is in
 * the list needs no reminder, and any other does. The list is short; who goes through more days than it holds, back and
 * forth, may be reminded of one twice.
 */

#include "config.h"

#include "kl-reminder-rule.h"

#include "coach/kl-day-number.h"

#define MAX_DAYS 31

static gboolean
has_day (const char *const *days,
         gint64             day)
{
  for (guint i = 0; days != NULL && days[i] != NULL; i++)
    if (kl_iso_date_parse_day (days[i]) == day)
      return TRUE;

  return FALSE;
}

/* Whoever travels west has the day of the last reminder before them once more. */
static gboolean
is_over (gint64 day,
         gint64 today)
{
  return day < today || day > today + 1;
}

/**
 * kl_reminder_rule_get_day:
 * @now: a time, in the zone of the person
 *
 * Returns: the number of the day for which a reminder counts then
 */
gint64
kl_reminder_rule_get_day (GDateTime *now)
{
  return kl_day_number_of_time (now, 0);
}

/**
 * kl_reminder_rule_asks:
 * @facts: the facts; what is due need not be among them
 *
 * Returns: whether what to do depends on what is due
 */
gboolean
kl_reminder_rule_asks (const KlReminderFacts *facts)
{
  gint64 today = kl_reminder_rule_get_day (facts->now);

  if (!facts->is_wanted)
    return FALSE;
  if (facts->out != 0)
    return !is_over (facts->out, today);

  return (guint) g_date_time_get_hour (facts->now) >= facts->hour && !has_day (facts->days, today);
}

/**
 * kl_reminder_rule_decide:
 * @facts: the facts
 *
 * A reminder comes at its hour, or later on the same day where the computer slept or nothing was due yet; once a day,
 * whatever becomes of the clock, its zone or the hour. Once one was withdrawn, or the day got one, ask again.
 *
 * Returns: what to do
 */
KlReminderStep
kl_reminder_rule_decide (const KlReminderFacts *facts)
{
  gboolean asks = kl_reminder_rule_asks (facts);

  if (facts->out != 0)
    return !asks || (facts->is_known && facts->n_due == 0) ? KL_REMINDER_WITHDRAW : KL_REMINDER_NOTHING;

  return asks && facts->is_known && facts->n_due > 0 ? KL_REMINDER_SEND : KL_REMINDER_NOTHING;
}

/**
 * kl_reminder_rule_add_day:
 * @days: (array zero-terminated=1) (nullable): the dates that need no reminder any more
 * @day: the number of another
 *
 * Returns: (transfer full) (array zero-terminated=1): the dates that need none from now on; of many, the last ones
 */
char **
kl_reminder_rule_add_day (const char *const *days,
                          gint64             day)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *date = kl_iso_date_format_day (day);
  guint n_days = 1;

  g_strv_builder_add (builder, date);
  for (guint i = 0; days != NULL && days[i] != NULL && n_days < MAX_DAYS; i++)
    {
      if (kl_iso_date_parse_day (days[i]) == day)
        continue;
      g_strv_builder_add (builder, days[i]);
      n_days++;
    }
  return g_strv_builder_end (builder);
}
