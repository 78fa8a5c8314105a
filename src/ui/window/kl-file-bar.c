/* kl-file-bar.c: says below everything why the file of the plan is not written, and offers the way out */

#include "config.h"

#include "kl-file-bar.h"

#include <glib/gi18n.h>

#include "exchange/kl-exchange-error.h"

struct _KlFileBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel *label;
  GtkButton *button;
  GError *trouble;
};

G_DEFINE_FINAL_TYPE (KlFileBar, kl_file_bar, ADW_TYPE_BIN)

static void
response_cb (KlFileBar *self,
             int        response)
{
  if (response == GTK_RESPONSE_CLOSE)
    gtk_info_bar_set_revealed (self->bar, FALSE);
}

/* Hardly anybody ever sees it. */
static void
create_bar (KlFileBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  gtk_info_bar_set_message_type (self->bar, GTK_MESSAGE_WARNING);
  gtk_info_bar_set_show_close_button (self->bar, TRUE);
  gtk_info_bar_set_revealed (self->bar, FALSE);
  g_signal_connect_swapped (self->bar, "response", G_CALLBACK (response_cb), self);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));

  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_info_bar_add_child (self->bar, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}

static void
offer (KlFileBar  *self,
       const char *label,
       const char *action)
{
  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

static void
kl_file_bar_finalize (GObject *object)
{
  g_clear_error (&KL_FILE_BAR (object)->trouble);

  G_OBJECT_CLASS (kl_file_bar_parent_class)->finalize (object);
}

static void
kl_file_bar_class_init (KlFileBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_file_bar_finalize;
}

static void
kl_file_bar_init (KlFileBar *self)
{
}

/**
 * kl_file_bar_show:
 * @self: a bar
 * @trouble: (nullable): why the file of the plan that is shown cannot be written
 *
 * Stays until the trouble is over, or the person has read of it.
 */
void
kl_file_bar_show (KlFileBar    *self,
                  const GError *trouble)
{
  g_return_if_fail (KL_IS_FILE_BAR (self));

  if (trouble == NULL)
    {
      g_clear_error (&self->trouble);
      adw_bin_set_child (ADW_BIN (self), NULL);
      self->bar = NULL;
      return;
    }
  if (self->trouble != NULL && g_str_equal (self->trouble->message, trouble->message))
    return;

  g_clear_error (&self->trouble);
  self->trouble = g_error_copy (trouble);
  if (self->bar == NULL)
    create_bar (self);
  gtk_label_set_label (self->label, trouble->message);
  if (g_error_matches (trouble, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED))
    offer (self, _("_Import the Change…"), "win.import-change");
  else if (g_error_matches (trouble, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_GONE))
    offer (self, _("Choose a _File…"), "win.choose-file");
  else
    offer (self, _("_Try Again"), "win.save-file");
  gtk_info_bar_set_revealed (self->bar, TRUE);
}
