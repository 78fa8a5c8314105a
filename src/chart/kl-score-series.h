#pragma once

#include <gio/gio.h>

#include "kl-chart-bands.h"
#include "kl-chart.h"
#include "kl-score-future.h"
#include "kl-score-session.h"
#include "model/kl-attempt.h"

G_BEGIN_DECLS

/**
 * KlScoreMark:
 * @attempt: (unowned): what it stands for
 * @number: of the attempt
 * @score: the score that counts
 * @first: the score that was recorded, set only where an amendment changed it
 * @value: the one number for @score
 * @day: its day as in #GDate, 0 where the attempt has no date
 * @rank: the band's place from the top, -1 for none
 * @assisted: whether the topic was looked at meanwhile
 */
typedef struct
{
  KlAttempt *attempt;
  gint64     number;
  KlScore    score;
  KlScore    first;
  double     value;
  int        day;
  gint16     rank;
  guint8     assisted;
} KlScoreMark;

#define KL_TYPE_SCORE_SERIES (kl_score_series_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreSeries, kl_score_series, KL, SCORE_SERIES, KlChart)

KlScoreSeries       *kl_score_series_new            (GListModel    *attempts,
                                                     GListModel    *bands);
void                 kl_score_series_set_attempts   (KlScoreSeries *self,
                                                     GListModel    *attempts);
void                 kl_score_series_set_bands      (KlScoreSeries *self,
                                                     GListModel    *bands);
void                 kl_score_series_set_sessions   (KlScoreSeries *self,
                                                     GListModel    *sessions);
const GArray        *kl_score_series_get_sessions   (KlScoreSeries *self);
void                 kl_score_series_refresh        (KlScoreSeries *self);
void                 kl_score_series_set_today      (KlScoreSeries *self,
                                                     GDateTime     *today);
int                  kl_score_series_get_today      (KlScoreSeries *self);
void                 kl_score_series_take_future    (KlScoreSeries *self,
                                                     KlScoreFuture *future);
const KlScoreFuture *kl_score_series_get_future     (KlScoreSeries *self);
guint                kl_score_series_get_first_expected (KlScoreSeries *self);
guint                kl_score_series_get_n_marks    (KlScoreSeries *self);
const KlScoreMark   *kl_score_series_get_mark       (KlScoreSeries *self,
                                                     guint          index);
char                *kl_score_series_dup_score      (KlScoreSeries *self,
                                                     guint          index);
guint                kl_score_series_find_nearest   (KlScoreSeries *self,
                                                     int            day);
int                  kl_score_series_find           (KlScoreSeries *self,
                                                     KlAttempt     *attempt);
const GArray        *kl_score_series_get_bands      (KlScoreSeries *self);
void                 kl_score_series_get_days       (KlScoreSeries *self,
                                                     int           *first,
                                                     int           *last);

G_END_DECLS
