/* kl-frame-idle.c: work that waits until a widget was painted
 *
 * A plain idle does not wait: before a window is on the screen there is nothing to paint, and so the main loop is idle.
 */

#include "config.h"

#include "kl-frame-idle.h"

typedef struct
{
  GtkWidget *widget;
  KlFrameIdleFunc func;
} FrameIdle;

static void
frame_idle_free (gpointer data)
{
  FrameIdle *self = data;

  g_clear_weak_pointer (&self->widget);
  g_free (self);
}

static FrameIdle *
frame_idle_new (GtkWidget       *widget,
                KlFrameIdleFunc  func)
{
  FrameIdle *self = g_new0 (FrameIdle, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->func = func;
  return self;
}

static gboolean
idle_cb (gpointer user_data)
{
  FrameIdle *self = user_data;

  if (self->widget != NULL)
    self->func (self->widget);
  return G_SOURCE_REMOVE;
}

/* This frame's layout and painting follow at once, and are done when the main loop comes to its idle work. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  FrameIdle *self = user_data;

  g_idle_add_full (G_PRIORITY_LOW, idle_cb, frame_idle_new (widget, self->func), frame_idle_free);
  return G_SOURCE_REMOVE;
}

/**
 * kl_frame_idle_add:
 * @widget: a widget
 * @func: what to do
 *
 * Calls @func once, after the next frame that is painted while @widget is on the screen; never when it is gone before.
 */
void
kl_frame_idle_add (GtkWidget       *widget,
                   KlFrameIdleFunc  func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  gtk_widget_add_tick_callback (widget, tick_cb, frame_idle_new (widget, func), frame_idle_free);
}
