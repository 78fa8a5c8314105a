#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gint64   kl_schema_get_newest_version (void);
gboolean kl_schema_check              (KlDatabase  *database,
                                       gint64      *version,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_schema_make               (KlDatabase  *database,
                                       gint64       from,
                                       gint64       to,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_schema_migrate            (KlDatabase  *database,
                                       gint64       version,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
