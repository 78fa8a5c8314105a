#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

void kl_score_layout_lay_out (KlScoreSeries *series,
                              KlChartSheet  *sheet);

G_END_DECLS
