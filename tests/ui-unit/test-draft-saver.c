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

/* It may still look at what the library shows since the last save. */
static void
wait_until_gone (KlDraftSaver *saver)
{
  KlDraftSaver *watched = saver;

  g_object_add_weak_pointer (G_OBJECT (saver), (gpointer *) &watched);
  g_object_unref (saver);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
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
  wait_until_gone (g_steal_pointer (&saver));
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
take_words_cb (KlDraftSaver *saver,
               const char   *words,
               gpointer      data)
{
  char **came = data;

  g_assert_null (*came);
  *came = g_strdup (words);
}

static void
put (KlDraftSaver *saver,
     const char   *text)
{
  g_object_set (kl_draft_saver_get_draft (saver), "text", text, NULL);
  kl_draft_saver_touch (saver);
}

static void
flush_well (KlDraftSaver *saver)
{
  g_autoptr(GError) error = NULL;

  flush (saver, &error);
  g_assert_no_error (error);
}

static void
assert_text (LibraryFixture *fixture,
             KlSubject      *subject,
             const char     *text)
{
  g_autoptr(KlDraft) stored = library_fixture_load_draft (fixture, subject);

  g_assert_cmpstr (kl_draft_get_text (stored), ==, text);
}

/* An attempt is undone while another explanation is being written: what comes back is neither written over nor left out
 * of sight, whether something was typed meanwhile or not. */
static void
test_words_came (LibraryFixture *fixture,
                 gconstpointer   data)
{
  gboolean is_typing = GPOINTER_TO_INT (data);
  g_autoptr(KlSubject) subject = add_subject (fixture);
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("recorded", 80);
  g_autoptr(KlDraftSaver) saver = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *came = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  saver = load (fixture, subject);
  g_signal_connect (saver, "words-came", G_CALLBACK (take_words_cb), &came);
  put (saver, "newer");
  flush_well (saver);
  if (is_typing)
    put (saver, "newer, and more");
  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);

  while (came == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (came, ==, "recorded");
  g_assert_cmpstr (kl_draft_get_text (kl_draft_saver_get_draft (saver)), ==,
                   is_typing ? "newer, and more\n\nrecorded" : "newer\n\nrecorded");

  /* From now on they are like any others. */
  put (saver, "newest\n\nrecorded");
  flush_well (saver);
  assert_text (fixture, subject, "newest\n\nrecorded");
  put (saver, "newest");
  flush_well (saver);
  assert_text (fixture, subject, "newest");
  settle ();
}

/* The first words of a draft may be written elsewhere, while the sheet here is empty. */
static void
test_first_words (LibraryFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(KlSubject) subject = add_subject (fixture);
  g_autoptr(KlDraftSaver) saver = load (fixture, subject);
  g_autoptr(KlDraft) elsewhere
    = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text", "elsewhere", NULL);
  g_autofree char *came = NULL;
  g_autoptr(GError) error = NULL;

  g_signal_connect (saver, "words-came", G_CALLBACK (take_words_cb), &came);
  put (saver, "here");
  g_assert_true (library_fixture_save_draft (fixture, elsewhere, &error));
  flush_well (saver);
  g_assert_cmpstr (came, ==, "elsewhere");
  assert_text (fixture, subject, "here\n\nelsewhere");
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
  wait_until_gone (g_steal_pointer (&saver));
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
  ADD ("/draft-saver/first-words", test_first_words);
  g_test_add ("/draft-saver/words-came/at-rest", LibraryFixture, GINT_TO_POINTER (FALSE), library_fixture_set_up,
              test_words_came, library_fixture_tear_down);
  g_test_add ("/draft-saver/words-came/typing", LibraryFixture, GINT_TO_POINTER (TRUE), library_fixture_set_up,
              test_words_came, library_fixture_tear_down);
  ADD ("/draft-saver/failure", test_failure);
  ADD ("/draft-saver/forget", test_forget);
  return g_test_run ();
}
