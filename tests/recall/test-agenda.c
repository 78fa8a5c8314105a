/* test-agenda.c: what is due follows the library, the plan's wishes and the day */

#include "config.h"

#include <math.h>

#include "library-fixture.h"
#include "model/kl-gap.h"
#include "model/kl-iso-date.h"
#include "model/kl-link.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-session.h"
#include "recall/kl-agenda.h"
#include "test-clock.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlAgenda *agenda;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->agenda = kl_agenda_for (self->plan);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->agenda);
  g_clear_object (&self->plan);
  library_fixture_tear_down (&self->library, NULL);
}

static void
load (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_agenda_load_async (self->agenda, self->library.library, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_agenda_load_finish (self->agenda, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

static void
set_true_cb (gboolean *flag)
{
  *flag = TRUE;
}

/* Waits until the agenda says what is expected: it follows a change a moment later, perhaps in two steps. */
static void
await_change (Fixture *self)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (self->agenda, "changed", G_CALLBACK (set_true_cb), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->agenda, handler);
}

static char *
dup_duties (GListModel *duties)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (duties, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", kl_duty_kind_get_nick (kl_duty_get_kind (duty)),
                              kl_subject_get_title (kl_duty_get_subject (duty)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef char *(*TextFunc) (KlAgenda *agenda);

static void
await_text (Fixture    *self,
            TextFunc    dup_text,
            const char *expected)
{
  for (;;)
    {
      g_autofree char *text = dup_text (self->agenda);

      if (g_str_equal (text, expected))
        return;
      g_test_message ("is: %s, expected: %s", text, expected);
      await_change (self);
    }
}

static char *
dup_today (KlAgenda *agenda)
{
  return dup_duties (kl_agenda_get_duties (agenda));
}

static void
await_duties (Fixture    *self,
              const char *expected)
{
  await_text (self, dup_today, expected);
}

static void
apply (Fixture  *self,
       KlChange *change)
{
  g_autoptr(KlChange) owned = change;
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_apply (&self->library, owned, &error));
  g_assert_no_error (error);
}

static void
set_depth (Fixture   *self,
           KlSubject *subject,
           KlDepth    depth)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "topic");

  kl_change_set_integer (change, KL_RECORD (subject), "depth", depth);
  apply (self, change);
}

static KlSubject *
add (Fixture       *self,
     const char    *title,
     KlSubjectKind  kind,
     KlDepth        depth)
{
  KlSubject *subject = library_fixture_add_subject (&self->library, self->plan, title);
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, title);

  kl_change_set_integer (change, KL_RECORD (subject), "kind", kind);
  kl_change_set_integer (change, KL_RECORD (subject), "depth", depth);
  apply (self, change);
  return subject;
}

static void
record (Fixture    *self,
        KlSubject  *subject,
        const char *date,
        double      score)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", score);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", date, NULL);
  g_assert_true (library_fixture_record (&self->library, subject, attempt, &error));
  g_assert_no_error (error);
}

static void
add_record (Fixture  *self,
            KlRecord *record)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "topic");

  kl_change_insert (change, record);
  apply (self, change);
}

static void
set_plan_number (Fixture    *self,
                 const char *field,
                 double      value)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");

  kl_change_set_number (change, KL_RECORD (self->plan), field, value);
  apply (self, change);
}

static void
set_day (Fixture    *self,
         const char *now)
{
  KlClock *clock = kl_library_get_clock (self->library.library);

  test_clock_set (TEST_CLOCK (clock), now);
  kl_clock_hour_changed (clock);
}

static KlProspect
get (Fixture   *self,
     KlSubject *subject)
{
  const KlProspect *prospect = kl_agenda_get_prospect (self->agenda, kl_record_get_id (KL_RECORD (subject)));

  g_assert_true (prospect != NULL);
  return *prospect;
}

static void
assert_day (gint64      day,
            const char *expected)
{
  g_autofree char *text = kl_iso_date_format_day (day);

  g_assert_cmpstr (text, ==, expected);
}

