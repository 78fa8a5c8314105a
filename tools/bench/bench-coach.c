/* bench-coach.c: the scheduler, against the arithmetic alone, and the fit of its weights, against one pass of it
 *
 * Here no other program and no disk takes part: what is measured is the processor's time.
 */

#include "config.h"

#include "bench-areas.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#include "bench-reviews.h"
#include "bench-tight-fsrs.h"
#include "coach/kl-weight-fit.h"

#define STEP_BAR 1.5
#define FIT_BAR 100.0

enum
{
  N_STEPS = 400 * 1000,
  N_HISTORY = 20,
  N_FITTED = 10 * 1000,
  N_ROUNDS = 15,
  N_FIT_ROUNDS = 5,
  N_PASSES = 10, /* one is too short to be measured */
};

typedef double (*TightFunc) (const KlWeights *, const KlTrainingReview *, gsize, gsize);

typedef struct
{
  KlTrainingReview *reviews;
  KlFsrs fsrs;
  TightFunc tight;
  double sum;
} Stepping;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Both ways must come to the same, or the comparison is of two different things. */
static gboolean
check_sum (Stepping  *self,
           double     sum,
           GError   **error)
{
  if (self->sum <= 0)
    self->sum = sum;
  if (fabs (sum / self->sum - 1) < 1e-9)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       "the scheduler and the plain loop come to different results");
  return FALSE;
}

static gboolean
step_ours (gpointer   data,
           gint64    *microseconds,
           GError   **error)
{
  Stepping *self = data;
  gint64 begin = get_processor_time ();
  KlMemoryState memory = { 0, 0 };
  double sum = 0;

  for (gsize i = 0; i < N_STEPS; i++)
    {
      const KlTrainingReview *review = &self->reviews[i];

      memory = i % N_HISTORY == 0 ? kl_fsrs_get_first (&self->fsrs, review->grade)
                                  : kl_fsrs_get_next (&self->fsrs, memory, review->grade, review->days);
      sum += memory.stability;
    }
  *microseconds = get_processor_time () - begin;
  return check_sum (self, sum, error);
}

static gboolean
step_tight (gpointer   data,
            gint64    *microseconds,
            GError   **error)
{
  Stepping *self = data;
  gint64 begin = get_processor_time ();
  double sum = self->tight (&self->fsrs.weights, self->reviews, N_STEPS, N_HISTORY);

  *microseconds = get_processor_time () - begin;
  return check_sum (self, sum, error);
}

static KlTrainingReview *
new_reviews (gsize    n_reviews,
             gboolean are_rated)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  KlTrainingReview *reviews = g_new (KlTrainingReview, n_reviews);

  for (gsize i = 0; i < n_reviews; i++)
    {
      gsize place = i % N_HISTORY;
      /* Three of four are recalled; one in five is of the same day as the one before. */
      gint32 rating = g_rand_int_range (random, 0, 4) == 0 ? 1 : g_rand_int_range (random, 2, 5);

      reviews[i].grade = are_rated ? kl_grade_for_rating ((KlRating) rating)
                                   : kl_grade_for_score (g_rand_int_range (random, 400, 1001) / 10.0);
      reviews[i].days
        = g_rand_int_range (random, 0, 5) == 0 ? 0 : g_rand_int_range (random, 1, (gint32) (4 + 4 * place));
      reviews[i].order = (gint64) (place * n_reviews + i);
    }
  return reviews;
}

static gboolean
compare_steps (BenchContext  *context,
               const char    *name,
               gboolean       are_rated,
               GError       **error)
{
  g_autofree KlTrainingReview *reviews = new_reviews (N_STEPS, are_rated);
  Stepping stepping = { .reviews = reviews, .tight = are_rated ? bench_tight_fsrs_rate : bench_tight_fsrs_score };
  double milliseconds;

  kl_fsrs_init (&stepping.fsrs, NULL);
  if (!bench_report_compare (context->report, name, N_ROUNDS, STEP_BAR, step_ours, step_tight, &stepping, error))
    return FALSE;

  milliseconds = bench_report_get_last (context->report);
  printf ("    %.1f million steps a second\n", N_STEPS / milliseconds / 1000);
  return TRUE;
}

static gboolean
fit (gpointer   data,
     gint64    *microseconds,
     GError   **error)
{
  gint64 begin = get_processor_time ();
  KlWeightFit result;

  if (!kl_weight_fit_run (&result, data, NULL, NULL, NULL, NULL, error))
    return FALSE;
  *microseconds = get_processor_time () - begin;
  return TRUE;
}

static gboolean
pass (gpointer   data,
      gint64    *microseconds,
      GError   **error)
{
  gint64 begin = get_processor_time ();
  double sum = 0;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, NULL);
  for (guint round = 0; round < N_PASSES; round++)
    for (guint i = 0; i < kl_training_set_get_n_histories (data); i++)
      {
        gsize n_reviews;
        const KlTrainingReview *history = kl_training_set_get_history (data, i, &n_reviews);
        KlMemoryState memory = kl_fsrs_get_first (&fsrs, history[0].grade);

        for (gsize j = 1; j < n_reviews; j++)
          memory = kl_fsrs_get_next (&fsrs, memory, history[j].grade, history[j].days);
        sum += memory.stability;
      }
  *microseconds = (get_processor_time () - begin) / N_PASSES;
  return sum > 0;
}

static gboolean
compare_fit (BenchContext  *context,
             GError       **error)
{
  g_autofree KlTrainingReview *reviews = new_reviews (N_FITTED, FALSE);
  g_autoptr(KlTrainingSet) set = kl_training_set_new ();

  for (gsize i = 0; i < N_FITTED; i += N_HISTORY)
    kl_training_set_add (set, &reviews[i], N_HISTORY);
  return bench_report_compare (context->report, "fit weights to 10,000 attempts, against one pass",
                               N_FIT_ROUNDS, FIT_BAR, fit, pass, set, error);
}

static void
print_loss (const char *name,
            double      before,
            double      after,
            double      reference)
{
  printf ("%-56s | %9.4f    | %9.4f    | reference %.4f\n", name, after, before, reference);
}

/* What the weights are worth, on the history of a learner who is not made up. */
static gboolean
print_losses (GError **error)
{
  g_autofree char *path = g_build_filename (BENCH_SOURCE_DIR, "..", "shared", "data", "fsrs", "reviews-one-learner.tsv",
                                            NULL);
  g_autoptr(KlTrainingSet) set = NULL;
  KlWeightFit result;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      printf ("The reviews of a learner are not beside the project: no loss of fitted weights.\n");
      return TRUE;
    }

  set = bench_reviews_read (path, error);
  if (set == NULL || !kl_weight_fit_run (&result, set, NULL, NULL, NULL, NULL, error))
    return FALSE;

  printf ("%-56s | %12s | %12s |\n", "log loss", "fitted", "default");
  print_loss ("reviews of one learner, in sample", result.loss, result.fitted_loss, 0.4531);
  print_loss ("the newest fifth, fitted to the older ones", result.newest_loss, result.newest_fitted_loss, 0.4496);
  printf ("The fit is %s\n",
          result.is_better ? "offered." : "not offered: it does not lower the loss of the newest fifth.");
  return TRUE;
}

/**
 * bench_coach:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether the scheduler could be measured
 */
gboolean
bench_coach (BenchContext  *context,
             GError       **error)
{
  return compare_steps (context, "400,000 rating steps of FSRS, against a tight loop", TRUE, error)
         && compare_steps (context, "400,000 percent steps of FSRS, against a tight loop", FALSE, error)
         && bench_schedules (context, error) && compare_fit (context, error) && print_losses (error);
}
