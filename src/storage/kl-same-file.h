#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kl_same_file (const char *a,
                       const char *b);

G_END_DECLS