/* It is 23 November: 92 % on the 14th falls to 90 % on the 20th, 60 % on the 22nd within two days. */
static void
test_due (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(KlSubject) again = add (self, "again", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) first = add (self, "first", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) surface = add (self, "surface", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) exercise = add (self, "exercise", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE);
  g_autoptr(KlSubject) fresh = add (self, "fresh", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlDuty) duty = NULL;
  g_autofree char *restudies = NULL;
  g_autofree char *next = NULL;

  record (self, again, "2026-11-14", 92);
  record (self, exercise, "2026-11-10", 70);
  record (self, fresh, "2026-11-22", 60);
  g_assert_false (kl_agenda_is_loaded (self->agenda));
  g_assert_null (kl_agenda_get_prospect (self->agenda, kl_record_get_id (KL_RECORD (again))));
  load (self);
  await_duties (self, "first:first exercise:exercise topic:again");
  g_assert_cmpuint (kl_agenda_get_count (self->agenda), ==, 3);
  g_assert_true (kl_agenda_is_due (self->agenda, again));
  g_assert_false (kl_agenda_is_due (self->agenda, surface));

  duty = g_list_model_get_item (kl_agenda_get_duties (self->agenda), 2);
  assert_day (kl_duty_get_due (duty), "2026-11-20");
  g_assert_cmpstr (kl_duty_get_why (duty), ==, "92\u00a0% on 14 November; recall fell to 90\u00a0% on 20 November");
  g_assert_nonnull (kl_duty_get_expectation (duty));
  restudies = dup_duties (kl_agenda_get_restudies (self->agenda));
  g_assert_cmpstr (restudies, ==, "restudy:fresh restudy:exercise");
  next = kl_agenda_dup_next (self->agenda);
  g_assert_cmpstr (next, ==, "Next is “fresh” on Tuesday, 24 November.");
  g_assert_null (kl_agenda_dup_later (self->agenda));

  /* The day after it is due by itself. */
  set_day (self, "2026-11-24T03:59:00Z");
  await_duties (self, "first:first exercise:exercise topic:again");
  set_day (self, "2026-11-24T04:00:00Z");
  await_duties (self, "first:first exercise:exercise topic:fresh topic:again");
}

/* A change of one subject works out one. */
static void
test_one_subject (Fixture       *self,
                  gconstpointer  data)
{
  KlSubject *subjects[20];
  KlChange *change;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *title = g_strdup_printf ("s%02u", i);

      subjects[i] = add (self, title, KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
    }
  record (self, subjects[3], "2026-11-01", 80);
  load (self);
  await_duties (self, "topic:s03");
  g_assert_cmpuint (kl_agenda_get_n_looked (self->agenda), ==, G_N_ELEMENTS (subjects));

  record (self, subjects[7], "2026-11-01", 60);
  await_duties (self, "topic:s07 topic:s03");
  g_assert_cmpuint (kl_agenda_get_n_looked (self->agenda), ==, 1);

  set_depth (self, subjects[11], KL_DEPTH_DEEP);
  await_duties (self, "first:s11 topic:s07 topic:s03");
  g_assert_cmpuint (kl_agenda_get_n_looked (self->agenda), <=, 1);

  change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "s07");
  kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subjects[7])));
  apply (self, change);
  await_duties (self, "first:s11 topic:s03");
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_object_unref (subjects[i]);
}

static void
assert_most_needed_first (Fixture *self)
{
  GListModel *duties = kl_agenda_get_duties (self->agenda);
  double before = 0;

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (duties, i);
      const KlExpectation *expectation = kl_duty_get_expectation (duty);

      g_assert_cmpfloat (expectation->score, >=, before);
      before = expectation->score;
    }
}

