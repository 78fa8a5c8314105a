/* kl-action-row.c: something to do that an attempt brought up, to be ticked off from the list of today */

#include "config.h"

#include "kl-action-row.h"

#include "ui/edit/kl-apply.h"
#include "ui/page/kl-list-group.h"

#include <glib/gi18n.h>

static void toggled_cb (GtkCheckButton *check);

static void
stored_cb (gpointer      target,
           const GError *error)
{
  if (error == NULL)
    {
      kl_action_list_reload (g_object_get_data (target, "kl-list"));
      return;
    }

  gtk_widget_set_sensitive (target, TRUE);
  g_signal_handlers_block_by_func (target, toggled_cb, NULL);
  gtk_check_button_set_active (target, FALSE);
  g_signal_handlers_unblock_by_func (target, toggled_cb, NULL);
}

static void
toggled_cb (GtkCheckButton *check)
{
  KlActionItem *item = g_object_get_data (G_OBJECT (check), "kl-item");
  KlChange *change = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, kl_action_item_get_subject_title (item));

  kl_change_set_integer (change, KL_RECORD (kl_action_item_get_feedback (item)), "done", TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (check), FALSE);
  kl_apply (GTK_WIDGET (check), change, _("Action item done"), stored_cb, check);
}

/**
 * kl_action_row_new:
 * @list: the list that it is in
 * @item: an action item that is open
 *
 * Returns: (transfer floating): its row, for a page; it opens the topic, and its check box says that it is done
 */
GtkWidget *
kl_action_row_new (KlActionList *list,
                   KlActionItem *item)
{
  const char *text = kl_feedback_get_text (kl_action_item_get_feedback (item));
  GtkWidget *row = kl_list_group_row (text, kl_action_item_get_subject_title (item));
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  g_object_set_data_full (G_OBJECT (check), "kl-list", g_object_ref (list), g_object_unref);
  g_object_set_data_full (G_OBJECT (check), "kl-item", g_object_ref (item), g_object_unref);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "kl-check", check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kl_action_item_get_subject (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-topic");
  return row;
}
