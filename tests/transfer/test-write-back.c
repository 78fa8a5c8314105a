/* test-write-back.c: a plan goes back into its file, and never over what somebody else wrote there */

#include "config.h"

#include "link-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "exchange/kl-document-replace.h"
#include "exchange/kl-exchange-error.h"
#include "model/kl-point.h"
#include "transfer/kl-write-back.h"

static void
assert_refused (LinkFixture *fixture,
                int          code)
{
  g_autoptr(GError) error = NULL;
  gboolean wrote = FALSE;

  g_assert_false (link_fixture_save (fixture, &wrote, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "plan.md"));
  g_assert_false (wrote);
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *held = link_fixture_get (path);

  g_assert_cmpstr (held, ==, text);
}

/* Nothing but the file may be in its folder. */
static void
assert_clean (LinkFixture *fixture,
              guint        n_files)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, n_files);
}

static char *
replace_in (const char *text,
            const char *what,
            const char *with)
{
  g_auto(GStrv) parts = g_strsplit (text, what, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (with, parts);
}

static void
test_unchanged (LinkFixture   *fixture,
                gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autoptr(GError) error = NULL;
  struct stat first;
  struct stat second;
  gboolean wrote = TRUE;

  g_assert_cmpint (stat (fixture->path, &first), ==, 0);
  g_assert_true (link_fixture_save (fixture, &wrote, &error));
  g_assert_no_error (error);
  g_assert_false (wrote);
  g_assert_cmpint (stat (fixture->path, &second), ==, 0);
  g_assert_cmpuint (first.st_ino, ==, second.st_ino);
  assert_holds (fixture->path, before);
}

/* The blocks that the edit is about, and no other byte. */
static void
test_edit (LinkFixture   *fixture,
           gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *expected = replace_in (before, "- Two\n", "- Two\n- New\n");
  g_autofree char *renamed = replace_in (expected, "### Second", "### Other");
  const char *undo_name = NULL;
  g_autoptr(GError) error = NULL;
  gboolean wrote = FALSE;

  link_fixture_add_point (fixture, "First", "New");
  undo_name = kl_library_get_undo_name (fixture->transfer.library);
  g_assert_true (link_fixture_save (fixture, &wrote, &error));
  g_assert_no_error (error);
  g_assert_true (wrote);
  assert_holds (fixture->path, expected);
  /* Writing is no step of the history. */
  g_assert_cmpstr (kl_library_get_undo_name (fixture->transfer.library), ==, undo_name);

  link_fixture_rename (fixture, "Second", "Other");
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, renamed);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 0);
  assert_clean (fixture, 1);
}

static void
test_undo_and_redo (LinkFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;

  link_fixture_rename (fixture, "First", "Number one");
  link_fixture_save_well (fixture);
  after = link_fixture_get (fixture->path);
  g_assert_cmpstr (before, !=, after);

  transfer_fixture_undo (&fixture->transfer);
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, before);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 0);

  kl_library_redo_async (fixture->transfer.library, NULL, transfer_fixture_done_cb, &result);
  redone = kl_library_redo_finish (fixture->transfer.library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, after);
}

/* What somebody else wrote stays, is brought in, and then it goes on. */
static void
test_changed_elsewhere (LinkFixture   *fixture,
                        gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *theirs = replace_in (before, "* Four\n", "* Four\n* Five, elsewhere\n");
  g_autofree char *both = replace_in (theirs, "### First", "### Begin");

  link_fixture_rename (fixture, "First", "Begin");
  link_fixture_put (fixture->path, theirs);
  assert_refused (fixture, KL_EXCHANGE_ERROR_CHANGED);
  assert_holds (fixture->path, theirs);
  assert_clean (fixture, 1);

  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, both);
}

