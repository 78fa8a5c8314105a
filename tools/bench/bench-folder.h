#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     bench_folder_remove (const char  *path);
void     bench_folder_remove_library (const char *path);
gboolean bench_folder_copy   (const char  *source,
                              const char  *target,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
