/* The library as a file: made privately, and left alone where it is not ours, newer, damaged or locked. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library-fixture.h"
#include "storage/kl-database.h"
#include "storage/kl-library-file.h"
#include "storage/kl-schema.h"

static void
write_file (LibraryFixture *fixture,
            const char     *contents,
            gssize          length)
{
  g_autoptr(GError) error = NULL;

  library_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, contents, length, &error));
  g_assert_no_error (error);
}

static GBytes *
read_file (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, &error));
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* Opening fails with @code and a sentence that names the file, and leaves the file as it is. */
static void
assert_refused (LibraryFixture *fixture,
                int             code)
{
  g_autoptr(GBytes) before = read_file (fixture);
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (library_fixture_open (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  after = read_file (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_private (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  struct stat status;

  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_no_errno (stat (folder, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_rollback_journal (LibraryFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, FALSE, NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  gint64 synchronous;

  g_assert_nonnull (database);
  g_assert_true (kl_database_get_integer (database, "PRAGMA synchronous", &synchronous, NULL));
  g_assert_cmpint (synchronous, ==, 3);
  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_not_a_database (LibraryFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *words = g_strnfill (8192, 'w');

  write_file (fixture, words, -1);
  assert_refused (fixture, KL_STORAGE_ERROR_NOT_A_LIBRARY);
}

static void
test_foreign_database (LibraryFixture *fixture,
                       gconstpointer   data)
{
  library_fixture_close (fixture);
  g_assert_no_errno (g_unlink (fixture->path));
  library_fixture_execute (fixture, "CREATE TABLE recipes (name TEXT)");
  assert_refused (fixture, KL_STORAGE_ERROR_NOT_A_LIBRARY);
}

#define WRITE_SCHEMA "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES "
#define EVIL(name) "'CREATE TRIGGER " name " AFTER UPDATE ON state BEGIN DELETE FROM attempt; END'"

/* What somebody else put into a library would be run by what KLearn writes. */
static void
test_foreign_sql (LibraryFixture *fixture,
                  gconstpointer   data)
{
  static const char *const foreign[][2] = {
    { "CREATE TRIGGER later AFTER INSERT ON attempt BEGIN DELETE FROM attempt; END", "trigger later" },
    { "CREATE VIEW shown AS SELECT * FROM plan", "view shown" },
    { "CREATE TABLE other (name TEXT)", "table other" },
    { "CREATE INDEX odd ON plan (abs (position))", "index odd" },
    { "CREATE TRIGGER \"a\nb\" AFTER DELETE ON plan BEGIN DELETE FROM attempt; END", "trigger a?b" },
    { "DROP TRIGGER attempt_words_insert;"
      "CREATE TRIGGER attempt_words_insert AFTER INSERT ON attempt BEGIN DELETE FROM attempt; END",
      "trigger attempt_words_insert" },
    { "DROP TABLE band; CREATE VIEW band AS SELECT * FROM plan", "view band" },
    { "CREATE TABLE more_words_data (id INTEGER PRIMARY KEY)", "table more_words_data" },
    /* No statement makes these, but an editor of bytes does. */
    { WRITE_SCHEMA "('trigger', 'sqlite_evil', 'state', 0, " EVIL ("sqlite_evil") ")", "trigger sqlite_evil" },
    { WRITE_SCHEMA "('trigger', 'sqlite_sequence', 'state', 0, " EVIL ("sqlite_sequence") ")",
      "trigger sqlite_sequence" },
    { WRITE_SCHEMA "('trigger', 'sqlite_autoindex_plan_2', 'state', 0, " EVIL ("sqlite_autoindex_plan_2") ")",
      "trigger sqlite_autoindex_plan_2" },
    { WRITE_SCHEMA "('trigger', 'attempt_words_data', 'state', 0, " EVIL ("attempt_words_data") ")",
      "trigger attempt_words_data" },
  };
  g_autofree char *contents = NULL;
  gsize length;

  library_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
      library_fixture_execute (fixture, foreign[i][0]);
      assert_refused (fixture, KL_STORAGE_ERROR_NOT_A_LIBRARY);

      g_assert_false (kl_library_file_verify (fixture->path, &error));
      g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
      g_assert_nonnull (strstr (error->message, foreign[i][1]));
      library_fixture_close (fixture);
    }

  /* What SQLite itself adds is no harm. */
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  library_fixture_execute (fixture, "ANALYZE");
  g_assert_true (library_fixture_open (fixture, NULL));
}

/* Newer releases of SQLite read no schema with a trigger on what is behind a search index, and call it damaged. */
static void
test_trigger_on_index (LibraryFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  library_fixture_close (fixture);
  library_fixture_execute (fixture,
                           "CREATE TRIGGER later AFTER DELETE ON attempt_words_data BEGIN DELETE FROM plan; END");
  before = read_file (fixture);
  g_assert_false (library_fixture_open (fixture, &error));
  g_assert_true (g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY)
                 || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT));
  g_assert_nonnull (strstr (error->message, fixture->path));
  after = read_file (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_newer (LibraryFixture *fixture,
            gconstpointer   data)
{
  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  library_fixture_close (fixture);
  library_fixture_execute (fixture, "PRAGMA user_version = 99");
  assert_refused (fixture, KL_STORAGE_ERROR_NEWER);
}

/* A library that lacks something is damaged, whatever can still be read. */
static void
test_missing_parts (LibraryFixture *fixture,
                    gconstpointer   data)
{
  static const char *const missing[][2] = {
    { "DROP TRIGGER attempt_words_insert", "(trigger attempt_words_insert)" },
    { "DROP INDEX gap_by_owner", "(index gap_by_owner)" },
    { "DROP TABLE state", "(table state)" },
    { "DROP TABLE change; DROP TABLE state", "(table change, table state)" },
    { "DROP TABLE subject_words", "(table subject_words)" },
    { "DROP TABLE band", "(index band_by_owner, table band)" },
  };
  g_autofree char *contents = NULL;
  gsize length;

  library_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
      library_fixture_execute (fixture, missing[i][0]);
      assert_refused (fixture, KL_STORAGE_ERROR_CORRUPT);

      g_assert_false (kl_library_file_verify (fixture->path, &error));
      g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, missing[i][1]));
      library_fixture_close (fixture);
    }
}

static void
test_versions_that_are_none (LibraryFixture *fixture,
                             gconstpointer   data)
{
  static const char *const stamps[] = {
    "PRAGMA user_version = -1",
    "PRAGMA user_version = -2147483648",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 0; PRAGMA user_version = 0",
    "PRAGMA application_id = 0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      g_autofree char *set = g_strconcat ("PRAGMA application_id = 0x4b4c726e; ", stamps[i], NULL);
      g_autoptr(GError) error = NULL;

      library_fixture_close (fixture);
      library_fixture_execute (fixture, set);
      g_assert_false (kl_library_file_verify (fixture->path, &error));
      g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
      assert_refused (fixture, KL_STORAGE_ERROR_NOT_A_LIBRARY);
    }

  /* Where there is nothing in the file that could be foreign. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *set = g_strconcat ("PRAGMA application_id = 0x4b4c726e; ", stamps[i], NULL);

      library_fixture_close (fixture);
      g_assert_no_errno (g_unlink (fixture->path));
      library_fixture_execute (fixture, set);
      assert_refused (fixture, KL_STORAGE_ERROR_NOT_A_LIBRARY);
    }
}

/* Nothing is written to tables that another KLearn has changed since this one opened the library. */
static void
test_other_version_meanwhile (LibraryFixture *fixture,
                              gconstpointer   data)
{
  static const struct
  {
    const char *stamp;
    int code;
  } versions[] = {
    { "PRAGMA user_version = 99", KL_STORAGE_ERROR_NEWER },
    { "PRAGMA user_version = 1", KL_STORAGE_ERROR_FAILED },
  };
  g_autoptr(KlPlan) plan = library_fixture_add_plan (fixture, "plan");
  g_autoptr(KlSubject) subject = library_fixture_add_subject (fixture, plan, "subject");
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text",
                                           "words", NULL);
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 50);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "other");
  g_autoptr(KlPlan) other = g_object_new (KL_TYPE_PLAN, "title", "other", NULL);
  g_autofree char *stamp
    = g_strdup_printf ("PRAGMA user_version = %d", (int) kl_schema_get_newest_version ());
  g_autofree char *before = library_fixture_dump_all (fixture);
  g_autoptr(GError) error = NULL;

  kl_change_insert (change, KL_RECORD (other));
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *after = NULL;

      library_fixture_execute (fixture, versions[i].stamp);
      g_assert_false (library_fixture_apply (fixture, change, &error));
      g_assert_error (error, KL_STORAGE_ERROR, versions[i].code);
      g_clear_error (&error);
      g_assert_false (library_fixture_save_draft (fixture, draft, &error));
      g_assert_error (error, KL_STORAGE_ERROR, versions[i].code);
      g_clear_error (&error);
      g_assert_false (library_fixture_record (fixture, subject, attempt, &error));
      g_assert_error (error, KL_STORAGE_ERROR, versions[i].code);
      g_clear_error (&error);
      g_assert_null (library_fixture_undo (fixture, &error));
      g_assert_error (error, KL_STORAGE_ERROR, versions[i].code);
      g_clear_error (&error);
      after = library_fixture_dump_all (fixture);
      g_assert_cmpstr (after, ==, before);
    }

  library_fixture_execute (fixture, stamp);
  g_assert_true (library_fixture_save_draft (fixture, draft, &error));
  g_assert_no_error (error);
}

static void
test_folder (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  library_fixture_close (fixture);
  g_assert_no_errno (g_unlink (fixture->path));
  g_assert_no_errno (g_mkdir (fixture->path, 0700));
  g_assert_false (library_fixture_open (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
}

static void
test_fifo (LibraryFixture *fixture,
           gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  library_fixture_close (fixture);
  g_assert_no_errno (g_unlink (fixture->path));
  g_assert_no_errno (mkfifo (fixture->path, 0600));
  /* Opening a FIFO would wait for a writer for ever. */
  g_assert_false (library_fixture_open (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY);
}

static void
test_empty_file_becomes_a_library (LibraryFixture *fixture,
                                   gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  write_file (fixture, "", 0);
  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);
  g_object_unref (library_fixture_add_plan (fixture, "plan"));
}

/* Where there was a library, nothing is made of what is left of it. */
static void
test_empty_file_with_backups (LibraryFixture *fixture,
                              gconstpointer   data)
{
  static const char *const others[] = { "library-of-mine-20261101T000000Z.db", "library-20261101T000000Z.db.abcdef" };
  static const char *const own[] = { "library-20261101T000000Z.db", "library-before-restore-20261101T000000Z-2.db" };
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_no_errno (g_mkdir (backups, 0700));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (backups, others[i], NULL);

      g_assert_true (g_file_set_contents (path, "backup", -1, NULL));
    }
  write_file (fixture, "", 0);
  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *path = g_build_filename (backups, own[i], NULL);

      g_assert_true (g_file_set_contents (path, "backup", -1, NULL));
      write_file (fixture, "", 0);
      assert_refused (fixture, KL_STORAGE_ERROR_CORRUPT);
      library_fixture_close (fixture);
      g_assert_no_errno (g_unlink (path));
    }
}

/* A library that is not there is made, whatever backups there are: nothing is lost by that. */
static void
test_new_file_with_backups (LibraryFixture *fixture,
                            gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "backups", "library-20261101T000000Z.db", NULL);
  g_autofree char *backups = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  library_fixture_close (fixture);
  g_assert_no_errno (g_unlink (fixture->path));
  g_assert_no_errno (g_mkdir (backups, 0700));
  g_assert_true (g_file_set_contents (path, "backup", -1, NULL));
  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);
}

