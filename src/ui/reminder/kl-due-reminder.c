/* kl-due-reminder.c: reminds of what is due, once a day, and takes the reminder back when it is not so any more
 *
 * While the person wants reminders it keeps the application running, also without a window. It looks what there is to
 * do each hour, and when the settings change; while a reminder is out also whenever the library changes. Only then does
 * it need a library, which the application gets for it.
 */

#include "config.h"

#include "kl-due-reminder.h"

#include <glib/gi18n.h>

#include "recall/kl-due-list.h"
#include "recall/kl-reminder-rule.h"
#include "recall/kl-reminder-text.h"

#include "kl-notification-markup.h"

#define NOTIFICATION "due"

/* Where the person wants to be brought, as soon as it is known what is due. */
typedef enum
{
  GOAL_NONE,
  GOAL_TODAY,
  GOAL_EXPLAIN,
} Goal;

struct _KlDueReminder
{
  GObject parent_instance;

  GApplication *application; /* not owned: it owns this */
  GSettings *settings;
  KlClock *clock;
  KlLibrary *library;
  KlDueList *due;
  GCancellable *cancellable;
  gint64 out; /* the day of the reminder that may be before the person's eyes, 0 for none */
  Goal goal;
  gboolean is_holding;
  gboolean is_looking; /* until it is known what is due */
  gboolean is_sending;
  guint idle;
};

G_DEFINE_FINAL_TYPE (KlDueReminder, kl_due_reminder, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOOKED,
  SIGNAL_SHOW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void look (KlDueReminder *self);

static gint64
get_today (KlDueReminder *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (self->clock);

  return kl_reminder_rule_get_day (now);
}

/* The facts borrow the time and the days. */
static KlReminderFacts
get_facts (KlDueReminder      *self,
           GDateTime          *now,
           const char *const  *days)
{
  KlReminderFacts facts = { .now = now, .days = days, .out = self->out };

  facts.is_wanted = kl_due_reminder_is_wanted (self);
  facts.hour = (guint) g_settings_get_int (self->settings, "reminder-hour");
  facts.is_known = self->due != NULL && kl_due_list_is_loaded (self->due);
  facts.n_due = self->due != NULL ? kl_due_list_get_n_due (self->due) : 0;
  return facts;
}

static KlReminderStep
decide (KlDueReminder *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (self->clock);
  g_auto(GStrv) days = g_settings_get_strv (self->settings, "reminded-days");
  const KlReminderFacts facts = get_facts (self, now, (const char *const *) days);

  return kl_reminder_rule_decide (&facts);
}

static gboolean
asks (KlDueReminder *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (self->clock);
  g_auto(GStrv) days = g_settings_get_strv (self->settings, "reminded-days");
  const KlReminderFacts facts = get_facts (self, now, (const char *const *) days);

  return kl_reminder_rule_asks (&facts);
}

/* It is on the disk before anybody sees a reminder, so that a day has none more, whatever ends this program. */
static gboolean
settle_today (KlDueReminder *self)
{
  g_auto(GStrv) days = g_settings_get_strv (self->settings, "reminded-days");
  g_auto(GStrv) more = kl_reminder_rule_add_day ((const char *const *) days, get_today (self));

  if (!g_settings_set_strv (self->settings, "reminded-days", (const char *const *) more))
    return FALSE;

  g_settings_sync ();
  return TRUE;
}

static void
withdraw (KlDueReminder *self)
{
  self->out = 0;
  g_application_withdraw_notification (self->application, NOTIFICATION);
}

static void
send (KlDueReminder *self,
      gboolean       reads_markup)
{
  g_autofree char *title = kl_reminder_text_title (self->due);
  g_autofree char *body = kl_reminder_text_body (self->due);
  g_autofree char *escaped = g_markup_escape_text (body, -1);
  g_autoptr(GNotification) notification = g_notification_new (title);

  if (!settle_today (self))
    {
      g_message ("There is no reminder: that it was given could not be kept.");
      return;
    }

  g_notification_set_body (notification, reads_markup ? escaped : body);
  g_notification_set_default_action (notification, "app.show-today");
  g_notification_add_button (notification, _("Explain"), "app.explain-due");
  g_notification_add_button (notification, _("Tomorrow"), "app.remind-tomorrow");
  self->out = get_today (self);
  g_application_send_notification (self->application, NOTIFICATION, notification);
}

static void
markup_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlDueReminder) self = user_data;
  gboolean reads_markup = kl_notification_markup_ask_finish (result);

  self->is_sending = FALSE;
  if (self->application == NULL)
    return;

  /* Meanwhile it may have been switched off or done; or the library is let go of, and another will come. */
  if (decide (self) == KL_REMINDER_SEND)
    send (self, reads_markup);
  self->is_looking = self->due == NULL;
  look (self);
}

