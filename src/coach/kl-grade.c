/* kl-grade.c: what an attempt was worth, as the scheduler takes it */

#include "config.h"

#include "kl-grade.h"

/**
 * kl_grade_for_score:
 * @percent: a score, 0–100; what is outside counts as the nearer end, NaN as 0
 *
 * Returns: the grade of a percent score
 */
KlGrade
kl_grade_for_score (double percent)
{
  /* The comparison is false for NaN too. */
  return (KlGrade) { percent > 0 ? MIN (percent, 100) / 100 : 0, KL_RATING_NONE };
}

/**
 * kl_grade_for_rating:
 * @rating: Again, Hard, Good or Easy
 *
 * FSRS counts all but Again as recalled.
 *
 * Returns: the grade of a rating
 */
KlGrade
kl_grade_for_rating (KlRating rating)
{
  g_return_val_if_fail (rating >= KL_RATING_AGAIN && rating <= KL_RATING_EASY, kl_grade_for_score (0));

  return (KlGrade) { rating > KL_RATING_AGAIN ? 1 : 0, rating };
}
