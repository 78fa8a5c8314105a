/* test-both-sides.c: whatever is changed in KLearn and in the document meanwhile, importing again loses no attempt and
 * doubles none, and what is exported then brings nothing
 */

#include "config.h"

#include <string.h>

#include "exchange/kl-markdown-writer.h"
#include "model/kl-attempt.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"
#include "transfer-fixture.h"

#define N_ROUNDS 40
#define N_TOPICS 7

static const char *const words[] = {
  "water", "fire",    "granite", "basalt", "river",    "glacier", "volcano", "mantle",
  "crust", "fossil",  "strata",  "quartz", "ocean",    "plate",   "erosion", "magma",
  "tides", "current", "island",  "desert", "sediment", "canyon",  "ridge",   "delta",
};

static const char *
any_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static void
append_topic (GString *text,
              guint    number,
              gboolean deep)
{
  static const char *const boxes[] = { "", "", "[x] ", "[ ] ", "✅ " };
  int n_points = g_test_rand_int_range (1, 5);

  g_string_append_printf (text, "### %s and %s %u\n", any_word (), any_word (), number);
  if (deep)
    g_string_append (text, "**Status:** Deep dive complete\n\n**Topics covered:**\n");
  for (int i = 0; i < n_points; i++)
    g_string_append_printf (text, "%s- %s%s makes %s %u.%d\n", i > 0 && chance (20) ? "  " : "",
                            deep ? "" : boxes[g_test_rand_int_range (0, G_N_ELEMENTS (boxes))], any_word (),
                            any_word (), number, i);
  if (deep && chance (50))
    g_string_append_printf (text, "\n**Gaps identified:**\n- what %s does to %s %u\n", any_word (), any_word (),
                            number);
  if (chance (30))
    g_string_append_printf (text, "\nSome words about %s.\n", any_word ());
  g_string_append_c (text, '\n');
}

static char *
dup_title (const char *topic)
{
  return g_strndup (topic + strlen ("### "), strcspn (topic, "\n") - strlen ("### "));
}

/* A plan as people write it: topics of three depths, and scores for some of them. */
static char *
dup_document (void)
{
  g_autoptr(GString) text = g_string_new ("# Earth\n\nWhy I learn this.\n\n## Deep Dives Completed\n\n");
  g_autoptr(GString) scores = g_string_new ("## Retention Scores\n\n**Date: 2026-01-02**\n\n");

  for (guint i = 0; i < N_TOPICS; i++)
    {
      gsize start;
      g_autofree char *title = NULL;

      if (i == 3)
        g_string_append (text, "## Not Yet Covered\n\n");
      if (i == 5)
        g_string_append (text, "## More of It\n\n");
      start = text->len;
      append_topic (text, i, i < 3);
      title = dup_title (text->str + start);
      if (chance (60))
        g_string_append_printf (scores, "### %s\n**Score: Good (%u%%)**\n\n**What you nailed:**\n- %s\n\n", title,
                                60 + i, any_word ());
    }
  g_string_append (text, scores->str);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the document, edited elsewhere */

static gboolean
is_point (const char *line)
{
  const char *text = line + strspn (line, " ");

  return g_str_has_prefix (text, "- ") && strchr (text, '.') != NULL;
}

/* A point goes with the points below it, or not at all. */
static char *
dup_edited_line (const char *line,
                 const char *next)
{
  if (is_point (line))
    switch (g_test_rand_int_range (next != NULL && g_str_has_prefix (next, "  ") ? 1 : 0, 4))
      {
      case 0:
        return g_strdup ("");
      case 1:
        return g_strdup_printf ("%s, as is said\n", line);
      case 2:
        return g_strdup_printf ("%s\n- new by hand %d\n", line, g_test_rand_int_range (0, 1000));
      default:
        return g_strdup_printf ("- moved up %d\n%s\n", g_test_rand_int_range (0, 1000), line);
      }
  return g_strdup_printf ("%s\n", line);
}

/* A heading has the same new words wherever it stands, as whoever replaces them all does it. */
static char *
dup_renamed (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *title = NULL;
  g_autofree char *renamed = NULL;
  g_auto(GStrv) parts = NULL;
  guint n = (guint) g_test_rand_int_range (0, N_TOPICS);

  for (guint i = 0; lines[i] != NULL && title == NULL; i++)
    if (g_str_has_prefix (lines[i], "### ") && n-- == 0)
      title = g_strdup_printf ("%s\n", lines[i]);
  if (title == NULL)
    return g_strdup (text);
  renamed = g_strdup_printf ("%.*s in full\n", (int) strlen (title) - 1, title);
  parts = g_strsplit (text, title, -1);
  return g_strjoinv (renamed, parts);
}

/* One topic's section changes places with the next. */
static char *
dup_swapped (const char *text)
{
  const char *first = strstr (text, "### ");
  const char *second = first != NULL ? strstr (first + 1, "\n### ") : NULL;
  const char *third = second != NULL ? strstr (second + 1, "\n### ") : NULL;

  if (third == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%.*s%.*s%.*s%s", (int) (first - text), text, (int) (third - second), second + 1,
                          (int) (second + 1 - first), first, third + 1);
}

static char *
dup_edited_elsewhere (const char *text)
{
  g_autofree char *renamed = chance (40) ? dup_renamed (text) : g_strdup (text);
  g_autofree char *swapped = chance (30) ? dup_swapped (renamed) : g_strdup (renamed);
  g_auto(GStrv) lines = g_strsplit (swapped, "\n", -1);
  g_autoptr(GString) edited = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && (lines[i + 1] != NULL || *lines[i] != '\0'); i++)
    {
      g_autofree char *line = chance (12) ? dup_edited_line (lines[i], lines[i + 1])
                                          : g_strdup_printf ("%s\n", lines[i]);

      g_string_append (edited, line);
    }
  return g_string_free (g_steal_pointer (&edited), FALSE);
}

