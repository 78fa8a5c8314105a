/* kl-insight-history.c: the scores of all subjects, subject by subject and in order */

#include "config.h"

#include "kl-insight-history.h"

#include <math.h>
#include <stdlib.h>

static int
compare_marks (const void *a,
               const void *b)
{
  const KlInsightMark *first = a;
  const KlInsightMark *second = b;

  if (first->written != second->written)
    return first->written < second->written ? -1 : 1;
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return 0;
}

static gboolean
counts (const KlInsightAttempt *attempt,
        gint32                  day)
{
  return isfinite (attempt->score) && day > 0;
}

/* Where those of each subject begin. */
static void
find_begins (KlInsightHistory    *self,
             const KlInsightRows *rows,
             const gint32        *days)
{
  guint *begins;

  g_array_set_size (self->begins, rows->subject_ids->len + 1);
  begins = &g_array_index (self->begins, guint, 0);
  for (guint i = 0; i < rows->attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (rows->attempts, KlInsightAttempt, i);

      if (counts (attempt, days[i]))
        begins[attempt->subject + 1]++;
    }
  for (guint i = 0; i < rows->subject_ids->len; i++)
    begins[i + 1] += begins[i];
}

static void
place_marks (KlInsightHistory    *self,
             const KlInsightRows *rows,
             const gint32        *days)
{
  guint n_subjects = rows->subject_ids->len;
  g_autofree guint *next = g_memdup2 (self->begins->data, n_subjects * sizeof (guint));

  g_array_set_size (self->marks, g_array_index (self->begins, guint, n_subjects));
  for (guint i = 0; i < rows->attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (rows->attempts, KlInsightAttempt, i);

      if (counts (attempt, days[i]))
        g_array_index (self->marks, KlInsightMark, next[attempt->subject]++)
          = (KlInsightMark) { attempt->subject, days[i], attempt->date.day, attempt->is_assisted, attempt->number,
                              attempt->score };
    }
}

/**
 * kl_insight_history_new:
 * @rows: what the library knows
 * @days: the day of learning of each attempt, 0 where none is known
 *
 * Attempts count that have a score and a date; amended ones with their latest score, a range as its midpoint.
 *
 * Returns: (transfer full): the scores of all subjects
 */
KlInsightHistory *
kl_insight_history_new (const KlInsightRows *rows,
                        const gint32        *days)
{
  KlInsightHistory *self = g_new0 (KlInsightHistory, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (KlInsightMark));
  self->begins = g_array_new (FALSE, TRUE, sizeof (guint));
  find_begins (self, rows, days);
  place_marks (self, rows, days);
  for (guint i = 0; i < rows->subject_ids->len; i++)
    {
      guint begin = g_array_index (self->begins, guint, i);
      guint n_marks = g_array_index (self->begins, guint, i + 1) - begin;

      if (n_marks > 1)
        qsort (&g_array_index (self->marks, KlInsightMark, begin), n_marks, sizeof (KlInsightMark), compare_marks);
    }
  return self;
}

/**
 * kl_insight_history_free:
 * @self: (transfer full): a history
 */
void
kl_insight_history_free (KlInsightHistory *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->begins);
  g_free (self);
}

/**
 * kl_insight_history_get:
 * @self: a history
 * @subject: the number of a subject
 * @n_marks: (out): how many it has
 *
 * Returns: (array length=n_marks) (nullable) (transfer none): its marks in order
 */
const KlInsightMark *
kl_insight_history_get (const KlInsightHistory *self,
                        guint                   subject,
                        guint                  *n_marks)
{
  guint begin = g_array_index (self->begins, guint, subject);

  *n_marks = g_array_index (self->begins, guint, subject + 1) - begin;
  return *n_marks > 0 ? &g_array_index (self->marks, KlInsightMark, begin) : NULL;
}
