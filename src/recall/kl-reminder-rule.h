#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlReminderStep:
 * @KL_REMINDER_NOTHING: all is as it should be
 * @KL_REMINDER_SEND: it is time
 * @KL_REMINDER_WITHDRAW: the reminder that is out says what is not so any more
 *
 * What to do about the reminder now.
 */
typedef enum
{
  KL_REMINDER_NOTHING,
  KL_REMINDER_SEND,
  KL_REMINDER_WITHDRAW,
} KlReminderStep;

/**
 * KlReminderFacts:
 * @now: the time, in the zone of the person
 * @is_wanted: whether the person wants reminders
 * @hour: the hour from which on they come, 0–23
 * @days: (array zero-terminated=1) (nullable): the dates that need no reminder any more, the last one first
 * @out: the number of the day of the reminder that may be before the person's eyes, 0 for none
 * @is_known: whether it is known what is due
 * @n_due: how much is due
 *
 * What the rule goes by.
 */
typedef struct
{
  GDateTime         *now;
  gboolean           is_wanted;
  guint              hour;
  const char *const *days;
  gint64             out;
  gboolean           is_known;
  guint              n_due;
} KlReminderFacts;

KlReminderStep  kl_reminder_rule_decide  (const KlReminderFacts *facts);
gboolean        kl_reminder_rule_asks    (const KlReminderFacts *facts);
gint64          kl_reminder_rule_get_day (GDateTime             *now);
char          **kl_reminder_rule_add_day (const char *const     *days,
                                          gint64                 day);

G_END_DECLS
