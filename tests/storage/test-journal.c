/* Undo and redo: any sequence of changes, taken back and done again, gives the same rows. */

#include "config.h"

#include "library-fixture.h"
#include "storage/kl-database.h"
#include "model/kl-amendment.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"

enum
{
  N_CHANGES = 200,
};

static KlRecord *
random_item (GListModel *list,
             GRand      *random)
{
  guint n_items = g_list_model_get_n_items (list);

  return n_items > 0 ? g_list_model_get_item (list, (guint) g_rand_int_range (random, 0, (gint32) n_items)) : NULL;
}

static void
apply (LibraryFixture *fixture,
       KlChange       *change)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
}

static void
add_point (LibraryFixture *fixture,
           KlSubject      *subject,
           GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "point");
  g_autoptr(KlRecord) parent = random_item (kl_subject_get_points (subject), random);
  g_autoptr(KlPoint) point
    = g_object_new (KL_TYPE_POINT, "owner", kl_record_get_id (KL_RECORD (subject)), "position",
                    (gint64) g_rand_int_range (random, 0, 99), "text", "a “point” → 点", "parent",
                    parent != NULL && g_rand_boolean (random) ? kl_record_get_id (parent) : NULL, NULL);

  kl_change_insert (change, KL_RECORD (point));
  apply (fixture, change);
}

static void
remove_random (LibraryFixture *fixture,
               GListModel     *list,
               GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "removal");
  g_autoptr(KlRecord) record = random_item (list, random);

  if (record == NULL)
    return;

  kl_change_remove (change, G_OBJECT_TYPE (record), kl_record_get_id (record));
  apply (fixture, change);
}

static void
record_attempt (LibraryFixture *fixture,
                KlSubject      *subject,
                GRand          *random)
{
  g_autoptr(KlAttempt) attempt
    = library_fixture_new_attempt ("words that explain", g_rand_double_range (random, 0, 100));
  g_autoptr(KlFeedback) feedback = g_object_new (KL_TYPE_FEEDBACK, "text", "to do", NULL);
  g_autoptr(GError) error = NULL;

  kl_record_append (KL_RECORD (attempt), KL_RECORD (feedback));
  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_no_error (error);
}

static void
amend (LibraryFixture *fixture,
       KlSubject      *subject,
       GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, "amendment");
  g_autoptr(KlRecord) attempt = random_item (kl_subject_get_attempts (subject), random);
  g_autoptr(KlAmendment) amendment = NULL;

  if (attempt == NULL)
    return;

  amendment = g_object_new (KL_TYPE_AMENDMENT, "owner", kl_record_get_id (attempt), "position", (gint64) 1, "low", 50.0,
                            "high", 60.0, NULL);
  kl_change_insert (change, KL_RECORD (amendment));
  apply (fixture, change);
}

static void
rename_subject (LibraryFixture *fixture,
                KlSubject      *subject,
                GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "rename");
  g_autofree char *title = g_strdup_printf ("title %u", g_rand_int (random));

  kl_change_set_string (change, KL_RECORD (subject), "title", title);
  kl_change_set_integer (change, KL_RECORD (subject), "depth", g_rand_int_range (random, 0, 3));
  apply (fixture, change);
}

static void
change_something (LibraryFixture *fixture,
                  KlPlan         *plan,
                  GRand          *random)
{
  g_autoptr(KlRecord) record = random_item (kl_plan_get_subjects (plan), random);
  int what = g_rand_int_range (random, 0, 10);

  if (record == NULL || what == 0)
    {
      g_object_unref (library_fixture_add_subject (fixture, plan, "a subject"));
      return;
    }

  library_fixture_load (fixture, KL_SUBJECT (record));
  if (what <= 3)
    add_point (fixture, KL_SUBJECT (record), random);
  else if (what == 4)
    remove_random (fixture, kl_subject_get_points (KL_SUBJECT (record)), random);
  else if (what <= 6)
    record_attempt (fixture, KL_SUBJECT (record), random);
  else if (what == 7)
    amend (fixture, KL_SUBJECT (record), random);
  else if (what == 8)
    rename_subject (fixture, KL_SUBJECT (record), random);
  else if (g_rand_boolean (random))
    remove_random (fixture, kl_subject_get_attempts (KL_SUBJECT (record)), random);
  else
    remove_random (fixture, kl_plan_get_subjects (plan), random);
}

