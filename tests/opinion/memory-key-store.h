#pragma once

#include "opinion/kl-key-store.h"

G_BEGIN_DECLS

#define TYPE_MEMORY_KEY_STORE (memory_key_store_get_type ())

G_DECLARE_FINAL_TYPE (MemoryKeyStore, memory_key_store, MEMORY, KEY_STORE, GObject)

KlKeyStore *memory_key_store_new      (void);
void        memory_key_store_put      (KlKeyStore *store,
                                       const char *origin,
                                       const char *key);
void        memory_key_store_break    (KlKeyStore *store,
                                       const char *sentence);
guint       memory_key_store_n_asked  (KlKeyStore *store);

G_END_DECLS
