/* A disk that is full or broken: whichever call fails, nothing is lost or there in part, and the person is told.
 *
 * Every step of work is done again and again, and each time one more call to the disk goes well before one fails:
 * once, or all from then on. Whoever is told that it failed finds the library as it was, on the disk and in the
 * models, and it works as soon as the disk does. Whoever is told that it is done finds it done.
 */

#include "config.h"

#include <string.h>

#include "fault-vfs.h"
#include "faulty-work.h"

typedef gboolean (*Step) (FaultyWork *, GError **);

typedef struct
{
  Step step;
  gboolean changes; /* whether what is done can be seen in the library */
  gboolean undo;    /* whether to take it back, so that the library does not grow */
} Case;

typedef struct
{
  FaultCalls calls;
  gboolean for_good;
  gboolean full;
} Fault;

static const Fault faults[] = {
  { FAULT_ON_WRITE, FALSE, FALSE },
  { FAULT_ON_WRITE, TRUE, FALSE },
  { FAULT_ON_WRITE, TRUE, TRUE },
  { FAULT_ON_READ, FALSE, FALSE },
  { FAULT_ON_READ, TRUE, FALSE },
};

/* For a person: what, and where it is about a file. */
static void
assert_sentence (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "(null)"));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, ".db"));
}

static void
assert_sound (FaultyWork *work)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) problems = faulty_work_check (&work->fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (problems[0], ==, NULL);
}

static guint
n_shown (FaultyWork *work)
{
  return g_list_model_get_n_items (kl_library_get_plans (work->fixture.library)) * 1000
         + g_list_model_get_n_items (kl_subject_get_attempts (work->subject));
}

static void
assert_works (FaultyWork *work,
              const Case *test)
{
  g_autoptr(GError) error = NULL;
  gboolean done = test->step (work, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
take_back (FaultyWork *work)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (faulty_work_undo (work, &error));
  g_assert_no_error (error);
}

/* Returns whether a call failed; if not, there are no more calls. */
static gboolean
try_fault (FaultyWork  *work,
           const Case  *test,
           const Fault *fault,
           guint        after)
{
  g_autofree char *before = library_fixture_dump_all (&work->fixture);
  g_autofree char *now = NULL;
  g_autoptr(GError) error = NULL;
  guint shown = n_shown (work);
  gboolean done;
  gboolean failed;

  fault_vfs_fail (fault->calls, after, fault->for_good, fault->full);
  done = test->step (work, &error);
  failed = fault_vfs_heal ();

  now = library_fixture_dump_all (&work->fixture);
  if (g_test_verbose ())
    g_test_message ("call %u: %s", after, done ? "done" : error->message);
  if (done)
    {
      g_assert_cmpint (g_str_equal (now, before), ==, !test->changes);
      if (test->undo)
        take_back (work);
      return failed;
    }

  g_assert_true (failed);
  assert_sentence (error);
  assert_sound (work);
  /* Only a disk that fails for good while it says that it has written leaves open what became of it. */
  if (fault->for_good && g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_UNCERTAIN))
    {
      g_assert_cmpint (g_str_equal (now, before), ==, !test->changes);
      if (test->undo)
        take_back (work);
      return TRUE;
    }

  g_assert_true (g_str_equal (now, before));
  g_assert_cmpuint (n_shown (work), ==, shown);
  assert_works (work, test);
  if (test->undo)
    take_back (work);
  return TRUE;
}

static void
test_step (FaultyWork    *work,
           gconstpointer  data)
{
  const Case *test = data;
  g_autoptr(GError) error = NULL;

  g_assert_true (faulty_work_record (work, &error));
  g_assert_true (faulty_work_back_up (work, &error));
  g_assert_true (faulty_work_record (work, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint n_calls = 0;

      while (try_fault (work, test, &faults[i], n_calls))
        n_calls++;
      g_test_message ("fault %u: %u calls failed in turn", i, n_calls);
      /* What is read lies in memory mostly. */
      g_assert_true (n_calls > 3 || faults[i].calls == FAULT_ON_READ);
      assert_sound (work);
    }
}

/* There is no library yet: it is made, or else nothing stands in the way of making it later. */
static void
test_new_library (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      gboolean failed = TRUE;

      for (guint after = 0; failed; after++)
        {
          g_autoptr(GError) error = NULL;
          LibraryFixture fixture = { 0 };
          gboolean opened;

          fixture.folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
          g_assert_no_error (error);
          fixture.path = g_build_filename (fixture.folder, "klearn", "library.db", NULL);

          fault_vfs_fail (faults[i].calls, after, faults[i].for_good, faults[i].full);
          opened = library_fixture_open (&fixture, &error);
          failed = fault_vfs_heal ();
          g_assert_true (opened || failed);
          if (!opened)
            {
              assert_sentence (error);
              g_clear_error (&error);
              library_fixture_close (&fixture);
              g_assert_true (library_fixture_open (&fixture, &error));
              g_assert_no_error (error);
            }
          g_object_unref (library_fixture_add_plan (&fixture, "plan"));
          library_fixture_tear_down (&fixture, NULL);
        }
    }
}

