/* kl-library.c: the one door to the data
 *
 * The library belongs to the main thread. Whatever touches the file is a job of one of two workers: the writer carries
 * out changes, one transaction each; the reader reads what people look at, so that a long import does not keep a page
 * waiting. Only when a change is on the disk is it read back and merged into the models.
 */

#include "config.h"

#include "kl-library.h"

#include <glib/gi18n.h>

#include "kl-library-file.h"
#include "kl-library-private.h"
#include "kl-refresh.h"

struct _KlLibrary
{
  GObject parent_instance;

  char *path;
  KlClock *clock;
  KlTables *tables;
  KlWorker *writer;
  KlWorker *reader;

  GListStore *plans;
  KlMirror *mirror;
  GHashTable *loaded;   /* ids of plans and subjects whose lists are kept up to date */
  GHashTable *standing; /* ids of plans whose subjects' standings are */
  GFileMonitor *monitor;
  gint64 revision;
  gboolean preload;
  char *preload_id;

  gboolean read_only;
  char *undo_name;
  char *redo_name;
  char *problem;
};

enum
{
  PROP_0,
  PROP_READ_ONLY,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* How soon a change by another process is looked at; several writes in a row are one change. */
#define MONITOR_RATE_MS 200

G_DEFINE_FINAL_TYPE (KlLibrary, kl_library, G_TYPE_OBJECT)

KlJob *
kl_library_new_job (KlLibrary *self)
{
  KlJob *job = g_new0 (KlJob, 1);

  job->tables = g_object_ref (self->tables);
  job->path = g_strdup (self->path);
  job->now = kl_clock_get_now (self->clock);
  return job;
}

void
kl_job_free (KlJob *self)
{
  g_object_unref (self->tables);
  g_free (self->path);
  g_date_time_unref (self->now);
  g_clear_object (&self->object);
  g_free (self->text);
  g_free (self->id);
  g_free (self);
}

KlWorker *
kl_library_get_writer (KlLibrary *self)
{
  return self->writer;
}

KlWorker *
kl_library_get_reader (KlLibrary *self)
{
  return self->reader;
}

static void
set_text (KlLibrary  *self,
          char      **location,
          const char *value,
          guint       property)
{
  if (g_strcmp0 (*location, value) == 0)
    return;

  g_free (*location);
  *location = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_read_only (KlLibrary *self,
               gboolean   read_only)
{
  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/* What was read becomes what people see. */
static void
show (KlLibrary *self,
      KlRefresh *refresh)
{
  g_autoptr(GListStore) plans = g_list_store_new (KL_TYPE_PLAN);

  g_object_freeze_notify (G_OBJECT (self));

  g_list_store_splice (plans, 0, 0, refresh->plans->pdata, refresh->plans->len);
  kl_mirror_merge (self->mirror, self->plans, G_LIST_MODEL (plans));
  for (guint i = 0; i < refresh->records->len; i++)
    {
      KlRecord *fresh = g_ptr_array_index (refresh->records, i);
      KlRecord *live = kl_mirror_find (self->mirror, kl_record_get_id (fresh));

      if (live != NULL)
        kl_mirror_update (self->mirror, live, fresh);
    }

  self->revision = refresh->revision;
  set_text (self, &self->undo_name, refresh->undo_name, PROP_UNDO_NAME);
  set_text (self, &self->redo_name, refresh->redo_name, PROP_REDO_NAME);
  if (refresh->n_damaged > 0)
    set_text (self, &self->problem,
              _("Part of the library is not as it was written: the disk may be failing. Restore a backup."),
              PROP_PROBLEM);

  g_object_thaw_notify (G_OBJECT (self));
}

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

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlRefresh) refresh = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (refresh == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  show (self, refresh);
  g_task_return_boolean (task, TRUE);
}

static void
run_refresh (KlLibrary *self,
             KlRefresh *refresh,
             GTask     *task)
{
  RefreshJob *job = g_new0 (RefreshJob, 1);

  job->tables = g_object_ref (self->tables);
  job->refresh = refresh;
  kl_worker_run_async (self->reader, refresh_job, job, refresh_job_free, (GDestroyNotify) kl_refresh_free,
                       g_task_get_cancellable (task), refreshed_cb, task);
}

/* Only what somebody looks at is read again. */
static KlRefresh *
choose (KlLibrary *self,
        KlTouched *touched)
{
  KlRefresh *refresh = kl_refresh_new ();
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, touched->plans);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (g_hash_table_contains (self->loaded, id))
      kl_refresh_ask_plan (refresh, id, g_hash_table_contains (self->standing, id));

  g_hash_table_iter_init (&iterator, touched->subjects);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (kl_mirror_find (self->mirror, id) != NULL)
      kl_refresh_ask_subject (refresh, id, g_hash_table_contains (self->loaded, id));

  return refresh;
}

void
kl_library_refresh_async (KlLibrary           *self,
                          KlTouched           *touched,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  run_refresh (self, choose (self, touched), g_task_new (self, NULL, callback, user_data));
}

void
kl_library_refresh_finish (KlLibrary    *self,
                           GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;

  /* What was changed is on the disk; the models follow at the next change or look. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("%s: reading back failed: %s", self->path, error->message);
}

KlTouched *
kl_library_touch_all (KlLibrary *self)
{
  KlTouched *touched = kl_touched_new ();
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, self->loaded);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    {
      KlRecord *record = kl_mirror_find (self->mirror, id);

      if (KL_IS_PLAN (record))
        g_hash_table_add (touched->plans, g_strdup (id));
      else if (KL_IS_SUBJECT (record))
        g_hash_table_add (touched->subjects, g_strdup (id));
    }

  return touched;
}

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
  g_autoptr(KlTouched) touched = NULL;

  if (revision == NULL || *revision == self->revision)
    return;

  touched = kl_library_touch_all (self);
  kl_library_refresh_async (self, touched, looked_again_cb, NULL);
}

static gpointer
revision_job (KlWorker  *worker,
              gpointer   data,
              GError   **error)
{
  g_autofree gint64 *revision = g_new0 (gint64, 1);

  if (!kl_database_get_integer (kl_worker_get_database (worker), "SELECT revision FROM state", revision, error))
    return NULL;

  return g_steal_pointer (&revision);
}

static void
file_changed_cb (KlLibrary *self)
{
  kl_worker_run_async (self->reader, revision_job, NULL, NULL, g_free, NULL, revision_cb, g_object_ref (self));
}

static void
watch_file (KlLibrary *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  if (self->monitor != NULL)
    return;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, MONITOR_RATE_MS);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
}

static void
kl_library_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  KlLibrary *self = KL_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_UNDO_NAME:
      g_value_set_string (value, self->undo_name);
      break;

    case PROP_REDO_NAME:
      g_value_set_string (value, self->redo_name);
      break;

    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_library_dispose (GObject *object)
{
  KlLibrary *self = KL_LIBRARY (object);

  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_clear_object (&self->monitor);
    }
  if (self->writer != NULL)
    kl_worker_stop (self->writer);
  if (self->reader != NULL)
    kl_worker_stop (self->reader);

  G_OBJECT_CLASS (kl_library_parent_class)->dispose (object);
}

static void
kl_library_finalize (GObject *object)
{
  KlLibrary *self = KL_LIBRARY (object);

  g_clear_object (&self->writer);
  g_clear_object (&self->reader);
  g_object_unref (self->plans);
  g_hash_table_unref (self->loaded);
  g_hash_table_unref (self->standing);
  g_object_unref (self->mirror);
  g_object_unref (self->tables);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->preload_id);
  g_free (self->undo_name);
  g_free (self->redo_name);
  g_free (self->problem);

  G_OBJECT_CLASS (kl_library_parent_class)->finalize (object);
}

static void
kl_library_class_init (KlLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kl_library_get_property;
  object_class->dispose = kl_library_dispose;
  object_class->finalize = kl_library_finalize;

  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_library_init (KlLibrary *self)
{
  self->tables = kl_tables_new ();
  self->writer = kl_worker_new ("klearn-writer");
  self->reader = kl_worker_new ("klearn-reader");
  self->plans = g_list_store_new (KL_TYPE_PLAN);
  self->mirror = kl_mirror_new ();
  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kl_library_new:
 * @path: the library's file, which need not exist yet
 * @clock: where the time comes from
 *
 * Returns: (transfer full): a library that is not open yet
 */
KlLibrary *
kl_library_new (const char *path,
                KlClock    *clock)
{
  KlLibrary *self = g_object_new (KL_TYPE_LIBRARY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * kl_library_dup_default_path:
 *
 * Returns: (transfer full): where the library lies unless the person says otherwise
 */
char *
kl_library_dup_default_path (void)
{
  return kl_library_file_dup_default_path ();
}

/**
 * kl_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file, as an absolute path
 */
const char *
kl_library_get_path (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * kl_library_get_clock:
 * @self: a library
 *
 * Returns: (transfer none): where its time comes from
 */
KlClock *
kl_library_get_clock (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), NULL);

  return self->clock;
}

/**
 * kl_library_get_read_only:
 * @self: an open library
 *
 * Returns: whether it can be read but not changed
 */
gboolean
kl_library_get_read_only (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), FALSE);

  return self->read_only;
}

/**
 * kl_library_get_undo_name:
 * @self: an open library
 *
 * Returns: (nullable) (transfer none): what undo would take back
 */
const char *
kl_library_get_undo_name (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), NULL);

  return self->undo_name;
}

