#pragma once

#include "kl-chart-file.h"
#include "kl-score-series.h"

G_BEGIN_DECLS

gboolean kl_score_chart_write   (KlScoreSeries       *series,
                                 const KlChartStyle  *style,
                                 const char          *path,
                                 int                  width,
                                 int                  height,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