/* After KLearn wrote, what it wrote is the side before: an edit here and one there meet without a question. */
static void
test_changed_after_writing (LinkFixture   *fixture,
                            gconstpointer  data)
{
  g_autofree char *written = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *both = NULL;

  link_fixture_rename (fixture, "First", "Second try");
  link_fixture_add_point (fixture, "Second try", "Made here");
  link_fixture_save_well (fixture);
  written = link_fixture_get (fixture->path);

  theirs = replace_in (written, "One of the points", "One of these points");
  link_fixture_put (fixture->path, theirs);
  link_fixture_rename (fixture, "Second try", "Third try");
  assert_refused (fixture, KL_EXCHANGE_ERROR_CHANGED);

  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);
  link_fixture_save_well (fixture);
  both = replace_in (theirs, "### Second try", "### Third try");
  assert_holds (fixture->path, both);
}

/* A topic that was renamed here, a new one that has its old name, and then an edit of the new one elsewhere. */
static void
test_names_that_wander (LinkFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlPlan) after = NULL;
  g_autoptr(KlSubject) old = NULL;
  g_autoptr(KlSubject) again = NULL;
  g_autoptr(KlSubject) fresh = NULL;
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_SUBJECT, "First");
  g_autoptr(KlSubject) subject = NULL;
  g_autofree char *written = NULL;
  g_autofree char *theirs = NULL;

  link_fixture_rename (fixture, "First", "Zero");
  plan = link_fixture_read (fixture, NULL);
  old = link_fixture_subject (plan, "Zero");
  subject = g_object_new (KL_TYPE_SUBJECT, "owner", fixture->plan_id, "title", "First", "position", (gint64) 1000,
                          "depth", kl_subject_get_depth (old), NULL);
  kl_change_insert (change, KL_RECORD (subject));
  transfer_fixture_apply (&fixture->transfer, change);
  link_fixture_add_point (fixture, "First", "Of the new one");
  link_fixture_save_well (fixture);

  written = link_fixture_get (fixture->path);
  theirs = replace_in (written, "Of the new one\n", "Of the new one\n- And more\n");
  link_fixture_put (fixture->path, theirs);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);

  after = link_fixture_read (fixture, NULL);
  fresh = link_fixture_subject (after, "First");
  again = link_fixture_subject (after, "Zero");
  g_assert_cmpstr (kl_record_get_id (KL_RECORD (fresh)), ==, kl_record_get_id (KL_RECORD (subject)));
  g_assert_cmpstr (kl_record_get_id (KL_RECORD (again)), ==, kl_record_get_id (KL_RECORD (old)));
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (fresh)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (again)), ==, 2);
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, theirs);
}

/* An import that is taken back is in the file, but not in the plan any more: the file stays. */
static void
test_undone_import (LinkFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *theirs = replace_in (before, "One of the points", "One of these points");

  link_fixture_put (fixture->path, theirs);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);
  link_fixture_save_well (fixture);
  transfer_fixture_undo (&fixture->transfer);
  assert_refused (fixture, KL_EXCHANGE_ERROR_CHANGED);
  assert_holds (fixture->path, theirs);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, theirs);
}

/* Somebody puts the file back to what it was before KLearn wrote it. */
static void
test_put_back (LinkFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *edited = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;

  link_fixture_rename (fixture, "First", "Changed here");
  link_fixture_save_well (fixture);
  link_fixture_put (fixture->path, before);
  assert_refused (fixture, KL_EXCHANGE_ERROR_CHANGED);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);
  plan = link_fixture_read (fixture, NULL);
  subject = link_fixture_subject (plan, "First");
  g_assert_nonnull (subject);

  link_fixture_save_well (fixture);
  assert_holds (fixture->path, before);
  link_fixture_rename (fixture, "First", "Changed again");
  link_fixture_save_well (fixture);
  edited = replace_in (before, "### First", "### Changed again");
  assert_holds (fixture->path, edited);
}

