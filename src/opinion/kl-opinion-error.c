/* kl-opinion-error.c: why there is no second opinion */

#include "config.h"

#include "kl-opinion-error.h"

G_DEFINE_QUARK (kl-opinion-error-quark, kl_opinion_error)
