#pragma once

#include "kl-map-blocks.h"

G_BEGIN_DECLS

void kl_map_columns_lay_out (KlMapBlocks      *blocks,
                             const KlMapGraph *graph,
                             GPtrArray        *curves);

G_END_DECLS
