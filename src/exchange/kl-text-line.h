#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize kl_text_line_next (const char *text,
                         gsize       offset,
                         gsize       length);

G_END_DECLS
