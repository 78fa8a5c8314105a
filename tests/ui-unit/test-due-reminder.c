/* test-due-reminder.c: what is sent and withdrawn as the clock goes on
 *
 * The server of notifications is a stand-in, on a private bus.
 */

#include "config.h"

#include "library-fixture.h"
#include "test-clock.h"
#include "ui/reminder/kl-due-reminder.h"

#define SERVER "org.gtk.Notifications"

typedef struct
{
  LibraryFixture library;
  GApplication *application;
  GSettings *settings;
  KlPlan *plan;
  KlSubject *subject;
  KlDueReminder *reminder;
  guint server;
  guint name;
  gboolean has_name;
  guint n_sent;
  guint n_withdrawn;
  char *shown; /* where it brought the person last */
} Fixture;

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *arguments,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  Fixture *self = data;

  if (g_str_equal (method, "AddNotification"))
    self->n_sent++;
  else
    self->n_withdrawn++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
named_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         data)
{
  ((Fixture *) data)->has_name = TRUE;
}

static void
serve (Fixture *self)
{
  static const GDBusInterfaceVTable functions = { .method_call = call_cb };
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (
    "<node><interface name='" SERVER "'>"
    "<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/></method>"
    "<method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
    "</interface></node>",
    &error);
  GDBusConnection *connection = g_application_get_dbus_connection (self->application);

  g_assert_no_error (error);
  self->server = g_dbus_connection_register_object (connection, "/org/gtk/Notifications", info->interfaces[0],
                                                    &functions, self, NULL, &error);
  g_assert_no_error (error);
  self->name = g_bus_own_name_on_connection (connection, SERVER, G_BUS_NAME_OWNER_FLAGS_NONE, named_cb, NULL, self,
                                             NULL);
  while (!self->has_name)
    g_main_context_iteration (NULL, TRUE);
}

static void
show_cb (Fixture    *self,
         const char *plan_id,
         const char *subject_id)
{
  g_free (self->shown);
  self->shown = g_strdup_printf ("%s %s", plan_id != NULL ? plan_id : "-", subject_id != NULL ? subject_id : "-");
}

/* It is eight o'clock on 23 November, and one topic is due. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 60);
  g_autoptr(GError) error = NULL;

  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->subject = library_fixture_add_subject (&self->library, self->plan, "topic");
  g_object_set (attempt, "date", "2026-10-01", NULL);
  g_assert_true (library_fixture_record (&self->library, self->subject, attempt, &error));
  test_clock_set (TEST_CLOCK (kl_library_get_clock (self->library.library)), "2026-11-23T08:00:00Z");

  self->application = g_application_new ("com.example.KLearn.Test", 0);
  g_assert_true (g_application_register (self->application, NULL, &error));
  serve (self);
  self->settings = g_settings_new ("com.example.KLearn");
  g_settings_set_boolean (self->settings, "reminders", TRUE);
  g_settings_reset (self->settings, "reminded-days");
  g_settings_reset (self->settings, "reminder-hour");
  self->reminder = kl_due_reminder_new (self->application, self->settings,
                                        kl_library_get_clock (self->library.library));
  g_signal_connect_swapped (self->reminder, "show", G_CALLBACK (show_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_settings_set_boolean (self->settings, "reminders", FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->reminder);
  g_clear_object (&self->settings);
  g_bus_unown_name (self->name);
  g_dbus_connection_unregister_object (g_application_get_dbus_connection (self->application), self->server);
  g_assert_finalize_object (self->application);
  g_clear_object (&self->subject);
  g_clear_object (&self->plan);
  g_free (self->shown);
  library_fixture_tear_down (&self->library, NULL);
}

/* Goes on until nothing is left to find out. */
static void
rest (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_time (Fixture    *self,
          const char *now)
{
  KlClock *clock = kl_library_get_clock (self->library.library);

  test_clock_set (TEST_CLOCK (clock), now);
  kl_clock_hour_changed (clock);
  rest (self);
}

static void
await (Fixture *self,
       guint    n_sent,
       guint    n_withdrawn)
{
  while (self->n_sent < n_sent || self->n_withdrawn < n_withdrawn)
    g_main_context_iteration (NULL, TRUE);
  rest (self);
  g_assert_cmpuint (self->n_sent, ==, n_sent);
  g_assert_cmpuint (self->n_withdrawn, ==, n_withdrawn);
}

/* The look that the clock began has come to nothing. */
static void
await_rest (Fixture *self)
{
  while (kl_due_reminder_needs_library (self->reminder))
    g_main_context_iteration (NULL, TRUE);
  rest (self);
}

static void
explain (Fixture *self)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 100);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", "2026-11-23", NULL);
  g_assert_true (library_fixture_record (&self->library, self->subject, attempt, &error));
  g_assert_no_error (error);
}

static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  kl_due_reminder_set_library (self->reminder, self->library.library);
  rest (self);
  g_assert_false (kl_due_reminder_needs_library (self->reminder));
  set_time (self, "2026-11-23T09:00:00Z");
  await (self, 1, 0);
  set_time (self, "2026-11-23T10:00:00Z");
  set_time (self, "2026-11-23T23:00:00Z");
  g_assert_true (kl_due_reminder_needs_library (self->reminder)); /* it is out, and may be done any time */
  set_time (self, "2026-11-24T00:00:00Z");
  await (self, 1, 1);
  g_assert_false (kl_due_reminder_needs_library (self->reminder));
  /* Asleep at nine. */
  set_time (self, "2026-11-24T17:00:00Z");
  await (self, 2, 1);
  /* The clock is set back: the reminder of a day to come goes, and that of the 23rd was there. */
  set_time (self, "2026-11-22T08:00:00Z");
  await (self, 2, 2);
  set_time (self, "2026-11-23T12:00:00Z");
  set_time (self, "2026-11-24T18:00:00Z");
  set_time (self, "2026-11-25T09:00:00Z");
  await (self, 3, 2);
}

