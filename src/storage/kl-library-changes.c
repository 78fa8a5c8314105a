/* kl-library-changes.c: what people do to the library */

#include "config.h"

#include "kl-journal.h"
#include "kl-library-private.h"
#include "kl-plan-query.h"
#include "kl-writer.h"

KlChangeResult *
kl_change_result_new (void)
{
  KlChangeResult *self = g_new0 (KlChangeResult, 1);

  self->touched = kl_touched_new ();
  return self;
}

void
kl_change_result_free (KlChangeResult *self)
{
  kl_touched_free (self->touched);
  g_free (self->name);
  g_free (self);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlChangeResult *done = g_task_get_task_data (task);

  kl_library_refresh_finish (KL_LIBRARY (source), result);
  g_task_return_pointer (task, g_strdup (done->name != NULL ? done->name : ""), g_free);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  KlChangeResult *done = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (done == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, done, (GDestroyNotify) kl_change_result_free);
  kl_library_refresh_async (self, done->touched, shown_cb, g_steal_pointer (&task));
}

/* A job of the writer, then the models, then the caller: who hears of a change sees it. */
void
kl_library_run_change (KlLibrary    *self,
                       KlWorkerFunc  func,
                       KlJob        *job,
                       GTask        *task)
{
  kl_worker_run_async (kl_library_get_writer (self), func, job, (GDestroyNotify) kl_job_free,
                       (GDestroyNotify) kl_change_result_free, g_task_get_cancellable (task), changed_cb, task);
}

static GTask *
new_task (KlLibrary           *self,
          gpointer             source_tag,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  /* What is on the disk is done, whoever cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static char *
finish_name (KlLibrary     *self,
             GAsyncResult  *result,
             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
finish (KlLibrary     *self,
        GAsyncResult  *result,
        GError       **error)
{
  g_autofree char *name = finish_name (self, result, error);

  return name != NULL;
}

static gpointer
apply_job (KlWorker  *worker,
           gpointer   data,
           GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlChangeResult) done = kl_change_result_new ();

  if (!kl_writer_apply (kl_worker_get_database (worker), job->tables, KL_CHANGE (job->object), job->number, job->now,
                        done->touched, error))
    return NULL;

  return g_steal_pointer (&done);
}

/**
 * kl_library_apply_async:
 * @self: an open library
 * @change: what to do; it must not change any more
 * @revision: the revision that the change was made for, as kl_library_read_plan_finish() told, or -1 for any
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk and the models show it
 * @user_data: for @callback
 *
 * Carries out a change as one transaction, which undo takes back as one.
 */
void
kl_library_apply_async (KlLibrary           *self,
                        KlChange            *change,
                        gint64               revision,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->object = g_object_ref (G_OBJECT (change));
  job->number = revision;
  kl_library_run_change (self, apply_job, job,
                         new_task (self, kl_library_apply_async, cancellable, callback, user_data));
}

/**
 * kl_library_apply_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is done; if not, nothing was changed
 */
gboolean
kl_library_apply_finish (KlLibrary     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish (self, result, error);
}

static gpointer
record_job (KlWorker  *worker,
            gpointer   data,
            GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlChangeResult) done = kl_change_result_new ();

  if (!kl_writer_record_attempt (kl_worker_get_database (worker), job->tables, job->text, KL_ATTEMPT (job->object),
                                 job->now, done->touched, error))
    return NULL;

  return g_steal_pointer (&done);
}

/**
 * kl_library_record_attempt_async:
 * @self: an open library
 * @subject: what was explained
 * @attempt: the attempt with its feedback and verdicts; its owner and number are set here
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk and the models show it
 * @user_data: for @callback
 *
 * Records an attempt and takes the subject's draft away with it, as one transaction.
 */
void
kl_library_record_attempt_async (KlLibrary           *self,
                                 KlSubject           *subject,
                                 KlAttempt           *attempt,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  g_object_set (attempt, "owner", kl_record_get_id (KL_RECORD (subject)), NULL);
  job->object = g_object_ref (G_OBJECT (attempt));
  job->text = g_strdup (kl_subject_get_title (subject));
  kl_library_run_change (self, record_job, job,
                         new_task (self, kl_library_record_attempt_async, cancellable, callback, user_data));
}

/**
 * kl_library_record_attempt_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is recorded; if not, nothing was changed
 */
gboolean
kl_library_record_attempt_finish (KlLibrary     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return finish (self, result, error);
}

typedef char *(*TurnFunc) (KlDatabase *, KlTouched *, GError **);

static gpointer
turn (KlWorker  *worker,
      TurnFunc   func,
      GError   **error)
{
  KlDatabase *database = kl_worker_get_database (worker);
  g_autoptr(KlChangeResult) done = kl_change_result_new ();

  if (!kl_database_begin (database, error))
    return NULL;

  done->name = func (database, done->touched, error);
  if (done->name == NULL)
    {
      kl_database_rollback (database);
      return NULL;
    }

  return kl_database_commit (database, error) ? g_steal_pointer (&done) : NULL;
}

static gpointer
undo_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  return turn (worker, kl_journal_undo, error);
}

static gpointer
redo_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  return turn (worker, kl_journal_redo, error);
}

/**
 * kl_library_undo_async:
 * @self: an open library
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk and the models show it
 * @user_data: for @callback
 *
 * Takes the last change back, whichever process made it.
 */
void
kl_library_undo_async (KlLibrary           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  kl_library_run_change (self, undo_job, kl_library_new_job (self),
                         new_task (self, kl_library_undo_async, cancellable, callback, user_data));
}

/**
 * kl_library_undo_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error; %KL_STORAGE_ERROR_NOTHING where there is nothing to undo
 *
 * Returns: (transfer full) (nullable): the name of what was undone
 */
char *
kl_library_undo_finish (KlLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish_name (self, result, error);
}

/**
 * kl_library_redo_async:
 * @self: an open library
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk and the models show it
 * @user_data: for @callback
 *
 * Does the change again that was undone last.
 */
void
kl_library_redo_async (KlLibrary           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  kl_library_run_change (self, redo_job, kl_library_new_job (self),
                         new_task (self, kl_library_redo_async, cancellable, callback, user_data));
}

/**
 * kl_library_redo_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error; %KL_STORAGE_ERROR_NOTHING where there is nothing to redo
 *
 * Returns: (transfer full) (nullable): the name of what was redone
 */
char *
kl_library_redo_finish (KlLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish_name (self, result, error);
}
