/* The door to the data: models follow what is on the disk, and only that. */

#include "config.h"

#include "library-fixture.h"
#include "storage/kl-database.h"

#include "model/kl-amendment.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
assert_invalid (LibraryFixture *fixture,
                KlSubject      *subject,
                KlAttempt      *attempt)
{
  g_autofree char *before = library_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (attempt);
}

static void
test_record (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) first = library_fixture_new_attempt ("one", 40);
  g_autoptr(KlAttempt) second = library_fixture_new_attempt ("two", 92);
  g_autoptr(KlFeedback) feedback = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_CORRECTION, "wrong", "a",
                                                 "right", "b", NULL);
  g_autoptr(KlVerdict) verdict = g_object_new (KL_TYPE_VERDICT, "value", KL_VERDICT_PARTLY, "text", "point", NULL);
  g_autoptr(KlAttempt) shown = NULL;
  g_autoptr(GError) error = NULL;
  guint n_items_changed = 0;
  guint n_standings = 0;

  library_fixture_load (fixture, subject);
  g_signal_connect_swapped (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (count_cb),
                            &n_items_changed);
  g_signal_connect_swapped (subject, "notify::standing", G_CALLBACK (count_cb), &n_standings);

  kl_record_append (KL_RECORD (first), KL_RECORD (feedback));
  kl_record_append (KL_RECORD (first), KL_RECORD (verdict));
  g_assert_true (library_fixture_record (fixture, subject, first, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_items_changed, ==, 1);
  g_assert_cmpuint (n_standings, ==, 1);

  g_assert_true (library_fixture_record (fixture, subject, second, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_items_changed, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (subject)), ==, 2);
  g_assert_cmpuint (kl_standing_get_n_attempts (kl_subject_get_standing (subject)), ==, 2);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_standing_get_score (kl_subject_get_standing (subject))), 92,
                                  1e-9);

  shown = g_list_model_get_item (kl_subject_get_attempts (subject), 0);
  g_assert_cmpint (kl_attempt_get_number (shown), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_feedback (shown)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_verdicts (shown)), ==, 1);
}

/* The standings are another reading than the lists, and are kept up to date as they are. */
static void
test_standings (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlPlan) again = NULL;
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlSubject) other = library_fixture_add_subject (fixture, plan, "other");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 64);
  g_autoptr(KlSubject) shown = NULL;
  g_autoptr(KlSubject) unassessed = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_clear_object (&plan);
  library_fixture_reopen (fixture);
  again = g_list_model_get_item (kl_library_get_plans (fixture->library), 0);
  library_fixture_load_plan (fixture, again);
  shown = g_list_model_get_item (kl_plan_get_subjects (again), 0);
  unassessed = g_list_model_get_item (kl_plan_get_subjects (again), 1);
  g_assert_null (kl_subject_get_standing (shown));

  kl_library_load_standings_async (fixture->library, again, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_load_standings_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_standing_get_score (kl_subject_get_standing (shown))), 64,
                                  1e-9);
  g_assert_cmpstr (kl_standing_get_date (kl_subject_get_standing (shown)), ==, "2026-11-20");
  g_assert_cmpuint (kl_standing_get_n_attempts (kl_subject_get_standing (unassessed)), ==, 0);
  g_assert_false (kl_score_is_set (kl_standing_get_score (kl_subject_get_standing (unassessed))));
}

static void
test_refused_attempts (LibraryFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  const double bad_scores[] = { -0.1, 100.1, 4000, 1e308, -INFINITY, INFINITY };
  const char *const bad_dates[] = { "", "yesterday", "2026-13-01", "2026-02-30", "2026-11-24", "9999-01-01",
                                    "2026-11-23T12:00:01Z", "20261123" };
  const char *const empty[] = { "", " \n\t", "\xe2\x80\x8b\xc2\xa0" };

  for (guint i = 0; i < G_N_ELEMENTS (bad_scores); i++)
    assert_invalid (fixture, subject, library_fixture_new_attempt ("words", bad_scores[i]));

  for (guint i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    {
      KlAttempt *attempt = library_fixture_new_attempt ("words", 50);

      g_object_set (attempt, "date", bad_dates[i], NULL);
      assert_invalid (fixture, subject, attempt);
    }

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    assert_invalid (fixture, subject, library_fixture_new_attempt (empty[i], 50));
}

static void
test_gone_subject (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 50);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "subject");
  g_autoptr(GError) error = NULL;

  kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subject)));
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_subjects (plan)), ==, 0);
  g_assert_false (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND);
}

