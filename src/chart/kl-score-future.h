#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlScoreExpected:
 * @day: a day as in #GDate
 * @score: what is expected on it, 0–100
 * @low: the lower end of its range
 * @high: the upper end
 */
typedef struct
{
  int    day;
  double score;
  double low;
  double high;
} KlScoreExpected;

/**
 * KlScoreFuture:
 * @points: (element-type KlScoreExpected): what is expected from the last attempt on, in the order of the days, each of
 *   them once; none where nothing is
 * @target: the score that is aimed at, in percent
 * @crossing: the first day on which the score that is expected is below @target, maybe later than all @points, 0 where
 *   there is none; the first of them where it was never above
 * @due: the day to come on which it is to be explained again, maybe later than all @points, 0 where there is none
 *
 * How a score history goes on, as far as it is shown.
 */
typedef struct
{
  GArray *points;
  double  target;
  int     crossing;
  int     due;
} KlScoreFuture;

KlScoreFuture         *kl_score_future_new         (void);
void                   kl_score_future_free        (KlScoreFuture       *self);
gboolean               kl_score_future_equals      (const KlScoreFuture *self,
                                                    const KlScoreFuture *other);
const KlScoreExpected *kl_score_future_get         (const KlScoreFuture *self,
                                                    guint                index);
guint                  kl_score_future_find        (const KlScoreFuture *self,
                                                    int                  day);
gboolean               kl_score_future_falls       (const KlScoreFuture *self);
char                  *kl_score_future_dup_summary (const KlScoreFuture *self,
                                                    int                  today);
char                  *kl_score_future_dup_text    (const KlScoreFuture *self,
                                                    guint                index);
char                  *kl_score_future_dup_range   (const KlScoreFuture *self,
                                                    guint                index);
char                  *kl_score_future_dup_event   (const KlScoreFuture *self,
                                                    guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlScoreFuture, kl_score_future_free)

G_END_DECLS
