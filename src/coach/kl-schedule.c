/* kl-schedule.c: what the attempts at one subject say of its memory */

#include "config.h"

#include "kl-schedule.h"

/**
 * kl_schedule_add:
 * @self: (inout): what the attempts before said
 * @fsrs: FSRS
 * @review: the next attempt, in the order of kl_review_compare()
 *
 * A step of kl_fsrs_get_first() or kl_fsrs_get_next(), and of the moving average of the scores, in which each score
 * weighs as much as all before it: a' = a / 2 + p / 2, at first p. An attempt of a day before that of the one before
 * counts as one of the same day.
 */
void
kl_schedule_add (KlSchedule     *self,
                 const KlFsrs   *fsrs,
                 const KlReview *review)
{
  double recall = review->grade.recall;
  gint64 day = self->n_reviews > 0 ? MAX (review->day, self->last.day) : review->day;

  if (self->n_reviews == 0)
    {
      self->memory = kl_fsrs_get_first (fsrs, review->grade);
      self->average = recall;
      self->elapsed = 0;
    }
  else
    {
      self->elapsed = day - self->last.day;
      self->memory = kl_fsrs_get_next (fsrs, self->memory, review->grade, (double) self->elapsed);
      self->average = (self->average + recall) / 2;
    }
  self->last = *review;
  self->last.day = day;
  self->n_reviews++;
}

/**
 * kl_schedule_replay:
 * @fsrs: FSRS
 * @reviews: (array length=n_reviews): the attempts at one subject that count, in any order
 * @n_reviews: how many
 *
 * Returns: what they say; only their days and numbers decide in which order they count
 */
KlSchedule
kl_schedule_replay (const KlFsrs   *fsrs,
                    const KlReview *reviews,
                    gsize           n_reviews)
{
  g_autofree KlReview *sorted = NULL;
  KlSchedule self = { 0 };

  if (!kl_review_is_sorted (reviews, n_reviews))
    {
      sorted = g_memdup2 (reviews, n_reviews * sizeof *reviews);
      kl_review_sort (sorted, n_reviews);
      reviews = sorted;
    }

  for (gsize i = 0; i < n_reviews; i++)
    kl_schedule_add (&self, fsrs, &reviews[i]);
  return self;
}
