/* kl-notes-section.c: the notes of a subject, saved when they are left and on Ctrl+Return */

#include "config.h"

#include "kl-notes-section.h"

#include "ui/edit/kl-apply.h"

#include "kl-topic-edit.h"

#include <glib/gi18n.h>

struct _KlNotesSection
{
  GtkBox parent_instance;

  KlSubject *subject;
  GtkTextView *view;
  gboolean dirty;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KlNotesSection, kl_notes_section, GTK_TYPE_BOX)

static char *
dup_text (KlNotesSection *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
update (KlNotesSection *self)
{
  const char *notes = kl_subject_get_notes (self->subject);
  g_autofree char *text = dup_text (self);

  /* What is being written stays; it will be saved over this. */
  if (self->dirty || g_strcmp0 (text, notes != NULL ? notes : "") == 0)
    return;

  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), notes != NULL ? notes : "", -1);
  self->setting = FALSE;
}

static void
changed_cb (KlNotesSection *self)
{
  if (!self->setting)
    self->dirty = TRUE;
}

static void
stored_cb (gpointer      target,
           const GError *error)
{
  if (error != NULL)
    kl_notes_section_keep (target);
}

static void
save (KlNotesSection *self)
{
  KlChange *change = kl_notes_section_take_change (self);

  if (change != NULL)
    kl_apply (GTK_WIDGET (self), change, NULL, stored_cb, self);
}

static gboolean
key_pressed_cb (KlNotesSection  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  save (self);
  return GDK_EVENT_STOP;
}

static void
kl_notes_section_dispose (GObject *object)
{
  g_clear_object (&KL_NOTES_SECTION (object)->subject);

  G_OBJECT_CLASS (kl_notes_section_parent_class)->dispose (object);
}

static void
kl_notes_section_class_init (KlNotesSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_notes_section_dispose;
}

static void
kl_notes_section_init (KlNotesSection *self)
{
  GtkWidget *heading = gtk_label_new (_("Notes"));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 12);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "kl-lines");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), _("Saved when you leave it, and by Ctrl+Return"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->view));
}

/**
 * kl_notes_section_new:
 * @subject: a subject
 *
 * Returns: (transfer floating): its notes, for a page of it
 */
GtkWidget *
kl_notes_section_new (KlSubject *subject)
{
  KlNotesSection *self = g_object_new (KL_TYPE_NOTES_SECTION, NULL);

  self->subject = g_object_ref (subject);
  g_signal_connect_object (subject, "notify::notes", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_notes_section_take_change:
 * @self: notes
 *
 * Returns: (transfer full) (nullable): the change that stores what was written, %NULL where nothing was. Who takes it
 *   stores it, or says kl_notes_section_keep()
 */
KlChange *
kl_notes_section_take_change (KlNotesSection *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (KL_IS_NOTES_SECTION (self), NULL);

  if (!self->dirty || self->subject == NULL)
    return NULL;

  self->dirty = FALSE;
  text = dup_text (self);
  if (g_strcmp0 (text, kl_subject_get_notes (self->subject) != NULL ? kl_subject_get_notes (self->subject) : "") == 0)
    return NULL;
  return kl_topic_edit_new_string (self->subject, KL_RECORD (self->subject), "notes", *text != '\0' ? text : NULL);
}

/**
 * kl_notes_section_keep:
 * @self: notes
 *
 * What was taken could not be stored: it will be tried again.
 */
void
kl_notes_section_keep (KlNotesSection *self)
{
  g_return_if_fail (KL_IS_NOTES_SECTION (self));

  self->dirty = TRUE;
}
