/* kl-library-drafts.c: explanations that are being written
 *
 * Drafts are saved as they are typed, so they are beyond the reach of undo: the text has its own.
 */

#include "config.h"

#include "kl-library-private.h"
#include "kl-plan-query.h"
#include "kl-writer.h"

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

static gpointer
save_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlChangeResult) done = kl_change_result_new ();
  gboolean is_new;

  if (!kl_writer_save_draft (kl_worker_get_database (worker), job->tables, KL_DRAFT (job->object), &is_new, error))
    return NULL;

  /* That there is a draft shows in lists; what is in it only on its own page, which knows. */
  if (is_new)
    g_hash_table_add (done->touched->subjects, g_strdup (kl_record_get_owner (KL_RECORD (job->object))));
  return g_steal_pointer (&done);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlChangeResult) done = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (done == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_boolean (task, TRUE);
  if (g_hash_table_size (done->touched->subjects) > 0)
    kl_library_refresh_async (self, done->touched, NULL, NULL);
}

/**
 * kl_library_save_draft_async:
 * @self: an open library
 * @draft: the draft as it is now, owned by its subject; a copy is saved
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk
 * @user_data: for @callback
 */
void
kl_library_save_draft_async (KlLibrary           *self,
                             KlDraft             *draft,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->object = G_OBJECT (kl_record_copy (KL_RECORD (draft)));
  kl_worker_run_async (kl_library_get_writer (self), save_job, job, (GDestroyNotify) kl_job_free,
                       (GDestroyNotify) kl_change_result_free, cancellable, saved_cb,
                       new_task (self, kl_library_save_draft_async, cancellable, callback, user_data));
}

/**
 * kl_library_save_draft_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is on the disk; if not, keep the text and try again
 */
gboolean
kl_library_save_draft_finish (KlLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
load_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (kl_worker_get_database (worker), job->tables);

  return kl_plan_query_owned (query, KL_TYPE_DRAFT, job->id, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) drafts = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (drafts == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (drafts->len == 0)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, g_object_ref (g_ptr_array_index (drafts, 0)), g_object_unref);
}

/**
 * kl_library_load_draft_async:
 * @self: an open library
 * @subject: what is being explained
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads the draft after every save that was given before.
 */
void
kl_library_load_draft_async (KlLibrary           *self,
                             KlSubject           *subject,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  kl_worker_run_async (kl_library_get_writer (self), load_job, job, (GDestroyNotify) kl_job_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, loaded_cb,
                       new_task (self, kl_library_load_draft_async, cancellable, callback, user_data));
}

/**
 * kl_library_load_draft_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the draft; %NULL without an error where there is none
 */
KlDraft *
kl_library_load_draft_finish (KlLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
discard_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlChangeResult) done = kl_change_result_new ();

  if (!kl_writer_discard_draft (kl_worker_get_database (worker), job->id, error))
    return NULL;

  g_hash_table_add (done->touched->subjects, g_strdup (job->id));
  return g_steal_pointer (&done);
}

/**
 * kl_library_discard_draft_async:
 * @self: an open library
 * @subject: what was being explained
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when the draft is gone and the models show it
 * @user_data: for @callback
 *
 * Throws a draft away for good: ask before.
 */
void
kl_library_discard_draft_async (KlLibrary           *self,
                                KlSubject           *subject,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  KlJob *job = kl_library_new_job (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  kl_library_run_change (self, discard_job, job,
                         new_task (self, kl_library_discard_draft_async, cancellable, callback, user_data));
}

/**
 * kl_library_discard_draft_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
kl_library_discard_draft_finish (KlLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  name = g_task_propagate_pointer (G_TASK (result), error);
  return name != NULL;
}
