/* kl-library-care.c: reading the library whole, searching it, and taking care of its file */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "kl-action-query.h"
#include "kl-backup-folder.h"
#include "kl-backup.h"
#include "kl-journal.h"
#include "kl-library-file.h"
#include "kl-library-private.h"
#include "kl-plan-query.h"
#include "kl-search.h"

static GTask *
new_task (KlLibrary           *self,
          gpointer             source_tag,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

/* A whole plan as it was in one moment. */
typedef struct
{
  KlPlan *plan;
  KlDocument *document;
  gint64 revision;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->plan);
  g_clear_object (&reading->document);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gboolean
read_in_transaction (Reading     *reading,
                     KlDatabase  *database,
                     KlTables    *tables,
                     const char  *plan_id,
                     GError     **error)
{
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (database, tables);
  g_autoptr(GPtrArray) documents = NULL;

  reading->plan = kl_plan_query_whole_plan (query, plan_id, error);
  if (reading->plan == NULL)
    return FALSE;

  documents = kl_plan_query_owned (query, KL_TYPE_DOCUMENT, plan_id, error);
  if (documents == NULL)
    return FALSE;

  if (documents->len > 0)
    reading->document = g_object_ref (g_ptr_array_index (documents, documents->len - 1));
  return kl_journal_get_revision (database, &reading->revision, error);
}

static gpointer
read_plan_job (KlWorker  *worker,
               gpointer   data,
               GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_worker_get_database (worker);
  g_autoptr(Reading) reading = g_new0 (Reading, 1);
  gboolean success;

  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = read_in_transaction (reading, database, job->tables, job->id, error);
  kl_database_rollback (database);
  return success ? g_steal_pointer (&reading) : NULL;
}

/* The result of a job is the result of the call. */
static void
pass_on_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  gpointer value = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, value, g_task_get_task_data (task));
}

static void
run (KlWorker       *worker,
     KlWorkerFunc    func,
     KlJob          *job,
     GDestroyNotify  free_result,
     GTask          *task)
{
  g_task_set_task_data (task, (gpointer) free_result, NULL);
  kl_worker_run_async (worker, func, job, (GDestroyNotify) kl_job_free, free_result, g_task_get_cancellable (task),
                       pass_on_cb, task);
}

/**
 * kl_library_read_plan_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a plan with everything that belongs to it, apart from the models.
 */
void
kl_library_read_plan_async (KlLibrary           *self,
                            const char          *plan_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->id = g_strdup (plan_id);
  run (kl_library_get_reader (self), read_plan_job, job, reading_free,
       new_task (self, kl_library_read_plan_async, cancellable, callback, user_data));
}

/**
 * kl_library_read_plan_finish:
 * @self: a library
 * @result: what the callback was given
 * @document: (out) (optional) (nullable) (transfer full): the file that it was imported from last
 * @revision: (out) (optional): the revision that all this is of, for kl_library_apply_async()
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the plan, detached
 */
KlPlan *
kl_library_read_plan_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             KlDocument   **document,
                             gint64        *revision,
                             GError       **error)
{
  g_autoptr(Reading) reading = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  reading = g_task_propagate_pointer (G_TASK (result), error);
  if (reading == NULL)
    return NULL;

  if (document != NULL)
    *document = g_steal_pointer (&reading->document);
  if (revision != NULL)
    *revision = reading->revision;
  return g_steal_pointer (&reading->plan);
}

static gpointer
search_job (KlWorker  *worker,
            gpointer   data,
            GError   **error)
{
  KlJob *job = data;

  return kl_search_run (kl_worker_get_database (worker), job->id, job->text, (guint) job->number, error);
}

/**
 * kl_library_search_async:
 * @self: an open library
 * @plan_id: (nullable): the plan to search, %NULL for all
 * @words: what a person typed; the last word may be unfinished
 * @limit: how many hits at the most
 * @cancellable: (nullable): stops it, as when more is typed
 * @callback: called with the hits
 * @user_data: for @callback
 */
void
kl_library_search_async (KlLibrary           *self,
                         const char          *plan_id,
                         const char          *words,
                         guint                limit,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->id = g_strdup (plan_id);
  job->text = g_strdup (words);
  job->number = limit;
  run (kl_library_get_reader (self), search_job, job, g_object_unref,
       new_task (self, kl_library_search_async, cancellable, callback, user_data));
}

/**
 * kl_library_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a list model of #KlSearchHit, the best first
 */
GListModel *
kl_library_search_finish (KlLibrary     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
actions_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;

  return kl_action_query_run (kl_worker_get_database (worker), job->id, error);
}

/**
 * kl_library_load_actions_async:
 * @self: an open library
 * @plan: a plan
 * @cancellable: (nullable): stops it
 * @callback: called with the action items
 * @user_data: for @callback
 *
 * Reads what the attempts of a plan brought up to be done, and is not done yet.
 */
void
kl_library_load_actions_async (KlLibrary           *self,
                               KlPlan              *plan,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (plan)));
  run (kl_library_get_reader (self), actions_job, job, g_object_unref,
       new_task (self, kl_library_load_actions_async, cancellable, callback, user_data));
}

