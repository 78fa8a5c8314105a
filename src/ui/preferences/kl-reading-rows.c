/* kl-reading-rows.c: whether suggested scores are those that the person usually gives, in the preferences */

#include "config.h"

#include "kl-reading-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "recall/kl-reading-habit.h"
#include "ui/page/kl-settings.h"

#define OFFSET_KEY "reading-offset"

struct _KlReadingRows
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *row;
  GtkSwitch *on;

  GSettings *settings; /* NULL where they are not installed */
  KlReadingHabit *habit;
};

G_DEFINE_FINAL_TYPE (KlReadingRows, kl_reading_rows, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_standing (double   offset,
              gboolean is_on)
{
  guint size = (guint) round (fabs (offset));

  if (size == 0)
    return g_strdup (_("So far your scores are those that the verdicts lead to"));
  if (is_on && offset > 0)
    return g_strdup_printf (ngettext ("Suggested scores are raised by %u point, as you usually give",
                                      "Suggested scores are raised by %u points, as you usually give", size),
                            size);
  if (is_on)
    return g_strdup_printf (ngettext ("Suggested scores are lowered by %u point, as you usually give",
                                      "Suggested scores are lowered by %u points, as you usually give", size),
                            size);
  if (offset > 0)
    return g_strdup_printf (ngettext ("They would be raised by %u point", "They would be raised by %u points", size),
                            size);
  return g_strdup_printf (ngettext ("They would be lowered by %u point", "They would be lowered by %u points", size),
                          size);
}

static void
update (KlReadingRows *self)
{
  g_autofree char *standing
    = dup_standing (kl_reading_habit_get_offset (self->habit), gtk_switch_get_active (self->on));

  adw_action_row_set_subtitle (self->row, standing);
}

static void
kl_reading_rows_dispose (GObject *object)
{
  KlReadingRows *self = KL_READING_ROWS (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->habit);

  G_OBJECT_CLASS (kl_reading_rows_parent_class)->dispose (object);
}

static void
kl_reading_rows_class_init (KlReadingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_reading_rows_dispose;
}

static void
kl_reading_rows_init (KlReadingRows *self)
{
  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  self->on = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Suggested Scores"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _("Suggest the scores that I usually give"));
  adw_action_row_set_title_lines (self->row, 0);
  adw_action_row_set_subtitle_lines (self->row, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->on), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->row, GTK_WIDGET (self->on));
  adw_action_row_set_activatable_widget (self->row, GTK_WIDGET (self->on));
  /* The keyboard goes to the switch. */
  gtk_widget_set_focusable (GTK_WIDGET (self->row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}

/**
 * kl_reading_rows_new:
 * @library: the library
 *
 * Returns: (transfer floating): a row that says by how much suggested scores are raised or lowered, and switches it
 */
GtkWidget *
kl_reading_rows_new (KlLibrary *library)
{
  KlReadingRows *self = g_object_new (KL_TYPE_READING_ROWS, NULL);

  self->habit = kl_reading_habit_for (library);
  self->settings = kl_settings_new ("com.example.KLearn", NULL);
  gtk_switch_set_active (self->on, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), self->settings != NULL);
  if (self->settings != NULL)
    g_settings_bind (self->settings, OFFSET_KEY, self->on, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->habit, "notify::offset", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->on, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
