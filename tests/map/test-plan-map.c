/* test-plan-map.c: the map of a plan follows it while somebody looks, and tells why where it cannot */

#include "config.h"

#include "library-fixture.h"
#include "map/kl-plan-map.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *first;
  KlPlanMap *map;
  guint n_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "Storage");
  self->first = library_fixture_add_subject (&self->library, self->plan, "RAID");
  self->map = kl_plan_map_new (self->library.library, self->plan);
  g_signal_connect_swapped (self->map, "changed", G_CALLBACK (count_cb), &self->n_changed);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (self->map), (gpointer *) &self->map);
  kl_plan_map_set_following (self->map, FALSE);
  g_object_unref (self->map);
  while (self->map != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->first);
  g_clear_object (&self->plan);
  library_fixture_tear_down (&self->library, NULL);
}

static guint
get_n_topics (Fixture *self)
{
  return kl_chart_get_n_marks (KL_CHART (kl_plan_map_get_chart (self->map)));
}

static void
await_topics (Fixture *self,
              guint    n_topics)
{
  while (!kl_plan_map_is_loaded (self->map) || get_n_topics (self) != n_topics)
    g_main_context_iteration (NULL, TRUE);
}

static void
await_failure (Fixture *self)
{
  while (kl_plan_map_get_failure (self->map) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
load (Fixture  *self,
      GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_plan_map_load_async (self->map, NULL, library_fixture_done_cb, &result);
  return kl_plan_map_load_finish (self->map, library_fixture_await (&result), error);
}

/* Whoever looks sees what there is, laid out once. What the agenda tells meanwhile may be drawn again, as it is. */
static void
test_once (Fixture       *self,
           gconstpointer  data)
{
  const KlMapLayout *layout;
  g_autoptr(GError) error = NULL;

  kl_plan_map_set_following (self->map, TRUE);
  g_assert_false (kl_plan_map_is_loaded (self->map));
  await_topics (self, 1);
  layout = kl_map_chart_get_layout (kl_plan_map_get_chart (self->map));
  /* Waits for all that is under way. */
  g_assert_true (load (self, &error));
  g_assert_no_error (error);
  g_assert_true (kl_map_chart_get_layout (kl_plan_map_get_chart (self->map)) == layout);
  g_assert_cmpuint (self->n_changed, >=, 1);
  g_assert_null (kl_plan_map_get_failure (self->map));
}

static void
test_load (Fixture       *self,
           gconstpointer  data)
{
  const KlMapLayout *layout;
  g_autoptr(GError) error = NULL;

  g_assert_true (load (self, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_n_topics (self), ==, 1);
  layout = kl_map_chart_get_layout (kl_plan_map_get_chart (self->map));
  /* Nothing is new. */
  g_assert_true (load (self, &error));
  g_assert_no_error (error);
  g_assert_true (kl_map_chart_get_layout (kl_plan_map_get_chart (self->map)) == layout);
}

/* As long as somebody looks, and what was missed when somebody looks again. */
static void
test_follows (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlSubject) second = NULL;
  g_autoptr(KlSubject) third = NULL;

  kl_plan_map_set_following (self->map, TRUE);
  await_topics (self, 1);
  second = library_fixture_add_subject (&self->library, self->plan, "Journals");
  await_topics (self, 2);

  kl_plan_map_set_following (self->map, FALSE);
  third = library_fixture_add_subject (&self->library, self->plan, "Scrubbing");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (get_n_topics (self), ==, 2);
  kl_plan_map_set_following (self->map, TRUE);
  await_topics (self, 3);
}

static void
test_title (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");
  KlChart *chart = KL_CHART (kl_plan_map_get_chart (self->map));
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (kl_chart_get_title (chart), ==, "Storage");
  kl_change_set_string (change, KL_RECORD (self->plan), "title", "Disks");
  g_assert_true (library_fixture_apply (&self->library, change, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (kl_chart_get_title (chart), ==, "Disks");
}

/* What cannot be read is told, and read when it can be. */
static void
test_failure (Fixture       *self,
              gconstpointer  data)
{
  const char *table = data;
  g_autofree char *away = g_strdup_printf ("ALTER TABLE %s RENAME TO away", table);
  g_autofree char *back = g_strdup_printf ("ALTER TABLE away RENAME TO %s", table);
  g_autoptr(GError) error = NULL;

  library_fixture_execute (&self->library, away);
  kl_plan_map_set_following (self->map, TRUE);
  await_failure (self);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_false (kl_plan_map_is_loaded (self->map));
  g_assert_false (load (self, &error));
  g_assert_nonnull (error);

  library_fixture_execute (&self->library, back);
  kl_plan_map_try_again (self->map);
  g_assert_nonnull (kl_plan_map_get_failure (self->map));
  await_topics (self, 1);
  g_assert_null (kl_plan_map_get_failure (self->map));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/plan-map/once", NULL, test_once);
  ADD ("/plan-map/load", NULL, test_load);
  ADD ("/plan-map/follows", NULL, test_follows);
  ADD ("/plan-map/title", NULL, test_title);
  ADD ("/plan-map/failure/standings", "attempt", test_failure);
  ADD ("/plan-map/failure/agenda", "link", test_failure);

  return g_test_run ();
}
