#pragma once

#include "kl-sqlite.h"

G_BEGIN_DECLS

const char *kl_column_get_text (sqlite3_stmt *statement,
                                int           column);
char       *kl_column_dup_text (sqlite3_stmt *statement,
                                int           column);

G_END_DECLS
