/* bench-tight-fsrs.c: the arithmetic of FSRS-6 in a loop, and nothing else
 *
 * What the scheduler is held against: no calls but those of the mathematics library, every constant computed before.
 */

#include "config.h"

#include "bench-tight-fsrs.h"

#include <math.h>

typedef struct
{
  double w[KL_N_WEIGHTS];
  double decay;
  double factor;
  double growth;
  double same_day[4];
  double most_forgotten;
  double easy;
} Constants;

static Constants
get_constants (const KlWeights *weights)
{
  const double *w = weights->w;
  Constants c = { .decay = -w[20], .factor = exp (log (0.9) / -w[20]) - 1, .growth = exp (w[8]),
                  .most_forgotten = exp (w[17] * w[18]), .easy = w[4] - exp (w[5] * 3) + 1 };

  for (int i = 0; i < KL_N_WEIGHTS; i++)
    c.w[i] = w[i];
  for (int i = 0; i < 4; i++)
    c.same_day[i] = exp (w[17] * (i - 2 + w[18]));
  return c;
}

static inline double
clamp (double value,
       double low,
       double high)
{
  return value < low ? low : value > high ? high : value;
}

static inline double
forget (const Constants *c,
        double           s,
        double           d,
        double           r)
{
  double left = c->w[11] * pow (d, -c->w[12]) * (pow (s + 1, c->w[13]) - 1) * exp ((1 - r) * c->w[14]);
  double most = s / c->most_forgotten;

  return clamp (left < most ? left : most, 0.001, 36500);
}

static inline double
recall (const Constants *c,
        double           s,
        double           d,
        double           r,
        double           bonus)
{
  return clamp (s * (1 + c->growth * (11 - d) * pow (s, -c->w[9]) * (exp ((1 - r) * c->w[10]) - 1) * bonus), 0.001,
                36500);
}

static inline double
change_difficulty (const Constants *c,
                   double           d,
                   double           g)
{
  return clamp (c->w[7] * c->easy + (1 - c->w[7]) * (d - (10 - d) / 9 * c->w[6] * (g - 3)), 1, 10);
}

/**
 * bench_tight_fsrs_rate:
 * @weights: the weights
 * @reviews: (array length=n_reviews): ratings
 * @n_reviews: how many
 * @n_history: how many make a history
 *
 * Returns: the sum of all stabilities
 */
double
bench_tight_fsrs_rate (const KlWeights        *weights,
                       const KlTrainingReview *reviews,
                       gsize                   n_reviews,
                       gsize                   n_history)
{
  const Constants c = get_constants (weights);
  double s = 0;
  double d = 0;
  double sum = 0;

  for (gsize i = 0; i < n_reviews; i++)
    {
      int g = (int) reviews[i].grade.rating;
      double t = reviews[i].days;

      if (i % n_history == 0)
        {
          s = c.w[g - 1];
          d = clamp (c.w[4] - exp (c.w[5] * (g - 1)) + 1, 1, 10);
          sum += s;
          continue;
        }

      if (t <= 0)
        {
          double increase = c.same_day[g - 1] * pow (s, -c.w[19]);

          s = clamp (s * (g >= 2 && increase < 1 ? 1 : increase), 0.001, 36500);
        }
      else
        {
          double r = pow (1 + c.factor * t / s, c.decay);

          s = g == 1 ? forget (&c, s, d, r) : recall (&c, s, d, r, g == 2 ? c.w[15] : g == 4 ? c.w[16] : 1);
        }
      d = change_difficulty (&c, d, g);
      sum += s;
    }
  return sum;
}

/**
 * bench_tight_fsrs_score:
 * @weights: the weights
 * @reviews: (array length=n_reviews): scores
 * @n_reviews: how many
 * @n_history: how many make a history
 *
 * Returns: the sum of all stabilities
 */
double
bench_tight_fsrs_score (const KlWeights        *weights,
                        const KlTrainingReview *reviews,
                        gsize                   n_reviews,
                        gsize                   n_history)
{
  const Constants c = get_constants (weights);
  const double first = log (c.w[0]);
  const double fourth = log (c.w[3]);
  double s = 0;
  double d = 0;
  double sum = 0;

  for (gsize i = 0; i < n_reviews; i++)
    {
      double p = reviews[i].grade.recall;
      double t = reviews[i].days;
      double again;
      double good;

      if (i % n_history == 0)
        {
          s = exp ((1 - p) * first + p * fourth);
          d = clamp (c.w[4] - exp (c.w[5] * 3 * p) + 1, 1, 10);
          sum += s;
          continue;
        }

      if (t <= 0)
        {
          double power = pow (s, -c.w[19]);

          again = clamp (s * c.same_day[0] * power, 0.001, 36500);
          good = clamp (s * (c.same_day[2] * power < 1 ? 1 : c.same_day[2] * power), 0.001, 36500);
        }
      else
        {
          double r = pow (1 + c.factor * t / s, c.decay);

          again = forget (&c, s, d, r);
          good = recall (&c, s, d, r, 1);
        }
      s = exp ((1 - p) * log (again) + p * log (good));
      d = change_difficulty (&c, d, 1 + 2 * p);
      sum += s;
    }
  return sum;
}
