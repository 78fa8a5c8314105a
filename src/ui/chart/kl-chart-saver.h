#pragma once

#include <gtk/gtk.h>

#include "chart/kl-chart.h"

G_BEGIN_DECLS

void kl_chart_saver_ask  (GtkWidget  *widget,
                          KlChart    *chart,
                          const char *ending);
void kl_chart_saver_copy (GtkWidget  *widget,
                          KlChart    *chart);

G_END_DECLS
