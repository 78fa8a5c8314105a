#pragma once

#include <adwaita.h>

#include "chart/kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART_SAVE_BUTTON (kl_chart_save_button_get_type ())

G_DECLARE_FINAL_TYPE (KlChartSaveButton, kl_chart_save_button, KL, CHART_SAVE_BUTTON, AdwBin)

void kl_chart_save_button_set_chart (KlChartSaveButton *self,
                                     KlChart           *chart);

G_END_DECLS
