/* memory-key-store.c: a keyring that is gone with the test */

#include "config.h"

#include "memory-key-store.h"

#include "opinion/kl-opinion-error.h"

struct _MemoryKeyStore
{
  GObject parent_instance;

  GHashTable *keys;
  char *problem;
  guint n_asked;
};

static void key_store_iface_init (KlKeyStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryKeyStore, memory_key_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KL_TYPE_KEY_STORE, key_store_iface_init))

static gboolean
is_broken (MemoryKeyStore *self,
           GTask          *task)
{
  if (self->problem == NULL)
    return FALSE;
  g_task_return_new_error (task, KL_OPINION_ERROR, KL_OPINION_ERROR_KEYRING, "%s", self->problem);
  return TRUE;
}

static void
look_up_async (KlKeyStore          *store,
               const char          *origin,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  MemoryKeyStore *self = MEMORY_KEY_STORE (store);
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);

  self->n_asked++;
  if (!is_broken (self, task))
    g_task_return_pointer (task, g_strdup (g_hash_table_lookup (self->keys, origin)), g_free);
}

static gboolean
look_up_finish (KlKeyStore    *store,
                GAsyncResult  *result,
                char         **key,
                GError       **error)
{
  g_autoptr(GError) problem = NULL;

  *key = g_task_propagate_pointer (G_TASK (result), &problem);
  if (problem != NULL)
    g_propagate_error (error, g_error_copy (problem));
  return problem == NULL;
}

static void
store_async (KlKeyStore          *store,
             const char          *origin,
             const char          *key,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  MemoryKeyStore *self = MEMORY_KEY_STORE (store);
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);

  if (is_broken (self, task))
    return;
  memory_key_store_put (store, origin, key);
  g_task_return_boolean (task, TRUE);
}

static gboolean
store_finish (KlKeyStore    *store,
              GAsyncResult  *result,
              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
key_store_iface_init (KlKeyStoreInterface *iface)
{
  iface->look_up_async = look_up_async;
  iface->look_up_finish = look_up_finish;
  iface->store_async = store_async;
  iface->store_finish = store_finish;
}

static void
memory_key_store_finalize (GObject *object)
{
  MemoryKeyStore *self = MEMORY_KEY_STORE (object);

  g_hash_table_unref (self->keys);
  g_free (self->problem);

  G_OBJECT_CLASS (memory_key_store_parent_class)->finalize (object);
}

static void
memory_key_store_class_init (MemoryKeyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_key_store_finalize;
}

static void
memory_key_store_init (MemoryKeyStore *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

KlKeyStore *
memory_key_store_new (void)
{
  return g_object_new (TYPE_MEMORY_KEY_STORE, NULL);
}

void
memory_key_store_put (KlKeyStore *store,
                      const char *origin,
                      const char *key)
{
  GHashTable *keys = MEMORY_KEY_STORE (store)->keys;

  if (key != NULL)
    g_hash_table_replace (keys, g_strdup (origin), g_strdup (key));
  else
    g_hash_table_remove (keys, origin);
}

void
memory_key_store_break (KlKeyStore *store,
                        const char *sentence)
{
  g_free (MEMORY_KEY_STORE (store)->problem);
  MEMORY_KEY_STORE (store)->problem = g_strdup (sentence);
}

guint
memory_key_store_n_asked (KlKeyStore *store)
{
  return MEMORY_KEY_STORE (store)->n_asked;
}
