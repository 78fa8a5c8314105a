/* test-read-again.c: reading only what was changed amounts to the same as reading everything */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "exchange/kl-merge-cover.h"
#include "model/kl-point.h"

#define N_DOCUMENTS 40
#define N_EDITS     25

static const char *const titles[] = {
  "Pods", "Services", "DNS / Service Discovery", "Ingress and Controllers", "Kubernetes Architecture", "Overview",
  "Storage", "Überblick", "ネットワーク", "التخزين", "Overview", "Storage!",
  "3. Storage", "2.1 Ingress and Controllers",
};
static const char *const points[] = {
  "one address for many pods", "Control Plane: the API server, etcd, scheduler", "Data Plane: kubelet, kube-proxy",
  "Storage (mentioned above)", "Overview (see below)", "kube-proxy writes rules", "[x] done already", "[ ] to be done",
  "Not covered", "Mentioned, but not deep", "a **bold** point with `code`", "名前解決", "اسم واحد", "Why: it matters",
};
static const char *const lines[] = {
  "**Gaps identified:**", "**Topics covered:**", "**Status:** Deep dive complete", "**Prerequisites:** Storage, Pods",
  "**Time:** 30 minutes", "Some prose about it.", "> a quote", "```", "---", "| a | b |", "<div>", "**Unknown label:**",
  "", "**Score: 🟢 Strong (95%)**", "**What you nailed:**", "**Date: 2026-02-03**", "- ❌ a → ✅ b", "[ref]: http://x",
  "    indented", "1. numbered", "Underlined", "======", "## Scores", "#### Deeper",
  "10.10.2026", "**Datum:** October 3rd, 2026",
};

static const char *
choose (GRand             *rand,
        const char *const *texts,
        guint              n_texts)
{
  return texts[g_rand_int_range (rand, 0, (int) n_texts)];
}

#define CHOOSE(rand, texts) choose (rand, texts, G_N_ELEMENTS (texts))

static void
append_line (GString *text,
             GRand   *rand)
{
  if (g_rand_boolean (rand))
    g_string_append_printf (text, "%s- %s %d\n", g_rand_int_range (rand, 0, 6) == 0 ? "  " : "", CHOOSE (rand, points),
                            g_rand_int_range (rand, 0, 4));
  else if (g_rand_int_range (rand, 0, 8) > 0)
    g_string_append_printf (text, "- %s\n", CHOOSE (rand, points));
  else
    g_string_append_printf (text, "%s\n", CHOOSE (rand, lines));
}

static void
append_section (GString    *text,
                GRand      *rand,
                const char *title,
                gboolean    is_score)
{
  g_string_append_printf (text, "### %s\n", title);
  if (is_score)
    g_string_append_printf (text, "**Score: 🟡 Good (%d%%)**\n\n**What you nailed:**\n",
                            g_rand_int_range (rand, 50, 100));
  for (int i = g_rand_int_range (rand, 0, 7); i > 0; i--)
    append_line (text, rand);
  g_string_append_c (text, '\n');
}

static char *
dup_title (GRand *rand)
{
  /* Most topics have a name of their own. */
  return g_rand_int_range (rand, 0, 5) == 0 ? g_strdup (CHOOSE (rand, titles))
                                            : g_strdup_printf ("%sTopic %d",
                                                               g_rand_int_range (rand, 0, 6) == 0 ? "4. " : "",
                                                               g_rand_int_range (rand, 0, 60));
}

static char *
dup_scored_title (GRand *rand)
{
  static const char *const ends[] = { " – second attempt", " – 🟢 Strong (91%)", ": 8/10", " (80%)" };
  g_autofree char *title = dup_title (rand);

  return g_strconcat (title, g_rand_int_range (rand, 0, 3) == 0 ? CHOOSE (rand, ends) : "", NULL);
}

static char *
new_document (GRand *rand)
{
  GString *text = g_string_new ("# Plan\n\nAn introduction.\n\n## Deep Dives Completed ✅\n\n");

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *title = dup_title (rand);

      append_section (text, rand, title, FALSE);
      if (i == 30)
        g_string_append (text, "## Surface-Level Knowledge 📖\n\n");
    }
  g_string_append (text, "## Not Yet Covered ⏳\n- Listed topic\n  - its point\n- Storage\n\n"
                         "## Retention Scores 📊\n\n**Date:** 2026-01-02\n\n");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = i == 0 ? g_strdup ("Control Plane Architecture") : i == 1 ? g_strdup ("Data Plane")
                                                                                        : dup_scored_title (rand);

      append_section (text, rand, title, TRUE);
    }
  g_string_append (text, "### Overall Assessment\n**Strengths:**\n- explains Pods well\n\n"
                         "**Next retention exercises to try:**\n1. Explain how kube-proxy writes rules for Topic 7\n"
                         "2. One address for many pods, and Storage\n\n## Learning Strategy\n\n### Scoring System\n"
                         "- 🟢 **Strong (90-100%):** solid\n- 🟡 **Good (70-89%):** mostly\n");
  return g_string_free (text, FALSE);
}

