/* Undo and redo: any sequence of changes, taken back and done again, gives the same rows. */

#include "config.h"

#include <string.h>

#include "library-fixture.h"
#include "storage/kl-database.h"
#include "model/kl-amendment.h"
#include "model/kl-band.h"
#include "model/kl-document.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"

enum
{
  N_CHANGES = 200,
  MANY_BYTES = 32 * 1024, /* with such a change the index rests while it is taken back */
};

static KlRecord *
random_item (GListModel *list,
             GRand      *random)
{
  guint n_items = g_list_model_get_n_items (list);

  return n_items > 0 ? g_list_model_get_item (list, (guint) g_rand_int_range (random, 0, (gint32) n_items)) : NULL;
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
  library_fixture_change (fixture, change);
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
  library_fixture_change (fixture, change);
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
  library_fixture_change (fixture, change);
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
  library_fixture_change (fixture, change);
}

static void
set_field (LibraryFixture *fixture,
           KlRecord       *record,
           const char     *field,
           gint64          value)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "field");

  kl_change_set_integer (change, record, field, value);
  library_fixture_change (fixture, change);
}

static void
move_subject (LibraryFixture *fixture,
              KlPlan         *plan,
              KlSubject      *subject,
              GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "move");
  g_autoptr(KlRecord) parent = random_item (kl_plan_get_subjects (plan), random);

  kl_change_set_integer (change, KL_RECORD (subject), "position", g_rand_int_range (random, 0, 99));
  if (parent != KL_RECORD (subject))
    kl_change_set_string (change, KL_RECORD (subject), "parent",
                          kl_subject_get_parent (KL_SUBJECT (parent)) == NULL ? kl_record_get_id (parent) : NULL);
  library_fixture_change (fixture, change);
}

/* A heading is put above a topic in the document: what is new has below it what was there. */
static void
put_below (LibraryFixture *fixture,
           KlRecord       *child,
           GType           type,
           const char     *title_field)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "put below");
  g_autoptr(KlRecord) parent = g_object_new (type, "owner", kl_record_get_owner (child), title_field, "above", NULL);

  kl_change_insert (change, parent);
  kl_change_set_string (change, child, "parent", kl_record_get_id (parent));
  library_fixture_change (fixture, change);
}

/* The heading goes again; what was below it stays. */
static void
take_out (LibraryFixture *fixture,
          KlRecord       *child,
          const char     *parent_id)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "take out");

  kl_change_set_string (change, child, "parent", NULL);
  kl_change_remove (change, G_OBJECT_TYPE (child), parent_id);
  library_fixture_change (fixture, change);
}

static void
change_what_is_above (LibraryFixture *fixture,
                      KlSubject      *subject,
                      GRand          *random)
{
  g_autoptr(KlRecord) point = random_item (kl_subject_get_points (subject), random);
  gboolean is_point = point != NULL && g_rand_boolean (random);
  KlRecord *child = is_point ? point : KL_RECORD (subject);
  const char *parent = is_point ? kl_point_get_parent (KL_POINT (point)) : kl_subject_get_parent (subject);

  if (parent != NULL)
    take_out (fixture, child, parent);
  else
    put_below (fixture, child, G_OBJECT_TYPE (child), is_point ? "text" : "title");
}

/* An action item is done, or is not done after all. */
static void
tick (LibraryFixture *fixture,
      KlSubject      *subject,
      GRand          *random)
{
  g_autoptr(KlRecord) attempt = random_item (kl_subject_get_attempts (subject), random);
  g_autoptr(KlRecord) feedback = NULL;

  if (attempt != NULL)
    feedback = random_item (kl_attempt_get_feedback (KL_ATTEMPT (attempt)), random);
  if (feedback != NULL)
    set_field (fixture, feedback, "done", !kl_feedback_get_done (KL_FEEDBACK (feedback)));
}

