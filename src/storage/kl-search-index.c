/* kl-search-index.c: the full-text index, which follows the rows by triggers, or many rows at once
 *
 * FTS5 writes a segment of its index with each statement that has a savepoint, and merges the segments again. That is
 * most of the work where many rows change, each by a statement of its own. There the triggers rest, triggers of this
 * connection note which rows change, and the index gets to know of all of them by two statements in the end, in the
 * same transaction. Nothing of it is in the file: the triggers rest for one connection, and what it notes lies in its
 * memory.
 */

#include "config.h"

#include "kl-search-index.h"

/* Version 1 of the tables has these, kl-schema.c; others belong to a migration. */
static const struct
{
  const char *table;
  const char *columns;
  const char *new_columns;
  const char *old_columns;
} indexes[] = {
  { "subject", "title, notes", "new.title, new.notes", "old.title, old.notes" },
  { "point", "text, note", "new.text, new.note", "old.text, old.note" },
  { "attempt", "explanation", "new.explanation", "old.explanation" },
  { "feedback", "text, wrong, right", "new.text, new.wrong, new.right", "old.text, old.wrong, old.right" },
};

/* The index holds no text of its own (content=…), so the words lie in the file once. */
static const char create[] =
  "CREATE VIRTUAL TABLE {table}_words USING fts5 ({columns}, content = '{table}',"
  "  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
  "CREATE TRIGGER {table}_words_insert AFTER INSERT ON {table} BEGIN"
  "  INSERT INTO {table}_words (rowid, {columns}) VALUES (new.rowid, {new});"
  "END;"
  "CREATE TRIGGER {table}_words_delete AFTER DELETE ON {table} BEGIN"
  "  INSERT INTO {table}_words ({table}_words, rowid, {columns}) VALUES ('delete', old.rowid, {old});"
  "END;"
  "CREATE TRIGGER {table}_words_update AFTER UPDATE OF {columns} ON {table} BEGIN"
  "  INSERT INTO {table}_words ({table}_words, rowid, {columns}) VALUES ('delete', old.rowid, {old});"
  "  INSERT INTO {table}_words (rowid, {columns}) VALUES (new.rowid, {new});"
  "END;";

/* Of each row that changes: whether the index knows it, and the words that it knows, without which it cannot forget it.
 * “NOT EXISTS” and not “OR IGNORE”, as what a statement says of conflicts holds in its triggers too. */
static const char suspend[] =
  "CREATE TEMP TABLE {table}_known (number INTEGER NOT NULL PRIMARY KEY, known INTEGER NOT NULL, {columns});"
  "CREATE TEMP TRIGGER {table}_known_insert AFTER INSERT ON main.{table} BEGIN"
  "  INSERT INTO {table}_known (number, known) SELECT new.rowid, 0"
  "    WHERE NOT EXISTS (SELECT 1 FROM {table}_known WHERE number = new.rowid);"
  "END;"
  "CREATE TEMP TRIGGER {table}_known_delete AFTER DELETE ON main.{table} BEGIN"
  "  INSERT INTO {table}_known (number, known, {columns}) SELECT old.rowid, 1, {old}"
  "    WHERE NOT EXISTS (SELECT 1 FROM {table}_known WHERE number = old.rowid);"
  "END;"
  "CREATE TEMP TRIGGER {table}_known_update AFTER UPDATE OF {columns} ON main.{table} BEGIN"
  "  INSERT INTO {table}_known (number, known, {columns}) SELECT old.rowid, 1, {old}"
  "    WHERE NOT EXISTS (SELECT 1 FROM {table}_known WHERE number = old.rowid);"
  "END;";

static const char resume[] =
  "DROP TRIGGER temp.{table}_known_insert;"
  "DROP TRIGGER temp.{table}_known_delete;"
  "DROP TRIGGER temp.{table}_known_update;"
  "INSERT INTO main.{table}_words ({table}_words, rowid, {columns})"
  "  SELECT 'delete', number, {columns} FROM temp.{table}_known WHERE known ORDER BY number;"
  "INSERT INTO main.{table}_words (rowid, {columns})"
  "  SELECT rowid, {columns} FROM main.{table} WHERE rowid IN (SELECT number FROM temp.{table}_known) ORDER BY rowid;"
  "DROP TABLE temp.{table}_known;";

static gboolean
execute_for_each (KlDatabase  *database,
                  const char  *form,
                  GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autoptr(GString) sql = g_string_new (form);

      g_string_replace (sql, "{table}", indexes[i].table, 0);
      g_string_replace (sql, "{columns}", indexes[i].columns, 0);
      g_string_replace (sql, "{new}", indexes[i].new_columns, 0);
      g_string_replace (sql, "{old}", indexes[i].old_columns, 0);
      if (!kl_database_execute (database, sql->str, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_search_index_create:
 * @database: a connection in the transaction that makes the tables
 * @error: where to put an error
 *
 * Returns: whether there is an index, and triggers by which it follows the rows
 */
gboolean
kl_search_index_create (KlDatabase  *database,
                        GError     **error)
{
  return execute_for_each (database, create, error);
}

/**
 * kl_search_index_suspend:
 * @database: a connection in a transaction
 * @error: where to put an error
 *
 * From now on the index does not follow, until kl_search_index_resume() in the same transaction, or its rollback. Where
 * less than some dozens of rows change, it is not worth it.
 *
 * Returns: whether the index rests; if not, the transaction has to be rolled back
 */
gboolean
kl_search_index_suspend (KlDatabase  *database,
                         GError     **error)
{
  return execute_for_each (database, suspend, error) && kl_database_set_triggers (database, FALSE, error);
}

/**
 * kl_search_index_resume:
 * @database: a connection whose index rests
 * @error: where to put an error
 *
 * Tells the index what changed in between; from now on it follows again.
 *
 * Returns: whether it is up to date; if not, the transaction has to be rolled back
 */
gboolean
kl_search_index_resume (KlDatabase  *database,
                        GError     **error)
{
  return execute_for_each (database, resume, error) && kl_database_set_triggers (database, TRUE, error);
}
