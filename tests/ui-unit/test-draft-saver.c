/* test-draft-saver.c: a draft on its way into a library */

#include "config.h"

#include "ui/draft/kl-draft-saver.h"

#include "library-fixture.h"

static KlSubject *
add_subject (LibraryFixture *fixture)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "Plan");

  return library_fixture_add_subject (fixture, plan, "Topic");
}

static KlDraftSaver *
load (LibraryFixture *fixture,
      KlSubject      *subject)
{
  KlDraftSaver *saver = kl_draft_saver_dup (fixture->library, subject);

  while (!kl_draft_saver_get_loaded (saver))
    g_main_context_iteration (NULL, TRUE);
  return saver;
}

static void
flush (KlDraftSaver  *saver,
       GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gboolean saved;

  kl_draft_saver_flush_async (saver, NULL, library_fixture_done_cb, &result);
  saved = kl_draft_saver_flush_finish (saver, library_fixture_await (&result), error);
  g_assert_cmpint (saved, ==, error == NULL || *error == NULL);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_flush (LibraryFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(KlSubject) subject = add_subject (fixture);
  g_autoptr(KlDraftSaver) saver = load (fixture, subject);
  g_autoptr(KlDraftSaver) same = kl_draft_saver_dup (fixture->library, subject);
  g_autoptr(KlDraft) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (saver == same);
  g_assert_false (kl_draft_saver_get_exists (saver));

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("word %u", i);

      g_object_set (kl_draft_saver_get_draft (saver), "text", text, NULL);
      kl_draft_saver_touch (saver);
    }
  flush (saver, &error);
  g_assert_no_error (error);
  g_assert_true (kl_draft_saver_get_exists (saver));

  stored = library_fixture_load_draft (fixture, subject);
  g_assert_cmpstr (kl_draft_get_text (stored), ==, "word 49");
  g_assert_cmpstr (kl_draft_get_started (stored), ==, "2026-11-23T12:00:00+00:00");

  g_clear_object (&same);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&saver));
}

static void
test_left_behind (LibraryFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(KlSubject) subject = add_subject (fixture);
  KlDraftSaver *saver = load (fixture, subject);
  KlDraftSaver *watched = saver;
  g_autoptr(KlDraft) stored = NULL;

  /* Nobody waits for it, and nobody holds it: it saves all the same, by itself. */
  g_object_set (kl_draft_saver_get_draft (saver), "text", "words", NULL);
  kl_draft_saver_touch (saver);
  g_object_add_weak_pointer (G_OBJECT (saver), (gpointer *) &watched);
  g_object_unref (saver);
  g_assert_nonnull (watched);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);

  stored = library_fixture_load_draft (fixture, subject);
  g_assert_cmpstr (kl_draft_get_text (stored), ==, "words");
}

static void
test_assisted_stays (LibraryFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr(KlSubject) subject = add_subject (fixture);
  g_autoptr(KlDraftSaver) saver = load (fixture, subject);
  g_autoptr(KlRecord) other = NULL;
  g_autoptr(KlDraft) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (kl_draft_saver_get_draft (saver), "text", "words", NULL);
  kl_draft_saver_touch (saver);
  flush (saver, &error);
  g_assert_no_error (error);

  /* As another process would. */
  other = kl_record_copy (KL_RECORD (kl_draft_saver_get_draft (saver)));
  g_object_set (other, "assisted", TRUE, NULL);
  g_assert_true (library_fixture_save_draft (fixture, KL_DRAFT (other), &error));

  g_object_set (kl_draft_saver_get_draft (saver), "text", "more words", NULL);
  kl_draft_saver_touch (saver);
  flush (saver, &error);
  g_assert_no_error (error);
  stored = library_fixture_load_draft (fixture, subject);
  g_assert_cmpstr (kl_draft_get_text (stored), ==, "more words");
  g_assert_true (kl_draft_get_assisted (stored));
  settle ();
}

static void
test_failure (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(KlSubject) subject = add_subject (fixture);
  g_autoptr(KlDraftSaver) saver = load (fixture, subject);
  g_autoptr(KlDraft) stored = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) later = NULL;

  library_fixture_execute (fixture,
                           "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE (ABORT, 'full'); END");
  g_object_set (kl_draft_saver_get_draft (saver), "text", "words", NULL);
  kl_draft_saver_touch (saver);
  flush (saver, &error);
  g_assert_nonnull (error);
  g_assert_cmpstr (kl_draft_saver_get_error (saver), ==, error->message);
  g_assert_cmpstr (kl_draft_get_text (kl_draft_saver_get_draft (saver)), ==, "words");

  library_fixture_execute (fixture, "DROP TRIGGER full");
  flush (saver, &later);
  g_assert_no_error (later);
  g_assert_null (kl_draft_saver_get_error (saver));
  stored = library_fixture_load_draft (fixture, subject);
  g_assert_cmpstr (kl_draft_get_text (stored), ==, "words");
  settle ();
}

static void
test_forget (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(KlSubject) subject = add_subject (fixture);
  g_autoptr(KlDraftSaver) saver = load (fixture, subject);
  g_autoptr(GError) error = NULL;

  g_object_set (kl_draft_saver_get_draft (saver), "text", "words", NULL);
  kl_draft_saver_touch (saver);
  kl_draft_saver_forget (saver);
  flush (saver, &error);
  g_assert_no_error (error);
  g_assert_null (kl_draft_get_text (kl_draft_saver_get_draft (saver)));
  g_assert_null (library_fixture_load_draft (fixture, subject));
  g_assert_finalize_object (g_steal_pointer (&saver));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, func, library_fixture_tear_down)
  ADD ("/draft-saver/flush", test_flush);
  ADD ("/draft-saver/left-behind", test_left_behind);
  ADD ("/draft-saver/assisted-stays", test_assisted_stays);
  ADD ("/draft-saver/failure", test_failure);
  ADD ("/draft-saver/forget", test_forget);
  return g_test_run ();
}