static void
toggle_gap (LibraryFixture *fixture,
            KlSubject      *subject,
            GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "gap");
  g_autoptr(KlRecord) gap = random_item (kl_subject_get_gaps (subject), random);

  if (gap != NULL)
    {
      set_field (fixture, gap, "open", !kl_gap_get_open (KL_GAP (gap)));
      return;
    }

  gap = g_object_new (KL_TYPE_GAP, "owner", kl_record_get_id (KL_RECORD (subject)), "text", "a gap", NULL);
  kl_change_insert (change, gap);
  library_fixture_change (fixture, change);
}

/* What an import does: many records of many kinds at once, and what was there changed with them. Some are large, and so
 * are changes of their subjects. */
static void
import (LibraryFixture *fixture,
        KlPlan         *plan,
        GRand          *random)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "document");
  g_autofree char *notes = g_strnfill (g_rand_int_range (random, 0, 3) > 0 ? 1 : MANY_BYTES, 'n');
  g_autoptr(KlRecord) subject = g_object_new (KL_TYPE_SUBJECT, "owner", kl_record_get_id (KL_RECORD (plan)), "title",
                                              "imported", "notes", notes, NULL);
  g_autoptr(KlRecord) document
    = g_object_new (KL_TYPE_DOCUMENT, "owner", kl_record_get_id (KL_RECORD (plan)), "path", "/imported.md",
                    "text", "# imported", NULL);
  g_autoptr(KlRecord) band = g_object_new (KL_TYPE_BAND, "owner", kl_record_get_id (KL_RECORD (plan)), "name", "Good",
                                           "low", g_rand_double (random), NULL);
  g_autoptr(KlRecord) attempt = KL_RECORD (library_fixture_new_attempt ("imported words", 50));
  g_autoptr(KlRecord) point = g_object_new (KL_TYPE_POINT, "text", "imported point", NULL);
  g_autoptr(KlRecord) feedback = g_object_new (KL_TYPE_FEEDBACK, "text", "imported feedback", NULL);

  g_object_set (attempt, "number", (gint64) 1, NULL);
  kl_record_append (attempt, feedback);
  kl_record_append (subject, attempt);
  kl_record_append (subject, point);
  kl_change_insert_tree (change, subject);
  kl_change_insert (change, document);
  kl_change_insert (change, band);
  kl_change_set_string (change, KL_RECORD (plan), "notes", g_rand_boolean (random) ? "notes" : NULL);
  kl_change_set_integer (change, KL_RECORD (plan), "position", g_rand_int_range (random, 0, 99));
  library_fixture_change (fixture, change);
}

static GListModel *
load_links (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *links;

  kl_library_load_links_async (fixture->library, NULL, library_fixture_done_cb, &result);
  links = kl_library_load_links_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  return links;
}

static void
set_document_text (LibraryFixture *fixture,
                   KlRecord       *document,
                   const char     *text)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "document");

  kl_change_set_string (change, document, "text", text);
  kl_change_set_string (change, document, "digest", text != NULL ? "digest" : NULL);
  library_fixture_change (fixture, change);
}

/* A document that was changed elsewhere: its text is replaced, in few places or as a whole. */
static void
import_again (LibraryFixture *fixture,
              GRand          *random)
{
  g_autoptr(GListModel) links = load_links (fixture);
  g_autoptr(KlRecord) document = random_item (links, random);
  g_autoptr(GString) text = g_string_new (NULL);
  guint32 changed = g_rand_int (random);

  if (document == NULL)
    return;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "line %u of the document%s\n", i, i % 37 == changed % 37 ? ", changed" : "");
  set_document_text (fixture, document, changed % 5 > 0 ? text->str : NULL);
}

