/* test-json-import.c: a plan that was exported as JSON comes into a library, and is the same plan there */

#include "config.h"

#include <string.h>

#include "exchange/kl-exchange-error.h"
#include "exchange/kl-json-plan-writer.h"
#include "model/kl-amendment.h"
#include "model/kl-draft.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"
#include "random-plan.h"
#include "transfer-fixture.h"

#define N_RANDOM_PLANS 8

static KlImportPreview *
preview_bytes (TransferFixture  *fixture,
               GBytes           *bytes,
               const char       *title,
               GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_importer_read_bytes_async (fixture->importer, bytes, "plan.json", title, NULL, NULL, NULL,
                                transfer_fixture_done_cb, &result);
  return kl_importer_read_finish (fixture->importer, transfer_fixture_wait_for (&result), error);
}

static KlImportPreview *
import_bytes (TransferFixture *fixture,
              GBytes          *bytes,
              gboolean         prefer_file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = preview_bytes (fixture, bytes, NULL, &error);
  g_autoptr(GAsyncResult) result = NULL;
  KlImportPreview *applied;

  g_assert_no_error (error);
  for (guint i = 0; prefer_file && i < g_list_model_get_n_items (kl_import_preview_get_questions (preview)); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (kl_import_preview_get_questions (preview), i);

      kl_import_question_set_answer (question, KL_IMPORT_ANSWER_FILE);
    }
  kl_importer_apply_async (fixture->importer, preview, NULL, transfer_fixture_done_cb, &result);
  applied = kl_importer_apply_finish (fixture->importer, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (applied);
  return applied;
}

static void
assert_refused (TransferFixture *fixture,
                GBytes          *bytes,
                const char      *title,
                GQuark           domain,
                const char      *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = preview_bytes (fixture, bytes, title, &error);
  gint64 revision = kl_library_get_revision (fixture->library);

  g_assert_null (preview);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, domain);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_cmpint (kl_library_get_revision (fixture->library), ==, revision);
}

static KlPlan *
read_plan (TransferFixture  *fixture,
           const char       *id,
           KlDocument      **document)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlPlan *plan;

  kl_library_read_plan_async (fixture->library, id, NULL, transfer_fixture_done_cb, &result);
  plan = kl_library_read_plan_finish (fixture->library, transfer_fixture_wait_for (&result), document, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static GBytes *
write_plan (KlPlan     *plan,
            KlDocument *document)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = kl_json_plan_writer_write (plan, document, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
export_plan (TransferFixture *fixture,
             const char      *id)
{
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = read_plan (fixture, id, &document);

  return write_plan (plan, document);
}

static void
assert_same (GBytes *a,
             GBytes *b)
{
  g_autofree char *first = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *second = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (first, ==, second);
}

static guint
count_plans (TransferFixture *fixture)
{
  return g_list_model_get_n_items (kl_library_get_plans (fixture->library));
}

/* Into an empty library, out again, in again: the same bytes, and nothing new. */
static void
test_random (TransferFixture *fixture,
             gconstpointer    data)
{
  for (guint i = 0; i < N_RANDOM_PLANS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      g_autoptr(KlPlan) plan = random_plan (rand);
      g_autoptr(KlDocument) document = g_rand_boolean (rand) ? random_plan_document (rand, plan) : NULL;
      g_autoptr(GBytes) written = write_plan (plan, document);
      g_autoptr(KlImportPreview) imported = import_bytes (fixture, written, FALSE);
      g_autoptr(GBytes) exported = export_plan (fixture, kl_record_get_id (KL_RECORD (plan)));
      g_autoptr(KlImportPreview) again = NULL;

      g_assert_true (kl_import_preview_get_is_new (imported));
      assert_same (written, exported);
      again = import_bytes (fixture, exported, FALSE);
      g_assert_false (kl_import_preview_has_changes (again));
      g_assert_cmpuint (count_plans (fixture), ==, 1);
      transfer_fixture_start_anew (fixture);
    }
}

static void
test_file (TransferFixture *fixture,
           gconstpointer    data)
{
  const char *const *parts = data;
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", parts[0], parts[1], NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) apply = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  g_autoptr(KlImportPreview) imported = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("the plan is not beside the project");
      return;
    }
  kl_importer_read_async (fixture->importer, file, NULL, NULL, NULL, NULL, transfer_fixture_done_cb, &read);
  preview = kl_importer_read_finish (fixture->importer, transfer_fixture_wait_for (&read), &error);
  g_assert_no_error (error);
  kl_importer_apply_async (fixture->importer, preview, NULL, transfer_fixture_done_cb, &apply);
  applied = kl_importer_apply_finish (fixture->importer, transfer_fixture_wait_for (&apply), &error);
  g_assert_no_error (error);
  first = export_plan (fixture, kl_import_preview_get_plan_id (applied));

  /* They hold the importer. */
  g_clear_object (&read);
  g_clear_object (&apply);
  transfer_fixture_start_anew (fixture);
  imported = import_bytes (fixture, first, FALSE);
  second = export_plan (fixture, kl_import_preview_get_plan_id (imported));
  assert_same (first, second);
}

#define ID(n) "\"id\": \"00000000-0000-4000-8000-00000000000" n "\""
#define UUID(n) "00000000-0000-4000-8000-00000000000" n

#define POINT "{" ID ("3") ", \"text\": \"Point\", \"depth\": \"deep\", \"source\": \"s3\"}"
#define GAP "{" ID ("4") ", \"text\": \"Gap\", \"open\": true}"
#define ATTEMPT "{" ID ("5") ", \"number\": 1, \"date\": \"2025-10-10\", \"low\": 70, \"high\": 70, \"source\": \"s5\"}"
#define DRAFT "{" ID ("6") ", \"text\": \"Words\"}"
#define LISTS "\"points\": [" POINT "], \"gaps\": [" GAP "], \"attempts\": [" ATTEMPT "], \"drafts\": [" DRAFT "]"
#define SUBJECT "{" ID ("2") ", \"title\": \"Topic\", \"minutes\": 15, \"source\": \"s2\", " LISTS "}"

static const char small_plan[]
  = "{\"klearn\": 1, \"plan\": {" ID ("1") ", \"title\": \"Plan\", \"subjects\": [" SUBJECT "]}}";

/* Words of the small plan, replaced. */
static GBytes *
small_plan_with (const char *from,
                 const char *to)
{
  g_autoptr(GString) text = g_string_new (small_plan);

  if (from != NULL)
    g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  return g_bytes_new (text->str, text->len);
}

static void
import_small (TransferFixture *fixture)
{
  g_autoptr(GBytes) bytes = small_plan_with (NULL, NULL);
  g_autoptr(KlImportPreview) imported = import_bytes (fixture, bytes, FALSE);

  g_assert_cmpuint (kl_import_preview_get_counts (imported)->topics, ==, 1);
}

static KlSubject *
get_subject (KlPlan *plan)
{
  g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);

  return subject;
}

