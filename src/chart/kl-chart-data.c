/* kl-chart-data.c: the numbers that a chart of any kind but the score history shows */

#include "config.h"

#include "kl-chart-data.h"

#include <math.h>

#include "kl-chart-text.h"
#include "model/kl-iso-date.h"

typedef struct
{
  char *name;
  KlChartHue hue;
  int rank;
} Series;

typedef struct
{
  char *label;
  int day;
  char *target;
  char *note;
} Row;

struct _KlChartData
{
  gatomicrefcount n_refs;
  KlChartUnit unit;
  char *heading;
  GArray *series;
  GArray *rows;
  GArray *values; /* of double, row by row */
};

G_DEFINE_BOXED_TYPE (KlChartData, kl_chart_data, kl_chart_data_ref, kl_chart_data_unref)

static void
clear_series (gpointer data)
{
  g_clear_pointer (&((Series *) data)->name, g_free);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->label, g_free);
  g_clear_pointer (&row->target, g_free);
  g_clear_pointer (&row->note, g_free);
}

static const Series *
peek_series (const KlChartData *self,
             guint              index)
{
  static const Series none = { NULL, KL_CHART_HUE_PLAIN, -1 };

  return index < self->series->len ? &g_array_index (self->series, Series, index) : &none;
}

static const Row *
peek_row (const KlChartData *self,
          guint              index)
{
  static const Row none = { NULL, 0, NULL, NULL };

  return index < self->rows->len ? &g_array_index (self->rows, Row, index) : &none;
}

/**
 * kl_chart_data_new:
 * @unit: what is measured, in all series
 * @heading: what the labels are: “Week”, “Topic”
 *
 * Returns: (transfer full): no series and no row yet
 */
