/* Damaged cells: whatever stands in any column of any table, KLearn opens the library, shows, writes and searches what
 * it can, or says what is wrong; it never ends.
 *
 * The schema forbids most of what is put there. A file that was damaged, or made by somebody, need not heed it. Each
 * column gets one of the values, as random as --seed says; with -m thorough, all of them.
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "fault-vfs.h"
#include "faulty-work.h"
#include "transfer/kl-plan-export.h"

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
assert_sentence (const GError *error)
{
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
}

static void
export_plan (LibraryFixture *fixture,
             KlPlan         *plan)
{
  for (guint format = 0; kl_plan_export_get_formats ()[format] != NULL; format++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      kl_plan_export_async (fixture->library, kl_record_get_id (KL_RECORD (plan)), format, NULL, NULL,
                            library_fixture_done_cb, &result);
      library_fixture_await (&result);
      bytes = kl_plan_export_finish (result, &error);
      g_assert_true ((bytes != NULL) == (error == NULL));
      assert_sentence (error);
      if (bytes != NULL)
        g_assert_true (g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
    }
}

static void
load_actions (LibraryFixture *fixture,
              KlPlan         *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) actions = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_actions_async (fixture->library, plan, NULL, library_fixture_done_cb, &result);
  actions = kl_library_load_actions_finish (fixture->library, library_fixture_await (&result), &error);
  assert_sentence (error);
}

static void
load_subjects (LibraryFixture *fixture,
               KlPlan         *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GAsyncResult) draft_result = NULL;
      g_autoptr(KlDraft) draft = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) draft_error = NULL;

      g_assert_true (kl_subject_get_title (subject) == NULL
                     || g_utf8_validate (kl_subject_get_title (subject), -1, NULL));
      kl_library_load_subject_async (fixture->library, subject, NULL, library_fixture_done_cb, &result);
      if (!kl_library_load_subject_finish (fixture->library, library_fixture_await (&result), &error))
        assert_sentence (error);
      kl_library_load_draft_async (fixture->library, subject, NULL, library_fixture_done_cb, &draft_result);
      draft = kl_library_load_draft_finish (fixture->library, library_fixture_await (&draft_result), &draft_error);
      assert_sentence (draft_error);
    }
}

static void
look_at_plan (LibraryFixture *fixture,
              KlPlan         *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) standings_result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) standings_error = NULL;

  kl_library_load_plan_async (fixture->library, plan, NULL, library_fixture_done_cb, &result);
  if (!kl_library_load_plan_finish (fixture->library, library_fixture_await (&result), &error))
    {
      assert_sentence (error);
      return;
    }
  kl_library_load_standings_async (fixture->library, plan, NULL, library_fixture_done_cb, &standings_result);
  if (!kl_library_load_standings_finish (fixture->library, library_fixture_await (&standings_result), &standings_error))
    assert_sentence (standings_error);
  load_subjects (fixture, plan);
  load_actions (fixture, plan);
  export_plan (fixture, plan);
}

static void
search (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) hits = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_search_async (fixture->library, NULL, "word1", 10, NULL, library_fixture_done_cb, &result);
  hits = kl_library_search_finish (fixture->library, library_fixture_await (&result), &error);
  assert_sentence (error);
}

static void
load_links (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) links = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_links_async (fixture->library, NULL, library_fixture_done_cb, &result);
  links = kl_library_load_links_finish (fixture->library, library_fixture_await (&result), &error);
  assert_sentence (error);
}

static void
undo (LibraryFixture *fixture)
{
  g_autoptr(GError) redo_error = NULL;
  g_autoptr(GError) undo_error = NULL;
  g_autofree char *redone = library_fixture_redo (fixture, &redo_error);
  g_autofree char *undone = library_fixture_undo (fixture, &undo_error);

  assert_sentence (redo_error);
  assert_sentence (undo_error);
  g_assert_true (undone == NULL || g_utf8_validate (undone, -1, NULL));
}

static void
look_at_all (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) check_error = NULL;
  g_auto(GStrv) problems = NULL;
  GListModel *plans;

  if (!library_fixture_open (fixture, &error))
    {
      assert_sentence (error);
      return;
    }

  problems = faulty_work_check (fixture, &check_error);
  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    g_assert_true (g_utf8_validate (problems[i], -1, NULL));
  plans = kl_library_get_plans (fixture->library);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      look_at_plan (fixture, plan);
    }
  search (fixture);
  load_links (fixture);
  undo (fixture);
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
  look_at_all (fixture);
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
