#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlRating:
 * @KL_RATING_NONE: not a button: the score says it
 * @KL_RATING_AGAIN: forgotten
 * @KL_RATING_HARD: recalled with effort
 * @KL_RATING_GOOD: recalled
 * @KL_RATING_EASY: recalled at once
 *
 * The four buttons of FSRS, with FSRS' own numbers G. KLearn asks for a percent score instead; the ratings are what
 * FSRS is defined and checked by.
 */
typedef enum
{
  KL_RATING_NONE,
  KL_RATING_AGAIN,
  KL_RATING_HARD,
  KL_RATING_GOOD,
  KL_RATING_EASY,
} KlRating;

G_END_DECLS
