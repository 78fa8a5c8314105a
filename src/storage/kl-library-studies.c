/* kl-library-studies.c: study sessions, those that are not over and how long they took
 *
 * As drafts, their clocks are saved while they run and are beyond the reach of undo.
 */

#include "config.h"

#include "kl-library-private.h"
#include "kl-study-query.h"
#include "kl-study-week-query.h"
#include "kl-study-writer.h"

static gpointer
save_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;

  return kl_study_writer_save (kl_worker_get_database (worker), job->tables, KL_STUDY_CLOCK (job->object), error)
           ? KL_CALL_DONE
           : NULL;
}

static const KlWork save_work = { save_job, kl_job_free, NULL, FALSE };

/* What another program writes meanwhile is no change of somebody else's. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);

  if (kl_call_take_step (call, source, result) != NULL)
    g_task_return_pointer (call, KL_CALL_DONE, NULL);
  kl_library_end_change (self);
}

static void
write_job (KlLibrary    *self,
           const KlWork *work,
           KlJob        *job,
           GTask        *call)
{
  kl_library_begin_change (self);
  kl_worker_run_async (kl_library_get_writer (self), work, job, g_task_get_cancellable (call), written_cb, call);
}

/**
 * kl_library_save_study_clock_async:
 * @self: an open library
 * @clock: the clock as it is now, owned by its subject; a copy is saved
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk
 * @user_data: for @callback
 */
void
kl_library_save_study_clock_async (KlLibrary           *self,
                                   KlStudyClock        *clock,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->object = G_OBJECT (kl_record_copy (KL_RECORD (clock)));
  write_job (self, &save_work, job,
             kl_call_new (self, kl_library_save_study_clock_async, cancellable, callback, user_data));
}

/**
 * kl_library_save_study_clock_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is on the disk
 */
gboolean
kl_library_save_study_clock_finish (KlLibrary     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

static gpointer
discard_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;

  return kl_study_writer_discard (kl_worker_get_database (worker), job->id, error) ? KL_CALL_DONE : NULL;
}

static const KlWork discard_work = { discard_job, kl_job_free, NULL, FALSE };

/**
 * kl_library_discard_study_clock_async:
 * @self: an open library
 * @subject: what was being studied
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is gone
 * @user_data: for @callback
 *
 * Gives a session up for good: ask before.
 */
void
kl_library_discard_study_clock_async (KlLibrary           *self,
                                      KlSubject           *subject,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  write_job (self, &discard_work, job,
             kl_call_new (self, kl_library_discard_study_clock_async, cancellable, callback, user_data));
}

/**
 * kl_library_discard_study_clock_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
kl_library_discard_study_clock_finish (KlLibrary     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

static gpointer
load_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;

  return kl_study_query_run (kl_worker_get_database (worker), job->tables, error);
}

static const KlWork load_work = { load_job, kl_job_free, (GDestroyNotify) g_ptr_array_unref, FALSE };

/**
 * kl_library_load_study_clocks_async:
 * @self: an open library
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads the clocks of all sessions that are not over, after every save that was given before. That of a subject that
 * was deleted does not run.
 */
void
kl_library_load_study_clocks_async (KlLibrary           *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  kl_call_run (kl_call_new (self, kl_library_load_study_clocks_async, cancellable, callback, user_data),
               kl_library_get_writer (self), &load_work, kl_job_new (self));
}

/**
 * kl_library_load_study_clocks_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (element-type KlStudyClock) (nullable): the clocks
 */
GPtrArray *
kl_library_load_study_clocks_finish (KlLibrary     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return kl_call_finish (self, result, error);
}

static gpointer
weeks_job (KlWorker  *worker,
           gpointer   data,
           GError   **error)
{
  KlJob *job = data;

  return kl_study_week_query_run (kl_worker_get_database (worker), job->id, error);
}

static const KlWork weeks_work = { weeks_job, kl_job_free, g_object_unref, FALSE };

/**
 * kl_library_load_study_weeks_async:
 * @self: an open library
 * @plan: a plan of it
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads how long the plan was studied, week by week.
 */
void
kl_library_load_study_weeks_async (KlLibrary           *self,
                                   KlPlan              *plan,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (plan)));
  kl_call_run (kl_call_new (self, kl_library_load_study_weeks_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &weeks_work, job);
}

/**
 * kl_library_load_study_weeks_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a list of #KlStudyWeek, the latest first
 */
GListModel *
kl_library_load_study_weeks_finish (KlLibrary     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return kl_call_finish (self, result, error);
}
