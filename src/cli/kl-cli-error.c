/* kl-cli-error.c: why a command ends without having done anything */

#include "config.h"

#include "kl-cli-error.h"

G_DEFINE_QUARK (kl-cli-error-quark, kl_cli_error)
