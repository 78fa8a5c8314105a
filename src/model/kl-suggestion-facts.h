#pragma once

#include "kl-iso-date.h"

G_BEGIN_DECLS

/**
 * KlSuggestionFacts:
 * @number: the attempt's number
 * @score: the score that counts, NaN where there is none
 * @shown: the score that was suggested, NaN where none was
 * @n_covered: how many of its points KLearn suggested to be covered
 * @n_partly: how many in part
 * @n_missed: how many not at all
 * @n_judged: on how many of all these the person gave a verdict
 * @n_kept: how many of those verdicts are the suggested ones
 * @date: when the attempt was; no date where none is known
 *
 * What KLearn's reading suggested of an attempt, and what the person made of it.
 */
typedef struct
{
  gint64    number;
  double    score;
  double    shown;
  guint     n_covered;
  guint     n_partly;
  guint     n_missed;
  guint     n_judged;
  guint     n_kept;
  KlIsoDate date;
} KlSuggestionFacts;

G_END_DECLS
