/* test-database.c: a connection, and how it shares the file with others */

#include "config.h"

#include <glib/gstdio.h>

#include "storage/kl-library-file.h"
#include "storage/kl-storage-error.h"

/* How much SQLite may hold of a transaction, and how much more than that the test writes, in megabytes. */
#define MOST_HELD 150
#define WRITTEN   200

typedef struct
{
  char *folder;
  char *path;
  KlDatabase *writer;
  KlDatabase *reader;
  gint is_writing;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.db", NULL);
  self->writer = kl_library_file_open (self->path, NULL, &error);
  g_assert_no_error (error);
  self->reader = kl_library_file_connect (self->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (kl_database_execute (self->writer, "CREATE TABLE filling (bytes BLOB)", &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  g_clear_object (&self->reader);
  g_clear_object (&self->writer);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    g_assert_cmpint (g_unlink (journal), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
fill (Fixture *self,
      guint    n_megabytes)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_megabytes; i++)
    g_assert_true (kl_database_execute (self->writer, "INSERT INTO filling VALUES (randomblob (1000000))", &error));
}

static gboolean
read_something (Fixture  *self,
                GError  **error)
{
  gint64 n_plans;

  return kl_database_get_integer (self->reader, "SELECT count (*) FROM plan", &n_plans, error);
}

/* Most changes are nobody's business until they are done. */
static void
test_out_of_the_way (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kl_database_begin (self->writer, &error));
  fill (self, 20);
  g_assert_true (read_something (self, &error));
  g_assert_true (kl_database_commit (self->writer, &error));
}

static gpointer
end_later_cb (gpointer data)
{
  Fixture *self = data;

  g_usleep (G_USEC_PER_SEC / 10);
  kl_database_rollback (self->writer);
  g_atomic_int_set (&self->is_writing, FALSE);
  return NULL;
}

/* A very large one does not stay in memory, and has the file to itself. Other programs are told so; whoever knows that
 * it will be done waits. */
static void
test_large (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GThread) thread = NULL;
  int used;
  int highest;

  g_assert_true (kl_database_begin (self->writer, &error));
  fill (self, WRITTEN);
  g_assert_cmpint (sqlite3_db_status (kl_database_get_handle (self->writer), SQLITE_DBSTATUS_CACHE_USED, &used,
                                      &highest, FALSE), ==, SQLITE_OK);
  g_assert_cmpint (used, <, MOST_HELD * 1000 * 1000);

  kl_database_wait_for (self->reader, &self->is_writing);
  kl_database_begin_job (self->reader, NULL);
  g_assert_false (read_something (self, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED);
  g_clear_error (&error);

  /* It has waited as long as it waits for others in one job. */
  g_atomic_int_set (&self->is_writing, TRUE);
  thread = g_thread_new ("end", end_later_cb, self);
  g_assert_true (read_something (self, &error));
  g_assert_no_error (error);
  g_thread_join (g_steal_pointer (&thread));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/database/out-of-the-way", test_out_of_the_way);
  ADD ("/database/large", test_large);
  return g_test_run ();
}
