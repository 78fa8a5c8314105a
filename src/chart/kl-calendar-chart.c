/* kl-calendar-chart.c: how much was done on each day, weeks beside each other
 *
 * A day's field is filled the more the more there was: not its colour tells, but its size.
 */

#include "config.h"

#include "kl-calendar-chart.h"

#include <math.h>

#include "kl-chart-axis.h"
#include "kl-chart-text.h"

#define GAP KL_CHART_SHEET_GAP
#define SMALLEST_FIELD 11.0
#define LARGEST_FIELD 18.0
#define BETWEEN 2.0
#define N_LEVELS 4
#define HEIGHT 156
/* Day 1 of the calendar was a Monday. */
#define MONDAY 1

struct _KlCalendarChart
{
  KlDataChart parent_instance;
};

G_DEFINE_FINAL_TYPE (KlCalendarChart, kl_calendar_chart, KL_TYPE_DATA_CHART)

/**
 * Grid:
 * @first_day: the first day of the first week
 * @n_weeks: how many weeks are seen
 * @x: where the first week stands
 * @y: where the first day of a week stands
 * @size: of a day with what is between two
 */
typedef struct
{
  int first_day;
  int n_weeks;
  double x;
  double y;
  double size;
} Grid;

static int
begin_week (int          day,
            GDateWeekday first_weekday)
{
  int beginning = MONDAY + (first_weekday != G_DATE_BAD_WEEKDAY ? (int) first_weekday - 1 : 0);

  return day - ((day - beginning) % 7 + 7) % 7;
}

/* “Mon”, in the person's language. */
static char *
dup_weekday (int day)
{
  g_autoptr(GDateTime) monday = g_date_time_new_utc (2024, 1, 1, 12, 0, 0);
  g_autoptr(GDateTime) time = g_date_time_add_days (monday, ((day - MONDAY) % 7 + 7) % 7);

  return g_date_time_format (time, "%a");
}

static double
measure_weekdays (const KlChartSheet *sheet)
{
  double widest = 0;

  for (int i = 0; i < 7; i++)
    {
      g_autofree char *text = dup_weekday (MONDAY + i);

      widest = MAX (widest, kl_chart_sheet_measure (sheet, text, NULL));
    }
  return widest;
}

/* As many weeks as have room, the latest ones. */
static void
init_grid (Grid              *self,
           KlChartSheet      *sheet,
           const KlChartData *data)
{
  guint n_rows = kl_chart_data_get_n_rows (data);
  int first = begin_week (kl_chart_data_get_day (data, 0), sheet->style->first_weekday);
  int last = begin_week (kl_chart_data_get_day (data, n_rows - 1), sheet->style->first_weekday);
  int n_weeks = (last - first) / 7 + 1;
  double line;

  kl_chart_sheet_measure (sheet, "100", &line);
  sheet->room.y += line + GAP / 2;
  sheet->room.height = MAX (sheet->room.height - line - GAP / 2, 0);
  kl_chart_axis_cut (sheet, measure_weekdays (sheet) + GAP, 0, 0);
  self->size = CLAMP (MIN (sheet->field.width / n_weeks, sheet->field.height / 7), SMALLEST_FIELD, LARGEST_FIELD);
  self->n_weeks = CLAMP ((int) (sheet->field.width / self->size), 1, n_weeks);
  self->first_day = last - 7 * (self->n_weeks - 1);
  self->x = sheet->field.x;
  self->y = sheet->field.y;
  if (sheet->style->right_to_left)
    self->x += sheet->field.width - self->n_weeks * self->size;
}

static void
lay_day (KlChartSheet      *sheet,
         const Grid        *grid,
         const KlChartData *data,
         guint              row,
         double             highest)
{
  int past = kl_chart_data_get_day (data, row) - grid->first_day;
  double size = grid->size - BETWEEN, value = kl_chart_data_get_total (data, row);
  int week = past / 7, weekday = past % 7;
  cairo_rectangle_t area = { grid->x + week * grid->size, grid->y + weekday * grid->size, size, size };
  double level = value > 0 ? ceil (CLAMP (value / highest, 1e-9, 1) * N_LEVELS) : 0;
  /* The least of something is still seen, and all of it fills the field. */
  double side = level > 0 ? size * (1 + level) / (1 + N_LEVELS) : 0;
  KlChartMark mark = { (int) row, KL_CHART_MARK_BOX, area, area.x + size / 2, area.y + size / 2 };

  if (past < 0)
    return;

  kl_chart_sheet_add_rectangle (sheet, (int) row, &area, kl_chart_sheet_faint (sheet, sheet->style->foreground, 0.1));
  area.x = mark.x - side / 2;
  area.y = mark.y - side / 2;
  area.width = area.height = side;
  kl_chart_sheet_add_rectangle (sheet, (int) row, &area,
                                sheet->style->hues[kl_chart_data_get_series_hue (data, 0)]);
  kl_chart_sheet_add_mark (sheet, &mark);
}

