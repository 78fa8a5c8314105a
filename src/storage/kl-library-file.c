/* kl-library-file.c: the library as a file: where it lies, and how it is opened, by everybody */

#include "config.h"

#include "kl-library-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kl-backup-folder.h"
#include "kl-backup.h"
#include "kl-library-move.h"
#include "kl-schema-compare.h"
#include "kl-schema.h"
#include "kl-storage-error.h"

/**
 * kl_library_file_dup_default_path:
 *
 * Returns: (transfer full): where the library lies unless the person says otherwise
 */
char *
kl_library_file_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "klearn", "library.db", NULL);
}

/**
 * kl_library_file_dup_backup_dir:
 * @path: the library
 *
 * Returns: (transfer full): where KLearn puts backups of its own accord, beside the library
 */
char *
kl_library_file_dup_backup_dir (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/**
 * kl_library_file_dup_backup_prefix:
 * @path: the library
 *
 * Returns: (transfer full): how the names of its backups begin: several libraries may lie in one folder
 */
char *
kl_library_file_dup_backup_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - strlen (".db")] = '\0';
  return g_strconcat (name, "-", NULL);
}

/**
 * kl_library_file_dup_backup_path:
 * @path: the library
 * @what: what the backup is, such as the time
 *
 * Returns: (transfer full): where the backup lies, beside the library
 */
char *
kl_library_file_dup_backup_path (const char *path,
                                 const char *what)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (path);
  g_autofree char *prefix = kl_library_file_dup_backup_prefix (path);
  g_autofree char *name = g_strconcat (prefix, what, ".db", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
system_failure (const char  *path,
                int          system_error,
                GError     **error)
{
  gboolean no_space = system_error == ENOSPC || system_error == EDQUOT;

  g_set_error (error, KL_STORAGE_ERROR, no_space ? KL_STORAGE_ERROR_NO_SPACE : KL_STORAGE_ERROR_FAILED,
               /* Translators: %1$s is a path, %2$s a reason from the system. */
               _("%1$s cannot be opened: %2$s."), path, g_strerror (system_error));
  return FALSE;
}

/**
 * kl_library_file_make_folder:
 * @path: a folder
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Makes the folder where it is not there, for nobody else to look into: these are a person's own words.
 *
 * Returns: whether it is there
 */
gboolean
kl_library_file_make_folder (const char  *path,
                             GError     **error)
{
  int code;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (path, 0700) != 0)
    return system_failure (path, errno, error);

  /* What is saved in it is as lasting as the folder itself. */
  code = kl_library_move_sync (path);
  return code == 0 || system_failure (path, code, error);
}

/* SQLite would make the file readable for everybody; these are a person's own words. */
static gboolean
create_if_missing (const char  *path,
                   gboolean    *is_new,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor;

  if (!kl_library_file_make_folder (folder, error))
    return FALSE;

  descriptor = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    return errno == EEXIST || system_failure (path, errno, error);

  close (descriptor);
  *is_new = TRUE;
  return TRUE;
}

/* A full disk, or a program that synchronises folders, may leave nothing of a library but its name. A new one in its
 * place would look as if all were lost. */
static gboolean
refuse_lost (const char  *path,
             GError     **error)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size > 0 || !kl_backup_folder_has_any (path))
    return TRUE;

  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT,
               /* Translators: %1$s is the path of a file, %2$s that of a folder. */
               _("%1$s is empty: what it held is lost. Restore a backup from %2$s, or remove the empty file to begin "
                 "with a new library."),
               path, folder);
  return FALSE;
}

static gboolean
require_regular_file (const char  *path,
                      GError     **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return system_failure (path, errno, error);

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY,
                   _("%s is not a file, so it cannot be a KLearn library."), path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* The rollback journal lies beside the file. */
  return access (path, W_OK) == 0 && access (folder, W_OK) == 0;
}

