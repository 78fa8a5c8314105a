#pragma once

#include <gio/gio.h>

#include "kl-map-blocks.h"

G_BEGIN_DECLS

gboolean kl_map_dot_lay_out (KlMapBlocks       *blocks,
                             const KlMapGraph  *graph,
                             GPtrArray         *curves,
                             GCancellable      *cancellable,
                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