static void
test_same_size_and_time (LinkFixture   *fixture,
                         gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *theirs = replace_in (before, "One of the", "Eno of the");
  struct stat status;
  struct utimbuf times;
  FILE *file;

  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  link_fixture_rename (fixture, "First", "Begin");
  /* In place, so that the inode is the same one too. */
  file = g_fopen (fixture->path, "r+");
  g_assert (file != NULL);
  g_assert_cmpuint (fwrite (theirs, 1, strlen (theirs), file), ==, strlen (theirs));
  g_assert_cmpint (fclose (file), ==, 0);
  times.actime = status.st_atime;
  times.modtime = status.st_mtime;
  g_assert_cmpint (utime (fixture->path, &times), ==, 0);

  assert_refused (fixture, KL_EXCHANGE_ERROR_CHANGED);
  assert_holds (fixture->path, theirs);
}

/* Another time alone is no change. */
static void
test_touched (LinkFixture   *fixture,
              gconstpointer  data)
{
  struct utimbuf times = { 1, 1 };

  link_fixture_rename (fixture, "First", "Begin");
  g_assert_cmpint (utime (fixture->path, &times), ==, 0);
  link_fixture_save_well (fixture);
}

static void
test_gone (LinkFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  link_fixture_rename (fixture, "First", "Begin");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_refused (fixture, KL_EXCHANGE_ERROR_GONE);
  assert_clean (fixture, 0);

  /* Linked again, it is made anew. */
  g_assert_true (link_fixture_try_link (fixture, fixture->path, FALSE, &error));
  g_assert_no_error (error);
  link_fixture_save_well (fixture);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 0);
}

static void
test_something_else (LinkFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere.md", NULL);

  link_fixture_rename (fixture, "First", "Begin");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, KL_EXCHANGE_ERROR_NOT_A_FILE);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture, KL_EXCHANGE_ERROR_NOT_A_FILE);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  g_assert_cmpint (symlink (nowhere, fixture->path), ==, 0);
  assert_refused (fixture, KL_EXCHANGE_ERROR_GONE);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  assert_clean (fixture, 1);
}

/* The link stays one, and what it leads to is written, with the permissions that it has. */
static void
test_symbolic_link (LinkFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->transfer.folder, "elsewhere.md", NULL);
  g_autofree char *text = NULL;
  struct stat status;

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_cmpint (g_chmod (elsewhere, 0664), ==, 0);
  g_assert_cmpint (symlink ("../elsewhere.md", fixture->path), ==, 0);
  link_fixture_rename (fixture, "First", "Begin");
  link_fixture_save_well (fixture);

  g_assert_cmpint (lstat (fixture->path, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (lstat (elsewhere, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0664);
  text = link_fixture_get (elsewhere);
  g_assert_nonnull (strstr (text, "### Begin"));
  assert_clean (fixture, 1);
}

static void
test_no_permission (LinkFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);

  if (geteuid () == 0)
    {
      g_test_skip ("this user may write everywhere");
      return;
    }
  link_fixture_rename (fixture, "First", "Begin");
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_refused (fixture, KL_EXCHANGE_ERROR_WRITE);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_refused (fixture, KL_EXCHANGE_ERROR_WRITE);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  assert_holds (fixture->path, before);

  link_fixture_save_well (fixture);
}

static KlFileState *
dup_state (LinkFixture *fixture)
{
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = link_fixture_read (fixture, &document);
  KlFileState *state = kl_document_get_file_state (document);

  return state != NULL ? g_object_ref (state) : NULL;
}

static void
note (LinkFixture *fixture,
      KlFileState *state)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_note_file_async (fixture->transfer.library, state, NULL, transfer_fixture_done_cb, &result);
  g_assert_true (
    kl_library_note_file_finish (fixture->transfer.library, transfer_fixture_wait_for (&result), &error));
  g_assert_no_error (error);
}

