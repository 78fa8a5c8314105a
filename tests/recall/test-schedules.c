/* test-schedules.c: the schedules of a plan follow the library, and only what a change is about is worked out anew */

#include "config.h"

#include "coach/kl-attempt-reviews.h"
#include "coach/kl-day-number.h"
#include "library-fixture.h"
#include "model/kl-amendment.h"
#include "model/kl-study-session.h"
#include "recall/kl-schedules.h"
#include "test-clock.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *first;
  KlSubject *second;
  KlSchedules *schedules;
  guint n_changes;
  char *changed; /* the ids of the last change, “all” for all */
} Fixture;

static void
changed_cb (Fixture            *self,
            const char *const  *ids)
{
  self->n_changes++;
  g_free (self->changed);
  self->changed = ids != NULL ? g_strjoinv (" ", (char **) (gpointer) (guintptr) ids) : g_strdup ("all");
}

static void
load (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_schedules_load_async (self->schedules, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_schedules_load_finish (self->schedules, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->first = library_fixture_add_subject (&self->library, self->plan, "first");
  self->second = library_fixture_add_subject (&self->library, self->plan, "second");
  self->schedules = kl_schedules_new (self->library.library, self->plan);
  g_signal_connect_swapped (self->schedules, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->plan);
  /* A reading that is under way holds them. */
  g_signal_handlers_disconnect_by_data (self->schedules, self);
  g_clear_object (&self->schedules);
  g_free (self->changed);
  library_fixture_tear_down (&self->library, NULL);
}

static const char *
get_id (gpointer record)
{
  return kl_record_get_id (KL_RECORD (record));
}

/* The schedules follow a change a moment after the library has told of it. */
static void
await_change (Fixture *self,
              guint    n_changes)
{
  while (self->n_changes < n_changes)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_changes, ==, n_changes);
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

static char *
dup_due (Fixture   *self,
         KlSubject *subject)
{
  gint64 day;

  return kl_schedules_get_due (self->schedules, get_id (subject), &day) ? kl_iso_date_format_day (day) : NULL;
}

static void
assert_due (Fixture    *self,
            KlSubject  *subject,
            const char *expected)
{
  g_autofree char *due = dup_due (self, subject);

  g_assert_cmpstr (due, ==, expected);
}

static void
test_load (Fixture       *self,
           gconstpointer  data)
{
  KlExpectation expectation;
  KlDueReason reason;
  gint64 day;

  record (self, self->first, "2026-11-20", 92);
  g_assert_false (kl_schedules_is_loaded (self->schedules));
  g_assert_null (kl_schedules_peek (self->schedules, get_id (self->first)));
  g_assert_cmpuint (self->n_changes, ==, 0);

  load (self);
  g_assert_true (kl_schedules_is_loaded (self->schedules));
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpstr (self->changed, ==, "all");
  assert_due (self, self->first, "2026-11-26");
  g_assert_cmpint (kl_schedules_get_today (self->schedules), ==, 739943);
  g_assert_true (kl_schedules_get_expectation (self->schedules, get_id (self->first), 739943, &expectation));
  g_assert_cmpfloat (expectation.low, <, expectation.score);
  g_assert_cmpfloat (expectation.score, <, 92);
  g_assert_true (kl_schedules_get_reason (self->schedules, get_id (self->first), &reason));
  g_assert_cmpfloat_with_epsilon (reason.score, 92, 1e-9);
  g_assert_false (kl_schedules_get_restudy (self->schedules, get_id (self->first), &day));

  /* It is there, and not assessed. */
  g_assert_nonnull (kl_schedules_peek (self->schedules, get_id (self->second)));
  assert_due (self, self->second, NULL);
  g_assert_false (kl_schedules_get_expectation (self->schedules, get_id (self->second), 739943, &expectation));
  g_assert_false (kl_schedules_get_reason (self->schedules, get_id (self->second), &reason));
  g_assert_null (kl_schedules_peek (self->schedules, "elsewhere"));
}

/* Only the subject of a change is worked out anew: what the other has stays where it lies. */
static void
test_one_change (Fixture       *self,
                 gconstpointer  data)
{
  const KlSchedule *second;

  record (self, self->second, "2026-11-20", 60);
  load (self);
  second = kl_schedules_peek (self->schedules, get_id (self->second));
  g_assert_cmpuint (second->n_reviews, ==, 1);

  record (self, self->first, "2026-11-20", 92);
  await_change (self, 2);
  g_assert_cmpstr (self->changed, ==, get_id (self->first));
  assert_due (self, self->first, "2026-11-26");
  g_assert_true (kl_schedules_peek (self->schedules, get_id (self->second)) == second);

  g_free (library_fixture_undo (&self->library, NULL));
  await_change (self, 3);
  g_assert_cmpstr (self->changed, ==, get_id (self->first));
  assert_due (self, self->first, NULL);

  g_free (library_fixture_redo (&self->library, NULL));
  await_change (self, 4);
  assert_due (self, self->first, "2026-11-26");
  g_assert_true (kl_schedules_peek (self->schedules, get_id (self->second)) == second);
}

static void
test_amended (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlChange) amend = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, "first");
  g_autoptr(KlChange) remove = kl_change_new (KL_CHANGE_DELETE_ATTEMPT, "first");
  g_autoptr(KlAttempt) attempt = NULL;
  const double scores[] = { 50, 92, (double) NAN };

  record (self, self->first, "2026-11-20", 40);
  load (self);
  assert_due (self, self->first, "2026-11-21");
  library_fixture_load (&self->library, self->first);
  attempt = g_list_model_get_item (kl_subject_get_attempts (self->first), 0);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autoptr(KlRecord) amendment = g_object_new (KL_TYPE_AMENDMENT, "owner", get_id (attempt), "position",
                                                    (gint64) i + 1, "low", scores[i], "high", scores[i], NULL);

      kl_change_insert (amend, amendment);
    }
  library_fixture_change (&self->library, amend);
  await_change (self, 2);
  g_assert_cmpstr (self->changed, ==, get_id (self->first));
  assert_due (self, self->first, "2026-11-26");

  /* The same where all is read. */
  load (self);
  assert_due (self, self->first, "2026-11-26");

  kl_change_remove (remove, KL_TYPE_ATTEMPT, get_id (attempt));
  library_fixture_change (&self->library, remove);
  await_change (self, 4);
  assert_due (self, self->first, NULL);
}

