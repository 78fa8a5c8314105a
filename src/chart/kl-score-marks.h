#pragma once

#include "kl-chart-bands.h"
#include "kl-score-days.h"
#include "model/kl-attempt.h"

G_BEGIN_DECLS

/**
 * KlScoreMark:
 * @attempt: (unowned): what it stands for
 * @number: of the attempt
 * @score: the score that counts
 * @first: the score that was recorded, set only where an amendment changed it
 * @value: the one number for @score
 * @day: its day as in #GDate, 0 where the attempt has no date
 * @rank: the band's place from the top, -1 for none
 * @assisted: whether the topic was looked at meanwhile
 */
typedef struct
{
  KlAttempt *attempt;
  gint64     number;
  KlScore    score;
  KlScore    first;
  double     value;
  int        day;
  gint16     rank;
  guint8     assisted;
} KlScoreMark;

GArray            *kl_score_marks_new          (GPtrArray    *attempts,
                                                const GArray *bands);
const KlScoreMark *kl_score_marks_get          (const GArray *self,
                                                guint         index);
void               kl_score_marks_add_days     (const GArray *self,
                                                KlScoreDays  *days);
guint              kl_score_marks_find_nearest (const GArray *self,
                                                int           day);
int                kl_score_marks_find_latest  (const GArray *self,
                                                guint         end);

G_END_DECLS