/* The file was written, and then the power went: the library only knows what was about to be written. */
static void
test_crash (LinkFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr(KlFileState) first = NULL;
  g_autoptr(KlFileState) second = NULL;
  g_autoptr(KlFileState) crashed = NULL;
  g_autoptr(KlFileState) settled = NULL;
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;

  link_fixture_rename (fixture, "First", "Begin");
  link_fixture_save_well (fixture);
  first = dup_state (fixture);
  link_fixture_rename (fixture, "Second", "Middle");
  link_fixture_save_well (fixture);
  second = dup_state (fixture);
  g_assert_cmpstr (kl_file_state_get_digest (first), !=, kl_file_state_get_digest (second));

  crashed = KL_FILE_STATE (kl_record_copy (KL_RECORD (first)));
  g_object_set (crashed, "intended", kl_file_state_get_digest (second), NULL);
  note (fixture, crashed);
  link_fixture_rename (fixture, "Middle", "End");
  link_fixture_save_well (fixture);
  text = link_fixture_get (fixture->path);
  g_assert_nonnull (strstr (text, "### End"));
  settled = dup_state (fixture);
  g_assert_null (kl_file_state_get_intended (settled));
  g_assert_cmpstr (kl_file_state_get_text (settled), ==, text);

  /* The same crash, and then somebody changed what KLearn had written. */
  note (fixture, crashed);
  theirs = replace_in (text, "One of the points", "One of these points");
  link_fixture_put (fixture->path, theirs);
  assert_refused (fixture, KL_EXCHANGE_ERROR_CHANGED);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), ==, 1);
  link_fixture_save_well (fixture);
  assert_holds (fixture->path, theirs);
}

/* The power went before the file was written: it holds what it held. */
static void
test_crash_before (LinkFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr(KlFileState) state = NULL;
  g_autoptr(KlFileState) crashed = NULL;
  g_autofree char *text = NULL;

  link_fixture_rename (fixture, "First", "Begin");
  link_fixture_save_well (fixture);
  state = dup_state (fixture);
  crashed = KL_FILE_STATE (kl_record_copy (KL_RECORD (state)));
  g_object_set (crashed, "intended", "0000", NULL);
  note (fixture, crashed);
  link_fixture_rename (fixture, "Second", "Middle");
  link_fixture_save_well (fixture);
  text = link_fixture_get (fixture->path);
  g_assert_nonnull (strstr (text, "### Middle"));
}

/* The library does not know that the file holds what the plan is: it is no change of anybody else. */
static void
test_same_by_chance (LinkFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autofree char *same = replace_in (before, "### First", "### Begin");
  g_autoptr(GError) error = NULL;
  gboolean wrote = TRUE;

  link_fixture_rename (fixture, "First", "Begin");
  link_fixture_put (fixture->path, same);
  g_assert_true (link_fixture_save (fixture, &wrote, &error));
  g_assert_no_error (error);
  g_assert_false (wrote);
}

