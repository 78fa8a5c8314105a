#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlChartView:
 * @from: where the visible part begins, 0 for the beginning of all that there is
 * @to: where it ends, 1 for the end
 *
 * The part of a chart's whole width that is seen. It is a part and not a span of days, so that it fits every scale, and
 * who sees everything goes on seeing everything when more is added.
 */
typedef struct
{
  double from;
  double to;
} KlChartView;

#define KL_CHART_VIEW_WHOLE ((KlChartView) { 0, 1 })

gboolean    kl_chart_view_is_whole (KlChartView self);
KlChartView kl_chart_view_zoom     (KlChartView self,
                                    double      point,
                                    double      factor,
                                    double      smallest);
KlChartView kl_chart_view_pan      (KlChartView self,
                                    double      parts);
KlChartView kl_chart_view_reveal   (KlChartView self,
                                    double      point);

G_END_DECLS
