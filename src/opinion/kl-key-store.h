#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_KEY_STORE (kl_key_store_get_type ())

G_DECLARE_INTERFACE (KlKeyStore, kl_key_store, KL, KEY_STORE, GObject)

/**
 * KlKeyStoreInterface:
 * @look_up_async: begins to look for the key of @origin
 * @look_up_finish: %FALSE with an error where that cannot be said; no key is %TRUE and %NULL
 * @store_async: begins to keep @key for @origin, or to forget it where @key is %NULL
 * @store_finish: whether that is done
 */
struct _KlKeyStoreInterface
{
  GTypeInterface parent_iface;

  void     (*look_up_async)  (KlKeyStore           *self,
                              const char           *origin,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  gboolean (*look_up_finish) (KlKeyStore           *self,
                              GAsyncResult         *result,
                              char                **key,
                              GError              **error);
  void     (*store_async)    (KlKeyStore           *self,
                              const char           *origin,
                              const char           *key,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  gboolean (*store_finish)   (KlKeyStore           *self,
                              GAsyncResult         *result,
                              GError              **error);
};

void     kl_key_store_look_up_async  (KlKeyStore           *self,
                                      const char           *origin,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean kl_key_store_look_up_finish (KlKeyStore           *self,
                                      GAsyncResult         *result,
                                      char                **key,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void     kl_key_store_store_async    (KlKeyStore           *self,
                                      const char           *origin,
                                      const char           *key,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean kl_key_store_store_finish   (KlKeyStore           *self,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