static void
test_damaged (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) good = NULL;
  g_autofree char *bad = NULL;
  gsize length;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  library_fixture_close (fixture);
  good = read_file (fixture);
  bad = g_memdup2 (g_bytes_get_data (good, &length), g_bytes_get_size (good));
  memset (bad + 100, 0xff, 3000);
  g_assert_true (g_file_set_contents (fixture->path, bad, (gssize) g_bytes_get_size (good), &error));
  assert_refused (fixture, KL_STORAGE_ERROR_CORRUPT);
}

/* Waits without holding up the main loop, then says so: the timeout is SQLite's, not ours. */
static void
test_locked (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "plan");
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "plan", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *other;
  guint n_turns = 0;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);

  kl_change_insert (change, KL_RECORD (plan));
  kl_library_apply_async (fixture->library, change, -1, NULL, library_fixture_done_cb, &result);
  while (result == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      n_turns++;
    }
  g_assert_false (kl_library_apply_finish (fixture->library, result, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED);
  g_assert_cmpuint (n_turns, >, 100);
  g_clear_error (&error);

  /* When the other is done, the same change goes through. */
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
}

/* One wait for all statements of opening, and one clear sentence. */
static void
test_locked_at_opening (LibraryFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *other;

  library_fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (library_fixture_open (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

static void
assert_read_only (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "plan");
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "plan", NULL);

  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);
  g_assert_true (kl_library_get_read_only (fixture->library));
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 1);
  kl_change_insert (change, KL_RECORD (plan));
  g_assert_false (library_fixture_apply (fixture, change, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_READ_ONLY);
}

