#pragma once

#include "kl-score-comparison.h"

G_BEGIN_DECLS

KlScoreSeries *kl_comparison_rows_locate     (KlScoreComparison *comparison,
                                              guint              mark,
                                              guint             *line,
                                              guint             *index);
void           kl_comparison_rows_get_ends   (KlScoreComparison *comparison,
                                              guint              mark,
                                              guint             *first,
                                              guint             *last);
int            kl_comparison_rows_get_stride (KlScoreComparison *comparison,
                                              guint              mark,
                                              int                direction);

G_END_DECLS