static void
log_session (Fixture       *self,
             KlSessionKind  kind,
             const char    *started)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_LOG_SESSION, "first");
  g_autoptr(KlRecord) session = g_object_new (KL_TYPE_STUDY_SESSION, "owner", get_id (self->first), "position",
                                              (gint64) 1, "kind", kind, "started", started, NULL);

  kl_change_insert (change, session);
  library_fixture_change (&self->library, change);
}

/* A restudy of what was missed lifts what is expected, and moves no date. */
static void
test_restudied (Fixture       *self,
                gconstpointer  data)
{
  KlExpectation before;
  KlExpectation after;
  gint64 day;

  record (self, self->first, "2026-11-20", 50);
  load (self);
  g_assert_true (kl_schedules_get_restudy (self->schedules, get_id (self->first), &day));
  g_assert_cmpint (day, ==, 739941);
  g_assert_true (kl_schedules_get_expectation (self->schedules, get_id (self->first), 739943, &before));
  assert_due (self, self->first, "2026-11-21");

  log_session (self, KL_SESSION_RESTUDY, "2026-11-20T18:00:00Z");
  await_change (self, 2);
  g_assert_cmpstr (self->changed, ==, get_id (self->first));
  g_assert_false (kl_schedules_get_restudy (self->schedules, get_id (self->first), &day));
  g_assert_true (kl_schedules_get_expectation (self->schedules, get_id (self->first), 739943, &after));
  g_assert_cmpfloat_with_epsilon (after.score / before.score, 0.9 / 0.525, 1e-9);
  assert_due (self, self->first, "2026-11-21");
}

