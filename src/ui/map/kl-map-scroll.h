#pragma once

#include <cairo.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KlMapScroll:
 *
 * How large a map is in a widget, and which part of it is seen there.
 */
typedef struct _KlMapScroll KlMapScroll;

/**
 * KlMapScrolledFunc:
 * @view: the widget
 *
 * Another part is seen.
 */
typedef void (*KlMapScrolledFunc) (GtkWidget *view);

KlMapScroll   *kl_map_scroll_new            (GtkWidget               *view,
                                             KlMapScrolledFunc        scrolled);
void           kl_map_scroll_free           (KlMapScroll             *self);
void           kl_map_scroll_set_adjustment (KlMapScroll             *self,
                                             GtkOrientation           orientation,
                                             GtkAdjustment           *adjustment);
GtkAdjustment *kl_map_scroll_get_adjustment (KlMapScroll             *self,
                                             GtkOrientation           orientation);
void           kl_map_scroll_set_letters    (KlMapScroll             *self,
                                             double                   letters);
double         kl_map_scroll_get_letters    (KlMapScroll             *self);
void           kl_map_scroll_set_size       (KlMapScroll             *self,
                                             double                   width,
                                             double                   height);
double         kl_map_scroll_get_zoom       (KlMapScroll             *self);
double         kl_map_scroll_get_scale      (KlMapScroll             *self);
double         kl_map_scroll_find_whole     (KlMapScroll             *self);
void           kl_map_scroll_find_origin    (KlMapScroll             *self,
                                             double                  *x,
                                             double                  *y);
void           kl_map_scroll_go_to_end      (KlMapScroll             *self);
void           kl_map_scroll_pan            (KlMapScroll             *self,
                                             double                   dx,
                                             double                   dy);
gboolean       kl_map_scroll_zoom           (KlMapScroll             *self,
                                             double                   factor,
                                             double                   x,
                                             double                   y);
void           kl_map_scroll_reveal         (KlMapScroll             *self,
                                             const cairo_rectangle_t *area,
                                             gboolean                 from_end);

G_END_DECLS
