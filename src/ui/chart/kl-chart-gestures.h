#pragma once

#include "kl-chart-widget.h"

G_BEGIN_DECLS

double kl_chart_gestures_get_notches (double         delta,
                                      GdkScrollUnit  unit);
void   kl_chart_gestures_attach      (KlChartWidget *widget);

G_END_DECLS
