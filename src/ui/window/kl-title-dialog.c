/* kl-title-dialog.c: asks for a title, and for a topic how deeply it was studied */

#include "config.h"

#include "kl-title-dialog.h"

#include <glib/gi18n.h>

#include "ui/page/kl-dialog-words.h"

struct _KlTitleDialog
{
  AdwMessageDialog parent_instance;

  GtkListBox *list;
  GtkEditable *title;
  AdwComboRow *depth;
};

G_DEFINE_FINAL_TYPE (KlTitleDialog, kl_title_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* As the choices stand in the row. */
static const KlDepth depths[] = { KL_DEPTH_NONE, KL_DEPTH_SURFACE, KL_DEPTH_DEEP };

static void
changed_cb (KlTitleDialog *self)
{
  g_autofree char *title = kl_title_dialog_dup_title (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", title != NULL && *title != '\0');
}

static void
kl_title_dialog_class_init (KlTitleDialogClass *klass)
{
}

static void
kl_title_dialog_init (KlTitleDialog *self)
{
  GtkWidget *row = adw_entry_row_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Title"));
  self->title = GTK_EDITABLE (row);
  gtk_list_box_append (self->list, row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), GTK_WIDGET (self->list));
}

/**
 * kl_title_dialog_new:
 * @parent: the window that asks
 * @heading: what is asked for
 * @title: (nullable): the title that there is
 * @accept_label: a verb
 *
 * Returns: (transfer none): a dialog, not shown yet; its response is “accept” or “cancel”
 */
KlTitleDialog *
kl_title_dialog_new (GtkWindow  *parent,
                     const char *heading,
                     const char *title,
                     const char *accept_label)
{
  KlTitleDialog *self = g_object_new (KL_TYPE_TITLE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  kl_dialog_words_show (dialog, heading, NULL);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", accept_label);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_editable_set_text (self->title, title != NULL ? title : "");
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title));
  return self;
}

/**
 * kl_title_dialog_show_depth:
 * @self: a dialog
 * @depth: the one to begin with
 *
 * Asks for the depth too.
 */
void
kl_title_dialog_show_depth (KlTitleDialog *self,
                            KlDepth        depth)
{
  const char *names[] = { _("Not covered"), _("Surface"), _("Deep dive"), NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (names);

  g_return_if_fail (KL_IS_TITLE_DIALOG (self));
  g_return_if_fail (self->depth == NULL);

  self->depth = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->depth), _("Depth"));
  adw_combo_row_set_model (self->depth, G_LIST_MODEL (list));
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    if (depths[i] == depth)
      adw_combo_row_set_selected (self->depth, i);
  gtk_list_box_append (self->list, GTK_WIDGET (self->depth));
}

/**
 * kl_title_dialog_dup_title:
 * @self: a dialog
 *
 * Returns: (transfer full): what was written, without space around it
 */
char *
kl_title_dialog_dup_title (KlTitleDialog *self)
{
  g_return_val_if_fail (KL_IS_TITLE_DIALOG (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

/**
 * kl_title_dialog_get_depth:
 * @self: a dialog
 *
 * Returns: the depth that was chosen
 */
KlDepth
kl_title_dialog_get_depth (KlTitleDialog *self)
{
  guint selected;

  g_return_val_if_fail (KL_IS_TITLE_DIALOG (self), KL_DEPTH_NONE);

  selected = self->depth != NULL ? adw_combo_row_get_selected (self->depth) : 0;
  return selected < G_N_ELEMENTS (depths) ? depths[selected] : KL_DEPTH_NONE;
}
