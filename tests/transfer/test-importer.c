#include <glib/gstdio.h>

#include "exchange/kl-exchange-error.h"
#include "exchange/kl-markdown-reader.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "storage/kl-system-clock.h"
#include "transfer/kl-importer.h"

typedef struct
{
  char *folder;
  KlClock *clock;
  KlLibrary *library;
  KlImporter *importer;
} Fixture;

static const char document[] =
  "# Plan\n\n"
  "## Deep Dives Completed\n\n"
  "### First\n**Topics covered:**\n- One\n- Two\n\n**Gaps identified:**\n- Three\n\n"
  "### Second\n**Topics covered:**\n- Four\n";

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static KlLibrary *
open_library (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);
  KlLibrary *library = kl_library_new (path, fixture->clock);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean opened;

  kl_library_open_async (library, NULL, done_cb, &result);
  opened = kl_library_open_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (opened);
  return library;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = kl_system_clock_new ();
  fixture->library = open_library (fixture);
  fixture->importer = kl_importer_new (fixture->library);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
close_library (KlLibrary *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean closed;

  kl_library_close_async (library, done_cb, &result);
  closed = kl_library_close_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (closed);
  g_object_unref (library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->importer);
  close_library (fixture->library);
  g_object_unref (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static KlImportPreview *
read_text (Fixture    *fixture,
           const char *text,
           const char *plan_title)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlImportPreview *preview;

  kl_importer_read_bytes_async (fixture->importer, bytes, "plan.md", plan_title, NULL, NULL, NULL, done_cb, &result);
  preview = kl_importer_read_finish (fixture->importer, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview);
  return preview;
}

static KlImportPreview *
apply (Fixture         *fixture,
       KlImportPreview *preview)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlImportPreview *applied;

  kl_importer_apply_async (fixture->importer, preview, NULL, done_cb, &result);
  applied = kl_importer_apply_finish (fixture->importer, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (applied);
  return applied;
}

static KlPlan *
read_back (Fixture         *fixture,
           KlImportPreview *applied)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlPlan *plan;

  kl_library_read_plan_async (fixture->library, kl_import_preview_get_plan_id (applied), NULL, done_cb, &result);
  plan = kl_library_read_plan_finish (fixture->library, wait_for (&result), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

static guint
count_plans (Fixture *fixture)
{
  return g_list_model_get_n_items (kl_library_get_plans (fixture->library));
}

static void
test_preview_stores_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(KlImportPreview) preview = read_text (fixture, document, NULL);
  const KlMergeCounts *counts = kl_import_preview_get_counts (preview);

  g_assert_cmpstr (kl_import_preview_get_title (preview), ==, "Plan");
  g_assert_true (kl_import_preview_get_is_new (preview));
  g_assert_true (kl_import_preview_has_changes (preview));
  g_assert_cmpuint (counts->topics, ==, 2);
  g_assert_cmpuint (counts->points, ==, 3);
  g_assert_cmpuint (counts->gaps, ==, 1);
  g_assert_cmpuint (count_plans (fixture), ==, 0);
}

static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(KlImportPreview) preview = read_text (fixture, document, NULL);
  g_autoptr(KlImportPreview) applied = apply (fixture, preview);
  g_autoptr(KlPlan) plan = read_back (fixture, applied);

  g_assert_cmpuint (count_plans (fixture), ==, 1);
  g_assert_cmpstr (kl_plan_get_title (plan), ==, "Plan");
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_subjects (plan)), ==, 2);
}

static void
test_again_is_no_change (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(KlImportPreview) first = read_text (fixture, document, NULL);
  g_autoptr(KlImportPreview) applied = apply (fixture, first);
  g_autoptr(KlImportPreview) again = read_text (fixture, document, NULL);
  g_autofree char *undo_name = g_strdup (kl_library_get_undo_name (fixture->library));
  g_autoptr(KlImportPreview) nothing = apply (fixture, again);

  g_assert_false (kl_import_preview_get_is_new (again));
  g_assert_false (kl_import_preview_has_changes (again));
  g_assert_cmpstr (kl_import_preview_get_plan_id (again), ==, kl_import_preview_get_plan_id (applied));
  g_assert_cmpstr (kl_library_get_undo_name (fixture->library), ==, undo_name);
  g_assert_true (nothing == again);
}

