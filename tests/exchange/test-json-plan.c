/* test-json-plan.c: a plan as JSON and back is the same plan, and JSON that no plan can be made of is named */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "exchange/kl-json-document.h"
#include "exchange/kl-json-plan-reader.h"
#include "exchange/kl-json-plan-writer.h"
#include "exchange/kl-json-shape.h"
#include "random-plan.h"

#define N_RANDOM_PLANS 40

static GBytes *
write_plan (KlPlan     *plan,
            KlDocument *document)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = kl_json_plan_writer_write (plan, document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static KlImport *
read_plan (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  KlImport *import = kl_json_plan_reader_read (bytes, "plan.json", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  g_assert_true (kl_import_is_exact (import));
  return import;
}

static void
assert_same (GBytes *a,
             GBytes *b)
{
  g_autofree char *first = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *second = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (first, ==, second);
}

static void
assert_comes_back (KlPlan     *plan,
                   KlDocument *document)
{
  g_autoptr(GBytes) written = write_plan (plan, document);
  g_autoptr(KlImport) import = read_plan (written);
  g_autoptr(GBytes) again = write_plan (kl_import_get_plan (import), kl_import_get_document (import));

  g_assert_cmpuint (kl_import_get_notes (import)->len, ==, 0);
  assert_same (written, again);
}

static gboolean
has_same_bits (double a,
               double b)
{
  guint64 a_bits;
  guint64 b_bits;

  memcpy (&a_bits, &a, sizeof a_bits);
  memcpy (&b_bits, &b, sizeof b_bits);
  return a_bits == b_bits;
}

static void
assert_equal_records (KlRecord *a,
                      KlRecord *b)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (a);
  guint n_common;
  const KlField *common = kl_record_get_common_fields (&n_common);

  for (guint i = 0; i < klass->n_fields + n_common; i++)
    {
      const KlField *field = i < klass->n_fields ? &klass->fields[i] : &common[i - klass->n_fields];
      double number = field->kind == KL_FIELD_NUMBER ? kl_record_get_number (a, field) : 0;
      double other = field->kind == KL_FIELD_NUMBER ? kl_record_get_number (b, field) : 0;

      if (field->kind == KL_FIELD_STRING || field->kind == KL_FIELD_REFERENCE)
        g_assert_cmpstr (kl_record_get_string (a, field), ==, kl_record_get_string (b, field));
      else if (field->kind == KL_FIELD_NUMBER)
        g_assert_true (has_same_bits (number, other) || (isnan (number) && isnan (other)));
      else
        g_assert_cmpint (kl_record_get_integer (a, field), ==, kl_record_get_integer (b, field));
    }
}

static GHashTable *
index_records (KlRecord   *record,
               GHashTable *index)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  g_hash_table_insert (index, g_strdup (kl_record_get_id (record)), record);
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        index_records (fixture_item (list, j), index);
    }
  return index;
}

/* Not only the same bytes: the same values. */
static void
assert_equal_plans (KlPlan *a,
                    KlPlan *b)
{
  g_autoptr(GHashTable) first
    = index_records (KL_RECORD (a), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  g_autoptr(GHashTable) second
    = index_records (KL_RECORD (b), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  GHashTableIter iter;
  gpointer id;
  gpointer record;

  g_assert_cmpuint (g_hash_table_size (first), ==, g_hash_table_size (second));
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &id, &record))
    assert_equal_records (record, g_hash_table_lookup (second, id));
}

static void
test_random (void)
{
  for (guint i = 0; i < N_RANDOM_PLANS; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      g_autoptr(KlPlan) plan = random_plan (rand);
      g_autoptr(KlDocument) document = g_rand_boolean (rand) ? random_plan_document (rand, plan) : NULL;
      g_autoptr(GBytes) written = write_plan (plan, document);
      g_autoptr(KlImport) import = read_plan (written);

      assert_comes_back (plan, document);
      assert_equal_plans (plan, kl_import_get_plan (import));
      if (document != NULL)
        assert_equal_records (KL_RECORD (document), KL_RECORD (kl_import_get_document (import)));
    }
}

static void
test_file (gconstpointer data)
{
  const char *const *parts = data;
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", parts[0], parts[1], NULL);
  g_autoptr(KlImport) import = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the plan is not beside the project");
      return;
    }
  import = fixture_read_path (path);
  assert_comes_back (kl_import_get_plan (import), kl_import_get_document (import));
}

