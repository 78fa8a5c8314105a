#pragma once

#include "kl-chart.h"

G_BEGIN_DECLS

#define KL_CHART_ERROR (kl_chart_error_quark ())

/**
 * KlChartError:
 * @KL_CHART_ERROR_FORMAT: the file's name ends in none of .png, .svg, .pdf and .csv
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

/**
 * KlChartForm:
 * @KL_CHART_FORM_PNG: a picture of pixels
 * @KL_CHART_FORM_SVG: a picture of outlines, with the chart's title and summary
 * @KL_CHART_FORM_PDF: one page
 * @KL_CHART_FORM_CSV: the table
 */
typedef enum
{
  KL_CHART_FORM_PNG,
  KL_CHART_FORM_SVG,
  KL_CHART_FORM_PDF,
  KL_CHART_FORM_CSV,
} KlChartForm;

GQuark      kl_chart_error_quark       (void);
const char *kl_chart_form_get_ending   (KlChartForm          self);
gboolean    kl_chart_form_find         (const char          *path,
                                        KlChartForm         *form);
void        kl_chart_file_find_size    (KlChart             *chart,
                                        int                 *width,
                                        int                 *height);
char       *kl_chart_file_find_path    (const char          *chosen,
                                        const char          *ending,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *kl_chart_file_render       (KlChart             *chart,
                                        const KlChartStyle  *style,
                                        KlChartForm          form,
                                        int                  width,
                                        int                  height,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_chart_file_write        (KlChart             *chart,
                                        const KlChartStyle  *style,
                                        const char          *path,
                                        int                  width,
                                        int                  height,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
