/* kl-exchange-error.c: why a document cannot be read */

#include "config.h"

#include "kl-exchange-error.h"

G_DEFINE_QUARK (kl-exchange-error-quark, kl_exchange_error)
