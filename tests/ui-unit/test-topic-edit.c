/* test-topic-edit.c: what the topic page does, done to a library */

#include "config.h"

#include "ui/topic/kl-topic-edit.h"

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

static char *
list_points (Fixture *fixture)
{
  GListModel *points = kl_subject_get_points (fixture->subject);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kl_point_get_text (point));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_points (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *points = list_points (fixture);

  g_assert_cmpstr (points, ==, expected);
}

static void
test_children (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(KlGap) gap = NULL;

  apply (fixture, kl_topic_edit_new_child (fixture->subject, KL_TYPE_POINT, "a"));
  apply (fixture, kl_topic_edit_new_child (fixture->subject, KL_TYPE_POINT, "b"));
  assert_points (fixture, "a b");
  apply (fixture, kl_topic_edit_new_child (fixture->subject, KL_TYPE_GAP, "g"));
  gap = g_list_model_get_item (kl_subject_get_gaps (fixture->subject), 0);
  g_assert_true (kl_gap_get_open (gap));
  apply (fixture, kl_topic_edit_new_value (fixture->subject, KL_RECORD (gap), "open", FALSE));
  g_assert_false (kl_gap_get_open (gap));
  apply (fixture, kl_topic_edit_new_string (fixture->subject, KL_RECORD (fixture->subject), "title", "New"));
  g_assert_cmpstr (kl_subject_get_title (fixture->subject), ==, "New");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *subjects;

  library_fixture_load_plan (&fixture->library, fixture->plan);
  subjects = kl_plan_get_subjects (fixture->plan);
  g_assert_cmpuint (g_list_model_get_n_items (subjects), ==, 1);
  apply (fixture, kl_topic_edit_new_delete (fixture->plan, fixture->subject));
  g_assert_cmpuint (g_list_model_get_n_items (subjects), ==, 0);
  name = library_fixture_undo (&fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (subjects), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/topic-edit/children", Fixture, NULL, set_up, test_children, tear_down);
  g_test_add ("/topic-edit/delete", Fixture, NULL, set_up, test_delete, tear_down);
  return g_test_run ();
}
