/* kl-chart-axis.c: what stands around the marks of most charts: values, dates, the names of the series */

#include "config.h"

#include "kl-chart-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-chart-shape.h"
#include "model/kl-iso-date.h"

#define GAP KL_CHART_SHEET_GAP
/* Two lines of text between two values. */
#define TICK_SPACING 34.0

/**
 * kl_chart_axis_cut:
 * @sheet: a sheet
 * @before: how much to cut off the room where reading begins, in pixels
 * @after: how much where it ends
 * @below: how much below
 *
 * What is left is the room and the field.
 */
void
kl_chart_axis_cut (KlChartSheet *sheet,
                   double        before,
                   double        after,
                   double        below)
{
  sheet->room.x += sheet->style->right_to_left ? after : before;
  sheet->room.width = MAX (sheet->room.width - before - after, 0);
  sheet->room.height = MAX (sheet->room.height - below, 0);
  sheet->field = sheet->room;
  sheet->plot = sheet->room;
}

/* From above. */
static void
cut_line (KlChartSheet *sheet,
          double        height)
{
  sheet->room.y += height;
  sheet->room.height = MAX (sheet->room.height - height, 0);
}

/* From the top of the room downwards, and from @x in the direction of reading. */
static void
add_edge_text (KlChartSheet *sheet,
               const char   *text,
               double        x,
               KlChartColor  color)
{
  const KlChartText added = { .text = text,
                              .x = x,
                              .y = sheet->room.y,
                              .align_x = sheet->style->right_to_left ? 1 : 0,
                              .max_width = MAX (sheet->room.width, 1),
                              .color = color };

  kl_chart_sheet_add_text (sheet, &added);
}

/**
 * kl_chart_axis_lay_keys:
 * @sheet: a sheet
 * @words: (array zero-terminated=1): what stands above the field
 * @colors: (array): in which colour each
 *
 * Writes them beside each other, and below each other where a line is full.
 */
void
kl_chart_axis_lay_keys (KlChartSheet       *sheet,
                        const char *const  *words,
                        const KlChartColor *colors)
{
  gboolean mirrored = sheet->style->right_to_left;
  double used = 0, line = 0;

  if (words[0] == NULL)
    return;

  kl_chart_sheet_measure (sheet, "100", &line);
  for (guint i = 0; words[i] != NULL; i++)
    {
      double width = MIN (kl_chart_sheet_measure (sheet, words[i], NULL), sheet->room.width);

      if (used > 0 && used + width > sheet->room.width)
        {
          cut_line (sheet, line);
          used = 0;
        }
      add_edge_text (sheet, words[i], mirrored ? sheet->room.x + sheet->room.width - used : sheet->room.x + used,
                     colors[i]);
      used += width + 2 * GAP;
    }
  cut_line (sheet, line + GAP);
}

/**
 * kl_chart_axis_lay_legend:
 * @sheet: a sheet
 * @data: what it shows
 *
 * Names the series above the field, each with its colour and shape, where there are several.
 */
void
kl_chart_axis_lay_legend (KlChartSheet      *sheet,
                          const KlChartData *data)
{
  guint n_series = kl_chart_data_get_n_series (data);
  g_auto(GStrv) words = g_new0 (char *, n_series + 1);
  g_autofree KlChartColor *colors = g_new0 (KlChartColor, n_series + 1);

  for (guint i = 0; n_series > 1 && i < n_series; i++)
    {
      KlChartShape shape = kl_chart_shape_for_rank (kl_chart_data_get_series_rank (data, i));

      words[i] = g_strdup_printf ("%s %s", kl_chart_shape_get_text (shape), kl_chart_data_get_series_name (data, i));
      colors[i] = sheet->style->hues[kl_chart_data_get_series_hue (data, i)];
    }
  kl_chart_axis_lay_keys (sheet, (const char *const *) words, colors);
}

/* Spans are counted in minutes and hours: their round values are others than those of tens. */
static double
get_unit_size (const KlChartData *data,
               double             highest)
{
  if (kl_chart_data_get_unit (data) != KL_CHART_UNIT_SECONDS)
    return 1;
  return highest > 2 * 3600 ? 3600 : 60;
}

static guint
find_ticks (const KlChartData  *data,
            const KlValueScale *scale,
            double              ticks[KL_VALUE_SCALE_MAX_TICKS])
{
  gboolean whole = kl_chart_data_get_unit (data) != KL_CHART_UNIT_PERCENT;
  double size = get_unit_size (data, scale->high);
  const KlValueScale units = { scale->low / size, scale->high / size, scale->start, scale->end };
  guint n_ticks = kl_value_scale_ticks (&units, TICK_SPACING, whole, ticks);

  for (guint i = 0; i < n_ticks; i++)
    ticks[i] *= size;
  return n_ticks;
}

