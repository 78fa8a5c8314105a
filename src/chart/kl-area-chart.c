/* kl-area-chart.c: areas stacked over time, as how many topics are in each band */

#include "config.h"

#include "kl-area-chart.h"

#include <math.h>

#include "kl-chart-axis.h"

#define GAP KL_CHART_SHEET_GAP
/* Of the width, at most, for the names of the series. */
#define NAMES_PART 0.3
/* A single day is as wide as this. */
#define ALONE 32.0
/* Fewer days are not worth a closer look. */
#define SMALLEST_DAYS 14.0

struct _KlAreaChart
{
  KlDataChart parent_instance;
};

G_DEFINE_FINAL_TYPE (KlAreaChart, kl_area_chart, KL_TYPE_DATA_CHART)

static KlChartData *
peek_data (gpointer self)
{
  return kl_data_chart_get_data (self);
}

static void
find_days (const KlChartData *data,
           int               *first,
           int               *last)
{
  guint n_rows = kl_chart_data_get_n_rows (data);

  *first = kl_chart_data_get_day (data, 0);
  *last = kl_chart_data_get_day (data, n_rows > 0 ? n_rows - 1 : 0);
}

/* The height in the stack under a series, or under the one above it. */
static double
get_level (const KlChartData *data,
           guint              row,
           guint              n_series)
{
  double level = 0;

  for (guint i = 0; i < n_series; i++)
    {
      double value = kl_chart_data_get_value (data, row, i);

      level += value > 0 ? value : 0;
    }
  return level;
}

static void
lay_area (KlChartSheet       *sheet,
          const KlChartData  *data,
          const KlTimeScale  *time,
          const KlValueScale *scale,
          guint               series)
{
  guint n_rows = kl_chart_data_get_n_rows (data);
  double aside = n_rows == 1 ? ALONE / 2 : 0;
  KlChartColor color = sheet->style->hues[kl_chart_data_get_series_hue (data, series)];

  for (guint i = 0; i < n_rows; i++)
    {
      double x = kl_time_scale_get_x (time, kl_chart_data_get_day (data, i));
      double y = kl_value_scale_get_place (scale, get_level (data, i, series + 1));

      kl_chart_sheet_add_point (sheet, x - aside, y);
      if (aside > 0)
        kl_chart_sheet_add_point (sheet, x + aside, y);
    }
  for (guint i = n_rows; i > 0; i--)
    {
      double x = kl_time_scale_get_x (time, kl_chart_data_get_day (data, i - 1));
      double y = kl_value_scale_get_place (scale, get_level (data, i - 1, series));

      if (aside > 0)
        kl_chart_sheet_add_point (sheet, x + aside, y);
      kl_chart_sheet_add_point (sheet, x - aside, y);
    }
  kl_chart_sheet_end_points (sheet, KL_CHART_ITEM_AREA, -1, kl_chart_sheet_faint (sheet, color, 0.5))->inside = TRUE;
}

/* What separates two areas is more than their colours. */
static void
lay_edge (KlChartSheet       *sheet,
          const KlChartData  *data,
          const KlTimeScale  *time,
          const KlValueScale *scale,
          guint               series)
{
  guint n_rows = kl_chart_data_get_n_rows (data);
  KlChartItem *item;

  for (guint i = 0; i < n_rows; i++)
    kl_chart_sheet_add_point (sheet, kl_time_scale_get_x (time, kl_chart_data_get_day (data, i)),
                              kl_value_scale_get_place (scale, get_level (data, i, series + 1)));
  item = kl_chart_sheet_end_points (sheet, KL_CHART_ITEM_LINE, -1,
                                    sheet->style->high_contrast
                                    ? sheet->style->background
                                    : sheet->style->hues[kl_chart_data_get_series_hue (data, series)]);
  item->line_width = sheet->style->high_contrast ? 2 : 1.5;
  item->inside = TRUE;
}

static char *
dup_name (const KlChartData *data,
          guint              series)
{
  int rank = kl_chart_data_get_series_rank (data, series);
  const char *name = kl_chart_data_get_series_name (data, series);

  if (rank < 0)
    return g_strdup (name);
  return g_strdup_printf ("%s %s", kl_chart_shape_get_text (kl_chart_shape_for_rank (rank)), name);
}

static double
measure_names (KlChartSheet      *sheet,
               const KlChartData *data)
{
  double widest = 0;

  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    {
      g_autofree char *name = dup_name (data, i);

      widest = MAX (widest, kl_chart_sheet_measure (sheet, name, NULL));
    }
  return MIN (widest, sheet->room.width * NAMES_PART);
}

/* Whether each area is thick enough at that row for its name to stand beside it. */
static gboolean
have_names_room (const KlChartData *data,
                 guint              row,
                 double             line_value)
{
  double last_middle = -line_value;

  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    {
      double from = get_level (data, row, i), to = get_level (data, row, i + 1);

      if (to <= from || (from + to) / 2 - last_middle < line_value)
        return FALSE;
      last_middle = (from + to) / 2;
    }
  return TRUE;
}

