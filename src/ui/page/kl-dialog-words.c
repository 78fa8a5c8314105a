/* kl-dialog-words.c: the words of a dialog
 *
 * The dialog’s own heading does not wrap while it is measured: libadwaita 1.7 on GTK 4.18 warns where it is wider than
 * the rest of the dialog, which many a translation is.
 */

#include "config.h"

#include "kl-dialog-words.h"

static void
append_words (GtkBox     *column,
              const char *words,
              const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (column, label);
}

/**
 * kl_dialog_words_show:
 * @dialog: a dialog without heading and body, with or without an extra child
 * @heading: what it is about; its title too
 * @body: (nullable): what it says
 *
 * Shows the words above the extra child.
 */
void
kl_dialog_words_show (AdwMessageDialog *dialog,
                      const char       *heading,
                      const char       *body)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr(GtkWidget) child = NULL;

  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));
  g_return_if_fail (heading != NULL);

  child = adw_message_dialog_get_extra_child (dialog);
  if (child != NULL)
    g_object_ref (child);
  adw_message_dialog_set_extra_child (dialog, NULL);

  append_words (GTK_BOX (column), heading, "title-2");
  if (body != NULL)
    append_words (GTK_BOX (column), body, "body");
  if (child != NULL)
    gtk_box_append (GTK_BOX (column), child);
  adw_message_dialog_set_extra_child (dialog, column);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
}