/* What both have: asked, and the library's by default. */
static void
test_values (TransferFixture *fixture,
             gconstpointer    data)
{
  g_autoptr(GBytes) bytes = small_plan_with ("\"Gap\", \"open\": true", "\"Hole\", \"open\": false");
  g_autoptr(KlImportPreview) mine = NULL;
  g_autoptr(KlImportPreview) file = NULL;
  g_autoptr(KlPlan) kept = NULL;
  g_autoptr(KlPlan) taken = NULL;
  g_autoptr(KlGap) gap = NULL;
  g_autoptr(KlGap) hole = NULL;

  import_small (fixture);
  mine = import_bytes (fixture, bytes, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (kl_import_preview_get_questions (mine)), ==, 2);
  kept = read_plan (fixture, UUID ("1"), NULL);
  gap = g_list_model_get_item (kl_subject_get_gaps (get_subject (kept)), 0);
  g_assert_cmpstr (kl_gap_get_text (gap), ==, "Gap");
  g_assert_true (kl_gap_get_open (gap));

  file = import_bytes (fixture, bytes, TRUE);
  g_assert_cmpuint (kl_import_preview_get_counts (file)->changed, ==, 1);
  taken = read_plan (fixture, UUID ("1"), NULL);
  hole = g_list_model_get_item (kl_subject_get_gaps (get_subject (taken)), 0);
  g_assert_cmpstr (kl_gap_get_text (hole), ==, "Hole");
  g_assert_false (kl_gap_get_open (hole));
}

/* What only one side has is there on both. */
static void
test_additions (TransferFixture *fixture,
                gconstpointer    data)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Topic");
  g_autoptr(KlPoint) own
    = g_object_new (KL_TYPE_POINT, "owner", UUID ("2"), "position", (gint64) 2, "text", "Mine", NULL);
  g_autoptr(GBytes) bytes = small_plan_with (
    "\"source\": \"s3\"}", "\"source\": \"s3\", \"note\": \"New\"}, {" ID ("7") ", \"text\": \"Theirs\"}");
  g_autoptr(KlImportPreview) imported = NULL;
  g_autoptr(KlImportPreview) again = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlPoint) first = NULL;

  import_small (fixture);
  kl_change_insert (change, KL_RECORD (own));
  transfer_fixture_apply (fixture, change);
  imported = import_bytes (fixture, bytes, FALSE);
  g_assert_cmpuint (kl_import_preview_get_counts (imported)->points, ==, 1);
  g_assert_cmpuint (kl_import_preview_get_counts (imported)->changed, ==, 1);
  plan = read_plan (fixture, UUID ("1"), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (get_subject (plan))), ==, 3);
  first = g_list_model_get_item (kl_subject_get_points (get_subject (plan)), 0);
  g_assert_cmpstr (kl_point_get_note (first), ==, "New");
  again = import_bytes (fixture, bytes, FALSE);
  g_assert_false (kl_import_preview_has_changes (again));
}

