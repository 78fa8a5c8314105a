/* kl-heading-list.c: the headings of a document as a tree, each with what it becomes
 *
 * All of it is shown at once, level by level to the right: a tree that folds would have to look at each heading of a
 * document that may have a million.
 */

#include "config.h"

#include "kl-heading-list.h"

#include <glib/gi18n.h>

#include "kl-heading-row.h"

struct _KlHeadingList
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *view;
  GListStore *headings;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlHeadingList, kl_heading_list, ADW_TYPE_BIN)

static void
choice_cb (KlHeadingList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, kl_heading_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         KlHeadingList            *self)
{
  KlHeading *heading = gtk_list_item_get_item (item);

  kl_heading_row_set_heading (KL_HEADING_ROW (gtk_list_item_get_child (item)), heading);
  g_signal_connect_object (heading, "notify::choice", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           KlHeadingList            *self)
{
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
  g_clear_object (&self->headings);

  G_OBJECT_CLASS (kl_heading_list_parent_class)->dispose (object);
}

static void
kl_heading_list_class_init (KlHeadingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_heading_list_dispose;

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
  GtkSelectionModel *model;

  self->headings = g_list_store_new (KL_TYPE_HEADING);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->headings))));
  self->view = GTK_LIST_VIEW (gtk_list_view_new (model, factory));
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

/* The same headings as before, read with other choices: the rows stay, and with them the place and the keyboard. */
static gboolean
update (KlHeadingList *self,
        GListModel    *headings)
{
  guint n = g_list_model_get_n_items (headings);

  if (n == 0 || n != g_list_model_get_n_items (G_LIST_MODEL (self->headings)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlHeading) shown = g_list_model_get_item (G_LIST_MODEL (self->headings), i);
      g_autoptr(KlHeading) heading = g_list_model_get_item (headings, i);

      if (kl_heading_get_line (shown) != kl_heading_get_line (heading))
        return FALSE;
      kl_heading_set_becomes (shown, kl_heading_get_becomes (heading));
    }
  return TRUE;
}

/**
 * kl_heading_list_set_headings:
 * @self: a list
 * @headings: the #KlHeading of a document
 */
void
kl_heading_list_set_headings (KlHeadingList *self,
                              GListModel    *headings)
{
  g_return_if_fail (KL_IS_HEADING_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (headings));

  if (!update (self, headings))
    {
      GtkNoSelection *model = gtk_no_selection_new (g_object_ref (headings));

      g_set_object (&self->headings, G_LIST_STORE (headings));
      gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
      g_object_unref (model);
    }
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (headings) > 0 ? "headings" : "none");
}

/**
 * kl_heading_list_get_headings:
 * @self: a list
 *
 * Returns: (transfer none): the headings, with what the person chose
 */
GListModel *
kl_heading_list_get_headings (KlHeadingList *self)
{
  g_return_val_if_fail (KL_IS_HEADING_LIST (self), NULL);

  return G_LIST_MODEL (self->headings);
}
