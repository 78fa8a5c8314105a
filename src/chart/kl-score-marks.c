/* kl-score-marks.c: the attempts of a subject as marks in the order of time */

#include "config.h"

#include "kl-score-marks.h"

#include "kl-day-order.h"
#include "model/kl-iso-date.h"

#define DAY G_STRUCT_OFFSET (KlScoreMark, day)

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const KlScoreMark *first = a, *second = b;
  int by_day = (first->day > second->day) - (first->day < second->day);

  return by_day != 0 ? by_day : kl_attempt_compare (first->attempt, second->attempt);
}

static gboolean
scores_differ (KlScore a,
               KlScore b)
{
  return a.low < b.low || a.low > b.low || a.high < b.high || a.high > b.high;
}

/* A score that came from a file can be anything; what is drawn lies between 0 and 100, low end first. */
static KlScore
drawable (KlScore score)
{
  double low, high;

  if (!kl_score_is_set (score))
    return KL_SCORE_NONE;

  low = CLAMP (score.low, 0, 100);
  high = CLAMP (score.high, 0, 100);
  return (KlScore) { MIN (low, high), MAX (low, high) };
}

static void
add_mark (GArray       *self,
          KlAttempt    *attempt,
          const GArray *bands)
{
  KlScoreMark mark = { attempt,
                       kl_attempt_get_number (attempt),
                       drawable (kl_attempt_get_score (attempt)),
                       drawable (kl_attempt_get_first_score (attempt)),
                       0,
                       kl_iso_date_parse_day (kl_attempt_get_date (attempt)),
                       -1,
                       kl_attempt_get_assisted (attempt) ? 1 : 0 };

  if (!kl_score_is_set (mark.score))
    return;
  if (!kl_score_is_set (mark.first) || !scores_differ (mark.first, mark.score))
    mark.first = KL_SCORE_NONE;

  mark.value = kl_score_get_value (mark.score);
  mark.rank = (gint16) kl_chart_bands_find (bands, mark.value);
  g_array_append_val (self, mark);
}

/**
 * kl_score_marks_new:
 * @attempts: (element-type KlAttempt): in any order, which outlive the marks
 * @bands: (element-type KlChartBand): the bands, best first
 *
 * Returns: (transfer full) (element-type KlScoreMark): those that have a score, oldest first
 */
GArray *
kl_score_marks_new (GPtrArray    *attempts,
                    const GArray *bands)
{
  GArray *self = g_array_sized_new (FALSE, FALSE, sizeof (KlScoreMark), attempts->len);

  for (guint i = 0; i < attempts->len; i++)
    add_mark (self, g_ptr_array_index (attempts, i), bands);
  /* They mostly come in their order, and to see that takes no time. */
  for (guint i = 1; i < self->len; i++)
    if (compare_marks (kl_score_marks_get (self, i - 1), kl_score_marks_get (self, i)) > 0)
      {
        g_array_sort (self, compare_marks);
        break;
      }
  return self;
}

/**
 * kl_score_marks_get:
 * @self: (element-type KlScoreMark): marks
 * @index: below their number
 *
 * Returns: (transfer none): the mark
 */
const KlScoreMark *
kl_score_marks_get (const GArray *self,
                    guint         index)
{
  return &g_array_index (self, KlScoreMark, index);
}

/**
 * kl_score_marks_add_days:
 * @self: (element-type KlScoreMark): marks
 * @days: gets the days that they reach from and to, if any has one
 */
void
kl_score_marks_add_days (const GArray *self,
                         KlScoreDays  *days)
{
  guint dated = kl_day_order_find (self, DAY, 1);

  if (dated == self->len)
    return;
  kl_score_days_add (days, kl_score_marks_get (self, dated)->day);
  kl_score_days_add (days, kl_score_marks_get (self, self->len - 1)->day);
}

/**
 * kl_score_marks_find_nearest:
 * @self: (element-type KlScoreMark): marks, at least one
 * @day: a day as in #GDate
 *
 * Returns: the mark that is nearest in time; of several the latest
 */
guint
kl_score_marks_find_nearest (const GArray *self,
                             int           day)
{
  return kl_day_order_find_nearest (self, DAY, day);
}

/**
 * kl_score_marks_find_latest:
 * @self: (element-type KlScoreMark): marks
 * @end: up to their number
 *
 * With a look at the notes it is another measure: it is none of a line's marks.
 *
 * Returns: the last mark before @end that is from memory, -1 where there is none
 */
int
kl_score_marks_find_latest (const GArray *self,
                            guint         end)
{
  int index = (int) end - 1;

  while (index >= 0 && kl_score_marks_get (self, (guint) index)->assisted)
    index--;
  return index;
}
