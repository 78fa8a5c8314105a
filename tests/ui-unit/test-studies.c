/* test-studies.c: study sessions on their way into a library and out of it */

#include "config.h"

#include "ui/study/kl-studies.h"

#include "library-fixture.h"

typedef struct
{
  LibraryFixture library;
  KlSubject *subject;
  KlStudies *studies;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(KlPlan) plan = NULL;

  library_fixture_set_up (&self->library, data);
  plan = library_fixture_add_plan (&self->library, "Plan");
  self->subject = library_fixture_add_subject (&self->library, plan, "Topic");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->studies);
  g_clear_object (&self->subject);
  library_fixture_tear_down (&self->library, data);
}

static void
set_true_cb (gboolean *flag)
{
  *flag = TRUE;
}

/* Reads them, for the first time or again. */
static void
read_them (Fixture *self)
{
  gboolean changed = FALSE;
  gulong handler;

  g_clear_object (&self->studies);
  self->studies = kl_studies_dup (self->library.library);
  handler = g_signal_connect_swapped (self->studies, "changed", G_CALLBACK (set_true_cb), &changed);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->studies, handler);
}

static void
flush (KlStudyTimer *timer)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_study_timer_flush_async (timer, library_fixture_done_cb, &result);
  g_assert_true (kl_study_timer_flush_finish (timer, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

/* How often the file was written since it is there, as SQLite counts in it. */
static guint32
count_writes (Fixture *self)
{
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  guint32 count;

  g_file_get_contents (self->library.path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (contents != NULL);
  memcpy (&count, contents + 24, sizeof count);
  return GUINT32_FROM_BE (count);
}

static KlStudyClock *
load_clock (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) clocks = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_study_clocks_async (self->library.library, NULL, library_fixture_done_cb, &result);
  clocks = kl_library_load_study_clocks_finish (self->library.library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (clocks != NULL);
  g_assert_cmpuint (clocks->len, ==, 1);
  return g_object_ref (clocks->pdata[0]);
}

/* Beginning writes once, and so does a pause, which waits for nothing. */
static void
test_saved_once (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KlStudyClock) begun = NULL;
  g_autoptr(KlStudyClock) paused = NULL;
  KlStudyTimer *timer;
  guint32 before;

  read_them (self);
  before = count_writes (self);
  timer = kl_studies_begin (self->studies, self->subject, KL_SESSION_DEEP_DIVE, 30);
  flush (timer);
  begun = load_clock (self);
  g_assert_nonnull (kl_study_clock_get_running_since (begun));
  g_assert_cmpuint (count_writes (self), ==, before + 1);

  kl_study_timer_pause (timer);
  paused = load_clock (self);
  g_assert_null (kl_study_clock_get_running_since (paused));
  flush (timer);
  g_assert_cmpuint (count_writes (self), ==, before + 2);
}

/* What could not be read is not taken for nothing, and is read the next time. */
static void
test_not_read (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KlStudyClock) clock
    = g_object_new (KL_TYPE_STUDY_CLOCK, "owner", kl_record_get_id (KL_RECORD (self->subject)), "notes", "words", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlStudyTimer *timer;

  kl_library_save_study_clock_async (self->library.library, clock, NULL, library_fixture_done_cb, &result);
  g_assert_true (
    kl_library_save_study_clock_finish (self->library.library, library_fixture_await (&result), &error));
  g_assert_no_error (error);

  library_fixture_execute (&self->library, "ALTER TABLE study_clock RENAME TO elsewhere");
  read_them (self);
  g_assert_false (kl_studies_get_loaded (self->studies));
  g_assert_nonnull (kl_studies_get_error (self->studies));
  g_assert_null (kl_studies_find (self->studies, kl_record_get_id (KL_RECORD (self->subject))));

  library_fixture_execute (&self->library, "ALTER TABLE elsewhere RENAME TO study_clock");
  read_them (self);
  g_assert_true (kl_studies_get_loaded (self->studies));
  g_assert_null (kl_studies_get_error (self->studies));
  timer = kl_studies_find (self->studies, kl_record_get_id (KL_RECORD (self->subject)));
  g_assert_true (timer != NULL);
  g_assert_cmpstr (kl_study_clock_get_notes (kl_study_timer_get_clock (timer)), ==, "words");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/studies/saved-once", test_saved_once);
  ADD ("/studies/not-read", test_not_read);
  return g_test_run ();
}
