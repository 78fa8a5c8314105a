/* kl-event-rows.c: the day that a plan is learned for, of an exam or a talk */

#include "config.h"

#include "kl-event-rows.h"

#include <glib/gi18n.h>

#include "recall/kl-date-text.h"

struct _KlEventRows
{
  AdwPreferencesGroup parent_instance;

  KlLibrary *library;
  KlPlan *plan;
  GtkEditable *title;
  AdwActionRow *day;
  GtkMenuButton *choose;
  GtkCalendar *calendar;
  GtkWidget *clear;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlEventRows, kl_event_rows, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_SAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlEventRows) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    g_signal_emit (self, signals[SIGNAL_SAY], 0, error->message);
}

static void
set_string (KlEventRows *self,
            const char  *field,
            const char  *value)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));

  kl_change_set_string (change, KL_RECORD (self->plan), field, value);
  kl_library_apply_async (self->library, change, -1, NULL, applied_cb, g_object_ref (self));
}

static void
title_cb (KlEventRows *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  if (g_strcmp0 (text, kl_plan_get_event_title (self->plan)) != 0)
    set_string (self, "event-title", *text != '\0' ? text : NULL);
}

static void
day_cb (KlEventRows *self)
{
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *day = NULL;

  if (self->is_showing)
    return;

  date = gtk_calendar_get_date (self->calendar);
  day = g_date_time_format (date, "%Y-%m-%d");
  gtk_menu_button_popdown (self->choose);
  if (g_strcmp0 (day, kl_plan_get_event_date (self->plan)) != 0)
    set_string (self, "event-date", day);
}

static void
clear_cb (KlEventRows *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
  set_string (self, "event-date", NULL);
}

static void
show_day (KlEventRows *self,
          const char  *day)
{
  g_autofree char *midnight = day != NULL ? g_strdup_printf ("%.10sT00:00:00", day) : NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) date = midnight != NULL ? g_date_time_new_from_iso8601 (midnight, zone) : NULL;

  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
}

static void
update (KlEventRows *self)
{
  const char *title = kl_plan_get_event_title (self->plan);
  const char *day = kl_plan_get_event_date (self->plan);
  g_autofree char *shown = day != NULL ? kl_date_text_format (day) : NULL;
  g_autofree char *markup = g_markup_escape_text (shown != NULL ? shown : _("None"), -1);

  self->is_showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->title), title != NULL ? title : "") != 0)
    gtk_editable_set_text (self->title, title != NULL ? title : "");
  adw_action_row_set_subtitle (self->day, markup);
  gtk_widget_set_visible (self->clear, day != NULL);
  show_day (self, day);
  self->is_showing = FALSE;
}

static void
kl_event_rows_dispose (GObject *object)
{
  KlEventRows *self = KL_EVENT_ROWS (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kl_event_rows_parent_class)->dispose (object);
}

static void
kl_event_rows_class_init (KlEventRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_event_rows_dispose;

  /**
   * KlEventRows::say:
   * @self: the rows
   * @sentence: what went wrong
   */
  signals[SIGNAL_SAY] = g_signal_new ("say", KL_TYPE_EVENT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_STRING);
}

static void
append_day (KlEventRows *self)
{
  GtkWidget *popover = gtk_popover_new ();
  const char *choose = _("Choose the Day");
  const char *clear = _("No Target Date");

  self->day = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day), _("Target Date"));

  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (self->clear, clear);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->day, self->clear);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Target Date"), -1);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));

  self->choose = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->choose, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->choose, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->choose), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->choose), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choose), choose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL, choose, -1);
  adw_action_row_add_suffix (self->day, GTK_WIDGET (self->choose));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->day));
}

static void
kl_event_rows_init (KlEventRows *self)
{
  GtkWidget *title = adw_entry_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Learning For"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("The page of today says what is expected on that day"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (title), _("Exam, talk or other event"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (title), TRUE);
  self->title = GTK_EDITABLE (title);
  g_signal_connect_object (title, "apply", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), title);
  append_day (self);
}

/**
 * kl_event_rows_new:
 * @library: a library
 * @plan: a plan of it
 *
 * Returns: (transfer floating): rows that follow the plan
 */
GtkWidget *
kl_event_rows_new (KlLibrary *library,
                   KlPlan    *plan)
{
  KlEventRows *self = g_object_new (KL_TYPE_EVENT_ROWS, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  g_signal_connect_object (plan, "notify::event-title", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify::event-date", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_object_bind_property (library, "read-only", self, "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  update (self);
  return GTK_WIDGET (self);
}
