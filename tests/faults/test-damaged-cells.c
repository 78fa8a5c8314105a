/* Damaged cells: whatever stands in any column of any table, KLearn opens the library, shows, writes and searches what
 * it can, or says what is wrong; it never ends.
 *
 * The schema forbids most of what is put there. A file that was damaged, or made by somebody, need not heed it. Each
 * column gets one of the values, as random as --seed says; with -m thorough, all of them.
 */

#include "config.h"

#include <sqlite3.h>

#include "fault-vfs.h"
#include "faulty-work.h"
#include "look-at-all.h"

typedef struct
{
  FaultyWork work;
  GBytes *sound; /* the file as it was */
} Damage;

static const char *const values[] = {
  "NULL",         "''",    "CAST (x'c328ff' AS TEXT)", "'no such word'",
  "zeroblob (3)", "9e999", "-9223372036854775808",     "4294967297",
};

static sqlite3 *
open_file (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return database;
}

static void
execute (sqlite3    *database,
         const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static void
set_up (Damage        *damage,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  char *contents;
  gsize length;

  faulty_work_set_up (&damage->work, data);
  g_assert_true (faulty_work_import (&damage->work, &error) && faulty_work_record (&damage->work, &error)
                 && faulty_work_type (&damage->work, &error) && faulty_work_record (&damage->work, &error));
  undone = library_fixture_undo (&damage->work.fixture, &error);
  g_assert_no_error (error);
  library_fixture_close (&damage->work.fixture);

  g_assert_true (g_file_get_contents (damage->work.fixture.path, &contents, &length, &error));
  g_assert_no_error (error);
  damage->sound = g_bytes_new_take (contents, length);
}

static void
tear_down (Damage        *damage,
           gconstpointer  data)
{
  faulty_work_tear_down (&damage->work, data);
  g_bytes_unref (damage->sound);
}

/* Every column of the tables that hold records and changes, as “table.column”. */
static GPtrArray *
list_columns (const char *path)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *database = open_file (path);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (database,
                          "SELECT sqlite_master.name || '.' || info.name FROM sqlite_master"
                          " JOIN pragma_table_info (sqlite_master.name) AS info"
                          " WHERE sqlite_master.sql LIKE '%STRICT'",
                          -1, &statement, NULL)
      != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (columns, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return columns;
}

/* The schema is made lax for it, and is afterwards as it was. */
static void
damage_cell (const char *path,
             const char *column,
             const char *value)
{
  g_auto(GStrv) names = g_strsplit (column, ".", 2);
  g_autofree char *put = g_strdup_printf (
    "UPDATE OR IGNORE %s SET \"%s\" = %s WHERE rowid IN (SELECT rowid FROM %s ORDER BY rowid %s LIMIT 1)", names[0],
    names[1], value, names[0], g_test_rand_bit () ? "" : "DESC");
  sqlite3 *database = open_file (path);

  g_assert_cmpint (sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL), ==, SQLITE_OK);
  execute (database, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;"
                     "CREATE TEMP TABLE strict AS SELECT name, sql FROM sqlite_master;"
                     "UPDATE sqlite_master SET sql = replace (replace (sql, ' NOT NULL', ''), ') STRICT', ')')"
                     " WHERE sql LIKE '%STRICT'; PRAGMA writable_schema = RESET");
  /* Only whole numbers can be a rowid, whatever the schema says. */
  if (sqlite3_exec (database, put, NULL, NULL, NULL) != SQLITE_OK)
    g_assert_cmpint (sqlite3_errcode (database), ==, SQLITE_MISMATCH);
  execute (database,
           "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql"
           " = (SELECT sql FROM temp.strict WHERE strict.name = sqlite_master.name); PRAGMA writable_schema = RESET");
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
try_cell (Damage     *damage,
          const char *column,
          const char *value)
{
  LibraryFixture *fixture = &damage->work.fixture;
  g_autoptr(GError) error = NULL;

  g_test_message ("%s = %s", column, value);
  g_assert_true (g_file_set_contents_full (fixture->path, g_bytes_get_data (damage->sound, NULL),
                                           (gssize) g_bytes_get_size (damage->sound), G_FILE_SET_CONTENTS_NONE, 0600,
                                           &error));
  damage_cell (fixture->path, column, value);
  look_at_all_of (fixture);
  library_fixture_close (fixture);
}

static void
test_damaged_cells (Damage        *damage,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) columns = list_columns (damage->work.fixture.path);

  g_assert_cmpuint (columns->len, >, 100);
  for (guint i = 0; i < columns->len; i++)
    if (g_test_thorough ())
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        try_cell (damage, g_ptr_array_index (columns, i), values[j]);
    else
      try_cell (damage, g_ptr_array_index (columns, i), values[g_test_rand_int_range (0, G_N_ELEMENTS (values))]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register (); /* syncs nothing, which would take most of the time */
  g_test_add ("/damaged-cells/no-end", Damage, NULL, set_up, test_damaged_cells, tear_down);
  return g_test_run ();
}
