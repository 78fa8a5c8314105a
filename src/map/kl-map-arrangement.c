/* kl-map-arrangement.c: where everything on a map stands in some room
 *
 * Above, what needs each other, as it was laid out. Below, what neither needs anything nor is needed, in as many
 * columns as there is room for.
 */

#include "config.h"

#include "kl-map-arrangement.h"

#include <math.h>

#include "kl-map-metrics.h"

/* So that a block of several columns stands over as many of one. */
#define LOOSE_GAP KL_MAP_GUTTER
#define HEADING_HEIGHT (2 * KL_MAP_LINE)
#define WIDER 1.6

struct _KlMapArrangement
{
  gatomicrefcount refs;
  KlMapLayout *layout;
  KlMapBlocks *blocks;
  GArray *bounds; /* of cairo_rectangle_t, around each edge */
  double width;
  double height;
  double heading;
};

G_DEFINE_BOXED_TYPE (KlMapArrangement, kl_map_arrangement, kl_map_arrangement_ref, kl_map_arrangement_unref)

static KlMapBlock *
get_block (const KlMapArrangement *self,
           guint                   block)
{
  return &g_array_index (self->blocks->blocks, KlMapBlock, block);
}

/* So many that the whole becomes somewhat wider than high. */
static guint
choose_columns (const KlMapArrangement *self)
{
  double area = 0, columns;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      const KlMapBlock *block = get_block (self, i);

      if (block->is_loose)
        area += (block->area.width + LOOSE_GAP) * (block->area.height + LOOSE_GAP);
    }
  columns = MAX (sqrt (area * WIDER), self->width - 2 * KL_MAP_MARGIN) / (KL_MAP_BLOCK_WIDTH + LOOSE_GAP);
  return (guint) MAX (1, round (columns));
}

/* Where a block would stand highest, of as many columns beside each other as it takes. */
static guint
find_highest (const double *bottoms,
              guint         n_columns,
              guint         n_taken,
              double       *top)
{
  guint best = 0;

  *top = INFINITY;
  for (guint i = 0; i + n_taken <= n_columns; i++)
    {
      double bottom = 0;

      for (guint j = i; j < i + n_taken; j++)
        bottom = MAX (bottom, bottoms[j]);
      if (bottom < *top)
        {
          *top = bottom;
          best = i;
        }
    }
  return best;
}

static guint
count_loose (const KlMapArrangement *self)
{
  guint n_loose = 0;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    n_loose += get_block (self, i)->is_loose ? 1 : 0;
  return n_loose;
}

/* As many as there is room for, and as the widest takes. */
static guint
find_columns (const KlMapArrangement *self,
              guint                   n_columns)
{
  guint most = n_columns > 0 ? n_columns : choose_columns (self);

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (get_block (self, i)->is_loose)
      most = MAX (most, get_block (self, i)->n_columns);
  return most;
}

static void
place_loose (KlMapArrangement *self,
             guint             n_columns)
{
  g_autofree double *bottoms = g_new0 (double, n_columns);
  double top = self->height;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      KlMapBlock *block = get_block (self, i);
      guint column;
      double y;

      if (!block->is_loose)
        continue;
      column = find_highest (bottoms, n_columns, block->n_columns, &y);
      block->area.x = KL_MAP_MARGIN + column * (KL_MAP_BLOCK_WIDTH + LOOSE_GAP);
      block->area.y = top + y;
      for (guint j = column; j < column + block->n_columns; j++)
        bottoms[j] = y + block->area.height + LOOSE_GAP;
      self->width = MAX (self->width, block->area.x + block->area.width + KL_MAP_MARGIN);
      self->height = MAX (self->height, block->area.y + block->area.height + KL_MAP_MARGIN);
    }
}

static GArray *
copy_bounds (const GArray *bounds)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  if (bounds->len > 0)
    g_array_append_vals (copy, bounds->data, bounds->len);
  return copy;
}

/* Edges of what is loose go where it goes. */
static void
move_bounds (KlMapArrangement *self)
{
  const KlMapGraph *graph = kl_map_layout_get_graph (self->layout);

  for (guint i = 0; i < self->bounds->len; i++)
    {
      const KlMapRow *from = &g_array_index (self->blocks->rows, KlMapRow, kl_map_graph_get_edge (graph, i)->from);
      const KlMapBlock *block = get_block (self, from->block);
      cairo_rectangle_t *bounds = &g_array_index (self->bounds, cairo_rectangle_t, i);

      if (!block->is_loose)
        continue;
      bounds->x += block->area.x;
      bounds->y += block->area.y;
    }
}

/**
 * kl_map_arrangement_new:
 * @layout: where what needs each other stands
 * @n_columns: how many columns there is room for, 0 for any
 *
 * Returns: (transfer full): where everything stands
 */
