/* kl-map-gestures.c: a closer look at a map by wheel, pinch and drag
 *
 * The wheel alone and a finger scroll it, as any page.
 */

#include "config.h"

#include "kl-map-gestures.h"

#include <math.h>

#include "ui/chart/kl-chart-gestures.h"

/* One notch of a wheel. */
#define NOTCH 1.25
/* A drag begins after so many pixels; less is a click. */
#define CLICK_REACH 8.0

/**
 * Gestures:
 * @x: where the pointer was last; an event of the wheel does not say it
 * @y: the same
 * @scale: how far the fingers were apart at the last step of a pinch, in parts of the first
 * @dx: how far the pointer was dragged at the last step
 * @dy: the same
 * @is_dragging: whether it is more than a click
 */
typedef struct
{
  double x;
  double y;
  double scale;
  double dx;
  double dy;
  gboolean is_dragging;
} Gestures;

static Gestures *
get_gestures (KlMapView *view)
{
  return g_object_get_data (G_OBJECT (view), "kl-map-gestures");
}

static void
motion_cb (KlMapView *view,
           double     x,
           double     y)
{
  get_gestures (view)->x = x;
  get_gestures (view)->y = y;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KlMapView                *view)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double notches = kl_chart_gestures_get_notches (dy, gtk_event_controller_scroll_get_unit (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  kl_map_view_zoom (view, pow (NOTCH, -notches), get_gestures (view)->x, get_gestures (view)->y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KlMapView *view)
{
  get_gestures (view)->scale = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          KlMapView      *view)
{
  Gestures *self = get_gestures (view);
  double x = gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, y = gtk_widget_get_height (GTK_WIDGET (view)) / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (scale > 0)
    kl_map_view_zoom (view, scale / self->scale, x, y);
  self->scale = scale > 0 ? scale : self->scale;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               KlMapView      *view)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  Gestures *self = get_gestures (view);

  self->dx = self->dy = 0;
  self->is_dragging = FALSE;
  /* A finger scrolls. */
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                KlMapView      *view)
{
  Gestures *self = get_gestures (view);

  if (!self->is_dragging && hypot (x, y) < CLICK_REACH)
    return;
  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  kl_map_view_pan (view, self->dx - x, self->dy - y);
  self->dx = x;
  self->dy = y;
}

/**
 * kl_map_gestures_attach:
 * @view: a map
 *
 * Lets it be zoomed by Ctrl and the wheel or by two fingers, and moved by dragging.
 */
void
kl_map_gestures_attach (KlMapView *view)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_object_set_data_full (G_OBJECT (view), "kl-map-gestures", g_new0 (Gestures, 1), g_free);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), view);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), view);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), view);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
}
