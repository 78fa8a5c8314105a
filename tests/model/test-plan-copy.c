/* test-plan-copy.c: a copy of a plan has everything and shares nothing */

#include "config.h"

#include "model/kl-plan-copy.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"

static KlRecord *
append (KlRecord *owner,
        GType     type)
{
  g_autoptr(KlRecord) child = g_object_new (type, NULL);

  kl_record_append (owner, child);
  return child;
}

/* A subtopic that stands before its topic, a point in a point, an attempt, and what names something. */
static KlPlan *
create_plan (void)
{
  KlPlan *plan = g_object_new (KL_TYPE_PLAN, "title", "Boats", NULL);
  KlRecord *knots = append (KL_RECORD (plan), KL_TYPE_SUBJECT);
  KlRecord *ropes = append (KL_RECORD (plan), KL_TYPE_SUBJECT);
  KlRecord *point = append (ropes, KL_TYPE_POINT);
  KlRecord *inner = append (ropes, KL_TYPE_POINT);
  KlRecord *attempt = append (ropes, KL_TYPE_ATTEMPT);
  KlRecord *link = append (knots, KL_TYPE_LINK);
  KlRecord *entry = append (KL_RECORD (plan), KL_TYPE_QUEUE_ENTRY);

  g_object_set (knots, "title", "Knots", "parent", kl_record_get_id (ropes), NULL);
  g_object_set (ropes, "title", "Ropes", NULL);
  g_object_set (point, "text", "Fibres", NULL);
  g_object_set (inner, "text", "Hemp", "parent", kl_record_get_id (point), NULL);
  g_object_set (attempt, "explanation", "A rope is twisted.", NULL);
  g_object_set (append (attempt, KL_TYPE_FEEDBACK), "text", "Clear", NULL);
  g_object_set (link, "target", kl_record_get_id (ropes), NULL);
  g_object_set (entry, "subject", kl_record_get_id (knots), "minutes", (gint64) 20, NULL);
  return plan;
}

static void
collect_ids (KlRecord   *record,
             GHashTable *ids)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  g_hash_table_add (ids, g_strdup (kl_record_get_id (record)));
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);

          collect_ids (child, ids);
        }
    }
}

/* As SQLite checks it: whatever a step names is there before it, and is none of the plan's own. */
static void
check_insert (KlRecord   *record,
              GHashTable *originals,
              GHashTable *inserted)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  g_assert_false (g_hash_table_contains (originals, kl_record_get_id (record)));
  if (KL_IS_PLAN (record))
    g_assert_null (kl_record_get_owner (record));
  else
    g_assert_true (g_hash_table_contains (inserted, kl_record_get_owner (record)));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *named = klass->fields[i].kind == KL_FIELD_REFERENCE
                            ? kl_record_get_string (record, &klass->fields[i])
                            : NULL;

      g_assert_false (named != NULL && g_hash_table_contains (originals, named));
      if (g_str_equal (klass->fields[i].name, "parent") && named != NULL)
        g_assert_true (g_hash_table_contains (inserted, named));
    }
  g_hash_table_add (inserted, g_strdup (kl_record_get_id (record)));
}

static void
test_shares_nothing (void)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlDocument) document = g_object_new (KL_TYPE_DOCUMENT, "text", "# Boats\n", "path", "/boats.md",
                                                 "follow", KL_FOLLOW_CHANGES, NULL);
  g_autoptr(GHashTable) originals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) inserted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = NULL;
  g_autoptr(KlChange) change = kl_plan_copy_new_change (plan, document, "Boats (copy)", 7, &id);
  guint n_inserts = 0;

  collect_ids (KL_RECORD (plan), originals);
  g_hash_table_add (originals, g_strdup (kl_record_get_id (KL_RECORD (document))));
  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      if (operation->kind == KL_OPERATION_INSERT)
        {
          check_insert (operation->record, originals, inserted);
          n_inserts++;
        }
      else
        {
          /* The subtopic finds its topic once that is there. */
          g_assert_cmpint (operation->kind, ==, KL_OPERATION_SET);
          g_assert_cmpstr (operation->field->name, ==, "parent");
          g_assert_true (g_hash_table_contains (inserted, operation->id));
          g_assert_true (g_hash_table_contains (inserted, g_value_get_string (&operation->value)));
        }
    }
  g_assert_cmpuint (n_inserts, ==, g_hash_table_size (originals));
  g_assert_cmpuint (kl_change_get_n_operations (change), ==, n_inserts + 1);
}

static void
test_plan_and_document (void)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlDocument) document = g_object_new (KL_TYPE_DOCUMENT, "text", "# Boats\n", "path", "/boats.md",
                                                 "follow", KL_FOLLOW_CHANGES, NULL);
  g_autofree char *id = NULL;
  g_autoptr(KlChange) change = kl_plan_copy_new_change (plan, document, "Boats (copy)", 7, &id);
  KlRecord *first = kl_change_get_operation (change, 0)->record;
  KlRecord *last = kl_change_get_operation (change, kl_change_get_n_operations (change) - 1)->record;

  g_assert_cmpint (kl_change_get_kind (change), ==, KL_CHANGE_CREATE_PLAN);
  g_assert_cmpstr (kl_record_get_id (first), ==, id);
  g_assert_cmpstr (kl_plan_get_title (KL_PLAN (first)), ==, "Boats (copy)");
  g_assert_cmpint (kl_record_get_position (first), ==, 7);
  g_assert_true (KL_IS_DOCUMENT (last));
  g_assert_cmpstr (kl_record_get_owner (last), ==, id);
  g_assert_cmpstr (kl_document_get_text (KL_DOCUMENT (last)), ==, "# Boats\n");
  /* Two plans do not write into one file. */
  g_assert_null (kl_document_get_path (KL_DOCUMENT (last)));
  g_assert_cmpint (kl_document_get_follow (KL_DOCUMENT (last)), ==, KL_FOLLOW_NOT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-copy/shares-nothing", test_shares_nothing);
  g_test_add_func ("/plan-copy/plan-and-document", test_plan_and_document);

  return g_test_run ();
}
