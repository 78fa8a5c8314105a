/* kl-step.c: a part of a longer task that has a thread of its own */

#include "config.h"

#include "kl-step.h"

/**
 * kl_step_run:
 * @task: a task, with its data
 * @thread: what to do, given a step of its own and the data of @task
 * @callback: called when it is done, with the step as its result; it is given @task and drops it
 */
void
kl_step_run (GTask               *task,
             GTaskThreadFunc      thread,
             GAsyncReadyCallback  callback)
{
  /* Without a source: the worker may let go of the step after everybody else. */
  GTask *step = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  /* The step's callback holds the task, and whoever asked for it the data. */
  g_task_set_source_tag (step, kl_step_run);
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (step, thread);
  g_object_unref (step);
}