static void
test_read_only (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  pid_t child;
  int status = 0;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  library_fixture_close (fixture);
  g_assert_no_errno (g_chmod (fixture->path, 0444));
  if (geteuid () != 0)
    {
      assert_read_only (fixture);
      return;
    }

  /* Root may write anything, so another user looks, in a process of its own. */
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
  g_assert_no_errno (g_chmod (folder, 0755));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_assert_no_errno (setgid (65534));
      g_assert_no_errno (setuid (65534));
      assert_read_only (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static gboolean
make_large_change (LibraryFixture  *fixture,
                   GError         **error)
{
  g_autofree char *notes = g_strnfill (2 * 1024 * 1024, 'n');
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "large", "notes", notes, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "large");

  kl_change_insert (change, KL_RECORD (plan));
  return library_fixture_apply (fixture, change, error);
}

/* A file size limit stands for a full disk: the write fails, nothing changes, and it works again once there is room. */
static void
test_no_space (LibraryFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit unlimited;
  struct rlimit limited;

  before = library_fixture_dump (fixture);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &unlimited));
  limited = unlimited;
  limited.rlim_cur = 1024 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limited));
  g_assert_false (make_large_change (fixture, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &unlimited));

  after = library_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (make_large_change (fixture, &error));
  g_assert_no_error (error);
}