static void
test_title_that_was_asked_for (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(KlImportPreview) first = read_text (fixture, document, "Mine");
  g_autoptr(KlImportPreview) applied = apply (fixture, first);
  g_autoptr(KlImportPreview) again = read_text (fixture, document, "  MINE ");
  g_autoptr(KlImportPreview) own = read_text (fixture, document, NULL);

  g_assert_cmpstr (kl_import_preview_get_title (applied), ==, "Mine");
  g_assert_cmpstr (kl_import_preview_get_title (again), ==, "Mine");
  g_assert_false (kl_import_preview_has_changes (again));
  g_assert_true (kl_import_preview_get_is_new (own));
}

/* Between the preview and “Import” somebody closes a gap. Both are wanted. */
static void
change_library (Fixture  *fixture,
                KlChange *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean changed;

  kl_library_apply_async (fixture->library, change, -1, NULL, done_cb, &result);
  changed = kl_library_apply_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (changed);
}

static void
test_library_changed_meanwhile (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *longer = g_strconcat (document, "- Five\n", NULL);
  g_autoptr(KlImportPreview) first = read_text (fixture, document, NULL);
  g_autoptr(KlImportPreview) applied = apply (fixture, first);
  g_autoptr(KlImportPreview) second = read_text (fixture, longer, NULL);
  g_autoptr(KlPlan) before = read_back (fixture, applied);
  g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (before), 0);
  g_autoptr(KlGap) gap = g_list_model_get_item (kl_subject_get_gaps (subject), 0);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "First");
  g_autoptr(KlImportPreview) merged = NULL;
  g_autoptr(KlPlan) after = NULL;
  g_autoptr(KlSubject) first_after = NULL;
  g_autoptr(KlSubject) second_after = NULL;
  g_autoptr(KlGap) gap_after = NULL;

  kl_change_set_integer (change, KL_RECORD (gap), "open", FALSE);
  change_library (fixture, change);

  merged = apply (fixture, second);
  g_assert_true (merged != second);
  g_assert_cmpuint (kl_import_preview_get_counts (merged)->points, ==, 1);

  after = read_back (fixture, merged);
  first_after = g_list_model_get_item (kl_plan_get_subjects (after), 0);
  second_after = g_list_model_get_item (kl_plan_get_subjects (after), 1);
  gap_after = g_list_model_get_item (kl_subject_get_gaps (first_after), 0);
  g_assert_false (kl_gap_get_open (gap_after));
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (second_after)), ==, 2);
}

static guint
count_attempts (KlPlan *plan)
{
  guint n_attempts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (kl_plan_get_subjects (plan)); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), i);

      n_attempts += g_list_model_get_n_items (kl_subject_get_attempts (subject));
    }

  return n_attempts;
}

/* A score that was edited in the document is an amendment: what was recorded stays beside it. */
static void
test_edited_score_amends (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *before = g_strdup_printf ("%s\n## Retention Scores\n\n**Date: 2025-10-10**\n\n### First\n"
                                             "**Score: Good (75%%)**\n", document);
  g_autofree char *edited = g_strdup_printf ("%s\n## Retention Scores\n\n**Date: 2025-10-10**\n\n### First\n"
                                             "**Score: Good (81%%)**\n", document);
  g_autoptr(KlImportPreview) first = read_text (fixture, before, NULL);
  g_autoptr(KlImportPreview) applied = apply (fixture, first);
  g_autoptr(KlImportPreview) second = read_text (fixture, edited, NULL);
  g_autoptr(KlImportPreview) again = apply (fixture, second);
  g_autoptr(KlPlan) plan = read_back (fixture, again);
  g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  g_autoptr(KlAttempt) attempt = g_list_model_get_item (kl_subject_get_attempts (subject), 0);

  g_assert_cmpuint (count_attempts (plan), ==, 1);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 81, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_first_score (attempt)), 75, 1e-9);
}

static const char *
get_first_point (KlPlan *plan)
{
  g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  g_autoptr(KlPoint) point = g_list_model_get_item (kl_subject_get_points (subject), 0);

  return kl_point_get_text (point);
}

