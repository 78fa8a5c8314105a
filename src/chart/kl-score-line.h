#pragma once

#include "kl-score-scale.h"
#include "kl-score-series.h"

G_BEGIN_DECLS

/**
 * KlScoreLine:
 * @series: a score history
 * @scale: days and percent as places
 * @first: the first of its marks that is seen
 * @n_marks: how many are seen, which are beside each other
 * @places: (nullable): where they are, from the left; %NULL where they are too dense to be told apart
 *
 * The part of a score history that is seen.
 */
typedef struct
{
  KlScoreSeries      *series;
  const KlScoreScale *scale;
  guint               first;
  guint               n_marks;
  double             *places;
} KlScoreLine;

void         kl_score_line_init  (KlScoreLine        *self,
                                  KlScoreSeries      *series,
                                  const KlScoreScale *scale);
void         kl_score_line_clear (KlScoreLine        *self);
KlChartItem *kl_score_line_lay   (const KlScoreLine  *self,
                                  KlChartSheet       *sheet,
                                  double              right,
                                  KlChartColor        color);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KlScoreLine, kl_score_line_clear)

G_END_DECLS
