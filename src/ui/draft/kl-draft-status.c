/* kl-draft-status.c: the line that says what went wrong, in place, while the words stay where they are */

#include "config.h"

#include "kl-draft-status.h"

#include <glib/gi18n.h>

struct _KlDraftStatus
{
  AdwBin parent_instance;

  KlDraftSaver *saver;
  char *text;
  GtkLabel *label;
  GtkWidget *retry;
};

G_DEFINE_FINAL_TYPE (KlDraftStatus, kl_draft_status, ADW_TYPE_BIN)

static void
update (KlDraftStatus *self)
{
  const char *error = self->saver != NULL ? kl_draft_saver_get_error (self->saver) : NULL;
  g_autofree char *message = NULL;

  if (error != NULL && !kl_draft_saver_get_loaded (self->saver))
    message = g_strdup (error);
  else if (error != NULL)
    /* Translators: %s is a sentence that says why */
    message = g_strdup_printf (_("Not saved yet: %s"), error);
  else
    message = g_strdup (self->text);

  gtk_label_set_text (self->label, message != NULL ? message : "");
  gtk_widget_set_visible (self->retry, error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}

static void
retry_cb (KlDraftStatus *self)
{
  if (self->saver != NULL)
    kl_draft_saver_retry (self->saver);
}

static void
kl_draft_status_dispose (GObject *object)
{
  KlDraftStatus *self = KL_DRAFT_STATUS (object);

  if (self->saver != NULL)
    g_signal_handlers_disconnect_by_func (self->saver, update, self);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (kl_draft_status_parent_class)->dispose (object);
}

static void
kl_draft_status_class_init (KlDraftStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_draft_status_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
kl_draft_status_init (KlDraftStatus *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "warning");
  self->retry = gtk_button_new_with_mnemonic (_("_Try Again"));
  gtk_widget_set_valign (self->retry, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->retry, "clicked", G_CALLBACK (retry_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->retry);
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
}

/**
 * kl_draft_status_set_saver:
 * @self: a line
 * @saver: whose failures it says
 */
void
kl_draft_status_set_saver (KlDraftStatus *self,
                           KlDraftSaver  *saver)
{
  g_return_if_fail (KL_IS_DRAFT_STATUS (self));

  if (!g_set_object (&self->saver, saver))
    return;

  g_signal_connect_swapped (saver, "notify::error", G_CALLBACK (update), self);
  update (self);
}

/**
 * kl_draft_status_set_text:
 * @self: a line
 * @text: (nullable): a sentence about something else that did not work
 */
void
kl_draft_status_set_text (KlDraftStatus *self,
                          const char    *text)
{
  g_return_if_fail (KL_IS_DRAFT_STATUS (self));

  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
}
