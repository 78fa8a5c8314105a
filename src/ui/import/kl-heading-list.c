/* kl-heading-list.c: the headings of a document as a tree, each with what it becomes
 *
 * All of it is shown at once, level by level to the right: a tree that folds would have to look at each heading of a
 * document that may have a million. Nothing here does: what headings became by other choices is looked up for the rows
 * that are shown.
 */

#include "config.h"

#include "kl-heading-list.h"

#include <glib/gi18n.h>

#include "ui/page/kl-release.h"

#include "kl-heading-row.h"

struct _KlHeadingList
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *view;
  GListModel *headings;
  GListModel *read; /* the same ones, as they were read last */
  GListStore *chosen;
  GHashTable *items; /* with a row */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlHeadingList, kl_heading_list, ADW_TYPE_BIN)

static int
compare_lines_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  guint first = kl_heading_get_line (KL_HEADING ((gpointer) (guintptr) a));
  guint second = kl_heading_get_line (KL_HEADING ((gpointer) (guintptr) b));

  return (first > second) - (first < second);
}

static void
choice_cb (KlHeadingList *self,
           GParamSpec    *pspec,
           KlHeading     *heading)
{
  guint position;
  gboolean was_chosen = g_list_store_find (self->chosen, heading, &position);
  gboolean is_chosen = kl_heading_get_choice (heading) != KL_HEADING_AUTO;

  if (is_chosen && !was_chosen)
    g_list_store_insert_sorted (self->chosen, heading, compare_lines_cb, NULL);
  else if (was_chosen && !is_chosen)
    g_list_store_remove (self->chosen, position);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, kl_heading_row_new ());
}

static void
refresh_item (KlHeadingList *self,
              GtkListItem   *item)
{
  g_autoptr(KlHeading) read = g_list_model_get_item (self->read, gtk_list_item_get_position (item));

  if (read != NULL)
    kl_heading_set_becomes (gtk_list_item_get_item (item), kl_heading_get_becomes (read));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         KlHeadingList            *self)
{
  KlHeading *heading = gtk_list_item_get_item (item);

  refresh_item (self, item);
  g_hash_table_add (self->items, item);
  kl_heading_row_set_heading (KL_HEADING_ROW (gtk_list_item_get_child (item)), heading);
  g_signal_connect_object (heading, "notify::choice", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           KlHeadingList            *self)
{
  g_hash_table_remove (self->items, item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), choice_cb, self);
  kl_heading_row_set_heading (KL_HEADING_ROW (gtk_list_item_get_child (item)), NULL);
}

/* What is activated has the keyboard; the row stands in the widget that the list made. */
static void
activate_cb (KlHeadingList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (row != NULL && KL_IS_HEADING_ROW (row))
    kl_heading_row_open_menu (KL_HEADING_ROW (row));
}

static void
kl_heading_list_dispose (GObject *object)
{
  KlHeadingList *self = KL_HEADING_LIST (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  kl_release (g_steal_pointer (&self->headings));
  kl_release (g_steal_pointer (&self->read));
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (kl_heading_list_parent_class)->dispose (object);
}

static void
kl_heading_list_finalize (GObject *object)
{
  g_hash_table_unref (KL_HEADING_LIST (object)->items);

  G_OBJECT_CLASS (kl_heading_list_parent_class)->finalize (object);
}

static void
kl_heading_list_class_init (KlHeadingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_heading_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_heading_list_finalize;

  /**
   * KlHeadingList::chosen:
   *
   * The person wants a heading to become something else.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KL_TYPE_HEADING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
kl_heading_list_init (KlHeadingList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  self->items = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Headings"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));

  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("No Headings"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), _("What the document lists becomes topics and points."));
  gtk_widget_add_css_class (none, "compact");

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "headings");
  gtk_stack_add_named (self->stack, none, "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

static guint
get_last_line (GListModel *headings)
{
  guint n = g_list_model_get_n_items (headings);
  g_autoptr(KlHeading) last = n > 0 ? g_list_model_get_item (headings, n - 1) : NULL;

  return last != NULL ? kl_heading_get_line (last) : 0;
}

/* Whether it is the same document, so that the rows stay, and with them the place and the keyboard. */
static gboolean
are_same (GListModel *before,
          GListModel *after)
{
  return before != NULL && g_list_model_get_n_items (before) == g_list_model_get_n_items (after)
         && get_last_line (before) == get_last_line (after);
}

static void
show (KlHeadingList *self,
      GListModel    *headings,
      GListModel    *chosen)
{
  g_autoptr(GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (headings)));
  GListModel *before = self->headings;

  self->headings = g_object_ref (headings);
  g_set_object (&self->chosen, G_LIST_STORE (chosen));
  gtk_list_view_set_model (self->view, model);
  kl_release (before);
}

static void
refresh_items (KlHeadingList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    refresh_item (self, item);
}

/**
 * kl_heading_list_take_headings:
 * @self: a list
 * @headings: (transfer full): the #KlHeading of a document, or those of the same one, read with other choices
 * @chosen: those of @headings that have a choice
 */
void
kl_heading_list_take_headings (KlHeadingList *self,
                               GListModel    *headings,
                               GListModel    *chosen)
{
  GListModel *read_before;

  g_return_if_fail (KL_IS_HEADING_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (headings));

  read_before = self->read;
  self->read = headings;
  if (are_same (self->headings, headings))
    refresh_items (self);
  else
    show (self, headings, chosen);
  kl_release (read_before);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (headings) > 0 ? "headings" : "none");
}

/**
 * kl_heading_list_get_chosen:
 * @self: a list that was given headings
 *
 * Returns: (transfer none): those of the headings for which the person chose something, in order
 */
GListModel *
kl_heading_list_get_chosen (KlHeadingList *self)
{
  g_return_val_if_fail (KL_IS_HEADING_LIST (self), NULL);

  return G_LIST_MODEL (self->chosen);
}
