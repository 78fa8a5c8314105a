#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

char       *kl_library_file_dup_default_path (void);
char       *kl_library_file_dup_backup_dir   (const char  *path);
char       *kl_library_file_dup_backup_prefix (const char *path);
char       *kl_library_file_dup_backup_path  (const char  *path,
                                              const char  *what);
gboolean    kl_library_file_make_folder      (const char  *path,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
KlDatabase *kl_library_file_open             (const char  *path,
                                              gboolean    *read_only,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
KlDatabase *kl_library_file_connect          (const char  *path,
                                              gboolean     read_only,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_library_file_use_rollback_journal (KlDatabase *database,
                                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_library_file_verify           (const char  *path,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_library_file_move_aside       (const char  *path,
                                              const char  *stamp,
                                              char       **moved_to,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_library_file_move_back        (const char  *path,
                                              const char  *moved_to,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
