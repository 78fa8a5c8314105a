#pragma once

#include <gtk/gtk.h>

#include "chart/kl-chart-style.h"

G_BEGIN_DECLS

KlChartStyle *kl_chart_look_get_style (GtkWidget  *widget);
void          kl_chart_look_follow    (GtkWidget  *widget,
                                       void      (*changed) (GtkWidget *widget));

G_END_DECLS
