/* test-points-edit.c: what is done to the points of a topic, done to a library */

#include "config.h"

#include "ui/topic/kl-points-edit.h"

#include "library-fixture.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *subject;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  library_fixture_set_up (&fixture->library, data);
  fixture->plan = library_fixture_add_plan (&fixture->library, "Plan");
  fixture->subject = library_fixture_add_subject (&fixture->library, fixture->plan, "Topic");
  library_fixture_load (&fixture->library, fixture->subject);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->subject);
  g_clear_object (&fixture->plan);
  library_fixture_tear_down (&fixture->library, data);
}

static void
apply (Fixture  *fixture,
       KlChange *change)
{
  g_autoptr(KlChange) owned = change;

  g_assert_nonnull (change);
  library_fixture_change (&fixture->library, owned);
}

static void
add_point (Fixture    *fixture,
           const char *id,
           const char *parent)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Topic");
  GListModel *points = kl_subject_get_points (fixture->subject);
  g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "id", id, "owner",
                                           kl_record_get_id (KL_RECORD (fixture->subject)), "position",
                                           (gint64) g_list_model_get_n_items (points) + 1, "text", id, "parent", parent,
                                           NULL);

  kl_change_insert (change, KL_RECORD (point));
  apply (fixture, g_steal_pointer (&change));
}

static char *
list_points (Fixture *fixture)
{
  GListModel *points = kl_subject_get_points (fixture->subject);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kl_point_get_text (point));
      if (kl_point_get_parent (point) != NULL)
        g_string_append_printf (text, "<%s", kl_point_get_parent (point));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static KlPoint *
get_point (Fixture *fixture,
           guint    index)
{
  g_autoptr(KlPoint) point = g_list_model_get_item (kl_subject_get_points (fixture->subject), index);

  return point; /* The subject keeps it alive. */
}

static void
assert_points (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *points = list_points (fixture);

  g_assert_cmpstr (points, ==, expected);
}

