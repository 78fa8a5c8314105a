#pragma once

#include "kl-score-scale.h"
#include "kl-score-series.h"

G_BEGIN_DECLS

void kl_score_dense_lay_out (KlScoreSeries      *series,
                             KlChartSheet       *sheet,
                             const KlScoreScale *scale,
                             guint               first,
                             guint               n_marks,
                             guint               offset,
                             const KlChartColor *color);

G_END_DECLS
