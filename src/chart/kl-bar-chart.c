/* kl-bar-chart.c: bars, upright or lying, whose series are stacked */

#include "config.h"

#include "kl-bar-chart.h"

#include <math.h>

#include "kl-chart-axis.h"
#include "kl-chart-text.h"

#define GAP KL_CHART_SHEET_GAP
/* A bar fills so much of its place, and is not wider than this. */
#define BAR_PART 0.7
#define WIDEST_BAR 32.0
#define LYING_BAR 24
/* Of the width, at most, for the labels of lying bars. */
#define LABELS_PART 0.45

struct _KlBarChart
{
  KlDataChart parent_instance;

  KlBarDirection direction;
};

G_DEFINE_FINAL_TYPE (KlBarChart, kl_bar_chart, KL_TYPE_DATA_CHART)

static KlChartData *
peek_data (KlBarChart *self)
{
  return kl_data_chart_get_data (KL_DATA_CHART (self));
}

/* The label of an upright bar is short: it stands below it. */
static char *
dup_short_label (const KlChartData *data,
                 guint              row,
                 gboolean           first)
{
  int day = kl_chart_data_get_day (data, row);

  if (day < 1)
    return kl_chart_data_dup_label (data, row, FALSE);
  return kl_chart_text_day (day, first ? KL_CHART_DATE_YEAR : KL_CHART_DATE_DAY);
}

/* Where labels do not all fit, every second, third … is written. */
static void
lay_labels (KlChartSheet      *sheet,
            const KlChartData *data,
            double             slot)
{
  guint n_rows = kl_chart_data_get_n_rows (data), every;
  double widest = 1;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = dup_short_label (data, i, FALSE);

      widest = MAX (widest, kl_chart_sheet_measure (sheet, text, NULL));
    }

  every = (guint) ceil (MIN ((widest + 2 * GAP) / MAX (slot, 0.001), n_rows));
  for (guint i = 0; i < n_rows; i += MAX (every, 1))
    {
      g_autofree char *text = dup_short_label (data, i, i == 0);

      kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = text,
                                                       .x = sheet->field.x + (i + 0.5) * slot,
                                                       .y = sheet->field.y + sheet->field.height + GAP / 2,
                                                       .align_x = 0.5,
                                                       .max_width = sheet->field.width,
                                                       .color = sheet->style->hues[KL_CHART_HUE_PLAIN],
                                                       .within = &sheet->field });
    }
}

static void
lay_upright_bar (KlChartSheet       *sheet,
                 const KlChartData  *data,
                 const KlValueScale *scale,
                 guint               row,
                 double              slot)
{
  double width = MAX (MIN (slot * BAR_PART, WIDEST_BAR), MIN (slot, 1));
  double x = sheet->field.x + (row + 0.5) * slot - width / 2;
  double bottom = sheet->field.y + sheet->field.height, sum = 0;
  KlChartMark mark = { (int) row, KL_CHART_MARK_BOX, { x, sheet->field.y, width, sheet->field.height }, x + width / 2,
                       bottom };

  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    {
      double value = kl_chart_data_get_value (data, row, i);
      double from = kl_value_scale_get_place (scale, sum);
      cairo_rectangle_t bar = { x, 0, width, 0 };

      if (!(value > 0))
        continue;
      sum += value;
      bar.y = kl_value_scale_get_place (scale, sum);
      /* What lies on another one is set off from it. */
      bar.height = MAX (from - bar.y - (sum > value ? 1 : 0), 0.5);
      kl_chart_sheet_add_rectangle (sheet, (int) row, &bar,
                                    sheet->style->hues[kl_chart_data_get_series_hue (data, i)]);
      mark.y = bar.y;
    }

  mark.area.y = mark.y;
  mark.area.height = bottom - mark.y;
  kl_chart_sheet_add_mark (sheet, &mark);
}

static void
lay_upright (KlBarChart   *self,
             KlChartSheet *sheet)
{
  KlChartData *data = peek_data (self);
  guint n_rows = kl_chart_data_get_n_rows (data);
  KlValueScale scale;
  double line, slot;

  kl_chart_sheet_measure (sheet, "100", &line);
  kl_chart_axis_lay_legend (sheet, data);
  kl_chart_axis_cut (sheet, 0, 0, line + GAP / 2);
  kl_chart_axis_lay_values (sheet, data, kl_data_chart_get_highest (KL_DATA_CHART (self)), &scale);
  slot = sheet->field.width / n_rows;
  for (guint i = 0; i < n_rows; i++)
    lay_upright_bar (sheet, data, &scale, i, slot);
  lay_labels (sheet, data, slot);
}

