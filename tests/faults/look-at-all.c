/* look-at-all.c: whatever is in a library, KLearn shows, writes and searches what it can, or says what is wrong */

#include "config.h"

#include "look-at-all.h"

#include "faulty-work.h"
#include "transfer/kl-plan-export.h"

static void
assert_sentence (const GError *error)
{
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
}

static void
export_plan (LibraryFixture *fixture,
             KlPlan         *plan)
{
  for (guint format = 0; kl_plan_export_get_formats ()[format] != NULL; format++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      kl_plan_export_async (fixture->library, kl_record_get_id (KL_RECORD (plan)), format, NULL, NULL,
                            library_fixture_done_cb, &result);
      library_fixture_await (&result);
      bytes = kl_plan_export_finish (result, &error);
      g_assert_true ((bytes != NULL) == (error == NULL));
      assert_sentence (error);
      if (bytes != NULL)
        g_assert_true (g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
    }
}

static void
load_actions (LibraryFixture *fixture,
              KlPlan         *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) actions = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_actions_async (fixture->library, plan, NULL, library_fixture_done_cb, &result);
  actions = kl_library_load_actions_finish (fixture->library, library_fixture_await (&result), &error);
  assert_sentence (error);
}

static void
load_subjects (LibraryFixture *fixture,
               KlPlan         *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GAsyncResult) draft_result = NULL;
      g_autoptr(KlDraft) draft = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) draft_error = NULL;

      g_assert_true (kl_subject_get_title (subject) == NULL
                     || g_utf8_validate (kl_subject_get_title (subject), -1, NULL));
      kl_library_load_subject_async (fixture->library, subject, NULL, library_fixture_done_cb, &result);
      if (!kl_library_load_subject_finish (fixture->library, library_fixture_await (&result), &error))
        assert_sentence (error);
      kl_library_load_draft_async (fixture->library, subject, NULL, library_fixture_done_cb, &draft_result);
      draft = kl_library_load_draft_finish (fixture->library, library_fixture_await (&draft_result), &draft_error);
      assert_sentence (draft_error);
    }
}

static void
look_at_plan (LibraryFixture *fixture,
              KlPlan         *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) standings_result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) standings_error = NULL;

  kl_library_load_plan_async (fixture->library, plan, NULL, library_fixture_done_cb, &result);
  if (!kl_library_load_plan_finish (fixture->library, library_fixture_await (&result), &error))
    {
      assert_sentence (error);
      return;
    }
  kl_library_load_standings_async (fixture->library, plan, NULL, library_fixture_done_cb, &standings_result);
  if (!kl_library_load_standings_finish (fixture->library, library_fixture_await (&standings_result), &standings_error))
    assert_sentence (standings_error);
  load_subjects (fixture, plan);
  load_actions (fixture, plan);
  export_plan (fixture, plan);
}

static void
search (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) hits = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_search_async (fixture->library, NULL, "word1", 10, NULL, library_fixture_done_cb, &result);
  hits = kl_library_search_finish (fixture->library, library_fixture_await (&result), &error);
  assert_sentence (error);
}

static void
load_links (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) links = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_links_async (fixture->library, NULL, library_fixture_done_cb, &result);
  links = kl_library_load_links_finish (fixture->library, library_fixture_await (&result), &error);
  assert_sentence (error);
}

/* What was looked at is read once more, all of it at once. */
static void
look_again (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_look_again_async (fixture->library, NULL, library_fixture_done_cb, &result);
  if (!kl_library_look_again_finish (fixture->library, library_fixture_await (&result), &error))
    assert_sentence (error);
}

static void
undo (LibraryFixture *fixture)
{
  g_autoptr(GError) redo_error = NULL;
  g_autoptr(GError) undo_error = NULL;
  g_autofree char *redone = library_fixture_redo (fixture, &redo_error);
  g_autofree char *undone = library_fixture_undo (fixture, &undo_error);

  assert_sentence (redo_error);
  assert_sentence (undo_error);
  g_assert_true (undone == NULL || g_utf8_validate (undone, -1, NULL));
}

/* Opens the library, or is told why not, and goes through it as the window and the commands do. */
void
look_at_all_of (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) check_error = NULL;
  g_auto(GStrv) problems = NULL;
  GListModel *plans;

  if (!library_fixture_open (fixture, &error))
    {
      assert_sentence (error);
      return;
    }

  problems = faulty_work_check (fixture, &check_error);
  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    g_assert_true (g_utf8_validate (problems[i], -1, NULL));
  plans = kl_library_get_plans (fixture->library);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      look_at_plan (fixture, plan);
    }
  look_again (fixture);
  search (fixture);
  load_links (fixture);
  undo (fixture);
}
