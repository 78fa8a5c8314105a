/* test-merge.c: importing again */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "exchange/kl-merge.h"
#include "model/kl-amendment.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"

static const char document[]
  = "# Plan\n\n## Deep Dives Completed\n\n### Alpha\n**Topics covered:**\n- one point about water\n- another about "
    "fire\n"
    "- last one about air\n\n**Gaps identified:**\n- the deep sea\n\n### Beta\n- beta one\n- beta two\n\n"
    "## Not Yet Covered\n\n### Gamma\n- g\n\n## Retention Scores\n\n**Date: 2026-01-02**\n\n### Alpha\n**Score: Good "
    "(75%)**\n\n"
    "**What you nailed:**\n- water\n\n### Beta\n**Score: Fair (60%)**\n\n**Result:** so so\n";

static KlMerge *
merge_text (KlImport   *library,
            const char *text)
{
  g_autoptr(KlImport) import = fixture_read (text);
  g_autoptr(GError) error = NULL;
  KlMerge *merge
    = kl_merge_new (import, kl_import_get_plan (library), kl_import_get_document (library), NULL, NULL, &error);

  g_assert_no_error (error);
  return merge;
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto(GStrv) parts = g_strsplit (text, from, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

static void
test_new (void)
{
  g_autoptr(KlImport) import = fixture_read (document);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlMerge) merge = kl_merge_new (import, NULL, NULL, NULL, NULL, &error);
  const KlMergeCounts *counts = kl_merge_get_counts (merge);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->topics, ==, 3);
  g_assert_cmpuint (counts->points, ==, 6);
  g_assert_cmpuint (counts->gaps, ==, 1);
  g_assert_cmpuint (counts->attempts, ==, 2);
  g_assert_cmpuint (counts->changed, ==, 0);
  /* Plan, 3 + 6 + 1 + 2, two pieces of feedback, the document. */
  g_assert_cmpuint (kl_change_get_n_operations (kl_merge_get_change (merge)), ==, 16);
  g_assert_true (KL_IS_PLAN (kl_change_get_operation (kl_merge_get_change (merge), 0)->record));
  g_object_unref (g_steal_pointer (&merge));
}

static void
test_same (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autoptr(KlMerge) merge = merge_text (library, document);
  g_autoptr(KlImport) again = fixture_read (document);
  g_autoptr(KlMerge) unknown = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (kl_merge_is_empty (merge));

  /* Even if the library forgot the document, nothing doubles. */
  unknown = kl_merge_new (again, kl_import_get_plan (library), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kl_change_get_n_operations (kl_merge_get_change (unknown)), ==, 1);
  g_assert_cmpuint (kl_merge_get_counts (unknown)->changed, ==, 0);
}

/* The values of one field that changed, apart from keys, positions and the document. */
static const KlOperation *
only_change (KlMerge *merge)
{
  KlChange *change = kl_merge_get_change (merge);
  const KlOperation *only = NULL;

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      if (operation->type == KL_TYPE_DOCUMENT ||
          (operation->kind == KL_OPERATION_SET && (g_str_equal (operation->field->name, "source") ||
                                                   g_str_equal (operation->field->name, "position"))))
        continue;
      g_assert_null (only);
      only = operation;
    }
  g_assert (only != NULL); /* so that the analyzer knows it as well */
  return only;
}

static void
assert_settled (KlImport   *library,
                KlMerge    *merge,
                const char *text)
{
  g_autoptr(KlMerge) again = NULL;

  fixture_apply (merge, kl_import_get_plan (library), kl_import_get_document (library));
  g_assert_cmpstr (kl_document_get_text (kl_import_get_document (library)), ==, text);
  again = merge_text (library, text);
  g_assert_true (kl_merge_is_empty (again));
}

static void
test_edited_line (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "one point about water", "one point about salt water");
  g_autoptr(KlMerge) merge = merge_text (library, edited);
  KlPoint *point = fixture_item (kl_subject_get_points (fixture_subject (library, "Alpha")), 0);
  const KlOperation *operation = only_change (merge);

  g_assert_cmpint (operation->kind, ==, KL_OPERATION_SET);
  g_assert_cmpstr (operation->id, ==, kl_record_get_id (KL_RECORD (point)));
  g_assert_cmpstr (g_value_get_string (&operation->value), ==, "one point about salt water");
  g_assert_cmpuint (kl_merge_get_counts (merge)->changed, ==, 1);
  assert_settled (library, merge, edited);
}

