/* The tables have a column for each field of their class, and no others; a digest says what a library holds. */

#include "config.h"

#include "library-fixture.h"
#include "storage/kl-database.h"
#include "storage/kl-schema-compare.h"
#include "storage/kl-schema.h"
#include "storage/kl-tables.h"

static GHashTable *
read_columns (KlDatabase *database,
              const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, NULL);
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean has_row = TRUE;

  g_assert_nonnull (statement);
  while (has_row)
    {
      g_assert_true (kl_database_step (database, statement, &has_row, NULL));
      if (has_row)
        g_hash_table_add (columns, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }

  return columns;
}

static void
test_columns (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(KlDatabase) database = kl_database_open (fixture->path, TRUE, NULL);
  g_autoptr(KlTables) tables = kl_tables_new ();

  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    {
      const KlTable *table = kl_tables_get (tables, i);
      g_autoptr(KlRecordClass) klass = g_type_class_ref (table->type);
      g_autoptr(GHashTable) columns = read_columns (database, table->name);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (klass->fields[j].name), "-", '_');

          if (!g_hash_table_remove (columns, name))
            g_error ("table %s has no column for the field %s", table->name, name);
        }
      g_assert_true (g_hash_table_remove (columns, "id"));
      g_assert_true (g_hash_table_remove (columns, "owner"));
      g_assert_true (g_hash_table_remove (columns, "position"));
      g_assert_true (g_hash_table_remove (columns, "checksum"));
      g_assert_cmpuint (g_hash_table_size (columns), ==, 0);
    }
}

static void
test_every_owner_has_its_table (LibraryFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr(KlTables) tables = kl_tables_new ();

  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    {
      g_autoptr(KlRecordClass) klass = g_type_class_ref (kl_tables_get (tables, i)->type);

      for (guint j = 0; j < klass->n_lists; j++)
        g_assert_nonnull (kl_tables_lookup (tables, klass->lists[j].item_type ()));
    }
}

/* One that is out of date only makes opening a library slower, so nothing else would tell. */
static void
test_newest_digest (void)
{
  g_autoptr(KlDatabase) made = kl_database_open (":memory:", FALSE, NULL);
  g_autofree char *digest = NULL;

  g_assert_true (kl_schema_make (made, 0, kl_schema_get_newest_version (), NULL));
  digest = kl_schema_compare_dup_digest (made, NULL);
  g_assert_cmpstr (digest, ==, kl_schema_compare_get_newest_digest ());
}

static void
test_digest_tells_all (void)
{
  static const char *const changes[] = {
    "CREATE VIEW v AS SELECT 1",
    "CREATE TRIGGER t AFTER INSERT ON plan BEGIN SELECT 1; END",
    "CREATE INDEX i ON plan (title)",
    "ALTER TABLE plan ADD COLUMN more TEXT",
    "DROP INDEX gap_by_owner",
    "DROP TRIGGER attempt_words_insert",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(KlDatabase) made = kl_database_open (":memory:", FALSE, NULL);
      g_autofree char *digest = NULL;

      g_assert_true (kl_schema_make (made, 0, kl_schema_get_newest_version (), NULL));
      g_assert_true (kl_database_execute (made, changes[i], NULL));
      digest = kl_schema_compare_dup_digest (made, NULL);
      g_assert_cmpstr (digest, !=, kl_schema_compare_get_newest_digest ());
    }
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/schema/columns", test_columns);
  ADD ("/schema/owners", test_every_owner_has_its_table);
  g_test_add_func ("/schema/newest-digest", test_newest_digest);
  g_test_add_func ("/schema/digest-tells-all", test_digest_tells_all);
  return g_test_run ();
}
