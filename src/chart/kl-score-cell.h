#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

/**
 * KlScoreCell:
 * @KL_SCORE_CELL_DATE: the day
 * @KL_SCORE_CELL_ATTEMPT: the number of the attempt
 * @KL_SCORE_CELL_SCORE: the score
 * @KL_SCORE_CELL_BAND: its band
 * @KL_SCORE_CELL_EXPECTED: the score that was expected
 * @KL_SCORE_CELL_ASSISTED: whether the topic was looked at meanwhile
 * @KL_SCORE_CELL_N_COLUMNS: how many of them there are in words
 * @KL_SCORE_CELL_LOW: the lower end of the score
 * @KL_SCORE_CELL_HIGH: the upper end
 * @KL_SCORE_CELL_FIRST: the score before it was amended
 * @KL_SCORE_CELL_N_PLAIN: how many there are as machines read them: words have the last ones in the score
 *
 * The columns of the numbers of a score history.
 */
typedef enum
{
  KL_SCORE_CELL_DATE,
  KL_SCORE_CELL_ATTEMPT,
  KL_SCORE_CELL_SCORE,
  KL_SCORE_CELL_BAND,
  KL_SCORE_CELL_EXPECTED,
  KL_SCORE_CELL_ASSISTED,
  KL_SCORE_CELL_N_COLUMNS,
  KL_SCORE_CELL_LOW = KL_SCORE_CELL_N_COLUMNS,
  KL_SCORE_CELL_HIGH,
  KL_SCORE_CELL_FIRST,
  KL_SCORE_CELL_N_PLAIN,
} KlScoreCell;

char *kl_score_cell_dup_heading  (guint                column,
                                  gboolean            *numeric);
char *kl_score_cell_dup_text     (KlScoreSeries       *series,
                                  guint                mark,
                                  guint                column,
                                  gboolean             plain);
char *kl_score_cell_dup_expected (const KlScoreFuture *future,
                                  guint                point,
                                  guint                column,
                                  gboolean             plain);
char *kl_score_cell_dup_day      (int                  day,
                                  gboolean             plain);

G_END_DECLS
