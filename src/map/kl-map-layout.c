/* kl-map-layout.c: where everything on a map stands
 *
 * Above, what needs each other, in columns from what is needed first to what builds on it. Below, what neither needs
 * anything nor is needed, in as many columns as there is room for.
 */

#include "config.h"

#include "kl-map-layout.h"

#include <math.h>

#include "kl-map-columns.h"
#include "kl-map-dot.h"
#include "kl-map-metrics.h"
#include "kl-map-path.h"

/* Around everything; edges between rows of one block bend into it. */
#define MARGIN KL_MAP_LINE
/* So that a block of several columns stands over as many of one. */
#define LOOSE_GAP KL_MAP_GUTTER
#define HEADING_HEIGHT (2 * KL_MAP_LINE)
#define WIDER 1.6
/* To go straight on matters more than to go to what is near. */
#define ASIDE 3

struct _KlMapLayout
{
  gatomicrefcount refs;
  KlMapGraph *graph;
  KlMapBlocks *blocks;
  GPtrArray *curves; /* of GArray of double, for each edge, empty where it is a simple one */
  gboolean is_simple;
  double width;
  double height;
  double linked_width;
  double linked_height;
  double heading;
};

G_DEFINE_BOXED_TYPE (KlMapLayout, kl_map_layout, kl_map_layout_ref, kl_map_layout_unref)

static KlMapBlock *
get_block (const KlMapLayout *self,
           guint              block)
{
  return &g_array_index (self->blocks->blocks, KlMapBlock, block);
}

static const KlMapRow *
get_row (const KlMapLayout *self,
         guint              node)
{
  return &g_array_index (self->blocks->rows, KlMapRow, node);
}

static void
clear_curves (KlMapLayout *self)
{
  g_ptr_array_set_size (self->curves, 0);
  for (guint i = 0; i < kl_map_graph_get_n_edges (self->graph); i++)
    g_ptr_array_add (self->curves, g_array_new (FALSE, FALSE, sizeof (double)));
}

/* Whether an edge is between what has its place by its edges. */
static gboolean
is_linked (const KlMapLayout *self,
           guint              edge)
{
  return !get_block (self, get_row (self, kl_map_graph_get_edge (self->graph, edge)->from)->block)->is_loose;
}

static void
get_whole_curve (const KlMapLayout *self,
                 guint              edge,
                 GArray            *points)
{
  g_array_set_size (points, 0);
  for (int i = 0; i < KL_MAP_N_STRETCHES; i++)
    kl_map_layout_get_curve (self, edge, (KlMapStretch) i, points);
}

/* What needs each other begins in the corner, whatever it was laid out by. */
static void
move_to_corner (KlMapLayout *self)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  double left = INFINITY, top = INFINITY;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (!get_block (self, i)->is_loose)
      {
        left = MIN (left, get_block (self, i)->area.x);
        top = MIN (top, get_block (self, i)->area.y);
      }
  for (guint i = 0; i < self->curves->len; i++)
    if (is_linked (self, i))
      {
        get_whole_curve (self, i, points);
        for (guint j = 0; j + 1 < points->len; j += 2)
          {
            left = MIN (left, g_array_index (points, double, j));
            top = MIN (top, g_array_index (points, double, j + 1));
          }
      }

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (!get_block (self, i)->is_loose)
      {
        get_block (self, i)->area.x += MARGIN - left;
        get_block (self, i)->area.y += MARGIN - top;
      }
  for (guint i = 0; i < self->curves->len; i++)
    {
      GArray *curve = self->curves->pdata[i];

      for (guint j = 0; j + 1 < curve->len; j += 2)
        {
          g_array_index (curve, double, j) += MARGIN - left;
          g_array_index (curve, double, j + 1) += MARGIN - top;
        }
    }
}

static void
measure_linked (KlMapLayout *self)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      const KlMapBlock *block = get_block (self, i);

      if (block->is_loose)
        continue;
      self->linked_width = MAX (self->linked_width, block->area.x + block->area.width + MARGIN);
      self->linked_height = MAX (self->linked_height, block->area.y + block->area.height + MARGIN);
    }
  for (guint i = 0; i < kl_map_graph_get_n_edges (self->graph); i++)
    {
      if (!is_linked (self, i))
        continue;
      get_whole_curve (self, i, points);
      for (guint j = 0; j + 1 < points->len; j += 2)
        {
          self->linked_width = MAX (self->linked_width, g_array_index (points, double, j) + MARGIN);
          self->linked_height = MAX (self->linked_height, g_array_index (points, double, j + 1) + MARGIN);
        }
    }
}

static KlMapLayout *
layout_new (KlMapGraph *graph)
{
  KlMapLayout *self = g_new0 (KlMapLayout, 1);

  g_atomic_ref_count_init (&self->refs);
  self->graph = kl_map_graph_ref (graph);
  self->blocks = kl_map_blocks_new (graph);
  self->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  clear_curves (self);
  return self;
}

static void
finish (KlMapLayout *self)
{
  move_to_corner (self);
  measure_linked (self);
  kl_map_layout_arrange (self, 0);
}

