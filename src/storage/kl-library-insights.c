/* kl-library-insights.c: how it went with a plan so far, apart from the models */

#include "config.h"

#include "kl-insight-query.h"
#include "kl-library-private.h"

static gpointer
insights_job (KlWorker  *worker,
              gpointer   data,
              GError   **error)
{
  return kl_insight_query_run (kl_worker_get_database (worker), data, error);
}

static const KlWork insights_work = { insights_job, g_free, (GDestroyNotify) kl_insight_rows_free, FALSE };

/**
 * kl_library_read_insights_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads what there is to know of how it went with a plan, without making models.
 */
void
kl_library_read_insights_async (KlLibrary           *self,
                                const char          *plan_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  kl_call_run (kl_call_new (self, kl_library_read_insights_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &insights_work, g_strdup (plan_id));
}

/**
 * kl_library_read_insights_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the rows
 */
KlInsightRows *
kl_library_read_insights_finish (KlLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return kl_call_finish (self, result, error);
}