/**
 * kl_chart_axis_lay_values:
 * @sheet: a sheet, from which everything above and below the field is cut already
 * @data: what it shows
 * @highest: the highest value, from 0
 * @scale: (out caller-allocates): gets the values from the bottom of the field, 0, to its top
 *
 * Cuts the room for the values off where reading begins, and draws them with a line of the grid each. Percent always
 * reach up to 100.
 */
void
kl_chart_axis_lay_values (KlChartSheet      *sheet,
                          const KlChartData *data,
                          double             highest,
                          KlValueScale      *scale)
{
  gboolean percent = kl_chart_data_get_unit (data) == KL_CHART_UNIT_PERCENT;
  gboolean mirrored = sheet->style->right_to_left;
  double size = get_unit_size (data, highest), widest = 0, ticks[KL_VALUE_SCALE_MAX_TICKS];
  double bottom = sheet->room.y + sheet->room.height, top = sheet->room.y + GAP;
  guint n_ticks;

  kl_value_scale_init (scale, 0, percent ? 100 : MAX (highest, 1) / size, bottom, MIN (top, bottom));
  kl_value_scale_widen (scale, TICK_SPACING, !percent);
  scale->high *= size;
  n_ticks = find_ticks (data, scale, ticks);
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *text = kl_chart_data_dup_text (data, ticks[i]);

      widest = MAX (widest, kl_chart_sheet_measure (sheet, text, NULL));
    }

  kl_chart_axis_cut (sheet, widest + GAP, 0, 0);
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *value = kl_chart_data_dup_text (data, ticks[i]);
      double y = round (kl_value_scale_get_place (scale, ticks[i]));
      const cairo_rectangle_t line = { sheet->field.x, MIN (y, bottom - 1), sheet->field.width, 1 };
      const KlChartText text = { .text = value,
                                 .x = mirrored ? sheet->field.x + sheet->field.width + GAP : sheet->field.x - GAP,
                                 .y = y,
                                 .align_x = mirrored ? 0 : 1,
                                 .align_y = 0.5,
                                 .color = sheet->style->hues[KL_CHART_HUE_PLAIN] };

      kl_chart_sheet_add_rectangle (sheet, -1, &line,
                                    kl_chart_sheet_faint (sheet, sheet->style->foreground, i == 0 ? 0.35 : 0.15));
      kl_chart_sheet_add_text (sheet, &text);
    }
}

/**
 * kl_chart_axis_lay_dates:
 * @sheet: a sheet with its field, below which a line is free
 * @scale: the days of the field
 *
 * Writes round dates under their days.
 */
void
kl_chart_axis_lay_dates (KlChartSheet      *sheet,
                         const KlTimeScale *scale)
{
  KlTimeTick ticks[KL_TIME_SCALE_MAX_TICKS];
  g_autofree char *sample = kl_chart_text_day (kl_iso_date_parse_day ("2028-09-28"), KL_CHART_DATE_YEAR);
  double width = kl_chart_sheet_measure (sheet, sample, NULL) + 2 * GAP;
  guint n_ticks = kl_time_scale_ticks (scale, width, sheet->style->first_weekday, ticks);

  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *text = kl_chart_text_day (ticks[i].day, ticks[i].form);

      kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = text,
                                                       .x = kl_time_scale_get_x (scale, ticks[i].day),
                                                       .y = sheet->field.y + sheet->field.height + GAP / 2,
                                                       .align_x = 0.5,
                                                       .color = sheet->style->hues[KL_CHART_HUE_PLAIN],
                                                       .within = &sheet->field });
    }
}

/**
 * kl_chart_axis_lay_nothing:
 * @sheet: a sheet
 *
 * Says in the middle that there is nothing to show.
 */
void
kl_chart_axis_lay_nothing (KlChartSheet *sheet)
{
  sheet->field = sheet->room;
  kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = _("Nothing to show yet"),
                                                   .x = sheet->room.x + sheet->room.width / 2,
                                                   .y = sheet->room.y + sheet->room.height / 2,
                                                   .align_x = 0.5,
                                                   .align_y = 0.5,
                                                   .max_width = MAX (sheet->room.width, 1),
                                                   .color = sheet->style->hues[KL_CHART_HUE_PLAIN] });
}