/* Points that are nested deeper than JSON may be. */
static void
test_deep (void)
{
  g_autoptr(GString) text = g_string_new ("# Plan\n\n## Topic\n\n");
  g_autoptr(KlImport) import = NULL;

  for (int i = 0; i < 40; i++)
    g_string_append_printf (text, "%*s- Point %d\n", i * 2, "", i);
  import = fixture_read (text->str);
  assert_comes_back (kl_import_get_plan (import), kl_import_get_document (import));
}

/* What refers to something that was deleted refers to nothing; what stands in a circle is there all the same. */
static void
test_loose_ends (void)
{
  g_autoptr(KlImport) import = fixture_read ("# Plan\n\n## Topic\n\n- One\n- Two\n");
  KlPlan *plan = kl_import_get_plan (import);
  GListModel *points = kl_subject_get_points (fixture_subject (import, "Topic"));
  KlRecord *one = fixture_item (points, 0);
  KlRecord *two = fixture_item (points, 1);
  g_autofree char *nobody = g_uuid_string_random ();
  g_autoptr(GBytes) written = NULL;
  g_autoptr(KlImport) again = NULL;

  g_object_set (one, "parent", kl_record_get_id (two), "target", nobody, NULL);
  g_object_set (two, "parent", kl_record_get_id (one), NULL);
  written = write_plan (plan, NULL);
  again = read_plan (written);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (fixture_subject (again, "Topic"))), ==, 2);
  g_assert_null (kl_import_get_document (again));
}

/* A topic or plan without a title comes back with an empty one: what was written can be read. */
static void
test_no_title (void)
{
  g_autoptr(KlImport) import = fixture_read ("# Plan\n\n## Topic\n\n- One\n");
  KlPlan *plan = kl_import_get_plan (import);

  g_object_set (fixture_subject (import, "Topic"), "title", NULL, NULL);
  g_object_set (plan, "title", NULL, NULL);
  assert_comes_back (plan, NULL);
}

#define ID_1 "\"id\": \"00000000-0000-4000-8000-000000000001\""
#define ID_2 "\"id\": \"00000000-0000-4000-8000-000000000002\""
#define ID_3 "\"id\": \"00000000-0000-4000-8000-000000000003\""
#define ID_4 "\"id\": \"00000000-0000-4000-8000-000000000004\""
#define PLAN(members) "{\"klearn\": 1, \"plan\": {" ID_1 ", \"title\": \"P\", " members "}}"
#define SUBJECT(members) PLAN ("\"subjects\": [{" ID_2 ", \"title\": \"S\", " members "}]")
#define ATTEMPT(members) SUBJECT ("\"attempts\": [{" ID_3 ", " members "}]")

