/* kl-scatter-chart.c: two numbers of each row against each other, with the line on which they are the same */

#include "config.h"

#include "kl-scatter-chart.h"

#include <math.h>

#include "kl-chart-axis.h"

#define GAP KL_CHART_SHEET_GAP
#define TICK_SPACING 48.0
#define HEIGHT 300
/* Half a mark with the highlight around it. */
#define INSET 10.0
/* As near as this to the same is the same to the eye. */
#define SAME_PART 0.05

struct _KlScatterChart
{
  KlDataChart parent_instance;
};

G_DEFINE_FINAL_TYPE (KlScatterChart, kl_scatter_chart, KL_TYPE_DATA_CHART)

static double
find_highest (const KlChartData *data)
{
  double highest = 1;

  for (guint i = 0; i < kl_chart_data_get_n_rows (data); i++)
    for (guint j = 0; j < 2; j++)
      {
        double value = kl_chart_data_get_value (data, i, j);

        if (value > highest)
          highest = value;
      }
  return highest;
}

static void
lay_name (KlChartSheet *sheet,
          const char   *name,
          double        x,
          double        y,
          double        align_x)
{
  if (name != NULL)
    kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = name,
                                                     .x = x,
                                                     .y = y,
                                                     .align_x = align_x,
                                                     .max_width = MAX (sheet->field.width, 1),
                                                     .color = sheet->style->foreground,
                                                     .within = &sheet->field });
}

static void
lay_values_below (KlChartSheet       *sheet,
                  const KlChartData  *data,
                  const KlValueScale *across)
{
  double ticks[KL_VALUE_SCALE_MAX_TICKS];
  guint n_ticks = kl_value_scale_ticks (across, TICK_SPACING, FALSE, ticks);

  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *text = kl_chart_data_dup_text (data, ticks[i]);
      double x = round (kl_value_scale_get_place (across, ticks[i]));
      const cairo_rectangle_t line = { x, sheet->field.y, 1, sheet->field.height };

      kl_chart_sheet_add_rectangle (sheet, -1, &line, kl_chart_sheet_faint (sheet, sheet->style->foreground, 0.15));
      kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = text,
                                                       .x = x,
                                                       .y = sheet->field.y + sheet->field.height + GAP / 2,
                                                       .align_x = 0.5,
                                                       .color = sheet->style->hues[KL_CHART_HUE_PLAIN],
                                                       .within = &sheet->field });
    }
}

static void
lay_diagonal (KlChartSheet       *sheet,
              const KlValueScale *across,
              const KlValueScale *up)
{
  KlChartItem *item;

  kl_chart_sheet_add_point (sheet, across->start, up->start);
  kl_chart_sheet_add_point (sheet, across->end, kl_value_scale_get_place (up, across->high));
  item = kl_chart_sheet_end_points (sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (sheet, sheet->style->foreground, 0.45));
  item->line_width = 1.5;
  item->dash = 4;
}

/* Above, below and on the diagonal are three shapes. */
static KlChartShape
choose_shape (double difference)
{
  if (fabs (difference) <= SAME_PART)
    return KL_CHART_SHAPE_CIRCLE;
  return difference > 0 ? KL_CHART_SHAPE_TRIANGLE : KL_CHART_SHAPE_DOWN;
}

static void
lay_dots (KlChartSheet       *sheet,
          const KlChartData  *data,
          const KlValueScale *across,
          const KlValueScale *up)
{
  for (guint i = 0; i < kl_chart_data_get_n_rows (data); i++)
    {
      double expected = kl_chart_data_get_value (data, i, 0), actual = kl_chart_data_get_value (data, i, 1);
      double x = kl_value_scale_get_place (across, expected), y = kl_value_scale_get_place (up, actual);
      double difference = (actual - expected) / (across->high - across->low);

      if (isnan (difference))
        continue;

      kl_chart_sheet_add_shape (sheet, (int) i, choose_shape (difference), x, y,
                                sheet->style->hues[kl_chart_data_get_series_hue (data, 1)]);
      kl_chart_sheet_add_mark (sheet, &(KlChartMark) { (int) i, KL_CHART_MARK_DOT, { x, y, 0, 0 }, x, y });
    }
}

static void
kl_scatter_chart_lay_out (KlChart      *chart,
                          KlChartSheet *sheet)
{
  KlChartData *data = kl_data_chart_get_data (KL_DATA_CHART (chart));
  gboolean mirrored = sheet->style->right_to_left;
  double line;
  KlValueScale across, up;

  if (kl_chart_data_get_n_rows (data) == 0 || kl_chart_data_get_n_series (data) < 2)
    {
      kl_chart_axis_lay_nothing (sheet);
      return;
    }

  kl_chart_sheet_measure (sheet, "100", &line);
  sheet->room.y += line;
  sheet->room.height = MAX (sheet->room.height - line, 0);
  kl_chart_axis_cut (sheet, 0, 0, 2 * line + GAP + INSET);
  kl_chart_axis_lay_values (sheet, data, find_highest (data), &up);
  kl_value_scale_init (&across, up.low, up.high, sheet->field.x + INSET, sheet->field.x + sheet->field.width - INSET);
  sheet->field.height += INSET;
  lay_values_below (sheet, data, &across);
  lay_diagonal (sheet, &across, &up);
  lay_dots (sheet, data, &across, &up);
  /* What goes up is named where its values stand, what goes across at the end of its values. */
  lay_name (sheet, kl_chart_data_get_series_name (data, 1),
            mirrored ? sheet->field.x + sheet->field.width : sheet->field.x, sheet->field.y - line, mirrored ? 1 : 0);
  lay_name (sheet, kl_chart_data_get_series_name (data, 0), sheet->field.x + sheet->field.width,
            sheet->field.y + sheet->field.height + GAP / 2 + line, 1);
}

static int
kl_scatter_chart_get_height (KlChart *chart)
{
  return HEIGHT;
}

static void
kl_scatter_chart_class_init (KlScatterChartClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  chart_class->lay_out = kl_scatter_chart_lay_out;
  chart_class->get_height = kl_scatter_chart_get_height;
}

static void
kl_scatter_chart_init (KlScatterChart *self)
{
}

/**
 * kl_scatter_chart_new:
 *
 * Returns: (transfer full): a chart of nothing yet. Its data has two series: what goes across, as what was expected,
 *   and what goes up, as what came of it
 */
KlScatterChart *
kl_scatter_chart_new (void)
{
  return g_object_new (KL_TYPE_SCATTER_CHART, NULL);
}