static void
set_up_restore (FaultyWork *work)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (faulty_work_back_up (work, &error));
  g_assert_true (faulty_work_record (work, &error));
  g_assert_no_error (error);
}

static gboolean
has_been_moved_aside (FaultyWork *work)
{
  g_autofree char *folder = g_path_get_dirname (work->fixture.path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".damaged-") != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_attempts (FaultyWork *work)
{
  g_autofree char *rows = library_fixture_dump_all (&work->fixture);
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);
  guint n_attempts = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_attempts += g_str_has_prefix (lines[i], "attempt|") ? 1 : 0;
  return n_attempts;
}

/* The backup is there or the library is as it was, and it can be written to as soon as the disk can. */
static void
assert_restored_or_not (FaultyWork *work,
                        gboolean    restored)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (count_attempts (work), ==, restored ? 0 : 1);
  if (!kl_library_is_open (work->fixture.library))
    library_fixture_reopen (&work->fixture);
  g_assert_true (faulty_work_type (work, &error));
  g_assert_no_error (error);
}

typedef void (*Prepare) (FaultyWork *);

/* Each time with a new library, whatever became of the one before. Returns whether a call failed. */
static gboolean
try_to_restore (const Fault *fault,
                guint        after,
                Prepare      prepare,
                gboolean     may_move)
{
  FaultyWork work = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean restored;
  gboolean failed;

  faulty_work_set_up (&work, NULL);
  set_up_restore (&work);
  prepare (&work);
  fault_vfs_fail (fault->calls, after, fault->for_good, fault->full);
  restored = faulty_work_restore (&work, &error);
  failed = fault_vfs_heal ();
  g_assert_true (restored || failed);
  if (g_test_verbose ())
    g_test_message ("call %u: %s", after, restored ? "done" : error->message);

  if (!restored)
    assert_sentence (error);
  if (!restored || !may_move)
    g_assert_false (has_been_moved_aside (&work));
  if (!g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_UNCERTAIN))
    assert_restored_or_not (&work, restored);
  faulty_work_tear_down (&work, NULL);
  return failed;
}

static void
try_to_restore_with_all_faults (Prepare  prepare,
                                gboolean may_move)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint after = 0;
      guint n_tries = 0;

      /* The first few, then fewer: the calls that copy one page after the other are all alike. */
      for (; try_to_restore (&faults[i], after, prepare, may_move); n_tries++)
        after += 1 + after / 4;
      g_test_message ("fault %u: %u of %u calls failed in turn", i, n_tries, after);
    }
}

static void
leave_open (FaultyWork *work)
{
}

static void
test_restore (void)
{
  try_to_restore_with_all_faults (leave_open, FALSE);
}

/* As the command does. A disk that fails is no reason to take a good library away. */
static void
open_it_later (FaultyWork *work)
{
  g_autoptr(KlClock) clock = g_object_ref (kl_library_get_clock (work->fixture.library));

  library_fixture_close (&work->fixture);
  work->fixture.library = kl_library_new (work->fixture.path, clock);
}

static void
test_restore_unopened (void)
{
  try_to_restore_with_all_faults (open_it_later, FALSE);
}

/* What cannot be saved, as it is damaged, is moved aside, and goes back where the backup does not come. */
static void
damage (FaultyWork *work)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (work->fixture.path, &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 5000);
  g_assert_cmpint (sqlite3_exec (database,
                                 "PRAGMA ignore_check_constraints = ON;"
                                 "INSERT INTO state (only, revision) VALUES (2, 0)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
test_restore_over_damage (void)
{
  try_to_restore_with_all_faults (damage, TRUE);
}

static const Case record_case = { faulty_work_record, TRUE, TRUE };
static const Case type_case = { faulty_work_type, TRUE, FALSE };
static const Case import_case = { faulty_work_import, TRUE, TRUE };
static const Case back_up_case = { faulty_work_back_up, FALSE, FALSE };

#define ADD(path, test) \
  g_test_add (path, FaultyWork, &(test), faulty_work_set_up, test_step, faulty_work_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  ADD ("/disk-faults/record", record_case);
  ADD ("/disk-faults/type", type_case);
  ADD ("/disk-faults/import", import_case);
  ADD ("/disk-faults/back-up", back_up_case);
  g_test_add_func ("/disk-faults/new-library", test_new_library);
  g_test_add_func ("/disk-faults/restore", test_restore);
  g_test_add_func ("/disk-faults/restore-unopened", test_restore_unopened);
  g_test_add_func ("/disk-faults/restore-over-damage", test_restore_over_damage);
  return g_test_run ();
}
