/* kl-insight-missed.c: the points that are missed most often
 *
 * Those that are there, by the person's verdicts on attempts without help. One that was covered in part was missed by
 * half.
 */

#include "config.h"

#include "kl-insight-missed.h"

#include <string.h>

/**
 * kl_insight_missed_get:
 * @point: a point
 *
 * Returns: how often it was missed; in part counts ½
 */
double
kl_insight_missed_get (const KlInsightPoint *point)
{
  return point->n_missed + point->n_partly / 2.0;
}

/* What was missed as often is missed more of where it was explained less. */
static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const KlInsightPoint *first = *(const KlInsightPoint *const *) a;
  const KlInsightPoint *second = *(const KlInsightPoint *const *) b;
  double missed = kl_insight_missed_get (first);
  double other = kl_insight_missed_get (second);

  if (missed < other || missed > other)
    return missed > other ? -1 : 1;
  if (first->n_judged != second->n_judged)
    return first->n_judged < second->n_judged ? -1 : 1;
  if (first->subject != second->subject)
    return first->subject < second->subject ? -1 : 1;
  return strcmp (first->id, second->id);
}

/**
 * kl_insight_missed_new:
 * @rows: what the library knows, of which the points are taken
 *
 * Returns: (transfer full) (element-type KlInsightPoint): those that were ever missed, most often first
 */
GPtrArray *
kl_insight_missed_new (KlInsightRows *rows)
{
  GPtrArray *missed = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_insight_point_free);

  for (guint i = rows->points->len; i > 0; i--)
    if (kl_insight_missed_get (g_ptr_array_index (rows->points, i - 1)) > 0)
      g_ptr_array_add (missed, g_ptr_array_steal_index_fast (rows->points, i - 1));
  g_ptr_array_sort (missed, compare_points);
  return missed;
}
