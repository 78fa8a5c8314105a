/* What attempts brought up to be done: only that, only of one plan, only until it is done. */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-feedback.h"

static GListModel *
load_actions (LibraryFixture *fixture,
              KlPlan         *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *items;

  kl_library_load_actions_async (fixture->library, plan, NULL, library_fixture_done_cb, &result);
  items = kl_library_load_actions_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  return items;
}

static void
record (LibraryFixture *fixture,
        KlSubject      *subject,
        const char     *date,
        const char     *action)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("explained", 50);
  g_autoptr(KlFeedback) todo = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_ACTION, "text", action, NULL);
  g_autoptr(KlFeedback) praise = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_NAILED, "text", "all of it", NULL);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", date, NULL);
  kl_record_append (KL_RECORD (attempt), KL_RECORD (todo));
  kl_record_append (KL_RECORD (attempt), KL_RECORD (praise));
  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_no_error (error);
}

static void
assert_item (GListModel *items,
             guint       index,
             const char *text,
             const char *title)
{
  g_autoptr(KlActionItem) item = g_list_model_get_item (items, index);

  g_assert_cmpstr (kl_feedback_get_text (kl_action_item_get_feedback (item)), ==, text);
  g_assert_cmpstr (kl_action_item_get_subject_title (item), ==, title);
}

static void
test_latest_first (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr(KlPlan) other_plan = library_fixture_add_plan (fixture, "another plan");
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) tides = library_fixture_add_subject (fixture, plan, "Tides");
  g_autoptr(KlSubject) winds = library_fixture_add_subject (fixture, plan, "Winds");
  g_autoptr(GListModel) items = NULL;
  g_autoptr(GListModel) none = NULL;

  record (fixture, tides, "2025-01-02", "read about springs");
  record (fixture, winds, "2025-01-03", "draw a gyre");
  items = load_actions (fixture, plan);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
  assert_item (items, 0, "draw a gyre", "Winds");
  assert_item (items, 1, "read about springs", "Tides");
  none = load_actions (fixture, other_plan);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static void
test_done_is_gone_until_undone (LibraryFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) tides = library_fixture_add_subject (fixture, plan, "Tides");
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, "Tides");
  g_autoptr(GListModel) before = NULL;
  g_autoptr(GListModel) after = NULL;
  g_autoptr(GListModel) again = NULL;
  g_autoptr(KlActionItem) item = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;

  record (fixture, tides, "2025-01-02", "read about springs");
  before = load_actions (fixture, plan);
  item = g_list_model_get_item (before, 0);
  g_assert_nonnull (item);
  g_assert_cmpstr (kl_action_item_get_subject (item), ==, kl_record_get_id (KL_RECORD (tides)));

  kl_change_set_integer (change, KL_RECORD (kl_action_item_get_feedback (item)), "done", TRUE);
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
  after = load_actions (fixture, plan);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 0);

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  again = load_actions (fixture, plan);
  g_assert_cmpuint (g_list_model_get_n_items (again), ==, 1);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/action-query/latest-first", test_latest_first);
  ADD ("/action-query/done", test_done_is_gone_until_undone);
  return g_test_run ();
}
