#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

/**
 * KlScoreRow:
 * @KL_SCORE_ROW_SESSIONS: what was studied, at the bottom
 * @KL_SCORE_ROW_ATTEMPTS: the attempts
 * @KL_SCORE_ROW_EXPECTED: what is expected from now on
 * @KL_SCORE_N_ROWS: how many there are
 *
 * The rows of marks, in the order of their numbers and from the bottom to the top.
 */
typedef enum
{
  KL_SCORE_ROW_SESSIONS,
  KL_SCORE_ROW_ATTEMPTS,
  KL_SCORE_ROW_EXPECTED,
  KL_SCORE_N_ROWS,
} KlScoreRow;

guint      kl_score_rows_count      (KlScoreSeries *series,
                                     KlScoreRow     row);
guint      kl_score_rows_get_start  (KlScoreSeries *series,
                                     KlScoreRow     row);
KlScoreRow kl_score_rows_locate     (KlScoreSeries *series,
                                     guint          mark,
                                     guint         *index);
guint      kl_score_rows_get_latest (KlScoreSeries *series);
void       kl_score_rows_get_ends   (KlScoreSeries *series,
                                     guint          mark,
                                     guint         *first,
                                     guint         *last);
int        kl_score_rows_get_day    (KlScoreSeries *series,
                                     guint          mark);
int        kl_score_rows_get_stride (KlScoreSeries *series,
                                     guint          mark,
                                     int            direction);

G_END_DECLS
