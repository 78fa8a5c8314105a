/* kl-library-watch.c: follows what other programs do to the library
 *
 * A change shows by the revision. A file that was put in the place of the one that is open, as a program that
 * synchronises folders does, is opened instead. One that was removed is kept open for as long as the library is, so
 * that what it holds can still be read and backed up.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "kl-journal.h"
#include "kl-library-private.h"
#include "kl-opening.h"

typedef struct
{
  gint64 followed; /* when the look was asked for */
  gint64 revision;
  gboolean has_moved;
  gboolean is_there;
} Look;

static gpointer
look_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_worker_get_database (worker);
  g_autofree Look *look = g_new0 (Look, 1);

  look->followed = job->number;
  look->has_moved = kl_database_has_moved (database);
  look->is_there = g_file_test (job->path, G_FILE_TEST_EXISTS);
  if (!look->has_moved && !kl_journal_get_revision (database, &look->revision, error))
    return NULL;

  return g_steal_pointer (&look);
}

static const KlWork look_work = { look_job, kl_job_free, g_free, FALSE };

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  kl_library_refresh_finish (KL_LIBRARY (source), result);
}

static void
reopened_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  KlLibrary *self = KL_LIBRARY (source);
  g_autofree char *problem = NULL;
  g_autoptr(GError) error = NULL;

  if (kl_call_finish (self, result, &error) != NULL)
    problem = g_strdup_printf (_("%s was replaced by another program. This is what it holds now."),
                               kl_library_get_path (self));
  else
    problem = g_strdup_printf (
      _("%1$s was replaced by another program, and what lies there now cannot be opened (%2$s) "
        "What is shown is what it held before; save it with a backup."),
      kl_library_get_path (self), error->message);

  /* What happens again is told again; one removal shows as several events. */
  kl_library_set_problem (self, NULL);
  kl_library_set_problem (self, problem);
}

static void
tell_removed (KlLibrary *self)
{
  g_autofree char *problem = g_strdup_printf (
    _("%s was moved or removed by another program. What it held is still shown; save it with a backup."),
    kl_library_get_path (self));

  kl_library_set_problem (self, problem);
}

/* What is one's own, and shown or about to be, is nothing to follow. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(KlLibrary) self = data;
  g_autofree Look *look = kl_worker_run_finish (KL_WORKER (source), result, NULL);
  KlModels *models = kl_library_get_models (self);

  if (look == NULL)
    return;

  if (look->has_moved && look->is_there)
    kl_library_connect (self, kl_models_ask_all (models),
                        kl_call_new (self, kl_library_look_for_change, NULL, reopened_cb, NULL));
  else if (look->has_moved)
    tell_removed (self);
  else if (look->revision == kl_library_get_followed (self) || kl_library_put_off_look (self))
    return;
  else if (look->followed != kl_library_get_followed (self))
    kl_library_look_for_change (self);
  else
    kl_library_refresh_async (self, kl_models_ask_all (models), refreshed_cb, NULL);
}

/* Something happened to the file, or to its name. */
void
kl_library_look_for_change (KlLibrary *self)
{
  KlJob *job = kl_job_new (self);

  job->number = kl_library_get_followed (self);
  kl_worker_run_async (kl_library_get_reader (self), &look_work, job, NULL, looked_cb, g_object_ref (self));
}