/* The preview asks, and what is stored is what was answered. */
static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *edited = g_strdup_printf ("%s\n- Five\n", document);
  g_autoptr(KlImportPreview) first = read_text (fixture, document, NULL);
  g_autoptr(KlImportPreview) applied = apply (fixture, first);
  g_autoptr(KlPlan) plan = read_back (fixture, applied);
  g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  g_autoptr(KlPoint) point = g_list_model_get_item (kl_subject_get_points (subject), 0);
  g_autoptr(KlChange) mine = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "First");
  g_autoptr(KlImportPreview) second = NULL;
  g_autoptr(KlImportPreview) answered = NULL;
  g_autoptr(KlImportQuestion) question = NULL;
  g_autoptr(KlPlan) after = NULL;

  kl_change_set_string (mine, KL_RECORD (point), "text", "One in KLearn");
  change_library (fixture, mine);
  *strstr (edited, "One") = 'o';
  second = read_text (fixture, edited, NULL);
  question = g_list_model_get_item (kl_import_preview_get_questions (second), 0);
  g_assert_cmpuint (g_list_model_get_n_items (kl_import_preview_get_questions (second)), ==, 1);
  g_assert_cmpstr (kl_import_question_get_mine (question), ==, "One in KLearn");
  g_assert_cmpstr (kl_import_question_get_file (question), ==, "one");
  g_assert_true (kl_import_preview_is_settled (second));

  kl_import_question_set_answer (question, KL_IMPORT_ANSWER_FILE);
  g_assert_false (kl_import_preview_is_settled (second));
  answered = apply (fixture, second);
  after = read_back (fixture, answered);
  g_assert_cmpstr (get_first_point (after), ==, "one");
}

static KlImportPreview *
bring_in_file (Fixture    *fixture,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  kl_importer_read_async (fixture->importer, file, NULL, NULL, NULL, NULL, done_cb, &result);
  preview = kl_importer_read_finish (fixture->importer, wait_for (&result), &error);
  g_assert_no_error (error);
  return apply (fixture, preview);
}

/* A plan is known by its file, whichever side renamed it; another plan in the same place is another plan. */
static void
test_known_by_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *longer = g_strconcat (document, "- Five\n", NULL);
  g_autofree char *renamed = g_strconcat ("# Another Title\n", longer + strlen ("# Plan\n"), NULL);
  g_autoptr(KlImportPreview) first = bring_in_file (fixture, "one.md", document);
  g_autoptr(KlPlan) plan = read_back (fixture, first);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "Plan");
  g_autoptr(KlImportPreview) second = NULL;
  g_autoptr(KlImportPreview) third = NULL;
  g_autoptr(KlImportPreview) fourth = NULL;

  kl_change_set_string (change, KL_RECORD (plan), "title", "Mine");
  change_library (fixture, change);
  second = bring_in_file (fixture, "one.md", longer);
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  g_assert_cmpstr (kl_import_preview_get_title (second), ==, "Mine");
  g_assert_cmpuint (kl_import_preview_get_counts (second)->points, ==, 1);

  third = bring_in_file (fixture, "one.md", renamed);
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_import_preview_get_questions (third)), ==, 1);
  g_assert_cmpstr (kl_import_preview_get_title (third), ==, "Mine");

  fourth = bring_in_file (fixture, "one.md", "# Spanish\n\n## Verbs\n- ser\n\n## Nouns\n- casa\n");
  g_assert_true (kl_import_preview_get_is_new (fourth));
  g_assert_cmpuint (count_plans (fixture), ==, 2);
}

/* A file without a change is told of as before, whatever was done to its plan, of which nothing has to be read. */
static void
test_unchanged_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *text = g_strconcat (document, "\n**No such label:**\n- Six\n", NULL);
  g_autoptr(KlImportPreview) first = bring_in_file (fixture, "one.md", text);
  g_autoptr(KlPlan) plan = read_back (fixture, first);
  g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  g_autoptr(KlPoint) point = g_list_model_get_item (kl_subject_get_points (subject), 0);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "Plan");
  g_autoptr(KlImportPreview) second = NULL;
  g_autoptr(KlPlan) after = NULL;
  KlImport *base;

  g_assert_cmpuint (kl_import_preview_get_notes (first)->len, >, 0);
  kl_change_set_string (change, KL_RECORD (plan), "title", "Mine");
  kl_change_set_string (change, KL_RECORD (subject), "title", "My First");
  kl_change_remove (change, KL_TYPE_POINT, kl_record_get_id (KL_RECORD (point)));
  change_library (fixture, change);
  after = read_back (fixture, first);

  second = bring_in_file (fixture, "one.md", text);
  base = kl_import_get_base (kl_import_preview_get_import (second));
  g_assert_nonnull (base);
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_subjects (kl_import_get_plan (base))), ==, 0);
  g_assert_false (kl_import_preview_has_changes (second));
  g_assert_cmpstr (kl_import_preview_get_title (second), ==, "Mine");
  g_assert_cmpuint (kl_import_preview_get_notes (second)->len, ==, kl_import_preview_get_notes (first)->len);
  g_assert_cmpuint (kl_import_preview_get_counts (second)->unchanged, ==, kl_merge_counts_below (KL_RECORD (after)));
  g_assert_cmpuint (count_plans (fixture), ==, 1);
}

