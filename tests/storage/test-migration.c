/* Libraries of earlier versions come along, with every word in them and a copy of what they were. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library-fixture.h"
#include "model/kl-verdict.h"

#define DRAFT_SUBJECT "Topic Two"

/* library-version-N.sql is what KLearn wrote, as SQLite's shell dumps it. */
static void
set_up (LibraryFixture *fixture,
        gconstpointer   data)
{
  g_autofree char *name = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "storage", data, NULL);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;

  library_fixture_set_up (fixture, NULL);
  library_fixture_close (fixture);
  g_assert_no_errno (g_unlink (fixture->path));
  g_assert_true (g_file_get_contents (name, &sql, NULL, &error));
  g_assert_no_error (error);
  library_fixture_execute (fixture, sql);
}

static void
open_library (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);
}

static KlSubject *
find_subject (LibraryFixture *fixture,
              const char     *title)
{
  g_autoptr(KlPlan) plan = g_list_model_get_item (kl_library_get_plans (fixture->library), 0);
  GListModel *subjects = kl_plan_get_subjects (plan);

  library_fixture_load_plan (fixture, plan);
  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (g_strcmp0 (kl_subject_get_title (subject), title) == 0)
        return g_steal_pointer (&subject);
    }

  g_assert_not_reached ();
}

static guint
count_problems (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) problems = NULL;

  kl_library_check_async (fixture->library, NULL, library_fixture_done_cb, &result);
  problems = kl_library_check_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  return g_strv_length (problems);
}

static void
test_draft_and_attempts (LibraryFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(KlSubject) begun = NULL;
  g_autoptr(KlSubject) recorded = NULL;
  g_autoptr(KlDraft) draft = NULL;
  g_autoptr(KlAttempt) attempt = NULL;
  g_autofree char *backup
    = g_build_filename (fixture->folder, "klearn", "backups", "library-before-version-7.db", NULL);

  open_library (fixture);
  begun = find_subject (fixture, DRAFT_SUBJECT);
  draft = library_fixture_load_draft (fixture, begun);
  g_assert_cmpstr (kl_draft_get_text (draft), ==, "Half a draft");
  g_assert_cmpint (kl_draft_get_cursor (draft), ==, 12);
  g_assert_false (kl_score_is_set (kl_draft_get_score (draft)));

  recorded = find_subject (fixture, "Topic One");
  library_fixture_load (fixture, recorded);
  attempt = g_list_model_get_item (kl_subject_get_attempts (recorded), 0);
  g_assert_cmpstr (kl_attempt_get_explanation (attempt), ==, "Words of one");

  /* The checksums are those of the new rows, and the old library is still there. */
  g_assert_cmpuint (count_problems (fixture), ==, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  g_assert_null (kl_library_get_undo_name (fixture->library));
}

/* As where an old library was put back: what was saved the first time stays. */
static void
test_saved_twice (LibraryFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);
  g_autofree char *first = g_build_filename (backups, "library-before-version-7.db", NULL);
  g_autofree char *second = g_build_filename (backups, "library-before-version-7-2.db", NULL);
  g_autofree char *old = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize old_length;
  gsize before_length;
  gsize after_length;

  g_assert_true (g_file_get_contents (fixture->path, &old, &old_length, NULL));
  open_library (fixture);
  library_fixture_close (fixture);
  g_assert_true (g_file_get_contents (first, &before, &before_length, NULL));

  g_assert_true (g_file_set_contents (fixture->path, old, (gssize) old_length, NULL));
  library_fixture_execute (fixture, "UPDATE plan SET title = 'another'");
  open_library (fixture);
  g_assert_true (g_file_get_contents (first, &after, &after_length, NULL));
  g_assert_cmpuint (after_length, ==, before_length);
  g_assert_cmpint (memcmp (after, before, before_length), ==, 0);
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
}

/* Brought up to date on the way, and the backup itself stays what it was. */
static void
test_restored (LibraryFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gsize before_length;
  gsize after_length;

  g_assert_no_errno (g_rename (fixture->path, old));
  g_assert_true (g_file_get_contents (old, &before, &before_length, NULL));
  open_library (fixture);
  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  kl_library_restore_async (fixture->library, old, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_restore_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);

  g_object_unref (find_subject (fixture, "Topic One"));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
  g_assert_true (g_file_get_contents (old, &after, &after_length, NULL));
  g_assert_cmpuint (after_length, ==, before_length);
  g_assert_cmpint (memcmp (after, before, before_length), ==, 0);
}

/* It cannot be brought up to date: the library is as it was. */
static void
test_not_restored (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  library_fixture_execute (fixture, "DROP TABLE draft");
  g_assert_no_errno (g_rename (fixture->path, old));
  open_library (fixture);
  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);
  kl_library_restore_async (fixture->library, old, NULL, library_fixture_done_cb, &result);
  g_assert_false (kl_library_restore_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_nonnull (error);

  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
}

static gboolean
data_is_of (gconstpointer data,
            guint         version)
{
  g_autofree char *name = g_strdup_printf ("library-version-%u.sql", version);

  return g_str_equal (data, name);
}

