/* kl-chart-keys.c: what the keyboard does with a chart
 *
 * Time runs from left to right in every language, so Left is always the earlier mark.
 */

#include "config.h"

#include "kl-chart-keys.h"

#include "kl-chart-widget.h"

#define ZOOM 1.5
#define PAN 0.2

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  int step;
  gboolean down;

  g_variant_get (arguments, "(ib)", &step, &down);
  return kl_chart_widget_step (KL_CHART_WIDGET (widget), step, down);
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);

  if (!kl_chart_widget_can_zoom (self))
    return GDK_EVENT_PROPAGATE;

  kl_chart_widget_zoom (self, kl_chart_widget_get_focus_x (self), g_variant_get_double (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);

  if (kl_chart_view_is_whole (kl_chart_widget_get_view (self)))
    return GDK_EVENT_PROPAGATE;

  kl_chart_widget_pan (self, g_variant_get_double (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
whole_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);

  if (kl_chart_view_is_whole (kl_chart_widget_get_view (self)))
    return GDK_EVENT_PROPAGATE;

  kl_chart_widget_show_whole (self);
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  kl_chart_widget_activate_highlight (KL_CHART_WIDGET (widget));
  return GDK_EVENT_STOP;
}

static void
add_step (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             step,
          gboolean        down)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "(ib)", step, down);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, step_cb, "(ib)", step, down);
}

/**
 * kl_chart_keys_add:
 * @widget_class: of a chart
 *
 * Arrows step from mark to mark, Home and End to the ends of a row, Return opens what one is about; plus and minus
 * zoom, the arrows with Shift pan, and 0 shows all.
 */
void
kl_chart_keys_add (GtkWidgetClass *widget_class)
{
  static const guint larger[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint activate[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, FALSE);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, FALSE);
  add_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, TRUE);
  add_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, TRUE);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, G_MININT16, FALSE);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT16, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (activate); i++)
    gtk_widget_class_add_binding (widget_class, activate[i], 0, activate_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    gtk_widget_class_add_binding (widget_class, larger[i], 0, zoom_cb, "d", ZOOM);
  /* On many keyboards plus is on the shifted level. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, zoom_cb, "d", ZOOM);
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    gtk_widget_class_add_binding (widget_class, smaller[i], 0, zoom_cb, "d", 1 / ZOOM);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, whole_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0, 0, whole_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, pan_cb, "d", -PAN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, pan_cb, "d", PAN);
}