/* --- the plan, edited in KLearn */

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

static KlRecord *
any_item (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  return n > 0 ? g_list_model_get_item (list, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
}

static void
edit_point (KlChange  *change,
            KlSubject *subject)
{
  g_autoptr(KlRecord) point = any_item (kl_subject_get_points (subject));
  g_autofree char *text = NULL;

  if (point == NULL)
    return;
  text = g_strdup_printf ("%s, I think", kl_point_get_text (KL_POINT (point)));
  if (chance (40))
    kl_change_set_string (change, point, "text", text);
  else if (chance (50))
    kl_change_set_integer (change, point, "depth", g_test_rand_int_range (KL_DEPTH_NONE, KL_DEPTH_DEEP + 1));
  else
    kl_change_remove (change, KL_TYPE_POINT, kl_record_get_id (point));
}

static void
add_item (KlChange  *change,
          KlSubject *subject)
{
  g_autofree char *text = g_strdup_printf ("mine: %s %d", any_word (), g_test_rand_int_range (0, 1000));
  g_autoptr(KlRecord) item = g_object_new (chance (50) ? KL_TYPE_POINT : KL_TYPE_GAP, "text", text, "owner",
                                           kl_record_get_id (KL_RECORD (subject)), "position", (gint64) 99, NULL);

  /* One without a depth has that of the list that it is written into. */
  if (KL_IS_POINT (item))
    g_object_set (item, "depth", kl_subject_get_depth (subject), NULL);
  kl_change_insert (change, item);
}

static void
edit_subject (KlChange  *change,
              KlSubject *subject)
{
  g_autofree char *title = g_strdup_printf ("%s of mine", kl_subject_get_title (subject));

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      kl_change_set_string (change, KL_RECORD (subject), "title", title);
      break;

    case 1:
      kl_change_set_string (change, KL_RECORD (subject), "notes", "Words of mine.");
      break;

    case 2:
      add_item (change, subject);
      break;

    default:
      edit_point (change, subject);
      break;
    }
}

static void
record_attempt (TransferFixture *fixture,
                KlSubject       *subject)
{
  double score = g_test_rand_int_range (0, 60);
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "explanation", "It is so.", "date", "2026-02-03", "low",
                                               score, "high", score, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean recorded;

  kl_library_record_attempt_async (fixture->library, subject, attempt, NULL, transfer_fixture_done_cb, &result);
  recorded = kl_library_record_attempt_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (recorded);
}

static void
edit_here (TransferFixture *fixture,
           const char      *id)
{
  g_autoptr(KlPlan) plan = read_plan (fixture, id, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (plan));
  GListModel *subjects = kl_plan_get_subjects (plan);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (kl_subject_get_kind (subject) != KL_SUBJECT_TOPIC)
        continue;
      if (chance (40))
        edit_subject (change, subject);
      if (chance (30))
        record_attempt (fixture, subject);
    }
  if (kl_change_get_n_operations (change) > 0)
    transfer_fixture_apply (fixture, change);
}

/* --- what must hold */

