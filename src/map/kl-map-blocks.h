#pragma once

#include <cairo.h>

#include "kl-map-graph.h"

G_BEGIN_DECLS

/**
 * KlMapBlock:
 * @first: its first node, which is a part of none
 * @n_rows: how many nodes it has: the first and all of its parts
 * @is_loose: whether nothing outside of it is needed or needs it
 * @n_columns: how many rows stand beside each other below the first one, at most
 * @area: where it stands
 * @n_units: how high it is, in parts of %KL_MAP_UNIT
 */
typedef struct
{
  guint             first;
  guint             n_rows;
  gboolean          is_loose;
  guint             n_columns;
  cairo_rectangle_t area;
  guint             n_units;
} KlMapBlock;

/**
 * KlMapRow:
 * @block: the number of its block
 * @area: where it stands in its block
 * @unit: the unit of its middle, from the top of its block
 * @in_unit: the unit at the left of its block where edges come in that lead to it
 * @out_unit: the unit at the right of its block where edges go out that come from it
 * @n_lines: how many lines it has
 */
typedef struct
{
  guint             block;
  cairo_rectangle_t area;
  guint             unit;
  guint             in_unit;
  guint             out_unit;
  guint             n_lines;
} KlMapRow;

/**
 * KlMapBlocks:
 * @blocks: (element-type KlMapBlock): the blocks
 * @rows: (element-type KlMapRow): a row for each node
 * @links: (element-type KlMapEdge): which blocks need which others, by what is needed
 *
 * What a map is built of: each topic with all of its parts is one block, with a row for each of them.
 */
typedef struct
{
  GArray *blocks;
  GArray *rows;
  GArray *links;
} KlMapBlocks;

KlMapBlocks *kl_map_blocks_new  (const KlMapGraph  *graph);
KlMapBlocks *kl_map_blocks_copy (const KlMapBlocks *self);
void         kl_map_blocks_free (KlMapBlocks       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMapBlocks, kl_map_blocks_free)

G_END_DECLS
