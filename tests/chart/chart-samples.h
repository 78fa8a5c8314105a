#pragma once

#include <math.h>

#include "chart/kl-area-chart.h"
#include "chart/kl-bar-chart.h"
#include "chart/kl-calendar-chart.h"
#include "chart/kl-scatter-chart.h"
#include "model/kl-iso-date.h"

/* A chart of each kind, with the same numbers each time. */

static inline KlChart *
sample_finish (gpointer     chart,
               KlChartData *data,
               const char  *title)
{
  kl_data_chart_set_data (chart, data);
  kl_chart_set_title (chart, title);
  kl_chart_data_unref (data);
  return chart;
}

static inline KlChart *
sample_weeks (guint n_weeks)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, "Week");

  kl_chart_data_add_series (data, "Attempts", KL_CHART_HUE_BLUE, -1);
  for (guint i = 0; i < n_weeks; i++)
    {
      const double value = (i * 7 + 3) % 11;

      kl_chart_data_add_day (data, kl_iso_date_parse_day ("2025-09-29") + (int) (7 * i), &value);
    }
  return sample_finish (kl_bar_chart_new (KL_BAR_DIRECTION_UP), data, "Attempts a Week");
}

static inline KlChart *
sample_ranked (guint n_rows)
{
  static const char *const labels[] = { "Write hole", "Rebuild reads every other drive from end to end", "Parity",
                                        "Journal", "Copy on write" };
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, "Point");

  kl_chart_data_add_series (data, "Times missed", KL_CHART_HUE_RED, -1);
  for (guint i = 0; i < n_rows; i++)
    {
      const double value = n_rows - i;

      kl_chart_data_add_row (data, labels[i % G_N_ELEMENTS (labels)], &value);
      kl_chart_data_set_target (data, labels[i % G_N_ELEMENTS (labels)]);
    }
  return sample_finish (kl_bar_chart_new (KL_BAR_DIRECTION_ALONG), data, "Points Most Often Missed");
}

static inline void
sample_add_bands (KlChartData *data)
{
  kl_chart_data_add_series (data, "Needs Review", KL_CHART_HUE_RED, 3);
  kl_chart_data_add_series (data, "Fair", KL_CHART_HUE_ORANGE, 2);
  kl_chart_data_add_series (data, "Good", KL_CHART_HUE_YELLOW, 1);
  kl_chart_data_add_series (data, "Strong", KL_CHART_HUE_GREEN, 0);
}

static inline KlChart *
sample_due (guint n_weeks)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, "Week");

  sample_add_bands (data);
  for (guint i = 0; i < n_weeks; i++)
    {
      const double values[] = { i % 3, (i * 5) % 4, i == 2 ? (double) NAN : (i * 3) % 5, i % 2 };

      kl_chart_data_add_day (data, kl_iso_date_parse_day ("2025-12-01") + (int) (7 * i), values);
    }
  return sample_finish (kl_bar_chart_new (KL_BAR_DIRECTION_UP), data, "Due in the Next Weeks");
}

static inline KlChart *
sample_bands (guint n_days)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, "Day");

  sample_add_bands (data);
  for (guint i = 0; i < n_days; i++)
    {
      const double values[] = { 6 - 5.0 * i / n_days, 3 + (i / 9) % 3, 2 + (i / 13) % 4, 8.0 * i / n_days };

      kl_chart_data_add_day (data, kl_iso_date_parse_day ("2025-10-10") + (int) (3 * i), values);
    }
  return sample_finish (kl_area_chart_new (), data, "Bands over Time");
}

static inline KlChart *
sample_activity (guint n_days)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_SECONDS, "Day");

  kl_chart_data_add_series (data, "Studied", KL_CHART_HUE_GREEN, -1);
  for (guint i = 0; i < n_days; i++)
    {
      const double value = (i * 13) % 7 < 3 ? 0 : 300 * ((i * 17) % 13);

      kl_chart_data_add_day (data, kl_iso_date_parse_day ("2025-10-01") + (int) i, &value);
    }
  return sample_finish (kl_calendar_chart_new (), data, "Activity");
}

static inline KlChart *
sample_calibration (guint n_rows)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_PERCENT, "Topic");

  kl_chart_data_add_series (data, "Expected", KL_CHART_HUE_PLAIN, -1);
  kl_chart_data_add_series (data, "Actual", KL_CHART_HUE_BLUE, -1);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *label = g_strdup_printf ("Topic %u", i + 1);
      double expected = (i * 37) % 101, actual = expected - 25 + (i * 11) % 41;
      const double values[] = { expected, i == 3 ? (double) NAN : CLAMP (actual, 0, 100) };

      kl_chart_data_add_row (data, label, values);
    }
  return sample_finish (kl_scatter_chart_new (), data, "Expected against Actual");
}

typedef KlChart *(*SampleFunc) (guint n_rows);

static const struct
{
  const char *name;
  SampleFunc make;
  guint n_rows;
} samples[] = {
  { "weeks", sample_weeks, 12 },    { "ranked", sample_ranked, 5 },       { "due", sample_due, 8 },
  { "bands", sample_bands, 40 },    { "activity", sample_activity, 190 }, { "calibration", sample_calibration, 24 },
};
