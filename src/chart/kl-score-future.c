/* kl-score-future.c: how a score history goes on: what is expected, when that falls below the target, when it is due */

#include "config.h"

#include "kl-score-future.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-chart-text.h"
#include "kl-day-order.h"

/* A picture of less looks the same. */
#define VISIBLE 0.01

/**
 * kl_score_future_new:
 *
 * Returns: (transfer full): nothing is expected
 */
KlScoreFuture *
kl_score_future_new (void)
{
  KlScoreFuture *self = g_new0 (KlScoreFuture, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (KlScoreExpected));
  return self;
}

/**
 * kl_score_future_free:
 * @self: (transfer full): a future
 */
void
kl_score_future_free (KlScoreFuture *self)
{
  g_array_unref (self->points);
  g_free (self);
}

/**
 * kl_score_future_equals:
 * @self: a future
 * @other: another
 *
 * Returns: whether a picture of them is the same
 */
gboolean
kl_score_future_equals (const KlScoreFuture *self,
                        const KlScoreFuture *other)
{
  if (self->points->len != other->points->len || self->crossing != other->crossing || self->due != other->due
      || fabs (self->target - other->target) > VISIBLE)
    return FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const KlScoreExpected *a = kl_score_future_get (self, i), *b = kl_score_future_get (other, i);

      if (a->day != b->day || fabs (a->score - b->score) > VISIBLE || fabs (a->low - b->low) > VISIBLE
          || fabs (a->high - b->high) > VISIBLE)
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_score_future_get:
 * @self: a future
 * @index: below the number of its points
 *
 * Returns: (transfer none): the point
 */
const KlScoreExpected *
kl_score_future_get (const KlScoreFuture *self,
                     guint                index)
{
  return &g_array_index (self->points, KlScoreExpected, index);
}

/**
 * kl_score_future_find:
 * @self: a future
 * @day: a day as in #GDate
 *
 * Returns: the first point of that day or of a later one; how many there are where all are before it
 */
guint
kl_score_future_find (const KlScoreFuture *self,
                      int                  day)
{
  return kl_day_order_find (self->points, G_STRUCT_OFFSET (KlScoreExpected, day), day);
}

/**
 * kl_score_future_falls:
 * @self: a future
 *
 * Returns: whether there is a day on which what is expected falls below the target: not where it was never above
 */
gboolean
kl_score_future_falls (const KlScoreFuture *self)
{
  return self->points->len > 0 && self->crossing > kl_score_future_get (self, 0)->day;
}

static char *
describe_crossing (const KlScoreFuture *self,
                   int                  today)
{
  g_autofree char *target = kl_chart_text_percent (self->target);
  g_autofree char *day = NULL;

  if (self->crossing < 1)
    return g_strdup_printf (_("Score not expected to fall below %s"), target);
  /* Where it was never above, the day of the attempt says nothing: what was scored then may be above. */
  if (!kl_score_future_falls (self))
    return g_strdup_printf (_("Score expected to be below %s"), target);

  day = kl_chart_text_day (self->crossing, KL_CHART_DATE_FULL);
  if (self->crossing > today)
    /* Translators: the score that is aimed at, and a date still to come: “to fall below 90 % on 3 March 2026”. */
    return g_strdup_printf (_("Score expected to fall below %s on %s"), target, day);
  /* Translators: the score that is aimed at, and a date that is over or today: “below 90 % since 3 March 2026”. */
  return g_strdup_printf (_("Score expected to be below %s since %s"), target, day);
}

/**
 * kl_score_future_dup_summary:
 * @self: a future
 * @today: the day that it is, 0 where that is not said
 *
 * Returns: (transfer full) (nullable): sentences, without the full stop of the last one: “Score expected to fall below
 *   90 % on 3 March 2026. Due on 20 February 2026”; %NULL where nothing is expected. The days may be later than all
 *   that is drawn
 */
char *
kl_score_future_dup_summary (const KlScoreFuture *self,
                             int                  today)
{
  g_autofree char *crossing = NULL;
  g_autofree char *day = NULL;
  g_autofree char *due = NULL;

  if (self->points->len == 0)
    return NULL;

  crossing = describe_crossing (self, today);
  if (self->due < 1)
    return g_steal_pointer (&crossing);

  day = kl_chart_text_day (self->due, KL_CHART_DATE_FULL);
  due = g_strdup_printf (_("Due on %s"), day);
  return kl_chart_text_join_sentences (crossing, due);
}

/**
 * kl_score_future_dup_range:
 * @self: a future
 * @index: below the number of its points
 *
 * Returns: (transfer full): “72–96 %”
 */
char *
kl_score_future_dup_range (const KlScoreFuture *self,
                           guint                index)
{
  const KlScoreExpected *point = kl_score_future_get (self, index);

  return kl_chart_text_score ((KlScore) { round (point->low), round (point->high) });
}

/**
 * kl_score_future_dup_event:
 * @self: a future
 * @index: below the number of its points
 *
 * Returns: (transfer full) (nullable): what is to happen on its day: “falls below 90 %”; %NULL for nothing
 */
char *
kl_score_future_dup_event (const KlScoreFuture *self,
                           guint                index)
{
  int day = kl_score_future_get (self, index)->day;
  gboolean falls = kl_score_future_falls (self) && day == self->crossing;
  g_autofree char *target = kl_chart_text_percent (self->target);

  if (falls && day == self->due)
    /* Translators: %s is the score that is aimed at: what happens on one day to the score that is expected. */
    return g_strdup_printf (_("falls below %s, due"), target);
  if (falls)
    /* Translators: %s is the score that is aimed at: what happens on a day to the score that is expected. */
    return g_strdup_printf (_("falls below %s"), target);
  return day == self->due ? g_strdup (C_("day", "due")) : NULL;
}

/**
 * kl_score_future_dup_text:
 * @self: a future
 * @index: below the number of its points
 *
 * Returns: (transfer full): “3 March 2026 · expected 72–96 % · falls below 90 %”
 */
char *
kl_score_future_dup_text (const KlScoreFuture *self,
                          guint                index)
{
  g_autofree char *day = kl_chart_text_day (kl_score_future_get (self, index)->day, KL_CHART_DATE_FULL);
  g_autofree char *range = kl_score_future_dup_range (self, index);
  g_autofree char *event = kl_score_future_dup_event (self, index);

  if (event == NULL)
    /* Translators: a date that is still to come, and a range of scores. */
    return g_strdup_printf (_("%s · expected %s"), day, range);
  /* Translators: a date that is still to come, a range of scores, and what happens then: “falls below 90 %”, “due”. */
  return g_strdup_printf (_("%s · expected %s · %s"), day, range, event);
}
