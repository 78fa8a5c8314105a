/* test-weight-fit.c: weights that fit a history */

#include "config.h"

#include "coach-fixture.h"
#include "coach/kl-fsrs-gradient.h"
#include "coach/kl-initial-stability.h"
#include "coach/kl-weight-fit.h"
#include "tools/bench/bench-reviews.h"

#include <math.h>
#include <string.h>

enum
{
  N_ATTEMPTS = 8,
};

static void
assert_in_order (const KlWeights *weights)
{
  KlWeights clamped = *weights;

  kl_weights_clamp (&clamped);
  coach_fixture_assert_weights (&clamped, weights);
  for (guint i = 1; i < KL_N_FIRST_WEIGHTS; i++)
    g_assert_cmpfloat (weights->w[i], >=, weights->w[i - 1]);
}

/* A learner who forgets as these weights say: what is scored is what is recalled. */
static KlTrainingSet *
new_learner (const KlWeights *weights,
             guint            n_subjects,
             guint            seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  KlTrainingSet *set = kl_training_set_new ();
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, weights);
  for (guint i = 0; i < n_subjects; i++)
    {
      KlReview reviews[N_ATTEMPTS];
      KlMemoryState memory = { 0, 0 };
      gint64 day = g_rand_int_range (random, 0, 400);

      for (guint j = 0; j < N_ATTEMPTS; j++)
        {
          gint64 days = j == 0 ? 0 : g_rand_int_range (random, 0, 10 << j);
          double recall = j == 0 ? g_rand_double (random)
                                 : kl_fsrs_get_retrievability (&fsrs, memory.stability, (double) days);

          day += days;
          reviews[j] = (KlReview) { day, j + 1, day, kl_grade_for_score (100 * recall), FALSE };
          memory = j == 0 ? kl_fsrs_get_first (&fsrs, reviews[j].grade)
                          : kl_fsrs_get_next (&fsrs, memory, reviews[j].grade, (double) days);
        }
      kl_training_set_add_reviews (set, reviews, N_ATTEMPTS);
    }
  return set;
}

static KlWeights
other_weights (void)
{
  KlWeights weights = *kl_weights_get_default ();

  weights.w[0] = 1;
  weights.w[3] = 25;
  weights.w[8] = 1.2;
  weights.w[20] = 0.4;
  return weights;
}

/* Weights that leave room on both sides. */
static void
random_inner_weights (GRand     *random,
                      KlWeights *weights)
{
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      double low;
      double high;

      kl_weights_get_bounds (i, &low, &high);
      weights->w[i] = low + g_rand_double_range (random, 0.05, i < 4 ? 0.2 : 0.5) * (high - low);
    }
  kl_weights_order_first (weights, (const double[]) { 1, 1, 1, 1 });
}

static double
get_loss (const KlWeights        *weights,
          const KlTrainingReview *history,
          gsize                   n_reviews,
          KlWeights              *gradient)
{
  g_autofree KlMemoryState *memories = g_new (KlMemoryState, n_reviews);
  KlFsrs fsrs;

  memset (gradient, 0, sizeof *gradient);
  kl_fsrs_init (&fsrs, weights);
  return kl_fsrs_gradient_add (&fsrs, history, n_reviews, G_MAXINT64, memories, gradient);
}

/* Against the difference of two losses. Where a step lies on a limit of a formula the two differ: that is rare. */
static void
test_gradient (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  guint n_off = 0;
  guint n_rounds = 400;

  for (guint round = 0; round < n_rounds; round++)
    {
      KlTrainingReview history[N_ATTEMPTS];
      KlWeights weights;
      KlWeights gradient;
      gboolean is_off = FALSE;

      random_inner_weights (random, &weights);
      for (guint i = 0; i < N_ATTEMPTS; i++)
        {
          KlGrade grade = round % 2 == 0 ? coach_fixture_random_grade (random)
                                         : kl_grade_for_rating ((KlRating) g_rand_int_range (random, 1, 5));

          history[i] = (KlTrainingReview) { grade, i == 0 ? 0 : g_rand_int_range (random, 0, 20), i };
        }

      get_loss (&weights, history, N_ATTEMPTS, &gradient);
      for (guint i = 0; i < KL_N_WEIGHTS; i++)
        {
          double step = 1e-6 * weights.w[i];
          KlWeights more = weights;
          KlWeights less = weights;
          KlWeights ignored;
          double expected;

          more.w[i] += step;
          less.w[i] -= step;
          expected = (get_loss (&more, history, N_ATTEMPTS, &ignored) - get_loss (&less, history, N_ATTEMPTS, &ignored))
                     / (2 * step);
          is_off = is_off || fabs (gradient.w[i] - expected) > 1e-5 * (1 + fabs (expected));
        }
      n_off += is_off ? 1 : 0;
    }
  g_assert_cmpuint (n_off, <=, n_rounds / 50);
}

