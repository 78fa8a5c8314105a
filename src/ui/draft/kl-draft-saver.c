/* kl-draft-saver.c: keeps a draft in the library, as it is typed
 *
 * There is one saver a subject in the process, shared by every page that works on the draft, so that no two of them
 * save over each other. A page changes the draft and says so with kl_draft_saver_touch(). The saver then saves soon
 * after the last change and never more than a second behind, one save at a time, the newest state after it. A save that
 * fails is tried again until it works; the saver stays alive that long, even when no page does.
 */

#include "config.h"

#include "kl-draft-saver.h"

#define QUIET_MS 300      /* after the last key */
#define LATEST_MS 700     /* after the first key that is not saved; the save itself takes time, too */
#define AGAIN_SECONDS 4   /* after a failure */

struct _KlDraftSaver
{
  GObject parent_instance;

  KlLibrary *library;
  KlSubject *subject;
  KlDraft *draft;
  char *error;
  GPtrArray *waiting;    /* GTasks of flush, until everything is saved or a save fails */
  gint64 dirty_since;    /* monotonic, 0 when nothing waits to be saved */
  guint source;
  guint64 generation;    /* of the last change */
  guint64 saving;        /* what is being saved, 0 for nothing */
  gboolean loaded;
  gboolean loading;
  gboolean exists;       /* in the library */
  gboolean held;         /* by itself, for as long as something is not saved */
};

G_DEFINE_FINAL_TYPE (KlDraftSaver, kl_draft_saver, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOADED,
  PROP_ERROR,
  PROP_EXISTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void save (KlDraftSaver *self);

static GHashTable *
savers_of (KlLibrary *library)
{
  GHashTable *savers = g_object_get_data (G_OBJECT (library), "kl-draft-savers");

  if (savers == NULL)
    {
      savers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (library), "kl-draft-savers", savers, (GDestroyNotify) g_hash_table_unref);
    }

  return savers;
}

static char *
format_now (KlDraftSaver *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (self->library));

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

static void
set_error (KlDraftSaver *self,
           const char   *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_exists (KlDraftSaver *self,
            gboolean      exists)
{
  if (self->exists == exists)
    return;

  self->exists = exists;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXISTS]);
}

static void
hold (KlDraftSaver *self)
{
  if (!self->held)
    {
      self->held = TRUE;
      g_object_ref (self);
    }
}

static void
release (KlDraftSaver *self)
{
  if (self->held && self->saving == 0 && self->dirty_since == 0 && !self->loading)
    {
      self->held = FALSE;
      g_object_unref (self);
    }
}

static void
finish_waiting (KlDraftSaver *self,
                const GError *error)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (error != NULL)
        g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
    }
}

static gboolean
save_cb (gpointer user_data)
{
  KlDraftSaver *self = user_data;

  self->source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (KlDraftSaver *self,
          guint         milliseconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (milliseconds, save_cb, self);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlDraftSaver) self = user_data;
  g_autoptr(GError) error = NULL;
  guint64 saved = self->saving;

  self->saving = 0;
  if (!kl_library_save_draft_finish (KL_LIBRARY (object), result, &error))
    {
      /* Forgotten meanwhile: then nobody needs it any more. */
      if (self->dirty_since != 0)
        {
          set_error (self, error->message);
          g_clear_handle_id (&self->source, g_source_remove);
          self->source = g_timeout_add_seconds (AGAIN_SECONDS, save_cb, self);
        }
      finish_waiting (self, error);
      release (self);
      return;
    }

  set_error (self, NULL);
  if (self->dirty_since != 0)
    set_exists (self, TRUE);
  if (self->dirty_since != 0 && self->generation != saved)
    {
      if (self->waiting->len > 0 || self->source == 0)
        save (self);
      return;
    }

  self->dirty_since = 0;
  g_clear_handle_id (&self->source, g_source_remove);
  finish_waiting (self, NULL);
  release (self);
}

