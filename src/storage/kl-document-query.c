/* kl-document-query.c: which plan came from which file */

#include "config.h"

#include "kl-document-query.h"

#include "kl-column.h"
#include "model/kl-document.h"

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
    *plan_id = kl_column_dup_text (statement, 0);
  return TRUE;
}

/* Without its text, which may be long. The last of a plan counts. */
static const char all_links[]
  = "SELECT id, owner, path, follow FROM document WHERE NOT EXISTS"
    " (SELECT 1 FROM document AS later WHERE later.owner = document.owner"
    "  AND (later.position, later.id) > (document.position, document.id)) ORDER BY owner";

/**
 * kl_document_query_links:
 * @database: a connection
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a list of #KlDocument, one for each plan that has one, which know the plan, the
 *   file and whether that follows, but not what is in it
 */
GListModel *
kl_document_query_links (KlDatabase  *database,
                         GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, all_links, error);
  g_autoptr(GListStore) links = g_list_store_new (KL_TYPE_DOCUMENT);
  g_autoptr(GEnumClass) follows = g_type_class_ref (KL_TYPE_FOLLOW);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      g_autoptr(KlDocument) document = NULL;
      g_autofree char *id = NULL;
      g_autofree char *plan = NULL;
      g_autofree char *path = NULL;
      const GEnumValue *follow;

      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return G_LIST_MODEL (g_steal_pointer (&links));

      id = kl_column_dup_text (statement, 0);
      plan = kl_column_dup_text (statement, 1);
      path = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      follow = g_enum_get_value_by_nick (follows, kl_column_get_text (statement, 3));
      document = g_object_new (KL_TYPE_DOCUMENT,
                               "id", id,
                               "owner", plan,
                               "path", path != NULL && g_utf8_validate (path, -1, NULL) ? path : NULL,
                               "follow", follow != NULL ? follow->value : KL_FOLLOW_NOT,
                               NULL);
      g_list_store_append (links, document);
    }
}
