#pragma once

#include "kl-key-store.h"

G_BEGIN_DECLS

#define KL_TYPE_KEYRING (kl_keyring_get_type ())

G_DECLARE_FINAL_TYPE (KlKeyring, kl_keyring, KL, KEYRING, GObject)

KlKeyStore *kl_keyring_new (void);

G_END_DECLS
