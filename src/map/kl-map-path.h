#pragma once

#include "kl-map-blocks.h"

G_BEGIN_DECLS

/**
 * KlMapStretch:
 * @KL_MAP_STRETCH_OUT: from what is needed to the border of its block, where other rows are in between
 * @KL_MAP_STRETCH_BETWEEN: from block to block
 * @KL_MAP_STRETCH_IN: from the border of its block to what needs it, where other rows are in between; all of an edge
 *   between rows of one block
 * @KL_MAP_N_STRETCHES: how many there are
 *
 * The parts of the way of an edge: only what is between the blocks may have to pass behind others.
 */
typedef enum
{
  KL_MAP_STRETCH_OUT,
  KL_MAP_STRETCH_BETWEEN,
  KL_MAP_STRETCH_IN,
  KL_MAP_N_STRETCHES,
} KlMapStretch;

void kl_map_path_add (const KlMapBlocks *blocks,
                      const KlMapEdge   *edge,
                      const GArray      *route,
                      KlMapStretch       stretch,
                      GArray            *points);

G_END_DECLS
