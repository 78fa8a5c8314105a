/* kl-map-scroll.c: how large a map is in a widget, and which part of it is seen
 *
 * The size of the map is that of its layout; “letters” says how large the letters of the interface are against those,
 * and the zoom how large those of the map are against the interface's.
 */

#include "config.h"

#include "kl-map-scroll.h"

#include <math.h>

#define SMALLEST_ZOOM 0.02
#define LARGEST_ZOOM 4
/* What is gone to has so much around it. */
#define REVEAL_MARGIN 24

struct _KlMapScroll
{
  GtkWidget *view;
  KlMapScrolledFunc scrolled;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  double letters;
  double zoom;
  double width;
  double height;
};

static void
scrolled_cb (KlMapScroll *self)
{
  self->scrolled (self->view);
}

static void
configure (GtkAdjustment *adjustment,
           double         whole,
           double         seen)
{
  if (adjustment == NULL)
    return;

  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, whole - seen)), 0,
                            MAX (whole, seen), seen * 0.1, seen * 0.9, seen);
}

static void
update (KlMapScroll *self)
{
  double scale = kl_map_scroll_get_scale (self);

  configure (self->horizontal, self->width * scale, gtk_widget_get_width (self->view));
  configure (self->vertical, self->height * scale, gtk_widget_get_height (self->view));
}

/**
 * kl_map_scroll_new:
 * @view: (transfer none): the widget that it belongs to
 * @scrolled: called when another part is seen
 *
 * Returns: (transfer full): nothing yet, at its beginning
 */
KlMapScroll *
kl_map_scroll_new (GtkWidget         *view,
                   KlMapScrolledFunc  scrolled)
{
  KlMapScroll *self = g_new0 (KlMapScroll, 1);

  self->view = view;
  self->scrolled = scrolled;
  self->letters = self->zoom = 1;
  kl_map_scroll_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  kl_map_scroll_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  return self;
}

/**
 * kl_map_scroll_free:
 * @self: (transfer full): what is seen
 */
void
kl_map_scroll_free (KlMapScroll *self)
{
  g_signal_handlers_disconnect_by_func (self->horizontal, scrolled_cb, self);
  g_signal_handlers_disconnect_by_func (self->vertical, scrolled_cb, self);
  g_object_unref (self->horizontal);
  g_object_unref (self->vertical);
  g_free (self);
}

/**
 * kl_map_scroll_set_adjustment:
 * @self: what is seen
 * @orientation: which one
 * @adjustment: (nullable): of the scrolled window
 */
void
kl_map_scroll_set_adjustment (KlMapScroll    *self,
                              GtkOrientation  orientation,
                              GtkAdjustment  *adjustment)
{
  GtkAdjustment **location = orientation == GTK_ORIENTATION_HORIZONTAL ? &self->horizontal : &self->vertical;
  g_autoptr(GtkAdjustment) wanted
    = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (*location == wanted)
    return;
  if (*location != NULL)
    g_signal_handlers_disconnect_by_func (*location, scrolled_cb, self);
  g_set_object (location, wanted);
  g_signal_connect_swapped (wanted, "value-changed", G_CALLBACK (scrolled_cb), self);
  update (self);
}

/**
 * kl_map_scroll_get_adjustment:
 * @self: what is seen
 * @orientation: which one
 *
 * Returns: (transfer none): the adjustment
 */
GtkAdjustment *
kl_map_scroll_get_adjustment (KlMapScroll    *self,
                              GtkOrientation  orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? self->horizontal : self->vertical;
}

/**
 * kl_map_scroll_set_letters:
 * @self: what is seen
 * @letters: how large the letters of the interface are, of those of the layout
 */
void
kl_map_scroll_set_letters (KlMapScroll *self,
                           double       letters)
{
  self->letters = letters;
}

/**
 * kl_map_scroll_get_letters:
 * @self: what is seen
 *
 * Returns: how large the letters of the interface are, of those of the layout
 */
double
kl_map_scroll_get_letters (KlMapScroll *self)
{
  return self->letters;
}

/**
 * kl_map_scroll_set_size:
 * @self: what is seen
 * @width: of the map, in its layout
 * @height: the same
 *
 * To be told when the map or the widget has another size.
 */
void
kl_map_scroll_set_size (KlMapScroll *self,
                        double       width,
                        double       height)
{
  self->width = width;
  self->height = height;
  update (self);
}

/**
 * kl_map_scroll_get_zoom:
 * @self: what is seen
 *
 * Returns: how large letters are, of those of the interface
 */