static void
test_subjects_come_and_go (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(KlChange) remove = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "first");
  g_autoptr(KlPlan) other_plan = g_object_new (KL_TYPE_PLAN, "title", "other", "position", (gint64) 2, NULL);
  g_autoptr(KlSubject) elsewhere = g_object_new (KL_TYPE_SUBJECT, "owner", get_id (other_plan), "title", "there", NULL);
  g_autoptr(KlChange) create = kl_change_new (KL_CHANGE_CREATE_PLAN, "other");
  g_autoptr(KlSubject) third = NULL;

  kl_change_insert (create, KL_RECORD (other_plan));
  kl_change_insert (create, KL_RECORD (elsewhere));
  library_fixture_change (&self->library, create);
  record (self, self->first, "2026-11-20", 92);
  load (self);
  third = library_fixture_add_subject (&self->library, self->plan, "third");
  await_change (self, 2);
  g_assert_nonnull (kl_schedules_peek (self->schedules, get_id (third)));

  kl_change_remove (remove, KL_TYPE_SUBJECT, get_id (self->first));
  library_fixture_change (&self->library, remove);
  await_change (self, 3);
  g_assert_null (kl_schedules_peek (self->schedules, get_id (self->first)));
  g_assert_nonnull (kl_schedules_peek (self->schedules, get_id (self->second)));

  g_free (library_fixture_undo (&self->library, NULL));
  await_change (self, 4);
  assert_due (self, self->first, "2026-11-26");

  /* What is of another plan is not of this one. */
  record (self, elsewhere, "2026-11-20", 92);
  await_change (self, 5);
  g_assert_null (kl_schedules_peek (self->schedules, get_id (elsewhere)));
}

