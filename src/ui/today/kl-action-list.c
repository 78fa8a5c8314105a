/* kl-action-list.c: the open action items of a plan, read again whenever the library may have other ones */

#include "config.h"

#include "kl-action-list.h"

#include "model/kl-list-update.h"
#include "model/kl-plan-watch.h"

struct _KlActionList
{
  GObject parent_instance;

  KlLibrary *library;
  KlPlan *plan;
  KlPlanWatch *watch;
  GListStore *items;
  GCancellable *loading;
  guint idle;
};

G_DEFINE_FINAL_TYPE (KlActionList, kl_action_list, G_TYPE_OBJECT)

static gboolean
is_same (KlActionItem *item,
         KlActionItem *other)
{
  KlFeedback *feedback = kl_action_item_get_feedback (item);
  KlFeedback *other_feedback = kl_action_item_get_feedback (other);

  return g_strcmp0 (kl_feedback_get_text (feedback), kl_feedback_get_text (other_feedback)) == 0
         && g_strcmp0 (kl_action_item_get_subject_title (item), kl_action_item_get_subject_title (other)) == 0;
}

static GHashTable *
index_known (KlActionList *self)
{
  GListModel *items = G_LIST_MODEL (self->items);
  guint n_items = g_list_model_get_n_items (items);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    {
      KlActionItem *item = g_list_model_get_item (items, i);

      g_hash_table_insert (known, g_strdup (kl_record_get_id (KL_RECORD (kl_action_item_get_feedback (item)))), item);
    }

  return known;
}

/* Items that are as they were stay the same objects, so that their rows stay too. */
static KlActionItem *
choose (GHashTable   *known,
        KlActionItem *item)
{
  const char *id = kl_record_get_id (KL_RECORD (kl_action_item_get_feedback (item)));
  KlActionItem *other = g_hash_table_lookup (known, id);

  return other != NULL && is_same (item, other) ? other : item;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlActionList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) read = kl_library_load_actions_finish (KL_LIBRARY (object), result, &error);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GHashTable) known = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Whoever reads the rest of the page says what is wrong with the library. */
  if (read == NULL)
    {
      g_debug ("The action items could not be read: %s", error->message);
      return;
    }

  known = index_known (self);
  for (guint i = 0; i < g_list_model_get_n_items (read); i++)
    {
      g_autoptr(KlActionItem) item = g_list_model_get_item (read, i);

      /* One list or the other keeps it until the update has it. */
      g_ptr_array_add (items, choose (known, item));
    }
  kl_list_update (self->items, items, FALSE);
}

static gboolean
reload_cb (gpointer user_data)
{
  KlActionList *self = user_data;

  self->idle = 0;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  kl_library_load_actions_async (self->library, self->plan, self->loading, loaded_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/**
 * kl_action_list_reload:
 * @self: a list
 *
 * Reads it again, as after a change that the library does not tell of: once, however many ask for it, and after the
 * frame that is due, since it takes a look at every attempt.
 */
void
kl_action_list_reload (KlActionList *self)
{
  g_return_if_fail (KL_IS_ACTION_LIST (self));

  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, reload_cb, self, NULL);
}

static void
kl_action_list_dispose (GObject *object)
{
  KlActionList *self = KL_ACTION_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->watch);
  g_clear_object (&self->library);
  g_clear_object (&self->plan);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (kl_action_list_parent_class)->dispose (object);
}

static void
kl_action_list_class_init (KlActionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_action_list_dispose;
}

static void
kl_action_list_init (KlActionList *self)
{
  self->items = g_list_store_new (KL_TYPE_ACTION_ITEM);
}

/**
 * kl_action_list_new:
 * @library: the library
 * @plan: its plan
 *
 * Returns: (transfer full): a list that is empty until it is asked to load, then follows the library
 */
KlActionList *
kl_action_list_new (KlLibrary *library,
                    KlPlan    *plan)
{
  KlActionList *self = g_object_new (KL_TYPE_ACTION_LIST, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  self->watch = kl_plan_watch_for (plan);
  /* A tick changes nothing of a plan that is in its lists. */
  g_signal_connect_object (library, "notify::revision", G_CALLBACK (kl_action_list_reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (kl_action_list_reload), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kl_action_list_get_items:
 * @self: a list
 *
 * Returns: (transfer none): a list of #KlActionItem, those of the latest attempts first
 */
GListModel *
kl_action_list_get_items (KlActionList *self)
{
  g_return_val_if_fail (KL_IS_ACTION_LIST (self), NULL);

  return G_LIST_MODEL (self->items);
}
