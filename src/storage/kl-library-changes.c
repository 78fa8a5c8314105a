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

/* Just after the commit. Where it cannot be read, or another program was quicker, all is read again. */
void
kl_change_result_note (KlChangeResult *self,
                       KlDatabase     *database)
{
  g_autoptr(GError) error = NULL;

  if (!kl_journal_get_revision (database, &self->revision, &error))
    g_debug ("%s: %s", kl_database_get_path (database), error->message);
}

void
kl_change_result_free (gpointer self)
{
  KlChangeResult *done = self;

  kl_touched_free (done->touched);
  g_free (done->name);
  g_free (done);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlChangeResult *done = g_task_get_task_data (call);

  kl_library_refresh_finish (KL_LIBRARY (source), result);
  kl_library_end_change (KL_LIBRARY (source));
  if (done->name != NULL)
    g_task_return_pointer (call, g_steal_pointer (&done->name), g_free);
  else
    g_task_return_pointer (call, KL_CALL_DONE, NULL);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);
  KlChangeResult *done = kl_call_take_step (call, source, result);

  if (done == NULL)
    {
      kl_library_end_change (self);
      return;
    }

  g_task_set_task_data (call, done, kl_change_result_free);
  kl_library_refresh_async (self, kl_library_follow (self, done), shown_cb, g_steal_pointer (&call));
}

/* A job of the writer, then the models, then the caller: who hears of a change sees it. @work gives a KlChangeResult.
 */
void
kl_library_run_change (KlLibrary    *self,
                       const KlWork *work,
                       KlJob        *job,
                       GTask        *call)
{
  kl_library_begin_change (self);
  kl_worker_run_async (kl_library_get_writer (self), work, job, g_task_get_cancellable (call), changed_cb, call);
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

  kl_change_result_note (done, kl_worker_get_database (worker));
  return g_steal_pointer (&done);
}

static const KlWork apply_work = { apply_job, kl_job_free, kl_change_result_free, FALSE };

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
  KlJob *job = kl_job_new (self);

  job->object = g_object_ref (G_OBJECT (change));
  job->number = revision;
  kl_library_run_change (self, &apply_work, job,
                         kl_call_new (self, kl_library_apply_async, cancellable, callback, user_data));
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
  return kl_call_finish (self, result, error) != NULL;
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

  kl_change_result_note (done, kl_worker_get_database (worker));
  return g_steal_pointer (&done);
}

static const KlWork record_work = { record_job, kl_job_free, kl_change_result_free, FALSE };

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
  KlJob *job = kl_job_new (self);

  g_object_set (attempt, "owner", kl_record_get_id (KL_RECORD (subject)), NULL);
  job->object = g_object_ref (G_OBJECT (attempt));
  job->text = g_strdup (kl_subject_get_title (subject));
  kl_library_run_change (self, &record_work, job,
                         kl_call_new (self, kl_library_record_attempt_async, cancellable, callback, user_data));
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
  return kl_call_finish (self, result, error) != NULL;
}

typedef char *(*TurnFunc) (KlDatabase *, KlTables *, KlTouched *, GError **);

static gpointer
turn (KlWorker  *worker,
      KlJob     *job,
      TurnFunc   func,
      GError   **error)
{
  KlDatabase *database = kl_worker_get_database (worker);
  g_autoptr(KlChangeResult) done = kl_change_result_new ();

  if (!kl_database_begin (database, error))
    return NULL;

  done->name = func (database, job->tables, done->touched, error);
  if (done->name == NULL)
    {
      kl_database_rollback (database);
      return NULL;
    }

  if (!kl_database_commit (database, error))
    return NULL;

  kl_change_result_note (done, database);
  return g_steal_pointer (&done);
}

static gpointer
undo_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  return turn (worker, data, kl_journal_undo, error);
}

static const KlWork undo_work = { undo_job, kl_job_free, kl_change_result_free, FALSE };

static gpointer
redo_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  return turn (worker, data, kl_journal_redo, error);
}

static const KlWork redo_work = { redo_job, kl_job_free, kl_change_result_free, FALSE };

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
  kl_library_run_change (self, &undo_work, kl_job_new (self),
                         kl_call_new (self, kl_library_undo_async, cancellable, callback, user_data));
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
  return kl_call_finish (self, result, error);
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
  kl_library_run_change (self, &redo_work, kl_job_new (self),
                         kl_call_new (self, kl_library_redo_async, cancellable, callback, user_data));
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
  return kl_call_finish (self, result, error);
}