static void
test_refused (void)
{
  static const char *const bad[][3] = {
    { "[]", "$: ", "no plan that KLearn exported" },
    { "{}", "$: ", "no plan that KLearn exported" },
    { "1", "$: ", "no plan that KLearn exported" },
    { "{\"klearn\": \"1\"}", "$: ", "no plan that KLearn exported" },
    { "{\"klearn\": 0}", "$: ", "no plan that KLearn exported" },
    { "{\"klearn\": 2, \"plan\": {}}", "$.klearn: ", "newer KLearn" },
    { "{\"klearn\": 1}", "$.plan: ", "object" },
    { "{\"klearn\": 1, \"plan\": []}", "$.plan: ", "object" },
    { "{\"klearn\": 1, \"plan\": {\"title\": \"P\"}}", "$.plan.id: ", "an id such as" },
    { "{\"klearn\": 1, \"plan\": {\"id\": \"../../x\", \"title\": \"P\"}}", "$.plan.id: ", "an id such as" },
    { "{\"klearn\": 1, \"plan\": {" ID_1 "}}", "$.plan.title: ", "text" },
    { PLAN ("\"notes\": 3"), "$.plan.notes: ", "text" },
    { PLAN ("\"retention\": 0.98"), "$.plan.retention: ", "number from 0.7 to 0.97" },
    { PLAN ("\"retention\": \"0.9\""), "$.plan.retention: ", "number from 0.7 to 0.97" },
    { PLAN ("\"daily\": 0"), "$.plan.daily: ", "whole number from 1 to 100" },
    { PLAN ("\"daily\": 2.5"), "$.plan.daily: ", "whole number from 1 to 100" },
    { PLAN ("\"day_start\": 24"), "$.plan.day_start: ", "whole number from 0 to 23" },
    { PLAN ("\"longest\": 1e300"), "$.plan.longest: ", "whole number from 1 to 36500" },
    { PLAN ("\"event_date\": \"soon\""), "$.plan.event_date: ", "no date" },
    { PLAN ("\"position\": 0.5"), "$.plan.position: ", "whole number" },
    { PLAN ("\"subjects\": {}"), "$.plan.subjects: ", "list" },
    { PLAN ("\"subjects\": [null]"), "$.plan.subjects[0]: ", "object" },
    { PLAN ("\"subjects\": [{" ID_1 ", \"title\": \"S\"}]"), "$.plan.subjects[0].id: ", "something else" },
    { PLAN ("\"subjects\": [{" ID_2 ", \"title\": \"S\"}, {" ID_2 ", \"title\": \"S\"}]"),
      "$.plan.subjects[1].id: ", "something else" },
    { PLAN ("\"bands\": [{" ID_2 ", \"low\": 10, \"high\": 9}]"), "$.plan.bands[0]: ", "above" },
    { PLAN ("\"bands\": [{" ID_2 ", \"low\": 10}]"), "$.plan.bands[0]: ", "together" },
    { PLAN ("\"queue\": [{" ID_2 ", \"subject\": \"00000000-0000-4000-8000-000000000009\"}]"),
      "$.plan.queue[0].subject: ", "no topic with this id" },
    { PLAN ("\"queue\": [{" ID_2 ", \"subject\": \"00000000-0000-4000-8000-000000000001\"}]"),
      "$.plan.queue[0].subject: ", "no topic with this id" },
    { PLAN ("\"queue\": [{" ID_2 ", \"minutes\": -1}]"), "$.plan.queue[0].minutes: ", "0 or more" },
    { PLAN ("\"queue\": [{" ID_2 ", \"minutes\": 1.5}]"), "$.plan.queue[0].minutes: ", "0 or more" },
    { PLAN ("\"queue\": [{" ID_2 ", \"minutes\": \"15\"}]"), "$.plan.queue[0].minutes: ", "0 or more" },
    { PLAN ("\"documents\": [{" ID_2 "}, {" ID_3 "}]"), "$.plan.documents: ", "one document" },
    { SUBJECT ("\"depth\": \"deeper\""), "$.plan.subjects[0].depth: ", "“none”, “surface”, “deep”" },
    { SUBJECT ("\"due\": \"Friday\""), "$.plan.subjects[0].due: ", "no date" },
    { SUBJECT ("\"due_attempts\": -1"), "$.plan.subjects[0].due_attempts: ", "0 or more" },
    { SUBJECT ("\"depth\": 1"), "$.plan.subjects[0].depth: ", "one of" },
    { SUBJECT ("\"parent\": \"00000000-0000-4000-8000-000000000002\""), "$.plan.subjects[0].parent: ", "before it" },
    { SUBJECT ("\"parent\": \"00000000-0000-4000-8000-000000000001\""), "$.plan.subjects[0].parent: ", "before it" },
    { SUBJECT ("\"children\": [{" ID_3 "}]"), "$.plan.subjects[0].children[0].title: ", "text" },
    { SUBJECT ("\"gaps\": [{" ID_3 ", \"open\": 1}]"), "$.plan.subjects[0].gaps[0].open: ", "true" },
    { SUBJECT ("\"drafts\": [{" ID_3 "}, {" ID_4 "}]"), "$.plan.subjects[0].drafts: ", "one draft" },
    { SUBJECT ("\"drafts\": [{" ID_3 ", \"score\": 5, \"score_high\": 4}]"),
      "$.plan.subjects[0].drafts[0]: ", "below" },
    { SUBJECT ("\"points\": [{" ID_3 ", \"children\": [{" ID_4
               ", \"parent\": \"00000000-0000-4000-8000-000000000002\"}]}]"),
      "$.plan.subjects[0].points[0].children[0].parent: ", "before it" },
    { SUBJECT ("\"attempts\": [{" ID_3 ", \"number\": 1}, {" ID_4 ", \"number\": 1}]"),
      "$.plan.subjects[0].attempts[1].number: ", "this number" },
    { ATTEMPT ("\"number\": 0"), ".attempts[0].number: ", "1 or more" },
    { ATTEMPT ("\"low\": 1e308, \"high\": 1e308"), ".attempts[0].low: ", "0 to 100" },
    { ATTEMPT ("\"low\": -0.1, \"high\": 1"), ".attempts[0].low: ", "0 to 100" },
    { ATTEMPT ("\"low\": 50, \"high\": 101"), ".attempts[0].high: ", "0 to 100" },
    { ATTEMPT ("\"low\": \"50\", \"high\": 50"), ".attempts[0].low: ", "0 to 100" },
    { ATTEMPT ("\"low\": 50"), ".attempts[0]: ", "together" },
    { ATTEMPT ("\"guess\": 100.5"), ".attempts[0].guess: ", "0 to 100" },
    { ATTEMPT ("\"date\": \"0000-12-31\""), ".attempts[0].date: ", "no date" },
    { ATTEMPT ("\"date\": \"10000-01-01\""), ".attempts[0].date: ", "no date" },
    { ATTEMPT ("\"date\": \"-001-01-01\""), ".attempts[0].date: ", "no date" },
    { ATTEMPT ("\"date\": \"2025-02-29\""), ".attempts[0].date: ", "no date" },
    { ATTEMPT ("\"date\": \"\""), ".attempts[0].date: ", "no date" },
    { ATTEMPT ("\"date\": \"yesterday\""), ".attempts[0].date: ", "no date" },
    { ATTEMPT ("\"verdicts\": [{" ID_4 ", \"point\": \"00000000-0000-4000-8000-000000000002\"}]"),
      ".verdicts[0].point: ", "no point" },
    { ATTEMPT ("\"feedback\": [{" ID_4 ", \"kind\": \"needs_work\"}]"), ".feedback[0].kind: ", "needs-work" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (bad[i][0], strlen (bad[i][0]));
      g_autoptr(GError) error = NULL;
      g_autoptr(KlImport) import = kl_json_plan_reader_read (bytes, "plan.json", NULL, &error);

      if (import != NULL)
        g_error ("read, though it is wrong: %s", bad[i][0]);
      g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID);
      if (strstr (error->message, "plan.json") == NULL || strstr (error->message, bad[i][1]) == NULL
          || strstr (error->message, bad[i][2]) == NULL)
        g_error ("%s: “%s” does not say “%s” and “%s”", bad[i][0], error->message, bad[i][1], bad[i][2]);
    }
}

