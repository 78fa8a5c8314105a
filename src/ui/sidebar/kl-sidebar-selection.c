/* kl-sidebar-selection.c: which rows of the list are selected
 *
 * It is the row of the page that is open, whatever the keyboard passes, unless the person chooses topics to do
 * something with: with Shift and the arrow keys, Ctrl+Space, or a click with Ctrl or Shift.
 */

#include "config.h"

#include "kl-sidebar-selection.h"

struct _KlSidebarSelection
{
  GObject parent_instance;

  KlSidebarModel *model;
  char *action_name;
  char *subject_id;
  GObject *current;
  GHashTable *chosen;
};

static GType
kl_sidebar_selection_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
kl_sidebar_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (KL_SIDEBAR_SELECTION (model)->model));
}

static gpointer
kl_sidebar_selection_get_item (GListModel *model,
                               guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (KL_SIDEBAR_SELECTION (model)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kl_sidebar_selection_get_item_type;
  iface->get_n_items = kl_sidebar_selection_get_n_items;
  iface->get_item = kl_sidebar_selection_get_item;
}

static gboolean
has_chosen (KlSidebarSelection *self)
{
  return g_hash_table_size (self->chosen) > 0;
}

static void
row_changed (KlSidebarSelection *self,
             guint               position)
{
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self)))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static void
selection_changed (KlSidebarSelection *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

static gboolean
kl_sidebar_selection_is_selected (GtkSelectionModel *model,
                                  guint              position)
{
  KlSidebarSelection *self = KL_SIDEBAR_SELECTION (model);
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  return item != NULL && (has_chosen (self) ? g_hash_table_contains (self->chosen, item) : item == self->current);
}

static GtkBitset *
kl_sidebar_selection_get_selection_in_range (GtkSelectionModel *model,
                                             guint              position,
                                             guint              n_items)
{
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint end = MIN (position + n_items, g_list_model_get_n_items (G_LIST_MODEL (model)));

  for (guint i = position; i < end; i++)
    if (kl_sidebar_selection_is_selected (model, i))
      gtk_bitset_add (selection, i);

  return selection;
}

/* A row alone is where the keyboard goes, and no choice. Pages and headings are never chosen. */
static gboolean
kl_sidebar_selection_set_selection (GtkSelectionModel *model,
                                    GtkBitset         *selected,
                                    GtkBitset         *mask)
{
  KlSidebarSelection *self = KL_SIDEBAR_SELECTION (model);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_get_size (mask) >= n_items && gtk_bitset_get_size (selected) <= 1)
    {
      kl_sidebar_selection_choose_none (self);
      return FALSE;
    }

  /* Whoever adds a row to the one that is selected means both. */
  if (!has_chosen (self) && gtk_bitset_get_size (mask) < n_items && KL_IS_SUBJECT (self->current))
    g_hash_table_add (self->chosen, g_object_ref (self->current));

  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < n_items;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (model), position);

      if (KL_IS_SUBJECT (item) && gtk_bitset_contains (selected, position))
        g_hash_table_add (self->chosen, g_steal_pointer (&item));
      else
        g_hash_table_remove (self->chosen, item);
    }

  selection_changed (self);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = kl_sidebar_selection_is_selected;
  iface->get_selection_in_range = kl_sidebar_selection_get_selection_in_range;
  iface->set_selection = kl_sidebar_selection_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KlSidebarSelection, kl_sidebar_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* What is not in the list any more is not chosen either, so that nothing is done with what nobody sees. */
static gboolean
drop_hidden (KlSidebarSelection *self)
{
  guint n_items = has_chosen (self) ? g_list_model_get_n_items (G_LIST_MODEL (self)) : 0;
  g_autoptr(GHashTable) shown = g_hash_table_new (NULL, NULL);
  gboolean is_dropped = FALSE;
  GHashTableIter iter;
  gpointer subject;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      g_hash_table_add (shown, item);
    }

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &subject, NULL))
    if (!g_hash_table_contains (shown, subject))
      {
        g_hash_table_iter_remove (&iter);
        is_dropped = TRUE;
      }

  return is_dropped;
}

