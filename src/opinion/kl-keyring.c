/* kl-keyring.c: keys in the keyring of the person's desktop, by libsecret */

#include "config.h"

#include "kl-keyring.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "kl-opinion-error.h"

struct _KlKeyring
{
  GObject parent_instance;
};

static void key_store_iface_init (KlKeyStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KlKeyring, kl_keyring, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KL_TYPE_KEY_STORE, key_store_iface_init))

static const SecretSchema schema = {
  "com.example.KLearn.Opinion",
  SECRET_SCHEMA_NONE,
  { { "origin", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
  0,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
};

/* Takes @reason. */
static void
return_problem (GTask  *task,
                GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, reason);
      return;
    }
  if (g_error_matches (reason, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    g_task_return_new_error (task, KL_OPINION_ERROR, KL_OPINION_ERROR_KEYRING, "%s",
                             _("The keyring is locked. Unlock it and try again."));
  else
    g_task_return_new_error (task, KL_OPINION_ERROR, KL_OPINION_ERROR_KEYRING,
                             /* Translators: the reason is a sentence of the keyring's own. */
                             _("The keyring of this desktop cannot be used: %s"), reason->message);
  g_error_free (reason);
}

static void
secret_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(SecretValue) value
    = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);
  const char *text = value != NULL ? secret_value_get_text (value) : NULL;

  if (text != NULL)
    g_task_return_pointer (task, g_strdup (text), g_free);
  else if (error != NULL)
    return_problem (task, error);
  else
    /* The person did not unlock it. */
    return_problem (task, g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, ""));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GList *items = secret_password_search_finish (result, &error);

  if (error != NULL)
    return_problem (task, error);
  else if (items == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    secret_retrievable_retrieve_secret (items->data, g_task_get_cancellable (task), secret_cb, g_object_ref (task));
  g_list_free_full (items, g_object_unref);
}

static void
kl_keyring_look_up_async (KlKeyStore          *store,
                          const char          *origin,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_keyring_look_up_async);
  secret_password_search (&schema, SECRET_SEARCH_UNLOCK, cancellable, found_cb, g_object_ref (task), "origin", origin,
                          NULL);
}

static gboolean
kl_keyring_look_up_finish (KlKeyStore    *store,
                           GAsyncResult  *result,
                           char         **key,
                           GError       **error)
{
  g_autoptr(GError) problem = NULL;

  *key = g_task_propagate_pointer (G_TASK (result), &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    return_problem (task, error);
  else
    return_problem (task, g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, ""));
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  /* FALSE without an error: there was none. */
  if (!secret_password_clear_finish (result, &error) && error != NULL)
    return_problem (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
kl_keyring_store_async (KlKeyStore          *store,
                        const char          *origin,
                        const char          *key,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);
  /* Translators: what the keyring calls the key; the name is that of a server. */
  g_autofree char *label = g_strdup_printf (_("KLearn’s key for %s"), origin);

  g_task_set_source_tag (task, kl_keyring_store_async);
  if (key == NULL)
    secret_password_clear (&schema, cancellable, cleared_cb, g_object_ref (task), "origin", origin, NULL);
  else
    secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, key, cancellable, stored_cb, g_object_ref (task),
                           "origin", origin, NULL);
}

static gboolean
kl_keyring_store_finish (KlKeyStore    *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
key_store_iface_init (KlKeyStoreInterface *iface)
{
  iface->look_up_async = kl_keyring_look_up_async;
  iface->look_up_finish = kl_keyring_look_up_finish;
  iface->store_async = kl_keyring_store_async;
  iface->store_finish = kl_keyring_store_finish;
}

static void
kl_keyring_class_init (KlKeyringClass *klass)
{
}

static void
kl_keyring_init (KlKeyring *self)
{
}

/**
 * kl_keyring_new:
 *
 * Returns: (transfer full): the keyring of the person's desktop; nothing is asked of it yet
 */
KlKeyStore *
kl_keyring_new (void)
{
  return g_object_new (KL_TYPE_KEYRING, NULL);
}
