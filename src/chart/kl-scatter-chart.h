#pragma once

#include "kl-data-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_SCATTER_CHART (kl_scatter_chart_get_type ())

G_DECLARE_FINAL_TYPE (KlScatterChart, kl_scatter_chart, KL, SCATTER_CHART, KlDataChart)

KlScatterChart *kl_scatter_chart_new (void);

G_END_DECLS