/* Changes a line, takes one out or puts one in. */
static char *
edit (GRand      *rand,
      const char *text)
{
  g_auto(GStrv) all = g_strsplit (text, "\n", -1);
  guint at = (guint) g_rand_int_range (rand, 0, (int) g_strv_length (all));
  GString *edited = g_string_new (NULL);
  int what = g_rand_int_range (rand, 0, 4);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (i == at && what <= 1)
        append_line (edited, rand);
      if (i == at && what == 3)
        g_string_append_printf (edited, "%s more", all[i]);
      else if (i != at || what != 1)
        g_string_append (edited, i == at && what == 2 ? "" : all[i]);
      if (all[i + 1] != NULL && !(i == at && what == 1))
        g_string_append_c (edited, '\n');
    }
  return g_string_free (edited, FALSE);
}

/* An id that the library does not have is a new one, which chance made. */
static const char *
known (KlPlan     *plan,
       GHashTable *ids,
       const char *id)
{
  return id == NULL || g_hash_table_contains (ids, id) ? id : "(new)";
}

static void
collect_ids (KlRecord   *record,
             GHashTable *ids)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  g_hash_table_add (ids, g_strdup (kl_record_get_id (record)));
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          collect_ids (child, ids);
        }
    }
}

static void
describe_field (GString       *text,
                KlPlan        *plan,
                GHashTable    *ids,
                KlRecord      *record,
                const KlField *field)
{
  if (field->kind == KL_FIELD_REFERENCE)
    g_string_append_printf (text, " %s=%s", field->name, known (plan, ids, kl_record_get_string (record, field)));
  else if (field->kind == KL_FIELD_STRING)
    g_string_append_printf (text, " %s=%s", field->name, kl_record_get_string (record, field));
  else if (field->kind == KL_FIELD_NUMBER)
    g_string_append_printf (text, " %s=%g", field->name, kl_record_get_number (record, field));
  else
    g_string_append_printf (text, " %s=%d", field->name, (int) kl_record_get_integer (record, field));
}

static char *
describe_operation (const KlOperation *operation,
                    KlPlan            *plan,
                    GHashTable        *ids)
{
  GString *text = g_string_new (g_type_name (operation->type));

  if (operation->kind == KL_OPERATION_INSERT)
    {
      KlRecordClass *klass = KL_RECORD_GET_CLASS (operation->record);

      g_string_append_printf (text, " new in %s at %d", known (plan, ids, kl_record_get_owner (operation->record)),
                              (int) kl_record_get_position (operation->record));
      for (guint i = 0; i < klass->n_fields; i++)
        describe_field (text, plan, ids, operation->record, &klass->fields[i]);
    }
  else if (operation->kind == KL_OPERATION_SET)
    {
      g_autofree char *value = g_strdup_value_contents (&operation->value);

      g_string_append_printf (text, " %s %s=%s", operation->id, operation->field->name,
                              operation->field->kind == KL_FIELD_REFERENCE && G_VALUE_HOLDS_STRING (&operation->value)
                                ? known (plan, ids, g_value_get_string (&operation->value))
                                : value);
    }
  else
    {
      g_string_append_printf (text, " %s goes", operation->id);
    }
  return g_string_free (text, FALSE);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe (KlMerge *merge,
          KlPlan  *plan)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  KlChange *change = kl_merge_get_change (merge);

  collect_ids (KL_RECORD (plan), ids);
  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    g_ptr_array_add (all, describe_operation (kl_change_get_operation (change, i), plan, ids));
  g_ptr_array_sort (all, compare_cb);
  g_ptr_array_add (all, NULL);
  return g_strjoinv ("\n", (char **) all->pdata);
}

