#pragma once

#include "model/kl-plan.h"
#include "storage/kl-library.h"

#include "kl-due-reason.h"

G_BEGIN_DECLS

#define KL_TYPE_SCHEDULES (kl_schedules_get_type ())

G_DECLARE_FINAL_TYPE (KlSchedules, kl_schedules, KL, SCHEDULES, GObject)

KlSchedules       *kl_schedules_new             (KlLibrary            *library,
                                                 KlPlan               *plan);
KlPlan            *kl_schedules_get_plan        (KlSchedules          *self);
void               kl_schedules_load_async      (KlSchedules          *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean           kl_schedules_load_finish     (KlSchedules          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           kl_schedules_is_loaded       (KlSchedules          *self);

const KlScheduler *kl_schedules_get_scheduler   (KlSchedules          *self);
gint64             kl_schedules_get_today       (KlSchedules          *self);

const KlSchedule  *kl_schedules_peek            (KlSchedules          *self,
                                                 const char           *subject_id);
gboolean           kl_schedules_get_due         (KlSchedules          *self,
                                                 const char           *subject_id,
                                                 gint64               *day);
gboolean           kl_schedules_get_restudy     (KlSchedules          *self,
                                                 const char           *subject_id,
                                                 gint64               *day);
gboolean           kl_schedules_get_expectation (KlSchedules          *self,
                                                 const char           *subject_id,
                                                 gint64                day,
                                                 KlExpectation        *expectation);
gboolean           kl_schedules_get_reason      (KlSchedules          *self,
                                                 const char           *subject_id,
                                                 KlDueReason          *reason);

G_END_DECLS
