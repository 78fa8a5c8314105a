#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

char *kl_score_words_dup_score   (KlScoreSeries *series,
                                  guint          index);
char *kl_score_words_dup_mark    (KlScoreSeries *series,
                                  guint          mark);
char *kl_score_words_dup_summary (KlScoreSeries *series);

G_END_DECLS
