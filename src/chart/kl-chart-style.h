#pragma once

#include <pango/pango.h>

#include "kl-chart-color.h"

G_BEGIN_DECLS

/**
 * KlChartHue:
 * @KL_CHART_HUE_GREEN: of a best band
 * @KL_CHART_HUE_YELLOW: of a good one
 * @KL_CHART_HUE_ORANGE: of a fair one
 * @KL_CHART_HUE_RED: of a lowest one
 * @KL_CHART_HUE_BLUE: only where a person's own emoji says so
 * @KL_CHART_HUE_PURPLE: the same
 * @KL_CHART_HUE_PLAIN: of what has no band
 */
typedef enum
{
  KL_CHART_HUE_GREEN,
  KL_CHART_HUE_YELLOW,
  KL_CHART_HUE_ORANGE,
  KL_CHART_HUE_RED,
  KL_CHART_HUE_BLUE,
  KL_CHART_HUE_PURPLE,
  KL_CHART_HUE_PLAIN,
  KL_CHART_N_HUES,
} KlChartHue;

#define KL_TYPE_CHART_STYLE (kl_chart_style_get_type ())

/**
 * KlChartStyle:
 * @foreground: of text, line and axis
 * @background: what the chart lies on, painted only in files
 * @accent: of the highlight
 * @hues: of the bands
 * @font: the caption size of the interface's font
 * @first_weekday: the one that weeks begin with
 * @right_to_left: whether text runs so; time always runs from left to right
 * @high_contrast: whether faint things are to be less faint
 */
typedef struct
{
  KlChartColor          foreground;
  KlChartColor          background;
  KlChartColor          accent;
  KlChartColor          hues[KL_CHART_N_HUES];
  PangoFontDescription *font;
  GDateWeekday          first_weekday;
  gboolean              right_to_left;
  gboolean              high_contrast;
} KlChartStyle;

GType         kl_chart_style_get_type (void);
KlChartStyle *kl_chart_style_new      (gboolean            dark,
                                       gboolean            high_contrast);
KlChartStyle *kl_chart_style_copy     (const KlChartStyle *self);
void          kl_chart_style_free     (KlChartStyle       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlChartStyle, kl_chart_style_free)

G_END_DECLS
