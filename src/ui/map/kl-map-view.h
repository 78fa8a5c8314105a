#pragma once

#include <gtk/gtk.h>

#include "map/kl-map-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_MAP_VIEW (kl_map_view_get_type ())

G_DECLARE_FINAL_TYPE (KlMapView, kl_map_view, KL, MAP_VIEW, GtkWidget)

void        kl_map_view_set_chart   (KlMapView  *self,
                                     KlMapChart *chart);
const char *kl_map_view_get_details (KlMapView  *self);
double      kl_map_view_get_zoom    (KlMapView  *self);
void        kl_map_view_zoom_to     (KlMapView  *self,
                                     double      zoom);
double      kl_map_view_find_whole  (KlMapView  *self);

G_END_DECLS
