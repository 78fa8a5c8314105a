#pragma once

#include "kl-insight-history.h"

G_BEGIN_DECLS

/* Weeks before these are not told apart: the first one has all that came before it. */
#define KL_INSIGHT_SPREAD_MAX_WEEKS 260

/**
 * KlInsightSpread:
 * @monday: the number of the day that the first week begins on
 * @n_weeks: how many weeks there are; the last one is the present one
 * @n_ranks: how many bands the plan has
 * @counts: (element-type int): for each week, by rank from the best, how many subjects stand in a band, and then how
 *   many in none
 *
 * In which bands the subjects of a plan stood at the end of each week, the present one so far.
 *
 * A subject stands in the band of its latest score, as in the list of subjects: that of an attempt with help, too. It
 * is counted from the week of its first score on. Subtopics and exercises are subjects of their own; one that was never
 * scored is not counted. A week begins on a Monday; which day an attempt belongs to is a matter of when the person's
 * days begin.
 */
typedef struct
{
  gint64  monday;
  guint   n_weeks;
  guint   n_ranks;
  GArray *counts;
} KlInsightSpread;

KlInsightSpread *kl_insight_spread_new       (const KlInsightHistory *history,
                                              const KlInsightSetting *setting);
void             kl_insight_spread_free      (KlInsightSpread        *self);
guint            kl_insight_spread_get       (const KlInsightSpread  *self,
                                              guint                   week,
                                              guint                   rank);
guint            kl_insight_spread_get_total (const KlInsightSpread  *self,
                                              guint                   week);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightSpread, kl_insight_spread_free)

G_END_DECLS
