/* kl-depth-text.c: how deeply something was studied, in words */

#include "config.h"

#include "kl-depth-text.h"

#include <glib/gi18n.h>

/**
 * kl_depth_text_get:
 * @depth: a depth
 *
 * Returns: (transfer none): the word for it
 */
const char *
kl_depth_text_get (KlDepth depth)
{
  switch (depth)
    {
    case KL_DEPTH_DEEP:
      return _("Deep dive");
    case KL_DEPTH_SURFACE:
      return _("Surface");
    case KL_DEPTH_NONE:
    default:
      return _("Not covered");
    }
}

/**
 * kl_depth_text_parse:
 * @nick: a depth as an action names it
 *
 * Returns: the depth
 */
KlDepth
kl_depth_text_parse (const char *nick)
{
  g_autoptr(GEnumClass) depths = g_type_class_ref (KL_TYPE_DEPTH);
  GEnumValue *value = g_enum_get_value_by_nick (depths, nick);

  return value != NULL ? (KlDepth) value->value : KL_DEPTH_NONE;
}

/**
 * kl_depth_text_append_menu:
 * @menu: a menu
 * @action: an action that takes the nick of a depth
 */
void
kl_depth_text_append_menu (GMenu      *menu,
                           const char *action)
{
  g_autoptr(GEnumClass) depths = g_type_class_ref (KL_TYPE_DEPTH);

  for (guint i = depths->n_values; i > 0; i--)
    {
      GEnumValue *value = &depths->values[i - 1];
      g_autoptr(GMenuItem) item = g_menu_item_new (kl_depth_text_get ((KlDepth) value->value), NULL);

      g_menu_item_set_action_and_target (item, action, "s", value->value_nick);
      g_menu_append_item (menu, item);
    }
}
