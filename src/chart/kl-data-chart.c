/* kl-data-chart.c: a chart of rows and series, without saying yet what it looks like */

#include "config.h"

#include "kl-data-chart.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  KlChartData *data;
  char *summary;
} KlDataChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KlDataChart, kl_data_chart, KL_TYPE_CHART)

static KlChartData *
peek_data (KlChart *chart)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (KL_DATA_CHART (chart));

  return priv->data;
}

static guint
kl_data_chart_get_n_marks (KlChart *chart)
{
  return kl_chart_data_get_n_rows (peek_data (chart));
}

static char *
kl_data_chart_dup_mark_text (KlChart *chart,
                             guint    mark)
{
  KlChartData *data = peek_data (chart);
  g_autofree char *label = kl_chart_data_dup_label (data, mark, FALSE);
  GString *text = g_string_new (label);

  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    {
      g_autofree char *value = kl_chart_data_dup_value (data, mark, i);

      if (kl_chart_data_get_n_series (data) > 1)
        g_string_append_printf (text, " · %s %s", kl_chart_data_get_series_name (data, i), value);
      else
        g_string_append_printf (text, " · %s", value);
    }
  if (kl_chart_data_get_note (data, mark) != NULL)
    g_string_append_printf (text, " · %s", kl_chart_data_get_note (data, mark));
  return g_string_free (text, FALSE);
}

static char *
kl_data_chart_dup_summary (KlChart *chart)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (KL_DATA_CHART (chart));
  guint n_rows = kl_chart_data_get_n_rows (priv->data), highest = 0;
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  if (priv->summary != NULL)
    return g_strdup (priv->summary);
  if (n_rows == 0)
    return g_strdup (_("Nothing to show yet"));

  for (guint i = 1; i < n_rows; i++)
    if (kl_chart_data_get_total (priv->data, i) > kl_chart_data_get_total (priv->data, highest))
      highest = i;
  label = kl_chart_data_dup_label (priv->data, highest, FALSE);
  value = kl_chart_data_dup_text (priv->data, kl_chart_data_get_total (priv->data, highest));
  /* Translators: the highest value of a chart: what it is about, and the value. */
  return g_strdup_printf (_("Highest: %s, %s"), label, value);
}

static guint
kl_data_chart_get_n_columns (KlChart *chart)
{
  return 1 + kl_chart_data_get_n_series (peek_data (chart));
}

static char *
kl_data_chart_dup_heading (KlChart  *chart,
                           guint     column,
                           gboolean *numeric)
{
  KlChartData *data = peek_data (chart);

  *numeric = column > 0;
  return g_strdup (column == 0 ? kl_chart_data_get_heading (data) : kl_chart_data_get_series_name (data, column - 1));
}

static char *
kl_data_chart_dup_cell (KlChart  *chart,
                        guint     mark,
                        guint     column,
                        gboolean  plain)
{
  KlChartData *data = peek_data (chart);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double value;

  if (column == 0)
    return kl_chart_data_dup_label (data, mark, plain);
  if (!plain)
    return kl_chart_data_dup_value (data, mark, column - 1);

  value = kl_chart_data_get_value (data, mark, column - 1);
  return g_strdup (isnan (value) ? "" : g_ascii_dtostr (digits, sizeof digits, value));
}

static const char *
kl_data_chart_get_target (KlChart *chart,
                          guint    mark)
{
  return kl_chart_data_get_target (peek_data (chart), mark);
}

static KlChart *
kl_data_chart_dup_snapshot (KlChart *chart)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (KL_DATA_CHART (chart));
  KlDataChart *snapshot = g_object_new (G_OBJECT_TYPE (chart), NULL);

  kl_data_chart_set_data (snapshot, priv->data);
  kl_data_chart_set_summary (snapshot, priv->summary);
  return KL_CHART (snapshot);
}

static void
kl_data_chart_finalize (GObject *object)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (KL_DATA_CHART (object));

  kl_chart_data_unref (priv->data);
  g_free (priv->summary);

  G_OBJECT_CLASS (kl_data_chart_parent_class)->finalize (object);
}

static void
kl_data_chart_class_init (KlDataChartClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kl_data_chart_finalize;
  chart_class->get_n_marks = kl_data_chart_get_n_marks;
  chart_class->dup_mark_text = kl_data_chart_dup_mark_text;
  chart_class->dup_summary = kl_data_chart_dup_summary;
  chart_class->get_n_columns = kl_data_chart_get_n_columns;
  chart_class->dup_heading = kl_data_chart_dup_heading;
  chart_class->dup_cell = kl_data_chart_dup_cell;
  chart_class->get_target = kl_data_chart_get_target;
  chart_class->dup_snapshot = kl_data_chart_dup_snapshot;
}

static void
kl_data_chart_init (KlDataChart *self)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (self);

  priv->data = kl_chart_data_new (KL_CHART_UNIT_COUNT, "");
}

/**
 * kl_data_chart_set_data:
 * @self: a chart
 * @data: (transfer none): what to show, to which nothing is added any more
 */
void
kl_data_chart_set_data (KlDataChart *self,
                        KlChartData *data)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (self);

  g_return_if_fail (KL_IS_DATA_CHART (self));

  kl_chart_data_ref (data);
  kl_chart_data_unref (priv->data);
  priv->data = data;
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_data_chart_get_data:
 * @self: a chart
 *
 * Returns: (transfer none): what it shows
 */
KlChartData *
kl_data_chart_get_data (KlDataChart *self)
{
  g_return_val_if_fail (KL_IS_DATA_CHART (self), NULL);

  return peek_data (KL_CHART (self));
}

/**
 * kl_data_chart_set_summary:
 * @self: a chart
 * @summary: (nullable): what it shows, in a sentence; %NULL to say only where it is highest
 */
void
kl_data_chart_set_summary (KlDataChart *self,
                           const char  *summary)
{
  KlDataChartPrivate *priv = kl_data_chart_get_instance_private (self);

  g_return_if_fail (KL_IS_DATA_CHART (self));

  if (g_strcmp0 (priv->summary, summary) == 0)
    return;

  g_free (priv->summary);
  priv->summary = g_strdup (summary);
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_data_chart_get_highest:
 * @self: a chart
 *
 * Returns: the greatest sum of a row, 0 where there is none
 */
double
kl_data_chart_get_highest (KlDataChart *self)
{
  KlChartData *data = kl_data_chart_get_data (self);
  double highest = 0;

  for (guint i = 0; i < kl_chart_data_get_n_rows (data); i++)
    highest = MAX (highest, kl_chart_data_get_total (data, i));
  return highest;
}
