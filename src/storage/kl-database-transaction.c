/* kl-database-transaction.c: transactions that are either on the disk or not there, and known to be so */

#include "config.h"

#include "kl-database.h"

#include <glib/gi18n.h>

#include "kl-schema.h"
#include "kl-storage-error.h"

/* In the file, as SQLite's format has it. */
#define CHANGE_COUNTER_OFFSET 24

/**
 * kl_database_has_moved:
 * @self: a connection
 *
 * Returns: whether the file that is open does not lie at its path any more: moved, removed, or replaced by another
 */
gboolean
kl_database_has_moved (KlDatabase *self)
{
  int has_moved = 0;

  /* Where the file system cannot tell, the file is taken to be in its place. */
  return sqlite3_file_control (kl_database_get_handle (self), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved) == SQLITE_OK
         && has_moved;
}

/**
 * kl_database_begin_migration:
 * @self: a connection
 * @error: where to put an error; %KL_STORAGE_ERROR_MOVED where the file is not in its place any more
 *
 * Like kl_database_begin(), whatever the version of the tables.
 *
 * Returns: whether the transaction was begun
 */
gboolean
kl_database_begin_migration (KlDatabase  *self,
                             GError     **error)
{
  if (!kl_database_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (kl_database_has_moved (self))
    {
      kl_database_rollback (self);
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_MOVED,
                   _("%s was moved, removed or replaced by another program. Nothing was changed."),
                   kl_database_get_path (self));
      return FALSE;
    }

  return TRUE;
}

/**
 * kl_database_begin:
 * @self: a connection
 * @error: where to put an error; %KL_STORAGE_ERROR_MOVED where the file is not in its place any more,
 * %KL_STORAGE_ERROR_NEWER where a newer KLearn has brought it up to date meanwhile
 *
 * Takes the right to write at once, so that what is read in the transaction is still true when it writes. What would
 * be written to a file that was removed could never be found again, and what is written to tables of another version
 * would lack what the columns are for that this program does not know.
 *
 * Returns: whether the transaction was begun
 */
gboolean
kl_database_begin (KlDatabase  *self,
                   GError     **error)
{
  gint64 known = kl_schema_get_newest_version ();
  gint64 version;

  if (!kl_database_begin_migration (self, error))
    return FALSE;

  if (kl_database_get_integer (self, "PRAGMA user_version", &version, error))
    {
      if (version == known)
        return TRUE;

      g_set_error (error, KL_STORAGE_ERROR, version > known ? KL_STORAGE_ERROR_NEWER : KL_STORAGE_ERROR_FAILED,
                   _("%s was changed by another version of KLearn meanwhile (version %d of the library; this one "
                     "writes %d). Nothing was changed; close KLearn, and start the newest one."),
                   kl_database_get_path (self), (int) version, (int) known);
    }

  kl_database_rollback (self);
  return FALSE;
}

/* The number in the file's header that grows with each transaction, once a journal left behind was rolled back. */
static gboolean
read_change_counter (KlDatabase *self,
                     guint32    *counter)
{
  sqlite3 *handle = kl_database_get_handle (self);
  sqlite3_file *file = NULL;
  gint64 version;

  if (!kl_database_get_integer (self, "PRAGMA user_version", &version, NULL)
      || sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL
      || file->pMethods->xRead (file, counter, sizeof *counter, CHANGE_COUNTER_OFFSET) != SQLITE_OK)
    return FALSE;

  *counter = GUINT32_FROM_BE (*counter);
  return TRUE;
}

/* A transaction that changes nothing; once it is on the disk, so is what came before it. */
static gboolean
write_nothing (KlDatabase *self)
{
  g_autofree char *sql = NULL;
  gint64 version;

  if (!kl_database_get_integer (self, "PRAGMA user_version", &version, NULL))
    return FALSE;

  sql = g_strdup_printf ("PRAGMA user_version = %d", (int) version);
  return kl_database_execute (self, sql, NULL);
}