/**
 * kl_library_get_redo_name:
 * @self: an open library
 *
 * Returns: (nullable) (transfer none): what redo would do again
 */
const char *
kl_library_get_redo_name (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), NULL);

  return self->redo_name;
}

/**
 * kl_library_get_plans:
 * @self: a library
 *
 * Returns: (transfer none): a list model of #KlPlan, kept up to date
 */
GListModel *
kl_library_get_plans (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->plans);
}

/* What opening the file gives: one reading, so that the main loop has to turn only once before something is shown. */
typedef struct
{
  KlTables *tables;
  char *path;
  gboolean read_only;
  KlRefresh *refresh;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->tables);
  g_free (opening->path);
  g_clear_pointer (&opening->refresh, kl_refresh_free);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gpointer
open_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  Opening *asked = data;
  g_autoptr(Opening) opening = g_new0 (Opening, 1);

  opening->tables = g_object_ref (asked->tables);
  opening->path = g_strdup (asked->path);
  opening->refresh = g_steal_pointer (&asked->refresh);
  kl_worker_take_database (worker, kl_library_file_open (opening->path, &opening->read_only, error));
  if (kl_worker_get_database (worker) == NULL
      || !kl_refresh_read (opening->refresh, kl_worker_get_database (worker), opening->tables, error))
    return NULL;

  return g_steal_pointer (&opening);
}

