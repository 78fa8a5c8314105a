#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void kl_list_update (GListStore *store,
                     GPtrArray  *items,
                     gboolean    rebind);

G_END_DECLS
