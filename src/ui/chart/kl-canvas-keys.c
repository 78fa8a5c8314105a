/* kl-canvas-keys.c: what the keyboard does with a chart and with the map */

#include "config.h"

#include "kl-canvas-keys.h"

#include "kl-canvas.h"

/* In parts of what is seen. */
#define PAN 0.2

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  return KL_CANVAS_GET_IFACE (widget)->step (KL_CANVAS (widget), dx, dy);
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  return KL_CANVAS_GET_IFACE (widget)->go_to_end (KL_CANVAS (widget), g_variant_get_boolean (arguments));
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  KlCanvasInterface *iface = KL_CANVAS_GET_IFACE (widget);
  double x, y;

  iface->get_focus (KL_CANVAS (widget), &x, &y);
  return iface->zoom (KL_CANVAS (widget), g_variant_get_boolean (arguments) ? iface->key_zoom : 1 / iface->key_zoom, x,
                      y);
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  return KL_CANVAS_GET_IFACE (widget)->pan (KL_CANVAS (widget), dx * PAN * gtk_widget_get_width (widget),
                                            dy * PAN * gtk_widget_get_height (widget));
}

static gboolean
whole_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  return KL_CANVAS_GET_IFACE (widget)->show_whole (KL_CANVAS (widget));
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  KL_CANVAS_GET_IFACE (widget)->activate (KL_CANVAS (widget));
  return GDK_EVENT_STOP;
}

static void
add_arrow (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           int             dx,
           int             dy)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "(ii)", dx, dy);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, step_cb, "(ii)", dx, dy);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, pan_cb, "(ii)", dx, dy);
}

/**
 * kl_canvas_keys_add:
 * @widget_class: of a #KlCanvas
 *
 * Arrows go from mark to mark, Home and End to the first and the last, Return opens what one is about; plus and minus
 * zoom, the arrows with Shift pan, and 0 shows all. They are in the shortcuts window, under charts.
 */
void
kl_canvas_keys_add (GtkWidgetClass *widget_class)
{
  static const guint larger[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint activate[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, end_cb, "b", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (activate); i++)
    gtk_widget_class_add_binding (widget_class, activate[i], 0, activate_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    gtk_widget_class_add_binding (widget_class, larger[i], 0, zoom_cb, "b", TRUE);
  /* On many keyboards plus is on the shifted level. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, zoom_cb, "b", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    gtk_widget_class_add_binding (widget_class, smaller[i], 0, zoom_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, whole_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0, 0, whole_cb, NULL);
}
