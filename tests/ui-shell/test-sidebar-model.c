#include "config.h"

#include "ui/sidebar/kl-sidebar-model.h"

#include "ui/sidebar/kl-sidebar-place.h"

static KlSubject *
append (KlPlan        *plan,
        const char    *title,
        KlSubjectKind  kind,
        KlDepth        depth,
        KlSubject     *parent)
{
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "title", title, "kind", kind, "depth", depth,
                                               "parent", parent != NULL ? kl_record_get_id (KL_RECORD (parent)) : NULL,
                                               NULL);

  kl_record_append (KL_RECORD (plan), KL_RECORD (subject));
  return subject;
}

static void
set_score (KlSubject *subject,
           double     score,
           gboolean   has_draft)
{
  g_autoptr(KlStanding) standing = kl_standing_new (1, (KlScore) { score, score }, NULL, NULL, 0, has_draft);

  kl_subject_set_standing (subject, standing);
}

/* Titles of the rows after the three pages; subtopics are marked by their level, headings by a dash. */
static char *
print (KlSidebarModel *model)
{
  GString *text = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 3; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (KL_IS_SIDEBAR_PLACE (item))
        {
          g_string_append_c (text, '-');
          continue;
        }
      for (guint level = kl_sidebar_model_get_level (model, KL_SUBJECT (item)); level > 0; level--)
        g_string_append_c (text, '>');
      g_string_append (text, kl_subject_get_title (KL_SUBJECT (item)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (KlSidebarModel *model,
             const char     *expected)
{
  g_autofree char *text = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  text = print (model);
  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  guint n_signals;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
items_changed_cb (Changes *changes,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  *changes = (Changes) { changes->n_signals + 1, position, removed, added };
}

static void
test_groups (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *group, *deep, *surface;
  KlSidebarModel *model;
  Changes changes = { 0, 0, 0, 0 };

  group = append (plan, "g", KL_SUBJECT_GROUP, KL_DEPTH_NONE, NULL);
  append (plan, "a", KL_SUBJECT_TOPIC, KL_DEPTH_NONE, group);
  surface = append (plan, "s", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, NULL);
  deep = append (plan, "d", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  append (plan, "e", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, deep);
  append (plan, "x", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE, NULL);

  model = kl_sidebar_model_new (plan);
  assert_rows (model, "- d >e - s - g >a");

  /* One more row is one change of one row. */
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  append (plan, "z", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, NULL);
  assert_rows (model, "- d >e - s z - g >a");
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.removed, ==, 0);
  g_assert_cmpuint (changes.added, ==, 1);
  g_assert_cmpuint (changes.position, ==, 8);

  /* A topic that was dived into moves. */
  g_object_set (surface, "depth", KL_DEPTH_DEEP, NULL);
  assert_rows (model, "- s d >e - z - g >a");

  /* What changes no place is no change of the list. */
  changes.n_signals = 0;
  set_score (deep, 50, FALSE);
  g_object_set (deep, "title", "D", NULL);
  assert_rows (model, "- s D >e - z - g >a");
  g_assert_cmpuint (changes.n_signals, ==, 0);

  g_assert_finalize_object (model);
}

static void
test_order (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *b, *part, *c;
  KlSidebarModel *model;

  c = append (plan, "c", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  append (plan, "B", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  b = append (plan, "a", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  part = append (plan, "p", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, b);
  set_score (c, 80, TRUE);
  set_score (part, 40, FALSE);

  model = kl_sidebar_model_new (plan);
  assert_rows (model, "- c B a >p");
  kl_sidebar_model_set_order (model, KL_SIDEBAR_SORT_NAME, KL_SIDEBAR_FILTER_ALL);
  assert_rows (model, "- a >p B c");
  kl_sidebar_model_set_order (model, KL_SIDEBAR_SORT_SCORE, KL_SIDEBAR_FILTER_ALL);
  assert_rows (model, "- a >p c B");
  kl_sidebar_model_set_order (model, KL_SIDEBAR_SORT_SCORE, KL_SIDEBAR_FILTER_UNASSESSED);
  assert_rows (model, "- B");
  kl_sidebar_model_set_order (model, KL_SIDEBAR_SORT_PLAN, KL_SIDEBAR_FILTER_DRAFTS);
  assert_rows (model, "- c");

  g_assert_finalize_object (model);
}

/* A list beside the model that does only what the model tells: whatever comes, it has the model's rows. */
static void
follow_cb (GListStore *copy,
           guint       position,
           guint       removed,
           guint       added,
           GListModel *model)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = position; i < position + added; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  g_list_store_splice (copy, position, removed, items->pdata, items->len);
}

static void
assert_same (GListStore     *copy,
             KlSidebarModel *model)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (copy)), ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autoptr(GObject) other = g_list_model_get_item (G_LIST_MODEL (copy), i);

      g_assert_true (item == other);
    }
}

static void
test_limit (void)
{
  for (guint limit = 1; limit < 12; limit++)
    {
      g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
      g_autoptr(GListStore) copy = g_list_store_new (G_TYPE_OBJECT);
      KlSubject *first = append (plan, "a", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
      KlSidebarModel *model;

      append (plan, "b", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
      append (plan, "c", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
      append (plan, "d", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, NULL);
      model = kl_sidebar_model_new (plan);
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (follow_cb), copy);
      follow_cb (copy, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), G_LIST_MODEL (model));
      kl_sidebar_model_set_limit (model, limit);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MIN (limit, 9));
      assert_same (copy, model);

      /* Each way to the rest of the rows, by turns. */
      if (limit % 3 == 0)
        g_object_set (first, "depth", KL_DEPTH_NONE, NULL);
      else if (limit % 3 == 1)
        append (plan, "e", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, NULL);
      else
        kl_sidebar_model_set_limit (model, G_MAXUINT);
      assert_rows (model, limit % 3 == 0 ? "- b c - d - a" : limit % 3 == 1 ? "- a b c - d e" : "- a b c - d");
      assert_same (copy, model);

      g_assert_finalize_object (model);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/sidebar-model/groups", test_groups);
  g_test_add_func ("/ui/sidebar-model/order", test_order);
  g_test_add_func ("/ui/sidebar-model/limit", test_limit);
  return g_test_run ();
}
