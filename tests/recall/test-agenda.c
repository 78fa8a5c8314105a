/* test-agenda.c: what is due follows the library, the plan's wishes and the day */

#include "config.h"

#include "agenda-fixture.h"
#include "model/kl-iso-date.h"
#include "model/kl-study-session.h"

static void
assert_day (gint64      day,
            const char *expected)
{
  g_autofree char *text = kl_iso_date_format_day (day);

  g_assert_cmpstr (text, ==, expected);
}

/* It is 23 November: 92 % on the 14th falls to 90 % on the 20th, 60 % on the 22nd within two days. */
static void
test_due (AgendaFixture *self,
          gconstpointer  data)
{
  g_autoptr(KlSubject) again = agenda_fixture_add (self, "again", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) first = agenda_fixture_add (self, "first", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) surface = agenda_fixture_add (self, "surface", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) exercise = agenda_fixture_add (self, "exercise", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE);
  g_autoptr(KlSubject) fresh = agenda_fixture_add (self, "fresh", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlDuty) duty = NULL;
  g_autofree char *restudies = NULL;
  g_autofree char *next = NULL;

  agenda_fixture_record (self, again, "2026-11-14", 92);
  agenda_fixture_record (self, exercise, "2026-11-10", 70);
  agenda_fixture_record (self, fresh, "2026-11-22", 60);
  g_assert_false (kl_agenda_is_loaded (self->agenda));
  g_assert_null (kl_agenda_get_prospect (self->agenda, kl_record_get_id (KL_RECORD (again))));
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "first:first exercise:exercise topic:again");
  g_assert_cmpuint (kl_agenda_get_count (self->agenda), ==, 3);
  g_assert_true (kl_agenda_is_due (self->agenda, again));
  g_assert_false (kl_agenda_is_due (self->agenda, surface));

  duty = g_list_model_get_item (kl_agenda_get_duties (self->agenda), 2);
  assert_day (kl_duty_get_due (duty), "2026-11-20");
  g_assert_cmpstr (kl_duty_get_why (duty), ==, "92\u00a0% on 14 November; recall fell to 90\u00a0% on 20 November");
  g_assert_nonnull (kl_duty_get_expectation (duty));
  restudies = agenda_fixture_dup_duties (kl_agenda_get_restudies (self->agenda));
  g_assert_cmpstr (restudies, ==, "restudy:fresh restudy:exercise");
  next = kl_agenda_dup_next (self->agenda);
  g_assert_cmpstr (next, ==,
                   "Next is “fresh” on Tuesday, 24 November: 60\u00a0% on 22 November; recall falls to 90\u00a0% on "
                   "24 November.");
  g_assert_null (kl_agenda_dup_later (self->agenda));

  /* The day after it is due by itself. */
  agenda_fixture_set_day (self, "2026-11-24T03:59:00Z");
  agenda_fixture_await_duties (self, "first:first exercise:exercise topic:again");
  agenda_fixture_set_day (self, "2026-11-24T04:00:00Z");
  agenda_fixture_await_duties (self, "first:first exercise:exercise topic:fresh topic:again");
}

/* A change of one subject works out one. */
static void
test_one_subject (AgendaFixture *self,
                  gconstpointer  data)
{
  KlSubject *subjects[20];
  KlChange *change;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *title = g_strdup_printf ("s%02u", i);

      subjects[i] = agenda_fixture_add (self, title, KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
    }
  agenda_fixture_record (self, subjects[3], "2026-11-01", 80);
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "topic:s03");
  g_assert_cmpuint (kl_agenda_get_n_looked (self->agenda), ==, G_N_ELEMENTS (subjects));

  agenda_fixture_record (self, subjects[7], "2026-11-01", 60);
  agenda_fixture_await_duties (self, "topic:s07 topic:s03");
  g_assert_cmpuint (kl_agenda_get_n_looked (self->agenda), ==, 1);

  agenda_fixture_set_depth (self, subjects[11], KL_DEPTH_DEEP);
  agenda_fixture_await_duties (self, "first:s11 topic:s07 topic:s03");
  g_assert_cmpuint (kl_agenda_get_n_looked (self->agenda), <=, 1);

  change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "s07");
  kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subjects[7])));
  agenda_fixture_apply (self, change);
  agenda_fixture_await_duties (self, "first:s11 topic:s03");
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_object_unref (subjects[i]);
}