static void
change_subject (LibraryFixture *fixture,
                KlPlan         *plan,
                KlSubject      *subject,
                GRand          *random)
{
  switch (g_rand_int_range (random, 0, 15))
    {
    case 0:
    case 1:
    case 2:
      add_point (fixture, subject, random);
      break;

    case 3:
      remove_random (fixture, kl_subject_get_points (subject), random);
      break;

    case 4:
    case 5:
    case 6:
      record_attempt (fixture, subject, random);
      break;

    case 7:
      amend (fixture, subject, random);
      break;

    case 8:
      rename_subject (fixture, subject, random);
      break;

    case 9:
      move_subject (fixture, plan, subject, random);
      break;

    case 10:
      tick (fixture, subject, random);
      break;

    case 11:
      toggle_gap (fixture, subject, random);
      break;

    case 12:
    case 13:
      change_what_is_above (fixture, subject, random);
      break;

    case 14:
    default:
      remove_random (fixture, g_rand_boolean (random) ? kl_subject_get_attempts (subject) : kl_plan_get_subjects (plan),
                     random);
      break;
    }
}

static void
change_something (LibraryFixture *fixture,
                  KlPlan         *plan,
                  GRand          *random)
{
  g_autoptr(KlRecord) subject = random_item (kl_plan_get_subjects (plan), random);
  int what = g_rand_int_range (random, 0, 10);

  if (what == 0)
    {
      import (fixture, plan, random);
    }
  else if (what == 1)
    {
      import_again (fixture, random);
    }
  else if (what == 2 || subject == NULL)
    {
      g_object_unref (library_fixture_add_subject (fixture, plan, "a subject"));
    }
  else
    {
      library_fixture_load (fixture, KL_SUBJECT (subject));
      change_subject (fixture, plan, KL_SUBJECT (subject), random);
    }
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
write_notes (LibraryFixture *fixture,
             KlSubject      *subject,
             const char     *sitting,
             const char     *notes)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "subject");

  kl_change_set_string (change, KL_RECORD (subject), "notes", notes);
  kl_change_set_sitting (change, sitting);
  library_fixture_change (fixture, change);
}

static void
assert_undone_and_redone (LibraryFixture *fixture,
                          KlSubject      *subject,
                          const char     *before)
{
  g_autofree char *notes = g_strdup (kl_subject_get_notes (subject));
  g_autofree char *dump = library_fixture_dump (fixture);
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kl_subject_get_notes (subject), ==, before);
  redone = library_fixture_redo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kl_subject_get_notes (subject), ==, notes);
  again = library_fixture_dump (fixture);
  g_assert_cmpstr (again, ==, dump);
}

static void
test_sitting_is_one_step (LibraryFixture *fixture,
                          gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  gint64 n_changes = count_changes (fixture);

  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *notes = g_strnfill (i, 'n');

      write_notes (fixture, subject, "first", notes);
    }
  g_assert_cmpint (count_changes (fixture), ==, n_changes + 1);
  assert_undone_and_redone (fixture, subject, NULL);

  /* Another sitting is another step; so is the same one after something else, in another process or after a restart. */
  write_notes (fixture, subject, "second", "b");
  g_assert_cmpint (count_changes (fixture), ==, n_changes + 2);
  write_notes (fixture, subject, NULL, "c");
  write_notes (fixture, subject, "second", "d");
  g_assert_cmpint (count_changes (fixture), ==, n_changes + 4);
  library_fixture_execute (fixture, "INSERT INTO change (kind, title, date, changeset) VALUES"
                                    " ('edit-plan', 'elsewhere', '2026-01-01', zeroblob (0))");
  write_notes (fixture, subject, "second", "e");
  g_assert_cmpint (count_changes (fixture), ==, n_changes + 6);
  assert_undone_and_redone (fixture, subject, "d");
}

