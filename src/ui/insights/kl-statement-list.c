/* kl-statement-list.c: sentences about how it goes; each leads to what it is about */

#include "config.h"

#include "kl-statement-list.h"

#include "recall/kl-insight-statement.h"
#include "ui/edit/kl-section.h"
#include "ui/page/kl-list-group.h"

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = kl_list_group_row (kl_insight_statement_get_text (item), NULL);
  const char *subject = kl_insight_statement_get_subject_id (item);
  const char *attempt = kl_insight_statement_get_attempt_id (item);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (subject == NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "insights.show-calibration");
  else if (attempt == NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", subject);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-topic");
    }
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", subject, attempt);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-attempt");
    }
  return row;
}

static GListStore *
get_store (GtkWidget *list)
{
  return g_object_get_data (G_OBJECT (list), "kl-statements");
}

/**
 * kl_statement_list_new:
 * @title: the heading
 * @empty: what to say where there is nothing to say
 *
 * Returns: (transfer floating): a list without a statement so far
 */
GtkWidget *
kl_statement_list_new (const char *title,
                       const char *empty)
{
  GtkWidget *list = kl_section_new (title, empty);
  GListStore *statements = g_list_store_new (KL_TYPE_INSIGHT_STATEMENT);

  g_object_set_data_full (G_OBJECT (list), "kl-statements", statements, g_object_unref);
  kl_section_set_model (KL_SECTION (list), G_LIST_MODEL (statements), create_row, NULL);
  return list;
}

static gboolean
is_same (GListModel *shown,
         GPtrArray  *statements)
{
  if (g_list_model_get_n_items (shown) != statements->len)
    return FALSE;

  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr(KlInsightStatement) a = g_list_model_get_item (shown, i);
      KlInsightStatement *b = g_ptr_array_index (statements, i);

      if (g_strcmp0 (kl_insight_statement_get_text (a), kl_insight_statement_get_text (b)) != 0
          || g_strcmp0 (kl_insight_statement_get_subject_id (a), kl_insight_statement_get_subject_id (b)) != 0
          || g_strcmp0 (kl_insight_statement_get_attempt_id (a), kl_insight_statement_get_attempt_id (b)) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_statement_list_set:
 * @list: such a list
 * @statements: (element-type KlInsightStatement): what it says from now on
 *
 * Rows stay where nothing changed, so that the keyboard is not taken from them.
 */
void
kl_statement_list_set (GtkWidget *list,
                       GPtrArray *statements)
{
  GListStore *store = get_store (list);

  if (!is_same (G_LIST_MODEL (store), statements))
    g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), statements->pdata,
                         statements->len);
}
