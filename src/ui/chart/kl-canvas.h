#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KL_TYPE_CANVAS (kl_canvas_get_type ())

G_DECLARE_INTERFACE (KlCanvas, kl_canvas, KL, CANVAS, GtkWidget)

/**
 * KlCanvasInterface:
 * @is_plane: whether it moves in all directions and a scrolled window around it scrolls it; otherwise it moves
 * sideways, and what scrolls is the page around it
 * @key_zoom: how much larger things become by one key
 * @zoom: makes things larger, or smaller where the factor is below 1; what is at a place in the widget stays there
 * @pan: goes so many pixels to the right and down
 * @step: highlights what is next where an arrow key points
 * @go_to_end: highlights the first, or the last, of its row where there are rows
 * @show_whole: shows all that there is
 * @get_focus: what keys leave in its place when they zoom
 * @activate: opens what is highlighted
 *
 * What is looked at closer, moved and walked through, by hand and by keyboard. Functions return whether there was
 * anything to do.
 */
struct _KlCanvasInterface
{
  GTypeInterface parent;

  gboolean   is_plane;
  double     key_zoom;

  gboolean (*zoom)       (KlCanvas *self,
                          double    factor,
                          double    x,
                          double    y);
  gboolean (*pan)        (KlCanvas *self,
                          double    dx,
                          double    dy);
  gboolean (*step)       (KlCanvas *self,
                          int       dx,
                          int       dy);
  gboolean (*go_to_end)  (KlCanvas *self,
                          gboolean  last);
  gboolean (*show_whole) (KlCanvas *self);
  void     (*get_focus)  (KlCanvas *self,
                          double   *x,
                          double   *y);
  void     (*activate)   (KlCanvas *self);
};

G_END_DECLS
