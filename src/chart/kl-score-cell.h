#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

#define KL_SCORE_CELL_N_COLUMNS 6

char *kl_score_cell_dup_heading (guint          column,
                                 gboolean      *numeric);
char *kl_score_cell_dup_text    (KlScoreSeries *series,
                                 guint          mark,
                                 guint          column,
                                 gboolean       plain);

G_END_DECLS