/* Looks without touching: a library from a newer KLearn stays as it is, byte for byte. */
static KlDatabase *
look (const char  *path,
      gint64      *version,
      GError     **error)
{
  g_autoptr(KlDatabase) database = kl_database_open (path, TRUE, error);

  if (database == NULL || !kl_schema_check (database, version, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * kl_library_file_use_rollback_journal:
 * @database: a connection that may write
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Another program may have given the file another kind of journal, also since it was opened.
 *
 * Returns: whether the connection writes with the journal that KLearn has
 */
gboolean
kl_library_file_use_rollback_journal (KlDatabase  *database,
                                      GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, "PRAGMA journal_mode = TRUNCATE", error);
  gboolean has_row;

  if (statement == NULL || !kl_database_step (database, statement, &has_row, error))
    return FALSE;

  if (!has_row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "truncate") != 0)
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED,
                   _("Another program is using %s. Try again when it has finished."), kl_database_get_path (database));
      return FALSE;
    }

  return TRUE;
}

/**
 * kl_library_file_connect:
 * @path: a library that kl_library_file_open() opened before
 * @read_only: whether to open it for reading only
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): another connection to it; the kind of journal belongs to each connection
 */
KlDatabase *
kl_library_file_connect (const char  *path,
                         gboolean     read_only,
                         GError     **error)
{
  g_autoptr(KlDatabase) database = kl_database_open (path, read_only, error);

  if (database == NULL || (!read_only && !kl_library_file_use_rollback_journal (database, error)))
    return NULL;

  return g_steal_pointer (&database);
}

static char *
back_up_before_migration (KlDatabase  *database,
                          GError     **error)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (kl_database_get_path (database));
  g_autofree char *what = g_strdup_printf ("before-version-%d", (int) kl_schema_get_newest_version ());
  g_autofree char *path = kl_library_file_dup_backup_path (kl_database_get_path (database), what);

  return kl_library_file_make_folder (folder, error) ? kl_backup_save (database, path, error) : NULL;
}

static gboolean
bring_up_to_date (KlDatabase  *database,
                  gint64       version,
                  GError     **error)
{
  g_autofree char *saved = NULL;
  g_autoptr(GError) migrate_error = NULL;

  if (version != 0 && version != kl_schema_get_newest_version ())
    {
      saved = back_up_before_migration (database, error);
      if (saved == NULL)
        return FALSE;
    }

  if (kl_schema_migrate (database, version, &migrate_error))
    return TRUE;

  /* The library is as it was, and there would be another with each try. */
  if (saved != NULL && !g_error_matches (migrate_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_UNCERTAIN))
    (void) g_unlink (saved);
  g_propagate_error (error, g_steal_pointer (&migrate_error));
  return FALSE;
}

static KlDatabase *
open_for_writing (const char  *path,
                  GError     **error)
{
  g_autoptr(KlDatabase) database = kl_database_open (path, FALSE, error);
  gint64 version;

  /* The second look comes after a journal left by a crash was rolled back. */
  if (database == NULL || !kl_schema_check (database, &version, error)
      || !kl_schema_compare (database, version, error) || !kl_library_file_use_rollback_journal (database, error)
      || !bring_up_to_date (database, version, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * kl_library_file_open:
 * @path: the library's file; made, with its folder, if it is not there
 * @read_only: (out) (optional): whether it can only be read
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a connection to a library of the newest version
 */
KlDatabase *
kl_library_file_open (const char  *path,
                      gboolean    *read_only,
                      GError     **error)
{
  g_autoptr(KlDatabase) looked = NULL;
  g_autoptr(GError) look_error = NULL;
  gboolean is_new = FALSE;
  gint64 version = 0;

  if (read_only != NULL)
    *read_only = FALSE;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !create_if_missing (path, &is_new, error))
    return NULL;
  if (!require_regular_file (path, error) || (!is_new && !refuse_lost (path, error)))
    return NULL;

  looked = look (path, &version, &look_error);
  if (looked == NULL
      && (g_error_matches (look_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NEWER)
          || g_error_matches (look_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY)
          || g_error_matches (look_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED)
          || !is_writable (path)))
    {
      g_propagate_error (error, g_steal_pointer (&look_error));
      return NULL;
    }

  if (is_writable (path))
    {
      g_clear_object (&looked);
      return open_for_writing (path, error);
    }

  if (version != kl_schema_get_newest_version ())
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_READ_ONLY,
                   _("%s must be brought up to date, but it cannot be written. Check its permissions."), path);
      return NULL;
    }

  if (!kl_schema_compare (looked, version, error))
    return NULL;

  if (read_only != NULL)
    *read_only = TRUE;
  return g_steal_pointer (&looked);
}

