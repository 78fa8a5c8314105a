#pragma once

#include <gio/gio.h>

#include "kl-training-set.h"

G_BEGIN_DECLS

/* From so many attempts on a fit is worth offering. */
#define KL_WEIGHT_FIT_MIN_REVIEWS 400

/**
 * KlWeightFit:
 * @weights: the weights, fitted to the whole history; those in use where @is_better is %FALSE
 * @is_better: whether a fit to the older four fifths predicts the newest fifth better than the weights in use
 * @n_reviews: how many attempts the history has
 * @n_newest: how many attempts of the newest fifth could be predicted
 * @newest_loss: the loss of the newest fifth with the weights in use
 * @newest_fitted_loss: that with weights fitted to the older four fifths
 * @loss: the loss of the whole history with the weights in use
 * @fitted_loss: that with @weights
 *
 * What a fit came to. Each loss is kl_training_set_get_loss().
 */
typedef struct
{
  KlWeights weights;
  gboolean  is_better;
  guint     n_reviews;
  guint     n_newest;
  double    newest_loss;
  double    newest_fitted_loss;
  double    loss;
  double    fitted_loss;
} KlWeightFit;

/**
 * KlWeightFitProgressFunc:
 * @fraction: how much is done, 0–1; never less than before
 * @data: what was given with the function
 *
 * Called in the thread that fits.
 */
typedef void (*KlWeightFitProgressFunc) (double   fraction,
                                         gpointer data);

gboolean kl_weight_fit_run   (KlWeightFit              *self,
                              const KlTrainingSet      *set,
                              const KlWeights          *in_use,
                              KlWeightFitProgressFunc   progress,
                              gpointer                  data,
                              GCancellable             *cancellable,
                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
