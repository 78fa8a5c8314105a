/* kl-map-keys.c: the keys of a map
 *
 * As those of a chart, and the arrows go to where they point.
 */

#include "config.h"

#include "kl-map-keys.h"

#include "kl-map-view.h"

#define KEY_ZOOM 1.25
#define KEY_PAN 0.2

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  kl_map_view_step (KL_MAP_VIEW (widget), (KlMapDirection) g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
go_to_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  kl_map_view_go_to (KL_MAP_VIEW (widget), g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  kl_map_view_walk (KL_MAP_VIEW (widget), g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  kl_map_view_activate (KL_MAP_VIEW (widget));
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  KlMapView *self = KL_MAP_VIEW (widget);

  kl_map_view_zoom_to (self, kl_map_view_get_zoom (self) * g_variant_get_double (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
whole_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  kl_map_view_zoom_to (KL_MAP_VIEW (widget), kl_map_view_find_whole (KL_MAP_VIEW (widget)));
  return GDK_EVENT_STOP;
}

static gboolean
normal_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  kl_map_view_zoom_to (KL_MAP_VIEW (widget), 1);
  return GDK_EVENT_STOP;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  double dx, dy;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  kl_map_view_pan (KL_MAP_VIEW (widget), dx * gtk_widget_get_width (widget), dy * gtk_widget_get_height (widget));
  return GDK_EVENT_STOP;
}

static void
add_arrow (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           KlMapDirection  direction,
           double          dx,
           double          dy)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "i", direction);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, step_cb, "i", direction);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, pan_cb, "(dd)", dx, dy);
}

/**
 * kl_map_keys_add:
 * @widget_class: the class of #KlMapView
 *
 * Gives it its keys. They are in the shortcuts window, under charts.
 */
void
kl_map_keys_add (GtkWidgetClass *widget_class)
{
  static const guint larger[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint activate[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, KL_MAP_LEFT, -KEY_PAN, 0);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, KL_MAP_RIGHT, KEY_PAN, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, KL_MAP_UP, 0, -KEY_PAN);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, KL_MAP_DOWN, 0, KEY_PAN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, go_to_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, go_to_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, walk_cb, "i", -1);
  for (guint i = 0; i < G_N_ELEMENTS (activate); i++)
    gtk_widget_class_add_binding (widget_class, activate[i], 0, activate_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    gtk_widget_class_add_binding (widget_class, larger[i], 0, zoom_cb, "d", KEY_ZOOM);
  /* On many keyboards plus is on the shifted level. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, zoom_cb, "d", KEY_ZOOM);
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    gtk_widget_class_add_binding (widget_class, smaller[i], 0, zoom_cb, "d", 1 / KEY_ZOOM);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, whole_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0, 0, whole_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_1, 0, normal_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1, 0, normal_cb, NULL);
}