static void
set_goal (KlDueReminder *self,
          Goal           goal)
{
  gboolean had_goal = self->goal != GOAL_NONE;

  self->goal = goal;
  if (goal != GOAL_NONE && !had_goal)
    g_application_hold (self->application);
  else if (goal == GOAL_NONE && had_goal)
    g_application_release (self->application);
}

static void
reach_goal (KlDueReminder *self)
{
  gboolean is_due = self->due != NULL && kl_due_list_get_n_due (self->due) > 0;
  KlPlan *plan = is_due ? kl_due_list_get_plan (self->due, 0) : NULL;
  KlSubject *subject = is_due && self->goal == GOAL_EXPLAIN ? kl_due_list_get_subject (self->due, 0) : NULL;

  g_signal_emit (self, signals[SIGNAL_SHOW], 0, plan != NULL ? kl_record_get_id (KL_RECORD (plan)) : NULL,
                 subject != NULL ? kl_record_get_id (KL_RECORD (subject)) : NULL);
  set_goal (self, GOAL_NONE);
}

static void
drop_due (KlDueReminder *self)
{
  if (self->due != NULL)
    g_signal_handlers_disconnect_by_data (self->due, self);
  g_clear_object (&self->due);
}

/* What there is to do now that it is known what is due. */
static void
act (KlDueReminder *self)
{
  if (self->goal != GOAL_NONE)
    reach_goal (self);

  if (self->is_looking && decide (self) == KL_REMINDER_SEND)
    {
      self->is_sending = TRUE;
      kl_notification_markup_ask_async (g_application_get_dbus_connection (self->application), self->cancellable,
                                        markup_cb, g_object_ref (self));
      return;
    }
  self->is_looking = FALSE;
}

static void
due_cb (KlDueReminder *self)
{
  const GError *error = kl_due_list_get_error (self->due);

  if (error != NULL)
    {
      g_debug ("What is due cannot be told: %s", error->message);
      kl_due_reminder_give_up (self);
    }
  else if (kl_due_list_is_loaded (self->due))
    {
      look (self);
    }
}

static void
look (KlDueReminder *self)
{
  if (self->is_sending)
    return;

  if (decide (self) == KL_REMINDER_WITHDRAW)
    withdraw (self);
  if (self->due != NULL && kl_due_list_is_loaded (self->due))
    act (self);

  if (!kl_due_reminder_needs_library (self))
    {
      drop_due (self);
    }
  else if (self->due == NULL && self->library != NULL)
    {
      self->due = kl_due_list_new (self->library);
      g_signal_connect_swapped (self->due, "changed", G_CALLBACK (due_cb), self);
      if (kl_due_list_is_loaded (self->due)) /* there is no plan */
        look (self);
    }
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

static gboolean
idle_cb (gpointer user_data)
{
  KlDueReminder *self = user_data;

  self->idle = 0;
  kl_due_reminder_look (self);
  return G_SOURCE_REMOVE;
}

/* With the hour a day of learning may begin: what is due is brought up to date before it is looked at. */
static void
hour_cb (KlDueReminder *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
settings_cb (KlDueReminder *self)
{
  gboolean is_wanted = kl_due_reminder_is_wanted (self);

  if (is_wanted && !self->is_holding)
    g_application_hold (self->application);
  kl_due_reminder_look (self);
  if (!is_wanted && self->is_holding)
    g_application_release (self->application);
  self->is_holding = is_wanted;
}

static void
show_today_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  set_goal (user_data, GOAL_TODAY);
  kl_due_reminder_look (user_data);
}

static void
explain_due_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  set_goal (user_data, GOAL_EXPLAIN);
  kl_due_reminder_look (user_data);
}

static void
remind_tomorrow_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  KlDueReminder *self = user_data;

  if (!settle_today (self))
    g_message ("That the reminder was put off could not be kept.");
  withdraw (self);
  kl_due_reminder_look (self);
}

