#pragma once

#include "kl-rating.h"

G_BEGIN_DECLS

/**
 * KlGrade:
 * @recall: the share that was recalled, 0–1; of a rating 0 for Again, else 1
 * @rating: the rating, %KL_RATING_NONE where @recall is a score's
 *
 * What an attempt was worth: a percent score, or one of FSRS' ratings.
 */
typedef struct
{
  double   recall;
  KlRating rating;
} KlGrade;

KlGrade kl_grade_for_score  (double   percent);
KlGrade kl_grade_for_rating (KlRating rating);

G_END_DECLS
