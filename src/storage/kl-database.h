#pragma once

#include <gio/gio.h>

#include "kl-sqlite.h"

G_BEGIN_DECLS

#define KL_TYPE_DATABASE (kl_database_get_type ())

G_DECLARE_FINAL_TYPE (KlDatabase, kl_database, KL, DATABASE, GObject)

KlDatabase   *kl_database_open            (const char    *path,
                                           gboolean       read_only,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
const char   *kl_database_get_path        (KlDatabase    *self);
sqlite3      *kl_database_get_handle      (KlDatabase    *self);
void          kl_database_begin_job       (KlDatabase    *self,
                                           GCancellable  *cancellable);
void          kl_database_wait_for        (KlDatabase    *self,
                                           gint          *is_writing);

gboolean      kl_database_execute         (KlDatabase    *self,
                                           const char    *sql,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
sqlite3_stmt *kl_database_prepare         (KlDatabase    *self,
                                           const char    *sql,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          kl_database_bind_text       (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           int            parameter,
                                           const char    *text);
void          kl_database_bind_integer    (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           int            parameter,
                                           gint64         number);
void          kl_database_bind_number     (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           int            parameter,
                                           double         number);
void          kl_database_bind_blob       (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           int            parameter,
                                           gconstpointer  bytes,
                                           int            length);
void          kl_database_bind_zeros      (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           int            parameter,
                                           int            length);
gboolean      kl_database_step            (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           gboolean      *has_row,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_database_run             (KlDatabase    *self,
                                           sqlite3_stmt  *statement,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_database_get_integer     (KlDatabase    *self,
                                           const char    *sql,
                                           gint64        *value,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean      kl_database_has_moved       (KlDatabase    *self);
gboolean      kl_database_begin           (KlDatabase    *self,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_database_begin_migration (KlDatabase    *self,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_database_commit          (KlDatabase    *self,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_database_make_sure       (KlDatabase    *self,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          kl_database_rollback        (KlDatabase    *self);
gboolean      kl_database_set_triggers    (KlDatabase    *self,
                                           gboolean       enabled,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_database_set_foreign_keys(KlDatabase    *self,
                                           gboolean       enabled,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

void          kl_database_set_error       (KlDatabase    *self,
                                           int            code,
                                           GError       **error);

G_END_DECLS
