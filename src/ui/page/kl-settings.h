#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *kl_settings_new (const char *id,
                            const char *path);

G_END_DECLS
