/* kl-document-query.c: which plan came from a file */

#include "config.h"

#include "kl-document-query.h"

static const char plan_of_path[] = "SELECT plan.id FROM document JOIN plan ON plan.id = document.owner"
                                   " WHERE document.path = ?1 ORDER BY plan.title = ?2 DESC, document.rowid DESC";

/**
 * kl_document_query_plan:
 * @database: a connection
 * @path: a file
 * @title: (nullable): the title of the plan that counts if there are several
 * @plan_id: (out) (nullable) (transfer full): the plan that was imported from it, %NULL for none
 * @error: where to put an error
 *
 * Returns: whether the library could be read
 */
gboolean
kl_document_query_plan (KlDatabase  *database,
                        const char  *path,
                        const char  *title,
                        char       **plan_id,
                        GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, plan_of_path, error);
  gboolean has_row = FALSE;

  *plan_id = NULL;
  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, path);
  kl_database_bind_text (database, statement, 2, title);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    *plan_id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  return TRUE;
}