/* Another process may have shown the topic meanwhile: what was assisted once stays so. */
static void
reread_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlDraftSaver) self = user_data;
  g_autoptr(KlDraft) stored = NULL;
  g_autoptr(KlRecord) copy = NULL;
  g_autofree char *now = format_now (self);

  /* Only a save that fails is worth telling; reading is not. */
  stored = kl_library_load_draft_finish (KL_LIBRARY (object), result, NULL);

  if (self->dirty_since == 0)
    {
      self->saving = 0;
      finish_waiting (self, NULL);
      release (self);
      return;
    }

  if (stored != NULL && kl_draft_get_assisted (stored))
    g_object_set (self->draft, "assisted", TRUE, NULL);
  if (kl_draft_get_started (self->draft) == NULL)
    g_object_set (self->draft, "started", now, NULL);
  g_object_set (self->draft, "updated", now, NULL);

  self->saving = self->generation;
  copy = kl_record_copy (KL_RECORD (self->draft));
  kl_library_save_draft_async (self->library, KL_DRAFT (copy), NULL, saved_cb, g_object_ref (self));
}

static void
save (KlDraftSaver *self)
{
  if (self->saving != 0 || self->dirty_since == 0)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->saving = self->generation;
  kl_library_load_draft_async (self->library, self->subject, NULL, reread_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlDraftSaver) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDraft) stored = kl_library_load_draft_finish (KL_LIBRARY (object), result, &error);

  self->loading = FALSE;
  if (error != NULL && !g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND))
    {
      set_error (self, error->message);
      release (self);
      return;
    }

  set_error (self, NULL);
  if (stored != NULL && self->dirty_since == 0)
    {
      g_clear_object (&self->draft);
      self->draft = KL_DRAFT (kl_record_copy (KL_RECORD (stored)));
    }
  set_exists (self, stored != NULL);
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  release (self);
}

static void
kl_draft_saver_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  KlDraftSaver *self = KL_DRAFT_SAVER (object);

  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_EXISTS:
      g_value_set_boolean (value, self->exists);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_draft_saver_finalize (GObject *object)
{
  KlDraftSaver *self = KL_DRAFT_SAVER (object);

  g_hash_table_remove (savers_of (self->library), kl_record_get_id (KL_RECORD (self->subject)));
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->waiting);
  g_clear_object (&self->draft);
  g_clear_object (&self->subject);
  g_clear_object (&self->library);
  g_free (self->error);

  G_OBJECT_CLASS (kl_draft_saver_parent_class)->finalize (object);
}

