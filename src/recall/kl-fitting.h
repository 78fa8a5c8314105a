#pragma once

#include "coach/kl-weight-fit.h"
#include "model/kl-change.h"
#include "model/kl-plan.h"
#include "storage/kl-library.h"
#include "storage/kl-progress.h"

G_BEGIN_DECLS

void      kl_fitting_run_async  (KlLibrary            *library,
                                 KlPlan               *plan,
                                 KlProgressFunc        progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean  kl_fitting_run_finish (KlLibrary            *library,
                                 GAsyncResult         *result,
                                 KlWeightFit          *fit,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean  kl_fitting_is_offered (const KlWeightFit    *fit);
char     *kl_fitting_to_text    (const KlWeightFit    *fit);
KlChange *kl_fitting_new_change (const KlWeightFit    *fit,
                                 KlPlan               *plan);

G_END_DECLS
