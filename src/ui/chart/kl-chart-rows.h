#pragma once

#include "chart/kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART_ROW (kl_chart_row_get_type ())

G_DECLARE_FINAL_TYPE (KlChartRow, kl_chart_row, KL, CHART_ROW, GObject)

guint kl_chart_row_get_mark (KlChartRow *self);

#define KL_TYPE_CHART_ROWS (kl_chart_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlChartRows, kl_chart_rows, KL, CHART_ROWS, GObject)

KlChartRows *kl_chart_rows_new       (void);
void         kl_chart_rows_set_chart (KlChartRows *self,
                                      KlChart     *chart);

G_END_DECLS
