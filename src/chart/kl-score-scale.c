/* kl-score-scale.c: days and percent as places in a picture
 *
 * The second of a chart's three parts: mathematics only. No day at all, one day, and thousands of years are handled
 * here, so that nobody else needs to.
 */

#include "config.h"

#include "kl-score-scale.h"

#include <math.h>

/* How far apart two marks of different days are kept, as a part of what two of one day are. */
#define NEIGHBOUR_SPACING 0.35

/* A way to step through time that people count in; months and years are not a fixed number of days. */
typedef struct
{
  int  days;
  guint months;
} Step;

static const Step steps[] = {
  { 1, 0 },    { 2, 0 },    { 7, 0 },      { 14, 0 },     { 30, 1 },       { 61, 2 },       { 91, 3 },
  { 183, 6 },  { 365, 12 }, { 731, 24 },   { 1826, 60 },  { 3653, 120 },   { 7305, 240 },   { 18263, 600 },
  { 36525, 1200 }, { 73050, 2400 }, { 182625, 6000 }, { 365250, 12000 }, { 730500, 24000 },
};

/**
 * kl_score_scale_init:
 * @self: (out caller-allocates): a scale
 * @plot: where to draw, in pixels
 * @days: (array length=n_days): Julian days in ascending order; 0 for what has no date
 * @n_days: how many
 * @today: the present day, which is shown too; 0 where it is not
 */
void
kl_score_scale_init (KlScoreScale            *self,
                     const cairo_rectangle_t *plot,
                     const int               *days,
                     guint                    n_days,
                     int                      today)
{
  guint dated = 0;

  while (dated < n_days && days[dated] < 1)
    dated++;

  self->plot = *plot;
  self->plot.width = MAX (plot->width, 0);
  self->plot.height = MAX (plot->height, 0);
  self->first_day = dated < n_days ? days[dated] : today;
  self->last_day = dated < n_days ? days[n_days - 1] : today;
  if (today > 0)
    {
      self->first_day = MIN (self->first_day, today);
      self->last_day = MAX (self->last_day, today);
    }
}

/**
 * kl_score_scale_get_x:
 * @self: a scale
 * @day: a Julian day; what has none stands at the first one
 *
 * Returns: its place from the left, inside the plot; the middle where all is one day
 */
double
kl_score_scale_get_x (const KlScoreScale *self,
                      int                 day)
{
  double part = 0.5;

  if (self->last_day > self->first_day)
    part = (CLAMP (day, self->first_day, self->last_day) - self->first_day)
           / ((double) self->last_day - self->first_day);

  return self->plot.x + part * self->plot.width;
}

/**
 * kl_score_scale_get_y:
 * @self: a scale
 * @percent: 0–100; what lies outside stands at the edge
 *
 * Returns: its place from the top, inside the plot
 */
double
kl_score_scale_get_y (const KlScoreScale *self,
                      double              percent)
{
  double value = isnan (percent) ? 0 : CLAMP (percent, 0, 100);

  return self->plot.y + (1 - value / 100) * self->plot.height;
}

/* Pools neighbours that would stand in the wrong order and gives them their mean (the pool-adjacent-violators
 * algorithm): of all places in the right order these are nearest to the wanted ones, by least squares. */
static void
put_in_order (double *places,
              guint   n_places)
{
  g_autofree double *means = g_new (double, n_places);
  g_autofree guint *sizes = g_new (guint, n_places);
  guint n_pools = 0;

  for (guint i = 0; i < n_places; i++)
    {
      means[n_pools] = places[i];
      sizes[n_pools] = 1;
      n_pools++;
      while (n_pools > 1 && means[n_pools - 2] > means[n_pools - 1])
        {
          guint size = sizes[n_pools - 2] + sizes[n_pools - 1];

          means[n_pools - 2]
            = (means[n_pools - 2] * sizes[n_pools - 2] + means[n_pools - 1] * sizes[n_pools - 1]) / size;
          sizes[n_pools - 2] = size;
          n_pools--;
        }
    }

  for (guint i = 0, pool = 0; pool < n_pools; pool++)
    for (guint j = 0; j < sizes[pool]; j++, i++)
      places[i] = means[pool];
}

/**
 * kl_score_scale_spread:
 * @self: a scale
 * @days: (array length=n_days): Julian days in ascending order
 * @n_days: how many
 * @spacing: how far apart marks of one day are to stand, in pixels
 * @positions: (array length=n_days) (out caller-allocates): the places from the left
 *
 * Places the marks as near to their days as they can be with several of one day side by side, in their order and
 * inside the plot. Where there is not enough room for all, they move closer together.
 */