static void
test_not_linked (LinkFixture   *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autoptr(GError) error = NULL;

  link_fixture_link (fixture, NULL, KL_FOLLOW_NOT);
  link_fixture_rename (fixture, "First", "Begin");
  g_assert_false (link_fixture_save (fixture, NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_LINKED);
  assert_holds (fixture->path, before);
}

/* What a library that somebody else made may ask for: a file of any name, which is known not to be there yet. */
static void
test_foreign_name (LinkFixture   *fixture,
                   gconstpointer  data)
{
  g_autofree char *library = g_strdup (kl_library_get_path (fixture->transfer.library));
  g_autofree char *path = g_build_filename (fixture->folder, "autostart.desktop", NULL);
  g_autofree char *sql = g_strdup_printf ("UPDATE document SET path = '%s', follow = 'changes';"
                                          "UPDATE file_state SET digest = NULL, intended = NULL", path);
  g_autoptr(GError) error = NULL;
  sqlite3 *database;

  link_fixture_link (fixture, fixture->path, KL_FOLLOW_CHANGES);
  g_assert_cmpint (sqlite3_open (library, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  g_assert_false (link_fixture_save (fixture, NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A link with a good name leads to what it likes. */
static void
test_foreign_target (LinkFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "profile", NULL);
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  link_fixture_link (fixture, fixture->path, KL_FOLLOW_CHANGES);
  g_assert_no_errno (g_rename (fixture->path, target));
  g_assert_no_errno (symlink (target, fixture->path));
  before = link_fixture_get (target);
  link_fixture_rename (fixture, "First", "Begin");

  g_assert_false (link_fixture_save (fixture, NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE);
  assert_holds (target, before);
}

/* Another KLearn is at work in the folder while the person takes the link away: when it is done, nothing is written. */
static void
test_not_linked_meanwhile (LinkFixture   *fixture,
                           gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int lock = kl_document_replace_lock (fixture->path, NULL, &error);

  g_assert_no_error (error);
  link_fixture_rename (fixture, "First", "Begin");
  kl_write_back_async (fixture->transfer.library, fixture->plan_id, KL_WRITE_BACK_NONE, NULL, transfer_fixture_done_cb,
                       &result);
  /* Long enough to get to the lock; should it take longer, the link is found to be gone before. */
  for (guint i = 0; i < 100; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
  link_fixture_link (fixture, NULL, KL_FOLLOW_NOT);
  g_assert_null (result);
  close (lock);

  g_assert_false (kl_write_back_finish (transfer_fixture_wait_for (&result), NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_LINKED);
  assert_holds (fixture->path, before);
}

static void
test_look (LinkFixture   *fixture,
           gconstpointer  data)
{
  g_autofree char *before = link_fixture_get (fixture->path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) second_result = NULL;
  g_autoptr(GError) error = NULL;

  link_fixture_rename (fixture, "First", "Begin");
  kl_write_back_async (fixture->transfer.library, fixture->plan_id, KL_WRITE_BACK_LOOK, NULL, transfer_fixture_done_cb,
                       &result);
  g_assert_true (kl_write_back_finish (transfer_fixture_wait_for (&result), NULL, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, before);

  link_fixture_put (fixture->path, "# Something else\n");
  kl_write_back_async (fixture->transfer.library, fixture->plan_id, KL_WRITE_BACK_LOOK, NULL, transfer_fixture_done_cb,
                       &second_result);
  g_assert_false (kl_write_back_finish (transfer_fixture_wait_for (&second_result), NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED);
}

#define ADD(path, test) g_test_add (path, LinkFixture, NULL, link_fixture_set_up, test, link_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/write-back/unchanged", test_unchanged);
  ADD ("/write-back/edit", test_edit);
  ADD ("/write-back/undo-and-redo", test_undo_and_redo);
  ADD ("/write-back/changed-elsewhere", test_changed_elsewhere);
  ADD ("/write-back/changed-after-writing", test_changed_after_writing);
  ADD ("/write-back/names-that-wander", test_names_that_wander);
  ADD ("/write-back/undone-import", test_undone_import);
  ADD ("/write-back/put-back", test_put_back);
  ADD ("/write-back/same-size-and-time", test_same_size_and_time);
  ADD ("/write-back/touched", test_touched);
  ADD ("/write-back/gone", test_gone);
  ADD ("/write-back/something-else", test_something_else);
  ADD ("/write-back/symbolic-link", test_symbolic_link);
  ADD ("/write-back/no-permission", test_no_permission);
  ADD ("/write-back/crash", test_crash);
  ADD ("/write-back/crash-before", test_crash_before);
  ADD ("/write-back/same-by-chance", test_same_by_chance);
  ADD ("/write-back/not-linked", test_not_linked);
  ADD ("/write-back/not-linked-meanwhile", test_not_linked_meanwhile);
  ADD ("/write-back/foreign-name", test_foreign_name);
  ADD ("/write-back/foreign-target", test_foreign_target);
  ADD ("/write-back/look", test_look);
  return g_test_run ();
}
