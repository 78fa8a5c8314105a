/* kl-background-portal.c: asks the desktop to start KLearn when the person logs in, or not any more
 *
 * The answer is a signal of an object that the portal makes for the question. Its path is known before it is asked, so
 * that no answer is missed; old portals choose another path and say it.
 */

#include "config.h"

#include "kl-background-portal.h"

#include <glib/gi18n.h>
#include <string.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

/* How long the portal may take to have heard the question. */
#define REPLY_SECONDS 10

/* How long the person may think about what the desktop asks them. */
#define ANSWER_SECONDS 60

typedef struct
{
  char *path;
  guint signals[2]; /* of the path that was expected, and of another one */
  guint watch;
  guint timeout;
  gboolean is_over;
} Question;

static void
question_free (Question *question)
{
  g_free (question->path);
  g_free (question);
}

/* What listens keeps the task, and is let go of once there is an answer. */
static void
stop_listening (GTask *task)
{
  Question *question = g_task_get_task_data (task);
  GDBusConnection *connection = g_task_get_source_object (task);

  question->is_over = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (question->signals); i++)
    if (question->signals[i] != 0)
      g_dbus_connection_signal_unsubscribe (connection, question->signals[i]);
  memset (question->signals, 0, sizeof question->signals);
  g_clear_handle_id (&question->watch, g_bus_unwatch_name);
  g_clear_handle_id (&question->timeout, g_source_remove);
}

static void
fail (GTask  *task,
      GError *error)
{
  g_object_ref (task);
  stop_listening (task);
  g_dbus_error_strip_remote_error (error);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr(GTask) task = g_object_ref (user_data);
  Question *question = g_task_get_task_data (task);
  g_autoptr(GVariant) results = NULL;
  gboolean starts = FALSE;
  guint32 response;

  if (question->is_over)
    return;
  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    {
      fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The portal's answer has another form"));
      return;
    }

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &starts);
  if (response > 1)
    {
      fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The portal did not answer the question"));
      return;
    }
  stop_listening (task);
  g_task_return_boolean (task, response == 0 && starts);
}

static guint
listen (GTask      *task,
        const char *path)
{
  return g_dbus_connection_signal_subscribe (g_task_get_source_object (task), PORTAL, REQUEST, "Response", path, NULL,
                                             G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task),
                                             g_object_unref);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  fail (user_data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "The portal has ended"));
}

/* A window that still asks goes. */
static gboolean
timeout_cb (gpointer user_data)
{
  GTask *task = user_data;
  Question *question = g_task_get_task_data (task);

  question->timeout = 0;
  g_dbus_connection_call (g_task_get_source_object (task), PORTAL, question->path, REQUEST, "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The portal did not answer"));
  return G_SOURCE_REMOVE;
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  const char *path;

  if (question->is_over)
    return;
  if (reply == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }

  g_variant_get (reply, "(&o)", &path);
  if (!g_str_equal (path, question->path))
    {
      g_free (question->path);
      question->path = g_strdup (path);
      question->signals[1] = listen (task, path);
    }
  question->timeout = g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, ANSWER_SECONDS, timeout_cb, g_object_ref (task),
                                                  g_object_unref);
  question->watch = g_bus_watch_name_on_connection (G_DBUS_CONNECTION (object), PORTAL, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                    NULL, vanished_cb, g_object_ref (task), g_object_unref);
}

static GVariant *
new_options (const char        *token,
             gboolean           autostart,
             const char *const *command)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s", _("KLearn reminds you once a day when something is due."));
  g_variant_dict_insert (&options, "autostart", "b", autostart);
  g_variant_dict_insert_value (&options, "commandline", g_variant_new_strv (command, -1));
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);
  return g_variant_dict_end (&options);
}

/**
 * kl_background_portal_ask_async:
 * @connection: the session bus
 * @autostart: whether @command shall be run when the person logs in
 * @command: (array zero-terminated=1): the program and its arguments
 * @callback: called when there is an answer, or will be none
 * @user_data: for @callback
 *
 * Asks the desktop's background portal. Its own window may ask the person, for a minute at most.
 */
void
kl_background_portal_ask_async (GDBusConnection     *connection,
                                gboolean             autostart,
                                const char *const   *command,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (connection, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);
  g_autofree char *token = g_strdup_printf ("klearn%08x", g_random_int ());
  const char *name = g_dbus_connection_get_unique_name (connection);
  g_autofree char *sender = g_strdelimit (g_strdup (name != NULL && *name == ':' ? name + 1 : ""), ".", '_');

  g_task_set_source_tag (task, kl_background_portal_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  question->path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  question->signals[0] = listen (task, question->path);
  g_dbus_connection_call (connection, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", new_options (token, autostart, command)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, REPLY_SECONDS * 1000, NULL, asked_cb,
                          g_object_ref (task));
}

/**
 * kl_background_portal_ask_finish:
 * @result: what the callback got
 * @is_allowed: (out): whether the command is run when the person logs in
 * @error: why there is no answer: there is no such portal, it failed, ended, or took too long
 *
 * Returns: whether there is an answer
 */
gboolean
kl_background_portal_ask_finish (GAsyncResult  *result,
                                 gboolean      *is_allowed,
                                 GError       **error)
{
  g_autoptr(GError) reason = NULL;

  *is_allowed = g_task_propagate_boolean (G_TASK (result), &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
