#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gboolean    kl_schema_compare                   (KlDatabase  *database,
                                                 gint64       version,
                                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char       *kl_schema_compare_dup_digest        (KlDatabase  *database,
                                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const char *kl_schema_compare_get_newest_digest (void);

G_END_DECLS