static void
kl_due_reminder_dispose (GObject *object)
{
  KlDueReminder *self = KL_DUE_REMINDER (object);

  self->application = NULL;
  g_clear_handle_id (&self->idle, g_source_remove);
  drop_due (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (kl_due_reminder_parent_class)->dispose (object);
}

static void
kl_due_reminder_class_init (KlDueReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_due_reminder_dispose;

  /**
   * KlDueReminder::looked:
   * @self: the reminder
   *
   * It looked what there is to do; whether it needs a library may be another thing than before.
   */
  signals[SIGNAL_LOOKED] = g_signal_new ("looked", KL_TYPE_DUE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * KlDueReminder::show:
   * @self: the reminder
   * @plan_id: (nullable): the plan to show, %NULL for the one that was shown last
   * @subject_id: (nullable): what of it to explain, %NULL for Today
   *
   * The person wants to go there.
   */
  signals[SIGNAL_SHOW] = g_signal_new ("show", KL_TYPE_DUE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
kl_due_reminder_init (KlDueReminder *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * kl_due_reminder_new:
 * @application: the application, registered; it is not kept alive, and is given the actions of a reminder
 * @settings: the settings of KLearn
 * @clock: the clock
 *
 * A reminder of an earlier day may still be out, from before a crash, and is withdrawn by the first
 * kl_due_reminder_look().
 *
 * Returns: (transfer full): what reminds of what is due
 */
KlDueReminder *
kl_due_reminder_new (GApplication *application,
                     GSettings    *settings,
                     KlClock      *clock)
{
  static const GActionEntry entries[] = {
    { .name = "show-today", .activate = show_today_cb },
    { .name = "explain-due", .activate = explain_due_cb },
    { .name = "remind-tomorrow", .activate = remind_tomorrow_cb },
  };
  KlDueReminder *self = g_object_new (KL_TYPE_DUE_REMINDER, NULL);
  g_auto(GStrv) days = g_settings_get_strv (settings, "reminded-days");

  self->application = application;
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->out = kl_iso_date_parse_day (days[0]);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (settings, "changed::reminders", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminder-hour", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "hour-changed", G_CALLBACK (hour_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (hour_cb), self, G_CONNECT_SWAPPED);
  settings_cb (self);
  return self;
}

/**
 * kl_due_reminder_look:
 * @self: the reminder
 *
 * Looks what there is to do now. Where that depends on what is due, it goes on when that is known.
 */
void
kl_due_reminder_look (KlDueReminder *self)
{
  g_return_if_fail (KL_IS_DUE_REMINDER (self));

  self->is_looking = TRUE;
  look (self);
}

/**
 * kl_due_reminder_set_library:
 * @self: the reminder
 * @library: (nullable): the library, open; %NULL when it is to be let go of
 */
void
kl_due_reminder_set_library (KlDueReminder *self,
                             KlLibrary     *library)
{
  g_return_if_fail (KL_IS_DUE_REMINDER (self));

  if (!g_set_object (&self->library, library))
    return;

  drop_due (self);
  if (library != NULL)
    look (self);
}

/**
 * kl_due_reminder_give_up:
 * @self: the reminder
 *
 * There is no library now, or none that can be read: it tries again with the next hour. Whoever wants to go somewhere
 * is shown what is wrong.
 */
void
kl_due_reminder_give_up (KlDueReminder *self)
{
  g_return_if_fail (KL_IS_DUE_REMINDER (self));

  drop_due (self);
  self->is_looking = FALSE;
  if (self->goal != GOAL_NONE)
    reach_goal (self);
}

/**
 * kl_due_reminder_is_wanted:
 * @self: the reminder
 *
 * Returns: whether the person wants reminders, and there is a session in which to give them
 */
gboolean
kl_due_reminder_is_wanted (KlDueReminder *self)
{
  GDBusConnection *bus;

  g_return_val_if_fail (KL_IS_DUE_REMINDER (self), FALSE);

  bus = g_application_get_dbus_connection (self->application);
  return bus != NULL && g_settings_get_boolean (self->settings, "reminders");
}

/**
 * kl_due_reminder_needs_library:
 * @self: the reminder
 *
 * Returns: whether what to do now depends on what is due
 */
gboolean
kl_due_reminder_needs_library (KlDueReminder *self)
{
  g_return_val_if_fail (KL_IS_DUE_REMINDER (self), FALSE);

  return self->goal != GOAL_NONE || (asks (self) && (self->is_looking || self->out != 0));
}
