/* kl-control-name.c: what a control is called by a reader of the screen, where what it shows says too little */

#include "config.h"

#include "kl-control-name.h"

/* From GTK 4.18 on what a button shows goes before a name that it is given: all of a kind would be called the same. */
static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * kl_control_name_set:
 * @control: a button or a drop-down with all that it shows
 * @name: what it is called
 */
void
kl_control_name_set (GtkWidget  *control,
                     const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  set_name (control, name);
  /* The part of it that takes the keyboard is called by what it shows, or not at all. */
  if (GTK_IS_DROP_DOWN (control) || GTK_IS_MENU_BUTTON (control))
    set_name (gtk_widget_get_first_child (control), name);
}
