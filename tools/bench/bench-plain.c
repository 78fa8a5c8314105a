/* bench-plain.c: SQLite as it is, with the library's durability and nothing of KLearn's around it */

#include "config.h"

#include "bench-plain.h"

/**
 * bench_plain_check:
 * @database: a connection
 * @code: what SQLite answered
 * @error: where to put an error
 *
 * Returns: whether that was a success
 */
gboolean
bench_plain_check (sqlite3  *database,
                   int       code,
                   GError  **error)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "SQLite: %s", sqlite3_errmsg (database));
  return FALSE;
}

/**
 * bench_plain_open:
 * @path: a library's file
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a connection, for sqlite3_close()
 */
sqlite3 *
bench_plain_open (const char  *path,
                  GError     **error)
{
  sqlite3 *database = NULL;

  if (!bench_plain_check (database, sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), error)
      || !bench_plain_execute (database,
                               "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
                               "PRAGMA cache_size = -65536; PRAGMA cache_spill = OFF; PRAGMA temp_store = MEMORY;",
                               error))
    {
      sqlite3_close (database);
      return NULL;
    }

  return database;
}

/**
 * bench_plain_execute:
 * @database: a connection
 * @sql: statements without parameters
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
bench_plain_execute (sqlite3     *database,
                     const char  *sql,
                     GError     **error)
{
  return bench_plain_check (database, sqlite3_exec (database, sql, NULL, NULL, NULL), error);
}

/**
 * bench_plain_prepare:
 * @database: a connection
 * @sql: one statement
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the statement, for sqlite3_finalize()
 */
sqlite3_stmt *
bench_plain_prepare (sqlite3     *database,
                     const char  *sql,
                     GError     **error)
{
  sqlite3_stmt *statement = NULL;

  return bench_plain_check (database, sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), error) ? statement
                                                                                                       : NULL;
}

/**
 * bench_plain_run:
 * @statement: a statement that gives no rows, with its parameters bound; it is reset
 * @error: where to put an error
 *
 * Returns: whether it went well
 */
gboolean
bench_plain_run (sqlite3_stmt  *statement,
                 GError       **error)
{
  gboolean success = bench_plain_check (sqlite3_db_handle (statement), sqlite3_step (statement), error);

  sqlite3_reset (statement);
  return success;
}
