#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kl_map_curve_begin   (GArray *points,
                           double  x,
                           double  y);
void kl_map_curve_bend_to (GArray *points,
                           double  x,
                           double  y,
                           double  bend1,
                           double  bend2);
void kl_map_curve_go_to   (GArray *points,
                           double  x,
                           double  y);

G_END_DECLS
