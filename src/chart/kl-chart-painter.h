#pragma once

#include "kl-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART_PAINTER (kl_chart_painter_get_type ())

G_DECLARE_FINAL_TYPE (KlChartPainter, kl_chart_painter, KL, CHART_PAINTER, GObject)

KlChartPainter     *kl_chart_painter_new           (KlChart                 *chart);
KlChart            *kl_chart_painter_get_chart     (KlChartPainter          *self);
void                kl_chart_painter_set_style     (KlChartPainter          *self,
                                                    const KlChartStyle      *style);
const KlChartStyle *kl_chart_painter_get_style     (KlChartPainter          *self);
void                kl_chart_painter_set_context   (KlChartPainter          *self,
                                                    PangoContext            *context);
void                kl_chart_painter_set_size      (KlChartPainter          *self,
                                                    double                   width,
                                                    double                   height);
void                kl_chart_painter_set_view      (KlChartPainter          *self,
                                                    KlChartView              view);
KlChartView         kl_chart_painter_get_view      (KlChartPainter          *self);
void                kl_chart_painter_set_visible   (KlChartPainter          *self,
                                                    const cairo_rectangle_t *visible);
void                kl_chart_painter_set_titled    (KlChartPainter          *self,
                                                    gboolean                 titled);
void                kl_chart_painter_set_highlight (KlChartPainter          *self,
                                                    int                      index);
void                kl_chart_painter_set_growth    (KlChartPainter          *self,
                                                    int                      index,
                                                    double                   growth);
const KlChartSheet *kl_chart_painter_get_sheet     (KlChartPainter          *self);
void                kl_chart_painter_paint         (KlChartPainter          *self,
                                                    cairo_t                 *cr);

G_END_DECLS
