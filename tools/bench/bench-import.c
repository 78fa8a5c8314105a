/* bench-import.c: importing a document, against its parse by cmark and plain inserts of the same rows and search index
 */

#include "config.h"

#include "bench-areas.h"

#include <cmark-gfm.h>
#include <stdio.h>

#include "bench-folder.h"
#include "bench-library.h"
#include "bench-plain.h"
#include "bench-text.h"
#include "storage/kl-library-file.h"
#include "storage/kl-tables.h"

#define BAR 3.0

static const struct
{
  const char *name;
  gsize n_bytes;
  guint n_rounds;
} sizes[] = {
  { "import Markdown of 0.1 MB", 100 * 1000, 7 },
  { "import Markdown of 1 MB", 1000 * 1000, 5 },
  { "import Markdown of 10 MB", 10 * 1000 * 1000, 3 },
  { "import Markdown of 50 MB", 50 * 1000 * 1000, 1 },
};

/**
 * Rows:
 * @insert: the statement that stores such a row
 * @values: (element-type sqlite3_value): the values of all rows, one after the other
 * @n_columns: how many of them are one row
 *
 * What a table holds.
 */
typedef struct
{
  char *insert;
  GPtrArray *values;
  guint n_columns;
} Rows;

typedef struct
{
  BenchContext *context;
  GBytes *document;
  GPtrArray *tables; /* of Rows: what the import stored */
  guint n_imports;
} Importing;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_free (rows->insert);
  g_ptr_array_unref (rows->values);
  g_free (rows);
}

static void
value_free (gpointer value)
{
  sqlite3_value_free (value);
}

static char *
dup_new_path (Importing *self)
{
  g_autofree char *name = g_strdup_printf ("import-%u.db", self->n_imports++);

  return bench_context_dup_path (self->context, name);
}

static gboolean
import (Importing   *self,
        const char  *path,
        gint64      *microseconds,
        GError     **error)
{
  KlLibrary *library = bench_library_open (path, error);
  gint64 begin = g_get_monotonic_time ();
  gboolean success;

  if (library == NULL)
    return FALSE;

  success = bench_library_import (library, self->document, "plan.md", error);
  *microseconds = g_get_monotonic_time () - begin;
  bench_library_close (library);
  return success;
}

static gboolean
import_ours (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  Importing *self = data;
  g_autofree char *path = dup_new_path (self);
  gboolean success = import (self, path, microseconds, error);

  bench_folder_remove_library (path);
  return success;
}

static Rows *
read_rows (sqlite3     *database,
           const char  *table,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY rowid", table);
  g_autoptr(GString) parameters = g_string_new (NULL);
  sqlite3_stmt *statement = bench_plain_prepare (database, sql, error);
  Rows *rows;

  if (statement == NULL)
    return NULL;

  rows = g_new0 (Rows, 1);
  rows->values = g_ptr_array_new_with_free_func (value_free);
  rows->n_columns = (guint) sqlite3_column_count (statement);
  for (guint i = 0; i < rows->n_columns; i++)
    g_string_append (parameters, i == 0 ? "?" : ", ?");
  rows->insert = g_strdup_printf ("INSERT INTO %s VALUES (%s)", table, parameters->str);

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (guint i = 0; i < rows->n_columns; i++)
      g_ptr_array_add (rows->values, sqlite3_value_dup (sqlite3_column_value (statement, (int) i)));
  sqlite3_finalize (statement);
  return rows;
}

/* What plain SQLite has to store is what the import stores. */
static gboolean
read_tables (Importing  *self,
             GError    **error)
{
  g_autofree char *path = dup_new_path (self);
  g_autoptr(KlTables) tables = kl_tables_new ();
  gint64 microseconds;
  sqlite3 *database;

  if (!import (self, path, &microseconds, error))
    return FALSE;

  database = bench_plain_open (path, error);
  for (guint i = 0; database != NULL && i < kl_tables_get_n (tables); i++)
    {
      Rows *rows = read_rows (database, kl_tables_get (tables, i)->name, error);

      if (rows == NULL)
        break;
      g_ptr_array_add (self->tables, rows);
    }

  sqlite3_close (database);
  bench_folder_remove_library (path);
  return self->tables->len == kl_tables_get_n (tables);
}

static gboolean
insert_rows (sqlite3  *database,
             Rows     *rows,
             GError  **error)
{
  sqlite3_stmt *statement = bench_plain_prepare (database, rows->insert, error);
  gboolean success = statement != NULL;

  for (guint i = 0; success && i < rows->values->len; i += rows->n_columns)
    {
      for (guint j = 0; j < rows->n_columns; j++)
        sqlite3_bind_value (statement, (int) j + 1, g_ptr_array_index (rows->values, i + j));
      success = bench_plain_run (statement, error);
    }

  sqlite3_finalize (statement);
  return success;
}

static gboolean
insert_all (Importing  *self,
            sqlite3    *database,
            GError    **error)
{
  if (!bench_plain_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    if (!insert_rows (database, g_ptr_array_index (self->tables, i), error))
      return FALSE;

  return bench_plain_execute (database, "COMMIT", error);
}

static gboolean
import_plain (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Importing *self = data;
  g_autofree char *path = dup_new_path (self);
  g_autoptr(KlDatabase) made = kl_library_file_open (path, NULL, error);
  sqlite3 *database;
  cmark_node *document;
  gboolean success;
  gint64 begin;

  if (made == NULL)
    return FALSE;
  g_clear_object (&made);
  database = bench_plain_open (path, error);
  if (database == NULL)
    return FALSE;

  begin = g_get_monotonic_time ();
  document = cmark_parse_document (g_bytes_get_data (self->document, NULL), g_bytes_get_size (self->document),
                                   CMARK_OPT_DEFAULT);
  success = insert_all (self, database, error);
  *microseconds = g_get_monotonic_time () - begin;

  cmark_node_free (document);
  sqlite3_close (database);
  bench_folder_remove_library (path);
  return success;
}

static gboolean
compare (BenchContext  *context,
         guint          index,
         double        *milliseconds,
         GError       **error)
{
  g_autofree char *text = bench_text_new_plan (sizes[index].n_bytes);
  g_autoptr(GBytes) document = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (rows_free);
  Importing importing = { context, document, tables, 0 };

  if (!read_tables (&importing, error)
      || !bench_report_compare (context->report, sizes[index].name, sizes[index].n_rounds, BAR, import_ours,
                                import_plain, &importing, error))
    return FALSE;

  *milliseconds = bench_report_get_last (context->report);
  return TRUE;
}

/**
 * bench_import:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether importing could be measured
 */
gboolean
bench_import (BenchContext  *context,
              GError       **error)
{
  double before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double milliseconds;

      if (!compare (context, i, &milliseconds, error))
        return FALSE;
      if (i > 0)
        printf ("  %d times the document takes %.1f times as long\n", (int) (sizes[i].n_bytes / sizes[i - 1].n_bytes),
                milliseconds / before);
      before = milliseconds;
    }

  return TRUE;
}
