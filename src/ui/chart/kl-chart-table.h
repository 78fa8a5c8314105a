#pragma once

#include <adwaita.h>

#include "chart/kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART_TABLE (kl_chart_table_get_type ())

G_DECLARE_FINAL_TYPE (KlChartTable, kl_chart_table, KL, CHART_TABLE, AdwBin)

GtkWidget *kl_chart_table_new        (void);
void       kl_chart_table_set_chart  (KlChartTable *self,
                                      KlChart      *chart);
guint      kl_chart_table_get_n_rows (KlChartTable *self);

G_END_DECLS
