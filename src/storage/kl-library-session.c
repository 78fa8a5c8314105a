/* kl-library-session.c: the library is opened, connected, and closed */

#include "config.h"

#include "kl-library-file.h"
#include "kl-library-private.h"
#include "kl-opening.h"

/* Another connection to a file that was looked at already. */
static gpointer
connect_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_library_file_connect (job->path, job->read_only, error);

  if (database == NULL)
    return NULL;

  kl_worker_take_database (worker, database);
  return KL_CALL_DONE;
}

static const KlWork connect_work = { connect_job, kl_job_free, NULL, TRUE };

static void
reader_connected_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);

  if (kl_call_take_step (call, source, result) != NULL)
    kl_library_run_refresh (self, kl_models_ask_all (kl_library_get_models (self)), g_steal_pointer (&call));
}

/* Connects the reader anew, and shows what it sees; then @call is done. */
void
kl_library_reopen_reader (KlLibrary *self,
                          GTask     *call)
{
  kl_worker_run_async (kl_library_get_reader (self), &connect_work, kl_job_new (self), NULL, reader_connected_cb, call);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) call = data;
  KlLibrary *self = g_task_get_source_object (call);
  g_autoptr(KlOpening) opening = kl_call_take_step (call, source, result);

  if (opening == NULL)
    return;

  kl_library_set_read_only (self, opening->read_only);
  kl_call_run (g_steal_pointer (&call), kl_library_get_writer (self), &connect_work, kl_job_new (self));
  if (opening->refresh->records->len > 0)
    kl_library_watch (self);
  kl_models_show_first (kl_library_get_models (self), opening->refresh);
  kl_library_set_shown (self, opening->refresh);
}

/* Opens the file at the library's path for both workers, and shows what was asked of it; then @call, which is taken
 * over as @refresh is, is done. */
void
kl_library_connect (KlLibrary *self,
                    KlRefresh *refresh,
                    GTask     *call)
{
  kl_worker_run_async (kl_library_get_reader (self), kl_opening_get_work (),
                       kl_opening_new (kl_library_get_tables (self), kl_library_get_path (self), refresh),
                       g_task_get_cancellable (call), opened_cb, call);
}

/**
 * kl_library_open_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called when it is open, with the list of plans filled
 * @user_data: for @callback
 *
 * Opens the file: makes it if it is not there, brings an older one up to date after a backup, refuses a newer one.
 */
void
kl_library_open_async (KlLibrary           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  kl_library_connect (self, kl_library_ask_first (self),
                      kl_call_new (self, kl_library_open_async, cancellable, callback, user_data));
}

/**
 * kl_library_open_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether it is open
 */
gboolean
kl_library_open_finish (KlLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  if (kl_call_finish (self, result, error) == NULL)
    return FALSE;

  /* There is nothing to load, which would watch it; the first plan may come from another program. */
  if (g_list_model_get_n_items (kl_library_get_plans (self)) == 0)
    kl_library_watch (self);
  return TRUE;
}

/* A job that does nothing is done when all that were given before are. */
static gpointer
last_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  return KL_CALL_DONE;
}

static const KlWork last_work = { last_job, NULL, NULL, TRUE };

static void
reader_idle_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GTask) call = data;

  /* A library that was closed already is closed. */
  if (kl_worker_run_finish (KL_WORKER (source), result, NULL) == NULL)
    g_debug ("The library was closed before.");
  kl_worker_stop (KL_WORKER (source));
  g_task_return_pointer (call, KL_CALL_DONE, NULL);
}

static void
writer_idle_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  KlLibrary *self = g_task_get_source_object (data);

  if (kl_worker_run_finish (KL_WORKER (source), result, NULL) == NULL)
    g_debug ("The library was closed before.");
  kl_worker_stop (KL_WORKER (source));
  kl_worker_run_async (kl_library_get_reader (self), &last_work, NULL, NULL, reader_idle_cb, data);
}

/**
 * kl_library_close_async:
 * @self: a library
 * @callback: called when all that was given is done
 * @user_data: for @callback
 *
 * Waits for what is under way without blocking the main loop. Afterwards every call fails.
 */
void
kl_library_close_async (KlLibrary           *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  kl_worker_run_async (kl_library_get_writer (self), &last_work, NULL, NULL, writer_idle_cb,
                       kl_call_new (self, kl_library_close_async, NULL, callback, user_data));
}

/**
 * kl_library_close_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: whether it is closed
 */
gboolean
kl_library_close_finish (KlLibrary     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}