KlChartData *
kl_chart_data_new (KlChartUnit  unit,
                   const char  *heading)
{
  KlChartData *self = g_new0 (KlChartData, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->unit = unit;
  self->heading = g_strdup (heading);
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->values = g_array_new (FALSE, TRUE, sizeof (double));
  return self;
}

/**
 * kl_chart_data_ref:
 * @self: data
 *
 * Returns: (transfer full): the same
 */
KlChartData *
kl_chart_data_ref (KlChartData *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kl_chart_data_unref:
 * @self: (transfer full): data
 */
void
kl_chart_data_unref (KlChartData *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_free (self->heading);
  g_array_unref (self->series);
  g_array_unref (self->rows);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * kl_chart_data_add_series:
 * @self: data without rows
 * @name: what the series is called
 * @hue: its colour
 * @rank: the rank of the band that it stands for, which gives its shape, -1 for none
 */
void
kl_chart_data_add_series (KlChartData *self,
                          const char  *name,
                          KlChartHue   hue,
                          int          rank)
{
  Series series = { g_strdup (name), hue, rank };

  g_assert (self->rows->len == 0);
  g_array_append_val (self->series, series);
}

static void
add_row (KlChartData  *self,
         const char   *label,
         int           day,
         const double *values)
{
  Row row = { g_strdup (label), day, NULL, NULL };

  g_array_append_val (self->rows, row);
  g_array_append_vals (self->values, values, self->series->len);
}

/**
 * kl_chart_data_add_row:
 * @self: data with all its series
 * @label: what the row is about
 * @values: one of each series, NaN where there is none
 */
void
kl_chart_data_add_row (KlChartData  *self,
                       const char   *label,
                       const double *values)
{
  add_row (self, label, 0, values);
}

/**
 * kl_chart_data_add_day:
 * @self: data with all its series
 * @day: the day that the row is about, as in #GDate; after the one of the row before
 * @values: one of each series, NaN where there is none
 */
void
kl_chart_data_add_day (KlChartData  *self,
                       int           day,
                       const double *values)
{
  add_row (self, NULL, day, values);
}

/**
 * kl_chart_data_set_target:
 * @self: data
 * @target: (nullable): the id of what the last row is about, which opens when its mark is activated
 */
void
kl_chart_data_set_target (KlChartData *self,
                          const char  *target)
{
  Row *row;

  g_return_if_fail (self->rows->len > 0);

  row = &g_array_index (self->rows, Row, self->rows->len - 1);
  g_free (row->target);
  row->target = g_strdup (target);
}

/**
 * kl_chart_data_set_note:
 * @self: data
 * @note: (nullable): what the words of the last row's mark end with, beside its numbers
 */
void
kl_chart_data_set_note (KlChartData *self,
                        const char  *note)
{
  Row *row;

  g_return_if_fail (self->rows->len > 0);

  row = &g_array_index (self->rows, Row, self->rows->len - 1);
  g_free (row->note);
  row->note = g_strdup (note);
}

/**
 * kl_chart_data_get_unit:
 * @self: data
 *
 * Returns: what is measured
 */
KlChartUnit
kl_chart_data_get_unit (const KlChartData *self)
{
  return self->unit;
}

/**
 * kl_chart_data_get_heading:
 * @self: data
 *
 * Returns: what the labels are
 */
const char *
kl_chart_data_get_heading (const KlChartData *self)
{
  return self->heading;
}

/**
 * kl_chart_data_get_n_series:
 * @self: data
 *
 * Returns: how many numbers a row has
 */
guint
kl_chart_data_get_n_series (const KlChartData *self)
{
  return self->series->len;
}

/**
 * kl_chart_data_get_series_name:
 * @self: data
 * @series: below kl_chart_data_get_n_series()
 *
 * Returns: (transfer none): what it is called
 */
const char *
kl_chart_data_get_series_name (const KlChartData *self,
                               guint              series)
{
  return peek_series (self, series)->name;
}

/**
 * kl_chart_data_get_series_hue:
 * @self: data
 * @series: below kl_chart_data_get_n_series()
 *
 * Returns: its colour
 */
KlChartHue
kl_chart_data_get_series_hue (const KlChartData *self,
                              guint              series)
{
  return peek_series (self, series)->hue;
}

/**
 * kl_chart_data_get_series_rank:
 * @self: data
 * @series: below kl_chart_data_get_n_series()
 *
 * Returns: the rank of its band, -1 for none
 */
int
kl_chart_data_get_series_rank (const KlChartData *self,
                               guint              series)
{
  return peek_series (self, series)->rank;
}

/**
 * kl_chart_data_get_n_rows:
 * @self: data
 *
 * Returns: how many rows there are
 */
guint
kl_chart_data_get_n_rows (const KlChartData *self)
{
  return self->rows->len;
}

/**
 * kl_chart_data_dup_label:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 * @plain: a day as machines read it, and not in words
 *
 * Returns: (transfer full): what the row is about
 */
char *
kl_chart_data_dup_label (const KlChartData *self,
                         guint              row,
                         gboolean           plain)
{
  const Row *found = peek_row (self, row);

  if (found->label != NULL || found->day < 1)
    return g_strdup (found->label != NULL ? found->label : "");
  return plain ? kl_iso_date_format_day (found->day) : kl_chart_text_day (found->day, KL_CHART_DATE_FULL);
}

/**
 * kl_chart_data_get_day:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 *
 * Returns: the day that the row is about, 0 for none
 */
int
kl_chart_data_get_day (const KlChartData *self,
                       guint              row)
{
  return peek_row (self, row)->day;
}

/**
 * kl_chart_data_get_target:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 *
 * Returns: (nullable) (transfer none): the id of what the row is about
 */
const char *
kl_chart_data_get_target (const KlChartData *self,
                          guint              row)
{
  return peek_row (self, row)->target;
}

/**
 * kl_chart_data_get_note:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 *
 * Returns: (nullable) (transfer none): what else is to say of the row
 */
const char *
kl_chart_data_get_note (const KlChartData *self,
                        guint              row)
{
  return peek_row (self, row)->note;
}

/**
 * kl_chart_data_get_value:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 * @series: below kl_chart_data_get_n_series()
 *
 * Returns: the number there; NaN where there is none, or one that is not finite
 */
double
kl_chart_data_get_value (const KlChartData *self,
                         guint              row,
                         guint              series)
{
  double value = (double) NAN;

  if (row < self->rows->len && series < self->series->len)
    value = g_array_index (self->values, double, row * self->series->len + series);
  return isfinite (value) ? value : (double) NAN;
}

/**
 * kl_chart_data_get_total:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 *
 * Returns: the sum of the row's numbers, of which those below 0 and those that are missing count as 0
 */
double
kl_chart_data_get_total (const KlChartData *self,
                         guint              row)
{
  double total = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      double value = kl_chart_data_get_value (self, row, i);

      if (value > 0)
        total += value;
    }
  return total;
}

/**
 * kl_chart_data_dup_value:
 * @self: data
 * @row: below kl_chart_data_get_n_rows()
 * @series: below kl_chart_data_get_n_series()
 *
 * Returns: (transfer full): the number there with its unit, “–” where there is none
 */
char *
kl_chart_data_dup_value (const KlChartData *self,
                         guint              row,
                         guint              series)
{
  return kl_chart_data_dup_text (self, kl_chart_data_get_value (self, row, series));
}

/**
 * kl_chart_data_dup_text:
 * @self: data
 * @value: a number, or NaN
 *
 * Returns: (transfer full): it with the data's unit, “–” for NaN
 */
char *
kl_chart_data_dup_text (const KlChartData *self,
                        double             value)
{
  if (!isfinite (value))
    return g_strdup ("–");
  if (self->unit == KL_CHART_UNIT_PERCENT)
    return kl_chart_text_percent (value);
  return self->unit == KL_CHART_UNIT_SECONDS ? kl_chart_text_span (value) : kl_chart_text_number (value);
}
