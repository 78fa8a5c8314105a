/* kl-due-dialog.c: asks for the day that a subject is to be explained on, whatever the schedule says */

#include "config.h"

#include "kl-due-dialog.h"

#include <glib/gi18n.h>

#include "coach/kl-day-number.h"
#include "model/kl-iso-date.h"
#include "recall/kl-day-text.h"
#include "ui/edit/kl-apply.h"
#include "ui/page/kl-dialog-words.h"

/* What is asked, and of whom. */
typedef struct
{
  GtkWidget *page; /* weak */
  KlAgenda *agenda;
  KlSubject *subject;
  GtkCalendar *calendar;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_clear_weak_pointer (&self->page);
  g_object_unref (self->agenda);
  g_object_unref (self->subject);
  g_free (self);
}

static void
set_day (Asking     *self,
         const char *day,
         const char *sentence)
{
  KlSchedules *schedules = kl_agenda_get_schedules (self->agenda);
  const KlSchedule *schedule
    = schedules != NULL ? kl_schedules_peek (schedules, kl_record_get_id (KL_RECORD (self->subject))) : NULL;
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (self->subject));

  kl_change_set_string (change, KL_RECORD (self->subject), "due", day);
  kl_change_set_integer (change, KL_RECORD (self->subject), "due-attempts",
                         day != NULL && schedule != NULL ? schedule->n_reviews : 0);
  kl_apply (self->page, change, sentence, NULL, NULL);
}

static void
response_cb (Asking     *self,
             const char *response)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *sentence = NULL;

  if (self->page == NULL)
    return;
  if (g_str_equal (response, "schedule"))
    set_day (self, NULL, _("The schedule counts again"));
  if (!g_str_equal (response, "accept"))
    return;

  day = g_date_time_format (date, "%Y-%m-%d");
  shown = kl_day_text_weekday (kl_day_number_of_time (date, 0), kl_agenda_get_today (self->agenda));
  /* Translators: %s is a day. */
  sentence = g_strdup_printf (_("Due on %s"), shown);
  set_day (self, day, sentence);
}

/* Nothing can be due in the past. */
static void
selected_cb (Asking *self)
{
  GtkWidget *dialog = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->calendar)));
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (ADW_IS_MESSAGE_DIALOG (dialog))
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept",
                                             kl_day_number_of_time (date, 0) >= kl_agenda_get_today (self->agenda));
}

static void
show_day (GtkCalendar *calendar,
          gint64       day)
{
  g_autofree char *text = kl_iso_date_format_day (day);
  g_autofree char *midnight = text != NULL ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) date = midnight != NULL ? g_date_time_new_from_iso8601 (midnight, zone) : NULL;

  if (date != NULL)
    gtk_calendar_select_day (calendar, date);
}

/**
 * kl_due_dialog_ask:
 * @page: the page that asks
 * @agenda: the agenda of the plan, loaded
 * @subject: a subject of it
 *
 * Lets the person choose a day, which holds until the next attempt, or go back to that of the schedule.
 */
void
kl_due_dialog_ask (GtkWidget *page,
                   KlAgenda  *agenda,
                   KlSubject *subject)
{
  const KlProspect *prospect = kl_agenda_get_prospect (agenda, kl_record_get_id (KL_RECORD (subject)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)), NULL, NULL));
  Asking *self = g_new0 (Asking, 1);
  gint64 today = kl_agenda_get_today (agenda);

  g_set_weak_pointer (&self->page, page);
  self->agenda = g_object_ref (agenda);
  self->subject = g_object_ref (subject);
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Due date"), -1);
  show_day (self->calendar, prospect != NULL ? MAX (prospect->due, today) : today);

  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (self->calendar));
  kl_dialog_words_show (dialog, _("When to Explain It"), _("The day that you choose holds until the next attempt."));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (prospect != NULL && prospect->is_by_hand)
    adw_message_dialog_add_response (dialog, "schedule", _("As _Scheduled"));
  adw_message_dialog_add_response (dialog, "accept", _("_Set Date"));
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, asking_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
