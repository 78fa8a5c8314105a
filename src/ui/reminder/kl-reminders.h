#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_REMINDERS (kl_reminders_get_type ())

G_DECLARE_FINAL_TYPE (KlReminders, kl_reminders, KL, REMINDERS, GObject)

KlReminders *kl_reminders_for           (KlLibrary           *library);
const char  *kl_reminders_get_obstacle  (KlReminders         *self);
gboolean     kl_reminders_get_on        (KlReminders         *self);
gboolean     kl_reminders_get_asked     (KlReminders         *self);
gboolean     kl_reminders_get_busy      (KlReminders         *self);
int          kl_reminders_get_hour      (KlReminders         *self);
void         kl_reminders_set_hour      (KlReminders         *self,
                                         int                  hour);
const char  *kl_reminders_get_standing  (KlReminders         *self);
void         kl_reminders_look          (KlReminders         *self);
void         kl_reminders_decline       (KlReminders         *self);
void         kl_reminders_switch_async  (KlReminders         *self,
                                         gboolean             on,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
char        *kl_reminders_switch_finish (KlReminders         *self,
                                         GAsyncResult        *result);

G_END_DECLS
