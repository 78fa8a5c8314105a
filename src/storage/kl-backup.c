/* kl-backup.c: copies of the library that are known to be good, and looking whether it is good itself */

#include "config.h"

#include "kl-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "kl-library-file.h"
#include "kl-schema.h"
#include "kl-storage-error.h"

static gboolean
copy_pages (KlDatabase  *from,
            KlDatabase  *to,
            GError     **error)
{
  sqlite3_backup *backup
    = sqlite3_backup_init (kl_database_get_handle (to), "main", kl_database_get_handle (from), "main");
  int code;

  if (backup == NULL)
    {
      kl_database_set_error (to, sqlite3_extended_errcode (kl_database_get_handle (to)), error);
      return FALSE;
    }

  code = sqlite3_backup_step (backup, -1);
  if (code == SQLITE_DONE)
    code = sqlite3_backup_finish (backup);
  else
    sqlite3_backup_finish (backup); /* It repeats the result of the step, or hides it where the lock was busy. */

  if (code != SQLITE_OK)
    {
      kl_database_set_error (to, code, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_failure (const char  *path,
               int          system_error,
               GError     **error)
{
  gboolean no_space = system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;

  g_set_error (error, KL_STORAGE_ERROR, no_space ? KL_STORAGE_ERROR_NO_SPACE : KL_STORAGE_ERROR_FAILED,
               /* Translators: %1$s is a path, %2$s a reason from the system. */
               _("The backup %1$s cannot be written: %2$s."), path, g_strerror (system_error));
  return FALSE;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  gboolean success;

  if (descriptor < 0)
    return write_failure (path, errno, error);

  success = fsync (descriptor) == 0 || write_failure (path, errno, error);
  close (descriptor);
  return success;
}

static gboolean
fill_copy (KlDatabase  *database,
           const char  *path,
           GError     **error)
{
  g_autoptr(KlDatabase) copy = kl_database_open (path, FALSE, error);

  /* The copy gets its name only when it is whole, so it needs no journal on the disk to be taken back with. */
  return copy != NULL && kl_database_execute (copy, "PRAGMA journal_mode = MEMORY", error)
         && copy_pages (database, copy, error);
}

static gboolean
publish_copy (const char  *copy,
              const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!kl_library_file_verify (copy, error) || !sync_path (copy, O_RDWR, error))
    return FALSE;

  if (g_rename (copy, path) != 0)
    return write_failure (path, errno, error);

  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

/**
 * kl_backup_write:
 * @database: a connection to a library
 * @path: where the backup shall lie; what was there is replaced once the backup is known to be good
 * @error: where to put an error
 *
 * Returns: whether the backup is there, readable and on the disk
 */
gboolean
kl_backup_write (KlDatabase  *database,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *copy = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor;
  gboolean success;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return write_failure (path, EISDIR, error);

  descriptor = g_mkstemp_full (copy, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return write_failure (path, errno, error);
  close (descriptor);

  success = fill_copy (database, copy, error) && publish_copy (copy, path, error);
  if (!success)
    {
      g_unlink (copy);
      /* Translators: %s is a path; a sentence that says why follows. */
      g_prefix_error (error, _("The backup %s was not made. "), path);
    }
  return success;
}

/**
 * kl_backup_restore:
 * @database: a connection to the library, which may write
 * @path: a backup
 * @error: where to put an error
 *
 * Replaces the library's contents by the backup's in one transaction. What was there must have been saved before.
 *
 * Returns: whether the library holds the backup's contents now; if not, it is as it was
 */
gboolean
kl_backup_restore (KlDatabase  *database,
                   const char  *path,
                   GError     **error)
{
  g_autoptr(KlDatabase) backup = NULL;
  gint64 version;

  if (!kl_library_file_verify (path, error))
    return FALSE;

  backup = kl_database_open (path, TRUE, error);
  return backup != NULL && copy_pages (backup, database, error) && kl_schema_check (database, &version, error)
         && kl_schema_migrate (database, version, error);
}

static gboolean
collect_rows (KlDatabase  *database,
              const char  *sql,
              const char  *fine,
              GPtrArray   *problems,
              GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;

  while (has_row)
    {
      const char *text;

      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;

      text = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
      if (text != NULL && g_strcmp0 (text, fine) != 0)
        g_ptr_array_add (problems, g_strdup (text));
    }

  return TRUE;
}

static gboolean
check_rows (KlDatabase     *database,
            const KlTable  *table,
            GPtrArray      *problems,
            GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE checksum IS NOT %s", table->name,
                                          table->checksum);
  gint64 n_damaged;

  if (!kl_database_get_integer (database, sql, &n_damaged, error))
    return FALSE;

  if (n_damaged > 0)
    g_ptr_array_add (problems,
                     /* Translators: %1$d is a number of rows, %2$s the name of a table, such as “attempt”. */
                     g_strdup_printf (ngettext ("%1$d row of “%2$s” is not as it was written.",
                                                "%1$d rows of “%2$s” are not as they were written.",
                                                (gulong) n_damaged),
                                      (int) n_damaged, table->name));
  return TRUE;
}

static void
check_search_index (KlDatabase *database,
                    const char *table,
                    GPtrArray  *problems)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %1$s_words (%1$s_words, rank) VALUES ('integrity-check', 1)",
                                          table);
  g_autoptr(GError) error = NULL;

  if (!kl_database_execute (database, sql, &error))
    g_ptr_array_add (problems, g_strdup_printf (_("The search index of “%s” does not match its rows."), table));
}

/**
 * kl_backup_quick_check:
 * @database: a connection to a library
 * @is_sound: (out): whether the pages fit together
 * @error: where to put an error
 *
 * Looks at the structure of the file: 0.2 s for a million attempts.
 *
 * Returns: whether it could be told
 */
gboolean
kl_backup_quick_check (KlDatabase  *database,
                       gboolean    *is_sound,
                       GError     **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!collect_rows (database, "PRAGMA quick_check (1)", "ok", problems, error))
    return FALSE;

  *is_sound = problems->len == 0;
  return TRUE;
}

/**
 * kl_backup_check:
 * @database: a connection to a library
 * @tables: all tables
 * @read_only: whether the connection may not write, which the check of the search index needs
 * @error: where to put an error
 *
 * Looks at every page and every row.
 *
 * Returns: (transfer full) (nullable): what is wrong, in sentences; none where all is well; %NULL where it cannot be
 * told
 */
char **
kl_backup_check (KlDatabase  *database,
                 KlTables    *tables,
                 gboolean     read_only,
                 GError     **error)
{
  static const char *const indexed[] = { "subject", "point", "attempt", "feedback" };
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!collect_rows (database, "PRAGMA integrity_check", "ok", problems, error)
      || !collect_rows (database, "SELECT DISTINCT 'A row of ' || \"table\" || ' belongs to nothing.'"
                                  " FROM pragma_foreign_key_check", NULL, problems, error))
    return NULL;

  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    if (!check_rows (database, kl_tables_get (tables, i), problems, error))
      return NULL;

  for (guint i = 0; !read_only && i < G_N_ELEMENTS (indexed); i++)
    check_search_index (database, indexed[i], problems);

  g_ptr_array_add (problems, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&problems), FALSE);
}
