/* kl-key-store.c: where the keys of servers are kept, each for its own server only */

#include "config.h"

#include "kl-key-store.h"

G_DEFINE_INTERFACE (KlKeyStore, kl_key_store, G_TYPE_OBJECT)

static void
kl_key_store_default_init (KlKeyStoreInterface *iface)
{
}

/**
 * kl_key_store_look_up_async:
 * @self: a key store
 * @origin: whose key, kl_endpoint_get_origin()
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for the key of a server. The person may be asked to unlock the keyring.
 */
void
kl_key_store_look_up_async (KlKeyStore          *self,
                            const char          *origin,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (KL_IS_KEY_STORE (self));

  KL_KEY_STORE_GET_IFACE (self)->look_up_async (self, origin, cancellable, callback, user_data);
}

/**
 * kl_key_store_look_up_finish:
 * @self: a key store
 * @result: what the callback was given
 * @key: (out) (transfer full) (nullable): the key, %NULL where there is none for this server
 * @error: %KL_OPINION_ERROR_KEYRING with a sentence for the person, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether that could be found out
 */
gboolean
kl_key_store_look_up_finish (KlKeyStore    *self,
                             GAsyncResult  *result,
                             char         **key,
                             GError       **error)
{
  g_return_val_if_fail (KL_IS_KEY_STORE (self), FALSE);

  return KL_KEY_STORE_GET_IFACE (self)->look_up_finish (self, result, key, error);
}

/**
 * kl_key_store_store_async:
 * @self: a key store
 * @origin: whose key, kl_endpoint_get_origin()
 * @key: (nullable): the key; %NULL to forget it
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps the key of a server, in the place of one that was kept before.
 */
void
kl_key_store_store_async (KlKeyStore          *self,
                          const char          *origin,
                          const char          *key,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (KL_IS_KEY_STORE (self));

  KL_KEY_STORE_GET_IFACE (self)->store_async (self, origin, key, cancellable, callback, user_data);
}

/**
 * kl_key_store_store_finish:
 * @self: a key store
 * @result: what the callback was given
 * @error: %KL_OPINION_ERROR_KEYRING with a sentence for the person, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is kept, or forgotten, now
 */
gboolean
kl_key_store_store_finish (KlKeyStore    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (KL_IS_KEY_STORE (self), FALSE);

  return KL_KEY_STORE_GET_IFACE (self)->store_finish (self, result, error);
}
