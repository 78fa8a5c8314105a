/* kl-insight-journey.c: the way of each subject from its first attempt to the latest */

#include "config.h"

#include "kl-insight-journey.h"

/* The latest that counts before the one at @from. */
static const KlInsightMark *
find_before (const KlInsightMark *marks,
             guint               *from)
{
  while (*from > 0)
    {
      (*from)--;
      if (!marks[*from].is_assisted)
        return &marks[*from];
    }
  return NULL;
}

static void
find_run (KlInsightJourney    *self,
          const KlInsightMark *marks,
          guint                n_marks,
          double               good)
{
  const KlInsightMark *mark;
  gint32 day = 0;

  while ((mark = find_before (marks, &n_marks)) != NULL && mark->score >= good)
    {
      self->run_low = self->n_run == 0 ? mark->score : MIN (self->run_low, mark->score);
      self->n_run_days += mark->day != day ? 1 : 0;
      self->n_run++;
      self->run_since = mark->day;
      day = mark->day;
    }
}

/* They come latest first, so that the one before is the first so far until now. */
static void
take_mark (KlInsightJourney    *self,
           const KlInsightMark *mark)
{
  if (self->n == 0)
    self->last = self->best = *mark;
  if (self->n == 1)
    self->previous = mark->score;
  if (self->n > 0 && self->first.score > self->best.score)
    self->best = self->first;
  self->first = *mark;
  self->n++;
}

static gboolean
look (KlInsightJourney    *self,
      const KlInsightMark *marks,
      guint                n_marks,
      double               good)
{
  guint from = n_marks;
  const KlInsightMark *mark;

  while ((mark = find_before (marks, &from)) != NULL)
    take_mark (self, mark);
  if (self->n < 2)
    return FALSE;

  find_run (self, marks, n_marks, good);
  return TRUE;
}

static guint *
count_turned (const KlInsightRows *rows)
{
  guint *turned = g_new0 (guint, rows->subject_ids->len);

  for (guint i = 0; i < rows->points->len; i++)
    {
      const KlInsightPoint *point = g_ptr_array_index (rows->points, i);

      if (point->first.value != KL_VERDICT_COVERED && point->last.value == KL_VERDICT_COVERED)
        turned[point->subject]++;
    }
  return turned;
}

/* What was explained last comes first. */
static int
compare_journeys (gconstpointer a,
                  gconstpointer b)
{
  const KlInsightJourney *first = a;
  const KlInsightJourney *second = b;

  if (first->last.written != second->last.written)
    return first->last.written > second->last.written ? -1 : 1;
  return first->subject < second->subject ? -1 : 1;
}

/**
 * kl_insight_journeys_new:
 * @history: the scores of all subjects
 * @rows: what the library knows
 * @setting: what they are seen by
 *
 * Returns: (transfer full) (element-type KlInsightJourney): the journeys of the subjects that have one, what was
 *   explained last first
 */
GArray *
kl_insight_journeys_new (const KlInsightHistory *history,
                         const KlInsightRows    *rows,
                         const KlInsightSetting *setting)
{
  GArray *journeys = g_array_new (FALSE, FALSE, sizeof (KlInsightJourney));
  g_autofree guint *turned = count_turned (rows);

  for (guint i = 0; i < rows->subject_ids->len; i++)
    {
      KlInsightJourney journey = { .subject = i, .n_turned = turned[i] };
      guint n_marks;
      const KlInsightMark *marks = kl_insight_history_get (history, i, &n_marks);

      if (look (&journey, marks, n_marks, setting->retained_score))
        g_array_append_val (journeys, journey);
    }
  g_array_sort (journeys, compare_journeys);
  return journeys;
}