static void
test_damage_is_not_mended_over (LibraryFixture *fixture,
                                gconstpointer   data)
{
  library_fixture_execute (fixture, data_is_of (data, 1) ? "UPDATE draft SET text = 'Half a craft'"
                                                         : "UPDATE document SET text = '# Plam'");
  open_library (fixture);
  g_assert_cmpuint (count_problems (fixture), ==, 1);
}

static void
test_document (LibraryFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) listed = NULL;
  g_autoptr(KlPlan) plan = NULL;

  open_library (fixture);
  listed = g_list_model_get_item (kl_library_get_plans (fixture->library), 0);
  kl_library_read_plan_async (fixture->library, kl_record_get_id (KL_RECORD (listed)), NULL, library_fixture_done_cb,
                              &result);
  plan = kl_library_read_plan_finish (fixture->library, library_fixture_await (&result), &document, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kl_document_get_title (document), ==, "Plan");
  g_assert_cmpint (kl_document_get_follow (document), ==, KL_FOLLOW_NOT);
  g_assert_null (kl_document_get_headings (document));
  g_assert_true (g_str_has_prefix (kl_document_get_text (document), "# Plan\n\n## Topic One\n"));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
}

/* What was amended before stays sound. */
static void
test_amendments (LibraryFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(KlAttempt) attempt = NULL;
  g_autoptr(KlAmendment) amendment = NULL;

  library_fixture_execute (fixture,
                           "INSERT INTO amendment SELECT '00000000-0000-4000-8000-000000000001', id, 1, '2026-11-24',"
                           " 60.0, 70.0, 'Too kind', 3490431937285523762"
                           " FROM attempt WHERE explanation = 'Point A is this';");
  open_library (fixture);
  subject = find_subject (fixture, "Topic Two");
  library_fixture_load (fixture, subject);
  attempt = g_list_model_get_item (kl_subject_get_attempts (subject), 0);
  amendment = g_list_model_get_item (kl_attempt_get_amendments (attempt), 0);
  g_assert_cmpstr (kl_amendment_get_note (amendment), ==, "Too kind");
  g_assert_null (kl_amendment_get_item (amendment));
  g_assert_true (kl_attempt_has_other_score (attempt));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
}

static guint
count_attempts (LibraryFixture *fixture)
{
  g_autoptr(KlSubject) subject = find_subject (fixture, "Topic Two");

  library_fixture_load (fixture, subject);
  return g_list_model_get_n_items (kl_subject_get_attempts (subject));
}

/* The last import wrote the document; what was done after it can still be taken back and done again. */
static void
test_history (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *redone = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_before = NULL;
  g_autoptr(GError) error = NULL;

  open_library (fixture);
  g_assert_cmpuint (count_attempts (fixture), ==, 2);
  redone = library_fixture_redo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_attempts (fixture), ==, 3);
  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  undone_before = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_attempts (fixture), ==, 1);
  g_assert_null (kl_library_get_undo_name (fixture->library));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
}

/* Nothing in it changes, so that all that was done can still be taken back. */
static void
test_links (LibraryFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) links = NULL;
  g_autoptr(KlDocument) link = NULL;
  g_autofree char *undone = NULL;

  open_library (fixture);
  kl_library_load_links_async (fixture->library, NULL, library_fixture_done_cb, &result);
  links = kl_library_load_links_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (links), ==, 1);
  link = g_list_model_get_item (links, 0);
  g_assert_cmpstr (kl_document_get_path (link), ==, "/srv/plans/plan.md");
  g_assert_cmpint (kl_document_get_follow (link), ==, KL_FOLLOW_NOT);
  g_assert_null (kl_document_get_text (link));

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_problems (fixture), ==, 0);
}

/* Of a text that was replaced the journal had both versions, and now has what differs. */
static void
test_replaced_text (LibraryFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autofree char *taken = NULL;

  open_library (fixture);
  before = library_fixture_dump (fixture);
  g_assert_nonnull (strstr (before, "Point B, and what follows from it"));
  taken = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  undone = library_fixture_dump (fixture);
  g_assert_null (strstr (undone, "Point B, and what follows from it"));
  g_assert_nonnull (strstr (undone, "- Point B"));
  g_assert_cmpuint (count_problems (fixture), ==, 0);

  g_free (library_fixture_redo (fixture, &error));
  g_assert_no_error (error);
  again = library_fixture_dump (fixture);
  g_assert_cmpstr (again, ==, before);
  g_free (library_fixture_redo (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_attempts (fixture), ==, 1);
}

/* Nothing is wished for, and no day is set; both can be. What was done since the last import can be taken back. */
static void
test_wishes (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(KlChange) change = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_before = NULL;

  open_library (fixture);
  subject = find_subject (fixture, "Topic Two, and more");
  plan = g_list_model_get_item (kl_library_get_plans (fixture->library), 0);
  for (guint wish = 0; wish < KL_N_WISHES; wish++)
    g_assert_false (kl_plan_has_impossible_wish (plan, wish, NULL));
  g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, KL_WISH_RETENTION), 0.9, 1e-12);
  g_assert_false (kl_plan_get_fuzzes (plan));
  g_assert_null (kl_subject_get_due (subject));
  g_assert_cmpint (kl_subject_get_due_attempts (subject), ==, 0);
  g_assert_cmpuint (count_problems (fixture), ==, 0);

  change = kl_change_new (KL_CHANGE_EDIT_PLAN, "Plan");
  kl_change_set_number (change, KL_RECORD (plan), "day-start", 0);
  kl_change_set_integer (change, KL_RECORD (plan), "fuzzes", TRUE);
  kl_change_set_string (change, KL_RECORD (subject), "due", "2026-12-04");
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, KL_WISH_DAY_START), 0, 1e-12);
  g_assert_true (kl_plan_get_fuzzes (plan));
  g_assert_cmpstr (kl_subject_get_due (subject), ==, "2026-12-04");
  g_assert_cmpuint (count_problems (fixture), ==, 0);

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_null (kl_subject_get_due (subject));
  g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, KL_WISH_DAY_START), 4, 1e-12);
  undone_before = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_null (kl_library_get_undo_name (fixture->library));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
}

