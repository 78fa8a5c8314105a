/* kl-chart-color.c: a colour, and how well it stands out */

#include "config.h"

#include "kl-chart-color.h"

#include <math.h>

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const KlChartColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

/**
 * kl_chart_color_from_hex:
 * @hex: 0xRRGGBB
 *
 * Returns: that colour, opaque
 */
KlChartColor
kl_chart_color_from_hex (guint hex)
{
  return (KlChartColor) { ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0, 1 };
}

/**
 * kl_chart_color_fade:
 * @self: a colour
 * @opacity: 0–1
 *
 * Returns: the same with its opacity multiplied
 */
KlChartColor
kl_chart_color_fade (KlChartColor self,
                     double       opacity)
{
  self.alpha *= opacity;
  return self;
}

/**
 * kl_chart_color_set:
 * @self: a colour
 * @cr: what is about to be painted with it
 */
void
kl_chart_color_set (KlChartColor self,
                    cairo_t     *cr)
{
  cairo_set_source_rgba (cr, self.red, self.green, self.blue, self.alpha);
}

/**
 * kl_chart_color_is_same:
 * @a: a colour
 * @b: another
 *
 * Returns: whether nobody could tell them apart
 */
gboolean
kl_chart_color_is_same (const KlChartColor *a,
                        const KlChartColor *b)
{
  return fabs (a->red - b->red) + fabs (a->green - b->green) + fabs (a->blue - b->blue) + fabs (a->alpha - b->alpha)
         < 1 / 256.0;
}

/**
 * kl_chart_color_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * The contrast ratio of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
 *
 * Returns: 1 (the same) to 21 (black on white)
 */
double
kl_chart_color_contrast (const KlChartColor *a,
                         const KlChartColor *b)
{
  double light = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (light + 0.05) / (dark + 0.05);
}
