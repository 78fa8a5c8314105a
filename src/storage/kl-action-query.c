/* kl-action-query.c: what attempts brought up to be done, and is not done yet */

#include "config.h"

#include "kl-action-query.h"

#include "kl-action-item.h"
#include "kl-column.h"

static const char open_actions[] =
  "SELECT feedback.id, feedback.owner, feedback.text, subject.id, subject.title"
  " FROM subject CROSS JOIN attempt ON attempt.owner = subject.id CROSS JOIN feedback ON feedback.owner = attempt.id"
  " WHERE subject.owner = ?1 AND feedback.kind = 'action' AND NOT feedback.done"
  " ORDER BY substr (attempt.date, 1, 10) DESC, subject.position, attempt.number DESC, feedback.position, feedback.id";

static KlActionItem *
read_item (sqlite3_stmt *statement)
{
  g_autofree char *id = kl_column_dup_text (statement, 0);
  g_autofree char *attempt = kl_column_dup_text (statement, 1);
  g_autofree char *text = kl_column_dup_text (statement, 2);
  g_autofree char *subject = kl_column_dup_text (statement, 3);
  g_autofree char *title = kl_column_dup_text (statement, 4);
  g_autoptr(KlFeedback) feedback
    = g_object_new (KL_TYPE_FEEDBACK, "id", id, "owner", attempt, "kind", KL_FEEDBACK_ACTION, "text", text, NULL);

  return kl_action_item_new (feedback, subject, title);
}

/**
 * kl_action_query_run:
 * @database: a connection
 * @plan_id: a plan's id
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a list of #KlActionItem, those of the latest attempts first
 */
GListStore *
kl_action_query_run (KlDatabase  *database,
                     const char  *plan_id,
                     GError     **error)
{
  g_autoptr(GListStore) items = g_list_store_new (KL_TYPE_ACTION_ITEM);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, open_actions, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;

  kl_database_bind_text (database, statement, 1, plan_id);
  while (has_row)
    {
      g_autoptr(KlActionItem) item = NULL;

      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;

      item = read_item (statement);
      g_list_store_append (items, item);
    }

  return g_steal_pointer (&items);
}
