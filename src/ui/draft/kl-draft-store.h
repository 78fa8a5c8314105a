#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

void     kl_draft_store_async    (KlLibrary            *library,
                                  KlSubject            *subject,
                                  KlDraft              *draft,
                                  const char           *known,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
KlDraft *kl_draft_store_finish   (KlLibrary            *library,
                                  GAsyncResult         *result,
                                  char                **below,
                                  GError              **error);

char    *kl_draft_store_dup_below (const char           *known,
                                   KlDraft              *stored);
char    *kl_draft_store_join      (const char           *text,
                                   const char           *below);

G_END_DECLS