static void
test_sitting_that_is_undone (LibraryFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_changes;

  write_notes (fixture, subject, NULL, "before");
  n_changes = count_changes (fixture);
  write_notes (fixture, subject, "sitting", "a");
  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  write_notes (fixture, subject, "sitting", "b");
  g_assert_cmpint (count_changes (fixture), ==, n_changes + 1);
  assert_undone_and_redone (fixture, subject, "before");

  /* What takes itself back leaves no step, and what follows is not taken for one before it. */
  write_notes (fixture, subject, "sitting", "before");
  g_assert_cmpint (count_changes (fixture), ==, n_changes);
  write_notes (fixture, subject, "sitting", "c");
  g_assert_cmpint (count_changes (fixture), ==, n_changes + 1);
  assert_undone_and_redone (fixture, subject, "before");
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

static void
assert_draft (LibraryFixture *fixture,
              KlSubject      *subject,
              const char     *words)
{
  g_autoptr(KlDraft) draft = library_fixture_load_draft (fixture, subject);

  if (words == NULL)
    g_assert_null (draft);
  else
    g_assert_cmpstr (kl_draft_get_text (draft), ==, words);
}

static void
undo (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = library_fixture_undo (fixture, &error);

  g_assert_no_error (error);
}

static void
redo (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = library_fixture_redo (fixture, &error);

  g_assert_no_error (error);
}

/* An undone attempt's words would have no place but the journal, which forgets them with the next change. */
static void
test_newer_draft_and_the_attempts_words (LibraryFixture *fixture,
                                         gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) first = library_fixture_new_attempt ("first “words” → 点", 80);
  g_autoptr(KlAttempt) second = library_fixture_new_attempt ("second", 90);
  g_autoptr(KlDraft) draft
    = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text", "newer", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_record (fixture, subject, first, &error));
  g_assert_true (library_fixture_record (fixture, subject, second, &error));
  g_assert_true (library_fixture_save_draft (fixture, draft, &error));

  undo (fixture);
  assert_draft (fixture, subject, "newer\n\nsecond");
  undo (fixture);
  assert_draft (fixture, subject, "newer\n\nsecond\n\nfirst “words” → 点");
  redo (fixture);
  assert_draft (fixture, subject, "newer\n\nsecond");
  redo (fixture);
  assert_draft (fixture, subject, "newer");

  /* A sheet that was opened and left empty. */
  g_object_set (draft, "text", NULL, NULL);
  g_assert_true (library_fixture_save_draft (fixture, draft, &error));
  undo (fixture);
  assert_draft (fixture, subject, "second");
}

/* Without another draft, all is as it was. */
static void
test_undone_attempts_are_a_draft (LibraryFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) first = library_fixture_new_attempt ("first", 80);
  g_autoptr(KlAttempt) second = library_fixture_new_attempt ("second", 90);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_record (fixture, subject, first, &error));
  g_assert_true (library_fixture_record (fixture, subject, second, &error));
  before = library_fixture_dump_all (fixture);
  undo (fixture);
  undo (fixture);
  assert_draft (fixture, subject, "second\n\nfirst");
  redo (fixture);
  redo (fixture);
  after = library_fixture_dump_all (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
insert_many_points (KlChange   *change,
                    const char *owner,
                    guint       n_points)
{
  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *text = g_strdup_printf ("the %u-th of many points", i);
      g_autoptr(KlRecord) point
        = g_object_new (KL_TYPE_POINT, "owner", owner, "position", (gint64) i, "text", text, NULL);

      kl_change_insert (change, point);
    }
}

/* A changeset that is too large to be in memory lies in the journal as a small one does: one text is longer than any
 * piece that it is written in, and many rows are shorter. */
