#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kl_json_scan (const char   *text,
                       gsize         length,
                       guint         max_depth,
                       guint         max_values,
                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