static void
test_damaged_rows_stay_damaged (LibraryFixture *fixture,
                                gconstpointer   data)
{
  library_fixture_execute (fixture, "UPDATE subject SET title = 'Topic Too' WHERE title = 'Topic One';"
                                    "UPDATE plan SET title = 'Plam'");
  open_library (fixture);
  g_assert_cmpuint (count_problems (fixture), ==, 2);
}

/* Nothing was suggested so far, and something can be. What was done since the last change of a verdict can be taken
 * back. */
static void
test_verdicts (LibraryFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(KlAttempt) attempt = NULL;
  g_autoptr(KlVerdict) verdict = NULL;
  g_autoptr(KlChange) change = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_before = NULL;

  open_library (fixture);
  subject = find_subject (fixture, "Topic One");
  library_fixture_load (fixture, subject);
  attempt = g_list_model_get_item (kl_subject_get_attempts (subject), 0);
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_verdicts (attempt)), ==, 2);
  verdict = g_list_model_get_item (kl_attempt_get_verdicts (attempt), 1);
  g_assert_cmpstr (kl_verdict_get_text (verdict), ==, "Point B");
  g_assert_cmpint (kl_verdict_get_value (verdict), ==, KL_VERDICT_MISSED);
  g_assert_cmpint (kl_verdict_get_suggested (verdict), ==, KL_VERDICT_UNSET);
  g_assert_cmpuint (count_problems (fixture), ==, 0);

  change = kl_change_new (KL_CHANGE_EDIT_PLAN, "Plan");
  kl_change_set_integer (change, KL_RECORD (verdict), "suggested", KL_VERDICT_PARTLY);
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kl_verdict_get_suggested (verdict), ==, KL_VERDICT_PARTLY);
  g_assert_true (kl_verdict_is_changed (verdict));
  g_assert_cmpuint (count_problems (fixture), ==, 0);

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kl_verdict_get_suggested (verdict), ==, KL_VERDICT_UNSET);
  undone_before = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_null (kl_library_get_undo_name (fixture->library));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
}

static void
test_damaged_verdict_stays_damaged (LibraryFixture *fixture,
                                    gconstpointer   data)
{
  library_fixture_execute (fixture, "UPDATE verdict SET value = 'covered' WHERE value = 'missed'");
  open_library (fixture);
  g_assert_cmpuint (count_problems (fixture), ==, 1);
}

#define ADD(path, file, test) g_test_add (path, LibraryFixture, file, set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/migration/1/draft-and-attempts", "library-version-1.sql", test_draft_and_attempts);
  ADD ("/migration/1/damage", "library-version-1.sql", test_damage_is_not_mended_over);
  ADD ("/migration/1/saved-twice", "library-version-1.sql", test_saved_twice);
  ADD ("/migration/1/restored", "library-version-1.sql", test_restored);
  ADD ("/migration/1/not-restored", "library-version-1.sql", test_not_restored);
  ADD ("/migration/2/document", "library-version-2.sql", test_document);
  ADD ("/migration/2/amendments", "library-version-2.sql", test_amendments);
  ADD ("/migration/2/history", "library-version-2.sql", test_history);
  ADD ("/migration/2/damage", "library-version-2.sql", test_damage_is_not_mended_over);
  ADD ("/migration/3/links", "library-version-3.sql", test_links);
  ADD ("/migration/3/damage", "library-version-3.sql", test_damage_is_not_mended_over);
  ADD ("/migration/4/replaced-text", "library-version-4.sql", test_replaced_text);
  ADD ("/migration/4/damage", "library-version-4.sql", test_damage_is_not_mended_over);
  ADD ("/migration/5/wishes", "library-version-5.sql", test_wishes);
  ADD ("/migration/5/damage", "library-version-5.sql", test_damaged_rows_stay_damaged);
  ADD ("/migration/6/verdicts", "library-version-6.sql", test_verdicts);
  ADD ("/migration/6/damage", "library-version-6.sql", test_damaged_verdict_stays_damaged);
  return g_test_run ();
}