static void
assert_contains (const char *path,
                 const char *suffix,
                 const char *contents)
{
  g_autofree char *whole = g_strconcat (path, suffix, NULL);
  g_autofree char *found = NULL;

  if (contents == NULL)
    g_assert_false (g_file_test (whole, G_FILE_TEST_EXISTS));
  else
    g_assert_true (g_file_get_contents (whole, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, contents);
}

/* A library goes with its journal, there and back; what lies in its place by then gives way. */
static void
test_move_aside (LibraryFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *moved_to = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "library", -1, NULL) && g_file_set_contents (journal, "journal", -1, NULL));
  g_assert_true (kl_library_file_move_aside (path, "1", &moved_to, &error));
  assert_contains (moved_to, "", "library");
  assert_contains (moved_to, "-journal", "journal");
  assert_contains (path, "", NULL);
  assert_contains (path, "-journal", NULL);

  g_assert_true (g_file_set_contents (path, "new", -1, NULL) && g_file_set_contents (journal, "new", -1, NULL));
  g_assert_true (kl_library_file_move_back (path, moved_to, &error));
  assert_contains (path, "", "library");
  assert_contains (path, "-journal", "journal");
  assert_contains (moved_to, "", NULL);
  assert_contains (moved_to, "-journal", NULL);

  /* Nothing is moved where the library is not there, its journal neither. */
  g_assert_false (kl_library_file_move_back (path, moved_to, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
}

/* Not over one that was moved aside before, and not beside a journal that is another's. */
static void
test_move_aside_again (LibraryFixture *fixture,
                       gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *stray = g_strconcat (path, ".damaged-1-2-journal", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (stray, "stray", -1, NULL));
  g_assert_true (g_file_set_contents (path, "one", -1, NULL) && g_file_set_contents (journal, "journal", -1, NULL));
  g_assert_true (kl_library_file_move_aside (path, "1", &first, &error));
  g_assert_true (g_file_set_contents (path, "two", -1, NULL));
  g_assert_true (kl_library_file_move_aside (path, "1", &second, &error));
  g_assert_no_error (error);

  assert_contains (first, "", "one");
  assert_contains (first, "-journal", "journal");
  assert_contains (second, "", "two");
  assert_contains (second, "-journal", NULL);
  assert_contains (stray, "", "stray");
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/library-file/private", test_private);
  ADD ("/library-file/rollback-journal", test_rollback_journal);
  ADD ("/library-file/not-a-database", test_not_a_database);
  ADD ("/library-file/foreign-database", test_foreign_database);
  ADD ("/library-file/foreign-sql", test_foreign_sql);
  ADD ("/library-file/trigger-on-index", test_trigger_on_index);
  ADD ("/library-file/newer", test_newer);
  ADD ("/library-file/missing-parts", test_missing_parts);
  ADD ("/library-file/versions-that-are-none", test_versions_that_are_none);
  ADD ("/library-file/other-version-meanwhile", test_other_version_meanwhile);
  ADD ("/library-file/folder", test_folder);
  ADD ("/library-file/fifo", test_fifo);
  ADD ("/library-file/empty", test_empty_file_becomes_a_library);
  ADD ("/library-file/empty-with-backups", test_empty_file_with_backups);
  ADD ("/library-file/new-with-backups", test_new_file_with_backups);
  ADD ("/library-file/damaged", test_damaged);
  ADD ("/library-file/locked", test_locked);
  ADD ("/library-file/locked-at-opening", test_locked_at_opening);
  ADD ("/library-file/read-only", test_read_only);
  ADD ("/library-file/move-aside", test_move_aside);
  ADD ("/library-file/move-aside-again", test_move_aside_again);
  ADD ("/library-file/no-space", test_no_space);
  return g_test_run ();
}
