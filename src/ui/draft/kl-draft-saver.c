/* kl-draft-saver.c: keeps a draft in the library, as it is typed
 *
 * There is one saver a subject in the process, shared by every page that works on the draft, so that no two of them
 * save over each other. A page changes the draft and says so with kl_draft_saver_touch(). The saver then saves soon
 * after the last change and never more than a second behind, one save at a time, the newest state after it. A save that
 * fails is tried again until it works; the saver stays alive that long, even when no page does.
 */

#include "config.h"

#include "kl-draft-saver.h"

#include "kl-draft-pace.h"
#include "kl-draft-store.h"

struct _KlDraftSaver
{
  GObject parent_instance;

  KlLibrary *library;
  KlSubject *subject;
  KlDraft *draft;
  char *known;           /* the text that the library had when it was last looked at */
  char *error;
  char **asked;          /* what is to be put into the text, NULL for nothing */
  GPtrArray *waiting;    /* GTasks of flush, until everything is saved or a save fails */
  KlDraftPace *pace;
  GCancellable *cancellable; /* of the save that is under way, NULL for none */
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

enum
{
  SIGNAL_WORDS_CAME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

static gboolean
is_dirty (KlDraftSaver *self)
{
  return kl_draft_pace_get_dirty (self->pace);
}

static void
release (KlDraftSaver *self)
{
  if (self->held && self->cancellable == NULL && !is_dirty (self) && !self->loading)
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

static void saved_cb (GObject *object, GAsyncResult *result, gpointer user_data);

static void
save (KlDraftSaver *self)
{
  if (self->cancellable != NULL || !is_dirty (self))
    return;

  self->cancellable = g_cancellable_new ();
  kl_draft_pace_begin (self->pace);
  kl_draft_store_async (self->library, self->subject, self->draft, self->known, self->cancellable, saved_cb,
                        g_object_ref (self));
}

static void
know (KlDraftSaver *self,
      KlDraft      *stored)
{
  g_free (self->known);
  self->known = g_strdup (stored != NULL ? kl_draft_get_text (stored) : NULL);
}

/* Whoever shows the draft puts them below what it shows, and so it is here. */
static void
tell_words (KlDraftSaver *self,
            const char   *below)
{
  g_signal_emit (self, signals[SIGNAL_WORDS_CAME], 0, below);
}

/* The times, and whether another process showed the topic meanwhile. */
static void
take_over (KlDraftSaver *self,
           KlDraft      *saved)
{
  g_object_set (self->draft, "started", kl_draft_get_started (saved), "updated", kl_draft_get_updated (saved), NULL);
  if (kl_draft_get_assisted (saved))
    g_object_set (self->draft, "assisted", TRUE, NULL);
  set_exists (self, TRUE);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlDraftSaver) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *below = NULL;
  g_autoptr(KlDraft) saved = kl_draft_store_finish (KL_LIBRARY (object), result, &below, &error);
  g_autoptr(GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  if (g_cancellable_is_cancelled (cancellable))
    {
      /* Forgotten meanwhile: nobody needs it any more, nor whether it failed. */
      save (self);
    }
  else if (saved == NULL)
    {
      kl_draft_pace_fail (self->pace);
      set_error (self, error->message);
      finish_waiting (self, error);
      return;
    }
  else
    {
      take_over (self, saved);
      know (self, saved);
      set_error (self, NULL);
      kl_draft_pace_settle (self->pace);
      if (below != NULL)
        {
          g_autofree char *joined = kl_draft_store_join (kl_draft_get_text (self->draft), below);

          g_object_set (self->draft, "text", joined, NULL);
          tell_words (self, below);
        }
    }

  if (is_dirty (self) && self->waiting->len > 0)
    save (self);
  else if (!is_dirty (self))
    finish_waiting (self, NULL);
  release (self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlDraftSaver) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDraft) stored = kl_library_load_draft_finish (KL_LIBRARY (object), result, &error);
  g_autofree char *below = self->loaded ? kl_draft_store_dup_below (self->known, stored) : NULL;

  self->loading = FALSE;
  if (error != NULL && !g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND))
    {
      set_error (self, error->message);
      release (self);
      return;
    }

  set_error (self, NULL);
  /* Otherwise the next save finds what came. */
  if (!is_dirty (self))
    know (self, stored);
  if (stored != NULL && !is_dirty (self))
    {
      g_clear_object (&self->draft);
      self->draft = KL_DRAFT (kl_record_copy (KL_RECORD (stored)));
      if (below != NULL)
        tell_words (self, below);
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
  g_ptr_array_unref (self->waiting);
  g_clear_object (&self->pace);
  g_clear_object (&self->draft);
  g_clear_object (&self->subject);
  g_clear_object (&self->library);
  g_free (self->known);
  g_free (self->error);
  g_strfreev (self->asked);

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

  /**
   * KlDraftSaver::words-came:
   * @self: a saver
   * @words: what stands below the draft now
   *
   * Words came to the draft elsewhere, as those of an attempt that was undone. The draft has them already; a page that
   * shows it adds them below what it shows.
   */
  signals[SIGNAL_WORDS_CAME] = g_signal_new ("words-came", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kl_draft_saver_init (KlDraftSaver *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->pace = kl_draft_pace_new ();
  g_signal_connect_object (self->pace, "due", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (library, "notify::revision", G_CALLBACK (kl_draft_saver_reload), self, G_CONNECT_SWAPPED);
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

  if (self->loading || self->cancellable != NULL || is_dirty (self))
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
  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  hold (self);
  kl_draft_pace_touch (self->pace);
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

  if (is_dirty (self))
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
  if (!is_dirty (self))
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
 * save that is on its way to the disk is not stopped.
 */
void
kl_draft_saver_forget (KlDraftSaver *self)
{
  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  g_object_ref (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  kl_draft_pace_begin (self->pace);
  kl_draft_pace_settle (self->pace);
  g_clear_object (&self->draft);
  self->draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (self->subject)), NULL);
  kl_draft_saver_ask (self, NULL);
  know (self, NULL);
  set_error (self, NULL);
  set_exists (self, FALSE);
  release (self);
  g_object_unref (self);
}

/**
 * kl_draft_saver_ask:
 * @self: a saver
 * @questions: (nullable): what is to be asked, %NULL for nothing
 *
 * Leaves questions to whoever edits the text next. They are no part of the draft until they stand in it.
 */
void
kl_draft_saver_ask (KlDraftSaver      *self,
                    const char *const *questions)
{
  g_return_if_fail (KL_IS_DRAFT_SAVER (self));

  g_strfreev (self->asked);
  self->asked = g_strdupv ((char **) (gpointer) (guintptr) questions);
}

/**
 * kl_draft_saver_steal_asked:
 * @self: a saver
 *
 * Returns: (transfer full) (nullable): the questions that were left, which are gone by that
 */
char **
kl_draft_saver_steal_asked (KlDraftSaver *self)
{
  g_return_val_if_fail (KL_IS_DRAFT_SAVER (self), NULL);

  return g_steal_pointer (&self->asked);
}
