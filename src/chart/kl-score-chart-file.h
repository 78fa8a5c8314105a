#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

#define KL_CHART_ERROR (kl_chart_error_quark ())

/**
 * KlChartError:
 * @KL_CHART_ERROR_FORMAT: the file's name ends in neither .svg nor .png
 * @KL_CHART_ERROR_SIZE: the picture would be too small or too large
 * @KL_CHART_ERROR_DRAW: drawing failed, as for want of memory
 * @KL_CHART_ERROR_WRITE: the file could not be written
 */
typedef enum
{
  KL_CHART_ERROR_FORMAT,
  KL_CHART_ERROR_SIZE,
  KL_CHART_ERROR_DRAW,
  KL_CHART_ERROR_WRITE,
} KlChartError;

GQuark   kl_chart_error_quark   (void);
gboolean kl_score_chart_write   (KlScoreSeries       *series,
                                 const KlChartStyle  *style,
                                 const char          *path,
                                 int                  width,
                                 int                  height,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
