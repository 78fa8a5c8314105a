#pragma once

#include "kl-chart-data.h"
#include "kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_DATA_CHART (kl_data_chart_get_type ())

G_DECLARE_DERIVABLE_TYPE (KlDataChart, kl_data_chart, KL, DATA_CHART, KlChart)

/**
 * KlDataChartClass:
 *
 * A chart of #KlChartData; its kinds say only where everything stands.
 */
struct _KlDataChartClass
{
  KlChartClass parent_class;
};

void         kl_data_chart_set_data    (KlDataChart *self,
                                        KlChartData *data);
KlChartData *kl_data_chart_get_data    (KlDataChart *self);
void         kl_data_chart_set_summary (KlDataChart *self,
                                        const char  *summary);
double       kl_data_chart_get_highest (KlDataChart *self);

G_END_DECLS