/**
 * kl_database_make_sure:
 * @self: a connection that sees what it wrote, although that was said to have failed
 * @error: where to put %KL_STORAGE_ERROR_UNCERTAIN
 *
 * Whoever is told that it is not there would do it again.
 *
 * Returns: whether it is on the disk
 */
gboolean
kl_database_make_sure (KlDatabase  *self,
                       GError     **error)
{
  if (write_nothing (self))
    return TRUE;

  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_UNCERTAIN,
               _("The disk failed just when %s had been written. The change is probably there: look before you make it "
                 "again, and copy the library to another disk."),
               kl_database_get_path (self));
  return FALSE;
}

/* Whether the transaction may be on the disk although committing it failed: the journal is cut short, then synced, and
 * only what comes after the cut may fail. */
static gboolean
may_be_written (KlDatabase *self)
{
  switch (sqlite3_extended_errcode (kl_database_get_handle (self)))
    {
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_CLOSE:
    case SQLITE_IOERR_UNLOCK:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * kl_database_commit:
 * @self: a connection in a transaction
 * @error: where to put an error
 *
 * Returns: whether it is on the disk; if not, it was rolled back, but for %KL_STORAGE_ERROR_UNCERTAIN
 */
gboolean
kl_database_commit (KlDatabase  *self,
                    GError     **error)
{
  guint32 before = 0;
  guint32 after = 0;
  gboolean known = read_change_counter (self, &before);

  if (kl_database_execute (self, "COMMIT", error))
    return TRUE;

  /* After any other failure, a counter that grew would be another program's. */
  known = known && may_be_written (self);
  kl_database_rollback (self);

  if (!known || !read_change_counter (self, &after) || after == before)
    return FALSE;

  g_clear_error (error);
  return kl_database_make_sure (self, error);
}

static gboolean
set_option (KlDatabase  *self,
            int          option,
            gboolean     enabled,
            GError     **error)
{
  int is_enabled = !enabled;
  int code = sqlite3_db_config (kl_database_get_handle (self), option, enabled ? 1 : 0, &is_enabled);

  if (code == SQLITE_OK && (is_enabled != 0) == enabled)
    return TRUE;

  kl_database_set_error (self, code != SQLITE_OK ? code : SQLITE_ERROR, error);
  return FALSE;
}

/**
 * kl_database_set_triggers:
 * @self: a connection in a transaction
 * @enabled: whether the triggers of the file act; those of the connection itself, and foreign keys, always do
 * @error: where to put an error
 *
 * For this connection only, and until kl_database_rollback() at the most.
 *
 * Returns: whether it was set
 */
gboolean
kl_database_set_triggers (KlDatabase  *self,
                          gboolean     enabled,
                          GError     **error)
{
  return set_option (self, SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled, error);
}

/**
 * kl_database_set_foreign_keys:
 * @self: a connection in a transaction
 * @enabled: whether foreign keys are looked at, and take away the rows that belong to a row that goes
 * @error: where to put an error
 *
 * For this connection only, and until kl_database_rollback() at the most. Whoever switches them off knows that all of
 * them hold in the end. (The PRAGMA of this name does nothing in a transaction.)
 *
 * Returns: whether it was set
 */
gboolean
kl_database_set_foreign_keys (KlDatabase  *self,
                              gboolean     enabled,
                              GError     **error)
{
  return set_option (self, SQLITE_DBCONFIG_ENABLE_FKEY, enabled, error);
}

/**
 * kl_database_rollback:
 * @self: a connection in a transaction
 *
 * Takes the transaction back, if there is (still) one: some errors make SQLite do so by itself.
 */
void
kl_database_rollback (KlDatabase *self)
{
  sqlite3 *handle = kl_database_get_handle (self);
  g_autoptr(GError) error = NULL;

  if (!sqlite3_get_autocommit (handle) && sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
    g_warning ("%s: rolling back failed: %s", kl_database_get_path (self), sqlite3_errmsg (handle));
  if (!kl_database_set_triggers (self, TRUE, &error) || !kl_database_set_foreign_keys (self, TRUE, &error))
    g_warning ("%s", error->message);
}
