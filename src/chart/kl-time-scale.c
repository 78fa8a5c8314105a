/* kl-time-scale.c: days as places in a picture, and the round dates among them
 *
 * No day at all, one day, and thousands of years are handled here, so that nobody else needs to.
 */

#include "config.h"

#include "kl-time-scale.h"

#include <math.h>

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
 * kl_time_scale_init:
 * @self: (out caller-allocates): a scale
 * @x: the left edge, in pixels
 * @width: in pixels
 * @first_day: the first day of all, as in #GDate; 0 where there is none
 * @last_day: the last day of all
 * @view: the part of the days that is seen
 */
void
kl_time_scale_init (KlTimeScale *self,
                    double       x,
                    double       width,
                    int          first_day,
                    int          last_day,
                    KlChartView  view)
{
  double span;

  self->x = x;
  self->width = MAX (width, 0);
  self->first_day = MAX (first_day, 0);
  self->last_day = MAX (last_day, self->first_day);
  span = (double) self->last_day - self->first_day;
  self->from = self->first_day + view.from * span;
  self->to = self->first_day + view.to * span;
}

/**
 * kl_time_scale_get_x:
 * @self: a scale
 * @day: a day; what has none stands at the first one
 *
 * Returns: its place from the left, beyond an edge where it is not seen
 */
double
kl_time_scale_get_x (const KlTimeScale *self,
                     int                day)
{
  double part = 0.5;

  if (self->to > self->from)
    part = (CLAMP (day, self->first_day, self->last_day) - self->from) / (self->to - self->from);

  return self->x + part * self->width;
}

/**
 * kl_time_scale_get_day:
 * @self: a scale
 * @x: a place from the left
 *
 * Returns: the nearest day that is seen
 */
int
kl_time_scale_get_day (const KlTimeScale *self,
                       double             x)
{
  double part = self->width > 0 ? CLAMP ((x - self->x) / self->width, 0, 1) : 0;

  return (int) round (self->from + part * (self->to - self->from));
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
ticks_of_months (const KlTimeScale *self,
                 guint              months,
                 KlTimeTick         ticks[KL_TIME_SCALE_MAX_TICKS])
{
  guint n_ticks = 0;
  /* Months are counted from the year 0, so that a step of years stands at round ones. There is no year 0 in GDate. */
  guint month = MAX ((day_to_month ((int) ceil (self->from)) + months - 1) / months * months, 12);

  for (; n_ticks < KL_TIME_SCALE_MAX_TICKS; month += months)
    {
      int day = month_to_day (month);

      if (day > self->to)
        break;
      if (day >= self->from)
        {
          KlChartDate form = n_ticks == 0 || month % 12 == 0 ? KL_CHART_DATE_MONTH : KL_CHART_DATE_MONTH_ONLY;

          ticks[n_ticks++] = (KlTimeTick) { day, months % 12 == 0 ? KL_CHART_DATE_YEAR_ONLY : form };
        }
    }

  return n_ticks;
}

/* Weeks begin where people begin them, and all steps stay where they are when the view moves. */
static guint
ticks_of_days (const KlTimeScale *self,
               int                days,
               GDateWeekday       first_weekday,
               KlTimeTick         ticks[KL_TIME_SCALE_MAX_TICKS])
{
  guint n_ticks = 0;
  /* Day 1 was a Monday. */
  int beginning = days % 7 == 0 && first_weekday != G_DATE_BAD_WEEKDAY ? (int) first_weekday : 0;
  int first = (int) ceil (self->from);
  int past = ((first - beginning) % days + days) % days;

  for (int day = past == 0 ? first : first + days - past; day <= self->to && n_ticks < KL_TIME_SCALE_MAX_TICKS;
       day += days)
    {
      gboolean new_year = n_ticks == 0 || day_to_month (day) / 12 != day_to_month (day - days) / 12;

      ticks[n_ticks++] = (KlTimeTick) { day, new_year ? KL_CHART_DATE_YEAR : KL_CHART_DATE_DAY };
    }

  return n_ticks;
}

/**
 * kl_time_scale_ticks:
 * @self: a scale
 * @label_width: how much room a date needs, in pixels
 * @first_weekday: the one that weeks begin with
 * @ticks: (out caller-allocates): where to name dates, oldest first
 *
 * Chooses round dates as densely as their labels fit: days, weeks, months or years. There is at least one where a day
 * is seen.
 *
 * Returns: how many
 */
guint
kl_time_scale_ticks (const KlTimeScale *self,
                     double             label_width,
                     GDateWeekday       first_weekday,
                     KlTimeTick         ticks[KL_TIME_SCALE_MAX_TICKS])
{
  double span = self->to - self->from;
  double fitting = CLAMP (floor (self->width / MAX (label_width, 1)), 1, KL_TIME_SCALE_MAX_TICKS - 1);
  guint n_ticks = 0;
  guint i = 0;

  if (self->first_day < 1)
    return 0;

  while (i < G_N_ELEMENTS (steps) - 1 && span / (double) steps[i].days > fitting)
    i++;

  if (span > 0)
    n_ticks = steps[i].months == 0 ? ticks_of_days (self, steps[i].days, first_weekday, ticks)
                                   : ticks_of_months (self, steps[i].months, ticks);
  if (n_ticks == 0 && ceil (self->from) <= self->to)
    ticks[n_ticks++] = (KlTimeTick) { (int) ceil (self->from), KL_CHART_DATE_YEAR };

  return n_ticks;
}
