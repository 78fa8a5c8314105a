#pragma once

#include "storage/kl-library.h"

#include "kl-report.h"

G_BEGIN_DECLS

void      kl_report_load_async  (KlLibrary            *library,
                                 const char           *plan_id,
                                 gboolean              right_to_left,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
KlReport *kl_report_load_finish (GAsyncResult         *result,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
