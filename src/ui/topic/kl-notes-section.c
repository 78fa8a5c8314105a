/* kl-notes-section.c: the notes of a subject, read as what their Markdown means, and saved as they are typed
 *
 * What is there is shown to be read; Return, F2 or a click show the Markdown itself, to be edited, until it is left.
 * They are saved soon after the last key and never more than a second behind. All that is written until the notes are
 * left is one step to undo.
 */

#include "config.h"

#include "kl-notes-section.h"

#include "ui/edit/kl-section-heading.h"
#include "ui/page/kl-page.h"
#include "ui/page/kl-rich-view.h"

#include "kl-topic-edit.h"

#include <glib/gi18n.h>

#define QUIET_MS 300   /* after the last key */
#define LATEST_MS 700  /* after the first key that is not saved; the save itself takes time, too */
#define AGAIN_MS 4000  /* after a failure */

struct _KlNotesSection
{
  GtkBox parent_instance;

  KlSubject *subject;
  GtkStack *stack;
  KlRichView *reader;
  GtkTextView *view;
  GtkWidget *hint;
  gboolean editable;
  char *sitting;      /* until the notes are left */
  char *sent;         /* what is being saved last */
  gint64 dirty_since; /* monotonic, 0 when nothing waits to be saved */
  guint source;
  guint n_saving;
  gboolean failed;
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

static const char *
get_stored (KlNotesSection *self)
{
  const char *notes = self->n_saving > 0 ? self->sent : kl_subject_get_notes (self->subject);

  return notes != NULL ? notes : "";
}

/* An empty note has nothing to be read; it is there to be begun. */
static void
show_reader (KlNotesSection *self)
{
  g_autofree char *text = dup_text (self);
  gboolean has_words = *text != '\0';

  kl_rich_view_set_text (self->reader, text);
  gtk_stack_set_visible_child_name (self->stack, has_words ? "reader" : "editor");
}

static void
update (KlNotesSection *self)
{
  const char *notes = get_stored (self);
  g_autofree char *text = dup_text (self);

  /* What is being written stays; it will be saved over this. */
  if (self->dirty_since != 0 || self->n_saving > 0 || g_str_equal (text, notes))
    return;

  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), notes, -1);
  self->setting = FALSE;
  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    show_reader (self);
}