/* Another connection to a file that was looked at already. */
static gpointer
connect_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_database_open (job->path, job->number != 0, error);

  if (database == NULL)
    return NULL;

  kl_worker_take_database (worker, database);
  return database;
}

static void
connect_worker (KlLibrary           *self,
                KlWorker            *worker,
                GAsyncReadyCallback  callback,
                GTask               *task)
{
  KlJob *job = kl_library_new_job (self);

  job->number = self->read_only;
  kl_worker_connect_async (worker, connect_job, job, (GDestroyNotify) kl_job_free, NULL, NULL, callback, task);
}

static void
reader_connected_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlTouched) touched = NULL;

  if (kl_worker_run_finish (KL_WORKER (source), result, &error) == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  touched = kl_library_touch_all (self);
  run_refresh (self, choose (self, touched), g_steal_pointer (&task));
}

void
kl_library_reopen_reader (KlLibrary *self,
                          GTask     *task)
{
  connect_worker (self, self->reader, reader_connected_cb, task);
}

static void
writer_connected_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;

  if (kl_worker_run_finish (KL_WORKER (source), result, &error) == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(Opening) opening = kl_worker_run_finish (KL_WORKER (source), result, &error);

  if (opening == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  set_read_only (self, opening->read_only);
  connect_worker (self, self->writer, writer_connected_cb, g_steal_pointer (&task));
  for (guint i = 0; i < opening->refresh->records->len; i++)
    {
      g_hash_table_add (self->loaded, g_strdup (kl_record_get_id (g_ptr_array_index (opening->refresh->records, i))));
      watch_file (self);
    }
  show (self, opening->refresh);
}

/**
 * kl_library_preload:
 * @self: a library that is not open yet
 * @plan_id: (nullable): a plan's id
 *
 * Opening will also read the lists of that plan, or of the first plan if there is none of that id.
 */
void
kl_library_preload (KlLibrary  *self,
                    const char *plan_id)
{
  g_return_if_fail (KL_IS_LIBRARY (self));

  self->preload = TRUE;
  g_free (self->preload_id);
  self->preload_id = g_strdup (plan_id);
}

/**
 * kl_library_has_loaded:
 * @self: a library
 * @record: a plan or subject of it
 *
 * Returns: whether its lists are filled, or being filled, and kept up to date
 */
gboolean
kl_library_has_loaded (KlLibrary *self,
                       KlRecord  *record)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), FALSE);

  return g_hash_table_contains (self->loaded, kl_record_get_id (record));
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
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->tables = g_object_ref (self->tables);
  opening->path = g_strdup (self->path);
  opening->refresh = kl_refresh_new ();
  opening->refresh->preload = self->preload;
  opening->refresh->preload_id = g_strdup (self->preload_id);

  g_task_set_source_tag (task, kl_library_open_async);
  kl_worker_connect_async (self->reader, open_job, opening, opening_free, opening_free, cancellable, opened_cb, task);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  /* There is nothing to load, which would watch it; the first plan may come from another program. */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->plans)) == 0)
    watch_file (self);
  return TRUE;
}

