#pragma once

#include <adwaita.h>

#include "chart/kl-score-series.h"

G_BEGIN_DECLS

#define KL_TYPE_SCORE_TABLE (kl_score_table_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreTable, kl_score_table, KL, SCORE_TABLE, AdwBin)

GtkWidget *kl_score_table_new        (void);
void       kl_score_table_set_series (KlScoreTable  *self,
                                      KlScoreSeries *series);
guint      kl_score_table_get_n_rows (KlScoreTable  *self);
char      *kl_score_table_dup_cell   (KlScoreTable  *self,
                                      guint          row,
                                      guint          column);

G_END_DECLS
