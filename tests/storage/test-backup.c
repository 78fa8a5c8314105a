/* Backups: good before they get their name, and the same rows when they come back. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "library-fixture.h"
#include "storage/kl-database.h"
#include "test-clock.h"

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
back_up_well (LibraryFixture *fixture,
              const char     *path)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (back_up (fixture, path, &error));
  g_assert_no_error (error);
}

static void
restore_well (LibraryFixture *fixture,
              const char     *path)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
}

static void
execute (const char *path,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDatabase) database = kl_database_open (path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (kl_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

/* Of plans in the file at @path that are called @title. */
static gint64
count_in (const char *path,
          const char *title)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDatabase) database = kl_database_open (path, TRUE, &error);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM plan WHERE title = '%s'", title);
  gint64 n_plans = 0;

  g_assert_no_error (error);
  g_assert_true (kl_database_get_integer (database, sql, &n_plans, &error));
  g_assert_no_error (error);
  return n_plans;
}

/* The clock stands still, and is elsewhere than in Greenwich. */
static void
test_twice_in_a_second (LibraryFixture *fixture,
                        gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);
  g_autofree char *first = g_build_filename (backups, "library-before-restore-20261123T123000Z.db", NULL);
  g_autofree char *second = g_build_filename (backups, "library-before-restore-20261123T123000Z-2.db", NULL);

  test_clock_set (TEST_CLOCK (kl_library_get_clock (fixture->library)), "2026-11-23T14:30:00+02:00");
  back_up_well (fixture, path);
  g_object_unref (library_fixture_add_plan (fixture, "one"));
  restore_well (fixture, path);
  g_object_unref (library_fixture_add_plan (fixture, "two"));
  restore_well (fixture, path);

  g_assert_cmpuint (count_files (backups), ==, 2);
  g_assert_cmpint (count_in (first, "one"), ==, 1);
  g_assert_cmpint (count_in (first, "two"), ==, 0);
  g_assert_cmpint (count_in (second, "two"), ==, 1);
}

static gboolean
add_plan_at (LibraryFixture  *fixture,
             const char      *title,
             const char      *sitting,
             gint64           revision,
             GError         **error)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, title);
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", title, NULL);
  g_autoptr(GAsyncResult) result = NULL;

  kl_change_insert (change, KL_RECORD (plan));
  kl_change_set_sitting (change, sitting);
  kl_library_apply_async (fixture->library, change, revision, NULL, library_fixture_done_cb, &result);
  return kl_library_apply_finish (fixture->library, library_fixture_await (&result), error);
}

/* What was worked out for contents that are gone must not be taken for what the backup holds. */
static void
test_revision_is_a_new_one (LibraryFixture *fixture,
                            gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr(GError) error = NULL;
  gint64 seen;

  back_up_well (fixture, path);
  g_object_unref (library_fixture_add_plan (fixture, "later"));
  seen = kl_library_get_revision (fixture->library);
  restore_well (fixture, path);
  g_assert_cmpint (kl_library_get_revision (fixture->library), >, seen);
  g_assert_false (add_plan_at (fixture, "stale", NULL, seen, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE);
}

/* The change that it would go on with has the same number as another one in the backup. */
static void
test_sitting_ends (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *one = g_build_filename (fixture->folder, "one.db", NULL);
  g_autofree char *two = g_build_filename (fixture->folder, "two.db", NULL);
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "first"));
  back_up_well (fixture, one);
  g_object_unref (library_fixture_add_plan (fixture, "second"));
  back_up_well (fixture, two);
  restore_well (fixture, one);
  g_assert_true (add_plan_at (fixture, "sitting", "sitting", -1, &error));
  restore_well (fixture, two);
  g_assert_true (add_plan_at (fixture, "sitting again", "sitting", -1, &error));
  g_assert_no_error (error);

  undone = library_fixture_undo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 2);
}

/* Somebody looked at the backup with a program that changed how it is written. */
static void
test_log_of_a_backup (LibraryFixture *fixture,
                      gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  back_up_well (fixture, path);
  execute (path, "PRAGMA journal_mode = WAL");
  g_object_unref (library_fixture_add_plan (fixture, "later"));

  restore_well (fixture, path);
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 1);
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  /* In the file, as SQLite's format has it: not 2, which is a log of its own. */
  g_assert_cmpint (memcmp (contents + 18, "\1\1", 2), ==, 0);
}

