/* test-change.c: the steps of a change, and its name */

#include "config.h"

#include "model/kl-attempt.h"
#include "model/kl-change.h"
#include "model/kl-feedback.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

#include <math.h>

static void
append_new (KlRecord   *owner,
            GType       type,
            const char *id)
{
  g_autoptr(KlRecord) child = g_object_new (type, "id", id, NULL);

  kl_record_append (owner, child);
}

static char *
list_ids (KlChange *change)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", kl_change_get_operation (change, i)->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* Owners come before what belongs to them, and siblings in their order. */
static void
test_insert_tree (void)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, "Plan");
  g_autoptr(KlRecord) plan = g_object_new (KL_TYPE_PLAN, "id", "plan", NULL);
  g_autoptr(KlRecord) first = NULL;
  g_autoptr(KlRecord) attempt = NULL;
  g_autofree char *ids = NULL;

  append_new (plan, KL_TYPE_SUBJECT, "first");
  append_new (plan, KL_TYPE_SUBJECT, "second");
  first = g_list_model_get_item (kl_plan_get_subjects (KL_PLAN (plan)), 0);
  append_new (first, KL_TYPE_POINT, "point-1");
  append_new (first, KL_TYPE_POINT, "point-2");
  append_new (first, KL_TYPE_ATTEMPT, "attempt");
  attempt = g_list_model_get_item (kl_subject_get_attempts (KL_SUBJECT (first)), 0);
  append_new (attempt, KL_TYPE_FEEDBACK, "feedback");

  kl_change_insert_tree (change, plan);
  ids = list_ids (change);
  g_assert_cmpstr (ids, ==, "plan first point-1 point-2 attempt feedback second");
  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    g_assert_cmpint (kl_change_get_operation (change, i)->kind, ==, KL_OPERATION_INSERT);

  g_assert_finalize_object (g_steal_pointer (&change));
}

static void
test_order (void)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Pods");
  g_autoptr(KlRecord) subject = g_object_new (KL_TYPE_SUBJECT, "id", "subject", "title", "Pods", NULL);
  g_autoptr(KlRecord) attempt = g_object_new (KL_TYPE_ATTEMPT, "id", "attempt", NULL);
  g_autofree char *ids = NULL;
  const KlOperation *operation;

  kl_change_remove (change, KL_TYPE_POINT, "gone");
  kl_change_set_string (change, subject, "title", "Pods and containers");
  kl_change_set_integer (change, subject, "minutes", 30);
  kl_change_set_number (change, attempt, "guess", (double) NAN);
  kl_change_insert (change, attempt);

  ids = list_ids (change);
  g_assert_cmpstr (ids, ==, "gone subject subject attempt attempt");
  g_assert_cmpint (kl_change_get_kind (change), ==, KL_CHANGE_EDIT_SUBJECT);
  g_assert_cmpstr (kl_change_get_title (change), ==, "Pods");

  operation = kl_change_get_operation (change, 0);
  g_assert_cmpint (operation->kind, ==, KL_OPERATION_REMOVE);
  g_assert_true (operation->type == KL_TYPE_POINT);
  operation = kl_change_get_operation (change, 1);
  g_assert_cmpint (operation->kind, ==, KL_OPERATION_SET);
  g_assert_cmpstr (operation->field->name, ==, "title");
  g_assert_cmpstr (g_value_get_string (&operation->value), ==, "Pods and containers");
  g_assert_cmpint (g_value_get_int64 (&kl_change_get_operation (change, 2)->value), ==, 30);
  g_assert_true (isnan (g_value_get_double (&kl_change_get_operation (change, 3)->value)));
  g_assert_cmpint (kl_change_get_operation (change, 4)->kind, ==, KL_OPERATION_INSERT);

  /* Only the library changes what people see. */
  g_assert_cmpstr (kl_subject_get_title (KL_SUBJECT (subject)), ==, "Pods");

  g_assert_finalize_object (g_steal_pointer (&change));
  g_assert_finalize_object (g_steal_pointer (&subject));
  g_assert_finalize_object (g_steal_pointer (&attempt));
}

/* A change keeps what it inserts, and lets go of it at its end. */
static void
test_ownership (void)
{
  KlChange *change = kl_change_new (KL_CHANGE_CREATE_SUBJECT, NULL);
  KlRecord *point = g_object_new (KL_TYPE_POINT, NULL);
  gpointer watched = point;

  g_object_add_weak_pointer (G_OBJECT (point), &watched);
  g_assert_cmpstr (kl_change_get_title (change), ==, "");
  kl_change_insert (change, point);
  g_object_unref (point);
  g_assert_nonnull (watched);

  g_assert_finalize_object (change);
  g_assert_null (watched);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/insert-tree", test_insert_tree);
  g_test_add_func ("/change/order", test_order);
  g_test_add_func ("/change/ownership", test_ownership);

  return g_test_run ();
}