/* Each stands below the one before it, by name: no nesting shows it. */
static void
test_too_many_parents (void)
{
  g_autoptr(GString) text = g_string_new ("{\"klearn\": 1, \"plan\": {" ID_1 ", \"title\": \"P\", \"subjects\": [");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 10; i < 200; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"00000000-0000-4000-8000-000000000%03u\", \"title\": \"S\"",
                              i > 10 ? "," : "", i);
      if (i > 10)
        g_string_append_printf (text, ", \"parent\": \"00000000-0000-4000-8000-000000000%03u\"", i - 1);
      g_string_append (text, "}");
    }
  g_string_append (text, "]}}");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (kl_json_plan_reader_read (bytes, "plan.json", NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "deeper below others"));
}

/* A plan from elsewhere must not make KLearn write into a file. */
static void
test_never_follows (void)
{
  static const char text[] = PLAN ("\"documents\": [{" ID_2 ", \"path\": \"/etc/x\", \"follow\": \"changes\"}]");
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(KlImport) import = read_plan (bytes);

  g_assert_cmpint (kl_document_get_follow (kl_import_get_document (import)), ==, KL_FOLLOW_NOT);
}

static void
test_by_hand (void)
{
  static const char text[] = SUBJECT ("\"minutes\": 15.0, \"depth\": null, \"colour\": \"red\", \"attempts\": ["
                                      "{" ID_3 ", \"date\": \"2025-10-10\", \"low\": 80, \"high\": 80, \"colour\": 1},"
                                      "{" ID_4 "}]");
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(KlImport) import = read_plan (bytes);
  KlSubject *subject = fixture_subject (import, "S");

  g_assert_cmpint (kl_subject_get_minutes (subject), ==, 15);
  g_assert_cmpint (kl_record_get_position (KL_RECORD (subject)), ==, 1);
  g_assert_cmpint (kl_attempt_get_number (fixture_attempt (import, "S", 1)), ==, 2);
  g_assert_cmpint (kl_record_get_position (KL_RECORD (fixture_attempt (import, "S", 1))), ==, 2);
  g_assert_cmpuint (kl_import_get_notes (import)->len, ==, 1);
  g_assert_true (fixture_has_note (import, 0, "$.plan.subjects[0].colour"));
}

