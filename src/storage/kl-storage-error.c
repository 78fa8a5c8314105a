/* kl-storage-error.c: what can go wrong with the library */

#include "config.h"

#include "kl-storage-error.h"

G_DEFINE_QUARK (kl-storage-error-quark, kl_storage_error)
