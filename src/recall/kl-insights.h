#pragma once

#include "model/kl-plan.h"
#include "storage/kl-library.h"

#include "kl-insight-report.h"

G_BEGIN_DECLS

#define KL_TYPE_INSIGHTS (kl_insights_get_type ())

G_DECLARE_FINAL_TYPE (KlInsights, kl_insights, KL, INSIGHTS, GObject)

KlInsights            *kl_insights_new           (KlLibrary            *library,
                                                  KlPlan               *plan);
void                   kl_insights_set_following (KlInsights           *self,
                                                  gboolean              following);
void                   kl_insights_refresh       (KlInsights           *self);
void                   kl_insights_load_async    (KlInsights           *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean               kl_insights_load_finish   (KlInsights           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const KlInsightReport *kl_insights_get_report    (KlInsights           *self);
const GError          *kl_insights_get_error     (KlInsights           *self);

G_END_DECLS
