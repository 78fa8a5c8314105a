/* kl-reminders.c: whether and when the person is reminded, for all that asks or shows it
 *
 * Reminders are on only where KLearn starts when the person logs in: they would come on some days and not on others.
 */

#include "config.h"

#include "kl-reminders.h"

#include <glib/gi18n.h>

#include "ui/page/kl-settings.h"

#include "kl-hour-text.h"
#include "kl-login-start.h"

#define ON "reminders"
#define ASKED "reminders-asked"
#define HOUR "reminder-hour"

#define DEFAULT_HOUR 9

struct _KlReminders
{
  GObject parent_instance;

  GSettings *settings;
  const char *obstacle;
  char *standing;
  gboolean is_busy;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlReminders, kl_reminders, G_TYPE_OBJECT)

static void
emit_changed (KlReminders *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_standing (KlReminders *self,
              const char  *standing)
{
  char *copy = g_strdup (standing);

  g_free (self->standing);
  self->standing = copy;
  emit_changed (self);
}

static void
mended_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlReminders) self = user_data;
  g_autofree char *standing = NULL;

  kl_login_start_mend_finish (result, &standing);
  if (kl_reminders_get_on (self))
    set_standing (self, standing);
}

/* Also by another program, or by the person with the desktop's own tools. */
static void
changed_cb (KlReminders *self)
{
  if (!kl_reminders_get_on (self) && !self->is_busy)
    g_clear_pointer (&self->standing, g_free);
  emit_changed (self);
}

static void
kl_reminders_dispose (GObject *object)
{
  KlReminders *self = KL_REMINDERS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kl_reminders_parent_class)->dispose (object);
}

static void
kl_reminders_finalize (GObject *object)
{
  g_free (KL_REMINDERS (object)->standing);

  G_OBJECT_CLASS (kl_reminders_parent_class)->finalize (object);
}

static void
kl_reminders_class_init (KlRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_reminders_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_reminders_finalize;

  /**
   * KlReminders::changed:
   * @self: the reminders
   *
   * Something that they are asked for is another now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_reminders_init (KlReminders *self)
{
  g_autoptr(GSettingsSchema) schema = NULL;

  self->settings = kl_settings_new (KL_APPLICATION_ID, NULL);
  if (self->settings == NULL)
    return;

  /* An older KLearn may be what is installed. */
  g_object_get (self->settings, "settings-schema", &schema, NULL);
  if (!g_settings_schema_has_key (schema, ON) || !g_settings_schema_has_key (schema, ASKED)
      || !g_settings_schema_has_key (schema, HOUR))
    {
      g_clear_object (&self->settings);
      return;
    }
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static const char *
find_obstacle (KlReminders *self,
               KlLibrary   *library)
{
  g_autofree char *usual = kl_library_dup_default_path ();

  if (self->settings == NULL)
    return _("The settings of KLearn are not installed, so it could not remember this.");
  if (g_strcmp0 (kl_library_get_path (library), usual) != 0)
    return _("Reminders are for the library in its usual place, and this one lies elsewhere.");
  if (!g_settings_is_writable (self->settings, ON))
    return _("Whether there are reminders is fixed by whoever looks after this computer.");
  return NULL;
}

/**
 * kl_reminders_for:
 * @library: a library
 *
 * Returns: (transfer full): the reminders of the person, the same object for all who ask for @library
 */
KlReminders *
kl_reminders_for (KlLibrary *library)
{
  static const char key[] = "kl-reminders";
  KlReminders *self = g_object_get_data (G_OBJECT (library), key);

  g_return_val_if_fail (KL_IS_LIBRARY (library), NULL);

  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (KL_TYPE_REMINDERS, NULL);
  self->obstacle = find_obstacle (self, library);
  g_object_set_data_full (G_OBJECT (library), key, g_object_ref (self), g_object_unref);
  return self;
}

/**
 * kl_reminders_get_obstacle:
 * @self: the reminders
 *
 * Returns: (nullable): why there can be none here, in one sentence
 */
const char *
kl_reminders_get_obstacle (KlReminders *self)
{
  g_return_val_if_fail (KL_IS_REMINDERS (self), NULL);

  return self->obstacle;
}

/**
 * kl_reminders_get_on:
 * @self: the reminders
 *
 * Returns: whether the person is reminded
 */
gboolean
kl_reminders_get_on (KlReminders *self)
{
  g_return_val_if_fail (KL_IS_REMINDERS (self), FALSE);

  return self->settings != NULL && g_settings_get_boolean (self->settings, ON);
}

/**
 * kl_reminders_get_asked:
 * @self: the reminders
 *
 * Returns: whether the person was asked, or has decided without
 */
gboolean
kl_reminders_get_asked (KlReminders *self)
{
  g_return_val_if_fail (KL_IS_REMINDERS (self), TRUE);

  return self->settings == NULL || g_settings_get_boolean (self->settings, ASKED);
}

/**
 * kl_reminders_get_busy:
 * @self: the reminders
 *
 * Returns: whether they are being switched
 */
gboolean
kl_reminders_get_busy (KlReminders *self)
{
  g_return_val_if_fail (KL_IS_REMINDERS (self), FALSE);

  return self->is_busy;
}

/**
 * kl_reminders_get_hour:
 * @self: the reminders
 *
 * Returns: from which hour of the day on, 0–23
 */
int
kl_reminders_get_hour (KlReminders *self)
{
  g_return_val_if_fail (KL_IS_REMINDERS (self), DEFAULT_HOUR);

  return self->settings != NULL ? g_settings_get_int (self->settings, HOUR) : DEFAULT_HOUR;
}

/**
 * kl_reminders_set_hour:
 * @self: the reminders
 * @hour: 0–23
 */
void
kl_reminders_set_hour (KlReminders *self,
                       int          hour)
{
  g_return_if_fail (KL_IS_REMINDERS (self));
  g_return_if_fail (hour >= 0 && hour <= 23);

  if (self->settings != NULL && hour != kl_reminders_get_hour (self))
    g_settings_set_int (self->settings, HOUR, hour);
}

/**
 * kl_reminders_get_standing:
 * @self: the reminders
 *
 * Returns: (nullable): what is in place, or why they could not be switched on, in one sentence; %NULL where nothing is,
 *   or it is not known yet
 */
const char *
kl_reminders_get_standing (KlReminders *self)
{
  g_return_val_if_fail (KL_IS_REMINDERS (self), NULL);

  return self->standing;
}

/**
 * kl_reminders_look:
 * @self: the reminders
 *
 * Finds out what is in place. A program that was moved is started from where it is now on.
 */
void
kl_reminders_look (KlReminders *self)
{
  g_return_if_fail (KL_IS_REMINDERS (self));

  if (self->obstacle == NULL && kl_reminders_get_on (self) && !self->is_busy)
    kl_login_start_mend_async (mended_cb, g_object_ref (self));
}

/**
 * kl_reminders_decline:
 * @self: the reminders
 *
 * The person was asked, and wants none.
 */
void
kl_reminders_decline (KlReminders *self)
{
  g_return_if_fail (KL_IS_REMINDERS (self));

  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, ASKED, TRUE);
}

