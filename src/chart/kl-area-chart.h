#pragma once

#include "kl-data-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_AREA_CHART (kl_area_chart_get_type ())

G_DECLARE_FINAL_TYPE (KlAreaChart, kl_area_chart, KL, AREA_CHART, KlDataChart)

KlAreaChart *kl_area_chart_new (void);

G_END_DECLS
