/* kl-library-suggestions.c: what was suggested of attempts, apart from the models */

#include "config.h"

#include "kl-library-private.h"
#include "kl-suggestion-query.h"

static gpointer
suggestions_job (KlWorker  *worker,
                 gpointer   data,
                 GError   **error)
{
  return kl_suggestion_query_run (kl_worker_get_database (worker), data, error);
}

static const KlWork suggestions_work
  = { suggestions_job, (GDestroyNotify) g_strfreev, (GDestroyNotify) g_hash_table_unref, FALSE };

/**
 * kl_library_read_suggestions_async:
 * @self: an open library
 * @subject_ids: (nullable): the ids of subjects, none twice, %NULL for all of the library
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads what was suggested of attempts, and what the person made of it, apart from the models.
 */
void
kl_library_read_suggestions_async (KlLibrary           *self,
                                   const char *const   *subject_ids,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  kl_call_run (kl_call_new (self, kl_library_read_suggestions_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &suggestions_work,
               g_strdupv ((char **) (gpointer) (guintptr) subject_ids));
}

/**
 * kl_library_read_suggestions_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KlSubjectSuggestions): subject's id → what was suggested of
 *   its attempts; subjects of which nothing was are not there
 */
GHashTable *
kl_library_read_suggestions_finish (KlLibrary     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return kl_call_finish (self, result, error);
}
