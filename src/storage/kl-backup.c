/* kl-backup.c: copies of the library that are known to be good, and looking whether it is good itself */

#include "config.h"

#include "kl-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "kl-library-file.h"
#include "kl-library-move.h"
#include "kl-same-file.h"
#include "kl-storage-error.h"

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

/**
 * kl_backup_copy:
 * @from: a connection to a library
 * @to: a connection that may write
 * @error: where to put an error
 *
 * Replaces all that the one file holds by what the other does, in one transaction.
 *
 * Returns: whether it was replaced
 */
gboolean
kl_backup_copy (KlDatabase  *from,
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

/* The copy gets its name only when it is whole, so it needs no journal on the disk to be taken back with. A library
 * that another program gave a log of its own (WAL) must not hand that on: beside a copy of it there is none. */
static gboolean
use_memory_journal (KlDatabase  *copy,
                    GError     **error)
{
  g_autoptr(KlStatement) statement = NULL;
  gint64 version;
  gboolean has_row;

  /* SQLite has to look at the file before it knows which kind it has. */
  if (!kl_database_get_integer (copy, "PRAGMA user_version", &version, error))
    return FALSE;

  statement = kl_database_prepare (copy, "PRAGMA journal_mode = MEMORY", error);
  if (statement == NULL || !kl_database_step (copy, statement, &has_row, error))
    return FALSE;

  if (!has_row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "memory") != 0)
    {
      kl_database_set_error (copy, SQLITE_BUSY, error);
      return FALSE;
    }
  return TRUE;
}

static KlDatabase *
fill_copy (KlDatabase  *database,
           const char  *path,
           GError     **error)
{
  g_autoptr(KlDatabase) copy = kl_database_open (path, FALSE, error);

  if (copy == NULL || !use_memory_journal (copy, error) || !kl_backup_copy (database, copy, error)
      || !use_memory_journal (copy, error))
    return NULL;

  return g_steal_pointer (&copy);
}

/**
 * kl_backup_copy_aside:
 * @database: a connection to a library
 * @path: what the name of the copy begins with
 * @aside: (out): where it lies; %NULL where it was not made
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a connection to a copy that has no name yet that anybody would look for
 */
KlDatabase *
kl_backup_copy_aside (KlDatabase  *database,
                      const char  *path,
                      char       **aside,
                      GError     **error)
{
  g_autofree char *name = g_strconcat (path, KL_BACKUP_ASIDE, NULL);
  g_autoptr(KlDatabase) copy = NULL;
  int descriptor = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);

  *aside = NULL;
  if (descriptor < 0)
    {
      write_failure (path, errno, error);
      return NULL;
    }
  close (descriptor);

  copy = fill_copy (database, name, error);
  if (copy == NULL)
    (void) g_unlink (name);
  else
    *aside = g_steal_pointer (&name);
  return g_steal_pointer (&copy);
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean success;

  if (descriptor < 0)
    return write_failure (path, errno, error);

  success = fsync (descriptor) == 0 || write_failure (path, errno, error);
  close (descriptor);
  return success;
}

/* A copy beside @path that is known to be good. */
static char *
make_copy (KlDatabase  *database,
           const char  *path,
           GError     **error)
{
  g_autofree char *aside = NULL;
  g_autoptr(KlDatabase) copy = kl_backup_copy_aside (database, path, &aside, error);

  if (copy == NULL)
    return NULL;

  g_clear_object (&copy);
  if (!kl_library_file_verify (aside, error) || !sync_file (aside, error))
    {
      (void) g_unlink (aside);
      return NULL;
    }
  return g_steal_pointer (&aside);
}

static void
say_not_made (const char  *path,
              GError     **error)
{
  /* Translators: %s is a path; a sentence that says why follows. */
  g_prefix_error (error, _("The backup %s was not made. "), path);
}

/* By whatever name: the person may have chosen the one that was proposed, or a link. */
static gboolean
refuse_library (KlDatabase  *database,
                const char  *path,
                GError     **error)
{
  if (!kl_same_file (path, kl_database_get_path (database)))
    return TRUE;

  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED,
               _("%s is the library itself. Choose another name for the backup."), path);
  return FALSE;
}

/**
 * kl_backup_write:
 * @database: a connection to a library
 * @path: where the backup shall lie; what was there is replaced once the backup is known to be good
 * @error: where to put an error
 *
 * The library itself is never replaced.
 *
 * Returns: whether the backup is there, readable and on the disk
 */
gboolean
kl_backup_write (KlDatabase  *database,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *copy = NULL;
  gboolean success;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return write_failure (path, EISDIR, error);
  if (!refuse_library (database, path, error))
    return FALSE;

  copy = make_copy (database, path, error);
  success = copy != NULL && (g_rename (copy, path) == 0 || write_failure (path, errno, error));
  if (copy != NULL && !success)
    (void) g_unlink (copy);
  if (success)
    {
      int code = kl_library_move_sync (path);

      success = code == 0 || write_failure (path, code, error);
    }
  if (!success)
    say_not_made (path, error);
  return success;
}

/**
 * kl_backup_save:
 * @database: a connection to a library
 * @wanted: where the backup shall lie
 * @error: where to put an error
 *
 * As kl_backup_write(), but replaces nothing: where a file of that name is there, it gets another.
 *
 * Returns: (transfer full) (nullable): where the backup lies, readable and on the disk; %NULL where there is none
 */
char *
kl_backup_save (KlDatabase  *database,
                const char  *wanted,
                GError     **error)
{
  g_autofree char *copy = make_copy (database, wanted, error);
  char *saved = NULL;
  int code;

  if (copy == NULL)
    {
      say_not_made (wanted, error);
      return NULL;
    }

  code = kl_library_move_to_free_name (copy, wanted, &saved);
  if (code == 0)
    return saved;

  (void) g_unlink (saved != NULL ? saved : copy);
  g_free (saved);
  write_failure (wanted, code, error);
  say_not_made (wanted, error);
  return NULL;
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
