/* kl-reading-offset.c: by how much a person's scores differ from what the suggested verdicts lead to
 *
 * The mean difference of the latest attempts, drawn towards 0 as if there were a few more attempts without any: one
 * attempt says little, twenty say much.
 */

#include "config.h"

#include "kl-reading-offset.h"

#include <math.h>
#include <string.h>

/* As so many attempts at which the person agreed count what is not known yet. */
#define PRIOR_ATTEMPTS 5

/* By the date as it is written; a day without a time comes before its times. */
static int
compare (const KlSuggestionFacts *a,
         const KlSuggestionFacts *b)
{
  if (a->date.day != b->date.day)
    return a->date.day < b->date.day ? -1 : 1;
  if (a->date.second != b->date.second)
    return a->date.second < b->date.second ? -1 : 1;
  return (a->number > b->number) - (a->number < b->number);
}

/**
 * kl_reading_offset_get_mean:
 * @facts: what was suggested of an attempt
 *
 * Returns: the score that the suggested verdicts lead to, 0–100; NaN where none was suggested
 */
double
kl_reading_offset_get_mean (const KlSuggestionFacts *facts)
{
  double n = (double) facts->n_covered + (double) facts->n_partly + (double) facts->n_missed;

  return n > 0 ? 100 * ((double) facts->n_covered + (double) facts->n_partly / 2) / n : (double) NAN;
}

/**
 * kl_reading_offset_init:
 * @self: (out caller-allocates): an offset that nothing is known of yet
 */
void
kl_reading_offset_init (KlReadingOffset *self)
{
  self->n = 0;
}

/**
 * kl_reading_offset_add:
 * @self: an offset
 * @facts: an attempt; the order in which they are added does not matter. One without a score, or of which nothing was
 *   suggested, says nothing
 */
void
kl_reading_offset_add (KlReadingOffset         *self,
                       const KlSuggestionFacts *facts)
{
  guint place = self->n;

  if (!isfinite (facts->score) || isnan (kl_reading_offset_get_mean (facts)))
    return;

  while (place > 0 && compare (facts, &self->latest[place - 1]) < 0)
    place--;
  if (self->n == KL_READING_OFFSET_MEMORY)
    {
      if (place == 0)
        return;
      place--;
      memmove (&self->latest[0], &self->latest[1], place * sizeof self->latest[0]);
    }
  else
    {
      memmove (&self->latest[place + 1], &self->latest[place], (self->n - place) * sizeof self->latest[0]);
      self->n++;
    }
  self->latest[place] = *facts;
}

/**
 * kl_reading_offset_get:
 * @self: an offset
 *
 * Returns: how many points the person's scores are above what the suggested verdicts lead to, below 0 where they are
 *   under it; a whole number, so that it can be told as it is, within ±%KL_READING_OFFSET_MAX
 */
double
kl_reading_offset_get (const KlReadingOffset *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += self->latest[i].score - kl_reading_offset_get_mean (&self->latest[i]);

  return round (CLAMP (sum / (self->n + PRIOR_ATTEMPTS), -KL_READING_OFFSET_MAX, KL_READING_OFFSET_MAX));
}
