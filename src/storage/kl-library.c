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

struct _KlLibrary
{
  GObject parent_instance;

  char *path;
  KlClock *clock;
  KlTables *tables;
  KlWorker *writer;
  KlWorker *reader;

  KlModels *models;
  GFileMonitor *monitor;
  gint64 followed; /* up to this revision, what was changed is shown or about to be */
  guint n_changing;
  gboolean looks_afterwards;
  gint64 revision;
  gboolean preload;
  char *preload_id;

  gboolean is_open;
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
  PROP_REVISION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TOUCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How soon a change by another process is looked at; several writes in a row are one change. */
#define MONITOR_RATE_MS 200

G_DEFINE_FINAL_TYPE (KlLibrary, kl_library, G_TYPE_OBJECT)

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

    case PROP_REVISION:
      g_value_set_int64 (value, self->revision);
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
  g_object_unref (self->models);
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
  properties[PROP_REVISION] = g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KlLibrary::touched:
   * @self: a library
   * @subject_ids: (nullable): the ids of subjects of which anything changed, %NULL where that may be any
   *
   * The library changed, whoever changed it, and the models show it: for whoever works something out from the attempts.
   */
  signals[SIGNAL_TOUCHED] = g_signal_new ("touched", KL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
kl_library_init (KlLibrary *self)
{
  self->tables = kl_tables_new ();
  self->writer = kl_worker_new ("klearn-writer");
  self->reader = kl_worker_new ("klearn-reader");
  kl_worker_wait_for (self->reader, self->writer);
  self->models = kl_models_new ();
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
 * kl_library_is_open:
 * @self: a library
 *
 * Returns: whether it has been opened, and shows what it holds
 */
gboolean
kl_library_is_open (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), FALSE);

  return self->is_open;
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

  return kl_models_get_plans (self->models);
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

  return kl_models_has_loaded (self->models, kl_record_get_id (record));
}

/**
 * kl_library_get_revision:
 * @self: an open library
 *
 * Returns: the revision that the models show, for kl_library_apply_async()
 */
gint64
kl_library_get_revision (KlLibrary *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY (self), 0);

  return self->revision;
}

/* For the other files of the library. */

KlTables *
kl_library_get_tables (KlLibrary *self)
{
  return self->tables;
}

KlModels *
kl_library_get_models (KlLibrary *self)
{
  return self->models;
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

/* What to read when the file is opened. */
KlRefresh *
kl_library_ask_first (KlLibrary *self)
{
  KlRefresh *refresh = kl_refresh_new ();

  refresh->preload = self->preload;
  refresh->preload_id = g_strdup (self->preload_id);
  return refresh;
}

void
kl_library_set_read_only (KlLibrary *self,
                          gboolean   read_only)
{
  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

void
kl_library_set_problem (KlLibrary  *self,
                        const char *problem)
{
  set_text (self, &self->problem, problem, PROP_PROBLEM);
}

/* The models show what was read; so does the library. */
void
kl_library_set_shown (KlLibrary *self,
                      KlRefresh *refresh)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (refresh->touched_all || !self->is_open)
    self->followed = refresh->revision;
  self->is_open = TRUE;
  if (self->revision != refresh->revision)
    {
      self->revision = refresh->revision;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
    }
  set_text (self, &self->undo_name, refresh->undo_name, PROP_UNDO_NAME);
  set_text (self, &self->redo_name, refresh->redo_name, PROP_REDO_NAME);
  if (refresh->n_damaged > 0)
    set_text (self, &self->problem,
              _("Part of the library is not as it was written: the disk may be failing. Restore a backup."),
              PROP_PROBLEM);
  g_object_thaw_notify (G_OBJECT (self));
  if (refresh->touched != NULL || refresh->touched_all)
    g_signal_emit (self, signals[SIGNAL_TOUCHED], 0, refresh->touched);
}

/* A change of one's own is on its way until the models show it: the revision is ahead of them meanwhile. */
void
kl_library_begin_change (KlLibrary *self)
{
  self->n_changing++;
}

void
kl_library_end_change (KlLibrary *self)
{
  self->n_changing--;
  if (self->n_changing == 0 && self->looks_afterwards)
    {
      self->looks_afterwards = FALSE;
      kl_library_look_for_change (self);
    }
}

/* Whether there is such a change, after which another look is due. */
gboolean
kl_library_put_off_look (KlLibrary *self)
{
  self->looks_afterwards = self->n_changing > 0;
  return self->looks_afterwards;
}

gint64
kl_library_get_followed (KlLibrary *self)
{
  return self->followed;
}

/* What to read after a change of one's own: what it was about, where it came right after what is followed already. A
 * change by another program may lie between. */
KlRefresh *
kl_library_follow (KlLibrary      *self,
                   KlChangeResult *done)
{
  gboolean has_changed = g_hash_table_size (done->touched->plans) + g_hash_table_size (done->touched->subjects) > 0;

  if (has_changed && done->revision == self->followed + 1)
    self->followed = done->revision;
  else if (done->revision != self->followed)
    return kl_models_ask_all (self->models);

  return kl_models_ask (self->models, done->touched);
}

/* Setting up a monitor takes its time, so that this comes after what is shown first. */
void
kl_library_watch (KlLibrary *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  if (self->monitor != NULL)
    return;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, MONITOR_RATE_MS);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (kl_library_look_for_change), self);
}
