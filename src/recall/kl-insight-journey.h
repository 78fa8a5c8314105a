#pragma once

#include "kl-insight-history.h"

G_BEGIN_DECLS

/**
 * KlInsightJourney:
 * @subject: the number of a subject in the rows
 * @n: how many attempts count
 * @first: the first of them
 * @last: the latest of them
 * @previous: the score of the one before the latest
 * @best: the one with the highest score after the first, the latest of these
 * @n_turned: how many of its points turned from missed, or covered in part, at the first verdict to covered at the last
 * @n_run: how many of the latest attempts, one after the other, have at least the score of what is retained
 * @n_run_days: on how many different days these were
 * @run_since: the day of the first of these
 * @run_low: the lowest score of these
 *
 * The way of a subject from its first attempt to the latest. Attempts count that have a score and a date and were
 * without help; there are at least two.
 */
typedef struct
{
  guint         subject;
  guint         n;
  KlInsightMark first;
  KlInsightMark last;
  double        previous;
  KlInsightMark best;
  guint         n_turned;
  guint         n_run;
  guint         n_run_days;
  gint64        run_since;
  double        run_low;
} KlInsightJourney;

GArray *kl_insight_journeys_new (const KlInsightHistory *history,
                                 const KlInsightRows    *rows,
                                 const KlInsightSetting *setting);

G_END_DECLS
