/* kl-list-group.c: a titled, boxed list of a model, which hides where there is nothing in it */

#include "config.h"

#include "kl-list-group.h"

#include <glib/gi18n.h>

#include "exchange/kl-markdown-markup.h"

struct _KlListGroup
{
  AdwPreferencesGroup parent_instance;

  GListModel *model;
  guint limit;
  GtkListBox *list;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (KlListGroup, kl_list_group, ADW_TYPE_PREFERENCES_GROUP)

static void
model_cb (KlListGroup *self)
{
  guint n_items = g_list_model_get_n_items (self->model);
  guint n_more = n_items > self->limit ? n_items - self->limit : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_items > 0);
}

static void
kl_list_group_dispose (GObject *object)
{
  KlListGroup *self = KL_LIST_GROUP (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (kl_list_group_parent_class)->dispose (object);
}

static void
kl_list_group_class_init (KlListGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_list_group_dispose;
}

static void
kl_list_group_init (KlListGroup *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));

  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->more, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->more), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "caption");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->more));
}

/**
 * kl_list_group_bind:
 * @self: a group
 * @model: what it lists
 * @limit: how many rows at most; of more, it says how many more
 * @create_row: makes a row
 * @user_data: data for @create_row, which outlives the group
 */
void
kl_list_group_bind (KlListGroup     *self,
                    GListModel      *model,
                    guint            limit,
                    KlListGroupFunc  create_row,
                    gpointer         user_data)
{
  g_autoptr(GListModel) slice = NULL;

  g_return_if_fail (KL_IS_LIST_GROUP (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  self->limit = limit;
  slice = G_LIST_MODEL (gtk_slice_list_model_new (g_object_ref (model), 0, limit));
  gtk_list_box_bind_model (self->list, slice, create_row, user_data, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)), -1);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (model_cb), self);
  model_cb (self);
}

/**
 * kl_list_group_row:
 * @title: (nullable): what it says
 * @subtitle: (nullable): what it says below
 *
 * Returns: (transfer floating): an #AdwActionRow that wraps, and shows what the Markdown of both means
 */
GtkWidget *
kl_list_group_row (const char *title,
                   const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 0, "subtitle-lines", 0, NULL);
  g_autofree char *title_markup = kl_markdown_to_markup (title);
  g_autofree char *subtitle_markup = kl_markdown_to_markup (subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  return row;
}
