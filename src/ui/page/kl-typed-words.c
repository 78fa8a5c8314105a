/* kl-typed-words.c: a dialog in which somebody wrote something asks before it closes
 *
 * What they wrote is in text views that can be edited, on whatever page of the dialog, and is not what these began
 * with.
 */

#include "config.h"

#include "kl-typed-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "kl-dialog-words.h"

#define QUESTION "kl-typed-words-question"

static gboolean
has_typed_words (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  if (!gtk_text_view_get_editable (view) || !gtk_text_buffer_get_modified (buffer))
    return FALSE;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return *text != '\0';
}

static gboolean
holds_typed_words (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return has_typed_words (GTK_TEXT_VIEW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_typed_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
destroy_cb (gpointer dialog)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  gtk_window_destroy (dialog);
  /* Two windows went at once: some window managers then give the keyboard to none. */
  if (parent != NULL)
    gtk_window_present (parent);
  return G_SOURCE_REMOVE;
}

/* The question is still needed by its own signal, and goes with the dialog. */
static void
answered_cb (GtkWindow  *dialog,
             const char *response)
{
  g_object_set_data (G_OBJECT (dialog), QUESTION, NULL);
  if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (dialog), g_object_unref);
}

static gboolean
close_cb (GtkWindow *dialog)
{
  GtkWindow *asked = g_object_get_data (G_OBJECT (dialog), QUESTION);
  AdwMessageDialog *question;

  if (!holds_typed_words (GTK_WIDGET (dialog)))
    return FALSE;
  if (asked != NULL)
    {
      gtk_window_present (asked);
      return TRUE;
    }

  question = ADW_MESSAGE_DIALOG (adw_message_dialog_new (dialog, NULL, NULL));
  kl_dialog_words_show (question, _("Discard What You Wrote?"),
                        _("It was not taken over, and nothing of it would be kept."));
  adw_message_dialog_add_response (question, "keep", _("_Keep Editing"));
  adw_message_dialog_add_response (question, "discard", _("_Discard"));
  adw_message_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "keep");
  adw_message_dialog_set_close_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), dialog, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (dialog), QUESTION, question);
  gtk_window_present (GTK_WINDOW (question));
  return TRUE;
}

/**
 * kl_typed_words_begin:
 * @view: a text view
 * @text: what it begins with, which nobody typed
 */
void
kl_typed_words_begin (GtkTextView *view,
                      const char  *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_set_modified (buffer, FALSE);
}

/**
 * kl_typed_words_guard:
 * @dialog: a dialog that was not shown yet
 *
 * Before it closes with words that were typed in it, it asks whether to discard them. What is done with it calls
 * gtk_window_destroy(), which asks nothing.
 */
void
kl_typed_words_guard (GtkWindow *dialog)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  g_signal_connect (dialog, "close-request", G_CALLBACK (close_cb), NULL);
}
