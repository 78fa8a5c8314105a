#include "config.h"

#include "ui/sidebar/kl-sidebar-move.h"

static KlSubject *
append (KlPlan        *plan,
        const char    *title,
        KlSubjectKind  kind,
        KlDepth        depth,
        KlSubject     *parent,
        gint64         position)
{
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "id", title, "title", title, "kind", kind, "depth",
                                               depth, "parent",
                                               parent != NULL ? kl_record_get_id (KL_RECORD (parent)) : NULL,
                                               "position", position, NULL);

  kl_record_append (KL_RECORD (plan), KL_RECORD (subject));
  g_object_set (subject, "position", position, NULL);
  return subject;
}

/* a(b c) X d(e(f)) Q, where X was not covered and Q is an exercise. */
static KlPlan *
create_plan (void)
{
  KlPlan *plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *a = append (plan, "a", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL, 10);
  KlSubject *d, *e;

  append (plan, "b", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, a, 20);
  append (plan, "c", KL_SUBJECT_TOPIC, KL_DEPTH_NONE, a, 30);
  append (plan, "X", KL_SUBJECT_TOPIC, KL_DEPTH_NONE, NULL, 40);
  d = append (plan, "d", KL_SUBJECT_GROUP, KL_DEPTH_NONE, NULL, 50);
  e = append (plan, "e", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, d, 60);
  append (plan, "f", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, e, 70);
  append (plan, "Q", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE, NULL, 80);
  return plan;
}

static gint
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = kl_record_get_position (*(KlRecord *const *) a);
  gint64 second = kl_record_get_position (*(KlRecord *const *) b);

  return (first > second) - (first < second);
}

/* Carries the change out as the library does, and prints what the plan then is: title, parent's title. */
static char *
carry_out (KlPlan   *plan,
           KlChange *change)
{
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);
  GString *text = g_string_new (NULL);
  GListModel *list = kl_plan_get_subjects (plan);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (subjects, g_list_model_get_item (list, i));
  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      g_assert_cmpint (operation->kind, ==, KL_OPERATION_SET);
      g_object_set_property (G_OBJECT (kl_plan_find_subject (plan, operation->id)), operation->field->name,
                             &operation->value);
    }

  g_ptr_array_sort (subjects, compare_positions);
  for (guint i = 0; i < subjects->len; i++)
    {
      const char *parent = kl_subject_get_parent (subjects->pdata[i]);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", parent != NULL ? parent : "",
                              parent != NULL ? "/" : "", kl_subject_get_title (subjects->pdata[i]));
    }
  return g_string_free (text, FALSE);
}

static void
assert_step (const char    *title,
             KlSidebarStep  step,
             const char    *expected)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlChange) change = kl_sidebar_move_new_step (plan, kl_plan_find_subject (plan, title), step);
  g_autofree char *text = change != NULL ? carry_out (plan, change) : NULL;

  g_assert_cmpstr (text, ==, expected);
  if (change != NULL)
    g_assert_cmpint (kl_change_get_kind (change), ==, KL_CHANGE_MOVE_SUBJECT);
}

static void
assert_drop (const char    *title,
             const char    *target,
             KlSidebarSpot  spot,
             const char    *expected)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlChange) change = kl_sidebar_move_new (plan, kl_plan_find_subject (plan, title),
                                                    kl_plan_find_subject (plan, target), spot);
  g_autofree char *text = change != NULL ? carry_out (plan, change) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_steps (void)
{
  assert_step ("b", KL_SIDEBAR_STEP_UP, NULL);
  assert_step ("b", KL_SIDEBAR_STEP_DOWN, "a a/c a/b X d d/e e/f Q");
  assert_step ("c", KL_SIDEBAR_STEP_UP, "a a/c a/b X d d/e e/f Q");
  assert_step ("c", KL_SIDEBAR_STEP_DOWN, NULL);
  /* What is under it goes with it; what is of another section is passed by. */
  assert_step ("a", KL_SIDEBAR_STEP_DOWN, "X d d/e e/f a a/b a/c Q");
  assert_step ("d", KL_SIDEBAR_STEP_UP, "d d/e e/f a a/b a/c X Q");
  assert_step ("X", KL_SIDEBAR_STEP_UP, NULL);
  assert_step ("X", KL_SIDEBAR_STEP_DOWN, NULL);
}

static void
test_in_and_out (void)
{
  assert_step ("c", KL_SIDEBAR_STEP_IN, "a a/b b/c X d d/e e/f Q");
  assert_step ("b", KL_SIDEBAR_STEP_IN, NULL);
  assert_step ("b", KL_SIDEBAR_STEP_OUT, "a a/c b X d d/e e/f Q");
  assert_step ("f", KL_SIDEBAR_STEP_OUT, "a a/b a/c X d d/e d/f Q");
  assert_step ("a", KL_SIDEBAR_STEP_OUT, NULL);
  assert_step ("d", KL_SIDEBAR_STEP_IN, "a a/b a/c a/d d/e e/f X Q");
}

static void
test_drops (void)
{
  assert_drop ("d", "a", KL_SIDEBAR_SPOT_BEFORE, "d d/e e/f a a/b a/c X Q");
  assert_drop ("d", "a", KL_SIDEBAR_SPOT_AFTER, "a a/b a/c d d/e e/f X Q");
  assert_drop ("X", "e", KL_SIDEBAR_SPOT_INTO, "a a/b a/c d d/e e/f e/X Q");
  assert_drop ("f", "b", KL_SIDEBAR_SPOT_BEFORE, "a a/f a/b a/c X d d/e Q");
  assert_drop ("b", "a", KL_SIDEBAR_SPOT_INTO, "a a/c a/b X d d/e e/f Q");
  /* Nowhere, into itself, under what is its own, beside another section, under an exercise, too deep. */
  assert_drop ("a", "a", KL_SIDEBAR_SPOT_INTO, NULL);
  assert_drop ("b", "c", KL_SIDEBAR_SPOT_BEFORE, NULL);
  assert_drop ("d", "f", KL_SIDEBAR_SPOT_INTO, NULL);
  assert_drop ("d", "e", KL_SIDEBAR_SPOT_BEFORE, NULL);
  assert_drop ("a", "X", KL_SIDEBAR_SPOT_BEFORE, NULL);
  assert_drop ("a", "Q", KL_SIDEBAR_SPOT_INTO, NULL);
  assert_drop ("a", "f", KL_SIDEBAR_SPOT_INTO, NULL);
}

/* Only what lies between is written, with the numbers that are there. */
static void
test_numbers (void)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlChange) change = kl_sidebar_move_new_step (plan, kl_plan_find_subject (plan, "b"), KL_SIDEBAR_STEP_DOWN);
  g_autoptr(KlChange) renumbering = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (kl_change_get_n_operations (change), ==, 2);
  g_object_set (kl_plan_find_subject (plan, "c"), "position", (gint64) 20, NULL);
  renumbering = kl_sidebar_move_new_step (plan, kl_plan_find_subject (plan, "b"), KL_SIDEBAR_STEP_DOWN);
  text = carry_out (plan, renumbering);
  g_assert_cmpstr (text, ==, "a a/c a/b X d d/e e/f Q");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/sidebar-move/steps", test_steps);
  g_test_add_func ("/ui/sidebar-move/in-and-out", test_in_and_out);
  g_test_add_func ("/ui/sidebar-move/drops", test_drops);
  g_test_add_func ("/ui/sidebar-move/numbers", test_numbers);
  return g_test_run ();
}
