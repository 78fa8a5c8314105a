#pragma once

#include <adwaita.h>

#include "chart/kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART_CARD (kl_chart_card_get_type ())

G_DECLARE_FINAL_TYPE (KlChartCard, kl_chart_card, KL, CHART_CARD, AdwBin)

GtkWidget *kl_chart_card_new        (KlChart     *chart);
KlChart   *kl_chart_card_get_chart  (KlChartCard *self);
void       kl_chart_card_set_titled (KlChartCard *self,
                                     gboolean     titled);

G_END_DECLS
