/* kl-insight-calibration.c: the scores that were expected, or suggested, against those that it was */

#include "config.h"

#include "kl-insight-calibration.h"

#include <glib/gi18n.h>
#include <math.h>

#define BIN_WIDTH 10.0
#define MANY_PAIRS (16 * KL_INSIGHT_MAX_PAIRS)

/* A calibration on its way. */
typedef struct
{
  KlInsightCalibration *result;
  KlInsightBias *sums; /* of each subject */
  gboolean was_cut; /* whether the first KL_INSIGHT_MAX_PAIRS pairs are the latest so far */
} Counting;

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

/* Of many pairs those that cannot be among the latest go at times, or do not come in, so that there are never many. */
static void
add_pair (Counting            *self,
          const KlInsightPair *pair)
{
  GArray *pairs = self->result->pairs;

  if (self->was_cut && compare_pairs (pair, &g_array_index (pairs, KlInsightPair, KL_INSIGHT_MAX_PAIRS - 1)) > 0)
    return;

  g_array_append_vals (pairs, pair, 1);
  if (pairs->len <= MANY_PAIRS)
    return;

  keep_latest (pairs);
  self->was_cut = TRUE;
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
add_attempt (Counting               *self,
             const KlInsightAttempt *attempt,
             double                  guess)
{
  const KlInsightPair pair = { attempt->subject, attempt->date.day, attempt->number, guess, attempt->score };
  double difference = guess - attempt->score;
  KlInsightBias *sum = &self->sums[attempt->subject];
  KlInsightBin *bin = &self->result->bins[(guint) CLAMP (guess / BIN_WIDTH, 0, KL_INSIGHT_N_BINS - 1)];

  self->result->n++;
  self->result->bias += difference;
  self->result->distance += fabs (difference);
  sum->n++;
  sum->bias += difference;
  bin->n++;
  bin->guess += guess;
  bin->score += attempt->score;
  add_pair (self, &pair);
}

static double
get_guess (const KlInsightAttempt *attempt,
           KlInsightSource         source)
{
  if (source == KL_INSIGHT_SOURCE_READING)
    return attempt->suggested;
  return attempt->is_assisted ? (double) NAN : attempt->guess;
}

/**
 * kl_insight_calibration_new:
 * @rows: what the library knows
 * @source: whose scores are compared with the recorded ones
 *
 * Returns: (transfer full): what was said, against what it was
 */
KlInsightCalibration *
kl_insight_calibration_new (const KlInsightRows *rows,
                            KlInsightSource      source)
{
  KlInsightCalibration *self = g_new0 (KlInsightCalibration, 1);
  g_autofree KlInsightBias *sums = g_new0 (KlInsightBias, rows->subject_ids->len);
  Counting counting = { self, sums, FALSE };

  self->source = source;
  self->subjects = g_array_new (FALSE, FALSE, sizeof (KlInsightBias));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (KlInsightPair));
  /* From the end, where the latest are most of the time: what is older than those need not be put in order. */
  for (guint i = rows->attempts->len; i-- > 0;)
    {
      const KlInsightAttempt *attempt = &g_array_index (rows->attempts, KlInsightAttempt, i);
      double guess = get_guess (attempt, source);

      if (isfinite (guess) && isfinite (attempt->score))
        add_attempt (&counting, attempt, guess);
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

static char *
say_of_person (guint    size,
               gboolean is_above)
{
  if (size == 0)
    return g_strdup (_("as expected"));
  if (is_above)
    /* Translators: somebody expected a score that is so many percentage points higher than it was */
    return g_strdup_printf (ngettext ("%u point too sure", "%u points too sure", size), size);
  /* Translators: somebody expected a score that is so many percentage points lower than it was */
  return g_strdup_printf (ngettext ("%u point too cautious", "%u points too cautious", size), size);
}

static char *
say_of_reading (guint    size,
                gboolean is_above)
{
  if (size == 0)
    return g_strdup (_("as suggested"));
  if (is_above)
    /* Translators: a score of the person's is so many percentage points lower than the one that KLearn suggested */
    return g_strdup_printf (ngettext ("%u point lower than suggested", "%u points lower than suggested", size), size);
  /* Translators: a score of the person's is so many percentage points higher than the one that KLearn suggested */
  return g_strdup_printf (ngettext ("%u point higher than suggested", "%u points higher than suggested", size), size);
}

/**
 * kl_insight_calibration_say:
 * @self: a calibration
 * @bias: how many points more were said than it was, of any of its attempts or on average
 *
 * Returns: (transfer full): such as “8 points too sure”, or “8 points lower than suggested”
 */
char *
kl_insight_calibration_say (const KlInsightCalibration *self,
                            double                      bias)
{
  guint size = (guint) MIN (round (fabs (bias)), 100);

  return self->source == KL_INSIGHT_SOURCE_READING ? say_of_reading (size, bias > 0) : say_of_person (size, bias > 0);
}
