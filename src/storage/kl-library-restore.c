/* kl-library-restore.c: a backup takes the library's place */

#include "config.h"

#include <glib/gi18n.h>

#include "kl-backup.h"
#include "kl-journal.h"
#include "kl-library-file.h"
#include "kl-library-private.h"
#include "kl-storage-error.h"

static gboolean
save_current (KlDatabase  *database,
              const char  *path,
              const char  *stamp,
              GError     **error)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (path);
  g_autofree char *what = g_strconcat ("before-restore-", stamp, NULL);
  g_autofree char *saved = kl_library_file_dup_backup_path (path, what);

  return kl_library_file_make_folder (folder, error) && kl_backup_write (database, saved, error);
}

/* A library that cannot be opened any more is moved aside, whole, and a new one takes its place. */
static KlDatabase *
replace_unusable (KlJob   *job,
                  char    *stamp,
                  char   **moved_to,
                  GError **error)
{
  if (g_file_test (job->path, G_FILE_TEST_EXISTS)
      && !kl_library_file_move_aside (job->path, stamp, moved_to, error))
    return NULL;

  return kl_library_file_open (job->path, NULL, error);
}

/* Whether the library may well be good, so that it must stay where it is. */
static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED)
         || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NO_SPACE)
         || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_READ_ONLY)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What the library holds is saved, or it is moved aside where it cannot be used. */
static gboolean
make_room (KlWorker  *worker,
           KlJob     *job,
           char     **moved_to,
           GError   **error)
{
  g_autofree char *stamp = g_date_time_format (job->now, "%Y%m%dT%H%M%S");
  g_autoptr(GError) save_error = NULL;

  if (kl_worker_get_database (worker) != NULL)
    {
      if (save_current (kl_worker_get_database (worker), job->path, stamp, &save_error))
        return TRUE;
      if (!g_error_matches (save_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&save_error));
          return FALSE;
        }
      kl_worker_take_database (worker, NULL);
    }

  kl_worker_take_database (worker, replace_unusable (job, stamp, moved_to, error));
  return kl_worker_get_database (worker) != NULL;
}

/* Where that fails as well, the person is told where the library is now. */
static void
put_back (const char  *path,
          const char  *moved_to,
          GError     **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree char *name = NULL;

  if (kl_library_file_move_back (path, moved_to, &problem) || error == NULL)
    return;

  name = g_filename_display_name (moved_to);
  g_clear_error (error);
  g_set_error (error, problem->domain, problem->code,
               _("%s The backup was not restored; the library that was there is now “%s”."), problem->message, name);
}

static gpointer
restore_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;
  g_autoptr(GError) open_error = NULL;
  g_autofree char *moved_to = NULL;

  /* Before anything is touched: is what shall come in any good? */
  if (!kl_library_file_verify (job->text, error))
    return NULL;

  if (kl_worker_get_database (worker) == NULL)
    kl_worker_take_database (worker, kl_library_file_open (job->path, NULL, &open_error));
  if (is_passing (open_error))
    {
      g_propagate_error (error, g_steal_pointer (&open_error));
      return NULL;
    }

  if (make_room (worker, job, &moved_to, error)
      && kl_backup_restore (kl_worker_get_database (worker), job->text, error)
      && kl_journal_add_revision (kl_worker_get_database (worker), error))
    return KL_CALL_DONE;

  if (moved_to != NULL)
    {
      kl_worker_take_database (worker, NULL);
      put_back (job->path, moved_to, error);
    }
  return NULL;
}

static const KlWork restore_work = { restore_job, kl_job_free, NULL, TRUE };

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);

  if (kl_call_take_step (call, source, result) != NULL)
    kl_library_reopen_reader (self, g_steal_pointer (&call));
}

/**
 * kl_library_restore_async:
 * @self: a library, open or one that could not be opened
 * @path: a backup
 * @cancellable: (nullable): stops it
 * @callback: called when the library holds the backup's contents and the models show them
 * @user_data: for @callback
 *
 * Replaces the contents of the library. What it held is saved beside it first, among the backups; what cannot be read
 * any more is moved aside as it is.
 */
void
kl_library_restore_async (KlLibrary           *self,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->text = g_canonicalize_filename (path, NULL);
  kl_worker_run_async (kl_library_get_writer (self), &restore_work, job, cancellable, restored_cb,
                       kl_call_new (self, kl_library_restore_async, cancellable, callback, user_data));
}

/**
 * kl_library_restore_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it was restored; if not, the library is as it was
 */
gboolean
kl_library_restore_finish (KlLibrary     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}