static void
test_added_line (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "- another about fire\n", "- another about fire\n- totally new\n");
  g_autoptr(KlMerge) merge = merge_text (library, edited);
  const KlOperation *operation = only_change (merge);

  g_assert_cmpint (operation->kind, ==, KL_OPERATION_INSERT);
  g_assert_cmpstr (kl_point_get_text (KL_POINT (operation->record)), ==, "totally new");
  g_assert_cmpstr (kl_record_get_owner (operation->record), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (library, "Alpha"))));
  g_assert_cmpint (kl_record_get_position (operation->record), ==, 3);
  g_assert_cmpuint (kl_merge_get_counts (merge)->points, ==, 1);
  g_assert_cmpuint (kl_merge_get_counts (merge)->changed, ==, 0);
  assert_settled (library, merge, edited);
}

static void
test_removed_line (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "- another about fire\n", "");
  g_autoptr(KlMerge) merge = merge_text (library, edited);

  g_assert_cmpint (only_change (merge)->kind, ==, KL_OPERATION_REMOVE);
  g_assert_cmpuint (kl_merge_get_counts (merge)->removed, ==, 1);
  assert_settled (library, merge, edited);
}

static void
test_removed_but_touched (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "- another about fire\n", "");
  g_autoptr(KlMerge) merge = NULL;

  g_object_set (fixture_item (kl_subject_get_points (fixture_subject (library, "Alpha")), 1), "text", "mine now", NULL);
  merge = merge_text (library, edited);
  g_assert_cmpuint (kl_merge_get_counts (merge)->removed, ==, 0);
  g_assert_cmpuint (kl_merge_get_notes (merge)->len, ==, 1);
}

/* That KLearn had suggested something is no edit of the person's. */
static void
test_removed_verdict (void)
{
  g_autofree char *judged
    = replace (document, "**What you nailed:**\n", "**Point by point:**\n- ✅ water\n- ❌ air\n\n**What you nailed:**\n");
  g_autofree char *edited = replace (judged, "- ❌ air\n", "");
  g_autoptr(KlImport) library = fixture_read (judged);
  KlVerdict *verdict = fixture_item (kl_attempt_get_verdicts (fixture_attempt (library, "Alpha", 0)), 1);
  g_autoptr(KlMerge) merge = NULL;

  g_assert_cmpint (kl_verdict_get_value (verdict), ==, KL_VERDICT_MISSED);
  g_object_set (verdict, "suggested", KL_VERDICT_PARTLY, NULL);
  merge = merge_text (library, edited);
  g_assert_cmpint (only_change (merge)->kind, ==, KL_OPERATION_REMOVE);
  g_assert_cmpstr (only_change (merge)->id, ==, kl_record_get_id (KL_RECORD (verdict)));
}

static void
test_edits_on_both_sides (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "last one about air", "last one about thin air");
  g_autoptr(KlMerge) merge = NULL;
  KlSubject *alpha = fixture_subject (library, "Alpha");

  /* What was done in KLearn stays: a new title, a deleted point. */
  g_object_set (alpha, "title", "Alpha, renamed here", NULL);
  g_list_store_remove (G_LIST_STORE (kl_subject_get_points (alpha)), 0);
  merge = merge_text (library, edited);
  g_assert_cmpint (only_change (merge)->kind, ==, KL_OPERATION_SET);
  g_assert_cmpuint (kl_merge_get_counts (merge)->points, ==, 0);
  assert_settled (library, merge, edited);
  g_assert_cmpstr (kl_subject_get_title (alpha), ==, "Alpha, renamed here");
}

static void
test_renamed_heading (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *once = replace (document, "### Alpha", "### Elements of nature");
  g_autofree char *edited = replace (once, "### Alpha", "### Elements of nature");
  g_autoptr(KlMerge) merge = merge_text (library, edited);
  KlSubject *alpha = fixture_subject (library, "Alpha");
  const KlOperation *operation = only_change (merge);

  g_assert_cmpint (operation->kind, ==, KL_OPERATION_SET);
  g_assert_cmpstr (operation->id, ==, kl_record_get_id (KL_RECORD (alpha)));
  assert_settled (library, merge, edited);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (alpha)), ==, 1);
}

