#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * KlChartColor:
 * @red: 0–1, as sRGB
 * @green: 0–1
 * @blue: 0–1
 * @alpha: 0–1
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} KlChartColor;

KlChartColor kl_chart_color_from_hex (guint               hex);
KlChartColor kl_chart_color_fade     (KlChartColor        self,
                                      double              opacity);
void         kl_chart_color_set      (KlChartColor        self,
                                      cairo_t            *cr);
gboolean     kl_chart_color_is_same  (const KlChartColor *a,
                                      const KlChartColor *b);
double       kl_chart_color_contrast (const KlChartColor *a,
                                      const KlChartColor *b);

G_END_DECLS
