/* kl-library-watch.c: follows what other programs do to the library */

#include "config.h"

#include "kl-journal.h"
#include "kl-library-private.h"

static gpointer
revision_job (KlWorker  *worker,
              gpointer   data,
              GError   **error)
{
  g_autofree gint64 *revision = g_new0 (gint64, 1);

  if (!kl_journal_get_revision (kl_worker_get_database (worker), revision, error))
    return NULL;

  return g_steal_pointer (&revision);
}

static const KlWork revision_work = { revision_job, NULL, g_free, FALSE };

static void
looked_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  kl_library_refresh_finish (KL_LIBRARY (source), result);
}

static void
revision_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(KlLibrary) self = data;
  g_autofree gint64 *revision = kl_worker_run_finish (KL_WORKER (source), result, NULL);

  if (revision != NULL && *revision != kl_library_get_revision (self))
    kl_library_refresh_async (self, kl_models_ask_all (kl_library_get_models (self)), looked_again_cb, NULL);
}

/* Something happened to the file; its revision says whether there is anything to show. */
void
kl_library_look_for_change (KlLibrary *self)
{
  kl_worker_run_async (kl_library_get_reader (self), &revision_work, NULL, NULL, revision_cb, g_object_ref (self));
}
