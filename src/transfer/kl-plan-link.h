#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

void     kl_plan_link_async  (KlLibrary            *library,
                              const char           *plan_id,
                              const char           *path,
                              KlFollow              follow,
                              gboolean              replace,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
char    *kl_plan_link_finish (GAsyncResult         *result,
                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