static void
test_gradient_is_of_the_loss (void)
{
  KlWeights weights = other_weights ();
  g_autoptr(KlTrainingSet) set = new_learner (&weights, 30, 1);
  guint n_predicted = kl_training_set_count (set, G_MININT64, G_MAXINT64);
  double loss = 0;

  for (guint i = 0; i < kl_training_set_get_n_histories (set); i++)
    {
      gsize n_reviews;
      const KlTrainingReview *history = kl_training_set_get_history (set, i, &n_reviews);
      KlWeights gradient;

      loss += get_loss (kl_weights_get_default (), history, n_reviews, &gradient);
    }
  g_assert_cmpfloat_with_epsilon (
    loss / n_predicted, kl_training_set_get_loss (set, kl_weights_get_default (), G_MININT64, G_MAXINT64), 1e-9);
}

static void
test_initial_stability (void)
{
  KlWeights truth = other_weights ();
  g_autoptr(KlTrainingSet) set = new_learner (&truth, 3000, 2);
  double certainty[KL_N_FIRST_WEIGHTS];
  KlWeights weights = truth;

  /* Only the first two days differ from the truth. */
  weights.w[0] = kl_weights_get_default ()->w[0];
  weights.w[3] = kl_weights_get_default ()->w[3];
  kl_initial_stability_fit (set, G_MAXINT64, &weights, certainty);
  g_assert_cmpfloat_with_epsilon (weights.w[0], truth.w[0], 0.05);
  g_assert_cmpfloat_with_epsilon (weights.w[3], truth.w[3], 1);
  assert_in_order (&weights);
  /* Of a score w1 and w2 have no part. */
  g_assert_cmpfloat_with_epsilon (weights.w[2], truth.w[2], 1e-9);
}

/* A learner whose first attempts last shorter than w2 says, of which a percent score tells nothing: it makes room. */
static void
test_short_first (void)
{
  KlWeights truth = *kl_weights_get_default ();
  g_autoptr(KlTrainingSet) set = NULL;
  g_autoptr(GError) error = NULL;
  KlWeights weights = *kl_weights_get_default ();
  double certainty[KL_N_FIRST_WEIGHTS];
  KlWeightFit fit;

  truth.w[0] = 0.2;
  truth.w[1] = 0.4;
  truth.w[2] = 0.8;
  truth.w[3] = 1.2;
  set = new_learner (&truth, 3000, 5);
  kl_initial_stability_fit (set, G_MAXINT64, &weights, certainty);
  g_assert_cmpfloat_with_epsilon (weights.w[0], truth.w[0], 0.05);
  g_assert_cmpfloat_with_epsilon (weights.w[3], truth.w[3], 0.1);
  assert_in_order (&weights);

  g_assert_true (kl_weight_fit_run (&fit, set, NULL, NULL, NULL, NULL, &error));
  g_assert_true (fit.is_better);
  g_assert_cmpfloat_with_epsilon (fit.weights.w[3], truth.w[3], 0.2);
  assert_in_order (&fit.weights);
}

