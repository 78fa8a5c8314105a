#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     kl_background_portal_ask_async  (GDBusConnection      *connection,
                                          gboolean              autostart,
                                          const char *const    *command,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean kl_background_portal_ask_finish (GAsyncResult         *result,
                                          gboolean             *is_allowed,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
