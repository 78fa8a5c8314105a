#pragma once

#include "kl-grade.h"

G_BEGIN_DECLS

/**
 * KlReview:
 * @written_day: the number of the day that stands in its date
 * @number: the attempt's number; where two have one date, the lower came first
 * @day: the number of the day of learning it belongs to, from which days are counted
 * @grade: what it was worth
 * @restudied: whether what was missed was studied after it and before the next
 *
 * An attempt, as the scheduler sees it.
 */
typedef struct
{
  gint64   written_day;
  gint64   number;
  gint64   day;
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