/* SQLite reports a page that the disk did not give among what is wrong with the pages. Returns whether @text does. */
static gboolean
is_disk_failure (const char *text,
                 int        *code)
{
  const char *number = strstr (text, "error code=");

  *code = number != NULL ? (int) g_ascii_strtoll (number + strlen ("error code="), NULL, 10) : SQLITE_IOERR;
  return number != NULL ? (*code & 0xff) != SQLITE_CORRUPT : strstr (text, "failed to get page") != NULL;
}

static gboolean
check_pages (KlDatabase  *database,
             GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, "PRAGMA integrity_check (1)", error);
  const char *text;
  const char *heading_end;
  gboolean has_row;
  int code;

  if (statement == NULL || !kl_database_step (database, statement, &has_row, error))
    return FALSE;

  text = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  if (g_strcmp0 (text, "ok") == 0)
    return TRUE;

  if (text != NULL && is_disk_failure (text, &code))
    {
      kl_database_set_error (database, code, error);
      return FALSE;
    }

  /* SQLite puts a heading above what it found. */
  heading_end = text != NULL ? strchr (text, '\n') : NULL;
  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT, _("%1$s is damaged (%2$s)."),
               kl_database_get_path (database), heading_end != NULL ? heading_end + 1 : (text != NULL ? text : ""));
  return FALSE;
}

/**
 * kl_library_file_verify:
 * @path: a file
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is a library that can be read whole
 */
gboolean
kl_library_file_verify (const char  *path,
                        GError     **error)
{
  g_autoptr(KlDatabase) database = NULL;
  gint64 version;

  if (!require_regular_file (path, error))
    return FALSE;

  database = look (path, &version, error);
  if (database == NULL)
    return FALSE;

  if (!kl_schema_compare (database, version, error))
    return FALSE;

  if (version == 0)
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY, _("%s is empty, not a KLearn library."),
                   path);
      return FALSE;
    }

  return check_pages (database, error);
}

/**
 * kl_library_file_move_aside:
 * @path: a library that cannot be used
 * @stamp: what to add to its name, such as a date
 * @moved_to: (out): where it lies now, %NULL where it was left where it is
 * @error: where to put an error
 *
 * Renames the file and its journal, so that nothing of it is lost when another takes its place. What is called so
 * already stays: the library gets a name that is free.
 *
 * Returns: whether it was moved
 */
gboolean
kl_library_file_move_aside (const char  *path,
                            const char  *stamp,
                            char       **moved_to,
                            GError     **error)
{
  g_autofree char *wanted = g_strdup_printf ("%s.damaged-%s", path, stamp);
  int code = kl_library_move_to_free_name (path, wanted, moved_to);

  return code == 0 || system_failure (path, code, error);
}

/**
 * kl_library_file_move_back:
 * @path: where a library was
 * @moved_to: where kl_library_file_move_aside() put it
 * @error: where to put an error
 *
 * Undoes that, where what was to take its place could not. That goes, with its journal.
 *
 * Returns: whether the library is back; if not, it is still where it was put
 */
gboolean
kl_library_file_move_back (const char  *path,
                           const char  *moved_to,
                           GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  int code;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && g_unlink (journal) != 0 && errno != ENOENT)
    return system_failure (journal, errno, error);

  code = kl_library_move_over (moved_to, path);
  return code == 0 || system_failure (moved_to, code, error);
}
