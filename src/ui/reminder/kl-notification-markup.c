/* kl-notification-markup.c: whether the body of a notification is read as markup
 *
 * A GNotification is plain text. GLib gives it to GNOME Shell as that (org.gtk.Notifications), but to any other server
 * (org.freedesktop.Notifications) as it is, most of which read markup then.
 */

#include "config.h"

#include "kl-notification-markup.h"

#define SERVER "org.freedesktop.Notifications"

static void
call (GTask               *task,
      const char          *name,
      const char          *path,
      const char          *method,
      GVariant            *arguments,
      GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (g_task_get_task_data (task), name, path, name, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task), callback, task);
}

static void
capabilities_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_autofree const char **capabilities = NULL;

  if (reply == NULL)
    g_debug ("The notification server does not say what it can do: %s", error->message);
  else if (g_variant_is_of_type (reply, G_VARIANT_TYPE ("(as)")))
    g_variant_get (reply, "(^a&s)", &capabilities);
  g_task_return_boolean (task, capabilities != NULL && g_strv_contains (capabilities, "body-markup"));
}

static void
owner_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply != NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  g_debug ("There is no server of GTK's for notifications: %s", error->message);
  call (g_steal_pointer (&task), SERVER, "/org/freedesktop/Notifications", "GetCapabilities", NULL, capabilities_cb);
}

/**
 * kl_notification_markup_ask_async:
 * @connection: the session bus
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks whether the server that GLib sends notifications to reads markup.
 */
void
kl_notification_markup_ask_async (GDBusConnection     *connection,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_notification_markup_ask_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (connection), g_object_unref);
  call (task, "org.freedesktop.DBus", "/org/freedesktop/DBus", "GetNameOwner",
        g_variant_new ("(s)", "org.gtk.Notifications"), owner_cb);
}

/**
 * kl_notification_markup_ask_finish:
 * @result: what the callback was given
 *
 * Returns: whether the body of a notification is read as markup
 */
gboolean
kl_notification_markup_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
