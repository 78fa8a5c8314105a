#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

void     kl_draft_store_async  (KlLibrary            *library,
                                KlSubject            *subject,
                                KlDraft              *draft,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
KlDraft *kl_draft_store_finish (KlLibrary            *library,
                                GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