static KlRecord *
new_session (KlSubject  *subject,
             const char *started)
{
  return g_object_new (KL_TYPE_STUDY_SESSION, "owner", kl_record_get_id (KL_RECORD (subject)), "position", (gint64) 1,
                       "started", started, NULL);
}

static void
assert_whys (GListModel *duties,
             const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (duties, i);

      g_string_append_printf (text, "%s\n", kl_duty_get_why (duty));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The year is said where it is another, whatever the day is said for. */
static void
test_years (AgendaFixture *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) again = agenda_fixture_add (self, "again", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) first = agenda_fixture_add (self, "first", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlRecord) session = new_session (first, "2026-11-20T10:00:00Z");

  agenda_fixture_add_record (self, session);
  agenda_fixture_record (self, again, "2026-11-14", 60);
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "first:first topic:again");
  assert_whys (kl_agenda_get_restudies (self->agenda),
               "60\u00a0% on 14 November, and what was missed was not studied since; the aim is 90\u00a0%\n");
  assert_whys (kl_agenda_get_duties (self->agenda),
               "Deep-dived on 20 November and never explained from memory\n"
               "60\u00a0% on 14 November; recall fell to 90\u00a0% on 16 November\n");

  agenda_fixture_set_day (self, "2027-01-02T12:00:00Z");
  agenda_fixture_await_change (self);
  assert_whys (kl_agenda_get_restudies (self->agenda),
               "60\u00a0% on 14 November 2026, and what was missed was not studied since; the aim is 90\u00a0%\n");
  assert_whys (kl_agenda_get_duties (self->agenda),
               "Deep-dived on 20 November 2026 and never explained from memory\n"
               "60\u00a0% on 14 November 2026; recall fell to 90\u00a0% on 16 November 2026\n");
}

static void
test_wishes (AgendaFixture *self,
             gconstpointer  data)
{
  g_autoptr(KlSubject) one = agenda_fixture_add (self, "one", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) two = agenda_fixture_add (self, "two", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) three = agenda_fixture_add (self, "three", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autofree char *later = NULL;

  agenda_fixture_record (self, one, "2026-11-01", 80);
  agenda_fixture_record (self, two, "2026-11-01", 70);
  agenda_fixture_record (self, three, "2026-11-20", 95);
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "topic:two topic:one");

  agenda_fixture_set_plan_number (self, "daily", 1);
  agenda_fixture_await_duties (self, "topic:two");
  later = kl_agenda_dup_later (self->agenda);
  g_assert_cmpstr (later, ==, "1 more is due and waits until Tuesday, 24 November.");
  assert_day (agenda_fixture_get (self, one).planned, "2026-11-24");

  /* What may be forgotten less comes sooner. */
  agenda_fixture_set_plan_number (self, "daily", 9);
  agenda_fixture_set_plan_number (self, "retention", 0.97);
  agenda_fixture_await_duties (self, "topic:two topic:one topic:three");
  /* Not possible: as usual. */
  agenda_fixture_set_plan_number (self, "retention", 7);
  agenda_fixture_await_duties (self, "topic:two topic:one");
}

static void
set_own_day (AgendaFixture *self,
             KlSubject     *subject,
             const char    *day,
             gint64         n_attempts)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "topic");

  kl_change_set_string (change, KL_RECORD (subject), "due", day);
  kl_change_set_integer (change, KL_RECORD (subject), "due-attempts", n_attempts);
  agenda_fixture_apply (self, change);
}

