#pragma once

#include "kl-grade.h"

G_BEGIN_DECLS

/**
 * KlReview:
 * @day: the number of the day it belongs to
 * @number: the attempt's number; where two are of one day, the lower came first
 * @grade: what it was worth
 * @restudied: whether what was missed was studied after it and before the next
 *
 * An attempt, as the scheduler sees it.
 */
typedef struct
{
  gint64   day;
  gint64   number;
  KlGrade  grade;
  gboolean restudied;
} KlReview;

int      kl_review_compare   (const KlReview *a,
                              const KlReview *b);
gboolean kl_review_is_sorted (const KlReview *reviews,
                              gsize           n_reviews);
void     kl_review_sort      (KlReview       *reviews,
                              gsize           n_reviews);

G_END_DECLS