static void
test_large_change (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlSubject) added = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = g_strnfill (3 * 1000 * 1000, 'x');
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(KlRecord) document
    = g_object_new (KL_TYPE_DOCUMENT, "owner", kl_record_get_id (KL_RECORD (plan)), "text", text, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "large");

  /* Something to redo, which has to go. */
  added = library_fixture_add_subject (fixture, plan, "undone");
  g_free (library_fixture_undo (fixture, NULL));
  g_assert_cmpint (count_changes (fixture), ==, 3);
  library_fixture_load (fixture, subject);
  before = library_fixture_dump (fixture);

  insert_many_points (change, kl_record_get_id (KL_RECORD (subject)), 10000);
  kl_change_insert (change, document);
  library_fixture_change (fixture, change);
  g_assert_cmpint (count_changes (fixture), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (subject)), ==, 10000);
  after = library_fixture_dump (fixture);

  /* In another process, so to say. */
  library_fixture_reopen (fixture);
  undone = library_fixture_undo (fixture, NULL);
  g_assert_nonnull (undone);
  assert_rows_and_index (fixture, before);
  redone = library_fixture_redo (fixture, NULL);
  g_assert_cmpstr (redone, ==, undone);
  assert_rows_and_index (fixture, after);
}

/* Nothing is taken back in part, and the index follows again. */
static void
test_large_change_that_cannot_be_undone (LibraryFixture *fixture,
                                         gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "large");
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  insert_many_points (change, kl_record_get_id (KL_RECORD (subject)), 1000);
  library_fixture_change (fixture, change);
  library_fixture_execute (fixture, "UPDATE point SET position = 5000 WHERE position = 500");
  before = library_fixture_dump (fixture);

  g_assert_null (library_fixture_undo (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
  assert_rows_and_index (fixture, before);

  library_fixture_load (fixture, subject);
  add_point (fixture, subject, random);
  rename_subject (fixture, subject, random);
  after = library_fixture_dump (fixture);
  assert_rows_and_index (fixture, after);
}

static gint64
count_journal_bytes (LibraryFixture *fixture)
{
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, TRUE, NULL);
  gint64 n_bytes;

  g_assert_nonnull (database);
  g_assert_true (kl_database_get_integer (
    database, "SELECT sum (length (changeset) + coalesce (length (edits), 0)) FROM change", &n_bytes, NULL));
  return n_bytes;
}

static KlPlan *
find_plan (LibraryFixture *fixture,
           const char     *title)
{
  GListModel *plans = kl_library_get_plans (fixture->library);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      if (g_strcmp0 (kl_plan_get_title (plan), title) == 0)
        return g_steal_pointer (&plan);
    }
  g_assert_not_reached ();
}

/* A plan with something of each kind in it, and more rows than are taken back one by one. */
static KlChange *
new_change_that_makes_plan (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "made", "position", (gint64) 1, NULL);
  const char *plan_id = kl_record_get_id (KL_RECORD (plan));
  g_autoptr(KlRecord) document
    = g_object_new (KL_TYPE_DOCUMENT, "owner", plan_id, "path", "/plan.md", "text", "# made\n", NULL);
  g_autoptr(KlRecord) band = g_object_new (KL_TYPE_BAND, "owner", plan_id, "name", "Good", NULL);
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "owner", plan_id, "title", "topic", NULL);
  const char *subject_id = kl_record_get_id (KL_RECORD (subject));
  g_autoptr(KlSubject) child
    = g_object_new (KL_TYPE_SUBJECT, "owner", plan_id, "parent", subject_id, "title", "subtopic", NULL);
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words that explain", 70);
  g_autoptr(KlFeedback) feedback = g_object_new (KL_TYPE_FEEDBACK, "text", "to do", NULL);
  KlChange *change = kl_change_new (KL_CHANGE_IMPORT, "made");

  g_object_set (attempt, "owner", subject_id, "number", (gint64) 1, NULL);
  kl_record_append (KL_RECORD (attempt), KL_RECORD (feedback));
  kl_change_make_plan (change, plan);
  kl_change_insert (change, KL_RECORD (subject));
  kl_change_insert (change, KL_RECORD (child));
  kl_change_insert (change, band);
  kl_change_insert_tree (change, KL_RECORD (attempt));
  insert_many_points (change, kl_record_get_id (KL_RECORD (child)), 10000);
  kl_change_insert (change, document);
  return change;
}

