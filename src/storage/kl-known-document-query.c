/* kl-known-document-query.c: what a file held when a plan was imported from it
 *
 * Only where the file has not been written by KLearn since: then it holds something else, and the plan's records have
 * other keys there.
 */

#include "config.h"

#include "kl-known-document-query.h"

#include <glib/gi18n.h>

#include "kl-storage-error.h"

#define NOT_WRITTEN "NOT EXISTS (SELECT 1 FROM file_state WHERE file_state.owner = document.id)"

/**
 * kl_known_document_query_find:
 * @database: a connection
 * @tables: all tables
 * @path: a file
 * @error: %KL_STORAGE_ERROR_NOT_FOUND where not exactly one plan was imported from it, or that is not to be relied on
 *
 * Returns: (transfer full) (nullable): what it held then
 */
KlDocument *
kl_known_document_query_find (KlDatabase  *database,
                              KlTables    *tables,
                              const char  *path,
                              GError     **error)
{
  guint n_damaged = 0;
  g_autoptr(GPtrArray) found = kl_table_select (kl_tables_lookup (tables, KL_TYPE_DOCUMENT), database,
                                                "WHERE path = ?1 AND " NOT_WRITTEN " LIMIT 2", path, &n_damaged, error);

  if (found == NULL)
    return NULL;
  if (found->len == 1 && n_damaged == 0)
    return g_object_ref (found->pdata[0]);
  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND, _("No plan of the library comes from “%s”."), path);
  return NULL;
}

/**
 * kl_known_document_query_check:
 * @database: a connection
 * @document: what a plan was imported from
 * @error: %KL_STORAGE_ERROR_STALE
 *
 * Returns: whether the plan has no other document by now, which is told without reading that
 */
gboolean
kl_known_document_query_check (KlDatabase  *database,
                               KlDocument  *document,
                               GError     **error)
{
  g_autoptr(KlStatement) statement
    = kl_database_prepare (database, "SELECT 1 FROM document WHERE id = ?1 AND owner = ?2 AND digest IS ?3"
                                     " AND headings IS ?4 AND " NOT_WRITTEN, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  kl_database_bind_text (database, statement, 1, kl_record_get_id (KL_RECORD (document)));
  kl_database_bind_text (database, statement, 2, kl_record_get_owner (KL_RECORD (document)));
  kl_database_bind_text (database, statement, 3, kl_document_get_digest (document));
  kl_database_bind_text (database, statement, 4, kl_document_get_headings (document));
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE,
                         _("The plan was imported from another version of its file meanwhile."));
  return has_row;
}