/* As the library gives it: the plan with only these subjects. */
static KlPlan *
dup_part (KlPlan     *plan,
          const char *sources)
{
  KlRecord *part = kl_record_copy (KL_RECORD (plan));
  KlRecordClass *klass = KL_RECORD_GET_CLASS (plan);
  g_auto(GStrv) keys = g_strsplit (sources, " ", -1);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = G_LIST_MODEL (kl_record_get_list (KL_RECORD (plan), &klass->lists[i]));
      GListStore *of_part = kl_record_get_list (part, &klass->lists[i]);

      g_list_store_remove_all (of_part);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          if (!KL_IS_SUBJECT (child)
              || g_strv_contains ((const char *const *) keys, kl_subject_get_source (KL_SUBJECT (child))))
            g_list_store_append (of_part, child);
        }
    }
  return KL_PLAN (part);
}

/* Returns whether less than everything had to be read. */
static gboolean
check_edit (const char *before,
            const char *now)
{
  g_autoptr(KlImport) library = fixture_read (before);
  g_autoptr(GBytes) bytes = g_bytes_new (now, strlen (now));
  g_autoptr(GError) error = NULL;
  KlPlan *plan = kl_import_get_plan (library);
  KlDocument *document = kl_import_get_document (library);
  g_autoptr(KlImport) part = kl_markdown_reader_read_again (bytes, document, NULL, NULL, NULL, &error);
  g_autoptr(KlImport) whole = NULL;
  g_autoptr(KlMerge) part_merge = NULL;
  g_autoptr(KlMerge) whole_merge = NULL;
  g_autoptr(KlPlan) part_plan = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (kl_document_get_text (kl_import_get_document (part)), ==, now);
  if (kl_import_get_base (part) == NULL || strcmp (before, now) == 0)
    return FALSE;

  sources = kl_merge_cover_dup_sources (kl_import_get_base (part));
  part_plan = dup_part (plan, sources);
  if (!kl_merge_cover_is_whole (part, kl_import_get_base (part), part_plan))
    return FALSE;

  whole = fixture_read (now);
  whole_merge = kl_merge_new (whole, plan, document, NULL, NULL, &error);
  g_assert_no_error (error);
  part_merge = kl_merge_new (part, part_plan, document, NULL, NULL, &error);
  g_assert_no_error (error);
  expected = describe (whole_merge, plan);
  found = describe (part_merge, plan);
  if (strcmp (expected, found) != 0)
    g_test_message ("before:\n%s\nnow:\n%s", before, now);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (kl_merge_get_counts (part_merge)->changed, ==, kl_merge_get_counts (whole_merge)->changed);
  g_assert_cmpuint (kl_merge_get_counts (part_merge)->removed, ==, kl_merge_get_counts (whole_merge)->removed);
  g_assert_cmpuint (kl_merge_get_counts (part_merge)->points, ==, kl_merge_get_counts (whole_merge)->points);
  return TRUE;
}

static void
test_same (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_parts = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autofree char *text = new_document (rand);

      for (guint j = 0; j < N_EDITS; j++)
        {
          g_autofree char *edited = edit (rand, text);

          n_parts += check_edit (text, edited) ? 1 : 0;
        }
    }
  g_test_message ("%u of %u edits needed only a part of the document", n_parts, (guint) (N_DOCUMENTS * N_EDITS));
  /* A date among scores needs the whole document, and there are many here. */
  g_assert_cmpuint (n_parts, >, N_DOCUMENTS * N_EDITS / 10);
}

/* Notes are told with the lines of the document. */
static void
test_lines (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  g_autofree char *text = new_document (rand);
  g_autofree char *before
    = g_strconcat (text, "\n## More\n\n### Alone\n**Topics covered:**\n- a\n\n### Last\n- z\n", NULL);
  g_auto(GStrv) halves = g_strsplit (before, "- a\n\n### Last", 2);
  g_autofree char *now = g_strconcat (halves[0], "- b\n\n**No such label:**\n- c\n\n### Last", halves[1], NULL);
  g_autoptr(KlImport) library = fixture_read (before);
  g_autoptr(GBytes) bytes = g_bytes_new (now, strlen (now));
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImport) part
    = kl_markdown_reader_read_again (bytes, kl_import_get_document (library), NULL, NULL, NULL, &error);
  g_autoptr(KlImport) whole = fixture_read (now);
  GPtrArray *notes = kl_import_get_notes (part);

  g_assert_no_error (error);
  g_assert_nonnull (kl_import_get_base (part));
  for (guint i = 0; i < notes->len; i++)
    {
      KlImportNote *note = notes->pdata[i];

      g_assert_true (fixture_has_note (whole, note->line, note->message));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-again/same", test_same);
  g_test_add_func ("/read-again/lines", test_lines);
  return g_test_run ();
}
