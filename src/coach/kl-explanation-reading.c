/* kl-explanation-reading.c: what an explanation did with the points of its subject */

#include "config.h"

#include "kl-explanation-reading.h"

#include <math.h>

struct _KlExplanationReading
{
  gatomicrefcount references;
  gsize n_points;
  KlPointReading points[];
};

G_DEFINE_BOXED_TYPE (KlExplanationReading,
                     kl_explanation_reading,
                     kl_explanation_reading_ref,
                     kl_explanation_reading_unref)

/**
 * kl_explanation_reading_new:
 * @n_points: how many points there are
 *
 * Returns: (transfer full): a reading in which each point is missed
 */
KlExplanationReading *
kl_explanation_reading_new (gsize n_points)
{
  KlExplanationReading *self = g_malloc0 (sizeof (KlExplanationReading) + n_points * sizeof (KlPointReading));

  g_atomic_ref_count_init (&self->references);
  self->n_points = n_points;
  for (gsize i = 0; i < n_points; i++)
    {
      self->points[i].verdict = KL_VERDICT_MISSED;
      self->points[i].reason = KL_READING_NOTHING;
      self->points[i].evidence = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
      self->points[i].missing = g_new0 (char *, 1);
    }
  return self;
}

KlExplanationReading *
kl_explanation_reading_ref (KlExplanationReading *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
kl_explanation_reading_unref (KlExplanationReading *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (gsize i = 0; i < self->n_points; i++)
    {
      g_array_unref (self->points[i].evidence);
      g_strfreev (self->points[i].missing);
    }
  g_free (self);
}

/**
 * kl_explanation_reading_edit_point:
 * @self: a reading that is being made
 * @i: which point
 *
 * Returns: (transfer none): what is said of it, to be filled
 */
KlPointReading *
kl_explanation_reading_edit_point (KlExplanationReading *self,
                                   gsize                 i)
{
  g_return_val_if_fail (i < self->n_points, NULL);

  return &self->points[i];
}

gsize
kl_explanation_reading_get_n_points (const KlExplanationReading *self)
{
  return self->n_points;
}

/**
 * kl_explanation_reading_get_point:
 * @self: a reading
 * @i: which point, in the order in which they were given
 *
 * Returns: (transfer none): what the explanation did with it
 */
const KlPointReading *
kl_explanation_reading_get_point (const KlExplanationReading *self,
                                  gsize                       i)
{
  g_return_val_if_fail (i < self->n_points, NULL);

  return &self->points[i];
}

/**
 * kl_explanation_reading_get_score:
 * @self: a reading
 *
 * Returns: the mean over the points, where covered is 1, partly ½ and missed 0, in percent; NaN where there are none
 */
double
kl_explanation_reading_get_score (const KlExplanationReading *self)
{
  double sum = 0;

  for (gsize i = 0; i < self->n_points; i++)
    if (self->points[i].verdict == KL_VERDICT_COVERED)
      sum += 1;
    else if (self->points[i].verdict == KL_VERDICT_PARTLY)
      sum += 0.5;

  return self->n_points > 0 ? 100 * sum / (double) self->n_points : (double) NAN;
}
