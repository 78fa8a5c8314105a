/* kl-untouched-query.c: whether a plan is still just what a document was read as
 *
 * The journal tells: the newest changes made plans, each as a whole, and among them is the import that made this one.
 * What was done since and taken back counts no more. Where the journal does not go back so far, it is not known.
 */

#include "config.h"

#include "kl-untouched-query.h"

#include <glib/gi18n.h>

#include "kl-changeset.h"
#include "kl-column.h"
#include "kl-storage-error.h"
#include "model/kl-change-kind.h"

/* From the newest change on, as long as they made other plans. */
static gboolean
find_import (KlDatabase  *database,
             const char  *plan_id,
             gboolean    *is_found,
             GError     **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_CHANGE_KIND);
  const char *import = g_enum_get_value (kinds, KL_CHANGE_IMPORT)->value_nick;
  g_autoptr(KlStatement) statement = kl_database_prepare (
    database, "SELECT number, kind FROM change WHERE NOT undone ORDER BY number DESC", error);
  gboolean has_row = FALSE;

  *is_found = FALSE;
  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      g_autofree char *made = NULL;

      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!kl_changeset_find_made_plan (database, sqlite3_column_int64 (statement, 0), &made, error))
        return FALSE;
      if (made == NULL)
        return TRUE;
      if (g_str_equal (made, plan_id))
        {
          *is_found = g_str_equal (kl_column_get_text (statement, 1), import);
          return TRUE;
        }
    }
}

/**
 * kl_untouched_query_find:
 * @database: a connection
 * @tables: all tables
 * @plan_id: a plan's id
 * @error: %KL_STORAGE_ERROR_NOT_FOUND where the plan is not known to be just what a document was read as
 *
 * Returns: (transfer full) (nullable): that document, with its text
 */
KlDocument *
kl_untouched_query_find (KlDatabase  *database,
                         KlTables    *tables,
                         const char  *plan_id,
                         GError     **error)
{
  g_autoptr(GPtrArray) found = NULL;
  const char *text = NULL;
  guint n_damaged = 0;
  gboolean is_found;

  if (!find_import (database, plan_id, &is_found, error))
    return NULL;

  if (is_found)
    {
      found = kl_table_select (kl_tables_lookup (tables, KL_TYPE_DOCUMENT), database, "WHERE owner = ?1 LIMIT 2",
                               plan_id, &n_damaged, error);
      if (found == NULL)
        return NULL;
      if (found->len == 1 && n_damaged == 0)
        text = kl_document_get_text (found->pdata[0]);
      if (text != NULL && *text != '\0')
        return g_object_ref (found->pdata[0]);
    }

  g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND,
                       _("The plan was changed since it was imported, or was not imported."));
  return NULL;
}
