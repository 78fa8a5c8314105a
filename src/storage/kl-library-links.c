/* kl-library-links.c: which plans have a file, and what KLearn left in it */

#include "config.h"

#include "kl-document-query.h"
#include "kl-file-state-query.h"
#include "kl-library-private.h"

static gpointer
links_job (KlWorker  *worker,
           gpointer   data,
           GError   **error)
{
  return kl_document_query_links (kl_worker_get_database (worker), error);
}

static const KlWork links_work = { links_job, kl_job_free, g_object_unref, FALSE };

/**
 * kl_library_load_links_async:
 * @self: an open library
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads which plan came from which file, and whether that follows it.
 */
void
kl_library_load_links_async (KlLibrary           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  kl_call_run (kl_call_new (self, kl_library_load_links_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &links_work, kl_job_new (self));
}

/**
 * kl_library_load_links_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a list of #KlDocument, owned by their plans, without what is in them
 */
GListModel *
kl_library_load_links_finish (KlLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return kl_call_finish (self, result, error);
}

static gpointer
note_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;

  if (!kl_file_state_query_store (kl_worker_get_database (worker), job->tables, KL_FILE_STATE (job->object), error))
    return NULL;
  return KL_CALL_DONE;
}

static const KlWork note_work = { note_job, kl_job_free, NULL, FALSE };

/**
 * kl_library_note_file_async:
 * @self: an open library
 * @state: what is in a file, or is about to be; owned by the document of a plan. A copy is stored
 * @cancellable: (nullable): stops it before it is on the disk
 * @callback: called when it is on the disk
 * @user_data: for @callback
 *
 * Keeps what is known of a file, for kl_document_get_file_state().
 */
void
kl_library_note_file_async (KlLibrary           *self,
                            KlFileState         *state,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->object = G_OBJECT (kl_record_copy (KL_RECORD (state)));
  kl_call_run (kl_call_new (self, kl_library_note_file_async, cancellable, callback, user_data),
               kl_library_get_writer (self), &note_work, job);
}

/**
 * kl_library_note_file_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is on the disk; if not, what was known before still is
 */
gboolean
kl_library_note_file_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}
