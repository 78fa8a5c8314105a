#pragma once

#include "kl-chart-data.h"
#include "kl-chart-sheet.h"
#include "kl-time-scale.h"
#include "kl-value-scale.h"

G_BEGIN_DECLS

void kl_chart_axis_cut         (KlChartSheet      *sheet,
                                double             before,
                                double             after,
                                double             below);
void kl_chart_axis_lay_keys    (KlChartSheet       *sheet,
                                const char *const  *words,
                                const KlChartColor *colors);
void kl_chart_axis_lay_legend  (KlChartSheet      *sheet,
                                const KlChartData *data);
void kl_chart_axis_lay_values  (KlChartSheet      *sheet,
                                const KlChartData *data,
                                double             highest,
                                KlValueScale      *scale);
void kl_chart_axis_lay_dates   (KlChartSheet      *sheet,
                                const KlTimeScale *scale);
void kl_chart_axis_lay_nothing (KlChartSheet      *sheet);

G_END_DECLS
