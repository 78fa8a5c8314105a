/* kl-insight-calibration.c: the scores that were expected, against those that it was */

#include "config.h"

#include "kl-insight-calibration.h"

#include <glib/gi18n.h>
#include <math.h>

#define BIN_WIDTH 10.0

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const KlInsightPair *first = a;
  const KlInsightPair *second = b;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  if (first->number != second->number)
    return first->number > second->number ? -1 : 1;
  return first->subject < second->subject ? -1 : first->subject > second->subject ? 1 : 0;
}

static void
keep_latest (GArray *pairs)
{
  g_array_sort (pairs, compare_pairs);
  if (pairs->len > KL_INSIGHT_MAX_PAIRS)
    g_array_set_size (pairs, KL_INSIGHT_MAX_PAIRS);
}

/* Of many pairs those that cannot be among the latest go at times, so that there are never many. */
static void
add_pair (GArray                 *pairs,
          const KlInsightAttempt *attempt)
{
  const KlInsightPair pair = { attempt->subject, attempt->date.day, attempt->number, attempt->guess, attempt->score };

  g_array_append_val (pairs, pair);
  if (pairs->len > 16 * KL_INSIGHT_MAX_PAIRS)
    keep_latest (pairs);
}

static int
compare_biases (gconstpointer a,
                gconstpointer b)
{
  const KlInsightBias *first = a;
  const KlInsightBias *second = b;
  double size = fabs (first->bias);
  double other = fabs (second->bias);

  if (size < other || size > other)
    return size > other ? -1 : 1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return first->subject < second->subject ? -1 : 1;
}

/* @sums has the sum of each subject's biases. */
static void
list_subjects (KlInsightCalibration *self,
               const KlInsightBias  *sums,
               guint                 n_subjects)
{
  for (guint i = 0; i < n_subjects; i++)
    if (sums[i].n >= KL_INSIGHT_BIAS_MIN)
      {
        const KlInsightBias bias = { i, sums[i].n, sums[i].bias / sums[i].n };

        g_array_append_val (self->subjects, bias);
      }
  g_array_sort (self->subjects, compare_biases);
}

static void
find_means (KlInsightCalibration *self)
{
  for (guint i = 0; i < KL_INSIGHT_N_BINS; i++)
    if (self->bins[i].n > 0)
      {
        self->bins[i].guess /= self->bins[i].n;
        self->bins[i].score /= self->bins[i].n;
      }
  self->bias = self->n > 0 ? self->bias / self->n : (double) NAN;
  self->distance = self->n > 0 ? self->distance / self->n : (double) NAN;
}

static void
add_attempt (KlInsightCalibration   *self,
             const KlInsightAttempt *attempt,
             KlInsightBias          *sum)
{
  double difference = attempt->guess - attempt->score;
  KlInsightBin *bin = &self->bins[(guint) CLAMP (attempt->guess / BIN_WIDTH, 0, KL_INSIGHT_N_BINS - 1)];

  self->n++;
  self->bias += difference;
  self->distance += fabs (difference);
  sum->n++;
  sum->bias += difference;
  bin->n++;
  bin->guess += attempt->guess;
  bin->score += attempt->score;
  add_pair (self->pairs, attempt);
}

/**
 * kl_insight_calibration_new:
 * @rows: what the library knows
 *
 * Returns: (transfer full): what was expected, against what it was
 */
KlInsightCalibration *
kl_insight_calibration_new (const KlInsightRows *rows)
{
  KlInsightCalibration *self = g_new0 (KlInsightCalibration, 1);
  g_autofree KlInsightBias *sums = g_new0 (KlInsightBias, rows->subject_ids->len);

  self->subjects = g_array_new (FALSE, FALSE, sizeof (KlInsightBias));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (KlInsightPair));
  for (guint i = 0; i < rows->attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (rows->attempts, KlInsightAttempt, i);

      if (!attempt->is_assisted && isfinite (attempt->guess) && isfinite (attempt->score))
        add_attempt (self, attempt, &sums[attempt->subject]);
    }

  keep_latest (self->pairs);
  list_subjects (self, sums, rows->subject_ids->len);
  find_means (self);
  return self;
}

/**
 * kl_insight_calibration_free:
 * @self: (transfer full): a calibration
 */
void
kl_insight_calibration_free (KlInsightCalibration *self)
{
  g_array_unref (self->subjects);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * kl_insight_bias_to_text:
 * @bias: how many points more were expected than it was, on average
 *
 * Returns: (transfer full): such as “8 points too sure”
 */
char *
kl_insight_bias_to_text (double bias)
{
  guint size = (guint) MIN (round (fabs (bias)), 100);

  if (size == 0)
    return g_strdup (_("as expected"));
  if (bias > 0)
    /* Translators: somebody expected a score that is so many percentage points higher than it was */
    return g_strdup_printf (ngettext ("%u point too sure", "%u points too sure", size), size);
  /* Translators: somebody expected a score that is so many percentage points lower than it was */
  return g_strdup_printf (ngettext ("%u point too cautious", "%u points too cautious", size), size);
}
