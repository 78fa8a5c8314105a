/* What other programs do to the library's file while it is open: the library follows, and writes to no lost file. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library-fixture.h"

static gboolean
is_told (LibraryFixture *fixture,
         const char     *words)
{
  g_autofree char *problem = NULL;

  g_object_get (fixture->library, "problem", &problem, NULL);
  return problem != NULL && strstr (problem, words) != NULL;
}

/* The file at @source goes away, or to @target, and the library says so in @words. */
static void
wait_until_told (LibraryFixture *fixture,
                 const char     *source,
                 const char     *target,
                 const char     *words)
{
  g_assert_false (is_told (fixture, words));
  if (target != NULL)
    g_assert_no_errno (g_rename (source, target));
  else
    g_assert_no_errno (g_unlink (source));
  while (!is_told (fixture, words))
    g_main_context_iteration (NULL, TRUE);
}

static char *
back_up (LibraryFixture *fixture,
         const char     *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_backup_async (fixture->library, path, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_backup_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
assert_not_written (LibraryFixture *fixture)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "lost");
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "lost", NULL);
  g_autoptr(GError) error = NULL;

  kl_change_insert (change, KL_RECORD (plan));
  g_assert_false (library_fixture_apply (fixture, change, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_MOVED);
}

static guint
count_plans (LibraryFixture *fixture)
{
  return g_list_model_get_n_items (kl_library_get_plans (fixture->library));
}

/* As a program does that synchronises folders. */
static void
test_replaced (LibraryFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autofree char *copy = back_up (fixture, "copy.db");

  library_fixture_load_plan (fixture, plan);
  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_cmpuint (count_plans (fixture), ==, 2);

  wait_until_told (fixture, copy, fixture->path, "This is what it holds now");
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  /* What is written now is in the new file. */
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
  library_fixture_reopen (fixture);
  g_assert_cmpuint (count_plans (fixture), ==, 2);
}

/* Until the library has followed, nothing is acknowledged that would be lost. */
static void
test_no_write_to_a_replaced_file (LibraryFixture *fixture,
                                  gconstpointer   data)
{
  g_autofree char *copy = back_up (fixture, "copy.db");

  g_assert_no_errno (g_rename (copy, fixture->path));
  assert_not_written (fixture);
}

static void
test_removed (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autofree char *copy = NULL;

  library_fixture_load_plan (fixture, plan);
  wait_until_told (fixture, fixture->path, NULL, "moved or removed");
  assert_not_written (fixture);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  /* What it held is still there to be saved, and comes back when the file does. */
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  copy = back_up (fixture, "copy.db");
  wait_until_told (fixture, copy, fixture->path, "This is what it holds now");
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
}

/* What cannot be opened takes nothing away. */
static void
test_replaced_by_something_else (LibraryFixture *fixture,
                                 gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autofree char *words = g_strnfill (8192, 'w');
  g_autofree char *other = g_build_filename (fixture->folder, "words", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *after = NULL;

  library_fixture_load_plan (fixture, plan);
  g_assert_true (g_file_set_contents (other, words, -1, NULL));
  wait_until_told (fixture, other, fixture->path, "cannot be opened");
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  assert_not_written (fixture);
  copy = back_up (fixture, "copy.db");
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, words);
}

static guint
count_saved (LibraryFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (backups, 0, NULL);
  guint n_saved = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_saved++;
  return n_saved;
}

static void
restore (LibraryFixture *fixture,
         const char     *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_restore_async (fixture->library, path, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_restore_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

/* A backup is needed most where the library is gone: what it held is saved, and the backup lies in its place. */
static void
test_restored_where_removed (LibraryFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autofree char *copy = back_up (fixture, "copy.db");

  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_no_errno (g_unlink (fixture->path));
  restore (fixture, copy);
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  g_assert_cmpuint (count_saved (fixture), >=, 1);
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
  library_fixture_reopen (fixture);
  g_assert_cmpuint (count_plans (fixture), ==, 2);
}

/* So is what another program put there. */
static void
test_restored_where_replaced (LibraryFixture *fixture,
                              gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autofree char *copy = back_up (fixture, "copy.db");
  g_autofree char *other = back_up (fixture, "other.db");

  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_no_errno (g_rename (other, fixture->path));
  restore (fixture, copy);
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  g_assert_cmpuint (count_saved (fixture), ==, 2);
  library_fixture_reopen (fixture);
  g_assert_cmpuint (count_plans (fixture), ==, 1);
}

static const char delete_gone[]
  = "DELETE FROM subject WHERE title = 'gone'; UPDATE state SET revision = revision + 1";

/* Another program's change shows, also where one's own comes right after it, and is shown first. */
static void
test_change_before_ones_own (LibraryFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 50);
  g_autoptr(GError) error = NULL;

  g_object_unref (library_fixture_add_subject (fixture, plan, "gone"));
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_subjects (plan)), ==, 2);

  library_fixture_execute (fixture, delete_gone);
  g_assert_true (library_fixture_record (fixture, subject, attempt, &error));
  g_assert_no_error (error);
  while (g_list_model_get_n_items (kl_plan_get_subjects (plan)) == 2)
    g_main_context_iteration (NULL, TRUE);
  library_fixture_load (fixture, subject);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (subject)), ==, 1);
}

/* So does one that comes while something is read, of which it is no part. */
static void
test_change_before_reading (LibraryFixture *fixture,
                            gconstpointer   data)
{
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");

  g_object_unref (library_fixture_add_subject (fixture, plan, "gone"));
  library_fixture_execute (fixture, delete_gone);
  library_fixture_load (fixture, subject);
  while (g_list_model_get_n_items (kl_plan_get_subjects (plan)) == 2)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/library-watch/replaced", test_replaced);
  ADD ("/library-watch/no-write-to-a-replaced-file", test_no_write_to_a_replaced_file);
  ADD ("/library-watch/removed", test_removed);
  ADD ("/library-watch/replaced-by-something-else", test_replaced_by_something_else);
  ADD ("/library-watch/restored-where-removed", test_restored_where_removed);
  ADD ("/library-watch/restored-where-replaced", test_restored_where_replaced);
  ADD ("/library-watch/change-before-ones-own", test_change_before_ones_own);
  ADD ("/library-watch/change-before-reading", test_change_before_reading);
  return g_test_run ();
}
