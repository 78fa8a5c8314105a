/* test-plan-link.c: which file a plan is linked to */

#include "config.h"

#include "link-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/kl-exchange-error.h"
#include "transfer/kl-plan-link.h"
#include "transfer/kl-write-back.h"

static void
assert_no_link (LinkFixture *fixture,
                const char  *path,
                int          code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (link_fixture_try_link (fixture, path, FALSE, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, code);
}

static void
make_plan (LinkFixture *fixture,
           const char  *title)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", title, NULL);
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "owner", kl_record_get_id (KL_RECORD (plan)), "title",
                                               "A topic", "position", (gint64) 1, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, title);

  kl_change_insert (change, KL_RECORD (plan));
  kl_change_insert (change, KL_RECORD (subject));
  transfer_fixture_apply (&fixture->transfer, change);
  g_free (fixture->plan_id);
  fixture->plan_id = g_strdup (kl_record_get_id (KL_RECORD (plan)));
}

/* A plan that was made in KLearn gets a file, and knows it from then on. */
static void
test_new_file (LinkFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.md", NULL);
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *after = NULL;

  make_plan (fixture, "Made here");
  assert_no_link (fixture, NULL, KL_EXCHANGE_ERROR_NOT_LINKED);
  link_fixture_link (fixture, path, KL_FOLLOW_CHANGES);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  link_fixture_save_well (fixture);
  text = link_fixture_get (path);
  g_assert_true (g_str_has_prefix (text, "# Made here\n"));
  g_assert_cmpuint (link_fixture_import (fixture, path), ==, 0);

  link_fixture_rename (fixture, "A topic", "Another topic");
  theirs = g_strconcat (text, "\nAnd a note.\n", NULL);
  link_fixture_put (path, theirs);
  g_assert_cmpuint (link_fixture_import (fixture, path), >, 0);
  link_fixture_save_well (fixture);
  after = link_fixture_get (path);
  g_assert_nonnull (strstr (after, "Another topic"));
  g_assert_nonnull (strstr (after, "And a note."));
}

static void
test_link_is_undone (LinkFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlDocument) undone = NULL;
  g_autoptr(KlPlan) plan = link_fixture_read (fixture, &document);
  g_autoptr(KlPlan) again = NULL;

  g_assert_cmpint (kl_document_get_follow (document), ==, KL_FOLLOW_REQUEST);
  transfer_fixture_undo (&fixture->transfer);
  again = link_fixture_read (fixture, &undone);
  g_assert_cmpint (kl_document_get_follow (undone), ==, KL_FOLLOW_NOT);
  g_assert_cmpstr (kl_document_get_path (undone), ==, fixture->path);
}

/* A file that holds something else is only lost when the person says so. */
static void
test_another_file (LinkFixture   *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.md", NULL);
  g_autofree char *text = link_fixture_get (fixture->path);
  g_autofree char *now = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) changed = NULL;

  link_fixture_put (path, "# Something else\n");
  assert_no_link (fixture, path, KL_EXCHANGE_ERROR_CHANGED);
  g_assert_true (link_fixture_try_link (fixture, path, TRUE, &error));
  g_assert_no_error (error);

  /* What was to be lost is no longer what is there. */
  link_fixture_put (path, "# Something new\n");
  g_assert_false (link_fixture_save (fixture, NULL, &changed));
  g_assert_error (changed, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED);
  link_fixture_put (path, "# Something else\n");
  link_fixture_save_well (fixture);
  now = link_fixture_get (path);
  g_assert_cmpstr (now, ==, text);
}

/* The file was moved by hand, with what KLearn had written. */
static void
test_moved_file (LinkFixture   *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "moved.md", NULL);
  g_autofree char *text = NULL;

  link_fixture_rename (fixture, "First", "Begin");
  link_fixture_save_well (fixture);
  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);
  link_fixture_link (fixture, path, KL_FOLLOW_REQUEST);
  link_fixture_rename (fixture, "Begin", "Go");
  link_fixture_save_well (fixture);
  text = link_fixture_get (path);
  g_assert_nonnull (strstr (text, "### Go"));
  g_assert_cmpuint (link_fixture_import (fixture, path), ==, 0);
}

static void
test_refused (LinkFixture   *fixture,
              gconstpointer  data)
{
  const char *library = kl_library_get_path (fixture->transfer.library);
  g_autofree char *json = g_build_filename (fixture->folder, "plan.JSON", NULL);
  g_autofree char *program = g_build_filename (fixture->folder, "plan.desktop", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no folder", "plan.md", NULL);
  g_autofree char *same = g_build_filename (fixture->folder, "same.md", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.md", NULL);

  assert_no_link (fixture, json, KL_EXCHANGE_ERROR_WRITE);
  assert_no_link (fixture, program, KL_EXCHANGE_ERROR_WRITE);
  assert_no_link (fixture, library, KL_EXCHANGE_ERROR_WRITE);
  assert_no_link (fixture, nowhere, KL_EXCHANGE_ERROR_WRITE);
  assert_no_link (fixture, "plan.md", KL_EXCHANGE_ERROR_WRITE);
  assert_no_link (fixture, "/tmp/\xff.md", KL_EXCHANGE_ERROR_WRITE);
  g_assert_no_errno (g_mkdir (folder, 0700));
  assert_no_link (fixture, folder, KL_EXCHANGE_ERROR_NOT_A_FILE);

  /* Two plans in one file, under whatever name. */
  make_plan (fixture, "Another");
  g_assert_cmpint (symlink (fixture->path, same), ==, 0);
  assert_no_link (fixture, fixture->path, KL_EXCHANGE_ERROR_WRITE);
  assert_no_link (fixture, same, KL_EXCHANGE_ERROR_WRITE);
}

/* Another file that is brought into the plan is not written over because of that. */
static void
test_import_of_another_file (LinkFixture   *fixture,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "later.md", NULL);
  g_autofree char *text = link_fixture_get (fixture->path);
  g_autofree char *more = g_strconcat (text, "\n### Third\n- Something\n", NULL);
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = NULL;

  link_fixture_put (path, more);
  g_assert_cmpuint (link_fixture_import (fixture, path), >, 0);
  plan = link_fixture_read (fixture, &document);
  g_assert_cmpint (kl_document_get_follow (document), ==, KL_FOLLOW_NOT);
  g_assert_cmpstr (kl_document_get_path (document), ==, path);
}

#define ADD(path, test) g_test_add (path, LinkFixture, NULL, link_fixture_set_up, test, link_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-link/new-file", test_new_file);
  ADD ("/plan-link/undo", test_link_is_undone);
  ADD ("/plan-link/another-file", test_another_file);
  ADD ("/plan-link/moved-file", test_moved_file);
  ADD ("/plan-link/refused", test_refused);
  ADD ("/plan-link/import-of-another-file", test_import_of_another_file);
  return g_test_run ();
}