/* The journal need not hold what is in a plan as long as the plan is there. */
static void
test_made_plan (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr(KlPlan) other = library_fixture_add_plan (fixture, "other");
  g_autoptr(KlSubject) kept = library_fixture_add_subject (fixture, other, "kept");
  g_autoptr(KlChange) change = new_change_that_makes_plan ();
  gint64 n_bytes = count_journal_bytes (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(KlPlan) made = NULL;

  library_fixture_load (fixture, kept);
  before = library_fixture_dump (fixture);
  library_fixture_change (fixture, change);
  g_assert_cmpint (count_journal_bytes (fixture) - n_bytes, <, 1000);
  after = library_fixture_dump (fixture);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = library_fixture_undo (fixture, NULL);
      g_autofree char *redone = NULL;

      g_assert_nonnull (undone);
      assert_rows_and_index (fixture, before);
      /* In another process, so to say. */
      library_fixture_reopen (fixture);
      redone = library_fixture_redo (fixture, NULL);
      g_assert_cmpstr (redone, ==, undone);
      assert_rows_and_index (fixture, after);
    }

  /* What was done to it since is taken back first, and done again last. */
  made = find_plan (fixture, "made");
  g_object_unref (library_fixture_add_subject (fixture, made, "added"));
  g_free (after);
  after = library_fixture_dump (fixture);
  g_free (library_fixture_undo (fixture, NULL));
  g_free (library_fixture_undo (fixture, NULL));
  assert_rows_and_index (fixture, before);
  g_free (library_fixture_redo (fixture, NULL));
  g_free (library_fixture_redo (fixture, NULL));
  assert_rows_and_index (fixture, after);
}

static char *
new_document_text (guint n_lines,
                   guint changed)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "line %u of the document%s\n", i, i == 10 || i == changed ? ", changed" : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The journal does not grow by the whole of a document each time that some lines of it change. */
