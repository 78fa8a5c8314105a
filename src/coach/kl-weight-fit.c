/* kl-weight-fit.c: weights that fit the person's own history
 *
 * The way of fsrs-rs (https://github.com/open-spaced-repetition/fsrs-rs, training) with the soft label of a percent
 * score. Chance has a fixed beginning: the same history always gives the same weights.
 */

#include "config.h"

#include "kl-weight-fit.h"

#include <math.h>
#include <string.h>

#include "kl-adam.h"
#include "kl-fsrs-gradient.h"
#include "kl-initial-stability.h"

enum
{
  N_EPOCHS = 5,
  BATCH_SIZE = 512, /* attempts that are predicted */
  SEED = 1885, /* the year of Ebbinghaus' book on memory */
};

#define RATE 0.04

/* How far learners' weights lie apart: the standard deviations that fsrs-rs pulls with (training.rs, PARAMS_STDDEV). */
static const KlWeights deviations = { {
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
  0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
} };

/* Some of the histories, in a random order. */
typedef struct
{
  const KlTrainingSet *set;
  gint64 before;
  guint n_predicted; /* in the whole set */
  guint *order;      /* of the histories */
  GArray *batches;   /* of guint: where in @order each batch begins */
  KlMemoryState *memories;
  GRand *random;
} Training;

typedef struct
{
  KlWeightFitProgressFunc func;
  gpointer data;
  double from;
  double share;
} Progress;

static guint
count_predicted (const KlTrainingSet *set,
                 guint                index,
                 gint64               before)
{
  gsize n_reviews;
  const KlTrainingReview *history = kl_training_set_get_history (set, index, &n_reviews);
  guint n_predicted = 0;

  for (gsize i = 1; i < n_reviews && history[i].order < before; i++)
    n_predicted += history[i].days > 0;
  return n_predicted;
}

static void
training_clear (Training *self)
{
  g_free (self->order);
  g_free (self->memories);
  g_clear_pointer (&self->batches, g_array_unref);
  g_clear_pointer (&self->random, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Training, training_clear)

static void
training_init (Training            *self,
               const KlTrainingSet *set,
               gint64               before)
{
  guint n_histories = kl_training_set_get_n_histories (set);
  gsize n_longest = 0;

  self->set = set;
  self->before = before;
  self->n_predicted = kl_training_set_count (set, G_MININT64, before);
  self->order = g_new (guint, n_histories);
  for (guint i = 0; i < n_histories; i++)
    {
      gsize n_reviews;

      kl_training_set_get_history (set, i, &n_reviews);
      n_longest = MAX (n_longest, n_reviews);
      self->order[i] = i;
    }
  self->memories = g_new (KlMemoryState, n_longest);
  self->batches = g_array_new (FALSE, FALSE, sizeof (guint));
  self->random = g_rand_new_with_seed (SEED);
}

/* Another order (Fisher and Yates), cut into batches of whole histories. */
static void
training_shuffle (Training *self)
{
  guint n_histories = kl_training_set_get_n_histories (self->set);
  guint n_predicted = BATCH_SIZE;

  for (guint i = n_histories; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (self->random, 0, (gint32) i);
      guint index = self->order[i - 1];

      self->order[i - 1] = self->order[other];
      self->order[other] = index;
    }

  g_array_set_size (self->batches, 0);
  for (guint i = 0; i < n_histories; i++)
    {
      if (n_predicted >= BATCH_SIZE)
        {
          g_array_append_val (self->batches, i);
          n_predicted = 0;
        }
      n_predicted += count_predicted (self->set, self->order[i], self->before);
    }
}

/* The derivatives of the mean loss of a batch, and of the pull: ((w − default) / deviation)², summed. Over all batches
 * that sum counts once beside the sum of all losses: the more attempts, the less it pulls. */
static void
training_get_gradient (Training        *self,
                       guint            batch,
                       const KlWeights *weights,
                       KlWeights       *gradient)
{
  guint begin = g_array_index (self->batches, guint, batch);
  guint end = batch + 1 < self->batches->len ? g_array_index (self->batches, guint, batch + 1)
                                             : kl_training_set_get_n_histories (self->set);
  guint n_predicted = 0;
  KlFsrs fsrs;

  memset (gradient, 0, sizeof *gradient);
  kl_fsrs_init (&fsrs, weights);
  for (guint i = begin; i < end; i++)
    {
      gsize n_reviews;
      const KlTrainingReview *history = kl_training_set_get_history (self->set, self->order[i], &n_reviews);

      kl_fsrs_gradient_add (&fsrs, history, n_reviews, self->before, self->memories, gradient);
      n_predicted += count_predicted (self->set, self->order[i], self->before);
    }

  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      double distance = weights->w[i] - kl_weights_get_default ()->w[i];
      double pull = 2 * distance / (deviations.w[i] * deviations.w[i]);

      gradient->w[i] = gradient->w[i] / MAX (n_predicted, 1) + pull / MAX (self->n_predicted, 1);
    }
}

