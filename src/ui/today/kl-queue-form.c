/* kl-queue-form.c: the fields of an entry of the study queue, to be edited
 *
 * It emits “done”, with whether what was written shall be kept: on Return and where the keyboard leaves it, or not, on
 * Escape.
 */

#include "config.h"

#include "kl-queue-form.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-topic-picker.h"

#include "kl-queue-text.h"

#define MAX_MINUTES 1000

struct _KlQueueForm
{
  GtkBox parent_instance;

  KlPlan *plan;
  KlQueueEntry *entry;
  GtkEditable *title;
  GtkSpinButton *minutes;
  GtkEditable *why;
  GtkEditable *prerequisites;
};

G_DEFINE_FINAL_TYPE (KlQueueForm, kl_queue_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
keep_cb (KlQueueForm *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, TRUE);
}

static void
leave_cb (KlQueueForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window having the keyboard is no leaving. */
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    keep_cb (self);
}

static gboolean
key_pressed_cb (KlQueueForm     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_DONE], 0, FALSE);
  return GDK_EVENT_STOP;
}

static void
picked_cb (KlQueueForm *self,
           KlSubject   *subject)
{
  gtk_editable_set_text (self->title, kl_subject_get_title (subject));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
kl_queue_form_dispose (GObject *object)
{
  KlQueueForm *self = KL_QUEUE_FORM (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (kl_queue_form_parent_class)->dispose (object);
}

static void
kl_queue_form_class_init (KlQueueFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_queue_form_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", KL_TYPE_QUEUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

/* A field under its name. */
static void
append (KlQueueForm *self,
        const char  *name,
        GtkWidget   *field,
        GtkWidget   *beside)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (field, !GTK_IS_SPIN_BUTTON (field));
  gtk_box_append (GTK_BOX (line), field);
  if (beside != NULL)
    gtk_box_append (GTK_BOX (line), beside);
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (self), column);
  if (GTK_IS_ENTRY (field))
    g_signal_connect_swapped (field, "activate", G_CALLBACK (keep_cb), self);
}

static void
kl_queue_form_init (KlQueueForm *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kl_queue_form_new:
 * @plan: the plan, loaded
 * @entry: an entry of its queue
 *
 * Returns: (transfer floating): a form
 */
GtkWidget *
kl_queue_form_new (KlPlan       *plan,
                   KlQueueEntry *entry)
{
  KlQueueForm *self = g_object_new (KL_TYPE_QUEUE_FORM, NULL);
  GtkWidget *choose = gtk_menu_button_new ();
  GtkWidget *picker = kl_topic_picker_new (plan);

  self->plan = g_object_ref (plan);
  self->entry = g_object_ref (entry);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (choose), "view-list-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (choose), picker);
  gtk_widget_set_tooltip_text (choose, _("Choose a Topic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a topic"), -1);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);

  self->title = GTK_EDITABLE (gtk_entry_new ());
  self->minutes = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MAX_MINUTES, 5));
  self->why = GTK_EDITABLE (gtk_entry_new ());
  self->prerequisites = GTK_EDITABLE (gtk_entry_new ());
  append (self, _("Topic"), GTK_WIDGET (self->title), choose);
  append (self, _("Minutes"), GTK_WIDGET (self->minutes), NULL);
  append (self, _("Why"), GTK_WIDGET (self->why), NULL);
  append (self, _("Prerequisites"), GTK_WIDGET (self->prerequisites), NULL);
  return GTK_WIDGET (self);
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * kl_queue_form_start:
 * @self: a form
 *
 * Shows what the entry says now, and takes the keyboard.
 */
void
kl_queue_form_start (KlQueueForm *self)
{
  g_return_if_fail (KL_IS_QUEUE_FORM (self));

  set_text (self->title, kl_queue_text_title (self->plan, self->entry));
  gtk_spin_button_set_value (self->minutes, (double) kl_queue_entry_get_minutes (self->entry));
  set_text (self->why, kl_queue_entry_get_why (self->entry));
  set_text (self->prerequisites, kl_queue_entry_get_prerequisites (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
compare (KlChange    *change,
         KlRecord    *entry,
         const char  *field,
         const char  *old,
         GtkEditable *written)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (written)));

  if (g_strcmp0 (text, old != NULL ? old : "") != 0)
    kl_change_set_string (change, entry, field, *text != '\0' ? text : NULL);
}

/**
 * kl_queue_form_dup_change:
 * @self: a form
 *
 * An entry is about the topic of its title, where there is one. Without a title it keeps the one that it has.
 *
 * Returns: (transfer full) (nullable): the change that stores what was written; %NULL where it says what was there
 */
KlChange *
kl_queue_form_dup_change (KlQueueForm *self)
{
  g_autoptr(KlChange) change = NULL;
  g_autofree char *title = NULL;
  KlRecord *entry;
  gint64 minutes;

  g_return_val_if_fail (KL_IS_QUEUE_FORM (self), NULL);

  entry = KL_RECORD (self->entry);
  change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));
  title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  if (*title != '\0' && g_strcmp0 (title, kl_queue_text_title (self->plan, self->entry)) != 0)
    {
      KlSubject *subject = kl_plan_find_topic (self->plan, title);

      kl_change_set_string (change, entry, "title", title);
      kl_change_set_string (change, entry, "subject", subject != NULL ? kl_record_get_id (KL_RECORD (subject)) : NULL);
    }
  gtk_spin_button_update (self->minutes);
  minutes = gtk_spin_button_get_value_as_int (self->minutes);
  if (minutes != CLAMP (kl_queue_entry_get_minutes (self->entry), 0, MAX_MINUTES))
    kl_change_set_integer (change, entry, "minutes", minutes);
  compare (change, entry, "why", kl_queue_entry_get_why (self->entry), self->why);
  compare (change, entry, "prerequisites", kl_queue_entry_get_prerequisites (self->entry), self->prerequisites);
  return kl_change_get_n_operations (change) > 0 ? g_steal_pointer (&change) : NULL;
}
