#pragma once

#include <gio/gio.h>

#include "kl-login-entry.h"

G_BEGIN_DECLS

void          kl_login_start_set_async   (gboolean              starts,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      kl_login_start_set_finish  (GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void          kl_login_start_mend_async  (GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      kl_login_start_mend_finish (GAsyncResult         *result,
                                          char                **standing);

G_END_DECLS
