/* kl-login-start.c: whether KLearn's service starts when the person logs in
 *
 * The desktop's background portal is asked where there is one; it answers for the desktop and the person, and a “no” is
 * the end of it. Where there is none, or it fails, a file in the autostart folder does the same. The portal writes a
 * file of that name itself, without a look at what is there: so what somebody else put there is found out first.
 */

#include "config.h"

#include "kl-login-start.h"

#include <glib/gi18n.h>

#include "kl-background-portal.h"

typedef struct
{
  gboolean starts;
  char *path;    /* of the file */
  char *program; /* that runs */
  KlLoginEntry entry;
} Setting;

static void
setting_free (Setting *setting)
{
  g_free (setting->path);
  g_free (setting->program);
  g_free (setting);
}

/* There the home folder is another one, and a file in it starts nothing. */
static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static GTask *
new_task (gboolean             starts,
          gpointer             tag,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Setting *setting = g_new0 (Setting, 1);

  setting->starts = starts;
  setting->path = kl_login_entry_dup_path ();
  setting->program = kl_login_entry_dup_program ();
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, setting, (GDestroyNotify) setting_free);
  return task;
}

/* Of a file that is left as it is, where that is not as the person asks. */
static gboolean
set_as_it_is_error (const Setting  *setting,
                    GError        **error)
{
  g_autofree char *shown = g_filename_display_name (setting->path);

  if (!setting->starts && setting->entry == KL_LOGIN_ENTRY_CHANGED)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("Reminders are off. “%s” was left as it is, and still starts KLearn: it is not as KLearn writes "
                   "it."),
                 shown);
  else if (!setting->starts)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("Reminders are off. “%s” was left as it is: it does not start KLearn."), shown);
  else if (setting->entry == KL_LOGIN_ENTRY_FOREIGN)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("KLearn cannot be started when you log in: “%s” is there and starts something else. Move it away "
                   "first."),
                 shown);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("KLearn cannot be started when you log in: “%s” is switched off. Switch it on, or delete it."),
                 shown);
  return FALSE;
}

/* --- the file, in a thread */

static gboolean
write_entry (const Setting  *setting,
             GError        **error)
{
  if (is_sandboxed ())
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("KLearn cannot be started when you log in: your desktop did not answer."));
      return FALSE;
    }
  if (setting->program == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("KLearn cannot be started when you log in: its program is not there any more."));
      return FALSE;
    }
  return kl_login_entry_write (setting->path, setting->program, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Setting *setting = data;
  GError *error = NULL;

  if (write_entry (setting, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A portal that does not know which program asks says yes all the same, and writes a file of another name. */
static void
granted_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Setting *setting = data;

  if (is_sandboxed () || kl_login_entry_look (setting->path) != KL_LOGIN_ENTRY_NONE)
    g_task_return_boolean (task, TRUE);
  else
    write_thread (task, source, data, cancellable);
}

/* --- the portal */

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Setting *setting = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gboolean is_allowed;

  if (!kl_background_portal_ask_finish (result, &is_allowed, &error))
    g_debug ("The background portal gave no answer: %s", error->message);
  if (!setting->starts)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_run_in_thread (task, write_thread);
  else if (is_allowed)
    g_task_run_in_thread (task, granted_thread);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s",
                             _("Your desktop did not allow KLearn to start when you log in, so reminders stay off."));
}

