#pragma once

#include <gio/gio.h>

#include "kl-chart-style.h"

G_BEGIN_DECLS

/**
 * KlChartBand:
 * @name: as the person calls it
 * @low: where it begins, 0–100
 * @high: where the next one above begins, 100 for the best
 * @hue: its colour: the one of its emoji where it has one that is known, else by rank
 */
typedef struct
{
  char       *name;
  double      low;
  double      high;
  KlChartHue  hue;
} KlChartBand;

GArray            *kl_chart_bands_new      (GListModel   *bands);
const KlChartBand *kl_chart_bands_get      (const GArray *self,
                                            int           rank);
int                kl_chart_bands_find     (const GArray *self,
                                            double        score);
KlChartHue         kl_chart_bands_find_hue (const GArray *self,
                                            double        score);

G_END_DECLS
