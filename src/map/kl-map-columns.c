/* kl-map-columns.c: what needs each other in columns, where Graphviz would take too long
 *
 * A column for each layer, side by side; in each, what is needed by much the same stands beside each other (the
 * barycentres of Sugiyama, Tagawa and Toda, Methods for Visual Understanding of Hierarchical System Structures, 1981).
 */

#include "config.h"

#include "kl-map-columns.h"

#include "kl-map-lanes.h"
#include "kl-map-layers.h"
#include "kl-map-metrics.h"

#define SWEEPS 4
/* A layer that is higher than so many times what it is wide is broken. */
#define STEEPEST 40

/* A block on its way to a place. */
typedef struct
{
  guint block;
  guint layer;
  double wish;
} Placed;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->layer != second->layer)
    return first->layer < second->layer ? -1 : 1;
  if (first->wish < second->wish || first->wish > second->wish)
    return first->wish < second->wish ? -1 : 1;
  return (first->block > second->block) - (first->block < second->block);
}

/* Each in its place in its layer, 0–1. */
static void
find_places (const GArray *placed,
             double       *places)
{
  for (guint i = 0; i < placed->len;)
    {
      guint end = i, layer = g_array_index (placed, Placed, i).layer;

      while (end < placed->len && g_array_index (placed, Placed, end).layer == layer)
        end++;
      for (guint j = i; j < end; j++)
        places[g_array_index (placed, Placed, j).block] = (j - i + 0.5) / (end - i);
      i = end;
    }
}

/* Each wishes to be where those stand on average that it needs, and in turn those that need it. */
static void
sweep (const KlMapBlocks *blocks,
       GArray            *placed,
       gboolean           backward)
{
  guint n_blocks = blocks->blocks->len;
  g_autofree double *places = g_new0 (double, n_blocks + 1);
  g_autofree double *sums = g_new0 (double, n_blocks + 1);
  g_autofree guint *counts = g_new0 (guint, n_blocks + 1);

  find_places (placed, places);
  for (guint i = 0; i < blocks->links->len; i++)
    {
      const KlMapEdge *link = &g_array_index (blocks->links, KlMapEdge, i);
      guint at = backward ? link->from : link->to;

      sums[at] += places[backward ? link->to : link->from];
      counts[at]++;
    }
  for (guint i = 0; i < placed->len; i++)
    {
      Placed *one = &g_array_index (placed, Placed, i);

      one->wish = counts[one->block] > 0 ? sums[one->block] / counts[one->block] : places[one->block];
    }
  g_array_sort (placed, compare);
}

static GArray *
find_order (const KlMapBlocks *blocks)
{
  g_autofree guint *layers = kl_map_layers_new (blocks->blocks->len, blocks->links);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      Placed one = { i, layers[i], i };

      if (!g_array_index (blocks->blocks, KlMapBlock, i).is_loose)
        g_array_append_val (placed, one);
    }
  g_array_sort (placed, compare);
  for (guint i = 0; i < SWEEPS; i++)
    sweep (blocks, placed, i % 2 == 1);
  return placed;
}

static void
clear_column (gpointer data)
{
  g_array_unref (((KlMapColumn *) data)->blocks);
}

static KlMapColumn *
add_column (GArray *columns,
            double  left)
{
  KlMapColumn column = { g_array_new (FALSE, FALSE, sizeof (guint)), left, left };

  g_array_append_val (columns, column);
  return &g_array_index (columns, KlMapColumn, columns->len - 1);
}

/* Sets each in its place, and tells in which columns they stand. */
static GArray *
place_all (KlMapBlocks  *blocks,
           const GArray *placed)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (KlMapColumn));
  KlMapColumn *column = NULL;
  double y = 0;

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *one = &g_array_index (placed, Placed, i);
      KlMapBlock *block = &g_array_index (blocks->blocks, KlMapBlock, one->block);
      gboolean is_next = i > 0 && g_array_index (placed, Placed, i - 1).layer != one->layer;

      if (column == NULL || is_next || y > STEEPEST * KL_MAP_BLOCK_WIDTH)
        {
          column = add_column (columns, column == NULL ? 0 : column->right + KL_MAP_COLUMN_GAP * (is_next ? 2 : 1));
          y = 0;
        }
      g_array_append_val (column->blocks, one->block);
      block->area.x = column->left;
      block->area.y = y;
      y += block->area.height + KL_MAP_ROW_GAP;
      column->right = MAX (column->right, column->left + block->area.width);
    }
  return columns;
}

/**
 * kl_map_columns_lay_out:
 * @blocks: blocks; those that are not loose get their places
 * @graph: their graph
 * @curves: (element-type GArray): for each edge of @graph an empty array of double, which gets the points of its curve,
 *   where it goes from one block to another
 */
void
kl_map_columns_lay_out (KlMapBlocks      *blocks,
                        const KlMapGraph *graph,
                        GPtrArray        *curves)
{
  g_autoptr(GArray) placed = find_order (blocks);
  g_autoptr(GArray) columns = place_all (blocks, placed);

  kl_map_lanes_find (blocks, graph, columns, curves);
}