static void
items_changed_cb (KlSidebarSelection *self,
                  guint               position,
                  guint               removed,
                  guint               added)
{
  gboolean is_dropped = drop_hidden (self);

  g_clear_object (&self->current);
  kl_sidebar_model_find (self->model, self->action_name, self->subject_id, &self->current);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (is_dropped)
    selection_changed (self);
}

static void
kl_sidebar_selection_dispose (GObject *object)
{
  KlSidebarSelection *self = KL_SIDEBAR_SELECTION (object);

  g_clear_object (&self->current);
  g_hash_table_remove_all (self->chosen);

  G_OBJECT_CLASS (kl_sidebar_selection_parent_class)->dispose (object);
}

static void
kl_sidebar_selection_finalize (GObject *object)
{
  KlSidebarSelection *self = KL_SIDEBAR_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_free (self->action_name);
  g_free (self->subject_id);

  G_OBJECT_CLASS (kl_sidebar_selection_parent_class)->finalize (object);
}

static void
kl_sidebar_selection_class_init (KlSidebarSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_sidebar_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_sidebar_selection_finalize;
}

static void
kl_sidebar_selection_init (KlSidebarSelection *self)
{
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * kl_sidebar_selection_new:
 * @model: rows
 *
 * Returns: (transfer full): @model with a selection, none of its rows at first
 */
KlSidebarSelection *
kl_sidebar_selection_new (KlSidebarModel *model)
{
  KlSidebarSelection *self = g_object_new (KL_TYPE_SIDEBAR_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kl_sidebar_selection_set_current:
 * @self: a selection
 * @action_name: (nullable): the action that shows the page, where it is one of the whole plan
 * @subject_id: (nullable): the id of the subject that the page is about
 *
 * Says which page is open. Nothing is chosen any more.
 */
void
kl_sidebar_selection_set_current (KlSidebarSelection *self,
                                  const char         *action_name,
                                  const char         *subject_id)
{
  guint before, after;

  g_return_if_fail (KL_IS_SIDEBAR_SELECTION (self));

  before = kl_sidebar_selection_get_current (self);
  g_free (self->action_name);
  self->action_name = g_strdup (action_name);
  g_free (self->subject_id);
  self->subject_id = g_strdup (subject_id);
  g_clear_object (&self->current);

  kl_sidebar_selection_choose_none (self);
  after = kl_sidebar_model_find (self->model, action_name, subject_id, &self->current);
  if (after != GTK_INVALID_LIST_POSITION && after >= g_list_model_get_n_items (G_LIST_MODEL (self)))
    kl_sidebar_model_set_limit (self->model, G_MAXUINT);
  if (before == after)
    return;
  row_changed (self, before);
  row_changed (self, after);
}

/**
 * kl_sidebar_selection_get_current:
 * @self: a selection
 *
 * Returns: where the row of the open page is, or %GTK_INVALID_LIST_POSITION
 */
guint
kl_sidebar_selection_get_current (KlSidebarSelection *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return kl_sidebar_model_find (self->model, self->action_name, self->subject_id, NULL);
}

/**
 * kl_sidebar_selection_get_chosen:
 * @self: a selection
 *
 * Returns: (transfer container) (element-type KlSubject): the topics that the person chose to do something with, in the
 *   order of the list
 */
GPtrArray *
kl_sidebar_selection_get_chosen (KlSidebarSelection *self)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items;

  g_return_val_if_fail (KL_IS_SIDEBAR_SELECTION (self), subjects);

  n_items = has_chosen (self) ? g_list_model_get_n_items (G_LIST_MODEL (self)) : 0;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_hash_table_contains (self->chosen, item))
        g_ptr_array_add (subjects, g_steal_pointer (&item));
    }

  return subjects;
}

/**
 * kl_sidebar_selection_choose_none:
 * @self: a selection
 *
 * Leaves just the row of the open page selected.
 */
void
kl_sidebar_selection_choose_none (KlSidebarSelection *self)
{
  g_return_if_fail (KL_IS_SIDEBAR_SELECTION (self));

  if (!has_chosen (self))
    return;

  g_hash_table_remove_all (self->chosen);
  selection_changed (self);
}
