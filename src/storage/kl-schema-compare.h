#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gboolean kl_schema_compare (KlDatabase  *database,
                            gint64       version,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