void
kl_score_scale_spread (const KlScoreScale *self,
                       const int          *days,
                       guint               n_days,
                       double              spacing,
                       double             *positions)
{
  g_autofree double *offsets = NULL;
  double room = 1;

  if (n_days == 0)
    return;

  offsets = g_new0 (double, n_days);
  for (guint i = 1; i < n_days; i++)
    offsets[i] = offsets[i - 1] + (days[i] == days[i - 1] ? spacing : spacing * NEIGHBOUR_SPACING);
  if (offsets[n_days - 1] > self->plot.width)
    room = self->plot.width / offsets[n_days - 1];

  for (guint i = 0; i < n_days; i++)
    positions[i] = kl_score_scale_get_x (self, days[i]) - offsets[i] * room;
  put_in_order (positions, n_days);

  for (guint i = 0; i < n_days; i++)
    {
      double rightmost = self->plot.x + self->plot.width - offsets[n_days - 1] * room;

      positions[i] = CLAMP (positions[i], self->plot.x, MAX (rightmost, self->plot.x)) + offsets[i] * room;
    }
}

static int
month_to_day (guint month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
  return (int) g_date_get_julian (&date);
}

static guint
day_to_month (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date) * 12u + (guint) g_date_get_month (&date) - 1;
}

static guint
ticks_of_months (const KlScoreScale *self,
                 guint               months,
                 KlScoreTick         ticks[KL_SCORE_SCALE_MAX_TICKS])
{
  guint n_ticks = 0;
  /* Months are counted from the year 0, so that a step of years stands at round ones. There is no year 0 in GDate. */
  guint month = MAX ((day_to_month (self->first_day) + months - 1) / months * months, 12);

  for (; n_ticks < KL_SCORE_SCALE_MAX_TICKS; month += months)
    {
      int day = month_to_day (month);

      if (day > self->last_day)
        break;
      if (day >= self->first_day)
        {
          KlChartDate form = n_ticks == 0 || month % 12 == 0 ? KL_CHART_DATE_MONTH : KL_CHART_DATE_MONTH_ONLY;

          ticks[n_ticks++] = (KlScoreTick) { day, months % 12 == 0 ? KL_CHART_DATE_YEAR_ONLY : form };
        }
    }

  return n_ticks;
}

static guint
ticks_of_days (const KlScoreScale *self,
               int                 days,
               KlScoreTick         ticks[KL_SCORE_SCALE_MAX_TICKS])
{
  guint n_ticks = 0;

  for (int day = self->first_day; day <= self->last_day && n_ticks < KL_SCORE_SCALE_MAX_TICKS; day += days)
    {
      gboolean new_year = n_ticks == 0 || day_to_month (day) / 12 != day_to_month (day - days) / 12;

      ticks[n_ticks++] = (KlScoreTick) { day, new_year ? KL_CHART_DATE_YEAR : KL_CHART_DATE_DAY };
    }

  return n_ticks;
}

/**
 * kl_score_scale_ticks:
 * @self: a scale
 * @label_width: how much room a date needs, in pixels
 * @ticks: (out caller-allocates): where to name dates, oldest first
 *
 * Chooses round dates as densely as their labels fit: days, weeks, months or years. There is at least one where there
 * is any date.
 *
 * Returns: how many
 */
guint
kl_score_scale_ticks (const KlScoreScale *self,
                      double              label_width,
                      KlScoreTick         ticks[KL_SCORE_SCALE_MAX_TICKS])
{
  int span = self->last_day - self->first_day;
  double fitting = CLAMP (floor (self->plot.width / MAX (label_width, 1)), 1, KL_SCORE_SCALE_MAX_TICKS - 1);
  guint n_ticks = 0;
  guint i = 0;

  if (self->first_day < 1)
    return 0;

  while (i < G_N_ELEMENTS (steps) - 1 && span / (double) steps[i].days > fitting)
    i++;

  if (span > 0)
    n_ticks = steps[i].months == 0 ? ticks_of_days (self, steps[i].days, ticks)
                                   : ticks_of_months (self, steps[i].months, ticks);
  if (n_ticks == 0)
    ticks[n_ticks++] = (KlScoreTick) { self->first_day, KL_CHART_DATE_YEAR };

  return n_ticks;
}
