/* kl-worker.c: a thread with a connection of its own, which does jobs one after the other
 *
 * The main thread never waits for the disk or for another process's lock: whatever touches the file is a job here.
 */

#include "config.h"

#include "kl-worker.h"

#include <glib/gi18n.h>

#include "kl-storage-error.h"

struct _KlWorker
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *jobs;
  KlDatabase *database;
  gint is_working; /* atomic */
  KlWorker *other; /* whose locks are waited for */
};

G_DEFINE_FINAL_TYPE (KlWorker, kl_worker, G_TYPE_OBJECT)

typedef struct
{
  const KlWork *work;
  gpointer data;
} Job;

/* What the thread needs; not the worker itself, so that the worker can be let go of. */
static int quit_job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->work->free_data != NULL)
    job->work->free_data (job->data);
  g_free (job);
}

static void
return_closed (GTask *task)
{
  g_task_return_new_error (task, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED, _("The library is closed."));
}

static void
run_job (GTask *task)
{
  KlWorker *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!job->work->connects && self->database == NULL)
    {
      return_closed (task);
      return;
    }

  if (self->database != NULL)
    kl_database_begin_job (self->database, g_task_get_cancellable (task));
  g_atomic_int_set (&self->is_working, TRUE);
  result = job->work->func (self, job->data, &error);
  g_atomic_int_set (&self->is_working, FALSE);
  if (self->database != NULL)
    kl_database_begin_job (self->database, NULL);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, job->work->free_result);
}

static gpointer
thread_cb (gpointer data)
{
  g_autoptr(GAsyncQueue) jobs = data;

  for (;;)
    {
      gpointer job = g_async_queue_pop (jobs);

      if (job == &quit_job)
        return NULL;

      run_job (job);
      g_object_unref (job);
    }
}

static void
kl_worker_dispose (GObject *object)
{
  kl_worker_stop (KL_WORKER (object));

  G_OBJECT_CLASS (kl_worker_parent_class)->dispose (object);
}

static void
kl_worker_finalize (GObject *object)
{
  KlWorker *self = KL_WORKER (object);

  g_clear_object (&self->database);
  g_clear_object (&self->other);
  g_async_queue_unref (self->jobs);

  G_OBJECT_CLASS (kl_worker_parent_class)->finalize (object);
}

static void
kl_worker_class_init (KlWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_worker_finalize;
}

static void
kl_worker_init (KlWorker *self)
{
  self->jobs = g_async_queue_new ();
}

/**
 * kl_worker_new:
 * @name: the thread's name, for debuggers
 *
 * Returns: (transfer full): a running worker without a connection yet
 */
KlWorker *
kl_worker_new (const char *name)
{
  KlWorker *self = g_object_new (KL_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, thread_cb, g_async_queue_ref (self->jobs));
  return self;
}

/**
 * kl_worker_wait_for:
 * @self: a worker without a connection yet, which only reads
 * @other: one that writes to the same file, and does not wait for @self
 *
 * While @other is at work, @self waits for its locks however long it takes: a large change has the file to itself until
 * it is done.
 */
void
kl_worker_wait_for (KlWorker *self,
                    KlWorker *other)
{
  g_set_object (&self->other, other);
}

/**
 * kl_worker_take_database:
 * @self: a worker, in a job of its own
 * @database: (transfer full) (nullable): its connection from now on
 */
void
kl_worker_take_database (KlWorker   *self,
                         KlDatabase *database)
{
  g_clear_object (&self->database);
  self->database = database;
  if (database != NULL && self->other != NULL)
    kl_database_wait_for (database, &self->other->is_working);
}

/**
 * kl_worker_get_database:
 * @self: a worker, in a job of its own
 *
 * Returns: (transfer none) (nullable): its connection
 */
KlDatabase *
kl_worker_get_database (KlWorker *self)
{
  return self->database;
}

/**
 * kl_worker_run_async:
 * @self: a worker
 * @work: the kind of job, which must outlive it
 * @data: (transfer full): what it works on
 * @cancellable: (nullable): stops it, also while a statement runs
 * @callback: called in the caller's thread-default main context
 * @user_data: for @callback
 *
 * Does a job after those that were given before. Without a connection only a job that connects does not fail.
 */
void
kl_worker_run_async (KlWorker            *self,
                     const KlWork        *work,
                     gpointer             data,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->data = data;
  g_task_set_source_tag (task, kl_worker_run_async);
  g_task_set_task_data (task, job, job_free);
  /* A job that has committed has succeeded, even if it was cancelled just then. */
  g_task_set_check_cancellable (task, FALSE);

  if (self->thread == NULL)
    return_closed (task);
  else
    g_async_queue_push (self->jobs, g_steal_pointer (&task));
}

/**
 * kl_worker_run_finish:
 * @self: a worker
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: the job's result, whose ownership is the job's matter
 */
gpointer
kl_worker_run_finish (KlWorker      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kl_worker_stop:
 * @self: a worker
 *
 * Waits until the jobs that were given are done, and ends the thread. Later jobs fail.
 */
void
kl_worker_stop (KlWorker *self)
{
  if (self->thread == NULL)
    return;

  g_async_queue_push (self->jobs, &quit_job);
  g_thread_join (g_steal_pointer (&self->thread));
}