/* By ratings each has its own: only those that did not come make room. */
static void
test_short_first_rated (void)
{
  g_autoptr(KlTrainingSet) set = kl_training_set_new ();
  KlWeights weights = *kl_weights_get_default ();
  double certainty[KL_N_FIRST_WEIGHTS];

  /* Good is forgotten in a day, Easy never came; Hard stays, where it does not stand in the way. */
  for (gint64 i = 0; i < 2000; i++)
    {
      const KlTrainingReview history[] = {
        { kl_grade_for_rating (i % 2 == 0 ? KL_RATING_GOOD : KL_RATING_AGAIN), 0, i },
        { kl_grade_for_rating (i % 4 < 2 ? KL_RATING_AGAIN : KL_RATING_GOOD), 1, i },
      };

      kl_training_set_add (set, history, G_N_ELEMENTS (history));
    }
  kl_initial_stability_fit (set, G_MAXINT64, &weights, certainty);
  g_assert_cmpfloat (weights.w[2], <, 0.5);
  g_assert_cmpfloat_with_epsilon (weights.w[3], kl_weights_get_default ()->w[3], 1e-9);
  assert_in_order (&weights);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_better (void)
{
  KlWeights truth = other_weights ();
  g_autoptr(KlTrainingSet) set = new_learner (&truth, 300, 3);
  g_autoptr(GError) error = NULL;
  KlWeightFit fit;
  KlWeightFit again;
  double fraction = 0;
  gint64 newest = kl_training_set_get_newest_fifth (set);

  g_assert_true (kl_weight_fit_run (&fit, set, NULL, progress_cb, &fraction, NULL, &error));
  g_assert_no_error (error);
  COACH_ASSERT_SAME (fraction, 1);
  g_assert_true (fit.is_better);
  g_assert_cmpfloat (fit.newest_fitted_loss, <, fit.newest_loss);
  g_assert_cmpfloat (fit.fitted_loss, <, fit.loss);
  g_assert_cmpuint (fit.n_newest, ==, kl_training_set_count (set, newest, G_MAXINT64));
  g_assert_cmpfloat_with_epsilon (
    fit.loss, kl_training_set_get_loss (set, kl_weights_get_default (), G_MININT64, G_MAXINT64), 1e-12);
  assert_in_order (&fit.weights);

  /* The same history, the same weights. */
  g_assert_true (kl_weight_fit_run (&again, set, kl_weights_get_default (), NULL, NULL, NULL, &error));
  coach_fixture_assert_weights (&fit.weights, &again.weights);

  /* Who has the right weights already is not offered others. */
  g_assert_true (kl_weight_fit_run (&again, set, &truth, NULL, NULL, NULL, &error));
  g_assert_false (again.is_better);
  coach_fixture_assert_weights (&truth, &again.weights);
  COACH_ASSERT_SAME (again.fitted_loss, again.loss);
}

/* The newest fifth is not what the fit was made from: what changed meanwhile speaks against it. */
static void
test_not_better (void)
{
  g_autoptr(KlTrainingSet) set = kl_training_set_new ();
  g_autoptr(GError) error = NULL;
  KlWeightFit fit;

  for (gint64 i = 0; i < 500; i++)
    {
      double score = i < 400 ? 5 : 100;
      const KlReview reviews[]
        = { { i, 1, i, kl_grade_for_score (90), FALSE }, { i + 2, 2, i + 2, kl_grade_for_score (score), FALSE } };

      kl_training_set_add_reviews (set, reviews, G_N_ELEMENTS (reviews));
    }
  g_assert_true (kl_weight_fit_run (&fit, set, NULL, NULL, NULL, NULL, &error));
  g_assert_false (fit.is_better);
  g_assert_cmpfloat (fit.newest_fitted_loss, >, fit.newest_loss);
  coach_fixture_assert_weights (&fit.weights, kl_weights_get_default ());
}

static void
test_nothing_to_fit (void)
{
  g_autoptr(KlTrainingSet) empty = kl_training_set_new ();
  g_autoptr(KlTrainingSet) single = kl_training_set_new ();
  const KlReview review = { 1, 1, 1, kl_grade_for_score (80), FALSE };
  g_autoptr(GError) error = NULL;
  KlWeightFit fit;

  g_assert_true (kl_weight_fit_run (&fit, empty, NULL, NULL, NULL, NULL, &error));
  g_assert_false (fit.is_better);
  kl_training_set_add_reviews (single, &review, 1);
  g_assert_true (kl_weight_fit_run (&fit, single, NULL, NULL, NULL, NULL, &error));
  g_assert_false (fit.is_better);
  g_assert_cmpuint (fit.n_newest, ==, 0);
}

static void
cancel_cb (double   fraction,
           gpointer data)
{
  if (fraction > 0.6)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  KlWeights truth = other_weights ();
  g_autoptr(KlTrainingSet) set = new_learner (&truth, 300, 4);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  KlWeightFit fit;

  g_assert_false (kl_weight_fit_run (&fit, set, NULL, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_reference (void)
{
  g_autofree char *path = coach_fixture_dup_shared ("reviews-one-learner.tsv");
  g_autoptr(KlTrainingSet) set = NULL;
  g_autoptr(GError) error = NULL;
  KlWeightFit fit;

  if (path == NULL)
    {
      g_test_skip ("the reviews of a learner are not beside the project");
      return;
    }

  set = bench_reviews_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kl_training_set_get_n_reviews (set), ==, 12580);
  g_assert_true (kl_weight_fit_run (&fit, set, NULL, NULL, NULL, NULL, &error));
  g_assert_true (fit.is_better);
  g_assert_cmpfloat_with_epsilon (fit.loss, 0.4650, 5e-5);
  g_assert_cmpfloat_with_epsilon (fit.newest_loss, 0.4517, 5e-5);
  g_assert_cmpfloat (fit.fitted_loss, <=, 0.45315);
  g_assert_cmpfloat (fit.newest_fitted_loss, <=, 0.44965);
  assert_in_order (&fit.weights);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/weight-fit/gradient", test_gradient);
  g_test_add_func ("/weight-fit/gradient-is-of-the-loss", test_gradient_is_of_the_loss);
  g_test_add_func ("/weight-fit/initial-stability", test_initial_stability);
  g_test_add_func ("/weight-fit/short-first", test_short_first);
  g_test_add_func ("/weight-fit/short-first-rated", test_short_first_rated);
  g_test_add_func ("/weight-fit/better", test_better);
  g_test_add_func ("/weight-fit/not-better", test_not_better);
  g_test_add_func ("/weight-fit/nothing-to-fit", test_nothing_to_fit);
  g_test_add_func ("/weight-fit/cancel", test_cancel);
  g_test_add_func ("/weight-fit/reference", test_reference);

  return g_test_run ();
}
