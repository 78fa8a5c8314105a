#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

const char *const *kl_plan_export_get_formats (void);
gboolean           kl_plan_export_find_format (const char           *name,
                                               guint                *format);
gboolean           kl_plan_export_parse_path  (const char           *path,
                                               guint                *format,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void               kl_plan_export_async       (KlLibrary            *library,
                                               const char           *plan_id,
                                               guint                 format,
                                               const char           *path,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GBytes            *kl_plan_export_finish      (GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
