#pragma once

#include "kl-import-job.h"
#include "storage/kl-library.h"

G_BEGIN_DECLS

void             kl_import_merging_async  (KlLibrary            *library,
                                           KlImportJob          *job,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
KlImportPreview *kl_import_merging_finish (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