double
kl_map_scroll_get_zoom (KlMapScroll *self)
{
  return self->zoom;
}

/**
 * kl_map_scroll_get_scale:
 * @self: what is seen
 *
 * Returns: how large everything is, of the layout
 */
double
kl_map_scroll_get_scale (KlMapScroll *self)
{
  return self->letters * self->zoom;
}

/**
 * kl_map_scroll_find_whole:
 * @self: what is seen
 *
 * Returns: the zoom at which the whole map is seen, 1 where it is at that too
 */
double
kl_map_scroll_find_whole (KlMapScroll *self)
{
  double width = MAX (self->width * self->letters, 1), height = MAX (self->height * self->letters, 1);

  return MAX (SMALLEST_ZOOM, MIN (1, MIN (gtk_widget_get_width (self->view) / width,
                                          gtk_widget_get_height (self->view) / height)));
}

/**
 * kl_map_scroll_find_origin:
 * @self: what is seen
 * @x: (out): where the map begins in the widget
 * @y: (out): the same
 */
void
kl_map_scroll_find_origin (KlMapScroll *self,
                           double      *x,
                           double      *y)
{
  double room = gtk_widget_get_width (self->view) - self->width * kl_map_scroll_get_scale (self);

  *x = MAX (0, floor (room / 2)) - floor (gtk_adjustment_get_value (self->horizontal));
  *y = -floor (gtk_adjustment_get_value (self->vertical));
}

/**
 * kl_map_scroll_go_to_end:
 * @self: what is seen
 *
 * Goes to where reading from right to left begins.
 */
void
kl_map_scroll_go_to_end (KlMapScroll *self)
{
  gtk_adjustment_set_value (self->horizontal, gtk_adjustment_get_upper (self->horizontal));
}

/**
 * kl_map_scroll_pan:
 * @self: what is seen
 * @dx: how far to go to the right, in pixels
 * @dy: how far to go down
 */
void
kl_map_scroll_pan (KlMapScroll *self,
                   double       dx,
                   double       dy)
{
  gtk_adjustment_set_value (self->horizontal, gtk_adjustment_get_value (self->horizontal) + dx);
  gtk_adjustment_set_value (self->vertical, gtk_adjustment_get_value (self->vertical) + dy);
}

/**
 * kl_map_scroll_zoom:
 * @self: what is seen
 * @factor: how much larger things are to become; below 1 for smaller
 * @x: what stays in its place, in the widget
 * @y: the same
 *
 * Returns: whether anything became larger or smaller
 */
gboolean
kl_map_scroll_zoom (KlMapScroll *self,
                    double       factor,
                    double       x,
                    double       y)
{
  double smallest = MIN (kl_map_scroll_find_whole (self), self->zoom), before = self->zoom;
  double zoom = CLAMP (before * factor, smallest, LARGEST_ZOOM), left, top;

  if (fabs (zoom - before) < 1e-9)
    return FALSE;

  kl_map_scroll_find_origin (self, &left, &top);
  self->zoom = zoom;
  update (self);
  gtk_adjustment_set_value (self->horizontal, (x - left) * zoom / before - x);
  gtk_adjustment_set_value (self->vertical, (y - top) * zoom / before - y);
  return TRUE;
}

/* What is larger than the page is seen from where reading begins. */
static void
show_between (GtkAdjustment *adjustment,
              double         from,
              double         to,
              gboolean       from_end)
{
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (to - from > page)
    gtk_adjustment_set_value (adjustment, from_end ? to - page : from);
  else if (from < value)
    gtk_adjustment_set_value (adjustment, from);
  else if (to > value + page)
    gtk_adjustment_set_value (adjustment, to - page);
}

/**
 * kl_map_scroll_reveal:
 * @self: what is seen
 * @area: a part of the map, in its layout
 * @from_end: whether it is read from right to left
 *
 * Lets it be seen.
 */
void
kl_map_scroll_reveal (KlMapScroll             *self,
                      const cairo_rectangle_t *area,
                      gboolean                 from_end)
{
  double scale = kl_map_scroll_get_scale (self);

  show_between (self->horizontal, area->x * scale - REVEAL_MARGIN, (area->x + area->width) * scale + REVEAL_MARGIN,
                from_end);
  show_between (self->vertical, area->y * scale - REVEAL_MARGIN, (area->y + area->height) * scale + REVEAL_MARGIN,
                FALSE);
}
