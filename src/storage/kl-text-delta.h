#pragma once

#include <glib.h>

G_BEGIN_DECLS

GVariant *kl_text_delta_new   (const char *before,
                               const char *after);
char     *kl_text_delta_apply (GVariant   *delta,
                               gboolean    inverse,
                               const char *text);

G_END_DECLS
