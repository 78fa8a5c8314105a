#pragma once

#include "chart/kl-chart.h"

#include "kl-map-arrangement.h"
#include "kl-map-step.h"

G_BEGIN_DECLS

#define KL_TYPE_MAP_CHART (kl_map_chart_get_type ())

/**
 * KlMapChart:
 *
 * The map of a plan. Each topic is a mark, as it is read.
 */
G_DECLARE_FINAL_TYPE (KlMapChart, kl_map_chart, KL, MAP_CHART, KlChart)

KlMapChart       *kl_map_chart_new             (void);
void              kl_map_chart_set_map         (KlMapChart         *self,
                                                KlMapGraph         *graph,
                                                KlMapLayout        *layout);
KlMapGraph       *kl_map_chart_get_graph       (KlMapChart         *self);
KlMapLayout      *kl_map_chart_get_layout      (KlMapChart         *self);
KlMapArrangement *kl_map_chart_get_arrangement (KlMapChart         *self);
void              kl_map_chart_set_room        (KlMapChart         *self,
                                                double              width);
void              kl_map_chart_get_size        (KlMapChart         *self,
                                                double             *width,
                                                double             *height);
void              kl_map_chart_get_mark        (KlMapChart         *self,
                                                guint               mark,
                                                gboolean            mirrored,
                                                cairo_rectangle_t  *area);
int               kl_map_chart_find_next       (KlMapChart         *self,
                                                guint               mark,
                                                KlMapDirection      direction,
                                                gboolean            mirrored);

G_END_DECLS
