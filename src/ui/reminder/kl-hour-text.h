#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_hour_text_new   (int         hour);
int   kl_hour_text_parse (const char *text);

G_END_DECLS
