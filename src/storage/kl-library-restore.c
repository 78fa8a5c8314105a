/* kl-library-restore.c: a backup takes the library's place */

#include "config.h"

#include <glib/gi18n.h>

#include "kl-backup-folder.h"
#include "kl-backup.h"
#include "kl-journal.h"
#include "kl-library-file.h"
#include "kl-library-private.h"
#include "kl-restoring.h"
#include "kl-storage-error.h"

static gboolean
save_current (KlDatabase  *database,
              const char  *path,
              const char  *stamp,
              GError     **error)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (path);
  g_autofree char *what = g_strconcat ("before-restore-", stamp, NULL);
  g_autofree char *wanted = kl_library_file_dup_backup_path (path, what);
  g_autofree char *saved = NULL;

  if (!kl_library_file_make_folder (folder, error))
    return FALSE;

  saved = kl_backup_save (database, wanted, error);
  return saved != NULL;
}

/* Whether a backup in its place is the remedy. Anything else may pass, and the library stays where it is. */
static gboolean
is_beyond_reading (const GError *error)
{
  return g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY)
         || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NEWER)
         || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
}

/* What the connection holds is saved. Returns whether it is, or cannot be read any more. */
static gboolean
save_if_readable (KlDatabase  *database,
                  const char  *path,
                  const char  *stamp,
                  gboolean    *is_saved,
                  GError     **error)
{
  g_autoptr(GError) save_error = NULL;

  *is_saved = save_current (database, path, stamp, &save_error);
  if (*is_saved || g_error_matches (save_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&save_error));
  return FALSE;
}

/* Returns whether the worker has a connection to the file that lies at the library's path, or that is beyond
 * reading. */
static gboolean
connect_by_path (KlWorker    *worker,
                 KlJob       *job,
                 const char  *stamp,
                 GError     **error)
{
  KlDatabase *database = kl_worker_get_database (worker);
  g_autoptr(GError) open_error = NULL;
  gboolean is_saved;

  if (database != NULL && !kl_database_has_moved (database))
    return TRUE;

  /* Another program moved, removed or replaced it: what it held may be nowhere else. */
  if (database != NULL && !save_if_readable (database, job->path, stamp, &is_saved, error))
    return FALSE;

  database = kl_library_file_open (job->path, NULL, &open_error);
  if (database == NULL && !is_beyond_reading (open_error))
    {
      g_propagate_error (error, g_steal_pointer (&open_error));
      return FALSE;
    }

  kl_worker_take_database (worker, database);
  return TRUE;
}

/* What the library holds is saved; or it is moved aside, whole, where it cannot be used, and a new one takes its
 * place. */
static gboolean
make_room (KlWorker    *worker,
           KlJob       *job,
           const char  *stamp,
           char       **moved_to,
           GError     **error)
{
  gboolean is_saved = FALSE;

  if (!connect_by_path (worker, job, stamp, error))
    return FALSE;
  if (kl_worker_get_database (worker) != NULL
      && !save_if_readable (kl_worker_get_database (worker), job->path, stamp, &is_saved, error))
    return FALSE;
  if (is_saved)
    return TRUE;

  kl_worker_take_database (worker, NULL);
  if (!kl_library_file_move_aside (job->path, stamp, moved_to, error))
    return FALSE;

  kl_worker_take_database (worker, kl_library_file_open (job->path, NULL, error));
  return kl_worker_get_database (worker) != NULL;
}

/* Where the library cannot be used, it is not known; its own file is in its place no more then. */
static gint64
find_revision (KlWorker *worker,
               KlJob    *job)
{
  g_autoptr(GError) error = NULL;
  gint64 revision = 0;

  if (!kl_journal_get_revision (kl_worker_get_database (worker), &revision, &error))
    g_debug ("%s", error->message);
  return MAX (revision, job->number);
}

/* What was moved aside goes back. Where that fails as well, the person is told where it is now. */
static void
put_back (KlWorker    *worker,
          KlJob       *job,
          const char  *moved_to,
          GError     **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree char *name = NULL;

  kl_worker_take_database (worker, NULL);
  if (kl_library_file_move_back (job->path, moved_to, &problem) || error == NULL)
    return;

  name = g_filename_display_name (moved_to);
  g_clear_error (error);
  g_set_error (error, problem->domain, problem->code,
               _("%s The backup was not restored; the library that was there is now “%s”."), problem->message, name);
}

/* Damaged as the library is, it may still take what is being written. */
static void
reconnect (KlWorker *worker,
           KlJob    *job)
{
  g_autoptr(GError) error = NULL;
  KlDatabase *database = kl_library_file_connect (job->path, FALSE, &error);

  if (database != NULL)
    kl_worker_take_database (worker, database);
  else
    g_debug ("%s", error->message);
}

static gboolean
carry_out (KlWorker     *worker,
           KlJob        *job,
           KlRestoring  *restoring,
           const char   *stamp,
           GError      **error)
{
  g_autofree char *moved_to = NULL;

  if (make_room (worker, job, stamp, &moved_to, error)
      && kl_restoring_carry_out (restoring, kl_worker_get_database (worker), find_revision (worker, job), error))
    return TRUE;

  if (moved_to != NULL)
    put_back (worker, job, moved_to, error);
  return FALSE;
}

static gpointer
restore_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlRestoring) restoring = NULL;
  g_autofree char *stamp = kl_backup_folder_dup_stamp (job->now);
  gboolean was_connected = kl_worker_get_database (worker) != NULL;

  /* Before anything is touched: is what shall come in any good, and may the library be written? */
  if (!kl_library_file_verify (job->text, error) || (!was_connected && !connect_by_path (worker, job, stamp, error)))
    return NULL;

  restoring = kl_restoring_new (job->text, job->path, error);
  if (restoring == NULL)
    return NULL;

  if (carry_out (worker, job, restoring, stamp, error))
    return KL_CALL_DONE;

  if (was_connected && kl_worker_get_database (worker) == NULL)
    reconnect (worker, job);
  return NULL;
}

static const KlWork restore_work = { restore_job, kl_job_free, NULL, TRUE };

/* The backup is in the library's place: whoever is told otherwise would look for what is not there any more. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = KL_LIBRARY (source);
  g_autofree char *problem = NULL;
  g_autoptr(GError) error = NULL;

  if (kl_call_finish (self, result, &error) == NULL)
    {
      problem = g_strdup_printf (_("The backup was restored, but what it holds could not be shown. %s"),
                                 error->message);
      kl_library_set_problem (self, problem);
      kl_library_look_for_change (self);
    }
  g_task_return_pointer (call, KL_CALL_DONE, NULL);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);

  if (kl_call_take_step (call, source, result) != NULL)
    kl_library_reopen_reader (self, kl_call_new (self, restored_cb, NULL, shown_cb, g_steal_pointer (&call)));
}

/**
 * kl_library_restore_async:
 * @self: a library, open or one that could not be opened
 * @path: a backup
 * @cancellable: (nullable): stops it
 * @callback: called when the library holds the backup's contents and the models show them, or a problem is told
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
  job->number = kl_library_get_revision (self);
  kl_worker_run_async (kl_library_get_writer (self), &restore_work, job, cancellable, restored_cb,
                       kl_call_new (self, kl_library_restore_async, cancellable, callback, user_data));
}

/**
 * kl_library_restore_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it was restored; if not, the library is as it was, but for %KL_STORAGE_ERROR_UNCERTAIN
 */
gboolean
kl_library_restore_finish (KlLibrary     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}
