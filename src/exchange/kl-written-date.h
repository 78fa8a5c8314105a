#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *kl_written_date_dup       (const char *text);
gboolean kl_written_date_is_all_of (const char *text);

G_END_DECLS