static void
test_moved_topic (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *without = replace (document, "### Gamma\n- g\n\n", "");
  g_autofree char *edited = replace (without, "### Beta\n- beta one", "### Gamma\n- g\n\n### Beta\n- beta one");
  g_autoptr(KlMerge) merge = merge_text (library, edited);
  KlSubject *gamma = fixture_subject (library, "Gamma");
  g_autofree char *id = g_strdup (kl_record_get_id (KL_RECORD (gamma)));

  g_assert_cmpuint (kl_merge_get_counts (merge)->topics, ==, 0);
  g_assert_cmpuint (kl_merge_get_counts (merge)->removed, ==, 0);
  assert_settled (library, merge, edited);
  g_assert_cmpint (kl_subject_get_depth (gamma), ==, KL_DEPTH_DEEP);
  g_assert_cmpint (kl_record_get_position (KL_RECORD (gamma)), <,
                   kl_record_get_position (KL_RECORD (fixture_subject (library, "Beta"))));
  g_assert_cmpstr (kl_record_get_id (KL_RECORD (fixture_subject (library, "Gamma"))), ==, id);
}

static void
test_removed_topic_with_attempt (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = g_strndup (document, (gsize) (strstr (document, "### Beta\n**Score") - document));
  g_autofree char *without = replace (edited, "### Beta\n- beta one\n- beta two\n\n", "");
  g_autoptr(KlMerge) merge = merge_text (library, without);
  const KlImportNote *note;

  g_assert_cmpuint (kl_merge_get_counts (merge)->removed, ==, 0);
  g_assert_cmpuint (kl_merge_get_notes (merge)->len, ==, 1);
  note = kl_merge_get_notes (merge)->pdata[0];
  g_assert_nonnull (strstr (note->message, "there are attempts on it"));
  assert_settled (library, merge, without);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (fixture_subject (library, "Beta"))), ==, 1);
}

/* One day may have many attempts. */
static void
test_removed_attempt (void)
{
  static const char attempt[] = "### Alpha\n**Score: Good (75%)**\n\n**What you nailed:**\n- water\n\n";
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, attempt, "");
  g_autoptr(KlMerge) merge = merge_text (library, edited);
  const KlImportNote *note;

  g_assert_cmpuint (kl_merge_get_notes (merge)->len, ==, 1);
  note = kl_merge_get_notes (merge)->pdata[0];
  g_assert_nonnull (strstr (note->message, "2026-01-02 (Alpha)"));
}

static gboolean
has_subject (KlImport   *library,
             const char *title)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (library));

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    if (g_str_equal (kl_subject_get_title (fixture_item (subjects, i)), title))
      return TRUE;
  return FALSE;
}

static void
test_removed_topic (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "### Gamma\n- g\n\n", "");
  g_autoptr(KlMerge) merge = merge_text (library, edited);

  g_assert_cmpuint (kl_merge_get_counts (merge)->removed, ==, 1);
  g_assert_cmpuint (kl_merge_get_notes (merge)->len, ==, 0);
  assert_settled (library, merge, edited);
  g_assert_false (has_subject (library, "Gamma"));
}

/* What is scored alone by now is a topic of its own, and needs no topic above it. */
static void
test_removed_parent (void)
{
  static const char parent[] = "### Boat Parts\n- Front Half: bow, stem\n- Rear Half: stern, rudder\n\n";
  g_autofree char *text = g_strconcat ("# Plan\n\n## Deep Dives Completed\n\n", parent, "### Other\n- o\n\n",
                                       "## Retention Scores\n\n**Date: 2026-01-02**\n\n### Front Half Parts\n",
                                       "**Score: Good (75%)**\n", NULL);
  g_autoptr(KlImport) library = fixture_read (text);
  g_autofree char *edited = replace (text, parent, "");
  g_autoptr(KlMerge) merge = merge_text (library, edited);

  g_assert_nonnull (kl_subject_get_parent (fixture_subject (library, "Front Half Parts")));
  assert_settled (library, merge, edited);
  g_assert_false (has_subject (library, "Boat Parts"));
  g_assert_null (kl_subject_get_parent (fixture_subject (library, "Front Half Parts")));
}

/* Renamed where it is studied, and later where it is scored: the attempt goes along, with what was recorded since, and
 * is not there twice. */
