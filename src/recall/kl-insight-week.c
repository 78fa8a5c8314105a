/* kl-insight-week.c: what was done week by week */

#include "config.h"

#include "kl-insight-week.h"

#include "kl-insight-day.h"

#define DAYS_OF_WEEK 7

/**
 * kl_insight_week_get_monday:
 * @day: the number of a day
 *
 * Returns: the number of the Monday that its week begins on
 */
gint64
kl_insight_week_get_monday (gint64 day)
{
  /* Day 1 is a Monday. */
  return day - (day - 1) % DAYS_OF_WEEK;
}

/**
 * kl_insight_weeks_new:
 * @days: (element-type KlInsightDay): what was done day by day
 * @today: the number of the day that it is
 * @n_weeks: how many weeks at most
 *
 * The weeks follow each other up to the present one, also those in which nothing was done; before the first day on
 * which something was done there are none.
 *
 * Returns: (transfer full) (element-type KlInsightWeek): the latest weeks, oldest first; none where nothing was done
 */
GArray *
kl_insight_weeks_new (const GArray *days,
                      gint64        today,
                      guint         n_weeks)
{
  GArray *weeks = g_array_new (FALSE, TRUE, sizeof (KlInsightWeek));
  gint64 last = kl_insight_week_get_monday (today);
  gint64 first = last - DAYS_OF_WEEK * ((gint64) n_weeks - 1);

  if (days->len == 0 || g_array_index (days, KlInsightDay, 0).day > today)
    return weeks;

  first = MAX (first, kl_insight_week_get_monday (g_array_index (days, KlInsightDay, 0).day));
  g_array_set_size (weeks, (guint) ((last - first) / DAYS_OF_WEEK + 1));
  for (guint i = 0; i < weeks->len; i++)
    g_array_index (weeks, KlInsightWeek, i).monday = first + DAYS_OF_WEEK * (gint64) i;
  for (guint i = 0; i < days->len; i++)
    {
      const KlInsightDay *day = &g_array_index (days, KlInsightDay, i);
      KlInsightWeek *week;

      if (day->day < first || day->day > today)
        continue;

      week = &g_array_index (weeks, KlInsightWeek, (guint) ((day->day - first) / DAYS_OF_WEEK));
      week->n_attempts += day->n_attempts;
      week->explained += day->explained;
      week->studied += day->studied;
    }
  return weeks;
}