/* A job that does nothing is done when all that were given before are. */
static gpointer
last_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  return NULL;
}

static void
reader_idle_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GTask) task = data;
  KlLibrary *self = g_task_get_source_object (task);

  g_task_propagate_pointer (G_TASK (result), NULL);
  kl_worker_stop (self->reader);
  g_task_return_boolean (task, TRUE);
}

static void
writer_idle_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  KlLibrary *self = g_task_get_source_object (data);

  g_task_propagate_pointer (G_TASK (result), NULL);
  kl_worker_stop (self->writer);
  kl_worker_connect_async (self->reader, last_job, NULL, NULL, NULL, NULL, reader_idle_cb, data);
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
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, kl_library_close_async);
  kl_worker_connect_async (self->writer, last_job, NULL, NULL, NULL, NULL, writer_idle_cb, task);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load (KlLibrary           *self,
      KlRecord            *record,
      KlRefresh           *refresh,
      GCancellable        *cancellable,
      gpointer             source_tag,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, g_object_ref (record), g_object_unref);
  kl_mirror_update (self->mirror, record, record);
  g_hash_table_add (self->loaded, g_strdup (kl_record_get_id (record)));
  watch_file (self);
  run_refresh (self, refresh, task);
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
  load (self, KL_RECORD (plan), refresh, cancellable, kl_library_load_plan_async, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
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

  g_hash_table_add (self->standing, g_strdup (id));
  kl_refresh_ask_plan (refresh, id, TRUE);
  load (self, KL_RECORD (plan), refresh, cancellable, kl_library_load_standings_async, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
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
  load (self, KL_RECORD (subject), refresh, cancellable, kl_library_load_subject_async, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