/* Points by their places in the list. */
static GPtrArray *
choose (Fixture *fixture,
        guint    first,
        guint    second)
{
  GPtrArray *points = g_ptr_array_new ();

  g_ptr_array_add (points, get_point (fixture, first));
  if (second != first)
    g_ptr_array_add (points, get_point (fixture, second));
  return points;
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = library_fixture_undo (&fixture->library, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Change of “Topic”");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  add_point (fixture, "a", NULL);
  add_point (fixture, "a1", "a");
  add_point (fixture, "a2", "a");
  add_point (fixture, "b", NULL);
  add_point (fixture, "b1", "b");
  add_point (fixture, "c", NULL);
  assert_points (fixture, "a a1<a a2<a b b1<b c");

  /* Those inside go along. */
  apply (fixture, kl_points_edit_new_move (fixture->subject, get_point (fixture, 3), -1));
  assert_points (fixture, "b b1<b a a1<a a2<a c");
  apply (fixture, kl_points_edit_new_move (fixture->subject, get_point (fixture, 2), 1));
  assert_points (fixture, "b b1<b c a a1<a a2<a");
  apply (fixture, kl_points_edit_new_move (fixture->subject, get_point (fixture, 5), -1));
  assert_points (fixture, "b b1<b c a a2<a a1<a");

  g_assert_null (kl_points_edit_new_move (fixture->subject, get_point (fixture, 0), -1));
  g_assert_null (kl_points_edit_new_move (fixture->subject, get_point (fixture, 1), 1));
  g_assert_null (kl_points_edit_new_move (fixture->subject, get_point (fixture, 3), 1));
}

static void
test_indent (Fixture       *fixture,
             gconstpointer  data)
{
  add_point (fixture, "a", NULL);
  add_point (fixture, "a1", "a");
  add_point (fixture, "b", NULL);
  add_point (fixture, "b1", "b");
  add_point (fixture, "c", NULL);

  g_assert_null (kl_points_edit_new_indent (fixture->subject, get_point (fixture, 0)));
  g_assert_null (kl_points_edit_new_indent (fixture->subject, get_point (fixture, 1)));
  apply (fixture, kl_points_edit_new_indent (fixture->subject, get_point (fixture, 2)));
  assert_points (fixture, "a a1<a b<a b1<b c");
  apply (fixture, kl_points_edit_new_indent (fixture->subject, get_point (fixture, 2)));
  assert_points (fixture, "a a1<a b<a1 b1<b c");

  /* Out of it, it comes after all that is left inside. */
  apply (fixture, kl_points_edit_new_outdent (fixture->subject, get_point (fixture, 1)));
  assert_points (fixture, "a a1 b<a1 b1<b c");
  apply (fixture, kl_points_edit_new_outdent (fixture->subject, get_point (fixture, 3)));
  assert_points (fixture, "a a1 b<a1 b1<a1 c");
  apply (fixture, kl_points_edit_new_outdent (fixture->subject, get_point (fixture, 2)));
  assert_points (fixture, "a a1 b1<a1 b c");
  g_assert_null (kl_points_edit_new_outdent (fixture->subject, get_point (fixture, 0)));
  undo (fixture);
  assert_points (fixture, "a a1 b<a1 b1<a1 c");
}

/* As far in as the page shows it, and no further. */
static void
test_deepest (Fixture       *fixture,
              gconstpointer  data)
{
  add_point (fixture, "0", NULL);
  for (guint i = 1; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      add_point (fixture, id, NULL);
    }
  for (guint i = 1; i < 8; i++)
    for (guint level = 0; level < i && level < 6; level++)
      apply (fixture, kl_points_edit_new_indent (fixture->subject, get_point (fixture, i)));
  assert_points (fixture, "0 1<0 2<1 3<2 4<3 5<4 6<5 7<5");
  g_assert_null (kl_points_edit_new_indent (fixture->subject, get_point (fixture, 7)));
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) points = NULL;

  add_point (fixture, "a", NULL);
  add_point (fixture, "a1", "a");
  add_point (fixture, "a11", "a1");
  add_point (fixture, "b", NULL);
  add_point (fixture, "c", NULL);

  /* One that is inside another that was chosen, too. */
  points = choose (fixture, 0, 2);
  g_ptr_array_add (points, get_point (fixture, 4));
  apply (fixture, kl_points_edit_new_remove (fixture->subject, points));
  assert_points (fixture, "b");
  undo (fixture);
  assert_points (fixture, "a a1<a a11<a1 b c");
}

static void
test_depth (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) points = NULL;
  g_autoptr(KlChange) note = NULL;

  add_point (fixture, "a", NULL);
  add_point (fixture, "b", NULL);
  note = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Topic");
  kl_change_set_string (note, KL_RECORD (get_point (fixture, 0)), "note", "Not covered");
  apply (fixture, g_steal_pointer (&note));
  points = choose (fixture, 0, 1);
  apply (fixture, kl_points_edit_new_depth (fixture->subject, points, KL_DEPTH_DEEP));
  g_assert_cmpint (kl_point_get_depth (get_point (fixture, 0)), ==, KL_DEPTH_DEEP);
  g_assert_cmpint (kl_point_get_depth (get_point (fixture, 1)), ==, KL_DEPTH_DEEP);
  g_assert_null (kl_point_get_note (get_point (fixture, 0)));
  g_assert_null (kl_points_edit_new_depth (fixture->subject, points, KL_DEPTH_DEEP));
  undo (fixture);
  g_assert_cmpint (kl_point_get_depth (get_point (fixture, 1)), ==, KL_DEPTH_NONE);
  g_assert_cmpstr (kl_point_get_note (get_point (fixture, 0)), ==, "Not covered");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/points-edit/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/points-edit/indent", Fixture, NULL, set_up, test_indent, tear_down);
  g_test_add ("/points-edit/deepest", Fixture, NULL, set_up, test_deepest, tear_down);
  g_test_add ("/points-edit/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/points-edit/depth", Fixture, NULL, set_up, test_depth, tear_down);
  return g_test_run ();
}