static void
test_renamed_in_two_steps (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *once = replace (document, "### Beta\n- beta one\n- beta two", "### Delta\n- one\n- quite another");
  g_autofree char *twice = replace (once, "### Beta\n**Score", "### Delta\n**Score");
  KlAttempt *attempt = fixture_attempt (library, "Beta", 0);
  g_autofree char *id = g_strdup (kl_record_get_id (KL_RECORD (attempt)));
  g_autoptr(KlAttempt) later = g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) 2, "date", "2026-02-03", NULL);
  g_autoptr(KlMerge) first = merge_text (library, once);
  g_autoptr(KlMerge) second = NULL;
  KlSubject *delta;

  assert_settled (library, first, once);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (fixture_subject (library, "Delta"))), ==, 0);
  kl_record_append (KL_RECORD (fixture_subject (library, "Beta")), KL_RECORD (later));

  second = merge_text (library, twice);
  g_assert_cmpuint (kl_merge_get_counts (second)->attempts, ==, 0);
  assert_settled (library, second, twice);
  g_assert_false (has_subject (library, "Beta"));
  delta = fixture_subject (library, "Delta");
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (delta)), ==, 2);
  attempt = fixture_attempt (library, "Delta", 0);
  g_assert_cmpstr (kl_record_get_id (KL_RECORD (attempt)), ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_feedback (attempt)), ==, 1);
}

/* Whoever renamed a topic where it is studied, and not where it is scored, can do so before it is imported. */
static void
test_renamed_by_half (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *once = replace (document, "### Beta\n- beta", "### Delta\n- beta");
  g_autofree char *emptied = replace (document, "### Beta\n- beta one\n- beta two\n\n", "");
  g_autoptr(KlMerge) merge = merge_text (library, once);
  g_autoptr(KlMerge) other = merge_text (library, emptied);
  const KlImportNote *note;

  g_assert_cmpuint (kl_merge_get_counts (merge)->attempts, ==, 0);
  g_assert_cmpuint (kl_merge_get_notes (merge)->len, ==, 1);
  note = kl_merge_get_notes (merge)->pdata[0];
  g_assert_nonnull (strstr (note->message, "“Delta” holds what “Beta” held"));
  g_assert_cmpuint (kl_merge_get_notes (other)->len, ==, 0);
}

static void
test_new_attempt (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited
    = replace (document, "### Beta\n**Score", "### Gamma\n**Score: Good (88%)**\n\n### Beta\n**Score");
  g_autofree char *more = g_strconcat (edited, "\n**Date: 2026-02-03**\n**Score: Strong (95%)**\n", NULL);
  g_autoptr(KlAttempt) own = g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) 2, "date", "2026-01-20", "low", 70.0,
                                           "high", 70.0, NULL);
  g_autoptr(KlMerge) merge = NULL;
  KlSubject *beta = fixture_subject (library, "Beta");

  kl_record_append (KL_RECORD (beta), KL_RECORD (own));
  merge = merge_text (library, more);
  g_assert_cmpuint (kl_merge_get_counts (merge)->attempts, ==, 2);
  g_assert_cmpuint (kl_merge_get_counts (merge)->changed, ==, 0);
  assert_settled (library, merge, more);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (beta)), ==, 3);
  g_assert_cmpint (kl_attempt_get_number (fixture_attempt (library, "Beta", 2)), ==, 3);
}

static void
test_plan_of_ones_own (void)
{
  g_autoptr(KlImport) library = fixture_read ("# Mine\n\n## alpha\n- one point about water\n- only here\n");
  g_autoptr(KlImport) import = fixture_read (document);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlMerge) merge = NULL;
  KlSubject *alpha = fixture_subject (library, "alpha");

  g_object_set (alpha, "source", NULL, NULL);
  merge = kl_merge_new (import, kl_import_get_plan (library), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kl_merge_get_counts (merge)->topics, ==, 2);
  g_assert_cmpuint (kl_merge_get_counts (merge)->points, ==, 5);
  g_assert_cmpuint (kl_merge_get_counts (merge)->attempts, ==, 2);
  g_assert_cmpuint (kl_merge_get_counts (merge)->removed, ==, 0);
  fixture_apply (merge, kl_import_get_plan (library), kl_import_get_document (library));
  g_assert_cmpstr (kl_subject_get_title (alpha), ==, "alpha");
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (alpha)), ==, 4);
}

static KlImportQuestion *
only_question (KlMerge *merge)
{
  GListModel *questions = kl_merge_get_questions (merge);

  g_assert_cmpuint (g_list_model_get_n_items (questions), ==, 1);
  return g_list_model_get_item (questions, 0);
}

