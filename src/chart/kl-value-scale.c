/* kl-value-scale.c: values as places in a picture, and the round ones among them */

#include "config.h"

#include "kl-value-scale.h"

#include <math.h>

/* Beyond this, differences and quotients of numbers would no longer be finite. */
#define LARGEST 1e300

/**
 * kl_value_scale_init:
 * @self: (out caller-allocates): a scale
 * @low: the lowest value
 * @high: the highest value; with @low, or below it or not a number, it becomes one above @low
 * @start: where @low is, in pixels
 * @end: where @high is, in pixels
 */
void
kl_value_scale_init (KlValueScale *self,
                     double        low,
                     double        high,
                     double        start,
                     double        end)
{
  self->low = isnan (low) ? 0 : CLAMP (low, -LARGEST, LARGEST);
  self->high = isnan (high) ? self->low : CLAMP (high, -LARGEST, LARGEST);
  if (!(self->high > self->low))
    self->high = self->low + MAX (1, fabs (self->low) * 1e-6);
  self->start = start;
  self->end = end;
}

/* The round step, 1, 2 or 5 with noughts, that leaves so many pixels at least between two. */
static double
choose_step (const KlValueScale *self,
             double              spacing,
             gboolean            whole)
{
  double length = fabs (self->end - self->start);
  double fitting = CLAMP (floor (length / MAX (spacing, 1)), 1, KL_VALUE_SCALE_MAX_TICKS - 2);
  double rough = (self->high - self->low) / fitting;
  double power = pow (10, floor (log10 (rough)));
  double step = power;

  if (rough > power * 5 * (1 + 1e-9))
    step = power * 10;
  else if (rough > power * 2 * (1 + 1e-9))
    step = power * 5;
  else if (rough > power * (1 + 1e-9))
    step = power * 2;
  return whole ? MAX (step, 1) : step;
}

/**
 * kl_value_scale_widen:
 * @self: a scale
 * @spacing: as for kl_value_scale_ticks()
 * @whole: as for kl_value_scale_ticks()
 *
 * Moves both ends outwards to round values, so that the first and the last tick are at the ends.
 */
void
kl_value_scale_widen (KlValueScale *self,
                      double        spacing,
                      gboolean      whole)
{
  double step = choose_step (self, spacing, whole);

  self->low = floor (self->low / step + 1e-9) * step;
  self->high = ceil (self->high / step - 1e-9) * step;
}

/**
 * kl_value_scale_get_place:
 * @self: a scale
 * @value: a value; what is not a number is the lowest
 *
 * Returns: its place in pixels; at the ends for what lies beyond them
 */
double
kl_value_scale_get_place (const KlValueScale *self,
                          double              value)
{
  double part = isnan (value) ? 0 : (CLAMP (value, self->low, self->high) - self->low) / (self->high - self->low);

  return self->start + part * (self->end - self->start);
}

/**
 * kl_value_scale_get_value:
 * @self: a scale
 * @place: a place in pixels
 *
 * Returns: the value there; at the ends for what lies beyond them
 */
double
kl_value_scale_get_value (const KlValueScale *self,
                          double              place)
{
  double length = self->end - self->start;
  double part = fabs (length) > 0 ? CLAMP ((place - self->start) / length, 0, 1) : 0;

  return self->low + part * (self->high - self->low);
}

/**
 * kl_value_scale_ticks:
 * @self: a scale
 * @spacing: how far apart two ticks have to be, in pixels
 * @whole: whether there is nothing between whole numbers, as where things are counted
 * @ticks: (out caller-allocates): round values inside of the scale, lowest first
 *
 * Returns: how many; none where no round value lies inside
 */
guint
kl_value_scale_ticks (const KlValueScale *self,
                      double              spacing,
                      gboolean            whole,
                      double              ticks[KL_VALUE_SCALE_MAX_TICKS])
{
  double step = choose_step (self, spacing, whole);
  double first = ceil (self->low / step - 1e-9);
  guint n_ticks = 0;

  for (double i = 0; n_ticks < KL_VALUE_SCALE_MAX_TICKS && (first + i) * step <= self->high + step * 1e-9; i++)
    {
      /* Not −0. */
      double value = CLAMP ((first + i) * step, self->low, self->high) + 0.0;

      if (n_ticks > 0 && value <= ticks[n_ticks - 1])
        break;
      ticks[n_ticks++] = value;
    }
  return n_ticks;
}
