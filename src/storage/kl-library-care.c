/* kl-library-care.c: looking whether the library is sound, and backups of it */

#include "config.h"

#include <glib/gi18n.h>

#include "kl-backup-folder.h"
#include "kl-backup.h"
#include "kl-library-file.h"
#include "kl-library-private.h"

static gpointer
check_job (KlWorker  *worker,
           gpointer   data,
           GError   **error)
{
  KlJob *job = data;

  return kl_backup_check (kl_worker_get_database (worker), job->tables, job->read_only, error);
}

static const KlWork check_work = { check_job, kl_job_free, (GDestroyNotify) g_strfreev, FALSE };

/**
 * kl_library_check_async:
 * @self: an open library
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback
 *
 * Looks at every page and every row of the file.
 */
void
kl_library_check_async (KlLibrary           *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  kl_call_run (kl_call_new (self, kl_library_check_async, cancellable, callback, user_data),
               kl_library_get_writer (self), &check_work, job);
}

/**
 * kl_library_check_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): what is wrong, in sentences; empty where all is well
 */
char **
kl_library_check_finish (KlLibrary     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return kl_call_finish (self, result, error);
}

/* Quickly each session; each row of it before the first backup of a week. */
static gboolean
require_sound (KlJob       *job,
               KlDatabase  *database,
               GError     **error)
{
  g_auto(GStrv) problems = NULL;
  gboolean is_sound;

  if (!kl_backup_quick_check (database, &is_sound, error))
    return FALSE;

  if (is_sound && !job->read_only && kl_backup_folder_is_first_of_week (job->path, job->now))
    {
      /* As for one that cannot be written: looking at the search index would keep the writer waiting. */
      problems = kl_backup_check (database, job->tables, TRUE, error);
      if (problems == NULL)
        return FALSE;
      is_sound = problems[0] == NULL;
    }

  if (!is_sound)
    g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT,
                 _("%s is damaged. Restore a backup, or copy the file away before anything else."), job->path);
  return is_sound;
}

static gpointer
look_after_job (KlWorker  *worker,
                gpointer   data,
                GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_worker_get_database (worker);
  g_autofree char *folder = kl_library_file_dup_backup_dir (job->path);
  g_autofree char *path = kl_backup_folder_dup_path (job->path, job->now);

  if (!require_sound (job, database, error))
    return NULL;

  /* A damaged library must not push good backups out, so this comes after the look. One that is at its path no more
   * has its backups already, and what lies there now is another. */
  if (!job->read_only && !kl_database_has_moved (database) && kl_backup_folder_is_due (job->path, job->now))
    {
      if (!kl_library_file_make_folder (folder, error) || !kl_backup_write (database, path, error))
        return NULL;
      kl_backup_folder_tidy (job->path, job->now);
    }

  return KL_CALL_DONE;
}

static const KlWork look_after_work = { look_after_job, kl_job_free, NULL, FALSE };

/**
 * kl_library_look_after_async:
 * @self: an open library
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * What is to be done once a session, when nobody is waiting: looks whether the file is sound, and if it was written
 * since the newest backup, makes one beside it, verified. Before the first one of a week every page and row is looked
 * at. Keeps the last ten and one a week.
 */
void
kl_library_look_after_async (KlLibrary           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  kl_call_run (kl_call_new (self, kl_library_look_after_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &look_after_work, job);
}

/**
 * kl_library_look_after_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error; %KL_STORAGE_ERROR_CORRUPT where the library is damaged
 *
 * Returns: whether the library is sound and has a backup
 */
gboolean
kl_library_look_after_finish (KlLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

static gpointer
backup_job (KlWorker  *worker,
            gpointer   data,
            GError   **error)
{
  KlJob *job = data;

  return kl_backup_write (kl_worker_get_database (worker), job->text, error) ? KL_CALL_DONE : NULL;
}

static const KlWork backup_work = { backup_job, kl_job_free, NULL, FALSE };

/**
 * kl_library_backup_async:
 * @self: an open library
 * @path: where the backup shall lie
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Writes a copy of the library, and looks that it can be read whole before it gets its name.
 */
void
kl_library_backup_async (KlLibrary           *self,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->text = g_canonicalize_filename (path, NULL);
  kl_call_run (kl_call_new (self, kl_library_backup_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &backup_work, job);
}

/**
 * kl_library_backup_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether the backup is there and good
 */
gboolean
kl_library_backup_finish (KlLibrary     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}
