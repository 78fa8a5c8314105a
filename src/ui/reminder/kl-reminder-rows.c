/* kl-reminder-rows.c: whether and when there are reminders, and what is in place for them, in the preferences */

#include "config.h"

#include "kl-reminder-rows.h"

#include <glib/gi18n.h>

#include "kl-hour-text.h"

struct _KlReminderRows
{
  AdwPreferencesGroup parent_instance;

  GtkSwitch *on;
  GtkSpinner *spinner;
  AdwActionRow *switch_row;
  AdwActionRow *hour_row;
  GtkSpinButton *hour;
  GtkLabel *standing;

  KlReminders *reminders;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlReminderRows, kl_reminder_rows, ADW_TYPE_PREFERENCES_GROUP)

static void
update (KlReminderRows *self)
{
  gboolean is_busy = kl_reminders_get_busy (self->reminders);
  const char *standing = is_busy ? _("Asking your desktop…") : kl_reminders_get_standing (self->reminders);

  self->is_showing = TRUE;
  if (!is_busy)
    {
      gtk_switch_set_active (self->on, kl_reminders_get_on (self->reminders));
      gtk_switch_set_state (self->on, kl_reminders_get_on (self->reminders));
    }
  gtk_spin_button_set_value (self->hour, kl_reminders_get_hour (self->reminders));
  self->is_showing = FALSE;

  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_label_set_label (self->standing, standing != NULL ? standing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standing), standing != NULL);
}

static void
switched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  /* The rows show it. */
  g_autofree char *sentence = kl_reminders_switch_finish (KL_REMINDERS (object), result);
}

/* The switch is on once they are; until then it only shows which way it goes. */
static gboolean
state_cb (KlReminderRows *self,
          gboolean        on)
{
  if (self->is_showing || kl_reminders_get_on (self->reminders) == on)
    return FALSE;

  if (!kl_reminders_get_busy (self->reminders))
    kl_reminders_switch_async (self->reminders, on, switched_cb, NULL);
  return TRUE;
}

static void
hour_cb (KlReminderRows *self)
{
  if (!self->is_showing)
    kl_reminders_set_hour (self->reminders, gtk_spin_button_get_value_as_int (self->hour));
}

static gboolean
show_hour_cb (KlReminderRows *self)
{
  g_autofree char *text = kl_hour_text_new (gtk_spin_button_get_value_as_int (self->hour));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->hour))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->hour), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hour), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  return TRUE;
}

static int
read_hour_cb (KlReminderRows *self,
              double         *value)
{
  int hour = kl_hour_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->hour)));

  /* What is no hour gives way to the one that was. */
  *value = hour >= 0 ? hour : gtk_spin_button_get_value (self->hour);
  return TRUE;
}

static void
kl_reminder_rows_dispose (GObject *object)
{
  g_clear_object (&KL_REMINDER_ROWS (object)->reminders);

  G_OBJECT_CLASS (kl_reminder_rows_parent_class)->dispose (object);
}

static void
kl_reminder_rows_class_init (KlReminderRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_reminder_rows_dispose;
}

static void
add_switch (KlReminderRows *self)
{
  self->switch_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->on = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->switch_row), _("Remind me when something is due"));
  adw_action_row_set_subtitle (self->switch_row, _("Once a day, also while the window is closed"));
  adw_action_row_set_title_lines (self->switch_row, 0);
  adw_action_row_set_subtitle_lines (self->switch_row, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->on), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->switch_row, GTK_WIDGET (self->spinner));
  adw_action_row_add_suffix (self->switch_row, GTK_WIDGET (self->on));
  adw_action_row_set_activatable_widget (self->switch_row, GTK_WIDGET (self->on));
  /* The keyboard goes to the switch. */
  gtk_widget_set_focusable (GTK_WIDGET (self->switch_row), FALSE);
  g_signal_connect_object (self->on, "state-set", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->switch_row));
}

static void
add_hour (KlReminderRows *self)
{
  GtkWidget *hour = gtk_spin_button_new_with_range (0, 23, 1);

  self->hour_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->hour = GTK_SPIN_BUTTON (hour);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hour_row), _("Not before"));
  gtk_spin_button_set_numeric (self->hour, FALSE);
  gtk_spin_button_set_wrap (self->hour, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (hour), 8);
  gtk_widget_set_valign (hour, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->hour_row, hour);
  adw_action_row_set_activatable_widget (self->hour_row, hour);
  gtk_widget_set_focusable (GTK_WIDGET (self->hour_row), FALSE);
  g_signal_connect_object (hour, "output", G_CALLBACK (show_hour_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hour, "input", G_CALLBACK (read_hour_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hour, "value-changed", G_CALLBACK (hour_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->hour_row));
}

static void
add_standing (KlReminderRows *self)
{
  self->standing = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->standing, TRUE);
  gtk_label_set_wrap_mode (self->standing, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->standing, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->standing), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->standing), "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->standing));
}

static void
kl_reminder_rows_init (KlReminderRows *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Reminders"));
  self->is_showing = TRUE;
  add_switch (self);
  add_hour (self);
  add_standing (self);
  self->is_showing = FALSE;
}

/**
 * kl_reminder_rows_new:
 * @reminders: the reminders
 *
 * Returns: (transfer floating): rows that show them and switch them at once
 */
GtkWidget *
kl_reminder_rows_new (KlReminders *reminders)
{
  KlReminderRows *self = g_object_new (KL_TYPE_REMINDER_ROWS, NULL);
  const char *obstacle = kl_reminders_get_obstacle (reminders);

  self->reminders = g_object_ref (reminders);
  g_signal_connect_object (reminders, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (obstacle != NULL)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), obstacle);
      gtk_widget_set_sensitive (GTK_WIDGET (self->switch_row), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->on), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->hour_row), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->hour), FALSE);
    }
  update (self);
  kl_reminders_look (reminders);
  return GTK_WIDGET (self);
}