static void
bus_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Setting *setting = g_task_get_task_data (task);
  g_autoptr(GDBusConnection) connection = g_bus_get_finish (result, NULL);
  const char *command[] = { setting->program != NULL ? setting->program : "klearn", "--gapplication-service", NULL };

  if (connection != NULL)
    kl_background_portal_ask_async (connection, setting->starts, command, answered_cb, g_object_ref (task));
  else if (setting->starts)
    g_task_run_in_thread (task, write_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/* --- both */

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Setting *setting = data;
  GError *error = NULL;
  gboolean done = TRUE;

  setting->entry = kl_login_entry_look (setting->path);
  switch (setting->entry)
    {
    case KL_LOGIN_ENTRY_READY:
    case KL_LOGIN_ENTRY_MOVED:
    case KL_LOGIN_ENTRY_OFF:
      if (!setting->starts)
        done = kl_login_entry_remove (setting->path, &error);
      else if (setting->entry == KL_LOGIN_ENTRY_MOVED)
        done = write_entry (setting, &error);
      else if (setting->entry == KL_LOGIN_ENTRY_OFF)
        done = set_as_it_is_error (setting, &error);
      break;
    case KL_LOGIN_ENTRY_CHANGED:
      done = setting->starts || set_as_it_is_error (setting, &error);
      break;
    case KL_LOGIN_ENTRY_CHANGED_OFF:
      done = !setting->starts || set_as_it_is_error (setting, &error);
      break;
    case KL_LOGIN_ENTRY_FOREIGN:
      done = set_as_it_is_error (setting, &error);
      break;
    case KL_LOGIN_ENTRY_NONE:
    default:
      break;
    }

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The portal would replace or take away what is there. */
static gboolean
is_for_portal (const Setting *setting)
{
  if (setting->starts)
    return setting->entry == KL_LOGIN_ENTRY_NONE;
  return setting->entry < KL_LOGIN_ENTRY_CHANGED;
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Setting *setting = g_task_get_task_data (task);
  Setting *looked = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  setting->entry = looked->entry;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (is_for_portal (setting))
    g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * kl_login_start_set_async:
 * @starts: whether KLearn's service shall start when the person logs in
 * @callback: called when that is so, or cannot be
 * @user_data: for @callback
 *
 * The portal may ask the person, which takes as long as they think.
 */
void
kl_login_start_set_async (gboolean             starts,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = new_task (starts, kl_login_start_set_async, callback, user_data);
  g_autoptr(GTask) prepare = new_task (starts, kl_login_start_set_async, prepared_cb, g_object_ref (task));

  g_task_run_in_thread (prepare, prepare_thread);
}

/**
 * kl_login_start_set_finish:
 * @result: what the callback got
 * @error: %G_IO_ERROR_PERMISSION_DENIED where the desktop or the person said no, %G_IO_ERROR_EXISTS for a file that is
 *   left as it is, or another %G_IO_ERROR; its message is a sentence
 *
 * Returns: whether it is as it was asked for
 */
gboolean
kl_login_start_set_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
mend_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Setting *setting = data;
  g_autoptr(GError) error = NULL;

  setting->entry = kl_login_entry_look (setting->path);
  if (setting->entry == KL_LOGIN_ENTRY_MOVED && write_entry (setting, &error))
    setting->entry = KL_LOGIN_ENTRY_READY;
  if (error != NULL)
    g_debug ("%s", error->message);
  g_task_return_boolean (task,
                         is_sandboxed () || setting->entry == KL_LOGIN_ENTRY_READY
                           || setting->entry == KL_LOGIN_ENTRY_CHANGED);
}

/**
 * kl_login_start_mend_async:
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds out whether KLearn starts when the person logs in, where it was asked for. Names the program anew where it was
 * moved.
 */
void
kl_login_start_mend_async (GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) task = new_task (TRUE, kl_login_start_mend_async, callback, user_data);

  g_task_run_in_thread (task, mend_thread);
}

/**
 * kl_login_start_mend_finish:
 * @result: what the callback got
 * @standing: (out): what is in place, in one sentence
 *
 * Returns: whether KLearn starts when the person logs in
 */
gboolean
kl_login_start_mend_finish (GAsyncResult  *result,
                            char         **standing)
{
  gboolean starts = g_task_propagate_boolean (G_TASK (result), NULL);
  Setting *setting = g_task_get_task_data (G_TASK (result));
  g_autofree char *shown = g_filename_display_name (setting->path);

  if (!starts)
    /* Translators: %s is a file */
    *standing = g_strdup_printf (_("KLearn does not start when you log in: “%s” is not as it was. Switch reminders off "
                                   "and on again."), shown);
  else if (setting->entry == KL_LOGIN_ENTRY_NONE)
    *standing = g_strdup (_("KLearn starts when you log in."));
  else
    /* Translators: %s is a file */
    *standing = g_strdup_printf (_("KLearn starts when you log in, by the file “%s”."), shown);
  return starts;
}