/* Whichever goes up or down, one or several at once, all are in order again, and none is lost. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  static const guint moves[] = { 3, 0, 7, 7, 1, 5, 2, 6, 4, 0, 3 };
  KlSubject *subjects[8];

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *title = g_strdup_printf ("s%02u", i);

      subjects[i] = add (self, title, KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
      record (self, subjects[i], "2025-11-01", 20 + i * 37 % 61);
    }
  set_plan_number (self, "daily", 20);
  load (self);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      double before = get (self, subjects[moves[i]]).expectation.score;

      assert_most_needed_first (self);
      g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_duties (self->agenda)), ==, G_N_ELEMENTS (subjects));
      record (self, subjects[moves[i]], "2025-11-02", i % 2 == 0 ? 5 + i : 95 - i);
      while (ABS (get (self, subjects[moves[i]]).expectation.score - before) < 1e-9)
        await_change (self);
    }

  /* With another day all move. */
  set_day (self, "2027-11-23T12:00:00Z");
  await_change (self);
  assert_most_needed_first (self);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_duties (self->agenda)), ==, G_N_ELEMENTS (subjects));
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_object_unref (subjects[i]);
}

static char *
dup_whys (GListModel *duties)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (duties, i);

      g_string_append_printf (text, "%s\n", kl_duty_get_why (duty));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The year is said where it is another, whatever the day is said for. */
static void
test_years (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) again = add (self, "again", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) first = add (self, "first", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlRecord) session = g_object_new (KL_TYPE_STUDY_SESSION, "owner", kl_record_get_id (KL_RECORD (first)),
                                              "position", (gint64) 1, "started", "2026-11-20T10:00:00Z", NULL);
  g_autofree char *restudies = NULL;
  g_autofree char *duties = NULL;
  g_autofree char *later_restudies = NULL;
  g_autofree char *later_duties = NULL;

  add_record (self, session);
  record (self, again, "2026-11-14", 60);
  load (self);
  await_duties (self, "first:first topic:again");
  restudies = dup_whys (kl_agenda_get_restudies (self->agenda));
  duties = dup_whys (kl_agenda_get_duties (self->agenda));
  g_assert_cmpstr (restudies, ==, "60\u00a0% on 14 November, and what was missed was not studied since; "
                                  "the aim is 90\u00a0%\n");
  g_assert_cmpstr (duties, ==, "Deep-dived on 20 November and never explained from memory\n"
                               "60\u00a0% on 14 November; recall fell to 90\u00a0% on 16 November\n");

  set_day (self, "2027-01-02T12:00:00Z");
  await_change (self);
  later_restudies = dup_whys (kl_agenda_get_restudies (self->agenda));
  later_duties = dup_whys (kl_agenda_get_duties (self->agenda));
  g_assert_cmpstr (later_restudies, ==, "60\u00a0% on 14 November 2026, and what was missed was not studied since; "
                                        "the aim is 90\u00a0%\n");
  g_assert_cmpstr (later_duties, ==,
                   "Deep-dived on 20 November 2026 and never explained from memory\n"
                   "60\u00a0% on 14 November 2026; recall fell to 90\u00a0% on 16 November 2026\n");
}

static void
test_wishes (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KlSubject) one = add (self, "one", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) two = add (self, "two", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) three = add (self, "three", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autofree char *later = NULL;

  record (self, one, "2026-11-01", 80);
  record (self, two, "2026-11-01", 70);
  record (self, three, "2026-11-20", 95);
  load (self);
  await_duties (self, "topic:two topic:one");

  set_plan_number (self, "daily", 1);
  await_duties (self, "topic:two");
  later = kl_agenda_dup_later (self->agenda);
  g_assert_cmpstr (later, ==, "1 more is due and waits until Tuesday, 24 November.");
  assert_day (get (self, one).planned, "2026-11-24");

  /* What may be forgotten less comes sooner. */
  set_plan_number (self, "daily", 9);
  set_plan_number (self, "retention", 0.97);
  await_duties (self, "topic:two topic:one topic:three");
  /* Not possible: as usual. */
  set_plan_number (self, "retention", 7);
  await_duties (self, "topic:two topic:one");
}

static void
set_own_day (Fixture    *self,
             KlSubject  *subject,
             const char *day,
             gint64      n_attempts)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "topic");

  kl_change_set_string (change, KL_RECORD (subject), "due", day);
  kl_change_set_integer (change, KL_RECORD (subject), "due-attempts", n_attempts);
  apply (self, change);
}

