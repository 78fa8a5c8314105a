#pragma once

#include "coach/kl-fsrs.h"
#include "storage/kl-library.h"

G_BEGIN_DECLS

void        kl_schedule_reading_run_async  (KlLibrary            *library,
                                            KlPlan               *plan,
                                            const char *const    *subject_ids,
                                            const KlFsrs         *fsrs,
                                            guint                 rollover,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GHashTable *kl_schedule_reading_run_finish (KlLibrary            *library,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
