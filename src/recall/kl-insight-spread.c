/* kl-insight-spread.c: in which bands the subjects of a plan stood, week by week */

#include "config.h"

#include "kl-insight-spread.h"

#include "chart/kl-chart-bands.h"

#include "kl-insight-week.h"

#define DAYS_OF_WEEK 7

static gint64
find_first_day (const KlInsightHistory *history,
                gint64                  today)
{
  gint64 first = today;

  for (guint i = 0; i < history->marks->len; i++)
    first = MIN (first, g_array_index (history->marks, KlInsightMark, i).day);
  return first;
}

static guint
find_rank (const KlInsightSetting *setting,
           double                  score)
{
  int rank = kl_chart_bands_find (setting->bands, score);

  return rank < 0 ? setting->bands->len : (guint) rank;
}

/* Adds @by to the band of @rank at the end of @week. */
static void
add (KlInsightSpread *self,
     guint            week,
     guint            rank,
     int              by)
{
  g_array_index (self->counts, int, week * (self->n_ranks + 1) + rank) += by;
}

/* From back to front: a mark shows from its week on until that of one after it. One can be of a later week than the
 * mark after it, where days of learning begin in the morning. */
static void
add_changes (KlInsightSpread        *self,
             const KlInsightSetting *setting,
             const KlInsightMark    *marks,
             guint                   n_marks)
{
  guint shown_from = self->n_weeks;

  for (guint i = n_marks; i > 0; i--)
    {
      const KlInsightMark *mark = &marks[i - 1];
      gint64 monday = kl_insight_week_get_monday (MIN (mark->day, setting->today));
      guint week = (guint) (MAX (monday - self->monday, 0) / DAYS_OF_WEEK);
      guint rank = find_rank (setting, mark->score);

      if (week >= shown_from)
        continue;
      add (self, week, rank, 1);
      if (shown_from < self->n_weeks)
        add (self, shown_from, rank, -1);
      shown_from = week;
    }
}

/**
 * kl_insight_spread_new:
 * @history: the scores of all subjects
 * @setting: what they are seen by
 *
 * Returns: (transfer full): in which bands they stood; no week where nothing was scored
 */
KlInsightSpread *
kl_insight_spread_new (const KlInsightHistory *history,
                       const KlInsightSetting *setting)
{
  KlInsightSpread *self = g_new0 (KlInsightSpread, 1);
  gint64 last = kl_insight_week_get_monday (setting->today);
  guint size;

  self->counts = g_array_new (FALSE, TRUE, sizeof (int));
  self->n_ranks = setting->bands->len;
  if (history->marks->len == 0)
    return self;

  self->monday = MAX (kl_insight_week_get_monday (find_first_day (history, setting->today)),
                      last - DAYS_OF_WEEK * (KL_INSIGHT_SPREAD_MAX_WEEKS - 1));
  self->n_weeks = (guint) ((last - self->monday) / DAYS_OF_WEEK + 1);
  size = self->n_ranks + 1;
  g_array_set_size (self->counts, self->n_weeks * size);
  for (guint i = 0; i + 1 < history->begins->len; i++)
    {
      guint n_marks;
      const KlInsightMark *marks = kl_insight_history_get (history, i, &n_marks);

      add_changes (self, setting, marks, n_marks);
    }

  for (guint i = size; i < self->counts->len; i++)
    g_array_index (self->counts, int, i) += g_array_index (self->counts, int, i - size);
  return self;
}

/**
 * kl_insight_spread_free:
 * @self: (transfer full): a spread
 */
void
kl_insight_spread_free (KlInsightSpread *self)
{
  g_array_unref (self->counts);
  g_free (self);
}

/**
 * kl_insight_spread_get:
 * @self: a spread
 * @week: a week of it
 * @rank: the rank of a band, 0 for the best; the number of bands for none of them
 *
 * Returns: how many subjects stood there at its end
 */
guint
kl_insight_spread_get (const KlInsightSpread *self,
                       guint                  week,
                       guint                  rank)
{
  return (guint) g_array_index (self->counts, int, week * (self->n_ranks + 1) + rank);
}

/**
 * kl_insight_spread_get_total:
 * @self: a spread
 * @week: a week of it
 *
 * Returns: how many subjects had a score at its end
 */
guint
kl_insight_spread_get_total (const KlInsightSpread *self,
                             guint                  week)
{
  guint total = 0;

  for (guint i = 0; i <= self->n_ranks; i++)
    total += kl_insight_spread_get (self, week, i);
  return total;
}
