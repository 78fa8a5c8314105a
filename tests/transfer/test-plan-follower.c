/* test-plan-follower.c: what was changed reaches its file, also where the library could not be read for a while */

#include "config.h"

#include "link-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "transfer/kl-plan-follower.h"

static void
flush (KlPlanFollower *follower)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_plan_follower_flush_async (follower, transfer_fixture_done_cb, &result);
  kl_plan_follower_flush_finish (follower, transfer_fixture_wait_for (&result));
}

static gboolean
has_words (LinkFixture *fixture,
           const char  *words)
{
  g_autofree char *text = link_fixture_get (fixture->path);

  return strstr (text, words) != NULL;
}

static void
test_written (LinkFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(KlPlanFollower) follower = NULL;

  link_fixture_link (fixture, fixture->path, KL_FOLLOW_CHANGES);
  follower = kl_plan_follower_new (fixture->transfer.library);
  link_fixture_rename (fixture, "First", "Begin");
  flush (follower);
  g_assert_true (has_words (fixture, "### Begin"));
}

/* Whoever closes the window meanwhile does not wait for it; but it is written without another change. */
static void
test_unreadable_for_a_while (LinkFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr(KlPlanFollower) follower = NULL;
  sqlite3 *other;

  link_fixture_link (fixture, fixture->path, KL_FOLLOW_CHANGES);
  follower = kl_plan_follower_new (fixture->transfer.library);
  flush (follower);
  link_fixture_rename (fixture, "First", "Begin");

  g_assert_cmpint (sqlite3_open (kl_library_get_path (fixture->transfer.library), &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  flush (follower);
  g_assert_false (has_words (fixture, "### Begin"));

  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  while (!has_words (fixture, "### Begin"))
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, test) g_test_add (path, LinkFixture, NULL, link_fixture_set_up, test, link_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-follower/written", test_written);
  ADD ("/plan-follower/unreadable-for-a-while", test_unreadable_for_a_while);
  return g_test_run ();
}
