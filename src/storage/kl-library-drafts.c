/* kl-library-drafts.c: explanations that are being written
 *
 * Drafts are saved as they are typed, so they are beyond the reach of undo: the text has its own.
 */

#include "config.h"

#include "kl-library-private.h"
#include "kl-plan-query.h"
#include "kl-writer.h"

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
    {
      g_hash_table_add (done->touched->subjects, g_strdup (kl_record_get_owner (KL_RECORD (job->object))));
      kl_change_result_note (done, kl_worker_get_database (worker));
    }
  return g_steal_pointer (&done);
}

static const KlWork save_work = { save_job, kl_job_free, kl_change_result_free, FALSE };

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  kl_library_refresh_finish (KL_LIBRARY (source), result);
  kl_library_end_change (KL_LIBRARY (source));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);
  g_autoptr(KlChangeResult) done = kl_call_take_step (call, source, result);

  if (done == NULL)
    {
      kl_library_end_change (self);
      return;
    }

  g_task_return_pointer (call, KL_CALL_DONE, NULL);
  if (g_hash_table_size (done->touched->subjects) > 0)
    kl_library_refresh_async (self, kl_library_follow (self, done), shown_cb, NULL);
  else
    kl_library_end_change (self);
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
  KlJob *job = kl_job_new (self);

  job->object = G_OBJECT (kl_record_copy (KL_RECORD (draft)));
  kl_library_begin_change (self);
  kl_worker_run_async (kl_library_get_writer (self), &save_work, job, cancellable, saved_cb,
                       kl_call_new (self, kl_library_save_draft_async, cancellable, callback, user_data));
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
  return kl_call_finish (self, result, error) != NULL;
}

static gpointer
load_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (kl_worker_get_database (worker), job->tables);
  g_autoptr(GPtrArray) drafts = kl_plan_query_owned (query, KL_TYPE_DRAFT, job->id, error);

  return drafts != NULL && drafts->len > 0 ? g_object_ref (g_ptr_array_index (drafts, 0)) : NULL;
}

static const KlWork load_work = { load_job, kl_job_free, g_object_unref, FALSE };

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
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  kl_call_run (kl_call_new (self, kl_library_load_draft_async, cancellable, callback, user_data),
               kl_library_get_writer (self), &load_work, job);
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
  return kl_call_finish (self, result, error);
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
  kl_change_result_note (done, kl_worker_get_database (worker));
  return g_steal_pointer (&done);
}

static const KlWork discard_work = { discard_job, kl_job_free, kl_change_result_free, FALSE };

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
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  kl_library_run_change (self, &discard_work, job,
                         kl_call_new (self, kl_library_discard_draft_async, cancellable, callback, user_data));
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
  return kl_call_finish (self, result, error) != NULL;
}
