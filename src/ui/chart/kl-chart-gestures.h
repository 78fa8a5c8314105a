#pragma once

#include "kl-chart-widget.h"

G_BEGIN_DECLS

void kl_chart_gestures_attach (KlChartWidget *widget);

G_END_DECLS
