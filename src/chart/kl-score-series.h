#pragma once

#include <gio/gio.h>

#include "kl-chart-bands.h"
#include "kl-chart.h"
#include "kl-score-days.h"
#include "kl-score-future.h"
#include "kl-score-marks.h"
#include "kl-score-session.h"

G_BEGIN_DECLS

#define KL_TYPE_SCORE_SERIES (kl_score_series_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreSeries, kl_score_series, KL, SCORE_SERIES, KlChart)

KlScoreSeries       *kl_score_series_new                (GListModel    *attempts,
                                                         GListModel    *bands);
void                 kl_score_series_set_attempts       (KlScoreSeries *self,
                                                         GListModel    *attempts);
void                 kl_score_series_set_bands          (KlScoreSeries *self,
                                                         GListModel    *bands);
void                 kl_score_series_set_sessions       (KlScoreSeries *self,
                                                         GListModel    *sessions);
const GArray        *kl_score_series_get_sessions       (KlScoreSeries *self);
void                 kl_score_series_refresh            (KlScoreSeries *self);
void                 kl_score_series_set_today          (KlScoreSeries *self,
                                                         GDateTime     *today);
void                 kl_score_series_set_day            (KlScoreSeries *self,
                                                         int            day);
int                  kl_score_series_get_today          (KlScoreSeries *self);
void                 kl_score_series_take_future        (KlScoreSeries *self,
                                                         KlScoreFuture *future);
const KlScoreFuture *kl_score_series_get_future         (KlScoreSeries *self);
guint                kl_score_series_get_first_expected (KlScoreSeries *self);
const GArray        *kl_score_series_get_marks          (KlScoreSeries *self);
guint                kl_score_series_get_n_marks        (KlScoreSeries *self);
const KlScoreMark   *kl_score_series_get_mark           (KlScoreSeries *self,
                                                         guint          index);
const GArray        *kl_score_series_get_bands          (KlScoreSeries *self);
KlScoreDays          kl_score_series_get_days           (KlScoreSeries *self);

G_END_DECLS
