#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void kl_merge_halved_note (GListModel *subjects,
                           GHashTable *base_of,
                           GPtrArray  *notes);

G_END_DECLS
