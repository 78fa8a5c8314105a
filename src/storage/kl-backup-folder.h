#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

char    *kl_backup_folder_dup_stamp        (GDateTime   *now);
char    *kl_backup_folder_dup_path         (const char  *library,
                                            GDateTime   *now);
gboolean kl_backup_folder_has_any          (const char  *library);
gboolean kl_backup_folder_is_first_of_week (const char  *library,
                                            GDateTime   *now);
gboolean kl_backup_folder_is_due           (const char  *library,
                                            GDateTime   *now);
void     kl_backup_folder_tidy             (const char  *library,
                                            GDateTime   *now);

G_END_DECLS