/* Each attempt by its id, and the subject that it is of. */
static GHashTable *
collect_attempts (KlPlan *plan)
{
  GHashTable *attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GListModel *subjects = kl_plan_get_subjects (plan);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *list = kl_subject_get_attempts (subject);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) attempt = g_list_model_get_item (list, j);

          g_hash_table_insert (attempts, g_strdup (kl_record_get_id (attempt)),
                               g_strdup (kl_record_get_id (KL_RECORD (subject))));
        }
    }
  return attempts;
}

static KlImportPreview *
preview_text (TransferFixture *fixture,
              GBytes          *bytes)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlImportPreview *preview;

  kl_importer_read_bytes_async (fixture->importer, bytes, "earth.md", NULL, NULL, NULL, NULL, transfer_fixture_done_cb,
                                &result);
  preview = kl_importer_read_finish (fixture->importer, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  return preview;
}

static void
answer (KlImportPreview *preview)
{
  GListModel *questions = kl_import_preview_get_questions (preview);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (questions, i);

      if (kl_import_question_is_conflict (question) && chance (50))
        kl_import_question_set_answer (question, KL_IMPORT_ANSWER_FILE);
    }
}

static KlImportPreview *
import_text (TransferFixture *fixture,
             GBytes          *bytes)
{
  g_autoptr(KlImportPreview) preview = preview_text (fixture, bytes);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlImportPreview *applied;

  answer (preview);
  kl_importer_apply_async (fixture->importer, preview, NULL, transfer_fixture_done_cb, &result);
  applied = kl_importer_apply_finish (fixture->importer, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (applied);
  return applied;
}

static GBytes *
export_plan (TransferFixture *fixture,
             const char      *id)
{
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = read_plan (fixture, id, &document);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = kl_markdown_writer_write (plan, document, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
assert_attempts_stay (GHashTable *before,
                      GHashTable *after)
{
  GHashTableIter iter;
  gpointer id, subject;

  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &subject))
    g_assert_cmpstr (g_hash_table_lookup (after, id), ==, subject);
}

/* What was exported is what the library has: importing it brings nothing, and exporting again the same bytes. */
static void
assert_export_brings_nothing (TransferFixture *fixture,
                              const char      *id)
{
  g_autoptr(GBytes) written = export_plan (fixture, id);
  g_autoptr(KlImportPreview) preview = preview_text (fixture, written);
  const KlMergeCounts *counts = kl_import_preview_get_counts (preview);
  g_autoptr(KlImportPreview) applied = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpuint (counts->topics + counts->points + counts->gaps + counts->attempts + counts->exercises, ==, 0);
  g_assert_cmpuint (counts->changed, ==, 0);
  g_assert_cmpuint (counts->removed, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (kl_import_preview_get_questions (preview)), ==, 0);

  applied = import_text (fixture, written);
  again = export_plan (fixture, id);
  first = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  second = g_strndup (g_bytes_get_data (again, NULL), g_bytes_get_size (again));
  g_assert_cmpstr (second, ==, first);
}

static void
check_round (TransferFixture *fixture)
{
  g_autofree char *text = dup_document ();
  g_autofree char *edited = dup_edited_elsewhere (text);
  g_autoptr(GBytes) first = g_bytes_new_static (text, strlen (text));
  g_autoptr(GBytes) second = g_bytes_new_static (edited, strlen (edited));
  g_autoptr(KlImportPreview) imported = import_text (fixture, first);
  const char *id = kl_import_preview_get_plan_id (imported);
  g_autoptr(KlPlan) before = NULL;
  g_autoptr(KlPlan) after = NULL;
  g_autoptr(KlImportPreview) again = NULL;
  g_autoptr(GHashTable) attempts_before = NULL;
  g_autoptr(GHashTable) attempts_after = NULL;

  edit_here (fixture, id);
  before = read_plan (fixture, id, NULL);
  attempts_before = collect_attempts (before);
  if (g_test_verbose ())
    g_test_message ("before:\n%s\nafter:\n%s", text, edited);

  again = import_text (fixture, second);
  g_assert_cmpstr (kl_import_preview_get_plan_id (again), ==, id);
  after = read_plan (fixture, id, NULL);
  attempts_after = collect_attempts (after);
  assert_attempts_stay (attempts_before, attempts_after);
  assert_export_brings_nothing (fixture, id);
}

static void
test_random_edits (TransferFixture *fixture,
                   gconstpointer    data)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      check_round (fixture);
      transfer_fixture_start_anew (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/both-sides/random-edits", TransferFixture, NULL, transfer_fixture_set_up, test_random_edits,
              transfer_fixture_tear_down);

  return g_test_run ();
}