/* Every second day of the week is enough to count by. */
static void
lay_weekdays (KlChartSheet *sheet,
              const Grid   *grid)
{
  gboolean mirrored = sheet->style->right_to_left;

  for (int i = 0; i < 7; i += 2)
    {
      g_autofree char *name = dup_weekday (grid->first_day + i);
      const KlChartText text = { .text = name,
                                 .x = mirrored ? sheet->field.x + sheet->field.width + GAP : sheet->field.x - GAP,
                                 .y = grid->y + (i + 0.5) * grid->size - BETWEEN / 2,
                                 .align_x = mirrored ? 0 : 1,
                                 .align_y = 0.5,
                                 .color = sheet->style->hues[KL_CHART_HUE_PLAIN] };

      kl_chart_sheet_add_text (sheet, &text);
    }
}

/* A month is named over the week in which it begins. */
static void
lay_months (KlChartSheet *sheet,
            const Grid   *grid)
{
  gboolean named = FALSE;
  double line;

  kl_chart_sheet_measure (sheet, "100", &line);
  for (int day = grid->first_day; day < grid->first_day + 7 * grid->n_weeks; day++)
    {
      int week = (day - grid->first_day) / 7;
      g_autofree char *text = NULL;
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) MAX (day, 1));
      if (g_date_get_day (&date) != 1)
        continue;

      text = kl_chart_text_day (day, !named || g_date_get_month (&date) == G_DATE_JANUARY ? KL_CHART_DATE_MONTH
                                                                                            : KL_CHART_DATE_MONTH_ONLY);
      if (kl_chart_sheet_add_text (sheet, &(KlChartText) { .text = text,
                                                           .x = grid->x + week * grid->size,
                                                           .y = sheet->field.y - line - GAP / 2,
                                                           .color = sheet->style->hues[KL_CHART_HUE_PLAIN],
                                                           .within = &sheet->field }))
        named = TRUE;
    }
}

static void
kl_calendar_chart_lay_out (KlChart      *chart,
                           KlChartSheet *sheet)
{
  KlChartData *data = kl_data_chart_get_data (KL_DATA_CHART (chart));
  guint n_rows = kl_chart_data_get_n_rows (data);
  double highest = MAX (kl_data_chart_get_highest (KL_DATA_CHART (chart)), 1e-9);
  Grid grid;

  if (n_rows == 0)
    {
      kl_chart_axis_lay_nothing (sheet);
      return;
    }

  init_grid (&grid, sheet, data);
  for (guint i = 0; i < n_rows; i++)
    lay_day (sheet, &grid, data, i, highest);
  lay_weekdays (sheet, &grid);
  lay_months (sheet, &grid);
}

static int
kl_calendar_chart_get_stride (KlChart  *chart,
                              guint     mark,
                              int       direction,
                              gboolean  down)
{
  return down ? direction : 7 * direction;
}

static int
kl_calendar_chart_get_height (KlChart *chart)
{
  return HEIGHT;
}

static void
kl_calendar_chart_class_init (KlCalendarChartClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  chart_class->lay_out = kl_calendar_chart_lay_out;
  chart_class->get_stride = kl_calendar_chart_get_stride;
  chart_class->get_height = kl_calendar_chart_get_height;
}

static void
kl_calendar_chart_init (KlCalendarChart *self)
{
}

/**
 * kl_calendar_chart_new:
 *
 * Returns: (transfer full): a calendar of nothing yet. Its data has a row for each day, of which none is left out
 *   between the first and the last; a day's field shows the sum of its series, in the colour of the first of them
 */
KlCalendarChart *
kl_calendar_chart_new (void)
{
  return g_object_new (KL_TYPE_CALENDAR_CHART, NULL);
}
