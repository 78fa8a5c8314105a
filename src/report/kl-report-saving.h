#pragma once

#include "storage/kl-library.h"

#include "kl-report-paper.h"

G_BEGIN_DECLS

void  kl_report_save_async  (KlLibrary            *library,
                             const char           *plan_id,
                             const char           *path,
                             const KlReportPaper  *paper,
                             gboolean              right_to_left,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
guint kl_report_save_finish (GAsyncResult         *result,
                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