/**
 * kl_library_load_actions_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a list model of #KlActionItem as of now, those of the latest attempts first
 */
GListModel *
kl_library_load_actions_finish (KlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
check_job (KlWorker  *worker,
           gpointer   data,
           GError   **error)
{
  KlJob *job = data;

  return kl_backup_check (kl_worker_get_database (worker), job->tables, job->number != 0, error);
}

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
  KlJob *job = kl_library_new_job (self);

  job->number = kl_library_get_read_only (self);
  run (kl_library_get_writer (self), check_job, job, (GDestroyNotify) g_strfreev,
       new_task (self, kl_library_check_async, cancellable, callback, user_data));
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED, _("%1$s cannot be made: %2$s."), path,
               g_strerror (errno));
  return FALSE;
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
  gboolean is_sound;

  if (!kl_backup_quick_check (database, &is_sound, error))
    return NULL;

  if (!is_sound)
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT,
                   _("%s is damaged. Restore a backup, or copy the file away before anything else."), job->path);
      return NULL;
    }

  /* A damaged library must not push good backups out, so this comes after the look. */
  if (job->number == 0 && kl_backup_folder_is_due (job->path, job->now))
    {
      if (!make_folder (folder, error) || !kl_backup_write (database, path, error))
        return NULL;
      kl_backup_folder_tidy (job->path);
    }

  return g_strdup (path);
}

/**
 * kl_library_look_after_async:
 * @self: an open library
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * What is to be done once a session, when nobody is waiting: looks whether the file is sound, and if it was written
 * since the newest backup, makes one beside it, verified. Keeps the last ten and one a week.
 */
void
kl_library_look_after_async (KlLibrary           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->number = kl_library_get_read_only (self);
  run (kl_library_get_reader (self), look_after_job, job, g_free,
       new_task (self, kl_library_look_after_async, cancellable, callback, user_data));
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
  g_autofree char *path = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  path = g_task_propagate_pointer (G_TASK (result), error);
  return path != NULL;
}

static gpointer
backup_job (KlWorker  *worker,
            gpointer   data,
            GError   **error)
{
  KlJob *job = data;

  return kl_backup_write (kl_worker_get_database (worker), job->text, error) ? g_strdup (job->text) : NULL;
}

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
  KlJob *job = kl_library_new_job (self);

  job->text = g_canonicalize_filename (path, NULL);
  run (kl_library_get_reader (self), backup_job, job, g_free,
       new_task (self, kl_library_backup_async, cancellable, callback, user_data));
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
  g_autofree char *path = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  path = g_task_propagate_pointer (G_TASK (result), error);
  return path != NULL;
}

static gboolean
save_current (KlDatabase  *database,
              const char  *path,
              const char  *stamp,
              GError     **error)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (path);
  g_autofree char *name = g_strdup_printf ("before-restore-%s.db", stamp);
  g_autofree char *saved = g_build_filename (folder, name, NULL);

  return make_folder (folder, error) && kl_backup_write (database, saved, error);
}

/* A library that cannot be opened any more is moved aside, whole, and a new one takes its place. */
static KlDatabase *
replace_unusable (KlJob   *job,
                  char    *stamp,
                  GError **error)
{
  g_autofree char *moved_to = NULL;

  if (g_file_test (job->path, G_FILE_TEST_EXISTS)
      && !kl_library_file_move_aside (job->path, stamp, &moved_to, error))
    return NULL;

  return kl_library_file_open (job->path, NULL, error);
}

static gpointer
restore_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;
  g_autofree char *stamp = g_date_time_format (job->now, "%Y%m%dT%H%M%S");
  g_autoptr(KlChangeResult) done = kl_change_result_new ();
  g_autoptr(GError) open_error = NULL;
  g_autoptr(GError) save_error = NULL;

  /* Before anything is touched: is what shall come in any good? */
  if (!kl_library_file_verify (job->text, error))
    return NULL;

  if (kl_worker_get_database (worker) == NULL)
    kl_worker_take_database (worker, kl_library_file_open (job->path, NULL, &open_error));

  if (kl_worker_get_database (worker) == NULL
      || (!save_current (kl_worker_get_database (worker), job->path, stamp, &save_error)
          && g_error_matches (save_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT)))
    {
      kl_worker_take_database (worker, NULL);
      kl_worker_take_database (worker, replace_unusable (job, stamp, error));
      if (kl_worker_get_database (worker) == NULL)
        return NULL;
    }
  else if (save_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&save_error));
      return NULL;
    }

  if (!kl_backup_restore (kl_worker_get_database (worker), job->text, error)
      || !kl_journal_add_revision (kl_worker_get_database (worker), error))
    return NULL;

  return g_steal_pointer (&done);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlChangeResult) done = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (done == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    kl_library_reopen_reader (self, g_steal_pointer (&task));
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
  KlJob *job = kl_library_new_job (self);

  job->text = g_canonicalize_filename (path, NULL);
  kl_worker_connect_async (kl_library_get_writer (self), restore_job, job, (GDestroyNotify) kl_job_free,
                           (GDestroyNotify) kl_change_result_free, cancellable, restored_cb,
                           new_task (self, kl_library_restore_async, cancellable, callback, user_data));
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
