/* Search: titles, points, explanations and feedback, as they are typed. */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"

static GListModel *
search (LibraryFixture *fixture,
        const char     *plan_id,
        const char     *words,
        guint           limit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *hits;

  kl_library_search_async (fixture->library, plan_id, words, limit, NULL, library_fixture_done_cb, &result);
  hits = kl_library_search_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  return hits;
}

static void
assert_kinds (LibraryFixture *fixture,
              const char     *words,
              const char     *expected)
{
  g_autoptr(GListModel) hits = search (fixture, NULL, words, 50);
  g_autoptr(GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(KlSearchHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", kl_search_hit_get_kind (hit));
      g_assert_cmpstr (kl_search_hit_get_title (hit), ==, "Kühlung der Öfen");
    }
  g_assert_cmpstr (kinds->str, ==, expected);
}

static void
fill (LibraryFixture *fixture)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "Kühlung der Öfen");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("the watcher explains kube-proxy at length", 50);
  g_autoptr(KlFeedback) feedback = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_CORRECTION, "wrong",
                                                 "scanning", "right", "watching", NULL);
  g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "owner", kl_record_get_id (KL_RECORD (subject)), "text",
                                           "watch loop", NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "subject");
  g_autoptr(GError) error = NULL;

  kl_record_append (KL_RECORD (attempt), KL_RECORD (feedback));
  kl_change_insert (change, KL_RECORD (point));
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_no_error (error);
}

static void
test_everywhere (LibraryFixture *fixture,
                 gconstpointer   data)
{
  fill (fixture);
  assert_kinds (fixture, "kuhl", "subject");
  assert_kinds (fixture, "KÜHLUNG öf", "subject");
  assert_kinds (fixture, "watch", "point attempt feedback");
  assert_kinds (fixture, "watcher kube", "attempt");
  assert_kinds (fixture, "scann", "feedback");
  assert_kinds (fixture, "kube-proxy", "attempt");
  assert_kinds (fixture, "nowhere", "");
}

static void
test_anything_typed_is_fine (LibraryFixture *fixture,
                             gconstpointer   data)
{
  const char *const typed[] = { "", " ", "\"", "\"\"", "*", "AND", "watch AND", "NEAR(", "a:b", "-", "(", "^x", "→",
                                "watch\" OR \"x", "{title}: x", "\xf0\x9f\x9f\xa2" };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GListModel) hits = search (fixture, NULL, typed[i], 50);

      g_assert_nonnull (hits);
    }
}

static void
test_limit_and_plan (LibraryFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr(GListModel) one = NULL;
  g_autoptr(GListModel) none = NULL;

  fill (fixture);
  one = search (fixture, NULL, "watch", 1);
  g_assert_cmpuint (g_list_model_get_n_items (one), ==, 1);
  none = search (fixture, "another plan", "watch", 50);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static void
test_cancelled (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  kl_library_search_async (fixture->library, NULL, "watch", 50, cancellable, library_fixture_done_cb, &result);
  g_assert_null (kl_library_search_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/everywhere", test_everywhere);
  ADD ("/search/anything", test_anything_typed_is_fine);
  ADD ("/search/limit-and-plan", test_limit_and_plan);
  ADD ("/search/cancelled", test_cancelled);
  return g_test_run ();
}
