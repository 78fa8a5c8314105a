#pragma once

#include <glib-object.h>

#include "kl-chart-style.h"

G_BEGIN_DECLS

/**
 * KlChartUnit:
 * @KL_CHART_UNIT_COUNT: things are counted: “12”
 * @KL_CHART_UNIT_PERCENT: 0–100: “92 %”
 * @KL_CHART_UNIT_SECONDS: a span of time: “1 h 20 min”
 */
typedef enum
{
  KL_CHART_UNIT_COUNT,
  KL_CHART_UNIT_PERCENT,
  KL_CHART_UNIT_SECONDS,
} KlChartUnit;

#define KL_TYPE_CHART_DATA (kl_chart_data_get_type ())

/**
 * KlChartData:
 *
 * What a chart shows, as a table: rows with a label or a day, and one number of each series in every row. It is filled
 * by one and then shared; a thread may fill it.
 */
typedef struct _KlChartData KlChartData;

GType        kl_chart_data_get_type        (void);
KlChartData *kl_chart_data_new             (KlChartUnit        unit,
                                            const char        *heading);
KlChartData *kl_chart_data_ref             (KlChartData       *self);
void         kl_chart_data_unref           (KlChartData       *self);
void         kl_chart_data_add_series      (KlChartData       *self,
                                            const char        *name,
                                            KlChartHue         hue,
                                            int                rank);
void         kl_chart_data_add_row         (KlChartData       *self,
                                            const char        *label,
                                            const double      *values);
void         kl_chart_data_add_day         (KlChartData       *self,
                                            int                day,
                                            const double      *values);
void         kl_chart_data_set_target      (KlChartData       *self,
                                            const char        *target);
void         kl_chart_data_set_note        (KlChartData       *self,
                                            const char        *note);
KlChartUnit  kl_chart_data_get_unit        (const KlChartData *self);
const char  *kl_chart_data_get_heading     (const KlChartData *self);
guint        kl_chart_data_get_n_series    (const KlChartData *self);
const char  *kl_chart_data_get_series_name (const KlChartData *self,
                                            guint              series);
KlChartHue   kl_chart_data_get_series_hue  (const KlChartData *self,
                                            guint              series);
int          kl_chart_data_get_series_rank (const KlChartData *self,
                                            guint              series);
guint        kl_chart_data_get_n_rows      (const KlChartData *self);
char        *kl_chart_data_dup_label       (const KlChartData *self,
                                            guint              row,
                                            gboolean           plain);
int          kl_chart_data_get_day         (const KlChartData *self,
                                            guint              row);
const char  *kl_chart_data_get_target      (const KlChartData *self,
                                            guint              row);
const char  *kl_chart_data_get_note        (const KlChartData *self,
                                            guint              row);
double       kl_chart_data_get_value       (const KlChartData *self,
                                            guint              row,
                                            guint              series);
double       kl_chart_data_get_total       (const KlChartData *self,
                                            guint              row);
char        *kl_chart_data_dup_value       (const KlChartData *self,
                                            guint              row,
                                            guint              series);
char        *kl_chart_data_dup_text        (const KlChartData *self,
                                            double             value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlChartData, kl_chart_data_unref)

G_END_DECLS