static void
kl_draft_saver_class_init (KlDraftSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_draft_saver_get_property;
  object_class->finalize = kl_draft_saver_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXISTS] = g_param_spec_boolean ("exists", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_draft_saver_init (KlDraftSaver *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kl_draft_saver_dup:
 * @library: the library
 * @subject: what is explained
 *
 * Returns: (transfer full): the saver of the subject's draft; the same one for as long as somebody holds it. It begins
 * to load the draft; until “loaded” is set, nothing may be changed
 */
KlDraftSaver *
kl_draft_saver_dup (KlLibrary *library,
                    KlSubject *subject)
{
  GHashTable *savers = savers_of (library);
  const char *id = kl_record_get_id (KL_RECORD (subject));
  KlDraftSaver *self = g_hash_table_lookup (savers, id);

  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (KL_TYPE_DRAFT_SAVER, NULL);
  self->library = g_object_ref (library);
  self->subject = g_object_ref (subject);
  self->draft = g_object_new (KL_TYPE_DRAFT, "owner", id, NULL);
  g_hash_table_insert (savers, g_strdup (id), self);
  kl_draft_saver_reload (self);
  return self;
}

/**
 * kl_draft_saver_get_draft:
 * @self: a saver
 *
 * Returns: (transfer none): the draft as it is now; to change it, set its properties, then kl_draft_saver_touch()
 */
KlDraft *
kl_draft_saver_get_draft (KlDraftSaver *self)
{
  g_return_val_if_fail (KL_IS_DRAFT_SAVER (self), NULL);

  return self->draft;
}

/**
 * kl_draft_saver_get_exists:
 * @self: a saver
 *
 * Returns: whether the library has a draft for the subject
 */
gboolean
kl_draft_saver_get_exists (KlDraftSaver *self)
{
  g_return_val_if_fail (KL_IS_DRAFT_SAVER (self), FALSE);

  return self->exists;
}

/**
 * kl_draft_saver_get_loaded:
 * @self: a saver
 *
 * Returns: whether the library has been asked for the draft
 */
gboolean
kl_draft_saver_get_loaded (KlDraftSaver *self)
{
  g_return_val_if_fail (KL_IS_DRAFT_SAVER (self), FALSE);

  return self->loaded;
}

/**
 * kl_draft_saver_get_error:
 * @self: a saver
 *
 * Returns: (transfer none) (nullable): why the draft could not be loaded or saved, a sentence
 */
const char *
kl_draft_saver_get_error (KlDraftSaver *self)
{
  g_return_val_if_fail (KL_IS_DRAFT_SAVER (self), NULL);

  return self->error;
}

/**
 * kl_draft_saver_reload:
 * @self: a saver
 *
 * Looks in the library again, as after another process has worked on the draft. What is not saved yet stays.
 */
void
kl_draft_saver_reload (KlDraftSaver *self)
{
  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  if (self->loading || self->dirty_since != 0)
    return;

  hold (self);
  self->loading = TRUE;
  kl_library_load_draft_async (self->library, self->subject, NULL, loaded_cb, g_object_ref (self));
}

/**
 * kl_draft_saver_touch:
 * @self: a saver that has loaded
 *
 * Says that the draft has changed: it will be saved within a second.
 */
void
kl_draft_saver_touch (KlDraftSaver *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  self->generation++;
  if (self->dirty_since == 0)
    {
      self->dirty_since = now;
      hold (self);
    }
  if (self->saving != 0 || self->error != NULL)
    return; /* It follows that save, or the next try. */

  left = LATEST_MS - (now - self->dirty_since) / 1000;
  schedule (self, (guint) CLAMP (left, 0, QUIET_MS));
}

/**
 * kl_draft_saver_retry:
 * @self: a saver
 *
 * Tries at once what failed.
 */
void
kl_draft_saver_retry (KlDraftSaver *self)
{
  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  if (self->dirty_since != 0)
    save (self);
  else
    kl_draft_saver_reload (self);
}

/**
 * kl_draft_saver_flush_async:
 * @self: a saver
 * @cancellable: (nullable): a cancellable
 * @callback: called when all is saved, or a save failed
 * @user_data: data for @callback
 *
 * Saves at once what is not saved yet.
 */
void
kl_draft_saver_flush_async (KlDraftSaver        *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kl_draft_saver_flush_async);
  if (self->dirty_since == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  save (self);
}

/**
 * kl_draft_saver_flush_finish:
 * @self: a saver
 * @result: what the callback got
 * @error: (nullable): where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether the draft is in the library as it is here
 */
gboolean
kl_draft_saver_flush_finish (KlDraftSaver  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_draft_saver_forget:
 * @self: a saver
 *
 * Begins anew, as the draft has been recorded or discarded. Nothing is saved until the next change. Flush before: a
 * save that is under way is not stopped.
 */
void
kl_draft_saver_forget (KlDraftSaver *self)
{
  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  g_object_ref (self);
  g_clear_handle_id (&self->source, g_source_remove);
  self->dirty_since = 0;
  g_clear_object (&self->draft);
  self->draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (self->subject)), NULL);
  set_error (self, NULL);
  set_exists (self, FALSE);
  release (self);
  g_object_unref (self);
}