/**
 * kl_map_layout_new:
 * @graph: a sealed graph
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Lays a graph out, which may take seconds: it is for a thread. What needs each other is laid out by Graphviz. Where
 * that is too large for it, takes too long or fails, it is laid out by kl_map_layout_new_simple().
 *
 * Returns: (transfer full) (nullable): where everything stands, %NULL where it was stopped
 */
KlMapLayout *
kl_map_layout_new (KlMapGraph    *graph,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(KlMapLayout) self = layout_new (graph);
  g_autoptr(GError) reason = NULL;

  if (!kl_map_dot_lay_out (self->blocks, graph, self->curves, cancellable, &reason))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_debug ("The map is laid out by simpler means: %s", reason->message);
      clear_curves (self);
      kl_map_columns_lay_out (self->blocks);
      self->is_simple = TRUE;
    }
  finish (self);
  return g_steal_pointer (&self);
}

/**
 * kl_map_layout_new_simple:
 * @graph: a sealed graph
 *
 * Returns: (transfer full): where everything stands, worked out in little time for any graph; edges may cross topics
 */
KlMapLayout *
kl_map_layout_new_simple (KlMapGraph *graph)
{
  KlMapLayout *self = layout_new (graph);

  kl_map_columns_lay_out (self->blocks);
  self->is_simple = TRUE;
  finish (self);
  return self;
}

/**
 * kl_map_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): the same
 */
KlMapLayout *
kl_map_layout_ref (KlMapLayout *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * kl_map_layout_unref:
 * @self: (transfer full): a layout
 */
void
kl_map_layout_unref (KlMapLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  kl_map_graph_unref (self->graph);
  kl_map_blocks_free (self->blocks);
  g_ptr_array_unref (self->curves);
  g_free (self);
}

/* So many that the whole becomes somewhat wider than high. */
static guint
choose_columns (const KlMapLayout *self)
{
  double area = 0, columns;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      const KlMapBlock *block = get_block (self, i);

      if (block->is_loose)
        area += (block->area.width + LOOSE_GAP) * (block->area.height + LOOSE_GAP);
    }
  columns = MAX (sqrt (area * WIDER), self->linked_width - 2 * MARGIN) / (KL_MAP_BLOCK_WIDTH + LOOSE_GAP);
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

/**
 * kl_map_layout_count_columns:
 * @width: how wide a place is
 *
 * Returns: how many columns of blocks fit beside each other there, at least one
 */
guint
kl_map_layout_count_columns (double width)
{
  return (guint) MAX (1, floor ((width - 2 * MARGIN + LOOSE_GAP) / (KL_MAP_BLOCK_WIDTH + LOOSE_GAP)));
}

/**
 * kl_map_layout_arrange:
 * @self: a layout
 * @n_columns: how many columns there is room for, 0 for any
 *
 * Places what stands alone anew.
 */
void
kl_map_layout_arrange (KlMapLayout *self,
                       guint        n_columns)
{
  g_autofree double *bottoms = NULL;
  guint most = n_columns > 0 ? n_columns : choose_columns (self), n_loose = 0;
  double top = self->linked_height;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (get_block (self, i)->is_loose)
      {
        most = MAX (most, get_block (self, i)->n_columns);
        n_loose++;
      }
  self->heading = n_loose > 0 && top > 0 ? top : -1;
  self->width = self->linked_width;
  self->height = n_loose > 0 ? (top > 0 ? top + HEADING_HEIGHT : MARGIN) : top;
  bottoms = g_new0 (double, most);
  top = self->height;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      KlMapBlock *block = get_block (self, i);
      guint n_taken = block->n_columns, column;
      double y;

      if (!block->is_loose)
        continue;
      column = find_highest (bottoms, most, n_taken, &y);
      block->area.x = MARGIN + column * (KL_MAP_BLOCK_WIDTH + LOOSE_GAP);
      block->area.y = top + y;
      for (guint j = column; j < column + n_taken; j++)
        bottoms[j] = y + block->area.height + LOOSE_GAP;
      self->width = MAX (self->width, block->area.x + block->area.width + MARGIN);
      self->height = MAX (self->height, block->area.y + block->area.height + MARGIN);
    }
}

/**
 * kl_map_layout_is_simple:
 * @self: a layout
 *
 * Returns: whether it was laid out without Graphviz, so that edges may cross topics
 */
gboolean
kl_map_layout_is_simple (const KlMapLayout *self)
{
  return self->is_simple;
}

/**
 * kl_map_layout_get_graph:
 * @self: a layout
 *
 * Returns: (transfer none): what was laid out
 */
KlMapGraph *
kl_map_layout_get_graph (const KlMapLayout *self)
{
  return self->graph;
}

/**
 * kl_map_layout_get_size:
 * @self: a layout
 * @width: (out): how wide it is
 * @height: (out): how high
 */
