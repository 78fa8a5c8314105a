#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_date_text_format      (const char *date);
char *kl_date_text_format_full (const char *date);
char *kl_date_text_format_span (gint64      seconds);

G_END_DECLS
