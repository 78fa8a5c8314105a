#pragma once

#include "kl-tables.h"

G_BEGIN_DECLS

/* What follows the name of a backup that is not whole yet, for g_mkstemp(). */
#define KL_BACKUP_ASIDE ".XXXXXX"

/* What one is called that is made ready to be restored. */
#define KL_BACKUP_RESTORING "restoring"

gboolean    kl_backup_copy        (KlDatabase  *from,
                                   KlDatabase  *to,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
KlDatabase *kl_backup_copy_aside  (KlDatabase  *database,
                                   const char  *path,
                                   char       **aside,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_backup_write       (KlDatabase  *database,
                                   const char  *path,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char       *kl_backup_save        (KlDatabase  *database,
                                   const char  *wanted,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_backup_quick_check (KlDatabase  *database,
                                   gboolean    *is_sound,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char      **kl_backup_check       (KlDatabase  *database,
                                   KlTables    *tables,
                                   gboolean     read_only,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
