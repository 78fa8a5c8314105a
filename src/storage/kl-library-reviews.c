/* kl-library-reviews.c: what the scheduler needs to know of a library */

#include "config.h"

#include "kl-library-private.h"
#include "kl-review-query.h"

typedef struct
{
  char *plan_id;
  char **subject_ids; /* NULL for all */
} ReviewsJob;

static void
reviews_job_free (gpointer data)
{
  ReviewsJob *job = data;

  g_free (job->plan_id);
  g_strfreev (job->subject_ids);
  g_free (job);
}

static gpointer
reviews_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  ReviewsJob *job = data;

  return kl_review_query_run (kl_worker_get_database (worker), job->plan_id,
                              (const char *const *) (gconstpointer) job->subject_ids, error);
}

static const KlWork reviews_work
  = { reviews_job, reviews_job_free, (GDestroyNotify) kl_review_rows_unref, FALSE };

/**
 * kl_library_read_reviews_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @subject_ids: (nullable): the ids of subjects, %NULL for all of the plan
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads when subjects were explained and studied, apart from the models, and without making any.
 */
void
kl_library_read_reviews_async (KlLibrary           *self,
                               const char          *plan_id,
                               const char *const   *subject_ids,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ReviewsJob *job = g_new0 (ReviewsJob, 1);

  job->plan_id = g_strdup (plan_id);
  job->subject_ids = g_strdupv ((char **) (gpointer) (guintptr) subject_ids);
  kl_call_run (kl_call_new (self, kl_library_read_reviews_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &reviews_work, job);
}

/**
 * kl_library_read_reviews_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the rows; subjects that are not in the plan are not among them
 */
KlReviewRows *
kl_library_read_reviews_finish (KlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return kl_call_finish (self, result, error);
}