/* What a heading became once, it becomes again, wherever it stands by then. */
static void
test_heading_choice (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *moved = g_strconcat ("# Plan\n\nMore.\n", document + strlen ("# Plan\n"), NULL);
  g_autoptr(KlImportPreview) preview = read_text (fixture, document, NULL);
  KlImport *import = kl_import_preview_get_import (preview);
  g_autoptr(GListModel) headings = kl_markdown_reader_list_headings (import, NULL, NULL);
  g_autoptr(KlHeading) second = g_list_model_get_item (headings, 3);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) chosen = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  g_autoptr(KlImportPreview) again = NULL;

  g_assert_cmpstr (kl_heading_get_title (second), ==, "Second");
  kl_heading_set_choice (second, KL_HEADING_SKIP);
  kl_importer_reread_async (fixture->importer, preview, headings, NULL, done_cb, &result);
  chosen = kl_importer_read_finish (fixture->importer, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kl_import_preview_get_counts (chosen)->topics, ==, 1);
  applied = apply (fixture, chosen);

  again = read_text (fixture, moved, NULL);
  g_assert_cmpuint (kl_import_preview_get_counts (again)->topics, ==, 0);
  g_assert_cmpuint (kl_import_preview_get_counts (again)->removed, ==, 0);
}

static char *
edit_line (char *const *lines,
           guint        edited,
           guint        way)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (i != edited)
        g_string_append (text, line);
      else if (way == 1)
        g_string_append_printf (text, "%s\n%s", line, line);
      else if (way == 2)
        g_string_append_printf (text, "%s, and more", line);
      if (lines[i + 1] != NULL && !(i == edited && way == 0))
        g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whatever line is taken out, doubled or added to in another editor, importing again works and loses no attempt. */
static void
test_any_edited_line (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "example-plan.md", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(KlImportPreview) first = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  guint n_attempts = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  first = read_text (fixture, text, NULL);
  applied = apply (fixture, first);

  for (guint i = (guint) g_test_rand_int_range (0, 7); i < g_strv_length (lines) - 7 && lines[i] != NULL; i += 7)
    {
      g_autofree char *edited = edit_line (lines, i, i % 3);
      g_autoptr(KlImportPreview) preview = read_text (fixture, edited, kl_import_preview_get_title (applied));
      g_autoptr(KlImportPreview) again = apply (fixture, preview);
      g_autoptr(KlPlan) plan = read_back (fixture, again);

      g_assert_cmpuint (count_attempts (plan), >=, n_attempts);
      n_attempts = count_attempts (plan);
    }

  g_assert_cmpuint (n_attempts, >, 0);
}

