#pragma once

#include "kl-score-layout.h"

G_BEGIN_DECLS

#define KL_TYPE_SCORE_PAINTER (kl_score_painter_get_type ())

G_DECLARE_FINAL_TYPE (KlScorePainter, kl_score_painter, KL, SCORE_PAINTER, GObject)

KlScorePainter      *kl_score_painter_new            (KlScoreSeries      *series);
void                 kl_score_painter_set_style      (KlScorePainter     *self,
                                                      const KlChartStyle *style);
const KlChartStyle  *kl_score_painter_get_style      (KlScorePainter     *self);
void                 kl_score_painter_set_context    (KlScorePainter     *self,
                                                      PangoContext       *context);
void                 kl_score_painter_set_size       (KlScorePainter     *self,
                                                      double              width,
                                                      double              height);
void                 kl_score_painter_set_titled     (KlScorePainter     *self,
                                                      gboolean            titled);
void                 kl_score_painter_set_highlight  (KlScorePainter     *self,
                                                      int                 index);
void                 kl_score_painter_set_growth     (KlScorePainter     *self,
                                                      int                 index,
                                                      double              growth);
const KlScoreLayout *kl_score_painter_get_layout     (KlScorePainter     *self);
int                  kl_score_painter_find_mark      (KlScorePainter     *self,
                                                      double              x,
                                                      double              y);
void                 kl_score_painter_paint          (KlScorePainter     *self,
                                                      cairo_t            *cr);

G_END_DECLS