/* Two computers recorded the second attempt, each its own: three there are. */
static void
test_attempts (TransferFixture *fixture,
               gconstpointer    data)
{
  g_autoptr(KlAttempt) own
    = g_object_new (KL_TYPE_ATTEMPT, "explanation", "Mine", "date", "2025-10-11", "low", 80.0, "high", 80.0, NULL);
  g_autoptr(GBytes) theirs = small_plan_with (
    "\"source\": \"s5\"}",
    "\"source\": \"s5\"}, {" ID (
      "8") ", \"number\": 2, \"date\": \"2025-10-12\", \"low\": 90, \"high\": 90, \"explanation\": \"Theirs\"}");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) imported = NULL;
  g_autoptr(KlImportPreview) again = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlPlan) before = NULL;
  gboolean recorded;

  import_small (fixture);
  before = read_plan (fixture, UUID ("1"), NULL);
  kl_library_record_attempt_async (fixture->library, get_subject (before), own, NULL, transfer_fixture_done_cb,
                                   &result);
  recorded = kl_library_record_attempt_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (recorded);

  imported = import_bytes (fixture, theirs, FALSE);
  g_assert_cmpuint (kl_import_preview_get_counts (imported)->attempts, ==, 1);
  again = import_bytes (fixture, theirs, FALSE);
  g_assert_false (kl_import_preview_has_changes (again));
  plan = read_plan (fixture, UUID ("1"), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (get_subject (plan))), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (kl_subject_get_attempts (get_subject (plan)), i);

      g_assert_cmpint (kl_attempt_get_number (attempt), ==, i + 1);
    }
}

/* Both computers read the same line of the same document, and gave it an id each. */
static void
test_same_line (TransferFixture *fixture,
                gconstpointer    data)
{
  g_autoptr(GBytes) bytes = small_plan_with (
    "\"id\": \"" UUID ("5") "\"", "\"id\": \"" UUID ("9") "\", \"feedback\": [{" ID ("8") ", \"text\": \"Said\"}]");
  g_autoptr(KlImportPreview) imported = NULL;
  g_autoptr(KlImportPreview) again = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlAttempt) attempt = NULL;

  import_small (fixture);
  imported = import_bytes (fixture, bytes, FALSE);
  plan = read_plan (fixture, UUID ("1"), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (get_subject (plan))), ==, 1);
  attempt = g_list_model_get_item (kl_subject_get_attempts (get_subject (plan)), 0);
  g_assert_cmpstr (kl_record_get_id (KL_RECORD (attempt)), ==, UUID ("5"));
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_feedback (attempt)), ==, 1);
  again = import_bytes (fixture, bytes, FALSE);
  g_assert_false (kl_import_preview_has_changes (again));
}

/* What was recorded stays, and another score is an amendment. */
static void
test_other_score (TransferFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr(GBytes) bytes = small_plan_with ("\"low\": 70, \"high\": 70", "\"low\": 75, \"high\": 75");
  g_autoptr(KlImportPreview) imported = NULL;
  g_autoptr(KlImportPreview) again = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlAttempt) attempt = NULL;

  import_small (fixture);
  imported = import_bytes (fixture, bytes, FALSE);
  plan = read_plan (fixture, UUID ("1"), NULL);
  attempt = g_list_model_get_item (kl_subject_get_attempts (get_subject (plan)), 0);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (attempt), 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 75, 1e-9);
  again = import_bytes (fixture, bytes, FALSE);
  g_assert_false (kl_import_preview_has_changes (again));
}

static void
test_draft (TransferFixture *fixture,
            gconstpointer    data)
{
  g_autoptr(GBytes) bytes
    = small_plan_with ("\"id\": \"" UUID ("6") "\", \"text\": \"Words\"", ID ("7") ", \"text\": \"Others\"");
  g_autoptr(KlImportPreview) imported = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlDraft) draft = NULL;

  import_small (fixture);
  imported = import_bytes (fixture, bytes, FALSE);
  g_assert_false (kl_import_preview_has_changes (imported));
  g_assert_cmpuint (kl_import_preview_get_notes (imported)->len, ==, 1);
  plan = read_plan (fixture, UUID ("1"), NULL);
  draft = g_list_model_get_item (kl_subject_get_drafts (get_subject (plan)), 0);
  g_assert_cmpstr (kl_draft_get_text (draft), ==, "Words");
}

