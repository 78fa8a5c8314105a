#pragma once

#include <adwaita.h>

#include "kl-reminders.h"

G_BEGIN_DECLS

#define KL_TYPE_REMINDER_ROWS (kl_reminder_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlReminderRows, kl_reminder_rows, KL, REMINDER_ROWS, AdwPreferencesGroup)

GtkWidget *kl_reminder_rows_new (KlReminders *reminders);

G_END_DECLS
