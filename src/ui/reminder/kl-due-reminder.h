#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_DUE_REMINDER (kl_due_reminder_get_type ())

G_DECLARE_FINAL_TYPE (KlDueReminder, kl_due_reminder, KL, DUE_REMINDER, GObject)

KlDueReminder *kl_due_reminder_new           (GApplication  *application,
                                              GSettings     *settings,
                                              KlClock       *clock);
void           kl_due_reminder_look          (KlDueReminder *self);
void           kl_due_reminder_set_library   (KlDueReminder *self,
                                              KlLibrary     *library);
void           kl_due_reminder_give_up       (KlDueReminder *self);
gboolean       kl_due_reminder_is_wanted     (KlDueReminder *self);
gboolean       kl_due_reminder_needs_library (KlDueReminder *self);

G_END_DECLS