static void
test_undo (TransferFixture *fixture,
           gconstpointer    data)
{
  import_small (fixture);
  transfer_fixture_undo (fixture);
  g_assert_cmpuint (count_plans (fixture), ==, 0);
  /* The draft is still there, for redo; it is not in the way. */
  import_small (fixture);
  g_assert_cmpuint (count_plans (fixture), ==, 1);
}

/* A copy that a person made by changing the plan's id only. */
static void
test_clash (TransferFixture *fixture,
            gconstpointer    data)
{
  g_autoptr(GBytes) copy = small_plan_with ("\"id\": \"" UUID ("1") "\"", ID ("9"));

  import_small (fixture);
  assert_refused (fixture, copy, NULL, KL_STORAGE_ERROR, UUID ("2"));
  g_assert_cmpuint (count_plans (fixture), ==, 1);
}

static void
test_other_kind (TransferFixture *fixture,
                 gconstpointer    data)
{
  g_autoptr(GBytes) bytes = small_plan_with ("\"gaps\": [", "\"sessions\": [{" ID ("3") "}], \"gaps\": [");
  g_autoptr(GBytes) swapped = NULL;
  g_autoptr(GString) text = g_string_new (small_plan);

  import_small (fixture);
  assert_refused (fixture, bytes, NULL, KL_EXCHANGE_ERROR, "something else in this file");
  g_string_replace (text, UUID ("3"), UUID ("9"), 0);
  g_string_replace (text, UUID ("4"), UUID ("3"), 0);
  swapped = g_bytes_new (text->str, text->len);
  assert_refused (fixture, swapped, NULL, KL_EXCHANGE_ERROR, "something else in the library");
}

static void
test_titles (TransferFixture *fixture,
             gconstpointer    data)
{
  g_autoptr(GBytes) bytes = small_plan_with (NULL, NULL);
  g_autoptr(GBytes) other = g_bytes_new_static ("# Other\n\n## T\n\n- P\n", 19);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) markdown = NULL;
  g_autoptr(KlImportPreview) named = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) apply = NULL;
  g_autoptr(KlImportPreview) applied = NULL;

  kl_importer_read_bytes_async (fixture->importer, other, "other.md", NULL, NULL, NULL, NULL, transfer_fixture_done_cb,
                                &read);
  markdown = kl_importer_read_finish (fixture->importer, transfer_fixture_wait_for (&read), &error);
  g_assert_no_error (error);
  kl_importer_apply_async (fixture->importer, markdown, NULL, transfer_fixture_done_cb, &apply);
  applied = kl_importer_apply_finish (fixture->importer, transfer_fixture_wait_for (&apply), &error);
  g_assert_no_error (error);

  assert_refused (fixture, bytes, "other", KL_EXCHANGE_ERROR, "another plan than the one in the file");
  named = preview_bytes (fixture, bytes, "New name", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kl_import_preview_get_title (named), ==, "New name");
  g_assert_true (kl_import_preview_get_is_new (named));
}

#define ADD(name, func)                                                                                                \
  g_test_add (name, TransferFixture, NULL, transfer_fixture_set_up, func, transfer_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  static const char *const example[] = { "data", "example-plan.md" };
  static const char *const real[] = { "../shared/plans", "eks-kubernetes-learning-plan.md" };

  g_test_init (&argc, &argv, NULL);

  ADD ("/json-import/random", test_random);
  g_test_add ("/json-import/example", TransferFixture, example, transfer_fixture_set_up, test_file,
              transfer_fixture_tear_down);
  g_test_add ("/json-import/real", TransferFixture, real, transfer_fixture_set_up, test_file,
              transfer_fixture_tear_down);
  ADD ("/json-import/values", test_values);
  ADD ("/json-import/additions", test_additions);
  ADD ("/json-import/attempts", test_attempts);
  ADD ("/json-import/same-line", test_same_line);
  ADD ("/json-import/other-score", test_other_score);
  ADD ("/json-import/draft", test_draft);
  ADD ("/json-import/undo", test_undo);
  ADD ("/json-import/clash", test_clash);
  ADD ("/json-import/other-kind", test_other_kind);
  ADD ("/json-import/titles", test_titles);

  return g_test_run ();
}
