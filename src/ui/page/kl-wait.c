/* kl-wait.c: while something is being made */

#include "config.h"

#include "kl-wait.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is done sooner needs no word. */
#define PATIENCE_MS 1000
#define PULSE_MS 120

struct _KlWait
{
  GtkWindow *window;
  char *title;
  GCancellable *cancellable;
  guint patience;
  guint pulse;
  GtkWidget *dialog;
  GtkProgressBar *bar;
};

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (((KlWait *) user_data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
response_cb (KlWait *self)
{
  self->dialog = NULL;
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
show_cb (gpointer user_data)
{
  KlWait *self = user_data;
  AdwMessageDialog *dialog;

  self->patience = 0;
  self->dialog = adw_message_dialog_new (self->window, self->title, NULL);
  dialog = ADW_MESSAGE_DIALOG (self->dialog);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), self);
  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  gtk_window_present (GTK_WINDOW (dialog));
  return G_SOURCE_REMOVE;
}

/**
 * kl_wait_new:
 * @window: (nullable): the window
 * @title: what is being made: “Writing the Report”
 *
 * Returns: (transfer full): what waits from now on, until it is freed
 */
KlWait *
kl_wait_new (GtkWindow  *window,
             const char *title)
{
  KlWait *self = g_new0 (KlWait, 1);

  self->window = window != NULL ? g_object_ref (window) : NULL;
  self->title = g_strdup (title);
  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, show_cb, self);
  return self;
}

/**
 * kl_wait_free:
 * @self: (transfer full): what waits
 */
void
kl_wait_free (KlWait *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
    }
  g_object_unref (self->cancellable);
  g_clear_object (&self->window);
  g_free (self->title);
  g_free (self);
}

/**
 * kl_wait_get_cancellable:
 * @self: what waits
 *
 * Returns: (transfer none): what the person stops
 */
GCancellable *
kl_wait_get_cancellable (KlWait *self)
{
  return self->cancellable;
}
