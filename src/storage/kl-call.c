/* kl-call.c: one asynchronous call of the library, from its start over a worker's job to its end */

#include "config.h"

#include "kl-call.h"

/**
 * kl_call_new:
 * @library: a library
 * @source_tag: the function that was called
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Returns: (transfer full): the call
 */
GTask *
kl_call_new (KlLibrary           *library,
             gpointer             source_tag,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *call = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (call, source_tag);
  /* What is on the disk is done, whoever cancelled meanwhile. */
  g_task_set_check_cancellable (call, FALSE);
  return call;
}

/**
 * kl_call_take_step:
 * @call: a call
 * @worker: (type KlWorker): the worker that did a job for it
 * @result: what the callback of the job was given
 *
 * Where the job failed, so has the call, and it has been told.
 *
 * Returns: (transfer full) (nullable): the job's result, to go on with
 */
gpointer
kl_call_take_step (GTask        *call,
                   GObject      *worker,
                   GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  gpointer value = kl_worker_run_finish (KL_WORKER (worker), result, &error);

  if (error != NULL)
    g_task_return_error (call, g_steal_pointer (&error));
  return value;
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(GTask) call = data;
  GDestroyNotify free_result = g_task_get_task_data (call);
  gpointer value = kl_call_take_step (call, source, result);

  /* No result can be a good one: what was looked for is not there. */
  if (!g_task_had_error (call))
    g_task_return_pointer (call, value, free_result);
}

/**
 * kl_call_run:
 * @call: (transfer full): a call
 * @worker: who does it
 * @work: the kind of job, which must outlive it
 * @data: (transfer full): what it works on
 *
 * Makes the result of a job the result of the call.
 */
void
kl_call_run (GTask        *call,
             KlWorker     *worker,
             const KlWork *work,
             gpointer      data)
{
  g_task_set_task_data (call, (gpointer) work->free_result, NULL);
  kl_worker_run_async (worker, work, data, g_task_get_cancellable (call), ran_cb, call);
}

/**
 * kl_call_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the job's result, %NULL with @error set where it failed
 */
gpointer
kl_call_finish (KlLibrary     *library,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
