/* kl-fitting.c: the weights of a plan, fitted to what was recalled in it
 *
 * The library's reader reads the attempts, a thread fits. What comes of it is an offer: the plan has other weights only
 * when the person takes it.
 */

#include "config.h"

#include "kl-fitting.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"
#include "kl-plan-scheduler.h"
#include "kl-replay.h"

typedef struct
{
  KlReviewRows *rows;
  KlWeights in_use;
  GTimeZone *zone;
  guint day_start;
  KlProgress *progress;
} Fitting;

static void
fitting_free (gpointer data)
{
  Fitting *fitting = data;

  g_clear_pointer (&fitting->rows, kl_review_rows_unref);
  g_time_zone_unref (fitting->zone);
  kl_progress_unref (fitting->progress);
  g_free (fitting);
}

static void
fit_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Fitting *fitting = task_data;
  g_autoptr(KlTrainingSet) set = kl_replay_training_set (fitting->rows, fitting->zone, fitting->day_start);
  g_autofree KlWeightFit *fit = g_new0 (KlWeightFit, 1);
  GError *error = NULL;

  if (kl_weight_fit_run (fit, set, &fitting->in_use, kl_progress_report, fitting->progress, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&fit), g_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Fitting *fitting = g_task_get_task_data (task);
  GError *error = NULL;

  fitting->rows = kl_library_read_reviews_finish (KL_LIBRARY (source), result, &error);
  if (fitting->rows != NULL)
    g_task_run_in_thread (task, fit_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * kl_fitting_run_async:
 * @library: an open library
 * @plan: a plan of it
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fits the scheduler's weights to all attempts of the plan that count, kl_weight_fit_run(). The plan stays as it is.
 */
void
kl_fitting_run_async (KlLibrary           *library,
                      KlPlan              *plan,
                      KlProgressFunc       progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Fitting *fitting = g_new0 (Fitting, 1);
  KlScheduler scheduler;

  kl_plan_scheduler_init (&scheduler, plan);
  fitting->in_use = scheduler.fsrs.weights;
  fitting->zone = g_time_zone_ref (g_date_time_get_timezone (now));
  fitting->day_start = kl_plan_scheduler_get_day_start (plan);
  fitting->progress = kl_progress_new (progress, progress_data);
  g_task_set_source_tag (task, kl_fitting_run_async);
  g_task_set_task_data (task, fitting, fitting_free);
  kl_library_read_reviews_async (library, kl_record_get_id (KL_RECORD (plan)), NULL, cancellable, read_cb, task);
}

/**
 * kl_fitting_run_finish:
 * @library: a library
 * @result: what the callback was given
 * @fit: (out caller-allocates): what it came to
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it came to an end
 */
gboolean
kl_fitting_run_finish (KlLibrary     *library,
                       GAsyncResult  *result,
                       KlWeightFit   *fit,
                       GError       **error)
{
  g_autofree KlWeightFit *done = NULL;

  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  kl_progress_stop (((Fitting *) g_task_get_task_data (G_TASK (result)))->progress);
  done = g_task_propagate_pointer (G_TASK (result), error);
  if (done == NULL)
    return FALSE;

  *fit = *done;
  return TRUE;
}

/**
 * kl_fitting_is_offered:
 * @fit: what a fit came to
 *
 * Returns: whether to offer its weights: where there are attempts enough, and a fit to the older ones predicts the
 *   newest fifth better than the weights in use
 */
gboolean
kl_fitting_is_offered (const KlWeightFit *fit)
{
  return fit->n_reviews >= KL_WEIGHT_FIT_MIN_REVIEWS && fit->is_better;
}

/**
 * kl_fitting_to_text:
 * @fit: what a fit came to
 *
 * Returns: (transfer full): what speaks for its weights, and by how much, or why they are not offered
 */
char *
kl_fitting_to_text (const KlWeightFit *fit)
{
  double fall = fit->newest_loss > 0 ? 1 - fit->newest_fitted_loss / fit->newest_loss : 0;
  g_autofree char *share = kl_chart_text_percent (100 * fall);

  if (fit->n_reviews < KL_WEIGHT_FIT_MIN_REVIEWS)
    return g_strdup_printf (ngettext ("There is %u attempt that counts. Weights can be fitted from %u on.",
                                      "There are %u attempts that count. Weights can be fitted from %u on.",
                                      fit->n_reviews),
                            fit->n_reviews, (guint) KL_WEIGHT_FIT_MIN_REVIEWS);

  if (!fit->is_better)
    return g_strdup_printf (ngettext ("Weights fitted to your older attempts do not predict the newest one (%u) better "
                                      "than those in use, which stay.",
                                      "Weights fitted to your older attempts do not predict the newest %u better than "
                                      "those in use, which stay.",
                                      fit->n_newest),
                            fit->n_newest);

  /* Translators: the numbers at the end are the loss before and after. */
  return g_strdup_printf (ngettext ("Weights fitted to your older attempts predict the newest one (%u) better: the "
                                    "error falls by %s, from %.4f to %.4f.",
                                    "Weights fitted to your older attempts predict the newest %u better: the error "
                                    "falls by %s, from %.4f to %.4f.",
                                    fit->n_newest),
                          fit->n_newest, share, fit->newest_loss, fit->newest_fitted_loss);
}

/**
 * kl_fitting_new_change:
 * @fit: a fit that is offered
 * @plan: the plan that it was made for
 *
 * Returns: (transfer full): gives the plan these weights, fitted to all of its attempts; its schedules follow
 */
KlChange *
kl_fitting_new_change (const KlWeightFit *fit,
                       KlPlan            *plan)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (plan));
  g_autofree char *weights = kl_weights_to_text (&fit->weights);

  kl_change_set_string (change, KL_RECORD (plan), "weights", weights);
  return change;
}
