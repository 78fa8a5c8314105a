/* test-study-clock.c: a session that is not over outlives the program, and is logged once */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-study-session.h"

#define STARTED "2026-11-29T10:00:00+01:00"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *subject;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  library_fixture_set_up (&fixture->library, data);
  fixture->plan = library_fixture_add_plan (&fixture->library, "Plan");
  fixture->subject = library_fixture_add_subject (&fixture->library, fixture->plan, "Caching");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->subject);
  g_clear_object (&fixture->plan);
  library_fixture_tear_down (&fixture->library, data);
}

static KlStudyClock *
new_clock (Fixture    *fixture,
           const char *started,
           gint64      seconds)
{
  return g_object_new (KL_TYPE_STUDY_CLOCK, "owner", kl_record_get_id (KL_RECORD (fixture->subject)), "kind",
                       KL_SESSION_RESTUDY, "minutes", (gint64) 30, "started", started, "seconds", seconds,
                       "running-since", started, "boot", "boot", "ticks", (gint64) 12345, "notes", "One\nTwo", "ticked",
                       "a\nb\n", NULL);
}

static void
save (Fixture      *fixture,
      KlStudyClock *clock)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_save_study_clock_async (fixture->library.library, clock, NULL, library_fixture_done_cb, &result);
  g_assert_true (
    kl_library_save_study_clock_finish (fixture->library.library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

static GPtrArray *
load (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *clocks;

  kl_library_load_study_clocks_async (fixture->library.library, NULL, library_fixture_done_cb, &result);
  clocks = kl_library_load_study_clocks_finish (fixture->library.library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  return clocks;
}

static guint
count (Fixture *fixture)
{
  g_autoptr(GPtrArray) clocks = load (fixture);

  return clocks->len;
}

static void
log_session (Fixture    *fixture,
             const char *started)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_LOG_SESSION, "Caching");
  g_autoptr(KlRecord) session
    = g_object_new (KL_TYPE_STUDY_SESSION, "owner", kl_record_get_id (KL_RECORD (fixture->subject)), "kind",
                    KL_SESSION_RESTUDY, "started", started, "seconds", (gint64) 61, NULL);
  g_autoptr(GError) error = NULL;

  kl_change_insert (change, session);
  g_assert_true (library_fixture_apply (&fixture->library, change, &error));
  g_assert_no_error (error);
}

static guint
count_sessions (Fixture *fixture)
{
  library_fixture_load (&fixture->library, fixture->subject);
  return g_list_model_get_n_items (kl_subject_get_sessions (fixture->subject));
}

static void
assert_same (KlStudyClock *a,
             KlStudyClock *b)
{
  g_assert_cmpstr (kl_record_get_id (KL_RECORD (a)), ==, kl_record_get_id (KL_RECORD (b)));
  g_assert_cmpstr (kl_record_get_owner (KL_RECORD (a)), ==, kl_record_get_owner (KL_RECORD (b)));
  g_assert_cmpint (kl_study_clock_get_kind (a), ==, kl_study_clock_get_kind (b));
  g_assert_cmpint (kl_study_clock_get_minutes (a), ==, kl_study_clock_get_minutes (b));
  g_assert_cmpint (kl_study_clock_get_seconds (a), ==, kl_study_clock_get_seconds (b));
  g_assert_cmpint (kl_study_clock_get_ticks (a), ==, kl_study_clock_get_ticks (b));
  g_assert_cmpstr (kl_study_clock_get_started (a), ==, kl_study_clock_get_started (b));
  g_assert_cmpstr (kl_study_clock_get_running_since (a), ==, kl_study_clock_get_running_since (b));
  g_assert_cmpstr (kl_study_clock_get_boot (a), ==, kl_study_clock_get_boot (b));
  g_assert_cmpstr (kl_study_clock_get_notes (a), ==, kl_study_clock_get_notes (b));
  g_assert_cmpstr (kl_study_clock_get_ticked (a), ==, kl_study_clock_get_ticked (b));
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(KlStudyClock) clock = new_clock (fixture, STARTED, 10);
  g_autoptr(GPtrArray) clocks = NULL;

  g_assert_cmpuint (count (fixture), ==, 0);
  save (fixture, clock);
  g_object_set (clock, "seconds", (gint64) 40, NULL);
  save (fixture, clock);

  library_fixture_reopen (&fixture->library);
  clocks = load (fixture);
  g_assert_cmpuint (clocks->len, ==, 1);
  assert_same (clocks->pdata[0], clock);
}

/* A session outlives its topic, which may come back, but its time does not go on without it. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(KlStudyClock) clock = new_clock (fixture, STARTED, 10);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "Caching");
  g_autoptr(GPtrArray) deleted = NULL;
  g_autoptr(GPtrArray) clocks = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture, clock);
  kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (fixture->subject)));
  g_assert_true (library_fixture_apply (&fixture->library, change, &error));
  g_assert_no_error (error);
  library_fixture_reopen (&fixture->library);
  deleted = load (fixture);
  g_assert_cmpuint (deleted->len, ==, 1);
  g_assert_false (kl_study_clock_is_running (deleted->pdata[0], "boot"));
  g_assert_cmpint (kl_study_clock_get_seconds (deleted->pdata[0]), ==, 10);
  g_assert_cmpstr (kl_study_clock_get_notes (deleted->pdata[0]), ==, "One\nTwo");

  g_free (library_fixture_undo (&fixture->library, &error));
  g_assert_no_error (error);
  clocks = load (fixture);
  g_assert_cmpuint (clocks->len, ==, 1);
  assert_same (clocks->pdata[0], clock);
}

/* What was spent is not taken back by undo, and whoever undoes something else takes back just that. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(KlStudyClock) clock = new_clock (fixture, STARTED, 10);
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture, clock);
  undone = library_fixture_undo (&fixture->library, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (undone, "Caching"));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_logged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(KlStudyClock) clock = new_clock (fixture, STARTED, 10);
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  save (fixture, clock);
  log_session (fixture, "2026-11-28T10:00:00+01:00");
  g_assert_cmpuint (count (fixture), ==, 1);
  log_session (fixture, STARTED);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (count_sessions (fixture), ==, 2);

  undone = library_fixture_undo (&fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_sessions (fixture), ==, 1);
  g_assert_cmpuint (count (fixture), ==, 0);
  redone = library_fixture_redo (&fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_sessions (fixture), ==, 2);
}

static void
test_discarded (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(KlStudyClock) clock = new_clock (fixture, STARTED, 10);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture, clock);
  kl_library_discard_study_clock_async (fixture->library.library, fixture->subject, NULL, library_fixture_done_cb,
                                        &result);
  g_assert_true (
    kl_library_discard_study_clock_finish (fixture->library.library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* A Sunday night belongs to the week that ends with it, wherever that is. */
static void
test_weeks (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const started[] = { "2026-11-29T23:59:00+14:00", "2026-11-23T00:01:00-11:00",
                                         "2026-11-30T00:00:00+01:00", "nonsense" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) weeks = NULL;
  g_autoptr(KlStudyWeek) latest = NULL;
  g_autoptr(KlStudyWeek) before = NULL;
  gint64 seconds;

  for (guint i = 0; i < G_N_ELEMENTS (started); i++)
    log_session (fixture, started[i]);

  kl_library_load_study_weeks_async (fixture->library.library, fixture->plan, NULL, library_fixture_done_cb, &result);
  weeks = kl_library_load_study_weeks_finish (fixture->library.library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (weeks), ==, 2);
  latest = g_list_model_get_item (weeks, 0);
  before = g_list_model_get_item (weeks, 1);
  g_assert_cmpstr (kl_study_week_get_monday (latest), ==, "2026-11-30");
  g_assert_cmpint (kl_study_week_get_seconds (latest), ==, 61);
  g_assert_cmpstr (kl_study_week_get_monday (before), ==, "2026-11-23");
  g_assert_cmpuint (kl_study_week_get_n_parts (before), ==, 1);
  g_assert_cmpstr (kl_study_week_get_part (before, 0, &seconds), ==, "Caching");
  g_assert_cmpint (seconds, ==, 122);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/study-clock/saved", test_saved);
  ADD ("/study-clock/deleted", test_deleted);
  ADD ("/study-clock/undo", test_undo);
  ADD ("/study-clock/logged", test_logged);
  ADD ("/study-clock/discarded", test_discarded);
  ADD ("/study-clock/weeks", test_weeks);
  return g_test_run ();
}
