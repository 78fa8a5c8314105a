/* kl-map-path.c: the way of an edge, where nobody else found one
 *
 * From block to block in one curve. In a block whose rows stand in several columns, an edge goes through the gutters
 * between them, so that it comes to the row that it is about: it enters below the first row, and leaves below the last.
 */

#include "config.h"

#include "kl-map-path.h"

#include <math.h>

#include "kl-map-curve.h"
#include "kl-map-metrics.h"

/* In a gutter, beside the row that an edge comes from, and beside the one that it leads to: it ends with an arrow. */
#define OUT_LANE (KL_MAP_GUTTER / 4.0)
#define IN_LANE (KL_MAP_GUTTER * 9 / 16.0)
#define BEND KL_MAP_GUTTER
/* A topic that needs itself: an edge from its lower to its upper half. */
#define LOOP (KL_MAP_LINE / 3.0)

/* A row where it stands on the map. */
typedef struct
{
  const KlMapBlock *block;
  const KlMapRow *row;
  double left;
  double right;
  double middle;
} Place;

static Place
find_place (const KlMapBlocks *blocks,
            guint              node)
{
  const KlMapRow *row = &g_array_index (blocks->rows, KlMapRow, node);
  const KlMapBlock *block = &g_array_index (blocks->blocks, KlMapBlock, row->block);
  double left = block->area.x + row->area.x;

  return (Place) { block, row, left, left + row->area.width, block->area.y + (row->unit + 0.5) * KL_MAP_UNIT };
}

static gboolean
is_same (double a,
         double b)
{
  return fabs (a - b) < 1;
}

static double
find_height (const KlMapBlock *block,
             guint             unit)
{
  return block->area.y + (unit + 0.5) * KL_MAP_UNIT;
}

/* From what is needed to the right of its block; nothing where it stands there. */
static void
add_out (const KlMapBlocks *blocks,
         guint              node,
         GArray            *points)
{
  Place from = find_place (blocks, node);
  double out = find_height (from.block, from.row->out_unit);

  if (from.row->out_unit == from.row->unit)
    return;

  kl_map_curve_begin (points, from.right, from.middle);
  kl_map_curve_go_to (points, from.right + OUT_LANE, from.middle);
  kl_map_curve_go_to (points, from.right + OUT_LANE, out);
  kl_map_curve_go_to (points, from.block->area.x + from.block->area.width, out);
}

/* To what needs it from the left of its block; nothing where it stands there. */
static void
add_in (const KlMapBlocks *blocks,
        guint              node,
        GArray            *points)
{
  Place to = find_place (blocks, node);
  double in = find_height (to.block, to.row->in_unit);

  if (to.row->in_unit == to.row->unit)
    return;

  kl_map_curve_begin (points, to.block->area.x, in);
  kl_map_curve_go_to (points, to.left - IN_LANE, in);
  kl_map_curve_go_to (points, to.left - IN_LANE, to.middle);
  kl_map_curve_go_to (points, to.left, to.middle);
}

/* From the right of one block to the left of another. */
static void
add_between (const KlMapBlocks *blocks,
             const KlMapEdge   *edge,
             GArray            *points)
{
  Place from = find_place (blocks, edge->from), to = find_place (blocks, edge->to);
  double x1 = from.block->area.x + from.block->area.width, x2 = to.block->area.x;
  /* The way back, in a circle, goes round both ends. */
  double bend = x2 > x1 ? MAX (KL_MAP_COLUMN_GAP, (x2 - x1) / 2) : KL_MAP_COLUMN_GAP;

  kl_map_curve_begin (points, x1, find_height (from.block, from.row->out_unit));
  kl_map_curve_bend_to (points, x2, find_height (to.block, to.row->in_unit), bend, -bend);
}

/* To a column that is not the next one: below all rows, or round the end of the block, and back from the right. */
static void
go_round (const Place *from,
          const Place *to,
          GArray      *points)
{
  double right = from->block->area.x + from->block->area.width;
  double out = find_height (from->block, from->row->out_unit), back = find_height (to->block, to->row->out_unit);

  kl_map_curve_begin (points, from->right, from->middle);
  if (from->right < right)
    {
      kl_map_curve_go_to (points, from->right + OUT_LANE, from->middle);
      kl_map_curve_go_to (points, from->right + OUT_LANE, out);
    }
  if (from->row->out_unit != to->row->out_unit)
    {
      kl_map_curve_go_to (points, right, out);
      kl_map_curve_bend_to (points, right, back, BEND, BEND);
    }
  if (to->right < right)
    {
      kl_map_curve_go_to (points, to->right + IN_LANE, back);
      kl_map_curve_go_to (points, to->right + IN_LANE, to->middle);
      kl_map_curve_go_to (points, to->right, to->middle);
    }
}

/* From one row of a block to another. */
static void
add_within (const KlMapBlocks *blocks,
            const KlMapEdge   *edge,
            GArray            *points)
{
  Place from = find_place (blocks, edge->from), to = find_place (blocks, edge->to);
  double loop = edge->from == edge->to ? LOOP : 0;
  gboolean is_beside = is_same (from.right, to.right);

  if (is_beside || is_same (to.left - from.right, KL_MAP_GUTTER))
    {
      kl_map_curve_begin (points, from.right, from.middle + loop);
      if (is_beside)
        kl_map_curve_bend_to (points, to.right, to.middle - loop, BEND, BEND);
      else
        kl_map_curve_bend_to (points, to.left, to.middle, BEND / 2.0, -BEND / 2.0);
      return;
    }
  go_round (&from, &to, points);
}

/**
 * kl_map_path_add:
 * @blocks: blocks in their places
 * @edge: an edge
 * @route: (element-type double): the points of the way from block to block that somebody found, empty where nobody did
 * @stretch: which part of it
 * @points: (element-type double): gets the points of its Bézier curve, x and y in turn: one, and then three for each
 *   part; none where the edge has no such stretch
 */
void
kl_map_path_add (const KlMapBlocks *blocks,
                 const KlMapEdge   *edge,
                 const GArray      *route,
                 KlMapStretch       stretch,
                 GArray            *points)
{
  gboolean is_within = g_array_index (blocks->rows, KlMapRow, edge->from).block
                       == g_array_index (blocks->rows, KlMapRow, edge->to).block;

  if (stretch == KL_MAP_STRETCH_IN && is_within)
    add_within (blocks, edge, points);
  else if (is_within)
    return;
  else if (stretch == KL_MAP_STRETCH_OUT)
    add_out (blocks, edge->from, points);
  else if (stretch == KL_MAP_STRETCH_IN)
    add_in (blocks, edge->to, points);
  else if (route->len > 0)
    g_array_append_vals (points, route->data, route->len);
  else
    add_between (blocks, edge, points);
}
