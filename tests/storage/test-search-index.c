/* The full-text index that rests while many rows change: it then holds what it would hold had it followed each. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "storage/kl-library-file.h"
#include "storage/kl-search-index.h"

enum
{
  N_OPERATIONS = 400,
};

typedef struct
{
  char *folder;
  KlDatabase *followed; /* has an index that follows each row */
  KlDatabase *rested;   /* has one that rests */
} Fixture;

static KlDatabase *
open_in (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, "library.db", NULL);
  g_autoptr(GError) error = NULL;
  KlDatabase *database = kl_library_file_open (path, NULL, &error);

  g_assert_no_error (error);
  return database;
}

static void
execute (KlDatabase *database,
         const char *sql)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kl_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

static void
execute_both (Fixture    *fixture,
              const char *format,
              ...) G_GNUC_PRINTF (2, 3);

static void
execute_both (Fixture    *fixture,
              const char *format,
              ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  execute (fixture->followed, sql);
  execute (fixture->rested, sql);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->followed = open_in (fixture->folder, "followed");
  fixture->rested = open_in (fixture->folder, "rested");
  execute_both (fixture, "INSERT INTO plan (id, position, title, checksum) VALUES ('plan', 1, 'plan', 0)");
}

static void
remove_in (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, "library.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_remove (journal);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->followed);
  g_assert_finalize_object (fixture->rested);
  remove_in (fixture->folder, "followed");
  remove_in (fixture->folder, "rested");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
insert_row (Fixture *fixture,
            GRand   *random)
{
  guint number = g_rand_int (random);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      execute_both (fixture,
                    "INSERT INTO subject (id, owner, position, kind, depth, minutes, title, notes, checksum)"
                    " VALUES ('%u', 'plan', 1, 'topic', 'unset', 0, 'title %u', 'some notes %u', 0)",
                    number, number % 10, number % 7);
      break;

    case 1:
      execute_both (fixture,
                    "INSERT INTO point (id, owner, position, depth, text, checksum)"
                    " SELECT '%u', id, 1, 'unset', 'the point %u', 0 FROM subject"
                    " ORDER BY rowid LIMIT 1 OFFSET %u %% (SELECT max (count (*), 1) FROM subject)",
                    number, number % 10, number);
      break;

    case 2:
      execute_both (fixture,
                    "INSERT INTO attempt (id, owner, position, number, assisted, seconds, explanation, checksum)"
                    " SELECT '%u', id, 1, %u, 0, 0, 'an explanation of %u words', 0 FROM subject"
                    " ORDER BY rowid LIMIT 1 OFFSET %u %% (SELECT max (count (*), 1) FROM subject)",
                    number, number, number % 10, number);
      break;

    default:
      execute_both (fixture,
                    "INSERT INTO feedback (id, owner, position, kind, done, text, wrong, right, checksum)"
                    " SELECT '%u', id, 1, 'correction', 0, 'feedback', 'wrong %u', 'right %u', 0 FROM attempt"
                    " ORDER BY rowid LIMIT 1 OFFSET %u %% (SELECT max (count (*), 1) FROM attempt)",
                    number, number % 10, number % 7, number);
      break;
    }
}

/* The last row's number is used again for the next one. */
static void
change_row (Fixture *fixture,
            GRand   *random)
{
  static const char *const tables[] = { "subject", "point", "attempt", "feedback" };
  static const char *const columns[] = { "notes", "text", "explanation", "right" };
  guint index = (guint) g_rand_int_range (random, 0, 4);
  const char *order = g_rand_boolean (random) ? "rowid DESC" : "id";

  if (g_rand_int_range (random, 0, 3) > 0)
    execute_both (fixture,
                  "UPDATE %1$s SET %2$s = %3$s WHERE rowid IN (SELECT rowid FROM %1$s ORDER BY %4$s LIMIT 1)",
                  tables[index], columns[index], g_rand_boolean (random) ? "'other words'" : "NULL", order);
  else
    execute_both (fixture, "DELETE FROM %1$s WHERE rowid IN (SELECT rowid FROM %1$s ORDER BY %2$s LIMIT 1)",
                  tables[index], order);
}

static void
change_many_rows (Fixture *fixture,
                  GRand   *random)
{
  for (guint i = 0; i < N_OPERATIONS; i++)
    {
      if (g_rand_int_range (random, 0, 3) > 0)
        insert_row (fixture, random);
      else
        change_row (fixture, random);
    }
}