static void
test_is_json (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    gboolean is_json;
  } documents[] = {
    { "plan.json", "# Plan", TRUE },
    { "plan.JSON", "", TRUE },
    { "plan.md", "{\n  \"klearn\": 1}", TRUE },
    { NULL, "{\"klearn\": 1}", TRUE },
    { "plan.md", "# Plan", FALSE },
    { "plan.md", "{\"other\": 1}", FALSE },
    { "plan.md", "", FALSE },
    { "json", "{}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (documents[i].text, strlen (documents[i].text));

      g_assert_cmpint (kl_json_plan_reader_is_json (bytes, documents[i].name), ==, documents[i].is_json);
    }
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  g_assert_true (json_object_has_member (object, member));
  return json_object_get_object_member (object, member);
}

static void
check_definition (JsonObject        *definitions,
                  const KlJsonShape *shape,
                  const char        *name)
{
  JsonObject *properties = get_object (get_object (definitions, name), "properties");
  guint n_members = 2u + shape->klass->n_fields + shape->klass->n_lists + (shape->parent != NULL ? 1u : 0u);

  for (guint i = 0; i < shape->klass->n_lists; i++)
    g_assert_true (json_object_has_member (properties, shape->list_names[i]));
  for (guint i = 0; i < shape->klass->n_fields; i++)
    {
      g_autoptr(GEnumClass) choices = NULL;
      JsonObject *property;
      JsonArray *words;

      if (shape->rules[i] == KL_JSON_LOCAL)
        {
          n_members--;
          continue;
        }
      property = get_object (properties, shape->names[i]);
      if (shape->klass->fields[i].kind != KL_FIELD_CHOICE)
        continue;
      choices = g_type_class_ref (shape->klass->fields[i].choice_type ());
      words = json_object_get_array_member (property, "enum");
      g_assert_cmpuint (json_array_get_length (words), ==, choices->n_values);
      for (guint j = 0; j < choices->n_values; j++)
        g_assert_cmpstr (json_array_get_string_element (words, j), ==, choices->values[j].value_nick);
    }
  if (g_str_equal (name, "plan"))
    n_members++;
  g_assert_cmpuint (json_object_get_size (properties), ==, n_members);
}

/* The schema names each class's members, and no others. */
static void
check_definitions (JsonObject *definitions,
                   GHashTable *shapes,
                   GType       type)
{
  const KlJsonShape *shape = kl_json_shapes_get (shapes, type);
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *c = g_type_name (type) + strlen ("Kl"); *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && name->len > 0)
        g_string_append_c (name, '_');
      g_string_append_c (name, g_ascii_tolower (*c));
    }
  check_definition (definitions, shape, name->str);
  for (guint i = 0; i < shape->klass->n_lists; i++)
    check_definitions (definitions, shapes, shape->klass->lists[i].item_type ());
}

static void
test_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "klearn-plan.schema.json", NULL);
  g_autoptr(GHashTable) shapes = kl_json_shapes_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  root = kl_json_document_read (bytes, path, &error);
  g_assert_no_error (error);
  check_definitions (get_object (json_node_get_object (root), "$defs"), shapes, KL_TYPE_PLAN);
  check_definitions (get_object (json_node_get_object (root), "$defs"), shapes, KL_TYPE_DOCUMENT);
}

int
main (int    argc,
      char **argv)
{
  static const char *const example[] = { "data", "example-plan.md" };
  static const char *const real[] = { "../shared/plans", "eks-kubernetes-learning-plan.md" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-plan/random", test_random);
  g_test_add_data_func ("/json-plan/example", example, test_file);
  g_test_add_data_func ("/json-plan/real", real, test_file);
  g_test_add_func ("/json-plan/deep", test_deep);
  g_test_add_func ("/json-plan/loose-ends", test_loose_ends);
  g_test_add_func ("/json-plan/no-title", test_no_title);
  g_test_add_func ("/json-plan/refused", test_refused);
  g_test_add_func ("/json-plan/too-many-parents", test_too_many_parents);
  g_test_add_func ("/json-plan/never-follows", test_never_follows);
  g_test_add_func ("/json-plan/by-hand", test_by_hand);
  g_test_add_func ("/json-plan/is-json", test_is_json);
  g_test_add_func ("/json-plan/schema", test_schema);

  return g_test_run ();
}
