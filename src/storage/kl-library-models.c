/* kl-library-models.c: what people look at is read, shown, and kept up to date */

#include "config.h"

#include "kl-library-private.h"

typedef struct
{
  KlTables *tables;
  KlRefresh *refresh;
} RefreshJob;

static void
refresh_job_free (gpointer data)
{
  RefreshJob *job = data;

  g_object_unref (job->tables);
  g_clear_pointer (&job->refresh, kl_refresh_free);
  g_free (job);
}

static gpointer
refresh_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  RefreshJob *job = data;

  if (!kl_refresh_read (job->refresh, kl_worker_get_database (worker), job->tables, error))
    return NULL;

  return g_steal_pointer (&job->refresh);
}

static const KlWork refresh_work = { refresh_job, refresh_job_free, (GDestroyNotify) kl_refresh_free, FALSE };

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);
  g_autoptr(KlRefresh) refresh = kl_call_take_step (call, source, result);

  if (refresh == NULL)
    return;

  kl_models_show (kl_library_get_models (self), refresh);
  kl_library_set_shown (self, refresh);
  g_task_return_pointer (call, KL_CALL_DONE, NULL);
}

/* Reads and shows; then @call, which is taken over as @refresh is, is done. */
void
kl_library_run_refresh (KlLibrary *self,
                        KlRefresh *refresh,
                        GTask     *call)
{
  RefreshJob *job = g_new0 (RefreshJob, 1);

  job->tables = g_object_ref (kl_library_get_tables (self));
  job->refresh = refresh;
  kl_worker_run_async (kl_library_get_reader (self), &refresh_work, job, g_task_get_cancellable (call), refreshed_cb,
                       call);
}

void
kl_library_refresh_async (KlLibrary           *self,
                          KlRefresh           *refresh,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  kl_library_run_refresh (self, refresh, kl_call_new (self, kl_library_refresh_async, NULL, callback, user_data));
}

void
kl_library_refresh_finish (KlLibrary    *self,
                           GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;

  /* What was changed is on the disk; the models follow at the next change or look. */
  if (kl_call_finish (self, result, &error) == NULL)
    g_debug ("%s: reading back failed: %s", kl_library_get_path (self), error->message);
}

/**
 * kl_library_look_again_async:
 * @self: an open library
 * @cancellable: (nullable): stops it
 * @callback: called when the models show what is in the library
 * @user_data: for @callback
 *
 * Looks at once, as for a change that must be prepared for what is there now. Otherwise the models follow within
 * some tenths of a second after another program changed the library.
 */
void
kl_library_look_again_async (KlLibrary           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  kl_library_run_refresh (self, kl_models_ask_all (kl_library_get_models (self)),
                          kl_call_new (self, kl_library_look_again_async, cancellable, callback, user_data));
}

/**
 * kl_library_look_again_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether the models show what is in the library, as of kl_library_get_revision()
 */
gboolean
kl_library_look_again_finish (KlLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

static void
load (KlLibrary *self,
      KlRecord  *record,
      KlRefresh *refresh,
      GTask     *call)
{
  kl_models_keep (kl_library_get_models (self), record);
  kl_library_watch (self);
  kl_library_run_refresh (self, refresh, call);
}

/**
 * kl_library_load_plan_async:
 * @self: an open library
 * @plan: a plan of it
 * @cancellable: (nullable): stops it
 * @callback: called when the plan has its lists
 * @user_data: for @callback
 *
 * Fills the plan's lists and keeps them up to date from now on. How the subjects stand is another, longer reading:
 * kl_library_load_standings_async().
 */
void
kl_library_load_plan_async (KlLibrary           *self,
                            KlPlan              *plan,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  KlRefresh *refresh = kl_refresh_new ();

  kl_refresh_ask_plan (refresh, kl_record_get_id (KL_RECORD (plan)), FALSE);
  load (self, KL_RECORD (plan), refresh,
        kl_call_new (self, kl_library_load_plan_async, cancellable, callback, user_data));
}

/**
 * kl_library_load_plan_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: whether the lists are filled
 */
gboolean
kl_library_load_plan_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

/**
 * kl_library_load_standings_async:
 * @self: an open library
 * @plan: a plan that is loaded
 * @cancellable: (nullable): stops it
 * @callback: called when the plan's subjects have their standing
 * @user_data: for @callback
 *
 * Works out how each subject of the plan stands, and keeps that up to date from now on.
 */
void
kl_library_load_standings_async (KlLibrary           *self,
                                 KlPlan              *plan,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  KlRefresh *refresh = kl_refresh_new ();
  const char *id = kl_record_get_id (KL_RECORD (plan));

  kl_models_keep_standings (kl_library_get_models (self), id);
  kl_refresh_ask_plan (refresh, id, TRUE);
  load (self, KL_RECORD (plan), refresh,
        kl_call_new (self, kl_library_load_standings_async, cancellable, callback, user_data));
}

/**
 * kl_library_load_standings_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: whether the subjects have their standing
 */
gboolean
kl_library_load_standings_finish (KlLibrary     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

/**
 * kl_library_load_subject_async:
 * @self: an open library
 * @subject: a subject of a loaded plan
 * @cancellable: (nullable): stops it
 * @callback: called when the subject has its lists
 * @user_data: for @callback
 *
 * Fills the subject's lists, its attempts with all that belongs to them, and keeps them up to date from now on.
 */
void
kl_library_load_subject_async (KlLibrary           *self,
                               KlSubject           *subject,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  KlRefresh *refresh = kl_refresh_new ();

  kl_refresh_ask_subject (refresh, kl_record_get_id (KL_RECORD (subject)), TRUE);
  load (self, KL_RECORD (subject), refresh,
        kl_call_new (self, kl_library_load_subject_async, cancellable, callback, user_data));
}

/**
 * kl_library_load_subject_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: whether the lists are filled
 */
gboolean
kl_library_load_subject_finish (KlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}
