#pragma once

#include "kl-score-comparison.h"

G_BEGIN_DECLS

void kl_comparison_layout_lay_out (KlScoreComparison *comparison,
                                   KlChartSheet      *sheet);

G_END_DECLS
