#pragma once

#include <gtk/gtk.h>

#include "chart/kl-score-series.h"

G_BEGIN_DECLS

#define KL_TYPE_SCORE_CHART (kl_score_chart_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreChart, kl_score_chart, KL, SCORE_CHART, GtkWidget)

GtkWidget  *kl_score_chart_new         (void);
void        kl_score_chart_set_series  (KlScoreChart  *self,
                                        KlScoreSeries *series);
const char *kl_score_chart_get_details (KlScoreChart  *self);

G_END_DECLS