/* A day that was set by hand counts until the next attempt, and again when that is taken back. */
static void
test_own_day (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlSubject) subject = add (self, "topic", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(GError) error = NULL;
  g_autofree char *why = NULL;

  record (self, subject, "2026-11-14", 92);
  load (self);
  await_duties (self, "topic:topic");
  set_own_day (self, subject, "2026-12-04", 1);
  await_duties (self, "");
  g_assert_true (get (self, subject).is_by_hand);
  assert_day (get (self, subject).due, "2026-12-04");
  why = kl_agenda_dup_why (self->agenda, kl_record_get_id (KL_RECORD (subject)));
  g_assert_cmpstr (why, ==, "You chose Friday, 4 December");

  record (self, subject, "2026-11-23", 90);
  while (get (self, subject).is_by_hand)
    await_change (self);
  g_free (library_fixture_undo (&self->library, &error));
  g_assert_no_error (error);
  while (!get (self, subject).is_by_hand)
    await_change (self);
  assert_day (get (self, subject).due, "2026-12-04");

  /* What is no day is none. */
  set_own_day (self, subject, "soon", 1);
  while (get (self, subject).is_by_hand)
    await_change (self);
  assert_day (get (self, subject).due, "2026-11-20");
  g_assert_true (kl_agenda_is_due (self->agenda, subject));
  await_duties (self, "topic:topic");
}

/* The day after the deep dive, and a topic whose part was explained is not asked for by itself. */
static void
test_first (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) topic = add (self, "topic", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) parent = add (self, "parent", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) part = add (self, "part", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlRecord) session = g_object_new (KL_TYPE_STUDY_SESSION, "owner", kl_record_get_id (KL_RECORD (topic)),
                                              "position", (gint64) 1, "started", "2026-11-23T10:00:00Z", NULL);
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "part");

  kl_change_set_string (change, KL_RECORD (part), "parent", kl_record_get_id (KL_RECORD (parent)));
  apply (self, change);
  load (self);
  await_duties (self, "first:topic first:parent");

  add_record (self, session);
  await_duties (self, "first:parent");
  assert_day (get (self, topic).due, "2026-11-24");
  record (self, part, "2026-11-22", 99);
  await_duties (self, "");
  set_day (self, "2026-11-24T12:00:00Z");
  await_duties (self, "first:topic");
}

static KlRecord *
new_link (KlSubject *from,
          KlSubject *target)
{
  return g_object_new (KL_TYPE_LINK, "owner", kl_record_get_id (KL_RECORD (from)), "position", (gint64) 1, "kind",
                       KL_LINK_PREREQUISITE, "target", kl_record_get_id (KL_RECORD (target)), NULL);
}

static void
test_prerequisites (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(KlSubject) builds = add (self, "builds", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) base = add (self, "base", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlRecord) link = new_link (builds, base);

  record (self, builds, "2026-11-01", 30);
  record (self, base, "2026-11-01", 90);
  load (self);
  await_duties (self, "topic:builds topic:base");
  add_record (self, link);
  await_duties (self, "topic:base topic:builds");
}