/* Another program changed the library: that can have been anything. */
static void
test_another_program (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  record (self, self->first, "2026-11-20", 50);
  load (self);
  library_fixture_execute (&self->library,
                           "UPDATE attempt SET low = 92, high = 92; UPDATE state SET revision = revision + 1");
  kl_library_look_again_async (self->library.library, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_look_again_finish (self->library.library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  /* Both the look and the file's monitor may have noticed. */
  while (self->n_changes < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->changed, ==, "all");
  assert_due (self, self->first, "2026-11-26");
}

/* Changes that come while something is read are read after it, together. */
static void
test_changes_meanwhile (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) again = NULL;
  g_autoptr(GError) error = NULL;

  kl_schedules_load_async (self->schedules, NULL, library_fixture_done_cb, &loaded);
  kl_schedules_load_async (self->schedules, NULL, library_fixture_done_cb, &again);
  record (self, self->first, "2026-11-20", 92);
  record (self, self->second, "2026-11-20", 92);
  record (self, self->second, "2026-11-22", 96);
  g_assert_true (kl_schedules_load_finish (self->schedules, library_fixture_await (&loaded), &error));
  g_assert_true (kl_schedules_load_finish (self->schedules, library_fixture_await (&again), &error));
  while (kl_schedules_peek (self->schedules, get_id (self->first))->n_reviews < 1
         || kl_schedules_peek (self->schedules, get_id (self->second))->n_reviews < 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
wish (Fixture    *self,
      const char *field,
      double      value)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");

  kl_change_set_number (change, KL_RECORD (self->plan), field, value);
  library_fixture_change (&self->library, change);
}

static void
test_wishes (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KlChange) weigh = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");
  g_autoptr(KlChange) rename = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");
  KlWeights weights = *kl_weights_get_default ();
  g_autofree char *text = NULL;

  record (self, self->first, "2026-11-20T02:00:00Z", 92);
  load (self);
  assert_due (self, self->first, "2026-11-25");

  /* What the person wishes holds at once. */
  wish (self, "longest", 2);
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_cmpstr (self->changed, ==, "all");
  assert_due (self, self->first, "2026-11-21");
  kl_change_set_string (rename, KL_RECORD (self->plan), "title", "another");
  library_fixture_change (&self->library, rename);
  g_assert_cmpuint (self->n_changes, ==, 2);

  /* The night belongs to the day that it is of. */
  wish (self, "longest", 100);
  wish (self, "day-start", 0);
  await_change (self, 4);
  assert_due (self, self->first, "2026-11-26");

  weights.w[3] = 50;
  text = kl_weights_to_text (&weights);
  kl_change_set_string (weigh, KL_RECORD (self->plan), "weights", text);
  library_fixture_change (&self->library, weigh);
  await_change (self, 5);
  assert_due (self, self->first, "2026-12-22");
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  kl_schedules_load_async (self->schedules, cancellable, library_fixture_done_cb, &result);
  g_assert_false (kl_schedules_load_finish (self->schedules, library_fixture_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (kl_schedules_is_loaded (self->schedules));
  g_assert_cmpuint (self->n_changes, ==, 0);

  load (self);
  g_assert_true (kl_schedules_is_loaded (self->schedules));
}

/* A library that was closed has nothing to tell any more. */
static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GError) error = NULL;

  record (self, self->first, "2026-11-20", 92);
  load (self);
  kl_library_close_async (self->library.library, library_fixture_done_cb, &closed);
  g_assert_true (kl_library_close_finish (self->library.library, library_fixture_await (&closed), &error));
  kl_schedules_load_async (self->schedules, NULL, library_fixture_done_cb, &loaded);
  g_assert_false (kl_schedules_load_finish (self->schedules, library_fixture_await (&loaded), &error));
  g_assert_nonnull (error);
  /* What was known stays. */
  assert_due (self, self->first, "2026-11-26");
}

static KlIsoDate
parse (const char *text)
{
  KlIsoDate date = { 0 };

  return kl_iso_date_parse (text, &date) ? date : (KlIsoDate) { 0 };
}

/* The way over the model's objects, which the library's rows are a short cut for. */
static KlSchedule
replay_models (KlSubject *subject)
{
  g_autoptr(GArray) attempts = g_array_new (FALSE, FALSE, sizeof (KlAttemptFacts));
  g_autoptr(GArray) sessions = g_array_new (FALSE, FALSE, sizeof (KlSessionFacts));
  g_autoptr(GArray) reviews = g_array_new (FALSE, FALSE, sizeof (KlReview));
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(KlLearningCalendar) calendar = kl_learning_calendar_new (utc, KL_DAY_NUMBER_ROLLOVER);
  GListModel *models = kl_subject_get_attempts (subject);
  GListModel *studies = kl_subject_get_sessions (subject);
  KlFsrs fsrs;

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (models, i);
      const KlAttemptFacts facts
        = { kl_attempt_get_number (attempt), kl_score_get_value (kl_attempt_get_score (attempt)),
            parse (kl_attempt_get_date (attempt)), kl_attempt_get_assisted (attempt) };

      g_array_append_val (attempts, facts);
    }
  for (guint i = 0; i < g_list_model_get_n_items (studies); i++)
    {
      g_autoptr(KlStudySession) session = g_list_model_get_item (studies, i);
      const KlSessionFacts facts
        = { parse (kl_study_session_get_started (session)), kl_study_session_get_kind (session) };

      g_array_append_val (sessions, facts);
    }

  kl_fsrs_init (&fsrs, NULL);
  kl_attempt_reviews_read (reviews, (const KlAttemptFacts *) (gconstpointer) attempts->data, attempts->len,
                           (const KlSessionFacts *) (gconstpointer) sessions->data, sessions->len, calendar);
  return kl_schedule_replay (&fsrs, (const KlReview *) (gconstpointer) reviews->data, reviews->len);
}

static void
assert_same_as_models (Fixture *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (kl_plan_get_subjects (self->plan)); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (self->plan), i);
      const KlSchedule *schedule = kl_schedules_peek (self->schedules, get_id (subject));
      KlSchedule expected;

      library_fixture_load (&self->library, subject);
      expected = replay_models (subject);
      g_assert_nonnull (schedule);
      g_assert_cmpuint (schedule->n_reviews, ==, expected.n_reviews);
      g_assert_cmpfloat_with_epsilon (schedule->memory.stability, expected.memory.stability, 1e-12);
      g_assert_cmpfloat_with_epsilon (schedule->memory.difficulty, expected.memory.difficulty, 1e-12);
      g_assert_cmpfloat_with_epsilon (schedule->average, expected.average, 1e-12);
      g_assert_cmpint (schedule->last.day, ==, expected.last.day);
      g_assert_cmpint (schedule->last.number, ==, expected.last.number);
      g_assert_cmpint (schedule->last.restudied, ==, expected.last.restudied);
    }
}