static gboolean
save_cb (gpointer user_data)
{
  KlNotesSection *self = user_data;

  self->source = 0;
  kl_notes_section_save (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (KlNotesSection *self,
          gint64          milliseconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add ((guint) MAX (milliseconds, 0), save_cb, self);
}

static void
update_hint (KlNotesSection *self)
{
  gtk_widget_set_visible (self->hint,
                          gtk_text_view_get_editable (self->view)
                            && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0);
}

static void
changed_cb (KlNotesSection *self)
{
  gint64 now = g_get_monotonic_time ();

  update_hint (self);
  if (self->setting)
    return;

  if (self->dirty_since == 0)
    self->dirty_since = now;
  schedule (self, MIN (QUIET_MS, LATEST_MS - (now - self->dirty_since) / 1000));
}

typedef struct
{
  KlNotesSection *section;
  KlPage *page;
} Save;

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Save *job = user_data;
  KlNotesSection *self = job->section;
  g_autoptr(GError) error = NULL;

  self->n_saving--;
  if (kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    {
      self->failed = FALSE;
      if (self->subject != NULL)
        update (self);
    }
  else if (self->subject != NULL)
    {
      /* Told once, tried again until it works. */
      if (!self->failed)
        gtk_widget_activate_action (GTK_WIDGET (job->page), "win.toast", "s", error->message);
      self->failed = TRUE;
      if (self->dirty_since == 0)
        self->dirty_since = g_get_monotonic_time ();
      schedule (self, AGAIN_MS);
    }

  kl_page_end_saving (job->page, error);
  g_object_unref (job->section);
  g_object_unref (job->page);
  g_free (job);
}

static void
enter_cb (KlNotesSection *self)
{
  if (self->sitting == NULL)
    self->sitting = g_uuid_string_random ();
}

static void
leave_cb (KlNotesSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  kl_notes_section_save (self);
  /* Another window having the keyboard is no leaving. */
  if (GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  g_clear_pointer (&self->sitting, g_free);
  show_reader (self);
}

static void
edit_cb (KlNotesSection *self)
{
  if (!self->editable)
    return;

  gtk_stack_set_visible_child_name (self->stack, "editor");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
key_pressed_cb (KlNotesSection  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  /* They are being edited already. */
  if (keyval == GDK_KEY_F2)
    return GDK_EVENT_STOP;
  if (keyval != GDK_KEY_Escape && (!is_return || (state & GDK_CONTROL_MASK) == 0))
    return GDK_EVENT_PROPAGATE;

  /* Both are done with writing; what is written stays. */
  kl_notes_section_save (self);
  if (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) > 0)
    {
      show_reader (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->reader));
    }
  return GDK_EVENT_STOP;
}

static void
kl_notes_section_dispose (GObject *object)
{
  KlNotesSection *self = KL_NOTES_SECTION (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (kl_notes_section_parent_class)->dispose (object);
}

static void
kl_notes_section_finalize (GObject *object)
{
  KlNotesSection *self = KL_NOTES_SECTION (object);

  g_free (self->sitting);
  g_free (self->sent);

  G_OBJECT_CLASS (kl_notes_section_parent_class)->finalize (object);
}

static void
kl_notes_section_class_init (KlNotesSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_notes_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_notes_section_finalize;
}

static void
kl_notes_section_init (KlNotesSection *self)
{
  GtkWidget *heading = kl_section_heading_new (_("Notes"));
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 12);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "kl-lines");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_box_append (GTK_BOX (self), heading);

  /* A text view has no placeholder of its own. */
  self->hint = gtk_label_new (_("Add a Note"));
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (self->hint, 12);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);

  self->editable = TRUE;
  self->reader = KL_RICH_VIEW (kl_rich_view_new (_("Notes")));
  gtk_widget_add_css_class (GTK_WIDGET (self->reader), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->reader), "kl-lines");
  g_signal_connect_object (self->reader, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, overlay, "editor");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->reader), "reader");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
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
 * kl_notes_section_save:
 * @self: notes on a page
 *
 * Saves what is not saved yet, if anything is. The page knows of it by kl_page_begin_saving().
 */
void
kl_notes_section_save (KlNotesSection *self)
{
  g_autoptr(KlChange) change = NULL;
  g_autofree char *text = NULL;
  GtkWidget *page;
  Save *job;

  g_return_if_fail (KL_IS_NOTES_SECTION (self));

  page = gtk_widget_get_ancestor (GTK_WIDGET (self), KL_TYPE_PAGE);
  if (self->dirty_since == 0 || self->subject == NULL || page == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->dirty_since = 0;
  text = dup_text (self);
  if (g_str_equal (text, get_stored (self)))
    return;

  change = kl_topic_edit_new_string (self->subject, KL_RECORD (self->subject), "notes", *text != '\0' ? text : NULL);
  kl_change_set_sitting (change, self->sitting);
  g_free (self->sent);
  self->sent = g_steal_pointer (&text);
  self->n_saving++;

  job = g_new0 (Save, 1);
  job->section = g_object_ref (self);
  job->page = KL_PAGE (g_object_ref (page));
  kl_page_begin_saving (job->page);
  kl_library_apply_async (kl_page_get_library (job->page), change, -1, NULL, stored_cb, job);
}

/**
 * kl_notes_section_set_editable:
 * @self: notes
 * @editable: whether they can be written, or just read
 */
void
kl_notes_section_set_editable (KlNotesSection *self,
                               gboolean        editable)
{
  g_return_if_fail (KL_IS_NOTES_SECTION (self));

  self->editable = editable;
  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
  update_hint (self);
}