static char *
dup_dives (KlAgenda *agenda)
{
  GListModel *dives = kl_agenda_get_dives (agenda);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (dives); i++)
    {
      g_autoptr(KlDive) dive = g_list_model_get_item (dives, i);

      g_string_append_printf (text, "%s: %s\n", kl_dive_get_title (dive), kl_dive_get_why (dive));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
await_dives (Fixture    *self,
             const char *expected)
{
  await_text (self, dup_dives, expected);
}

static void
test_dives (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) none = add (self, "none", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autoptr(KlSubject) surface = add (self, "surface", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) gapped = add (self, "gapped", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autoptr(KlSubject) base = add (self, "base", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autoptr(KlSubject) blocked = add (self, "blocked", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) deep = add (self, "deep", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlRecord) link = new_link (blocked, base);
  g_autoptr(KlRecord) gap = g_object_new (KL_TYPE_GAP, "owner", kl_record_get_id (KL_RECORD (gapped)), "position",
                                          (gint64) 1, "text", "gap", "open", TRUE, NULL);
  g_autoptr(KlRecord) entry = g_object_new (KL_TYPE_QUEUE_ENTRY, "owner", kl_record_get_id (KL_RECORD (self->plan)),
                                            "position", (gint64) 1, "title", "None first", "subject",
                                            kl_record_get_id (KL_RECORD (none)), "why", "an exam", NULL);
  g_autoptr(KlRecord) done = g_object_new (KL_TYPE_QUEUE_ENTRY, "owner", kl_record_get_id (KL_RECORD (self->plan)),
                                           "position", (gint64) 0, "subject", kl_record_get_id (KL_RECORD (deep)),
                                           NULL);

  load (self);
  await_dives (self, "surface: known on the surface so far\nblocked: known on the surface so far\n"
                     "none: not covered yet\n");
  add_record (self, link);
  await_dives (self, "base: 1 topic builds on it · not covered yet\nsurface: known on the surface so far\n"
                     "none: not covered yet\n");
  add_record (self, gap);
  await_dives (self, "base: 1 topic builds on it · not covered yet\ngapped: 1 open gap · not covered yet\n"
                     "surface: known on the surface so far\n");
  add_record (self, done);
  add_record (self, entry);
  await_dives (self, "None first: First in your queue: an exam\nbase: 1 topic builds on it · not covered yet\n"
                     "gapped: 1 open gap · not covered yet\n");

  set_depth (self, base, KL_DEPTH_DEEP);
  set_depth (self, gapped, KL_DEPTH_DEEP);
  set_depth (self, none, KL_DEPTH_DEEP);
  await_dives (self, "surface: known on the surface so far\n"
                     "blocked: its prerequisites are met · known on the surface so far\n");
}

static void
set_event (Fixture    *self,
           const char *day)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");

  kl_change_set_string (change, KL_RECORD (self->plan), "event-date", day);
  apply (self, change);
}

static void
test_event (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) strong = add (self, "strong", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) weak = add (self, "weak", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) never = add (self, "never", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autofree char *text = NULL;
  const KlForecast *forecast;
  double expected;

  record (self, strong, "2026-11-22", 100);
  record (self, weak, "2026-11-22", 50);
  load (self);
  g_assert_null (kl_agenda_get_forecast (self->agenda));
  set_event (self, "2026-11-24");
  await_change (self);
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
  await_change (self);
  forecast = kl_agenda_get_forecast (self->agenda);
  g_assert_cmpfloat (forecast->average, <, expected);
  g_assert_cmpuint (forecast->below->len, ==, 2);

  /* It is over. */
  set_event (self, "2026-11-22");
  await_change (self);
  g_assert_null (kl_agenda_get_forecast (self->agenda));
}

static void
test_draft (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) subject = add (self, "topic", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) exercise = add (self, "exercise", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE);
  g_autoptr(KlDraft) draft
    = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text", "words", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_standings_async (self->library.library, self->plan, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_load_standings_finish (self->library.library, library_fixture_await (&result), &error));
  load (self);
  await_duties (self, "first:topic");
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_untried (self->agenda)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_drafts (self->agenda)), ==, 0);

  g_assert_true (library_fixture_save_draft (&self->library, draft, &error));
  while (g_list_model_get_n_items (kl_agenda_get_unbegun (self->agenda)) > 0)
    await_change (self);
  await_duties (self, "first:topic");
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_drafts (self->agenda)), ==, 1);
  g_assert_cmpuint (kl_agenda_get_count (self->agenda), ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda/due", test_due);
  ADD ("/agenda/one-subject", test_one_subject);
  ADD ("/agenda/order", test_order);
  ADD ("/agenda/years", test_years);
  ADD ("/agenda/wishes", test_wishes);
  ADD ("/agenda/own-day", test_own_day);
  ADD ("/agenda/first", test_first);
  ADD ("/agenda/prerequisites", test_prerequisites);
  ADD ("/agenda/dives", test_dives);
  ADD ("/agenda/event", test_event);
  ADD ("/agenda/draft", test_draft);
  return g_test_run ();
}
