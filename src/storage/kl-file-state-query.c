/* kl-file-state-query.c: what KLearn left in the files that plans are linked to */

#include "config.h"

#include "kl-file-state-query.h"

/**
 * kl_file_state_query_attach:
 * @query: a query
 * @document: a document of the library; gets what is known of its file, if that still counts
 * @error: where to put an error
 *
 * Returns: whether the library could be read
 */
gboolean
kl_file_state_query_attach (KlPlanQuery  *query,
                            KlDocument   *document,
                            GError      **error)
{
  g_autoptr(GPtrArray) states
    = kl_plan_query_owned (query, KL_TYPE_FILE_STATE, kl_record_get_id (KL_RECORD (document)), error);

  if (states == NULL)
    return FALSE;

  for (guint i = 0; i < states->len && kl_document_get_file_state (document) == NULL; i++)
    kl_document_set_file_state (document, g_ptr_array_index (states, i));
  return TRUE;
}

/* One a file of a document: it may be linked to another one, and back again. */
static const char remove_before[] = "DELETE FROM file_state WHERE owner = ?1 AND path IS ?2";

/* What was known of the file of a plan that is gone for good; undo of its deletion does without. */
static const char remove_orphans[]
  = "DELETE FROM file_state WHERE owner NOT IN (SELECT id FROM document) AND owner IS NOT ?1";

static gboolean
remove_states (KlDatabase   *database,
               const char   *sql,
               KlFileState  *state,
               gboolean      with_path,
               GError      **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, kl_record_get_owner (KL_RECORD (state)));
  if (with_path)
    kl_database_bind_text (database, statement, 2, kl_file_state_get_path (state));
  return kl_database_run (database, statement, error);
}

/**
 * kl_file_state_query_store:
 * @database: a connection that may write
 * @tables: all tables
 * @state: what is in a file from now on, owned by a document
 * @error: where to put an error
 *
 * Stores it in the place of what was known before. It is no change of the library: nobody shows it, and undo leaves it.
 *
 * Returns: whether it is on the disk; if not, nothing was changed
 */
gboolean
kl_file_state_query_store (KlDatabase   *database,
                           KlTables     *tables,
                           KlFileState  *state,
                           GError      **error)
{
  if (!kl_database_begin (database, error))
    return FALSE;

  if (!remove_states (database, remove_before, state, TRUE, error)
      || !remove_states (database, remove_orphans, state, FALSE, error)
      || !kl_table_insert (kl_tables_lookup (tables, KL_TYPE_FILE_STATE), database, KL_RECORD (state), error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  return kl_database_commit (database, error);
}
