#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kl_is_blank (const char *text);

G_END_DECLS