void
kl_map_layout_get_size (const KlMapLayout *self,
                        double            *width,
                        double            *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * kl_map_layout_get_heading:
 * @self: a layout
 *
 * Returns: where the heading of what stands alone has room, %KL_MAP_LINE high; below 0 where it needs none
 */
double
kl_map_layout_get_heading (const KlMapLayout *self)
{
  return self->heading;
}

/**
 * kl_map_layout_get_n_blocks:
 * @self: a layout
 *
 * Returns: how many blocks there are: topics with all of their parts
 */
guint
kl_map_layout_get_n_blocks (const KlMapLayout *self)
{
  return self->blocks->blocks->len;
}

/**
 * kl_map_layout_get_block:
 * @self: a layout
 * @block: below kl_map_layout_get_n_blocks()
 * @area: (out): where it stands
 */
void
kl_map_layout_get_block (const KlMapLayout *self,
                         guint              block,
                         cairo_rectangle_t *area)
{
  *area = get_block (self, block)->area;
}

/**
 * kl_map_layout_get_row:
 * @self: a layout
 * @node: a node of its graph
 * @area: (out): where it stands
 */
void
kl_map_layout_get_row (const KlMapLayout *self,
                       guint              node,
                       cairo_rectangle_t *area)
{
  const KlMapRow *row = get_row (self, node);
  const KlMapBlock *block = get_block (self, row->block);

  *area = row->area;
  area->x += block->area.x;
  area->y += block->area.y;
}

/**
 * kl_map_layout_get_curve:
 * @self: a layout
 * @edge: an edge of its graph
 * @stretch: which part of it
 * @points: (element-type double): gets the points of its Bézier curve, x and y in turn: one, and then three for each
 *   part; none where the edge has no such stretch
 */
void
kl_map_layout_get_curve (const KlMapLayout *self,
                         guint              edge,
                         KlMapStretch       stretch,
                         GArray            *points)
{
  const KlMapEdge *ends = kl_map_graph_get_edge (self->graph, edge);
  GArray *curve = self->curves->pdata[edge];
  gboolean is_within = get_row (self, ends->from)->block == get_row (self, ends->to)->block;

  if (stretch == KL_MAP_STRETCH_IN && is_within)
    kl_map_path_add_within (self->blocks, ends, points);
  else if (is_within)
    return;
  else if (stretch == KL_MAP_STRETCH_OUT)
    kl_map_path_add_out (self->blocks, ends->from, points);
  else if (stretch == KL_MAP_STRETCH_IN)
    kl_map_path_add_in (self->blocks, ends->to, points);
  else if (curve->len > 0)
    g_array_append_vals (points, curve->data, curve->len);
  else
    kl_map_path_add_between (self->blocks, ends, points);
}

static double
find_gap (double a,
          double a_size,
          double b,
          double b_size)
{
  return MAX (0, MAX (b - (a + a_size), a - (b + b_size)));
}

/* How far @to is from @from in a direction, infinity where it does not lie there. */
static double
find_distance (const cairo_rectangle_t *from,
               const cairo_rectangle_t *to,
               KlMapDirection           direction)
{
  double ahead, aside, off;

  if (direction == KL_MAP_LEFT || direction == KL_MAP_RIGHT)
    {
      ahead = direction == KL_MAP_RIGHT ? to->x - (from->x + from->width) : from->x - (to->x + to->width);
      aside = find_gap (from->y, from->height, to->y, to->height);
      off = fabs (from->y + from->height / 2 - to->y - to->height / 2);
    }
  else
    {
      ahead = direction == KL_MAP_DOWN ? to->y - (from->y + from->height) : from->y - (to->y + to->height);
      aside = find_gap (from->x, from->width, to->x, to->width);
      off = fabs (from->x + from->width / 2 - to->x - to->width / 2);
    }
  /* Rows of a block touch each other. */
  return ahead < -1 ? (double) INFINITY : ahead + ASIDE * aside + off / 100;
}

static void
consider (const KlMapLayout *self,
          guint              node,
          guint              other,
          KlMapDirection     direction,
          double            *nearest,
          int               *found)
{
  cairo_rectangle_t from, to;
  double distance;

  kl_map_layout_get_row (self, node, &from);
  kl_map_layout_get_row (self, other, &to);
  distance = node != other ? find_distance (&from, &to, direction) : (double) INFINITY;
  if (distance < *nearest)
    {
      *nearest = distance;
      *found = (int) other;
    }
}

/**
 * kl_map_layout_find_next:
 * @self: a layout
 * @node: where one is
 * @direction: where to go
 *
 * To the left and to the right, it goes along prerequisites where there are any that way.
 *
 * Returns: the next node there, -1 where there is none
 */
int
kl_map_layout_find_next (const KlMapLayout *self,
                         guint              node,
                         KlMapDirection     direction)
{
  g_autoptr(GArray) along = NULL;
  double nearest = INFINITY;
  int found = -1;

  if (direction == KL_MAP_LEFT)
    along = kl_map_graph_find_before (self->graph, node);
  else if (direction == KL_MAP_RIGHT)
    along = kl_map_graph_find_after (self->graph, node);
  for (guint i = 0; along != NULL && i < along->len; i++)
    consider (self, node, g_array_index (along, guint, i), direction, &nearest, &found);
  if (found >= 0)
    return found;

  for (guint i = 0; i < self->blocks->rows->len; i++)
    consider (self, node, i, direction, &nearest, &found);
  return found;
}
