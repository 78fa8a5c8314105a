#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void kl_step_run (GTask               *task,
                  GTaskThreadFunc      thread,
                  GAsyncReadyCallback  callback);

G_END_DECLS