static gint64
count_changes (LibraryFixture *fixture)
{
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, TRUE, NULL);
  gint64 n_changes;

  g_assert_nonnull (database);
  g_assert_true (kl_database_get_integer (database, "SELECT count (*) FROM change", &n_changes, NULL));
  return n_changes;
}

static void
assert_rows_and_index (LibraryFixture *fixture,
                       const char     *expected)
{
  g_autofree char *dump = library_fixture_dump (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) problems = NULL;

  g_assert_cmpstr (dump, ==, expected);
  kl_library_check_async (fixture->library, NULL, library_fixture_done_cb, &result);
  problems = kl_library_check_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
test_any_sequence (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  gint64 n_changes = count_changes (fixture);

  g_ptr_array_add (dumps, library_fixture_dump (fixture));
  library_fixture_load_plan (fixture, plan);
  while (dumps->len < N_CHANGES)
    {
      change_something (fixture, plan, random);
      if (count_changes (fixture) == n_changes)
        continue;
      n_changes++;
      g_ptr_array_add (dumps, library_fixture_dump (fixture));
    }

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *name = library_fixture_undo (fixture, &error);
      g_autofree char *dump = library_fixture_dump (fixture);

      g_assert_no_error (error);
      g_assert_nonnull (name);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
    }
  assert_rows_and_index (fixture, g_ptr_array_index (dumps, 0));

  /* Another process may do the rest. */
  library_fixture_reopen (fixture);
  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *name = library_fixture_redo (fixture, &error);
      g_autofree char *dump = library_fixture_dump (fixture);

      g_assert_no_error (error);
      g_assert_nonnull (name);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
  assert_rows_and_index (fixture, g_ptr_array_index (dumps, dumps->len - 1));
}

static void
test_nothing (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (library_fixture_undo (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (library_fixture_redo (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOTHING);
}

static void
test_new_change_ends_redo (LibraryFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr(KlPlan) first = library_fixture_add_plan (fixture, "first");
  g_autoptr(KlPlan) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = library_fixture_undo (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kl_library_get_redo_name (fixture->library), ==, name);
  g_assert_null (kl_library_get_undo_name (fixture->library));
  second = library_fixture_add_plan (fixture, "second");
  g_assert_null (kl_library_get_redo_name (fixture->library));
  g_assert_null (library_fixture_redo (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOTHING);
}

static void
test_undone_attempt_is_a_draft_again (LibraryFixture *fixture,
                                      gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("every word of it", 80);
  g_autoptr(KlDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_no_error (error);
  g_assert_null (library_fixture_load_draft (fixture, subject));

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  draft = library_fixture_load_draft (fixture, subject);
  g_assert_nonnull (draft);
  g_assert_cmpstr (kl_draft_get_text (draft), ==, "every word of it");

  redone = library_fixture_redo (fixture, &error);
  g_assert_no_error (error);
  g_assert_null (library_fixture_load_draft (fixture, subject));
}

static void
test_redo_keeps_a_newer_draft (LibraryFixture *fixture,
                               gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("recorded", 80);
  g_autoptr(KlDraft) draft = NULL;
  g_autoptr(KlDraft) newer = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  draft = library_fixture_load_draft (fixture, subject);
  g_object_set (draft, "text", "recorded, and more", NULL);
  g_assert_true (library_fixture_save_draft (fixture, draft, &error));

  redone = library_fixture_redo (fixture, &error);
  g_assert_no_error (error);
  newer = library_fixture_load_draft (fixture, subject);
  g_assert_nonnull (newer);
  g_assert_cmpstr (kl_draft_get_text (newer), ==, "recorded, and more");
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/any-sequence", test_any_sequence);
  ADD ("/journal/nothing", test_nothing);
  ADD ("/journal/new-change-ends-redo", test_new_change_ends_redo);
  ADD ("/journal/undone-attempt-is-a-draft-again", test_undone_attempt_is_a_draft_again);
  ADD ("/journal/redo-keeps-a-newer-draft", test_redo_keeps_a_newer_draft);
  return g_test_run ();
}
