/* kl-reading-note.c: says that an explanation is being read, where that takes more than a moment */

#include "config.h"

#include "kl-reading-note.h"

#include <glib/gi18n.h>

#define MOMENT_MS 1000

struct _KlReadingNote
{
  GtkBox parent_instance;

  KlSuggestions *suggestions;
  GtkSpinner *spinner;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (KlReadingNote, kl_reading_note, GTK_TYPE_BOX)

static void
show (KlReadingNote *self,
      gboolean       is_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  gtk_spinner_set_spinning (self->spinner, is_shown);
}

static gboolean
timeout_cb (gpointer user_data)
{
  KlReadingNote *self = user_data;

  self->timeout = 0;
  show (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
reading_cb (KlReadingNote *self)
{
  gboolean is_reading = kl_suggestions_get_reading (self->suggestions);

  if (!is_reading)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      show (self, FALSE);
    }
  else if (self->timeout == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->timeout = g_timeout_add (MOMENT_MS, timeout_cb, self);
}

static void
kl_reading_note_dispose (GObject *object)
{
  KlReadingNote *self = KL_READING_NOTE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->suggestions);

  G_OBJECT_CLASS (kl_reading_note_parent_class)->dispose (object);
}

static void
kl_reading_note_class_init (KlReadingNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_reading_note_dispose;
}

static void
kl_reading_note_init (KlReadingNote *self)
{
  GtkWidget *label = gtk_label_new (_("Your explanation is being read"));

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (self), label);
}

/**
 * kl_reading_note_set_suggestions:
 * @self: a note
 * @suggestions: what comes of the reading
 */
void
kl_reading_note_set_suggestions (KlReadingNote *self,
                                 KlSuggestions *suggestions)
{
  g_return_if_fail (KL_IS_READING_NOTE (self));

  if (!g_set_object (&self->suggestions, suggestions))
    return;
  g_signal_connect_object (suggestions, "notify::reading", G_CALLBACK (reading_cb), self, G_CONNECT_SWAPPED);
  reading_cb (self);
}
