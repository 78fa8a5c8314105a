/* kl-chart-view.c: which part of a chart is seen */

#include "config.h"

#include "kl-chart-view.h"

#include <math.h>

/* A part as long as this is all that numbers can tell apart from the whole. */
#define TOLERANCE 1e-9

/* Of the given length, and inside of what there is. */
static KlChartView
place (double from,
       double length)
{
  KlChartView view;

  if (!(length < 1 - TOLERANCE))
    return KL_CHART_VIEW_WHOLE;

  view.from = CLAMP (from, 0, 1 - length);
  view.to = view.from + length;
  return view;
}

/**
 * kl_chart_view_is_whole:
 * @self: a view
 *
 * Returns: whether everything is seen
 */
gboolean
kl_chart_view_is_whole (KlChartView self)
{
  return self.from <= TOLERANCE && self.to >= 1 - TOLERANCE;
}

/**
 * kl_chart_view_zoom:
 * @self: a view
 * @point: what stays in its place, 0–1 from the left edge of what is seen to the right
 * @factor: how much larger things are to become; below 1 for smaller
 * @smallest: the least part that may be seen, above 0; 1 for what cannot be zoomed
 *
 * Returns: the view then; never more than there is
 */
KlChartView
kl_chart_view_zoom (KlChartView self,
                    double      point,
                    double      factor,
                    double      smallest)
{
  double length = self.to - self.from, zoomed;

  if (!isfinite (factor) || factor <= 0 || !isfinite (point))
    return self;

  point = CLAMP (point, 0, 1);
  zoomed = CLAMP (length / factor, CLAMP (smallest, TOLERANCE, 1), 1);
  return place (self.from + point * (length - zoomed), zoomed);
}

/**
 * kl_chart_view_pan:
 * @self: a view
 * @parts: how far to go right, as a part of what is seen; below 0 for left
 *
 * Returns: the view then; it stops at both ends
 */
KlChartView
kl_chart_view_pan (KlChartView self,
                   double      parts)
{
  double length = self.to - self.from;

  return isfinite (parts) ? place (self.from + parts * length, length) : self;
}

/**
 * kl_chart_view_reveal:
 * @self: a view
 * @point: 0–1, a place in all that there is
 *
 * Returns: the nearest view of the same length in which @point is seen
 */
KlChartView
kl_chart_view_reveal (KlChartView self,
                      double      point)
{
  double length = self.to - self.from;

  if (!isfinite (point))
    return self;

  point = CLAMP (point, 0, 1);
  /* A little air beside it, so that one sees that there is more. */
  if (point < self.from)
    return place (point - length / 10, length);
  if (point > self.to)
    return place (point - length * 9 / 10, length);
  return self;
}
