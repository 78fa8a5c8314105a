#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

guint kl_score_table_get_n_columns       (KlScoreSeries *series);
guint kl_score_table_get_n_plain_columns (KlScoreSeries *series);
char *kl_score_table_dup_heading         (KlScoreSeries *series,
                                          guint          column,
                                          gboolean      *numeric);
char *kl_score_table_dup_cell            (KlScoreSeries *series,
                                          guint          mark,
                                          guint          column,
                                          gboolean       plain);

G_END_DECLS