static void
test_replaced_text (LibraryFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlRecord) document = g_object_new (KL_TYPE_DOCUMENT, "owner", kl_record_get_id (KL_RECORD (plan)), "path",
                                               "/plan.md", "text", "", NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "document");
  g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  gint64 n_bytes = 0;

  kl_change_insert (change, document);
  library_fixture_change (fixture, change);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = new_document_text (20000, 1000 * i + 11);

      if (i == 1)
        n_bytes = count_journal_bytes (fixture);
      set_document_text (fixture, document, text);
      g_ptr_array_add (dumps, library_fixture_dump (fixture));
    }
  g_assert_cmpint (count_journal_bytes (fixture) - n_bytes, <, 20 * 2000);

  for (guint i = 19; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      g_free (library_fixture_undo (fixture, &error));
      g_assert_no_error (error);
      dump = library_fixture_dump (fixture);
      g_assert_true (g_str_equal (dump, g_ptr_array_index (dumps, i - 1)));
    }
  assert_rows_and_index (fixture, g_ptr_array_index (dumps, 0));
  for (guint i = 1; i < 20; i++)
    g_free (library_fixture_redo (fixture, &error));
  g_assert_no_error (error);
  assert_rows_and_index (fixture, g_ptr_array_index (dumps, 19));

  /* What is there is never replaced by something that was made of another text. */
  library_fixture_execute (fixture, "UPDATE document SET text = 'changed behind its back'");
  g_assert_null (library_fixture_undo (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
}

/* All in one change: the text of a document that is new, is replaced twice, or goes. */
static void
test_replaced_text_of_one_change (LibraryFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  const char *owner = kl_record_get_id (KL_RECORD (plan));
  g_autoptr(KlRecord) first = g_object_new (KL_TYPE_DOCUMENT, "owner", owner, "text", "first", NULL);
  g_autoptr(KlRecord) second = g_object_new (KL_TYPE_DOCUMENT, "owner", owner, "text", "second", NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "new");
  g_autoptr(KlChange) last = kl_change_new (KL_CHANGE_IMPORT, "gone");
  g_autofree char *before = library_fixture_dump (fixture);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;

  kl_change_insert (change, first);
  kl_change_insert (change, second);
  kl_change_set_string (change, first, "text", "the first");
  kl_change_set_string (change, second, "text", "the second");
  kl_change_set_string (change, first, "text", "the first, again");
  library_fixture_change (fixture, change);
  between = library_fixture_dump (fixture);
  g_assert_nonnull (strstr (between, "the first, again"));

  kl_change_set_string (last, first, "text", "the last of the first");
  kl_change_set_string (last, second, "text", "the last of the second");
  kl_change_set_string (last, second, "text", "the second");
  kl_change_remove (last, KL_TYPE_DOCUMENT, kl_record_get_id (first));
  library_fixture_change (fixture, last);
  after = library_fixture_dump (fixture);

  g_free (library_fixture_undo (fixture, NULL));
  assert_rows_and_index (fixture, between);
  g_free (library_fixture_undo (fixture, NULL));
  assert_rows_and_index (fixture, before);
  g_free (library_fixture_redo (fixture, NULL));
  assert_rows_and_index (fixture, between);
  g_free (library_fixture_redo (fixture, NULL));
  assert_rows_and_index (fixture, after);
}

/* What is written in one sitting is one step, however much it is; and a large change is no part of a sitting. */
static void
test_large_sitting (LibraryFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autofree char *before = library_fixture_dump (fixture);
  g_autofree char *between = NULL;
  g_autofree char *text = g_strnfill (1000 * 1000, 'x');
  g_autoptr(KlChange) large = kl_change_new (KL_CHANGE_IMPORT, "large");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "notes");

      text[i] = 'y';
      kl_change_set_sitting (change, "sitting");
      kl_change_set_string (change, KL_RECORD (subject), "notes", text);
      library_fixture_change (fixture, change);
    }
  g_assert_cmpint (count_changes (fixture), ==, 3);
  between = library_fixture_dump (fixture);

  insert_many_points (large, kl_record_get_id (KL_RECORD (subject)), 10000);
  library_fixture_change (fixture, large);
  g_assert_cmpint (count_changes (fixture), ==, 4);

  g_free (library_fixture_undo (fixture, NULL));
  assert_rows_and_index (fixture, between);
  g_free (library_fixture_undo (fixture, NULL));
  assert_rows_and_index (fixture, before);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Each with a seed of its own, which --seed repeats. */
  ADD ("/journal/any-sequence/first", test_any_sequence);
  ADD ("/journal/any-sequence/second", test_any_sequence);
  ADD ("/journal/any-sequence/third", test_any_sequence);
  ADD ("/journal/nothing", test_nothing);
  ADD ("/journal/sitting/is-one-step", test_sitting_is_one_step);
  ADD ("/journal/sitting/undone", test_sitting_that_is_undone);
  ADD ("/journal/large/change", test_large_change);
  ADD ("/journal/large/cannot-be-undone", test_large_change_that_cannot_be_undone);
  ADD ("/journal/large/sitting", test_large_sitting);
  ADD ("/journal/made-plan", test_made_plan);
  ADD ("/journal/replaced-text/many-times", test_replaced_text);
  ADD ("/journal/replaced-text/in-one-change", test_replaced_text_of_one_change);
  ADD ("/journal/new-change-ends-redo", test_new_change_ends_redo);
  ADD ("/journal/undone-attempt-is-a-draft-again", test_undone_attempt_is_a_draft_again);
  ADD ("/journal/redo-keeps-a-newer-draft", test_redo_keeps_a_newer_draft);
  ADD ("/journal/newer-draft-and-the-attempts-words", test_newer_draft_and_the_attempts_words);
  ADD ("/journal/undone-attempts-are-a-draft", test_undone_attempts_are_a_draft);
  return g_test_run ();
}
