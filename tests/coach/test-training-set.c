/* test-training-set.c: the histories that weights are fitted to, and the loss */

#include "config.h"

#include "coach-fixture.h"
#include "coach/kl-recall-loss.h"
#include "coach/kl-training-set.h"

#include <math.h>

static void
test_loss (void)
{
  g_assert_cmpfloat_with_epsilon (kl_recall_loss (1, 0.9), -log (0.9), 1e-12);
  g_assert_cmpfloat_with_epsilon (kl_recall_loss (0, 0.9), -log (0.1), 1e-12);
  g_assert_cmpfloat_with_epsilon (kl_recall_loss (0.7, 0.9), -0.7 * log (0.9) - 0.3 * log (0.1), 1e-12);
  /* The least is where what was predicted came. */
  g_assert_cmpfloat_with_epsilon (kl_recall_loss_slope (0.7, 0.7), 0, 1e-12);
  g_assert_cmpfloat (kl_recall_loss_slope (0.7, 0.8), >, 0);
  g_assert_cmpfloat (kl_recall_loss_slope (0.7, 0.6), <, 0);
  g_assert_true (isfinite (kl_recall_loss (1, 0)) && isfinite (kl_recall_loss (0, 1)));
  g_assert_true (isfinite (kl_recall_loss_slope (1, 0)) && isfinite (kl_recall_loss_slope (0, 1)));
}

/* Two subjects whose attempts alternate; one attempt is of the same day as the one before. */
static KlTrainingSet *
new_set (void)
{
  KlTrainingSet *set = kl_training_set_new ();
  const KlReview first[] = {
    { 100, 1, 100, kl_grade_for_score (80), FALSE },
    { 104, 2, 104, kl_grade_for_score (60), FALSE },
    { 104, 3, 104, kl_grade_for_score (90), FALSE },
    { 120, 4, 120, kl_grade_for_score (70), FALSE },
  };
  const KlReview second[] = {
    { 101, 1, 101, kl_grade_for_score (50), FALSE },
    { 103, 2, 103, kl_grade_for_score (50), FALSE },
  };

  kl_training_set_add_reviews (set, first, G_N_ELEMENTS (first));
  kl_training_set_add_reviews (set, second, G_N_ELEMENTS (second));
  kl_training_set_add_reviews (set, NULL, 0);
  return set;
}

static void
test_histories (void)
{
  g_autoptr(KlTrainingSet) set = new_set ();
  const KlTrainingReview *history;
  gsize n_reviews;

  g_assert_cmpuint (kl_training_set_get_n_histories (set), ==, 2);
  g_assert_cmpuint (kl_training_set_get_n_reviews (set), ==, 6);
  history = kl_training_set_get_history (set, 0, &n_reviews);
  g_assert_cmpuint (n_reviews, ==, 4);
  COACH_ASSERT_SAME (history[1].days, 4);
  COACH_ASSERT_SAME (history[2].days, 0);
  COACH_ASSERT_SAME (history[3].days, 16);
  kl_training_set_get_history (set, 1, &n_reviews);
  g_assert_cmpuint (n_reviews, ==, 2);
}

static void
test_first_has_no_days (void)
{
  const KlTrainingReview history[] = { { kl_grade_for_score (80), 9, 1 }, { kl_grade_for_score (80), -2, 2 } };
  g_autoptr(KlTrainingSet) set = kl_training_set_new ();
  gsize n_reviews;

  kl_training_set_add (set, history, G_N_ELEMENTS (history));
  g_assert_cmpuint (kl_training_set_count (set, G_MININT64, G_MAXINT64), ==, 0);
  COACH_ASSERT_SAME (kl_training_set_get_history (set, 0, &n_reviews)[0].days, 0);
  COACH_ASSERT_SAME (kl_training_set_get_history (set, 0, &n_reviews)[1].days, 0);
}

static void
test_newest_fifth (void)
{
  g_autoptr(KlTrainingSet) set = new_set ();
  g_autoptr(KlTrainingSet) empty = kl_training_set_new ();
  g_autoptr(KlTrainingSet) ten = kl_training_set_new ();

  /* Two of six, and what is of the same moment. */
  g_assert_cmpint (kl_training_set_get_newest_fifth (set), ==, 104);
  g_assert_cmpint (kl_training_set_get_newest_fifth (empty), ==, G_MAXINT64);
  for (gint64 i = 10; i > 0; i--)
    {
      const KlTrainingReview review = { kl_grade_for_score (80), 0, i };

      kl_training_set_add (ten, &review, 1);
    }
  g_assert_cmpint (kl_training_set_get_newest_fifth (ten), ==, 9);
}

static void
test_window (void)
{
  g_autoptr(KlTrainingSet) set = new_set ();
  const KlWeights *weights = kl_weights_get_default ();
  KlMemoryState memory;
  double loss;
  KlFsrs fsrs;

  g_assert_cmpuint (kl_training_set_count (set, G_MININT64, G_MAXINT64), ==, 3);
  g_assert_cmpuint (kl_training_set_count (set, 104, G_MAXINT64), ==, 2);
  g_assert_cmpuint (kl_training_set_count (set, G_MININT64, 104), ==, 1);
  g_assert_cmpuint (kl_training_set_count (set, 121, G_MAXINT64), ==, 0);
  COACH_ASSERT_SAME (kl_training_set_get_loss (set, weights, 121, G_MAXINT64), 0);

  kl_fsrs_init (&fsrs, weights);
  memory = kl_fsrs_get_first (&fsrs, kl_grade_for_score (80));
  loss = kl_recall_loss (0.6, kl_fsrs_get_retrievability (&fsrs, memory.stability, 4));
  memory = kl_fsrs_get_next (&fsrs, memory, kl_grade_for_score (60), 4);
  memory = kl_fsrs_get_next (&fsrs, memory, kl_grade_for_score (90), 0);
  loss += kl_recall_loss (0.7, kl_fsrs_get_retrievability (&fsrs, memory.stability, 16));
  g_assert_cmpfloat_with_epsilon (kl_training_set_get_loss (set, weights, 104, G_MAXINT64), loss / 2, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/training-set/loss", test_loss);
  g_test_add_func ("/training-set/histories", test_histories);
  g_test_add_func ("/training-set/first-has-no-days", test_first_has_no_days);
  g_test_add_func ("/training-set/newest-fifth", test_newest_fifth);
  g_test_add_func ("/training-set/window", test_window);

  return g_test_run ();
}