/* It can be read whole, but KLearn can do nothing with it: that is found out before anything is replaced. */
static void
test_useless_backup (LibraryFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  back_up_well (fixture, path);
  execute (path, "DROP TABLE state");
  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);
  g_assert_false (restore (fixture, path, &error));
  g_assert_nonnull (error);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  /* What was there is saved, nothing else is left. */
  g_assert_cmpuint (count_files (backups), <=, 1);
  g_object_unref (library_fixture_add_plan (fixture, "afterwards"));
}

/* The window proposes the library's own name. */
static void
test_not_over_the_library (LibraryFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *symbolic = g_build_filename (fixture->folder, "symbolic.db", NULL);
  g_autofree char *hard = g_build_filename (fixture->folder, "hard.db", NULL);
  const char *names[] = { fixture->path, symbolic, hard };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump (fixture);
  g_assert_no_errno (symlink (fixture->path, symbolic));
  g_assert_no_errno (link (fixture->path, hard));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (back_up (fixture, names[i], &error));
      g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, names[i]));
    }

  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
  g_object_unref (library_fixture_add_plan (fixture, "later"));
  g_assert_no_errno (g_unlink (hard));
  library_fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 2);
  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, !=, before);
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
put_file (const char *folder,
          const char *name,
          const char *date)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (date, NULL);
  struct utimbuf times = { 0 };

  times.actime = times.modtime = g_date_time_to_unix (time);
  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
  g_assert_no_errno (utime (path, &times));
}

static gboolean
has_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What a crash left of a backup goes some time; not one that may be being made, nor what somebody else put there. */
static void
test_leftovers (LibraryFixture *fixture,
                gconstpointer   data)
{
  static const char *const leftovers[] = {
    "library-20260301T120000Z.db.a1B2c3",
    "library-before-restore-20260301T120000Z.db.a1B2c3",
    "library-before-version-6.db.a1B2c3",
    "library-restoring.db.a1B2c3",
  };
  static const char *const others[] = {
    "library-20260301T120000Z.db",
    "library-mine.db.a1B2c3",
    "library-20260301T120000Z.db.old",
    "other-20260301T120000Z.db.a1B2c3",
    "notes.a1B2c3",
  };
  g_autofree char *backups = g_build_filename (fixture->folder, "klearn", "backups", NULL);

  g_assert_no_errno (g_mkdir_with_parents (backups, 0700));
  for (guint i = 0; i < G_N_ELEMENTS (leftovers); i++)
    put_file (backups, leftovers[i], "2026-11-22T11:00:00Z");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put_file (backups, others[i], "2026-01-01T12:00:00Z");
  put_file (backups, "library-20260302T120000Z.db.a1B2c3", "2026-11-22T13:00:00Z");

  look_after (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (leftovers); i++)
    g_assert_false (has_file (backups, leftovers[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (has_file (backups, others[i]));
  g_assert_true (has_file (backups, "library-20260302T120000Z.db.a1B2c3"));
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
  ADD ("/backup/twice-in-a-second", test_twice_in_a_second);
  ADD ("/backup/new-revision", test_revision_is_a_new_one);
  ADD ("/backup/sitting-ends", test_sitting_ends);
  ADD ("/backup/log-of-a-backup", test_log_of_a_backup);
  ADD ("/backup/useless-backup", test_useless_backup);
  ADD ("/backup/not-over-the-library", test_not_over_the_library);
  ADD ("/backup/leftovers", test_leftovers);
  ADD ("/backup/bad-backup", test_bad_backup_is_refused);
  ADD ("/backup/failed-backup", test_failed_backup_leaves_nothing);
  ADD ("/backup/locked-library", test_locked_library_stays);
  ADD ("/backup/unusable-library", test_unusable_library_is_moved_aside);
  ADD ("/backup/ten-and-one-a-week", test_ten_and_one_a_week);
  ADD ("/backup/every-row-once-a-week", test_every_row_once_a_week);
  ADD ("/backup/session", test_session_backup_can_be_restored);
  return g_test_run ();
}