static KlMerge *
merge_answered (KlImport       *library,
                const char     *text,
                KlImportAnswer  answer)
{
  g_autoptr(KlMerge) asked = merge_text (library, text);
  g_autoptr(KlImportQuestion) question = only_question (asked);
  g_autoptr(KlImport) import = fixture_read (text);
  g_autoptr(GError) error = NULL;
  KlMerge *merge;

  kl_import_question_set_answer (question, answer);
  merge = kl_merge_new (import, kl_import_get_plan (library), kl_import_get_document (library),
                        kl_merge_get_questions (asked), NULL, &error);
  g_assert_no_error (error);
  return merge;
}

static void
test_conflict (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "last one about air", "last one about thin air");
  KlPoint *point = fixture_item (kl_subject_get_points (fixture_subject (library, "Alpha")), 2);
  g_autoptr(KlMerge) asked = NULL;
  g_autoptr(KlMerge) merge = NULL;
  g_autoptr(KlImportQuestion) question = NULL;

  g_object_set (point, "text", "last one about hot air", NULL);
  asked = merge_text (library, edited);
  question = only_question (asked);
  g_assert_true (kl_import_question_is_conflict (question));
  g_assert_cmpstr (kl_import_question_get_field (question), ==, "text");
  g_assert_cmpstr (kl_import_question_get_mine (question), ==, "last one about hot air");
  g_assert_cmpstr (kl_import_question_get_file (question), ==, "last one about thin air");
  g_assert_cmpint (kl_import_question_get_answer (question), ==, KL_IMPORT_ANSWER_MINE);
  g_assert_cmpuint (kl_merge_get_counts (asked)->changed, ==, 0);
  g_assert_cmpuint (kl_merge_get_notes (asked)->len, ==, 1);

  merge = merge_answered (library, edited, KL_IMPORT_ANSWER_FILE);
  g_assert_cmpstr (g_value_get_string (&only_change (merge)->value), ==, "last one about thin air");
  assert_settled (library, merge, edited);
  g_assert_cmpstr (kl_point_get_text (point), ==, "last one about thin air");
}

static void
test_conflict_kept (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *edited = replace (document, "last one about air", "last one about thin air");
  KlPoint *point = fixture_item (kl_subject_get_points (fixture_subject (library, "Alpha")), 2);
  g_autoptr(KlMerge) merge = NULL;

  g_object_set (point, "text", "last one about hot air", NULL);
  merge = merge_text (library, edited);
  assert_settled (library, merge, edited);
  g_assert_cmpstr (kl_point_get_text (point), ==, "last one about hot air");
}

static void
test_amended_on_both_sides (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autoptr(KlAmendment) amendment = g_object_new (KL_TYPE_AMENDMENT, "low", 11.0, "high", 11.0, NULL);
  KlAttempt *attempt = fixture_attempt (library, "Alpha", 0);
  g_autofree char *figure = g_strdup_printf ("%.4g%%", kl_attempt_get_low (attempt));
  g_autofree char *edited = replace (document, figure, "22%");
  g_autoptr(KlMerge) kept = NULL;
  g_autoptr(KlMerge) taken = NULL;

  kl_record_append (KL_RECORD (attempt), KL_RECORD (amendment));
  kept = merge_text (library, edited);
  g_assert_cmpuint (kl_merge_get_counts (kept)->changed, ==, 0);
  taken = merge_answered (library, edited, KL_IMPORT_ANSWER_FILE);
  g_assert_cmpuint (kl_merge_get_counts (taken)->changed, ==, 1);
  assert_settled (library, taken, edited);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 22, 0.01);
}

/* Other words, other points: it may be another topic, so the person is asked. */
static void
test_uncertain_heading (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  g_autofree char *once = replace (document, "### Alpha", "### Elements of nature");
  g_autofree char *twice = replace (once, "### Alpha", "### Elements of nature");
  g_autofree char *edited = replace (twice, "- another about fire\n", "");
  KlSubject *alpha = fixture_subject (library, "Alpha");
  g_autoptr(KlMerge) asked = merge_text (library, edited);
  g_autoptr(KlImportQuestion) question = only_question (asked);
  g_autoptr(KlMerge) apart = NULL;

  g_assert_false (kl_import_question_is_conflict (question));
  g_assert_cmpstr (kl_import_question_get_mine (question), ==, "Alpha");
  g_assert_cmpstr (kl_import_question_get_file (question), ==, "Elements of nature");
  g_assert_cmpint (kl_import_question_get_answer (question), ==, KL_IMPORT_ANSWER_SAME);
  g_assert_cmpuint (kl_merge_get_counts (asked)->topics, ==, 0);

  apart = merge_answered (library, edited, KL_IMPORT_ANSWER_APART);
  g_assert_cmpuint (kl_merge_get_counts (apart)->topics, ==, 1);
  assert_settled (library, apart, edited);
  /* The attempt is still there, and the new topic has the one of the document. */
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (alpha)), ==, 1);
  g_assert_cmpstr (kl_subject_get_title (alpha), ==, "Alpha");
}

