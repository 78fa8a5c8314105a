#pragma once

#include "chart/kl-chart-sheet.h"

#include "kl-map-layout.h"

G_BEGIN_DECLS

void kl_map_painting_add    (const KlMapGraph  *graph,
                             const KlMapLayout *layout,
                             KlChartSheet      *sheet);
void kl_map_painting_mirror (const KlMapLayout *layout,
                             cairo_rectangle_t *area);

G_END_DECLS
