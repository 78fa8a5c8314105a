/* kl-keyboard-focus.c: which part of something has the keyboard
 *
 * gtk_widget_get_focus_child() forgets it now and then: where a menu closes after its row has taken the keyboard back,
 * the row has it and the list no longer knows. The window always does.
 */

#include "config.h"

#include "kl-keyboard-focus.h"

/**
 * kl_keyboard_focus_find_child:
 * @parent: a widget
 *
 * Returns: (transfer none) (nullable): the child of @parent that has the keyboard or in which something has it, be it
 *   in a menu that is open there
 */
GtkWidget *
kl_keyboard_focus_find_child (GtkWidget *parent)
{
  GtkRoot *root;
  GtkWidget *widget;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  root = gtk_widget_get_root (parent);
  widget = root != NULL ? gtk_root_get_focus (root) : NULL;
  while (widget != NULL && gtk_widget_get_parent (widget) != parent)
    widget = gtk_widget_get_parent (widget);

  return widget;
}