static char *
dup_sentence (KlReminders *self)
{
  g_autofree char *hour = kl_hour_text_new (kl_reminders_get_hour (self));

  if (!kl_reminders_get_on (self))
    return g_strdup (_("Reminders are off."));
  /* Translators: %s is an hour of the day, such as “09:00” */
  return g_strdup_printf (_("KLearn will remind you from %s on when something is due."), hour);
}

static void
switched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlReminders *self = g_task_get_source_object (task);
  gboolean on = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr(GError) error = NULL;
  gboolean done = kl_login_start_set_finish (result, &error);

  if (on && done && !g_settings_set_boolean (self->settings, ON, TRUE))
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The settings of KLearn cannot be written."));
  self->is_busy = FALSE;
  set_standing (self, error != NULL ? error->message : NULL);
  kl_reminders_look (self);
  g_task_return_pointer (task, error != NULL ? g_strdup (error->message) : dup_sentence (self), g_free);
}

/**
 * kl_reminders_switch_async:
 * @self: the reminders, without an obstacle, and not busy
 * @on: whether there shall be any
 * @callback: called when it is decided
 * @user_data: for @callback
 *
 * Switches them off at once, and on when the desktop has agreed to start KLearn; the person has been asked then.
 */
void
kl_reminders_switch_async (KlReminders         *self,
                           gboolean             on,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (KL_IS_REMINDERS (self));
  g_return_if_fail (self->obstacle == NULL && !self->is_busy);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, kl_reminders_switch_async);
  g_task_set_task_data (task, GINT_TO_POINTER (on), NULL);
  self->is_busy = TRUE;
  g_settings_set_boolean (self->settings, ASKED, TRUE);
  if (!on)
    g_settings_set_boolean (self->settings, ON, FALSE);
  set_standing (self, NULL);
  kl_login_start_set_async (on, switched_cb, g_object_ref (task));
}

/**
 * kl_reminders_switch_finish:
 * @self: the reminders
 * @result: what the callback got
 *
 * Returns: (transfer full): how it is now, and why, in one sentence for the person
 */
char *
kl_reminders_switch_finish (KlReminders  *self,
                            GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
