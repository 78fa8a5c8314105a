#pragma once

#include "kl-tables.h"

G_BEGIN_DECLS

gboolean kl_backup_write       (KlDatabase  *database,
                                const char  *path,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_backup_restore     (KlDatabase  *database,
                                const char  *path,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_backup_quick_check (KlDatabase  *database,
                                gboolean    *is_sound,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char   **kl_backup_check       (KlDatabase  *database,
                                KlTables    *tables,
                                gboolean     read_only,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
