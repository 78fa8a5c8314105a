#pragma once

#include <adwaita.h>

#include "recall/kl-agenda.h"

#include "kl-reminders.h"

G_BEGIN_DECLS

#define KL_TYPE_REMINDER_QUESTION (kl_reminder_question_get_type ())

G_DECLARE_FINAL_TYPE (KlReminderQuestion, kl_reminder_question, KL, REMINDER_QUESTION, AdwBin)

GtkWidget *kl_reminder_question_new (KlLibrary *library,
                                     KlAgenda  *agenda);

G_END_DECLS
