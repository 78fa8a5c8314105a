/* kl-map-blocks.c: what a map is built of */

#include "config.h"

#include "kl-map-blocks.h"

#include <math.h>

#include "kl-map-measure.h"
#include "kl-map-metrics.h"

/* More rows stand beside each other. */
#define MOST_ROWS 16

static guint
count_units (guint n_lines)
{
  /* Half a line around them; the number is odd, so that there is a middle. */
  return 2 * n_lines + 1;
}

static void
add_rows (KlMapBlocks      *self,
          const KlMapGraph *graph)
{
  guint n_nodes = kl_map_graph_get_n_nodes (graph);
  /* Letters take a while to be found. */
  g_autoptr(KlMapMeasure) measure = n_nodes > 0 ? kl_map_measure_new () : NULL;

  for (guint i = 0; i < n_nodes; i++)
    {
      const KlMapNode *node = kl_map_graph_get_node (graph, i);
      KlMapBlock block = { .first = i, .is_loose = TRUE };
      KlMapRow row = { 0 };

      if (node->depth == 0)
        g_array_append_val (self->blocks, block);
      row.block = self->blocks->len - 1;
      row.n_lines = kl_map_measure_count_lines (measure, node->title, kl_map_measure_title_width (node->depth));
      /* “Due” stands below the score. */
      row.n_lines = MAX (row.n_lines, node->is_due ? 2 : 1);
      g_array_index (self->blocks, KlMapBlock, row.block).n_rows++;
      g_array_append_val (self->rows, row);
    }
}

static guint
place_row (KlMapRow *row,
           double    x,
           guint     unit,
           double    width)
{
  guint n_units = count_units (row->n_lines);

  row->area = (cairo_rectangle_t) { x, unit * KL_MAP_UNIT, width, n_units * KL_MAP_UNIT };
  row->unit = row->in_unit = row->out_unit = unit + n_units / 2;
  return unit + n_units;
}

static guint
choose_columns (guint n_rows,
                guint n_units)
{
  if (n_rows <= MOST_ROWS)
    return 1;
  return MAX (1, (guint) sqrt ((double) n_units * KL_MAP_UNIT / KL_MAP_BLOCK_WIDTH));
}

/* Edges come in below the first row, and go out below the last ones, where other columns are in between. */
static void
place_ends (const KlMapBlock *block,
            KlMapRow         *rows)
{
  guint head = count_units (rows[0].n_lines);
  double last = block->area.width - KL_MAP_BLOCK_WIDTH;

  for (guint i = 1; i < block->n_rows; i++)
    {
      if (rows[i].area.x > 0)
        rows[i].in_unit = head;
      if (rows[i].area.x < last)
        rows[i].out_unit = block->n_units - 1;
    }
}

/* The topic on top, its parts below it, beside each other where they are many. */
static void
place_rows (KlMapBlock *block,
            KlMapRow   *rows)
{
  guint n_all = 0, column = 0, aisle, top, unit;

  for (guint i = 1; i < block->n_rows; i++)
    n_all += count_units (rows[i].n_lines);
  block->n_columns = choose_columns (block->n_rows, n_all);
  block->area.width = block->n_columns * (KL_MAP_BLOCK_WIDTH + KL_MAP_GUTTER) - KL_MAP_GUTTER;

  aisle = block->n_columns > 1 ? 1 : 0;
  block->n_units = place_row (&rows[0], 0, 0, block->area.width);
  unit = top = block->n_units + aisle;
  for (guint i = 1; i < block->n_rows; i++)
    {
      if (unit >= top + (n_all + block->n_columns - 1) / block->n_columns && column + 1 < block->n_columns)
        {
          column++;
          unit = top;
        }
      unit = place_row (&rows[i], (double) column * (KL_MAP_BLOCK_WIDTH + KL_MAP_GUTTER), unit, KL_MAP_BLOCK_WIDTH);
      block->n_units = MAX (block->n_units, unit);
    }
  block->n_units += aisle;
  block->area.height = (double) block->n_units * KL_MAP_UNIT;
  place_ends (block, rows);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const KlMapEdge *first = a, *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->to > second->to) - (first->to < second->to);
}

static void
add_links (KlMapBlocks      *self,
           const KlMapGraph *graph)
{
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (graph, i);
      KlMapEdge link = { g_array_index (self->rows, KlMapRow, edge->from).block,
                         g_array_index (self->rows, KlMapRow, edge->to).block };

      if (link.from == link.to)
        continue;
      g_array_append_val (self->links, link);
      g_array_index (self->blocks, KlMapBlock, link.from).is_loose = FALSE;
      g_array_index (self->blocks, KlMapBlock, link.to).is_loose = FALSE;
    }
  g_array_sort (self->links, compare_links);
}

/**
 * kl_map_blocks_new:
 * @graph: a sealed graph
 *
 * Returns: (transfer full): its blocks, of which each has its size and no place yet
 */
KlMapBlocks *
kl_map_blocks_new (const KlMapGraph *graph)
{
  KlMapBlocks *self = g_new0 (KlMapBlocks, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (KlMapBlock));
  self->rows = g_array_new (FALSE, FALSE, sizeof (KlMapRow));
  self->links = g_array_new (FALSE, FALSE, sizeof (KlMapEdge));
  add_rows (self, graph);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      KlMapBlock *block = &g_array_index (self->blocks, KlMapBlock, i);

      place_rows (block, &g_array_index (self->rows, KlMapRow, block->first));
    }
  add_links (self, graph);
  return self;
}

/**
 * kl_map_blocks_copy:
 * @self: blocks
 *
 * Returns: (transfer full): the same, whose places can be other ones
 */
KlMapBlocks *
kl_map_blocks_copy (const KlMapBlocks *self)
{
  KlMapBlocks *copy = g_new0 (KlMapBlocks, 1);

  copy->blocks = g_array_copy (self->blocks);
  copy->rows = g_array_ref (self->rows);
  copy->links = g_array_ref (self->links);
  return copy;
}

/**
 * kl_map_blocks_free:
 * @self: (transfer full): blocks
 */
void
kl_map_blocks_free (KlMapBlocks *self)
{
  g_array_unref (self->blocks);
  g_array_unref (self->rows);
  g_array_unref (self->links);
  g_free (self);
}
