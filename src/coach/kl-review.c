/* kl-review.c: an attempt, as the scheduler sees it, and the order of them */

#include "config.h"

#include "kl-review.h"

#include <stdlib.h>

/**
 * kl_review_compare:
 * @a: a review
 * @b: another of the same subject
 *
 * By the written day, then by number, as kl_attempt_compare(). Two computers may have given one number twice: then all
 * the rest decides, so that the order does not depend on which came in first.
 *
 * Returns: below 0, 0 or above 0 as @a comes before, with or after @b
 */
int
kl_review_compare (const KlReview *a,
                   const KlReview *b)
{
  if (a->written_day != b->written_day)
    return a->written_day < b->written_day ? -1 : 1;
  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->grade.recall < b->grade.recall || a->grade.recall > b->grade.recall)
    return a->grade.recall < b->grade.recall ? -1 : 1;
  if (a->grade.rating != b->grade.rating)
    return a->grade.rating < b->grade.rating ? -1 : 1;
  return (a->restudied ? 1 : 0) - (b->restudied ? 1 : 0);
}

/* Up to so many are sorted by insertion, which is faster where there are few, and most are in order. */
#define FEW 32u

static int
compare_cb (const void *a,
            const void *b)
{
  return kl_review_compare (a, b);
}

/**
 * kl_review_is_sorted:
 * @reviews: (array length=n_reviews): reviews
 * @n_reviews: how many
 *
 * Returns: whether they are in order
 */
gboolean
kl_review_is_sorted (const KlReview *reviews,
                     gsize           n_reviews)
{
  for (gsize i = 1; i < n_reviews; i++)
    if (kl_review_compare (&reviews[i - 1], &reviews[i]) > 0)
      return FALSE;

  return TRUE;
}

/**
 * kl_review_sort:
 * @reviews: (array length=n_reviews) (inout): reviews
 * @n_reviews: how many
 *
 * Puts them in order.
 */
void
kl_review_sort (KlReview *reviews,
                gsize     n_reviews)
{
  if (n_reviews > FEW)
    {
      qsort (reviews, n_reviews, sizeof *reviews, compare_cb);
      return;
    }

  for (gsize i = 1; i < n_reviews; i++)
    {
      KlReview review = reviews[i];
      gsize place = i;

      for (; place > 0 && kl_review_compare (&reviews[place - 1], &review) > 0; place--)
        reviews[place] = reviews[place - 1];
      reviews[place] = review;
    }
}