/* At midnight that of yesterday gives way to that of today. */
static void
test_midnight (Fixture       *self,
               gconstpointer  data)
{
  kl_due_reminder_set_library (self->reminder, self->library.library);
  g_settings_set_int (self->settings, "reminder-hour", 0);
  await (self, 1, 0);
  set_time (self, "2026-11-24T00:00:00Z");
  await (self, 2, 1);
}

static void
test_done (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;

  kl_due_reminder_set_library (self->reminder, self->library.library);
  set_time (self, "2026-11-23T09:00:00Z");
  await (self, 1, 0);
  explain (self);
  await (self, 1, 1);
  g_assert_false (kl_due_reminder_needs_library (self->reminder));
  /* Due again, on a day that had its reminder. */
  undone = library_fixture_undo (&self->library, &error);
  g_assert_no_error (error);
  set_time (self, "2026-11-23T10:00:00Z");
  g_assert_false (kl_due_reminder_needs_library (self->reminder));
  await (self, 1, 1);
}

/* Nothing was due at the hour; what is due by itself later that day comes with the next one. */
static void
test_nothing_due (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;

  explain (self);
  kl_due_reminder_set_library (self->reminder, self->library.library);
  set_time (self, "2026-11-23T09:00:00Z");
  await_rest (self);
  g_assert_cmpuint (self->n_sent, ==, 0);
  undone = library_fixture_undo (&self->library, &error);
  g_assert_no_error (error);
  rest (self);
  g_assert_cmpuint (self->n_sent, ==, 0); /* not while somebody is at it */
  set_time (self, "2026-11-23T10:00:00Z");
  await (self, 1, 0);
}

/* Of which nothing can be read any more. */
static void
open_and_close (KlLibrary *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_open_async (library, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_open_finish (library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  kl_library_close_async (library, library_fixture_done_cb, &result);
  g_assert_true (kl_library_close_finish (library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

/* Without one, or with one that cannot be read, it tries again with the next hour. */
static void
test_no_library (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KlLibrary) closed = NULL;

  g_assert_false (kl_due_reminder_needs_library (self->reminder));
  set_time (self, "2026-11-23T09:00:00Z");
  g_assert_true (kl_due_reminder_needs_library (self->reminder));
  kl_due_reminder_give_up (self->reminder);
  g_assert_false (kl_due_reminder_needs_library (self->reminder));
  set_time (self, "2026-11-23T10:00:00Z");
  g_assert_true (kl_due_reminder_needs_library (self->reminder));

  closed = kl_library_new (self->library.path, kl_library_get_clock (self->library.library));
  open_and_close (closed);
  kl_due_reminder_set_library (self->reminder, closed);
  await_rest (self);
  g_assert_cmpuint (self->n_sent, ==, 0);

  kl_due_reminder_set_library (self->reminder, NULL);
  g_settings_set_int (self->settings, "reminder-hour", 7);
  kl_due_reminder_set_library (self->reminder, self->library.library);
  await (self, 1, 0);
}

static void
activate (Fixture    *self,
          const char *action)
{
  g_clear_pointer (&self->shown, g_free);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, NULL);
}

static void
await_shown (Fixture   *self,
             KlPlan    *plan,
             KlSubject *subject)
{
  g_autofree char *expected = g_strdup_printf ("%s %s", plan != NULL ? kl_record_get_id (KL_RECORD (plan)) : "-",
                                               subject != NULL ? kl_record_get_id (KL_RECORD (subject)) : "-");

  while (self->shown == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->shown, ==, expected);
}

/* They wait for the library, whatever the hour, and also where reminders are off. */
static void
test_actions (Fixture       *self,
              gconstpointer  data)
{
  g_settings_set_boolean (self->settings, "reminders", FALSE);
  activate (self, "explain-due");
  rest (self);
  g_assert_null (self->shown);
  g_assert_true (kl_due_reminder_needs_library (self->reminder));
  kl_due_reminder_set_library (self->reminder, self->library.library);
  await_shown (self, self->plan, self->subject);
  activate (self, "show-today");
  await_shown (self, self->plan, NULL);
  explain (self);
  activate (self, "explain-due");
  await_shown (self, NULL, NULL);
  kl_due_reminder_set_library (self->reminder, NULL);
  activate (self, "show-today");
  rest (self);
  kl_due_reminder_give_up (self->reminder);
  await_shown (self, NULL, NULL);
  g_assert_cmpuint (self->n_sent, ==, 0);
}

static void
test_tomorrow (Fixture       *self,
               gconstpointer  data)
{
  activate (self, "remind-tomorrow");
  kl_due_reminder_set_library (self->reminder, self->library.library);
  set_time (self, "2026-11-23T09:00:00Z");
  await (self, 0, 1);
  set_time (self, "2026-11-24T09:00:00Z");
  await (self, 1, 1);
  activate (self, "remind-tomorrow");
  await (self, 1, 2);
  set_time (self, "2026-11-24T10:00:00Z");
  await (self, 1, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GTestDBus) bus = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);

#define ADD(path, function) g_test_add ("/due-reminder/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("days", test_days);
  ADD ("midnight", test_midnight);
  ADD ("done", test_done);
  ADD ("nothing-due", test_nothing_due);
  ADD ("no-library", test_no_library);
  ADD ("actions", test_actions);
  ADD ("tomorrow", test_tomorrow);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  return status;
}