/* A day that was set by hand counts until the next attempt, and again when that is taken back. */
static void
test_own_day (AgendaFixture *self,
              gconstpointer  data)
{
  g_autoptr(KlSubject) subject = agenda_fixture_add (self, "topic", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(GError) error = NULL;
  g_autofree char *why = NULL;

  agenda_fixture_record (self, subject, "2026-11-14", 92);
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "topic:topic");
  set_own_day (self, subject, "2026-12-04", 1);
  agenda_fixture_await_duties (self, "");
  g_assert_true (agenda_fixture_get (self, subject).is_by_hand);
  assert_day (agenda_fixture_get (self, subject).due, "2026-12-04");
  why = kl_agenda_dup_why (self->agenda, kl_record_get_id (KL_RECORD (subject)));
  g_assert_cmpstr (why, ==, "You chose Friday, 4 December");

  agenda_fixture_record (self, subject, "2026-11-23", 90);
  while (agenda_fixture_get (self, subject).is_by_hand)
    agenda_fixture_await_change (self);
  g_free (library_fixture_undo (&self->library, &error));
  g_assert_no_error (error);
  while (!agenda_fixture_get (self, subject).is_by_hand)
    agenda_fixture_await_change (self);
  assert_day (agenda_fixture_get (self, subject).due, "2026-12-04");

  /* What is no day is none. */
  set_own_day (self, subject, "soon", 1);
  while (agenda_fixture_get (self, subject).is_by_hand)
    agenda_fixture_await_change (self);
  assert_day (agenda_fixture_get (self, subject).due, "2026-11-20");
  g_assert_true (kl_agenda_is_due (self->agenda, subject));
  agenda_fixture_await_duties (self, "topic:topic");
}

/* The day after the deep dive, and a topic whose part was explained is not asked for by itself. */
static void
test_first (AgendaFixture *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) topic = agenda_fixture_add (self, "topic", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) parent = agenda_fixture_add (self, "parent", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) part = agenda_fixture_add (self, "part", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlRecord) session = new_session (topic, "2026-11-23T10:00:00Z");
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "part");

  kl_change_set_string (change, KL_RECORD (part), "parent", kl_record_get_id (KL_RECORD (parent)));
  agenda_fixture_apply (self, change);
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "first:topic first:parent");

  agenda_fixture_add_record (self, session);
  agenda_fixture_await_duties (self, "first:parent");
  assert_day (agenda_fixture_get (self, topic).due, "2026-11-24");
  agenda_fixture_record (self, part, "2026-11-22", 99);
  agenda_fixture_await_duties (self, "");
  agenda_fixture_set_day (self, "2026-11-24T12:00:00Z");
  agenda_fixture_await_duties (self, "first:topic");
}

static void
set_event (AgendaFixture *self,
           const char    *day)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");

  kl_change_set_string (change, KL_RECORD (self->plan), "event-date", day);
  agenda_fixture_apply (self, change);
}

static void
test_event (AgendaFixture *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) strong = agenda_fixture_add (self, "strong", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) weak = agenda_fixture_add (self, "weak", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) never = agenda_fixture_add (self, "never", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autofree char *text = NULL;
  const KlForecast *forecast;
  double expected;

  agenda_fixture_record (self, strong, "2026-11-22", 100);
  agenda_fixture_record (self, weak, "2026-11-22", 50);
  agenda_fixture_load (self);
  g_assert_null (kl_agenda_get_forecast (self->agenda));
  set_event (self, "2026-11-24");
  agenda_fixture_await_change (self);
  forecast = kl_agenda_get_forecast (self->agenda);
  g_assert_true (forecast != NULL);
  g_assert_cmpuint (forecast->n_assessed, ==, 2);
  g_assert_cmpuint (forecast->n_unassessed, ==, 1);
  g_assert_cmpuint (forecast->below->len, ==, 1);
  g_assert_true (((KlProspect *) forecast->below->pdata[0])->subject == weak);
  text = kl_forecast_to_text (forecast);
  g_assert_true (g_str_has_suffix (text, "1 of 2 would be below 90\u00a0%. 1 topic was never explained."));
  expected = forecast->average;

  /* The longer it is, the less. */
  set_event (self, "2026-12-24");
  agenda_fixture_await_change (self);
  forecast = kl_agenda_get_forecast (self->agenda);
  g_assert_cmpfloat (forecast->average, <, expected);
  g_assert_cmpuint (forecast->below->len, ==, 2);

  /* It is over. */
  set_event (self, "2026-11-22");
  agenda_fixture_await_change (self);
  g_assert_null (kl_agenda_get_forecast (self->agenda));
}

#define ADD(path, test) \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, test, agenda_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda/due", test_due);
  ADD ("/agenda/one-subject", test_one_subject);
  ADD ("/agenda/years", test_years);
  ADD ("/agenda/wishes", test_wishes);
  ADD ("/agenda/own-day", test_own_day);
  ADD ("/agenda/first", test_first);
  ADD ("/agenda/event", test_event);
  return g_test_run ();
}