/* Each word in each place of each row. */
static char *
dump_index (KlDatabase *database,
            const char *table)
{
  g_autofree char *create = g_strdup_printf (
    "CREATE VIRTUAL TABLE temp.%1$s_instances USING fts5vocab ('main', '%1$s_words', 'instance')", table);
  g_autofree char *drop = g_strdup_printf ("DROP TABLE temp.%s_instances", table);
  g_autofree char *check = g_strdup_printf (
    "INSERT INTO %1$s_words (%1$s_words, rank) VALUES ('integrity-check', 1)", table);
  g_autofree char *sql = g_strdup_printf ("SELECT group_concat (concat, char (10)) FROM (SELECT term || ' ' || doc ||"
                                          " ' ' || col || ' ' || \"offset\" AS concat FROM temp.%s_instances"
                                          " ORDER BY term, doc, col, \"offset\")",
                                          table);
  sqlite3_stmt *statement = NULL;
  char *dump;

  execute (database, check);
  execute (database, create);
  g_assert_cmpint (sqlite3_prepare_v2 (kl_database_get_handle (database), sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  dump = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  execute (database, drop);
  return dump;
}

static void
assert_same_index (Fixture *fixture)
{
  static const char *const tables[] = { "subject", "point", "attempt", "feedback" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *followed = dump_index (fixture->followed, tables[i]);
      g_autofree char *rested = dump_index (fixture->rested, tables[i]);

      g_assert_cmpstr (rested, ==, followed);
    }
}

static void
begin (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kl_database_begin (fixture->followed, &error));
  g_assert_true (kl_database_begin (fixture->rested, &error));
  g_assert_no_error (error);
}

static void
commit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kl_database_commit (fixture->followed, &error));
  g_assert_true (kl_database_commit (fixture->rested, &error));
  g_assert_no_error (error);
}

static void
suspend (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  begin (fixture);
  g_assert_true (kl_search_index_suspend (fixture->rested, &error));
  g_assert_no_error (error);
}

static void
resume (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kl_search_index_resume (fixture->rested, &error));
  g_assert_no_error (error);
  commit (fixture);
}

/* Both follow. */
static void
assert_follows (Fixture *fixture,
                GRand   *random)
{
  begin (fixture);
  change_many_rows (fixture, random);
  commit (fixture);
  assert_same_index (fixture);
}

static void
test_any_rows (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  assert_follows (fixture, random);

  for (guint i = 0; i < 4; i++)
    {
      suspend (fixture);
      change_many_rows (fixture, random);
      resume (fixture);
      assert_same_index (fixture);
    }

  assert_follows (fixture, random);

  suspend (fixture);
  execute_both (fixture, "DELETE FROM plan");
  resume (fixture);
  assert_same_index (fixture);
}

/* What an outer statement says of conflicts holds in its triggers too. */
static void
test_replaced_rows (Fixture       *fixture,
                    gconstpointer  data)
{
  suspend (fixture);
  execute_both (fixture, "INSERT INTO subject (id, owner, position, kind, depth, minutes, title, checksum)"
                         " VALUES ('a', 'plan', 1, 'topic', 'unset', 0, 'first', 0)");
  resume (fixture);

  suspend (fixture);
  execute_both (fixture, "UPDATE subject SET title = 'second'");
  execute_both (fixture, "UPDATE OR REPLACE subject SET title = 'third'");
  resume (fixture);
  assert_same_index (fixture);
}

static void
test_rolled_back (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr(GError) error = NULL;
  gint64 n_temporary;

  assert_follows (fixture, random);
  suspend (fixture);
  change_many_rows (fixture, random);
  kl_database_rollback (fixture->followed);
  kl_database_rollback (fixture->rested);
  assert_same_index (fixture);
  g_assert_true (kl_database_get_integer (fixture->rested, "SELECT count (*) FROM sqlite_temp_schema", &n_temporary,
                                          &error));
  g_assert_cmpint (n_temporary, ==, 0);

  assert_follows (fixture, random);
  suspend (fixture);
  change_many_rows (fixture, random);
  resume (fixture);
  assert_same_index (fixture);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search-index/any-rows", test_any_rows);
  ADD ("/search-index/replaced-rows", test_replaced_rows);
  ADD ("/search-index/rolled-back", test_rolled_back);
  return g_test_run ();
}