static void
report (const Progress *progress,
        double          fraction)
{
  if (progress->func != NULL)
    progress->func (progress->from + progress->share * fraction, progress->data);
}

static gboolean
train (const KlTrainingSet  *set,
       gint64                before,
       const Progress       *progress,
       GCancellable         *cancellable,
       KlWeights            *weights,
       GError              **error)
{
  g_auto(Training) training = { 0 };
  double certainty[KL_N_FIRST_WEIGHTS];
  KlAdam adam = { 0 };

  *weights = *kl_weights_get_default ();
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  kl_initial_stability_fit (set, before, weights, certainty);
  training_init (&training, set, before);
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++)
    {
      training_shuffle (&training);
      for (guint batch = 0; batch < training.batches->len; batch++)
        {
          double done = (epoch + (double) batch / training.batches->len) / N_EPOCHS;
          KlWeights gradient;

          report (progress, done);
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;

          training_get_gradient (&training, batch, weights, &gradient);
          kl_adam_step (&adam, weights, &gradient, RATE * (1 + cos (G_PI * done)) / 2);
          kl_weights_clamp (weights);
          kl_weights_order_first (weights, certainty);
        }
    }

  report (progress, 1);
  return TRUE;
}

/**
 * kl_weight_fit_run:
 * @self: (out caller-allocates): what it came to
 * @set: the histories of all subjects
 * @in_use: (nullable): the weights in use, %NULL for the defaults
 * @progress: (nullable) (scope call): is told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * A pure function of @set and @in_use, and a long one: some tenths of a second for a hundred thousand attempts. It fits
 * to the older four fifths, which tells on the newest fifth whether a fit is of use, and only then to everything: first
 * w0–w3, by kl_initial_stability_fit(); then all, from their defaults: five epochs of Adam on batches of whole
 * histories that hold about 512 predicted attempts, the rate falling from 0.04 to 0 along a cosine, with a pull towards
 * the defaults; after each step the weights are brought into their bounds, and w0 ≤ w1 ≤ w2 ≤ w3.
 *
 * Returns: whether it was not cancelled
 */
gboolean
kl_weight_fit_run (KlWeightFit              *self,
                   const KlTrainingSet      *set,
                   const KlWeights          *in_use,
                   KlWeightFitProgressFunc   progress,
                   gpointer                  data,
                   GCancellable             *cancellable,
                   GError                  **error)
{
  gint64 newest = kl_training_set_get_newest_fifth (set);
  Progress first_half = { progress, data, 0, 0.5 };
  Progress second_half = { progress, data, 0.5, 0.5 };
  KlWeights older;

  if (in_use == NULL)
    in_use = kl_weights_get_default ();
  if (!train (set, newest, &first_half, cancellable, &older, error))
    return FALSE;

  self->n_reviews = kl_training_set_get_n_reviews (set);
  self->n_newest = kl_training_set_count (set, newest, G_MAXINT64);
  self->newest_loss = kl_training_set_get_loss (set, in_use, newest, G_MAXINT64);
  self->newest_fitted_loss = kl_training_set_get_loss (set, &older, newest, G_MAXINT64);
  self->is_better = self->newest_fitted_loss < self->newest_loss;
  if (!self->is_better)
    {
      self->weights = *in_use;
      report (&second_half, 1);
    }
  else if (!train (set, G_MAXINT64, &second_half, cancellable, &self->weights, error))
    return FALSE;
  self->loss = kl_training_set_get_loss (set, in_use, G_MININT64, G_MAXINT64);
  self->fitted_loss = kl_training_set_get_loss (set, &self->weights, G_MININT64, G_MAXINT64);
  return TRUE;
}
