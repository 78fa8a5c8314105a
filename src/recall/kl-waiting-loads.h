#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *kl_waiting_loads_new    (void);
void       kl_waiting_loads_finish (GPtrArray    *waiting,
                                    const GError *error);

G_END_DECLS
