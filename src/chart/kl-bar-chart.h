#pragma once

#include "kl-data-chart.h"

G_BEGIN_DECLS

/**
 * KlBarDirection:
 * @KL_BAR_DIRECTION_UP: one bar beside the other, in time from left to right
 * @KL_BAR_DIRECTION_ALONG: one bar below the other, from where reading begins; for long labels, ranked by the caller
 */
typedef enum
{
  KL_BAR_DIRECTION_UP,
  KL_BAR_DIRECTION_ALONG,
} KlBarDirection;

#define KL_TYPE_BAR_CHART (kl_bar_chart_get_type ())

G_DECLARE_FINAL_TYPE (KlBarChart, kl_bar_chart, KL, BAR_CHART, KlDataChart)

KlBarChart *kl_bar_chart_new (KlBarDirection direction);

G_END_DECLS