/* Often without a time, or in another zone, and sometimes none at all. */
static char *
random_date (GRand *random)
{
  const char *const zones[] = { "", "Z", "+09:00", "-08:00" };
  int month = g_rand_int_range (random, 1, 11);
  int day = g_rand_int_range (random, 1, 29);

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return g_strdup ("some day");

    case 1:
    case 2:
      return g_strdup_printf ("2026-%02d-%02d", month, day);

    default:
      return g_strdup_printf ("2026-%02d-%02dT%02d:00:00%s", month, day, g_rand_int_range (random, 0, 24),
                              zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))]);
    }
}

static void
insert_random_attempt (KlChange  *change,
                       KlSubject *subject,
                       gint64     number,
                       GRand     *random)
{
  g_autofree char *date = random_date (random);
  gboolean has_score = g_rand_int_range (random, 0, 8) > 0;
  double low = has_score ? g_rand_double_range (random, 0, 90) : (double) NAN;
  g_autoptr(KlRecord) attempt
    = g_object_new (KL_TYPE_ATTEMPT, "owner", get_id (subject), "position", number, "number", number, "date", date,
                    "low", low, "high", low + g_rand_int_range (random, 0, 10), "assisted",
                    g_rand_int_range (random, 0, 8) == 0, NULL);

  kl_change_insert (change, attempt);
  for (gint64 i = g_rand_int_range (random, -5, 4); i > 0; i--)
    {
      double amended = g_rand_boolean (random) ? g_rand_double_range (random, 0, 100) : (double) NAN;
      g_autoptr(KlRecord) amendment = g_object_new (KL_TYPE_AMENDMENT, "owner", get_id (attempt), "position", i, "low",
                                                    amended, "high", amended, NULL);

      kl_change_insert (change, amendment);
    }
}

static void
insert_random (KlChange *change,
               gpointer  subject,
               GRand    *random)
{
  for (gint64 number = g_rand_int_range (random, 0, 12); number > 0; number--)
    insert_random_attempt (change, subject, number, random);
  for (gint64 i = g_rand_int_range (random, -2, 4); i > 0; i--)
    {
      g_autofree char *started = random_date (random);
      g_autoptr(KlRecord) session
        = g_object_new (KL_TYPE_STUDY_SESSION, "owner", get_id (subject), "position", i, "kind",
                        g_rand_boolean (random) ? KL_SESSION_DEEP_DIVE : KL_SESSION_RESTUDY, "started", started, NULL);

      kl_change_insert (change, session);
    }
}

static void
test_as_models (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT_RECORDS, "plan");
  g_autoptr(KlChange) one = kl_change_new (KL_CHANGE_IMPORT_RECORDS, "plan");
  g_autoptr(KlSubject) last = NULL;

  for (guint i = 0; i < 40; i++)
    g_object_unref (library_fixture_add_subject (&self->library, self->plan, "subject"));
  last = library_fixture_add_subject (&self->library, self->plan, "last");
  for (guint i = 0; i + 1 < g_list_model_get_n_items (kl_plan_get_subjects (self->plan)); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (self->plan), i);

      insert_random (change, subject, random);
    }
  library_fixture_change (&self->library, change);
  load (self);
  assert_same_as_models (self);

  /* One by one it is another reading. */
  insert_random (one, last, random);
  library_fixture_change (&self->library, one);
  await_change (self, 2);
  g_assert_cmpstr (self->changed, ==, get_id (last));
  assert_same_as_models (self);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/schedules/load", test_load);
  ADD ("/schedules/one-change", test_one_change);
  ADD ("/schedules/amended", test_amended);
  ADD ("/schedules/restudied", test_restudied);
  ADD ("/schedules/subjects-come-and-go", test_subjects_come_and_go);
  ADD ("/schedules/another-program", test_another_program);
  ADD ("/schedules/changes-meanwhile", test_changes_meanwhile);
  ADD ("/schedules/wishes", test_wishes);
  ADD ("/schedules/cancelled", test_cancelled);
  ADD ("/schedules/closed", test_closed);
  ADD ("/schedules/as-models", test_as_models);

  return g_test_run ();
}
