#pragma once

#include <gtk/gtk.h>

#include "chart/kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART_WIDGET (kl_chart_widget_get_type ())

G_DECLARE_FINAL_TYPE (KlChartWidget, kl_chart_widget, KL, CHART_WIDGET, GtkWidget)

GtkWidget   *kl_chart_widget_new         (void);
void         kl_chart_widget_set_chart   (KlChartWidget *self,
                                          KlChart       *chart);
const char  *kl_chart_widget_get_details (KlChartWidget *self);
KlChartView  kl_chart_widget_get_view    (KlChartWidget *self);
void         kl_chart_widget_show_whole  (KlChartWidget *self);
void         kl_chart_widget_zoom        (KlChartWidget *self,
                                          double         x,
                                          double         factor);
void         kl_chart_widget_pan         (KlChartWidget *self,
                                          double         parts);

G_END_DECLS
