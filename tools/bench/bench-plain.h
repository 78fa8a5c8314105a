#pragma once

#include <gio/gio.h>

#include "storage/kl-sqlite.h"

G_BEGIN_DECLS

sqlite3      *bench_plain_open    (const char    *path,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      bench_plain_execute (sqlite3       *database,
                                   const char    *sql,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
sqlite3_stmt *bench_plain_prepare (sqlite3       *database,
                                   const char    *sql,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      bench_plain_run     (sqlite3_stmt  *statement,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      bench_plain_check   (sqlite3       *database,
                                   int            code,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
