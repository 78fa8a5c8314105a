/* What a change is about is read from its changeset, in which anything may stand. */

#include "config.h"

#include <string.h>

#include "library-fixture.h"
#include "model/kl-file-state.h"
#include "model/kl-study-clock.h"
#include "storage/kl-database.h"
#include "storage/kl-tables.h"
#include "storage/kl-touched.h"

/* That a row came into a table of this name. */
static GBytes *
make_changeset (const char *table)
{
  char *create = sqlite3_mprintf ("CREATE TABLE \"%w\" (id TEXT PRIMARY KEY, owner TEXT)", table);
  char *insert = sqlite3_mprintf ("INSERT INTO \"%w\" (id) VALUES ('one')", table);
  sqlite3 *database;
  sqlite3_session *session;
  void *changeset;
  int length;
  GBytes *bytes;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, create, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_create (database, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, insert, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_changeset (session, &length, &changeset), ==, SQLITE_OK);
  sqlite3session_delete (session);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  bytes = g_bytes_new (changeset, (gsize) length);
  sqlite3_free (changeset);
  sqlite3_free (create);
  sqlite3_free (insert);
  return bytes;
}

static gboolean
add (KlDatabase  *database,
     const char  *table,
     GError     **error)
{
  g_autoptr(GBytes) changeset = make_changeset (table);
  g_autoptr(KlTouched) touched = kl_touched_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);

  return kl_touched_add_changeset (touched, database, (gpointer) (guintptr) data, (int) length, error);
}

static void
test_every_table (LibraryFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, TRUE, NULL);
  g_autoptr(KlTables) tables = kl_tables_new ();

  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    {
      const KlTable *table = kl_tables_get (tables, i);
      g_autoptr(GError) error = NULL;

      /* What is in a file is in no changeset. */
      g_assert_true (add (database, table->name, &error)
                     != (table->type == KL_TYPE_FILE_STATE || table->type == KL_TYPE_STUDY_CLOCK));
    }
}

/* The name of a table is a text like any other. */
static const char *const foreign[] = {
  "state",
  "change",
  "attempt_words_data",
  "no_such_table",
  "(SELECT 'one' AS id, 'two' AS owner)",
  "plan, (SELECT 1)",
};

static void
test_foreign_table (LibraryFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, TRUE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (add (database, foreign[i], &error));
      g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, fixture->path));
    }
}

static void
replace_changeset (LibraryFixture *fixture,
                   const char     *table)
{
  g_autoptr(GBytes) changeset = make_changeset (table);
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, FALSE, NULL);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, "UPDATE change SET changeset = ?1", NULL);
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);

  kl_database_bind_blob (database, statement, 1, data, (int) length);
  g_assert_true (kl_database_run (database, statement, NULL));
}

static void
test_undo (LibraryFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *before = NULL;

  g_object_unref (library_fixture_add_plan (fixture, "plan"));
  before = library_fixture_dump_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      replace_changeset (fixture, foreign[i]);
      g_assert_null (library_fixture_undo (fixture, &error));
      g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
      after = library_fixture_dump_all (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/touched/every-table", test_every_table);
  ADD ("/touched/foreign-table", test_foreign_table);
  ADD ("/touched/undo", test_undo);
  return g_test_run ();
}