/* Two programs bring in the same document at once, each into a library where it is not yet: there is one plan then. */
static void
test_two_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  Fixture other = { fixture->folder, fixture->clock, open_library (fixture), NULL };
  g_autoptr(KlImportPreview) first = read_text (fixture, document, NULL);
  g_autoptr(KlImportPreview) second = NULL;
  g_autoptr(KlImportPreview) first_applied = NULL;
  g_autoptr(KlImportPreview) second_applied = NULL;
  g_autoptr(GAsyncResult) first_result = NULL;
  g_autoptr(GAsyncResult) second_result = NULL;
  g_autoptr(GError) error = NULL;

  other.importer = kl_importer_new (other.library);
  second = read_text (&other, document, NULL);
  kl_importer_apply_async (fixture->importer, first, NULL, done_cb, &first_result);
  kl_importer_apply_async (other.importer, second, NULL, done_cb, &second_result);
  first_applied = kl_importer_apply_finish (fixture->importer, wait_for (&first_result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (first_applied);
  second_applied = kl_importer_apply_finish (other.importer, wait_for (&second_result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (second_applied);
  g_assert_true (kl_import_preview_has_changes (first_applied) != kl_import_preview_has_changes (second_applied));

  close_library (g_steal_pointer (&other.library));
  g_clear_object (&first_result);
  g_clear_object (&second_result);
  g_object_unref (other.importer);
  close_library (fixture->library);
  fixture->library = open_library (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 1);
}

/* A document that cannot be read leaves no empty library behind; one that can makes the library. */
static void
test_first_import (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", "library.db", NULL);
  Fixture first = { fixture->folder, fixture->clock, kl_library_new (path, fixture->clock), NULL };
  g_autoptr(GFile) missing = g_file_new_build_filename (fixture->folder, "missing.md", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;

  first.importer = kl_importer_new (first.library);
  kl_importer_read_async (first.importer, missing, NULL, NULL, NULL, NULL, done_cb, &result);
  g_assert_null (kl_importer_read_finish (first.importer, wait_for (&result), &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  preview = read_text (&first, document, NULL);
  applied = apply (&first, preview);
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (first.library)), ==, 1);
  g_clear_object (&result);
  g_object_unref (first.importer);
  close_library (first.library);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;

  kl_importer_read_bytes_async (fixture->importer, bytes, "plan.md", NULL, NULL, NULL, cancellable, done_cb, &result);
  g_cancellable_cancel (cancellable);
  preview = kl_importer_read_finish (fixture->importer, wait_for (&result), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (preview);
}

static void
test_no_text (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->folder);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;

  kl_importer_read_async (fixture->importer, file, NULL, NULL, NULL, NULL, done_cb, &result);
  preview = kl_importer_read_finish (fixture->importer, wait_for (&result), &error);
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE);
  g_assert_null (preview);
}

/* Each call is further than the one before, in this thread, and none comes after the answer. */
typedef struct
{
  GThread *thread;
  double last;
  guint n_calls;
} Heard;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Heard *heard = user_data;

  g_assert_true (heard->thread == g_thread_self ());
  g_assert_cmpfloat (fraction, >, heard->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  heard->last = fraction;
  heard->n_calls++;
}

static gpointer
report_thread (gpointer user_data)
{
  for (guint i = 0; i <= 1000; i++)
    {
      kl_progress_report (i / 1000.0, user_data);
      if (i % 100 == 0)
        g_thread_yield ();
    }

  return NULL;
}

static void
test_progress (void)
{
  Heard heard = { g_thread_self (), 0, 0 };
  g_autoptr(KlProgress) progress = kl_progress_new (progress_cb, &heard);
  GThread *thread = g_thread_new ("report", report_thread, progress);
  guint n_calls;

  while (heard.last < 1.0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_assert_cmpuint (heard.n_calls, >=, 1);
  g_assert_cmpuint (heard.n_calls, <=, 100);

  n_calls = heard.n_calls;
  kl_progress_stop (progress);
  kl_progress_report (2.0, progress);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (heard.n_calls, ==, n_calls);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/importer/preview-stores-nothing", Fixture, NULL, set_up, test_preview_stores_nothing, tear_down);
  g_test_add ("/importer/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/importer/again-is-no-change", Fixture, NULL, set_up, test_again_is_no_change, tear_down);
  g_test_add ("/importer/title-that-was-asked-for", Fixture, NULL, set_up, test_title_that_was_asked_for, tear_down);
  g_test_add ("/importer/library-changed-meanwhile", Fixture, NULL, set_up, test_library_changed_meanwhile, tear_down);
  g_test_add ("/importer/known-by-file", Fixture, NULL, set_up, test_known_by_file, tear_down);
  g_test_add ("/importer/unchanged-file", Fixture, NULL, set_up, test_unchanged_file, tear_down);
  g_test_add ("/importer/heading-choice", Fixture, NULL, set_up, test_heading_choice, tear_down);
  g_test_add ("/importer/answered", Fixture, NULL, set_up, test_answered, tear_down);
  g_test_add ("/importer/edited-score-amends", Fixture, NULL, set_up, test_edited_score_amends, tear_down);
  g_test_add ("/importer/any-edited-line", Fixture, NULL, set_up, test_any_edited_line, tear_down);
  g_test_add ("/importer/first-import", Fixture, NULL, set_up, test_first_import, tear_down);
  g_test_add ("/importer/two-at-once", Fixture, NULL, set_up, test_two_at_once, tear_down);
  g_test_add ("/importer/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/importer/no-text", Fixture, NULL, set_up, test_no_text, tear_down);
  g_test_add_func ("/import-progress", test_progress);
  return g_test_run ();
}
