#include "config.h"

#include "ui/sidebar/kl-sidebar-selection.h"

#include "ui/sidebar/kl-sidebar-batch.h"

static KlSubject *
append (KlPlan     *plan,
        const char *title,
        KlSubject  *parent)
{
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "title", title, "kind", KL_SUBJECT_TOPIC, "depth",
                                               KL_DEPTH_DEEP, "parent",
                                               parent != NULL ? kl_record_get_id (KL_RECORD (parent)) : NULL, NULL);

  kl_record_append (KL_RECORD (plan), KL_RECORD (subject));
  return subject;
}

static void
assert_selected (KlSidebarSelection *selection,
                 const char         *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GtkBitset) bitset = NULL;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (selection));

  for (guint i = 0; i < n_items; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), i))
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", i);
  g_assert_cmpstr (text->str, ==, expected);

  bitset = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  for (guint i = 0; i < n_items; i++)
    g_assert_true (gtk_bitset_contains (bitset, i)
                   == gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), i));
}

/* Rows: Today, Exercises, Insights, Deep Dives, then what is appended. */
static void
test_current (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *subject = append (plan, "a", NULL);
  KlSidebarModel *model = kl_sidebar_model_new (plan);
  KlSidebarSelection *selection = kl_sidebar_selection_new (model);

  g_assert_cmpuint (kl_sidebar_selection_get_current (selection), ==, GTK_INVALID_LIST_POSITION);
  assert_selected (selection, "");
  kl_sidebar_selection_set_current (selection, "win.show-today", NULL);
  assert_selected (selection, "0");
  kl_sidebar_selection_set_current (selection, NULL, kl_record_get_id (KL_RECORD (subject)));
  assert_selected (selection, "4");

  /* Where the keyboard goes is not what is open. */
  g_assert_false (gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 1, TRUE));
  assert_selected (selection, "4");

  /* A row that comes behind the limit ends it. */
  kl_sidebar_model_set_limit (model, 2);
  kl_sidebar_selection_set_current (selection, "win.show-today", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 2);
  kl_sidebar_selection_set_current (selection, NULL, kl_record_get_id (KL_RECORD (subject)));
  assert_selected (selection, "4");

  g_assert_finalize_object (selection);
  g_assert_finalize_object (model);
}

static void
test_choosing (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *a = append (plan, "a", NULL);
  KlSidebarModel *model;
  KlSidebarSelection *selection;
  GtkSelectionModel *base;

  append (plan, "b", NULL);
  append (plan, "c", NULL);
  model = kl_sidebar_model_new (plan);
  selection = kl_sidebar_selection_new (model);
  base = GTK_SELECTION_MODEL (selection);
  kl_sidebar_selection_set_current (selection, NULL, kl_record_get_id (KL_RECORD (a)));

  /* Pages and headings in between are passed over. */
  g_assert_true (gtk_selection_model_select_range (base, 2, 4, TRUE));
  assert_selected (selection, "4 5");
  g_assert_true (gtk_selection_model_select_item (base, 6, FALSE));
  g_assert_true (gtk_selection_model_unselect_item (base, 4));
  assert_selected (selection, "5 6");

  /* What goes from the list is chosen no longer, what stays is. */
  g_list_store_remove (G_LIST_STORE (kl_plan_get_subjects (plan)), 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_selected (selection, "5");

  g_assert_false (gtk_selection_model_select_item (base, 4, TRUE));
  assert_selected (selection, "4");
  g_assert_true (gtk_selection_model_select_all (base));
  assert_selected (selection, "4 5");
  kl_sidebar_selection_choose_none (selection);
  assert_selected (selection, "4");

  /* The one that was selected before is meant as well. */
  g_assert_true (gtk_selection_model_select_item (base, 5, FALSE));
  assert_selected (selection, "4 5");

  g_assert_finalize_object (selection);
  g_assert_finalize_object (model);
}

static void
test_batch (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new ();
  g_autoptr(KlChange) deletion = NULL;
  g_autoptr(KlChange) depth = NULL;
  KlSubject *a = append (plan, "a", NULL);
  KlSubject *inner = append (plan, "inner", a);
  KlSubject *innermost = append (plan, "innermost", inner);

  g_ptr_array_add (subjects, innermost);
  g_ptr_array_add (subjects, a);
  g_ptr_array_add (subjects, append (plan, "b", NULL));
  g_object_set (a, "depth", KL_DEPTH_SURFACE, NULL);

  /* What goes with another cannot be removed once more. */
  deletion = kl_sidebar_batch_new_delete (plan, subjects);
  g_assert_cmpuint (kl_change_get_n_operations (deletion), ==, 2);
  g_assert_cmpstr (kl_change_get_title (deletion), ==, "innermost and 2 more");

  depth = kl_sidebar_batch_new_depth (subjects, KL_DEPTH_SURFACE);
  g_assert_cmpuint (kl_change_get_n_operations (depth), ==, 2);
}

/* As nobody makes them in KLearn, but a file may hold them. */
static void
test_circles (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *ring = append (plan, "ring", NULL);
  KlSubject *other = append (plan, "other", ring);
  KlSubject *below = append (plan, "below", other);
  KlSubject *itself = append (plan, "itself", NULL);
  KlSubject *const all[] = { below, ring, other, itself };

  g_object_set (ring, "parent", kl_record_get_id (KL_RECORD (other)), NULL);
  g_object_set (itself, "parent", kl_record_get_id (KL_RECORD (itself)), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(GPtrArray) subjects = g_ptr_array_new ();
      g_autoptr(KlChange) deletion = NULL;

      g_ptr_array_add (subjects, all[i]);
      deletion = kl_sidebar_batch_new_delete (plan, subjects);
      g_assert_cmpuint (kl_change_get_n_operations (deletion), ==, 1);
    }

  /* All of them: what is below goes with the ring, and the ring with one of its parts. */
  {
    g_autoptr(GPtrArray) subjects = g_ptr_array_new ();
    g_autoptr(KlChange) deletion = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (all); i++)
      g_ptr_array_add (subjects, all[i]);
    deletion = kl_sidebar_batch_new_delete (plan, subjects);
    g_assert_cmpuint (kl_change_get_n_operations (deletion), ==, 2);
    g_assert_cmpstr (kl_change_get_operation (deletion, 0)->id, ==, kl_record_get_id (KL_RECORD (ring)));
    g_assert_cmpstr (kl_change_get_operation (deletion, 1)->id, ==, kl_record_get_id (KL_RECORD (itself)));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/sidebar-selection/circles", test_circles);
  g_test_add_func ("/ui/sidebar-selection/current", test_current);
  g_test_add_func ("/ui/sidebar-selection/choosing", test_choosing);
  g_test_add_func ("/ui/sidebar-selection/batch", test_batch);

  return g_test_run ();
}