static void
test_failed_change_changes_nothing (LibraryFixture *fixture,
                                    gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");
  g_autofree char *before = library_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  guint n_notified = 0;

  g_signal_connect_swapped (plan, "notify", G_CALLBACK (count_cb), &n_notified);
  kl_change_set_string (change, KL_RECORD (plan), "title", "other");
  kl_change_remove (change, KL_TYPE_GAP, "no such gap");
  g_assert_false (library_fixture_apply (fixture, change, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND);
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_cmpstr (kl_plan_get_title (plan), ==, "plan");
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_attempts_are_immutable (LibraryFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 50);
  g_autoptr(KlChange) rewrite = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, "subject");
  g_autoptr(KlChange) amend = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, "subject");
  g_autoptr(KlAmendment) amendment = NULL;
  g_autoptr(KlAttempt) shown = NULL;
  g_autoptr(GError) error = NULL;

  library_fixture_load (fixture, subject);
  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  kl_change_set_number (rewrite, KL_RECORD (attempt), "low", 99);
  g_assert_false (library_fixture_apply (fixture, rewrite, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID);
  g_clear_error (&error);

  amendment = g_object_new (KL_TYPE_AMENDMENT, "owner", kl_record_get_id (KL_RECORD (attempt)), "position", (gint64) 1,
                            "low", 70.0, "high", 70.0, NULL);
  kl_change_insert (amend, KL_RECORD (amendment));
  g_assert_true (library_fixture_apply (fixture, amend, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_standing_get_score (kl_subject_get_standing (subject))), 70,
                                  1e-9);
  shown = g_list_model_get_item (kl_subject_get_attempts (subject), 0);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (shown)), 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_first_score (shown)), 50, 1e-9);
}

static void
test_same_object_for_same_id (LibraryFixture *fixture,
                              gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlChange) rename = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "subject");
  g_autoptr(KlChange) delete = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "subject");
  g_autoptr(KlSubject) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  guint n_titles = 0;

  g_signal_connect_swapped (subject, "notify::title", G_CALLBACK (count_cb), &n_titles);
  kl_change_set_string (rename, KL_RECORD (subject), "title", "renamed");
  g_assert_true (library_fixture_apply (fixture, rename, &error));
  g_assert_cmpstr (kl_subject_get_title (subject), ==, "renamed");
  g_assert_cmpuint (n_titles, ==, 1);

  /* Deleted and brought back, it is the one that pages still hold. */
  kl_change_remove (delete, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subject)));
  g_assert_true (library_fixture_apply (fixture, delete, &error));
  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  again = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  g_assert_true (again == subject);
}

static void
test_draft (LibraryFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlDraft) draft
    = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text", "half a thought → 点\r\n",
                    "seconds", (gint64) 61, "cursor", (gint64) 7, NULL);
  g_autoptr(KlDraft) loaded = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undo_name = g_strdup (kl_library_get_undo_name (fixture->library));

  g_assert_null (library_fixture_load_draft (fixture, subject));
  kl_draft_set_score (draft, (KlScore) { 75, 85 });
  g_assert_true (library_fixture_save_draft (fixture, draft, &error));
  g_object_set (draft, "text", "half a thought → 点\r\n and the rest", NULL);
  g_assert_true (library_fixture_save_draft (fixture, draft, &error));
  g_assert_no_error (error);

  /* Undo is about the library, not about what is being typed. */
  g_assert_cmpstr (kl_library_get_undo_name (fixture->library), ==, undo_name);

  library_fixture_reopen (fixture);
  loaded = library_fixture_load_draft (fixture, subject);
  g_assert_nonnull (loaded);
  g_assert_cmpstr (kl_draft_get_text (loaded), ==, "half a thought → 点\r\n and the rest");
  g_assert_cmpint (kl_draft_get_seconds (loaded), ==, 61);
  g_assert_cmpint (kl_draft_get_cursor (loaded), ==, 7);
  g_assert_cmpfloat_with_epsilon (kl_draft_get_score (loaded).low, 75, .001);
  g_assert_cmpfloat_with_epsilon (kl_draft_get_score (loaded).high, 85, .001);
  g_assert_true (isnan (kl_draft_get_guess (loaded)));
}

