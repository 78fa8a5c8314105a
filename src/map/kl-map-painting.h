#pragma once

#include "chart/kl-chart-sheet.h"

#include "kl-map-arrangement.h"

G_BEGIN_DECLS

void kl_map_painting_add    (const KlMapGraph       *graph,
                             const KlMapArrangement *arrangement,
                             KlChartSheet           *sheet);
void kl_map_painting_mirror (const KlMapArrangement *arrangement,
                             cairo_rectangle_t      *area);

G_END_DECLS
