/* Hostile rows: each may stand in its table, but no KLearn has written them so together. One id is that of several
 * records, a record belongs to itself, parents go round in a circle, or deeper than anybody could write. KLearn shows
 * what it can, or says what is wrong; it never ends, and never goes round for ever.
 */

#include "config.h"

#include <sqlite3.h>

#include "fault-vfs.h"
#include "faulty-work.h"
#include "look-at-all.h"
#include "storage/kl-tables.h"

typedef struct
{
  FaultyWork work;
  GBytes *sound; /* the file as it was */
} Hostile;

static void
set_up (Hostile       *hostile,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  char *contents;
  gsize length;

  faulty_work_set_up (&hostile->work, data);
  g_assert_true (faulty_work_import (&hostile->work, &error) && faulty_work_record (&hostile->work, &error)
                 && faulty_work_type (&hostile->work, &error) && faulty_work_record (&hostile->work, &error));
  undone = library_fixture_undo (&hostile->work.fixture, &error);
  g_assert_no_error (error);
  library_fixture_close (&hostile->work.fixture);

  g_assert_true (g_file_get_contents (hostile->work.fixture.path, &contents, &length, &error));
  g_assert_no_error (error);
  hostile->sound = g_bytes_new_take (contents, length);
}

static void
tear_down (Hostile       *hostile,
           gconstpointer  data)
{
  faulty_work_tear_down (&hostile->work, data);
  g_bytes_unref (hostile->sound);
}

/* With foreign keys and triggers at rest, so that what belongs to a row stays where it is. */
static void
execute (const char *path,
         const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (database, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL) != SQLITE_OK
      || sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
try_rows (Hostile    *hostile,
          const char *sql)
{
  LibraryFixture *fixture = &hostile->work.fixture;
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_true (g_file_set_contents_full (fixture->path, g_bytes_get_data (hostile->sound, NULL),
                                           (gssize) g_bytes_get_size (hostile->sound), G_FILE_SET_CONTENTS_NONE, 0600,
                                           &error));
  execute (fixture->path, sql);
  look_at_all_of (fixture);
  library_fixture_close (fixture);
}

/* What belongs to the row, or names it, goes with it to its new id. */
static void
try_id (Hostile       *hostile,
        KlTables      *tables,
        const KlTable *table,
        const KlTable *other)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "CREATE TEMP TABLE ids AS SELECT (SELECT id FROM %1$s ORDER BY rowid LIMIT 1) AS old,"
                          " (SELECT id FROM %2$s ORDER BY rowid LIMIT 1) AS new;"
                          "DELETE FROM ids WHERE old IS NULL OR new IS NULL;",
                          table->name, other->name);
  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    g_string_append_printf (sql, "UPDATE OR IGNORE %1$s SET owner = (SELECT new FROM ids)"
                                 " WHERE owner = (SELECT old FROM ids);",
                            kl_tables_get (tables, i)->name);
  g_string_append_printf (sql, "UPDATE OR IGNORE %1$s SET id = (SELECT new FROM ids)"
                               " WHERE id = (SELECT old FROM ids)",
                          table->name);
  try_rows (hostile, sql->str);
}

static void
test_one_id (Hostile       *hostile,
             gconstpointer  data)
{
  g_autoptr(KlTables) tables = kl_tables_new ();
  guint n_tables = kl_tables_get_n (tables);

  /* Those that have lists, and are asked for by their ids. */
  try_id (hostile, tables, kl_tables_lookup (tables, KL_TYPE_SUBJECT), kl_tables_lookup (tables, KL_TYPE_PLAN));
  try_id (hostile, tables, kl_tables_lookup (tables, KL_TYPE_ATTEMPT), kl_tables_lookup (tables, KL_TYPE_SUBJECT));
  try_id (hostile, tables, kl_tables_lookup (tables, KL_TYPE_ATTEMPT), kl_tables_lookup (tables, KL_TYPE_PLAN));
  for (guint i = 0; i < n_tables; i++)
    if (g_test_thorough ())
      for (guint j = 0; j < n_tables; j++)
        try_id (hostile, tables, kl_tables_get (tables, i), kl_tables_get (tables, j));
    else
      try_id (hostile, tables, kl_tables_get (tables, i),
              kl_tables_get (tables, (guint) g_test_rand_int_range (0, (gint32) n_tables)));
}

static void
test_belongs_to_itself (Hostile       *hostile,
                        gconstpointer  data)
{
  g_autoptr(KlTables) tables = kl_tables_new ();

  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET owner = id", kl_tables_get (tables, i)->name);

      try_rows (hostile, sql);
    }
}

#define MORE(table, n)                                                                                                 \
  "WITH RECURSIVE more (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < " n ") "                            \
  "INSERT INTO " table

static void
test_parents (Hostile       *hostile,
              gconstpointer  data)
{
  static const char *const sqls[] = {
    "UPDATE subject SET parent = id",
    "UPDATE point SET parent = id",
    "UPDATE subject SET parent = coalesce ((SELECT min (id) FROM subject AS next WHERE next.id > subject.id),"
    "                                      (SELECT min (id) FROM subject))",
    "UPDATE point SET parent = coalesce ((SELECT min (id) FROM point AS next WHERE next.id > point.id),"
    "                                    (SELECT min (id) FROM point))",
    "UPDATE subject SET parent = (SELECT id FROM point LIMIT 1); UPDATE point SET parent = (SELECT id FROM subject)",
    "UPDATE link SET target = owner; UPDATE point SET target = owner",
    /* Deep: each is part of the one before it. */
    MORE ("point (id, owner, position, parent, text, depth, checksum)", "20000")
    " SELECT 'p' || i, (SELECT id FROM subject ORDER BY rowid LIMIT 1), 1000 + i,"
    "  CASE WHEN i > 1 THEN 'p' || (i - 1) END, 'point', 'none', 0 FROM more",
    MORE ("subject (id, owner, position, kind, parent, title, depth, minutes, checksum)", "20000")
    " SELECT 's' || i, (SELECT id FROM plan), 1000 + i, 'topic', CASE WHEN i > 1 THEN 's' || (i - 1) END, 'topic',"
    "  'none', 0, 0 FROM more",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    try_rows (hostile, sqls[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register (); /* syncs nothing, which would take most of the time */
  g_test_add ("/hostile-rows/one-id", Hostile, NULL, set_up, test_one_id, tear_down);
  g_test_add ("/hostile-rows/belongs-to-itself", Hostile, NULL, set_up, test_belongs_to_itself, tear_down);
  g_test_add ("/hostile-rows/parents", Hostile, NULL, set_up, test_parents, tear_down);
  return g_test_run ();
}