/* The row at the edge where reading ends. */
static guint
find_edge (const KlChartSheet *sheet,
           const KlChartData  *data)
{
  guint n_rows = kl_chart_data_get_n_rows (data), edge = sheet->style->right_to_left ? 0 : n_rows - 1;
  KlTimeScale time;
  int first, last;

  find_days (data, &first, &last);
  kl_time_scale_init (&time, 0, 1, first, last, sheet->view);
  if (sheet->style->right_to_left)
    while (edge + 1 < n_rows && kl_time_scale_get_x (&time, kl_chart_data_get_day (data, edge)) < 0)
      edge++;
  else
    while (edge > 0 && kl_time_scale_get_x (&time, kl_chart_data_get_day (data, edge)) > 1)
      edge--;
  return edge;
}

/* Beside the area where reading ends. */
static void
lay_names (KlChartSheet       *sheet,
           const KlChartData  *data,
           const KlValueScale *scale,
           guint               row,
           double              width)
{
  gboolean mirrored = sheet->style->right_to_left;

  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    {
      g_autofree char *name = dup_name (data, i);
      double from = kl_value_scale_get_place (scale, get_level (data, row, i));
      double to = kl_value_scale_get_place (scale, get_level (data, row, i + 1));
      const KlChartText text = { .text = name,
                                 .x = mirrored ? sheet->field.x - GAP : sheet->field.x + sheet->field.width + GAP,
                                 .y = (from + to) / 2,
                                 .align_x = mirrored ? 1 : 0,
                                 .align_y = 0.5,
                                 .max_width = MAX (width, 1),
                                 .color = sheet->style->hues[kl_chart_data_get_series_hue (data, i)] };

      kl_chart_sheet_add_text (sheet, &text);
    }
}

/* Each row is hit half way to its neighbours. */
static void
lay_marks (KlChartSheet      *sheet,
           const KlChartData *data,
           const KlTimeScale *time)
{
  guint n_rows = kl_chart_data_get_n_rows (data);
  double left = sheet->field.x, right = sheet->field.x + sheet->field.width;

  for (guint i = 0; i < n_rows; i++)
    {
      double x = kl_time_scale_get_x (time, kl_chart_data_get_day (data, i));
      double before = i > 0 ? kl_time_scale_get_x (time, kl_chart_data_get_day (data, i - 1)) : left;
      double after = i + 1 < n_rows ? kl_time_scale_get_x (time, kl_chart_data_get_day (data, i + 1)) : right;
      double from = CLAMP ((x + before) / 2, left, right), to = CLAMP ((x + after) / 2, left, right);

      if (x < left - 0.5 || x > right + 0.5)
        continue;

      kl_chart_sheet_add_mark (sheet, &(KlChartMark) { (int) i, KL_CHART_MARK_COLUMN,
                                                       { from, sheet->field.y, to - from, sheet->field.height },
                                                       x, sheet->field.y });
    }
}

/* The series are named beside their areas, or above all where one of them would not be. Returns how wide that is. */
static double
lay_legend (KlChartSheet      *sheet,
            const KlChartData *data,
            double             highest,
            double             line)
{
  double line_value = highest * line / MAX (sheet->room.height - line - GAP, 1);

  if (have_names_room (data, find_edge (sheet, data), line_value))
    return measure_names (sheet, data);

  kl_chart_axis_lay_legend (sheet, data);
  return 0;
}

static void
kl_area_chart_lay_out (KlChart      *chart,
                       KlChartSheet *sheet)
{
  KlChartData *data = peek_data (chart);
  double line, names, highest = kl_data_chart_get_highest (KL_DATA_CHART (chart));
  KlTimeScale time;
  KlValueScale scale;
  int first, last;

  if (kl_chart_data_get_n_rows (data) == 0)
    {
      kl_chart_axis_lay_nothing (sheet);
      return;
    }

  kl_chart_sheet_measure (sheet, "100", &line);
  names = lay_legend (sheet, data, MAX (highest, 1), line);
  kl_chart_axis_cut (sheet, 0, names > 0 ? names + GAP : 0, line + GAP / 2);
  kl_chart_axis_lay_values (sheet, data, highest, &scale);
  find_days (data, &first, &last);
  kl_time_scale_init (&time, sheet->field.x, sheet->field.width, first, last, sheet->view);
  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    lay_area (sheet, data, &time, &scale, i);
  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    lay_edge (sheet, data, &time, &scale, i);
  if (names > 0)
    lay_names (sheet, data, &scale, find_edge (sheet, data), names);
  lay_marks (sheet, data, &time);
  kl_chart_axis_lay_dates (sheet, &time);
}

static double
kl_area_chart_get_smallest_view (KlChart *chart)
{
  int first, last;

  find_days (peek_data (chart), &first, &last);
  return last - first > SMALLEST_DAYS ? SMALLEST_DAYS / (last - first) : 1;
}

static double
kl_area_chart_get_place (KlChart *chart,
                         guint    mark)
{
  int first, last;

  find_days (peek_data (chart), &first, &last);
  return last > first ? (kl_chart_data_get_day (peek_data (chart), mark) - first) / (double) (last - first) : 0.5;
}

static void
kl_area_chart_class_init (KlAreaChartClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  chart_class->lay_out = kl_area_chart_lay_out;
  chart_class->get_smallest_view = kl_area_chart_get_smallest_view;
  chart_class->get_place = kl_area_chart_get_place;
}

static void
kl_area_chart_init (KlAreaChart *self)
{
}

/**
 * kl_area_chart_new:
 *
 * Returns: (transfer full): areas of nothing yet. Each row of its data is a day; the first series lies at the bottom
 */
KlAreaChart *
kl_area_chart_new (void)
{
  return g_object_new (KL_TYPE_AREA_CHART, NULL);
}
