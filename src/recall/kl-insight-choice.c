/* kl-insight-choice.c: of all subjects, the few of which there is most to say */

#include "config.h"

#include "kl-insight-choice.h"

#include "kl-insight-statement.h"

typedef struct
{
  double measure;
  const KlInsightJourney *journey;
} Candidate;

/* Where there is as much to say, the order of the plan decides. */
static gboolean
comes_before (const Candidate *a,
              const Candidate *b)
{
  if (a->measure < b->measure || a->measure > b->measure)
    return a->measure > b->measure;
  return a->journey->subject < b->journey->subject;
}

static guint
insert (Candidate *best,
        guint      n_best,
        Candidate  candidate)
{
  guint place = n_best;

  while (place > 0 && comes_before (&candidate, &best[place - 1]))
    place--;
  if (place == KL_INSIGHT_CHOICE_MAX)
    return n_best;

  n_best = MIN (n_best + 1, KL_INSIGHT_CHOICE_MAX);
  for (guint i = n_best - 1; i > place; i--)
    best[i] = best[i - 1];
  best[place] = candidate;
  return n_best;
}

/**
 * kl_insight_choice_add:
 * @statements: (element-type KlInsightStatement): where to add what is said
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 * @measure: says how much there is to say
 * @say: says it
 *
 * What is not there any more does not count.
 */
void
kl_insight_choice_add (GPtrArray             *statements,
                       const KlInsightReport *report,
                       const KlInsightTopics *topics,
                       KlInsightMeasureFunc   measure,
                       KlInsightSayFunc       say)
{
  Candidate best[KL_INSIGHT_CHOICE_MAX];
  guint n_best = 0;

  for (guint i = 0; i < report->journeys->len; i++)
    {
      const KlInsightJourney *journey = &g_array_index (report->journeys, KlInsightJourney, i);
      Candidate candidate = { measure (report, journey), journey };

      if (candidate.measure > 0 && kl_insight_topics_get (topics, journey->subject) != NULL)
        n_best = insert (best, n_best, candidate);
    }

  for (guint i = 0; i < n_best; i++)
    {
      guint subject = best[i].journey->subject;
      g_autofree char *text = say (report, best[i].journey, kl_insight_topics_get_title (topics, subject));

      g_ptr_array_add (statements,
                       kl_insight_statement_new (text, kl_insight_report_get_id (report, subject), NULL));
    }
}