static void
test_plan_title (void)
{
  g_autoptr(KlImport) library = fixture_read (document);
  KlPlan *plan = kl_import_get_plan (library);
  g_autofree char *line = g_strdup_printf ("# %s\n", kl_plan_get_title (plan));
  g_autofree char *edited = replace (document, line, "# Third\n");
  g_autoptr(KlMerge) same = NULL;
  g_autoptr(KlMerge) merge = NULL;
  g_autoptr(KlImportQuestion) question = NULL;

  /* Renamed in the document only, though the plan never had the document's name. */
  g_object_set (plan, "title", "Second", NULL);
  g_object_set (kl_import_get_document (library), "title", "Second", NULL);
  merge = merge_text (library, edited);
  g_assert_cmpuint (g_list_model_get_n_items (kl_merge_get_questions (merge)), ==, 0);
  fixture_apply (merge, plan, kl_import_get_document (library));
  g_assert_cmpstr (kl_plan_get_title (plan), ==, "Third");
  g_assert_cmpstr (kl_document_get_title (kl_import_get_document (library)), ==, "Third");

  /* Renamed in KLearn only. */
  g_object_set (plan, "title", "Mine", NULL);
  g_clear_object (&merge);
  g_free (edited);
  edited = replace (document, line, "# Third\n\nMore.\n");
  merge = merge_text (library, edited);
  fixture_apply (merge, plan, kl_import_get_document (library));
  g_assert_cmpstr (kl_plan_get_title (plan), ==, "Mine");
  g_assert_cmpstr (kl_document_get_title (kl_import_get_document (library)), ==, "Third");

  /* In both. */
  g_clear_object (&merge);
  g_free (edited);
  edited = replace (document, line, "# Fourth\n");
  merge = merge_text (library, edited);
  question = only_question (merge);
  g_assert_cmpstr (kl_import_question_get_mine (question), ==, "Mine");
  g_assert_cmpstr (kl_import_question_get_file (question), ==, "Fourth");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/new", test_new);
  g_test_add_func ("/merge/same", test_same);
  g_test_add_func ("/merge/edited-line", test_edited_line);
  g_test_add_func ("/merge/added-line", test_added_line);
  g_test_add_func ("/merge/removed-line", test_removed_line);
  g_test_add_func ("/merge/removed-but-touched", test_removed_but_touched);
  g_test_add_func ("/merge/removed-verdict", test_removed_verdict);
  g_test_add_func ("/merge/edits-on-both-sides", test_edits_on_both_sides);
  g_test_add_func ("/merge/conflict", test_conflict);
  g_test_add_func ("/merge/conflict-kept", test_conflict_kept);
  g_test_add_func ("/merge/amended-on-both-sides", test_amended_on_both_sides);
  g_test_add_func ("/merge/uncertain-heading", test_uncertain_heading);
  g_test_add_func ("/merge/plan-title", test_plan_title);
  g_test_add_func ("/merge/renamed-heading", test_renamed_heading);
  g_test_add_func ("/merge/moved-topic", test_moved_topic);
  g_test_add_func ("/merge/removed-attempt", test_removed_attempt);
  g_test_add_func ("/merge/removed-topic", test_removed_topic);
  g_test_add_func ("/merge/removed-parent", test_removed_parent);
  g_test_add_func ("/merge/renamed-in-two-steps", test_renamed_in_two_steps);
  g_test_add_func ("/merge/renamed-by-half", test_renamed_by_half);
  g_test_add_func ("/merge/removed-topic-with-attempt", test_removed_topic_with_attempt);
  g_test_add_func ("/merge/new-attempt", test_new_attempt);
  g_test_add_func ("/merge/plan-of-ones-own", test_plan_of_ones_own);

  return g_test_run ();
}
