#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     kl_notification_markup_ask_async  (GDBusConnection     *connection,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean kl_notification_markup_ask_finish (GAsyncResult        *result);

G_END_DECLS
