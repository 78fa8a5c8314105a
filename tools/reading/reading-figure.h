#pragma once

#include <glib.h>

#include "answer.h"

G_BEGIN_DECLS

/**
 * ReadingFigure:
 * @value: how good it is; higher is better
 * @low: 39 of 40 resamplings of the questions come out above it
 * @high: 39 of 40 come out below it
 * @threshold: from where on an answer was taken for right, where that matters
 *
 * How good a reading is, with the 95 % interval of a bootstrap by question.
 */
typedef struct
{
  double value;
  double low;
  double high;
  double threshold;
} ReadingFigure;

/**
 * ReadingJudgement:
 * @question_id: which question
 * @score: what the reading says, 0–1
 * @target: what people said, 0–1
 *
 * An answer as a program and as people judged it.
 */
typedef struct
{
  const char *question_id;
  double      score;
  double      target;
} ReadingJudgement;

ReadingFigure reading_figure_find_f1          (GArray *judgements,
                                               double  threshold);
ReadingFigure reading_figure_find_best_f1     (GArray *judgements);
ReadingFigure reading_figure_find_correlation (GArray *judgements);
ReadingFigure reading_figure_find_within      (GArray *judgements);
ReadingFigure reading_figure_find_precision   (GArray *judgements);
void          reading_figure_print_questions  (GArray *judgements,
                                               guint   n);

G_END_DECLS
