/* kl-canvas-gestures.c: a closer look at a chart or the map by wheel, pinch and drag
 *
 * Nothing is taken from what is around it: the wheel alone scrolls that, and so does a finger on the map.
 */

#include "config.h"

#include "kl-canvas-gestures.h"

#include <math.h>

/* One notch of a wheel. */
#define NOTCH 1.25
/* So much of what is seen goes by with a notch of a wheel that goes sideways. */
#define NOTCH_PAN 0.1
/* A touchpad tells pixels; so many are as much as a notch. */
#define NOTCH_PIXELS 10.0
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
get_gestures (KlCanvas *canvas)
{
  return g_object_get_data (G_OBJECT (canvas), "kl-canvas-gestures");
}

static void
motion_cb (KlCanvas *canvas,
           double    x,
           double    y)
{
  get_gestures (canvas)->x = x;
  get_gestures (canvas)->y = y;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KlCanvas                 *canvas)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);
  KlCanvasInterface *iface = KL_CANVAS_GET_IFACE (canvas);
  double sideways = kl_canvas_gestures_get_notches (dx, unit), notches = kl_canvas_gestures_get_notches (dy, unit);

  if ((state & GDK_CONTROL_MASK) == 0)
    return !iface->is_plane && fabs (dx) > fabs (dy)
           && iface->pan (canvas, sideways * NOTCH_PAN * gtk_widget_get_width (GTK_WIDGET (canvas)), 0);

  (void) iface->zoom (canvas, pow (NOTCH, -notches), get_gestures (canvas)->x, get_gestures (canvas)->y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KlCanvas *canvas)
{
  get_gestures (canvas)->scale = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          KlCanvas       *canvas)
{
  Gestures *self = get_gestures (canvas);
  double x = gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0, y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (scale > 0)
    (void) KL_CANVAS_GET_IFACE (canvas)->zoom (canvas, scale / self->scale, x, y);
  self->scale = scale > 0 ? scale : self->scale;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               KlCanvas       *canvas)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  Gestures *self = get_gestures (canvas);

  self->dx = self->dy = 0;
  self->is_dragging = FALSE;
  /* A finger scrolls. */
  if (KL_CANVAS_GET_IFACE (canvas)->is_plane && device != NULL
      && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                KlCanvas       *canvas)
{
  KlCanvasInterface *iface = KL_CANVAS_GET_IFACE (canvas);
  Gestures *self = get_gestures (canvas);
  double far = iface->is_plane ? hypot (x, y) : fabs (x);

  if ((!self->is_dragging && far < CLICK_REACH) || !iface->pan (canvas, self->dx - x, self->dy - y))
    return;
  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      gtk_widget_grab_focus (GTK_WIDGET (canvas));
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->dx = x;
  self->dy = y;
}

/**
 * kl_canvas_gestures_get_notches:
 * @delta: how far was scrolled
 * @unit: in what
 *
 * Returns: as how many notches of a wheel it counts
 */
double
kl_canvas_gestures_get_notches (double        delta,
                                GdkScrollUnit unit)
{
  return unit == GDK_SCROLL_UNIT_SURFACE ? delta / NOTCH_PIXELS : delta;
}

/**
 * kl_canvas_gestures_attach:
 * @canvas: a canvas
 *
 * Lets it be zoomed by Ctrl and the wheel or by two fingers, and moved by dragging; what moves sideways also by a wheel
 * that goes sideways.
 */
void
kl_canvas_gestures_attach (KlCanvas *canvas)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_object_set_data_full (G_OBJECT (canvas), "kl-canvas-gestures", g_new0 (Gestures, 1), g_free);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), canvas);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), scroll);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), canvas);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), canvas);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
}
