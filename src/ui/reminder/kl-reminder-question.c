/* kl-reminder-question.c: asks once whether the person wants to be reminded, when there is a first date to remind of */

#include "config.h"

#include "kl-reminder-question.h"

#include <glib/gi18n.h>

#include "ui/page/kl-keyboard-focus.h"

struct _KlReminderQuestion
{
  AdwBin parent_instance;

  GtkWidget *accept;
  GtkWidget *decline;
  GtkSpinner *spinner;

  KlLibrary *library;
  KlAgenda *agenda;
  KlReminders *reminders;
};

G_DEFINE_FINAL_TYPE (KlReminderQuestion, kl_reminder_question, ADW_TYPE_BIN)

/* The answer is being worked on for as long as the desktop asks the person. */
static gboolean
is_to_be_seen (KlReminderQuestion *self)
{
  if (kl_reminders_get_obstacle (self->reminders) != NULL || kl_library_get_read_only (self->library))
    return FALSE;
  if (kl_reminders_get_busy (self->reminders))
    return gtk_widget_get_visible (GTK_WIDGET (self));
  return !kl_reminders_get_asked (self->reminders) && !kl_reminders_get_on (self->reminders)
         && kl_agenda_has_date (self->agenda);
}

/* What had the keyboard goes: the page's next thing gets it, or the one before. */
static void
pass_focus_on (KlReminderQuestion *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL || kl_keyboard_focus_find_child (GTK_WIDGET (self)) == NULL)
    return;

  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  if (!gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (parent, GTK_DIR_TAB_BACKWARD);
}

static void
update (KlReminderQuestion *self)
{
  gboolean is_busy = kl_reminders_get_busy (self->reminders);
  gboolean is_visible = is_to_be_seen (self);

  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_STATE_BUSY, is_busy, -1);
  gtk_widget_set_sensitive (self->decline, !is_busy);
  if (!is_visible)
    pass_focus_on (self);
  else
    gtk_widget_set_can_focus (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), is_visible);
}

static void
switched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(KlReminderQuestion) self = user_data;
  g_autofree char *sentence = kl_reminders_switch_finish (KL_REMINDERS (object), result);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
}

static void
accept_cb (KlReminderQuestion *self)
{
  if (!kl_reminders_get_busy (self->reminders))
    kl_reminders_switch_async (self->reminders, TRUE, switched_cb, g_object_ref (self));
}

static void
decline_cb (KlReminderQuestion *self)
{
  kl_reminders_decline (self->reminders);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("There will be no reminders. The preferences have a switch for them."));
}

static void
kl_reminder_question_dispose (GObject *object)
{
  KlReminderQuestion *self = KL_REMINDER_QUESTION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->agenda);
  g_clear_object (&self->reminders);

  G_OBJECT_CLASS (kl_reminder_question_parent_class)->dispose (object);
}

static void
kl_reminder_question_class_init (KlReminderQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_reminder_question_dispose;
}

static GtkWidget *
create_accept (KlReminderQuestion *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->accept = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_("Remind Me")));
  gtk_button_set_child (GTK_BUTTON (self->accept), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remind Me"), -1);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  return self->accept;
}

static void
kl_reminder_question_init (KlReminderQuestion *self)
{
  GtkWidget *card = adw_bin_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_label_new (_("KLearn can remind you once a day when something is due."));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  self->decline = gtk_button_new_with_label (_("No, Thanks"));
  g_signal_connect_object (self->decline, "clicked", G_CALLBACK (decline_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->decline);
  gtk_box_append (GTK_BOX (buttons), create_accept (self));
  gtk_box_append (GTK_BOX (column), words);
  gtk_box_append (GTK_BOX (column), buttons);
  gtk_widget_set_margin_top (column, 12);
  gtk_widget_set_margin_bottom (column, 12);
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  adw_bin_set_child (ADW_BIN (card), column);
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (self), card);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kl_reminder_question_new:
 * @library: the library
 * @agenda: what is due of the plan that is shown
 *
 * Returns: (transfer floating): the question, which shows itself where it is due, and never again once it was answered
 */
GtkWidget *
kl_reminder_question_new (KlLibrary *library,
                          KlAgenda  *agenda)
{
  KlReminderQuestion *self = g_object_new (KL_TYPE_REMINDER_QUESTION, NULL);

  self->library = g_object_ref (library);
  self->agenda = g_object_ref (agenda);
  self->reminders = kl_reminders_for (library);
  g_signal_connect_object (self->reminders, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (agenda, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
