/* kl-item-menu.c: the menu of a row in a section that can be arranged */

#include "config.h"

#include "kl-item-menu.h"

#include <glib/gi18n.h>

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        KlRecord   *item)
{
  g_autoptr(GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, action, "s", kl_record_get_id (item));
  g_menu_append_item (menu, entry);
}

/* What a row brings, as it is: one section, or several. */
static void
append_own (GMenu      *menu,
            GMenuModel *own)
{
  gboolean has_sections = FALSE;

  for (int i = 0; i < g_menu_model_get_n_items (own); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (own, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section == NULL)
        continue;
      has_sections = TRUE;
      g_menu_model_get_item_attribute (own, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_append_section (menu, label, section);
    }
  if (!has_sections)
    g_menu_append_section (menu, NULL, own);
}

/* A page may have a thousand rows, and hardly any of their menus is ever opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  KlRecord *item = g_object_get_data (G_OBJECT (button), "kl-record");
  GMenuModel *own = g_object_get_data (G_OBJECT (button), "kl-own-menu");
  g_autoptr(GMenu) menu = NULL;
  g_autoptr(GMenu) place = NULL;
  g_autoptr(GMenu) removal = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  menu = g_menu_new ();
  place = g_menu_new ();
  removal = g_menu_new ();
  append (place, _("Move _Up"), "section.move-up", item);
  append (place, _("Move Dow_n"), "section.move-down", item);
  append (removal, _("_Delete"), "section.remove", item);
  if (own != NULL)
    append_own (menu, own);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * kl_item_menu_new:
 * @item: what the row is about
 * @tooltip: what the menu is for, such as “Change the Point”
 * @own: (nullable): what else can be done with it, by actions of the row; items, or sections of them
 *
 * Returns: (transfer floating): a button with a menu that moves the item and deletes it, for a row of a #KlSection
 */
GtkWidget *
kl_item_menu_new (KlRecord   *item,
                  const char *tooltip,
                  GMenuModel *own)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_object_set_data_full (G_OBJECT (button), "kl-record", g_object_ref (item), g_object_unref);
  if (own != NULL)
    g_object_set_data_full (G_OBJECT (button), "kl-own-menu", g_object_ref (own), g_object_unref);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}
