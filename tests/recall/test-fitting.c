/* test-fitting.c: weights that fit what was recalled in a plan, as an offer */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-iso-date.h"
#include "recall/kl-fitting.h"

#include <string.h>

enum
{
  N_ATTEMPTS = 8,
};

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  double fraction; /* what was told last */
  guint n_told;
  GThread *thread;
  GCancellable *cancellable; /* cancelled when it is told that something was done */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->thread = g_thread_self ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->plan);
  g_clear_object (&self->cancellable);
  library_fixture_tear_down (&self->library, NULL);
}

static void
insert_attempt (KlChange  *change,
                KlSubject *subject,
                gint64     number,
                gint64     day,
                double     recall)
{
  g_autofree char *date = kl_iso_date_format_day (day);
  g_autoptr(KlRecord) attempt
    = g_object_new (KL_TYPE_ATTEMPT, "owner", kl_record_get_id (KL_RECORD (subject)), "position", number, "number",
                    number, "date", date, "low", 100 * recall, "high", 100 * recall, NULL);

  kl_change_insert (change, attempt);
}

/* A learner who forgets as these weights say. */
static void
learn (Fixture         *self,
       const KlWeights *weights,
       guint            n_subjects)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT_RECORDS, "plan");
  g_autoptr(GRand) random = g_rand_new_with_seed (21);
  g_autoptr(GError) error = NULL;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, weights);
  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "owner", kl_record_get_id (KL_RECORD (self->plan)),
                                                   "position", (gint64) i + 1, "title", "subject", NULL);
      KlMemoryState memory = { 0, 0 };
      gint64 day = 738000 + g_rand_int_range (random, 0, 300);

      kl_change_insert (change, KL_RECORD (subject));
      for (gint64 j = 0; j < N_ATTEMPTS; j++)
        {
          gint64 days = j == 0 ? 0 : g_rand_int_range (random, 1, 8 << j);
          double recall = j == 0 ? g_rand_double (random)
                                 : kl_fsrs_get_retrievability (&fsrs, memory.stability, (double) days);
          KlGrade grade = kl_grade_for_score (100 * recall);

          day += days;
          memory = j == 0 ? kl_fsrs_get_first (&fsrs, grade) : kl_fsrs_get_next (&fsrs, memory, grade, (double) days);
          insert_attempt (change, subject, j + 1, day, recall);
        }
    }
  g_assert_true (library_fixture_apply (&self->library, change, &error));
  g_assert_no_error (error);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  Fixture *self = data;

  g_assert_true (g_thread_self () == self->thread);
  g_assert_cmpfloat (fraction, >=, self->fraction);
  self->fraction = fraction;
  self->n_told++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
fit (Fixture      *self,
     KlWeightFit  *done,
     GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  self->fraction = 0;
  kl_fitting_run_async (self->library.library, self->plan, progress_cb, self, self->cancellable,
                        library_fixture_done_cb, &result);
  return kl_fitting_run_finish (self->library.library, library_fixture_await (&result), done, error);
}

static KlWeights
other_weights (void)
{
  KlWeights weights = *kl_weights_get_default ();

  weights.w[0] = 1;
  weights.w[3] = 25;
  weights.w[20] = 0.4;
  return weights;
}

static void
assert_text (const KlWeightFit *done,
             const char        *words)
{
  g_autofree char *text = kl_fitting_to_text (done);

  g_assert_nonnull (strstr (text, words));
}

static void
test_offered (Fixture       *self,
              gconstpointer  data)
{
  KlWeights truth = other_weights ();
  g_autoptr(KlChange) change = NULL;
  g_autoptr(GError) error = NULL;
  KlWeightFit done;
  KlWeightFit again;
  KlWeights taken;

  learn (self, &truth, 100);
  g_assert_true (fit (self, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_told, >, 0);
  g_assert_cmpuint (done.n_reviews, ==, 100 * N_ATTEMPTS);
  g_assert_true (kl_fitting_is_offered (&done));
  g_assert_cmpfloat (done.newest_fitted_loss, <, done.newest_loss);
  assert_text (&done, "predict the newest");
  assert_text (&done, "falls by");

  /* Nothing is other than before until it is taken. */
  g_assert_null (kl_plan_get_weights (self->plan));
  change = kl_fitting_new_change (&done, self->plan);
  g_assert_true (library_fixture_apply (&self->library, change, &error));
  g_assert_no_error (error);
  g_assert_true (kl_weights_parse (kl_plan_get_weights (self->plan), &taken));
  g_assert_true (kl_weights_equal (&taken, &done.weights));

  /* What is in use from then on is what another fit is held against. */
  g_assert_true (fit (self, &again, &error));
  g_assert_cmpfloat_with_epsilon (again.loss, done.fitted_loss, 1e-12);
}

static void
test_not_better (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  KlWeightFit done;

  /* Who forgets as the usual weights say has them already. */
  learn (self, kl_weights_get_default (), 60);
  g_assert_true (fit (self, &done, &error));
  g_assert_no_error (error);
  g_assert_false (done.is_better);
  g_assert_false (kl_fitting_is_offered (&done));
  assert_text (&done, "do not predict");
}

static void
test_too_few (Fixture       *self,
              gconstpointer  data)
{
  KlWeights truth = other_weights ();
  g_autoptr(GError) error = NULL;
  KlWeightFit done;

  g_assert_true (fit (self, &done, &error));
  g_assert_cmpuint (done.n_reviews, ==, 0);
  assert_text (&done, "There are 0 attempts");

  learn (self, &truth, 40);
  g_assert_true (fit (self, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (done.n_reviews, ==, 40 * N_ATTEMPTS);
  g_assert_false (kl_fitting_is_offered (&done));
  assert_text (&done, "from 400 on");
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  KlWeights truth = other_weights ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) early_error = NULL;
  KlWeightFit done;

  learn (self, &truth, 500);
  self->cancellable = g_cancellable_new ();
  g_assert_false (fit (self, &done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* Before anything is read. */
  g_assert_false (fit (self, &done, &early_error));
  g_assert_error (early_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/fitting/offered", test_offered);
  ADD ("/fitting/not-better", test_not_better);
  ADD ("/fitting/too-few", test_too_few);
  ADD ("/fitting/cancelled", test_cancelled);

  return g_test_run ();
}