static void
lay_lying_bar (KlChartSheet      *sheet,
               const KlChartData *data,
               double             highest,
               guint              row,
               double             slot)
{
  gboolean mirrored = sheet->style->right_to_left;
  double height = MAX (MIN (slot * BAR_PART, WIDEST_BAR), MIN (slot, 1));
  double y = sheet->field.y + (row + 0.5) * slot - height / 2, length = 0;
  double edge = mirrored ? sheet->field.x + sheet->field.width : sheet->field.x, way = mirrored ? -1 : 1;
  double room = mirrored ? sheet->room.x + sheet->room.width - edge : edge - sheet->room.x;
  g_autofree char *label = kl_chart_data_dup_label (data, row, FALSE);
  g_autofree char *text = kl_chart_data_dup_text (data, kl_chart_data_get_total (data, row));

  for (guint i = 0; i < kl_chart_data_get_n_series (data); i++)
    {
      double value = kl_chart_data_get_value (data, row, i);
      double part = value > 0 ? value / highest * sheet->field.width : 0;
      cairo_rectangle_t bar = { edge + length, y, MAX (part - 1, 0), height };

      if (mirrored)
        bar.x = edge - length - part;
      kl_chart_sheet_add_rectangle (sheet, (int) row, &bar,
                                    sheet->style->hues[kl_chart_data_get_series_hue (data, i)]);
      length += part;
    }

  kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = label,
                                                   .x = edge - way * GAP,
                                                   .y = y + height / 2,
                                                   .align_x = mirrored ? 0 : 1,
                                                   .align_y = 0.5,
                                                   .max_width = MAX (room - GAP, 1),
                                                   .color = sheet->style->foreground });
  kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = text,
                                                   .x = edge + way * (length + GAP),
                                                   .y = y + height / 2,
                                                   .align_x = mirrored ? 1 : 0,
                                                   .align_y = 0.5,
                                                   .color = sheet->style->hues[KL_CHART_HUE_PLAIN] });
  kl_chart_sheet_add_mark (sheet, &(KlChartMark) { (int) row, KL_CHART_MARK_BOX,
                                                   { mirrored ? edge - length : edge, y, length, height },
                                                   edge + way * length, y + height / 2 });
}

static void
lay_lying (KlBarChart   *self,
           KlChartSheet *sheet)
{
  KlChartData *data = peek_data (self);
  guint n_rows = kl_chart_data_get_n_rows (data);
  double highest = MAX (kl_data_chart_get_highest (KL_DATA_CHART (self)), 1e-9), labels = 0, values = 0;
  double whole = sheet->room.width;
  cairo_rectangle_t room;

  kl_chart_axis_lay_legend (sheet, data);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *label = kl_chart_data_dup_label (data, i, FALSE);
      g_autofree char *text = kl_chart_data_dup_text (data, kl_chart_data_get_total (data, i));

      labels = MAX (labels, kl_chart_sheet_measure (sheet, label, NULL));
      values = MAX (values, kl_chart_sheet_measure (sheet, text, NULL));
    }

  room = sheet->room;
  kl_chart_axis_cut (sheet, MIN (labels + GAP, whole * LABELS_PART), values + GAP, 0);
  /* The labels lie in the room that was there, beside the field. */
  sheet->room = room;
  for (guint i = 0; i < n_rows; i++)
    lay_lying_bar (sheet, data, highest, i, sheet->field.height / n_rows);
}

static void
kl_bar_chart_lay_out (KlChart      *chart,
                      KlChartSheet *sheet)
{
  KlBarChart *self = KL_BAR_CHART (chart);

  if (kl_chart_data_get_n_rows (peek_data (self)) == 0)
    kl_chart_axis_lay_nothing (sheet);
  else if (self->direction == KL_BAR_DIRECTION_ALONG)
    lay_lying (self, sheet);
  else
    lay_upright (self, sheet);
}

static int
kl_bar_chart_get_stride (KlChart  *chart,
                         guint     mark,
                         int       direction,
                         gboolean  down)
{
  return down == (KL_BAR_CHART (chart)->direction == KL_BAR_DIRECTION_ALONG) ? direction : 0;
}

static int
kl_bar_chart_get_height (KlChart *chart)
{
  KlBarChart *self = KL_BAR_CHART (chart);

  if (self->direction == KL_BAR_DIRECTION_UP)
    return KL_CHART_CLASS (kl_bar_chart_parent_class)->get_height (chart);
  return (int) MIN (kl_chart_data_get_n_rows (peek_data (self)), 1000) * LYING_BAR + LYING_BAR;
}

static KlChart *
kl_bar_chart_dup_snapshot (KlChart *chart)
{
  KlChart *snapshot = KL_CHART_CLASS (kl_bar_chart_parent_class)->dup_snapshot (chart);

  KL_BAR_CHART (snapshot)->direction = KL_BAR_CHART (chart)->direction;
  return snapshot;
}

static void
kl_bar_chart_class_init (KlBarChartClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  chart_class->lay_out = kl_bar_chart_lay_out;
  chart_class->get_stride = kl_bar_chart_get_stride;
  chart_class->get_height = kl_bar_chart_get_height;
  chart_class->dup_snapshot = kl_bar_chart_dup_snapshot;
}

static void
kl_bar_chart_init (KlBarChart *self)
{
}

/**
 * kl_bar_chart_new:
 * @direction: where the bars grow to
 *
 * Returns: (transfer full): bars of nothing yet; values below 0 have no bar
 */
KlBarChart *
kl_bar_chart_new (KlBarDirection direction)
{
  KlBarChart *self = g_object_new (KL_TYPE_BAR_CHART, NULL);

  self->direction = direction;
  return self;
}
