/* kl-chart-gestures.c: a closer look at a chart by wheel, pinch and drag
 *
 * Nothing is taken from the page around it: the wheel alone scrolls the page, and a drag moves only what is zoomed.
 */

#include "config.h"

#include "kl-chart-gestures.h"

#include <math.h>

/* One notch of a wheel. */
#define NOTCH 1.25
/* A touchpad tells pixels; so many are as much as a notch. */
#define NOTCH_PIXELS 10.0
/* A drag begins after so many pixels; less is a click. */
#define CLICK_REACH 8.0

/**
 * Gestures:
 * @pointer: where the pointer was last, in pixels from the left; an event of the wheel does not say it
 * @scale: how far the fingers were apart at the last step of a pinch, in parts of the first
 * @dragged: how far the pointer was dragged at the last step, in pixels
 */
typedef struct
{
  double pointer;
  double scale;
  double dragged;
} Gestures;

static Gestures *
get_gestures (KlChartWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "kl-chart-gestures");
}

static void
motion_cb (KlChartWidget *widget,
           double         x,
           double         y)
{
  get_gestures (widget)->pointer = x;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KlChartWidget            *widget)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);

  if ((state & GDK_CONTROL_MASK) == 0)
    {
      if (fabs (dx) <= fabs (dy) || kl_chart_view_is_whole (kl_chart_widget_get_view (widget)))
        return GDK_EVENT_PROPAGATE;
      kl_chart_widget_pan (widget, kl_chart_gestures_get_notches (dx, unit) / 10);
      return GDK_EVENT_STOP;
    }

  kl_chart_widget_zoom (widget, get_gestures (widget)->pointer, pow (NOTCH, -kl_chart_gestures_get_notches (dy, unit)));
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KlChartWidget *widget)
{
  get_gestures (widget)->scale = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          KlChartWidget  *widget)
{
  Gestures *self = get_gestures (widget);
  double x = gtk_widget_get_width (GTK_WIDGET (widget)) / 2.0, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (scale > 0)
    kl_chart_widget_zoom (widget, x, scale / self->scale);
  self->scale = scale > 0 ? scale : self->scale;
}

static void
drag_begin_cb (KlChartWidget *widget)
{
  get_gestures (widget)->dragged = 0;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                KlChartWidget  *widget)
{
  Gestures *self = get_gestures (widget);
  int width = gtk_widget_get_width (GTK_WIDGET (widget));

  if (kl_chart_view_is_whole (kl_chart_widget_get_view (widget)) || width < 1)
    return;
  if (fabs (x) < CLICK_REACH && fabs (self->dragged) <= 0)
    return;

  if (fabs (self->dragged) <= 0)
    gtk_widget_grab_focus (GTK_WIDGET (widget));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  kl_chart_widget_pan (widget, (self->dragged - x) / width);
  self->dragged = x;
}

/**
 * kl_chart_gestures_get_notches:
 * @delta: how far was scrolled
 * @unit: in what
 *
 * Returns: as how many notches of a wheel it counts
 */
double
kl_chart_gestures_get_notches (double        delta,
                               GdkScrollUnit unit)
{
  return unit == GDK_SCROLL_UNIT_SURFACE ? delta / NOTCH_PIXELS : delta;
}

/**
 * kl_chart_gestures_attach:
 * @widget: a chart
 *
 * Lets it be zoomed by Ctrl and the wheel or by two fingers, and moved by dragging or by a wheel that goes sideways.
 */
void
kl_chart_gestures_attach (KlChartWidget *widget)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_object_set_data_full (G_OBJECT (widget), "kl-chart-gestures", g_new0 (Gestures, 1), g_free);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), widget);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), widget);
  gtk_widget_add_controller (GTK_WIDGET (widget), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), widget);
  gtk_widget_add_controller (GTK_WIDGET (widget), scroll);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), widget);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), widget);
  gtk_widget_add_controller (GTK_WIDGET (widget), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), widget);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), widget);
  gtk_widget_add_controller (GTK_WIDGET (widget), GTK_EVENT_CONTROLLER (drag));
}
