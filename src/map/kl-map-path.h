#pragma once

#include "kl-map-blocks.h"

G_BEGIN_DECLS

void kl_map_path_add_out     (const KlMapBlocks *blocks,
                              guint              node,
                              GArray            *points);
void kl_map_path_add_in      (const KlMapBlocks *blocks,
                              guint              node,
                              GArray            *points);
void kl_map_path_add_between (const KlMapBlocks *blocks,
                              const KlMapEdge   *edge,
                              GArray            *points);
void kl_map_path_add_within  (const KlMapBlocks *blocks,
                              const KlMapEdge   *edge,
                              GArray            *points);

G_END_DECLS
