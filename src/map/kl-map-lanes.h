#pragma once

#include "kl-map-blocks.h"

G_BEGIN_DECLS

/**
 * KlMapColumn:
 * @blocks: (element-type guint): the blocks that stand in it, from the top to the bottom
 * @left: where it begins
 * @right: where its widest block ends
 *
 * Blocks under each other.
 */
typedef struct
{
  GArray *blocks;
  double  left;
  double  right;
} KlMapColumn;

void kl_map_lanes_find (const KlMapBlocks *blocks,
                        const KlMapGraph  *graph,
                        const GArray      *columns,
                        GPtrArray         *curves);

G_END_DECLS
