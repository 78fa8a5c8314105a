/* kl-map-lanes.c: how edges pass columns of blocks
 *
 * Not behind the blocks: through the gaps between them, each through the one that is nearest to its straight way.
 * Between the columns it goes up and down.
 */

#include "config.h"

#include "kl-map-lanes.h"

#include <math.h>

#include "kl-map-curve.h"
#include "kl-map-metrics.h"

/* Nobody can follow more, and each takes memory. */
#define MOST_PASSES 100000
/* Edges through one gap lie beside each other, as far as there is room. */
#define LANES 5
#define LANE_GAP (KL_MAP_ROW_GAP / 8.0)
#define BEND (KL_MAP_COLUMN_GAP / 2.0)

/**
 * Lanes:
 * @blocks: blocks in their places
 * @columns: (element-type KlMapColumn): the columns, from left to right
 * @column_of: the column of each block
 * @n_passes: how many columns were passed
 */
typedef struct
{
  const KlMapBlocks *blocks;
  const GArray *columns;
  guint *column_of;
  guint n_passes;
} Lanes;

static const KlMapColumn *
get_column (const Lanes *self,
            guint        column)
{
  return &g_array_index (self->columns, KlMapColumn, column);
}

static const cairo_rectangle_t *
get_area (const Lanes       *self,
          const KlMapColumn *column,
          guint              place)
{
  return &g_array_index (self->blocks->blocks, KlMapBlock, g_array_index (column->blocks, guint, place)).area;
}

/* The gap above a block of a column, or below the last one. */
static double
get_gap (const Lanes       *self,
         const KlMapColumn *column,
         guint              place)
{
  const cairo_rectangle_t *last;

  if (place < column->blocks->len)
    return get_area (self, column, place)->y - KL_MAP_ROW_GAP / 2.0;

  last = get_area (self, column, place - 1);
  return last->y + last->height + KL_MAP_ROW_GAP / 2.0;
}

/* Where a column can be passed, as near to @wish as possible. */
static double
find_gap (const Lanes       *self,
          const KlMapColumn *column,
          double             wish)
{
  guint low = 0, high = column->blocks->len;
  double below, above;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_gap (self, column, middle) < wish)
        low = middle + 1;
      else
        high = middle;
    }
  /* Beside the column. */
  if (low == 0 || (low == column->blocks->len && get_gap (self, column, low) < wish))
    return wish;

  below = get_gap (self, column, low);
  above = get_gap (self, column, low - 1);
  return below - wish < wish - above ? below : above;
}

/* From where the curve is to a column and through it. */
static void
pass_on (Lanes             *self,
         const KlMapColumn *column,
         double             y,
         GArray            *points)
{
  kl_map_curve_bend_to (points, column->left, y, BEND, -BEND);
  kl_map_curve_go_to (points, column->right, y);
  self->n_passes++;
}

static void
pass_back (Lanes             *self,
           const KlMapColumn *column,
           double             y,
           gboolean           turns,
           GArray            *points)
{
  kl_map_curve_bend_to (points, column->right, y, turns ? BEND : -BEND, BEND);
  kl_map_curve_go_to (points, column->left, y);
  self->n_passes++;
}

static void
find_way (Lanes           *self,
          const KlMapEdge *edge,
          double           off,
          GArray          *points)
{
  const KlMapRow *from_row = &g_array_index (self->blocks->rows, KlMapRow, edge->from);
  const KlMapRow *to_row = &g_array_index (self->blocks->rows, KlMapRow, edge->to);
  const cairo_rectangle_t *from = &g_array_index (self->blocks->blocks, KlMapBlock, from_row->block).area;
  const cairo_rectangle_t *to = &g_array_index (self->blocks->blocks, KlMapBlock, to_row->block).area;
  guint first = self->column_of[from_row->block], last = self->column_of[to_row->block];
  double y1 = from->y + (from_row->out_unit + 0.5) * KL_MAP_UNIT, y2 = to->y + (to_row->in_unit + 0.5) * KL_MAP_UNIT;
  double x1 = get_column (self, first)->right, x2 = to->x;

  kl_map_curve_begin (points, from->x + from->width, y1);
  /* Beside it, in its column, nothing stands. */
  if (x1 - from->x - from->width > 1)
    kl_map_curve_go_to (points, x1, y1);
  if (last > first)
    {
      for (guint i = first + 1; i < last; i++)
        {
          const KlMapColumn *column = get_column (self, i);
          double wish = y1 + (y2 - y1) * (column->left - x1) / (x2 - x1);

          pass_on (self, column, find_gap (self, column, wish) + off, points);
        }
      kl_map_curve_bend_to (points, x2, y2, BEND, -BEND);
      return;
    }

  /* The way back, in a circle. */
  for (guint i = first + 1; i-- > last;)
    pass_back (self, get_column (self, i), find_gap (self, get_column (self, i), (y1 + y2) / 2) + off, i == first,
               points);
  kl_map_curve_bend_to (points, x2, y2, -BEND, -BEND);
}

/**
 * kl_map_lanes_find:
 * @blocks: blocks in their places
 * @graph: their graph
 * @columns: (element-type KlMapColumn): the columns that they stand in, from left to right
 * @curves: (element-type GArray): for each edge of @graph an empty array of double, which gets the points of its curve,
 *   where it goes from one block to another; no more where there are very many
 */
void
kl_map_lanes_find (const KlMapBlocks *blocks,
                   const KlMapGraph  *graph,
                   const GArray      *columns,
                   GPtrArray         *curves)
{
  g_autofree guint *column_of = g_new0 (guint, blocks->blocks->len + 1);
  Lanes self = { blocks, columns, column_of, 0 };

  for (guint i = 0; i < columns->len; i++)
    {
      const KlMapColumn *column = get_column (&self, i);

      for (guint j = 0; j < column->blocks->len; j++)
        column_of[g_array_index (column->blocks, guint, j)] = i;
    }
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph) && self.n_passes < MOST_PASSES; i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (graph, i);
      double off = LANE_GAP * ((double) (i % LANES) - (LANES - 1) / 2.0);

      if (g_array_index (blocks->rows, KlMapRow, edge->from).block
          != g_array_index (blocks->rows, KlMapRow, edge->to).block)
        find_way (&self, edge, off, curves->pdata[i]);
    }
}
