/* Backups: good before they get their name, and the same rows when they come back. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library-fixture.h"
#include "storage/kl-database.h"

static gboolean
back_up (LibraryFixture  *fixture,
         const char      *path,
         GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_backup_async (fixture->library, path, NULL, library_fixture_done_cb, &result);
  return kl_library_backup_finish (fixture->library, library_fixture_await (&result), error);
}

static gboolean
restore (LibraryFixture  *fixture,
         const char      *path,
         GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_restore_async (fixture->library, path, NULL, library_fixture_done_cb, &result);
  return kl_library_restore_finish (fixture->library, library_fixture_await (&result), error);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
test_round_trip (LibraryFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autofree char *before = library_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (back_up (fixture, path, &error));
  g_assert_no_error (error);
  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 2);

  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  /* The models follow, and the library can be changed again. */
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 1);
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
}

static void
test_what_was_there_is_saved (LibraryFixture *fixture,
                              gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (back_up (fixture, path, &error));
  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (backups), ==, 1);
}

static void
execute (const char *path,
         const char *sql)
{
  g_autoptr(KlDatabase) database = kl_database_open (path, FALSE, NULL);

  g_assert_nonnull (database);
  g_assert_true (kl_database_execute (database, sql, NULL));
}

static void
test_bad_backup_is_refused (LibraryFixture *fixture,
                            gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);

  g_assert_false (restore (fixture, path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_false (restore (fixture, path, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);

  g_assert_true (back_up (fixture, path, &error));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length / 2, NULL));
  g_assert_false (restore (fixture, path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  execute (path, "CREATE TRIGGER gone AFTER INSERT ON plan BEGIN DELETE FROM attempt; END");
  g_assert_false (restore (fixture, path, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
  g_assert_nonnull (strstr (error->message, "trigger gone"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  execute (path, "PRAGMA application_id = 0x4b4c726e; PRAGMA user_version = -1");
  g_assert_false (restore (fixture, path, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  execute (path, "DROP TABLE band");
  g_assert_false (restore (fixture, path, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);

  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What lacks a part is no library that could be saved first: it is moved aside. */
static void
test_in_place_of_parts (LibraryFixture *fixture,
                        gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);
  g_assert_true (back_up (fixture, path, &error));
  library_fixture_close (fixture);
  library_fixture_execute (fixture, "DROP TABLE band");
  g_assert_false (library_fixture_open (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
  g_clear_error (&error);

  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_files (folder), >=, 2);
}

static void
test_failed_backup_leaves_nothing (LibraryFixture *fixture,
                                   gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "copy.db", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (back_up (fixture, path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_false (back_up (fixture, folder, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* A library that another program is using is no unusable one. */
static void
test_locked_library_stays (LibraryFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr(KlDatabase) other = NULL;
  g_autoptr(GError) error = NULL;
  guint n_files;

  g_assert_true (back_up (fixture, path, &error));
  library_fixture_close (fixture);
  n_files = count_files (folder);
  other = kl_database_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (kl_database_execute (other, "BEGIN EXCLUSIVE", &error));
  g_assert_false (library_fixture_open (fixture, &error));
  g_clear_error (&error);

  g_assert_false (restore (fixture, path, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (folder), ==, n_files);

  kl_database_rollback (other);
  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
}

static void
test_unusable_library_is_moved_aside (LibraryFixture *fixture,
                                      gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *garbage = g_strnfill (5000, 'g');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);
  g_assert_true (back_up (fixture, path, &error));
  library_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, garbage, -1, NULL));
  g_assert_false (library_fixture_open (fixture, &error));
  g_clear_error (&error);

  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  /* The library, its journal, and what could not be read: nothing is thrown away. */
  g_assert_cmpuint (count_files (folder), >=, 2);
}

static gboolean
try_to_look_after (LibraryFixture  *fixture,
                   GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_look_after_async (fixture->library, NULL, library_fixture_done_cb, &result);
  return kl_library_look_after_finish (fixture->library, library_fixture_await (&result), error);
}

static void
look_after (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (try_to_look_after (fixture, &error));
  g_assert_no_error (error);
}

/* The clock of the library is in 2026, and so are these; the file's own time is today's. */
static void
test_ten_and_one_a_week (LibraryFixture *fixture,
                         gconstpointer   data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);
  g_autofree char *foreign = g_build_filename (backups, "mine.db", NULL);
  g_autofree char *saved = g_build_filename (backups, "before-restore-20200101T000000.db", NULL);

  g_assert_no_errno (g_mkdir_with_parents (backups, 0700));
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (saved, "saved", -1, NULL));
  /* Thirty days of March, the 2nd being a Monday. */
  for (int day = 2; day <= 31; day++)
    {
      g_autofree char *name = g_strdup_printf ("library-202603%02dT120000Z.db", day);
      g_autofree char *path = g_build_filename (backups, name, NULL);

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    }

  look_after (fixture);
  /* The new one and March 23 to 31; before those one a week: March 22, 15 and 8; and what KLearn did not make. */
  g_assert_cmpuint (count_files (backups), ==, 10 + 3 + 2);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (saved, G_FILE_TEST_EXISTS));
}

static void
test_session_backup_can_be_restored (LibraryFixture *fixture,
                                     gconstpointer   data)
{
  g_autofree char *path
    = g_build_filename (fixture->folder, "klearn", "backups", "library-20261123T120000Z.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);
  look_after (fixture);
  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A flipped bit in a word is nothing that quick_check sees; before the first backup of a week each row is looked at. */
static void
test_every_row_once_a_week (LibraryFixture *fixture,
                            gconstpointer   data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);
  g_autofree char *last_week = g_build_filename (backups, "library-20261122T120000Z.db", NULL);
  g_autofree char *this_week = g_build_filename (backups, "library-20261123T000000Z.db", NULL);
  g_autofree char *others = g_build_filename (backups, "other-20261123T000000Z.db", NULL);
  g_autoptr(GError) error = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  library_fixture_execute (fixture, "UPDATE plan SET title = 'plbn'");
  g_assert_no_errno (g_mkdir_with_parents (backups, 0700));
  g_assert_true (g_file_set_contents (last_week, "good", -1, NULL));
  g_assert_true (g_file_set_contents (others, "another library's", -1, NULL));
  g_assert_false (try_to_look_after (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
  /* What is damaged pushes no good backup out. */
  g_assert_cmpuint (count_files (backups), ==, 2);

  g_assert_true (g_file_set_contents (this_week, "good", -1, NULL));
  look_after (fixture);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/backup/round-trip", test_round_trip);
  ADD ("/backup/what-was-there-is-saved", test_what_was_there_is_saved);
  ADD ("/backup/in-place-of-parts", test_in_place_of_parts);
  ADD ("/backup/bad-backup", test_bad_backup_is_refused);
  ADD ("/backup/failed-backup", test_failed_backup_leaves_nothing);
  ADD ("/backup/locked-library", test_locked_library_stays);
  ADD ("/backup/unusable-library", test_unusable_library_is_moved_aside);
  ADD ("/backup/ten-and-one-a-week", test_ten_and_one_a_week);
  ADD ("/backup/every-row-once-a-week", test_every_row_once_a_week);
  ADD ("/backup/session", test_session_backup_can_be_restored);
  return g_test_run ();
}
