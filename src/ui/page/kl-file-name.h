#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_file_name_new (const char *title,
                        const char *ending);

G_END_DECLS