static void
test_recording_keeps_other_words (LibraryFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text",
                                           "being written in the window", NULL);
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("handed in by command", 50);
  g_autoptr(KlAttempt) same = library_fixture_new_attempt ("being written in the window", 60);
  g_autoptr(KlDraft) kept = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_save_draft (fixture, draft, &error));
  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_no_error (error);
  kept = library_fixture_load_draft (fixture, subject);
  g_assert_nonnull (kept);
  g_assert_cmpstr (kl_draft_get_text (kept), ==, "being written in the window");

  g_assert_true (library_fixture_record (fixture, subject, same, &error));
  g_assert_null (library_fixture_load_draft (fixture, subject));
}

static void
test_draft_outlives_its_subject (LibraryFixture *fixture,
                                 gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text",
                                           "words", NULL);
  g_autoptr(KlChange) delete = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "subject");
  g_autoptr(KlDraft) loaded = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (library_fixture_save_draft (fixture, draft, &error));
  kl_change_remove (delete, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subject)));
  g_assert_true (library_fixture_apply (fixture, delete, &error));
  undone = library_fixture_undo (fixture, &error);
  loaded = library_fixture_load_draft (fixture, subject);
  g_assert_nonnull (loaded);
  g_assert_cmpstr (kl_draft_get_text (loaded), ==, "words");
}

static void
test_change_by_another_process (LibraryFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlDatabase) other = kl_database_open (fixture->path, FALSE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (other);
  g_assert_true (kl_database_execute (other, "UPDATE subject SET title = 'from elsewhere';"
                                             "UPDATE state SET revision = revision + 1", &error));
  g_assert_no_error (error);
  /* Comes by itself; the test's own time limit ends a wait in vain. */
  while (g_strcmp0 (kl_subject_get_title (subject), "from elsewhere") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_stale_change (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "plan");
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) applied = NULL;
  g_autoptr(KlPlan) whole = NULL;
  g_autoptr(GError) error = NULL;
  gint64 revision = -1;

  kl_library_read_plan_async (fixture->library, kl_record_get_id (KL_RECORD (plan)), NULL, library_fixture_done_cb,
                              &read);
  whole = kl_library_read_plan_finish (fixture->library, library_fixture_await (&read), NULL, &revision, &error);
  g_assert_no_error (error);
  g_object_unref (library_fixture_add_plan (fixture, "meanwhile"));

  kl_change_set_string (change, KL_RECORD (plan), "title", "merged");
  kl_library_apply_async (fixture->library, change, revision, NULL, library_fixture_done_cb, &applied);
  g_assert_false (kl_library_apply_finish (fixture->library, library_fixture_await (&applied), &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE);
}

static void
test_flipped_bit_is_noticed (LibraryFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) problems = NULL;
  g_autofree char *problem = NULL;

  library_fixture_execute (fixture, "UPDATE subject SET status = 'subjecu'");
  library_fixture_load (fixture, subject);
  g_object_get (fixture->library, "problem", &problem, NULL);
  g_assert_nonnull (problem);

  kl_library_check_async (fixture->library, NULL, library_fixture_done_cb, &result);
  problems = kl_library_check_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
}

static void
test_closed (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "owner", "subject", "text", "words", NULL);
  g_autoptr(GError) error = NULL;

  kl_library_close_async (fixture->library, library_fixture_done_cb, &result);
  g_assert_true (kl_library_close_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_false (library_fixture_save_draft (fixture, draft, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/library/record", test_record);
  ADD ("/library/standings", test_standings);
  ADD ("/library/refused-attempts", test_refused_attempts);
  ADD ("/library/gone-subject", test_gone_subject);
  ADD ("/library/failed-change", test_failed_change_changes_nothing);
  ADD ("/library/immutable", test_attempts_are_immutable);
  ADD ("/library/same-object", test_same_object_for_same_id);
  ADD ("/library/draft", test_draft);
  ADD ("/library/recording-keeps-other-words", test_recording_keeps_other_words);
  ADD ("/library/draft-outlives-subject", test_draft_outlives_its_subject);
  ADD ("/library/other-process", test_change_by_another_process);
  ADD ("/library/stale-change", test_stale_change);
  ADD ("/library/flipped-bit", test_flipped_bit_is_noticed);
  ADD ("/library/closed", test_closed);
  return g_test_run ();
}
