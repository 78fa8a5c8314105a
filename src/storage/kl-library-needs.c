/* kl-library-needs.c: what decides whose turn it is, apart from the attempts */

#include "config.h"

#include "kl-library-private.h"
#include "kl-needs-query.h"

typedef struct
{
  char *plan_id;
  char **subject_ids; /* NULL for all */
} NeedsJob;

static void
needs_job_free (gpointer data)
{
  NeedsJob *job = data;

  g_free (job->plan_id);
  g_strfreev (job->subject_ids);
  g_free (job);
}

static gpointer
needs_job (KlWorker  *worker,
           gpointer   data,
           GError   **error)
{
  NeedsJob *job = data;

  return kl_needs_query_run (kl_worker_get_database (worker), job->plan_id,
                             (const char *const *) (gconstpointer) job->subject_ids, error);
}

static const KlWork needs_work = { needs_job, needs_job_free, (GDestroyNotify) g_hash_table_unref, FALSE };

/**
 * kl_library_read_needs_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @subject_ids: (nullable): the ids of subjects, %NULL for all of the plan
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads what subjects build on, their open gaps and their deep dives, without making a model of any of it.
 */
void
kl_library_read_needs_async (KlLibrary           *self,
                             const char          *plan_id,
                             const char *const   *subject_ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  NeedsJob *job = g_new0 (NeedsJob, 1);

  job->plan_id = g_strdup (plan_id);
  job->subject_ids = g_strdupv ((char **) (gpointer) (guintptr) subject_ids);
  kl_call_run (kl_call_new (self, kl_library_read_needs_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &needs_work, job);
}

/**
 * kl_library_read_needs_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KlSubjectNeeds): what subjects need; those that need nothing
 *   are not in it
 */
GHashTable *
kl_library_read_needs_finish (KlLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return kl_call_finish (self, result, error);
}
