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
  g_autoptr(KlMapMeasure) measure = kl_map_measure_new ();

  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
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
  row->unit = unit + n_units / 2;
  return unit + n_units;
}

/* The topic on top, its parts below it, beside each other where they are many. */
static void
place_rows (KlMapBlock *block,
            KlMapRow   *rows)
{
  guint n_all = 0, head = count_units (rows[0].n_lines), column = 0, unit, n_columns = 1;

  for (guint i = 1; i < block->n_rows; i++)
    n_all += count_units (rows[i].n_lines);
  if (block->n_rows > MOST_ROWS)
    n_columns = MAX (1, (guint) sqrt ((double) n_all * KL_MAP_UNIT / KL_MAP_BLOCK_WIDTH));

  block->area.width = (double) n_columns * KL_MAP_BLOCK_WIDTH;
  unit = block->n_units = place_row (&rows[0], 0, 0, block->area.width);
  for (guint i = 1; i < block->n_rows; i++)
    {
      if (unit >= head + (n_all + n_columns - 1) / n_columns && column + 1 < n_columns)
        {
          column++;
          unit = head;
        }
      unit = place_row (&rows[i], (double) column * KL_MAP_BLOCK_WIDTH, unit, KL_MAP_BLOCK_WIDTH);
      block->n_units = MAX (block->n_units, unit);
    }
  block->area.height = (double) block->n_units * KL_MAP_UNIT;
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
