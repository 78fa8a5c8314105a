/* kl-plan-menu.c: the plans of the library as items of a menu */

#include "config.h"

#include "kl-plan-menu.h"

#include "model/kl-plan.h"

/**
 * kl_plan_menu_escape:
 * @title: (nullable): a person's own text
 *
 * Returns: (transfer full): the same for the label of a menu item, where an underscore in it is no access key
 */
char *
kl_plan_menu_escape (const char *title)
{
  g_auto(GStrv) parts = g_strsplit (title != NULL ? title : "", "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * kl_plan_menu_fill:
 * @menu: a menu, whose items are replaced
 * @plans: a list of #KlPlan
 *
 * Each item activates `win.select-plan` with the id of its plan.
 */
void
kl_plan_menu_fill (GMenu      *menu,
                   GListModel *plans)
{
  guint n_plans = g_list_model_get_n_items (plans);

  g_menu_remove_all (menu);
  for (guint i = 0; i < n_plans; i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);
      g_autofree char *label = kl_plan_menu_escape (kl_plan_get_title (plan));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.select-plan", "s", kl_record_get_id (KL_RECORD (plan)));
      g_menu_append_item (menu, item);
    }
}
