#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void          kl_await_cb (GObject       *source,
                           GAsyncResult  *result,
                           gpointer       user_data);
GAsyncResult *kl_await    (GAsyncResult **result);

G_END_DECLS
