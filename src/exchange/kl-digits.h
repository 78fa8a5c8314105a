#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_digits_fold (const char *text,
                      gsize     **offsets);

G_END_DECLS