KlMapArrangement *
kl_map_arrangement_new (KlMapLayout *layout,
                        guint        n_columns)
{
  KlMapArrangement *self = g_new0 (KlMapArrangement, 1);

  g_atomic_ref_count_init (&self->refs);
  self->layout = kl_map_layout_ref (layout);
  self->blocks = kl_map_blocks_copy (kl_map_layout_get_blocks (layout));
  self->bounds = copy_bounds (kl_map_layout_get_bounds (layout));
  self->heading = -1;
  kl_map_layout_get_size (layout, &self->width, &self->height);
  if (count_loose (self) == 0)
    return self;

  if (self->height > 0)
    self->heading = self->height;
  self->height += self->height > 0 ? HEADING_HEIGHT : KL_MAP_MARGIN;
  place_loose (self, find_columns (self, n_columns));
  move_bounds (self);
  return self;
}

/**
 * kl_map_arrangement_ref:
 * @self: an arrangement
 *
 * Returns: (transfer full): the same
 */
KlMapArrangement *
kl_map_arrangement_ref (KlMapArrangement *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * kl_map_arrangement_unref:
 * @self: (transfer full): an arrangement
 */
void
kl_map_arrangement_unref (KlMapArrangement *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  kl_map_layout_unref (self->layout);
  kl_map_blocks_free (self->blocks);
  g_array_unref (self->bounds);
  g_free (self);
}

/**
 * kl_map_arrangement_count_columns:
 * @width: how wide a place is
 *
 * Returns: how many columns of blocks fit beside each other there, at least one
 */
guint
kl_map_arrangement_count_columns (double width)
{
  return (guint) MAX (1, floor ((width - 2 * KL_MAP_MARGIN + LOOSE_GAP) / (KL_MAP_BLOCK_WIDTH + LOOSE_GAP)));
}

/**
 * kl_map_arrangement_get_layout:
 * @self: an arrangement
 *
 * Returns: (transfer none): where what needs each other stands
 */
KlMapLayout *
kl_map_arrangement_get_layout (const KlMapArrangement *self)
{
  return self->layout;
}

/**
 * kl_map_arrangement_get_graph:
 * @self: an arrangement
 *
 * Returns: (transfer none): what was laid out
 */
KlMapGraph *
kl_map_arrangement_get_graph (const KlMapArrangement *self)
{
  return kl_map_layout_get_graph (self->layout);
}

/**
 * kl_map_arrangement_get_size:
 * @self: an arrangement
 * @width: (out): how wide it is
 * @height: (out): how high
 */
void
kl_map_arrangement_get_size (const KlMapArrangement *self,
                             double                 *width,
                             double                 *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * kl_map_arrangement_get_heading:
 * @self: an arrangement
 *
 * Returns: where the heading of what stands alone has room, %KL_MAP_LINE high; below 0 where it needs none
 */
double
kl_map_arrangement_get_heading (const KlMapArrangement *self)
{
  return self->heading;
}

/**
 * kl_map_arrangement_get_n_blocks:
 * @self: an arrangement
 *
 * Returns: how many blocks there are: topics with all of their parts
 */
guint
kl_map_arrangement_get_n_blocks (const KlMapArrangement *self)
{
  return self->blocks->blocks->len;
}

/**
 * kl_map_arrangement_get_block:
 * @self: an arrangement
 * @block: below kl_map_arrangement_get_n_blocks()
 * @area: (out): where it stands
 */
void
kl_map_arrangement_get_block (const KlMapArrangement *self,
                              guint                   block,
                              cairo_rectangle_t      *area)
{
  *area = get_block (self, block)->area;
}

/**
 * kl_map_arrangement_get_row:
 * @self: an arrangement
 * @node: a node of its graph
 * @area: (out): where it stands
 */
void
kl_map_arrangement_get_row (const KlMapArrangement *self,
                            guint                   node,
                            cairo_rectangle_t      *area)
{
  const KlMapRow *row = &g_array_index (self->blocks->rows, KlMapRow, node);
  const KlMapBlock *block = get_block (self, row->block);

  *area = row->area;
  area->x += block->area.x;
  area->y += block->area.y;
}

/**
 * kl_map_arrangement_get_curve:
 * @self: an arrangement
 * @edge: an edge of its graph
 * @stretch: which part of it
 * @points: (element-type double): gets the points of its Bézier curve, x and y in turn: one, and then three for each
 *   part; none where the edge has no such stretch
 */
void
kl_map_arrangement_get_curve (const KlMapArrangement *self,
                              guint                   edge,
                              KlMapStretch            stretch,
                              GArray                 *points)
{
  kl_map_path_add (self->blocks, kl_map_graph_get_edge (kl_map_arrangement_get_graph (self), edge),
                   kl_map_layout_get_route (self->layout, edge), stretch, points);
}

/**
 * kl_map_arrangement_get_bounds:
 * @self: an arrangement
 * @edge: an edge of its graph
 *
 * Returns: (transfer none): what all of the edge lies in
 */
const cairo_rectangle_t *
kl_map_arrangement_get_bounds (const KlMapArrangement *self,
                               guint                   edge)
{
  return &g_array_index (self->bounds, cairo_rectangle_t, edge);
}
