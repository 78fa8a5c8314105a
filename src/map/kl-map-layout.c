/* kl-map-layout.c: where what needs each other stands on a map
 *
 * In columns, from what is needed first to what builds on it.
 */

#include "config.h"

#include "kl-map-layout.h"

#include <math.h>

#include "kl-map-columns.h"
#include "kl-map-dot.h"
#include "kl-map-metrics.h"
#include "kl-map-path.h"

struct _KlMapLayout
{
  gatomicrefcount refs;
  KlMapGraph *graph;
  KlMapBlocks *blocks;
  GPtrArray *curves; /* of GArray of double, for each edge, empty where no way was found for it */
  GArray *bounds; /* of cairo_rectangle_t, around each edge */
  gboolean is_simple;
  double width;
  double height;
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

/* Around all stretches of an edge. */
static cairo_rectangle_t
find_bounds (const KlMapLayout *self,
             guint              edge,
             GArray            *points)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  g_array_set_size (points, 0);
  for (int i = 0; i < KL_MAP_N_STRETCHES; i++)
    kl_map_path_add (self->blocks, kl_map_graph_get_edge (self->graph, edge), self->curves->pdata[edge],
                     (KlMapStretch) i, points);
  for (guint i = 0; i + 1 < points->len; i += 2)
    {
      left = MIN (left, g_array_index (points, double, i));
      right = MAX (right, g_array_index (points, double, i));
      top = MIN (top, g_array_index (points, double, i + 1));
      bottom = MAX (bottom, g_array_index (points, double, i + 1));
    }
  return (cairo_rectangle_t) { left, top, right - left, bottom - top };
}

static void
bound_edges (KlMapLayout *self)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < kl_map_graph_get_n_edges (self->graph); i++)
    {
      cairo_rectangle_t bounds = find_bounds (self, i, points);

      g_array_append_val (self->bounds, bounds);
    }
}

static cairo_rectangle_t *
get_bounds (const KlMapLayout *self,
            guint              edge)
{
  return &g_array_index (self->bounds, cairo_rectangle_t, edge);
}

/* What needs each other begins in the corner, whatever it was laid out by. */
static void
move_to_corner (KlMapLayout *self)
{
  double left = INFINITY, top = INFINITY;

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (!get_block (self, i)->is_loose)
      {
        left = MIN (left, get_block (self, i)->area.x);
        top = MIN (top, get_block (self, i)->area.y);
      }
  for (guint i = 0; i < self->bounds->len; i++)
    if (is_linked (self, i))
      {
        left = MIN (left, get_bounds (self, i)->x);
        top = MIN (top, get_bounds (self, i)->y);
      }

  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (!get_block (self, i)->is_loose)
      {
        get_block (self, i)->area.x += KL_MAP_MARGIN - left;
        get_block (self, i)->area.y += KL_MAP_MARGIN - top;
      }
  for (guint i = 0; i < self->bounds->len; i++)
    if (is_linked (self, i))
      {
        get_bounds (self, i)->x += KL_MAP_MARGIN - left;
        get_bounds (self, i)->y += KL_MAP_MARGIN - top;
      }
  for (guint i = 0; i < self->curves->len; i++)
    {
      GArray *curve = self->curves->pdata[i];

      for (guint j = 0; j + 1 < curve->len; j += 2)
        {
          g_array_index (curve, double, j) += KL_MAP_MARGIN - left;
          g_array_index (curve, double, j + 1) += KL_MAP_MARGIN - top;
        }
    }
}

static void
include (KlMapLayout             *self,
         const cairo_rectangle_t *area)
{
  self->width = MAX (self->width, area->x + area->width + KL_MAP_MARGIN);
  self->height = MAX (self->height, area->y + area->height + KL_MAP_MARGIN);
}

static void
measure (KlMapLayout *self)
{
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (!get_block (self, i)->is_loose)
      include (self, &get_block (self, i)->area);
  for (guint i = 0; i < self->bounds->len; i++)
    if (is_linked (self, i))
      include (self, get_bounds (self, i));
}

static KlMapLayout *
layout_new (KlMapGraph *graph)
{
  KlMapLayout *self = g_new0 (KlMapLayout, 1);

  g_atomic_ref_count_init (&self->refs);
  self->graph = kl_map_graph_ref (graph);
  self->blocks = kl_map_blocks_new (graph);
  self->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->bounds = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  clear_curves (self);
  return self;
}

static void
finish (KlMapLayout *self)
{
  bound_edges (self);
  move_to_corner (self);
  measure (self);
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
      kl_map_columns_lay_out (self->blocks, graph, self->curves);
      self->is_simple = TRUE;
    }
  finish (self);
  return g_steal_pointer (&self);
}

/**
 * kl_map_layout_new_simple:
 * @graph: a sealed graph
 *
 * Returns: (transfer full): where everything stands, worked out in little time for any graph
 */
KlMapLayout *
kl_map_layout_new_simple (KlMapGraph *graph)
{
  KlMapLayout *self = layout_new (graph);

  kl_map_columns_lay_out (self->blocks, graph, self->curves);
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
  g_array_unref (self->bounds);
  g_free (self);
}

/**
 * kl_map_layout_is_simple:
 * @self: a layout
 *
 * Returns: whether it was laid out without Graphviz
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
 * kl_map_layout_get_blocks:
 * @self: a layout
 *
 * Returns: (transfer none): its blocks, of which those that are loose have no place
 */
const KlMapBlocks *
kl_map_layout_get_blocks (const KlMapLayout *self)
{
  return self->blocks;
}

/**
 * kl_map_layout_get_route:
 * @self: a layout
 * @edge: an edge of its graph
 *
 * Returns: (transfer none) (element-type double): the way from block to block that was found for it, empty where none
 *   was
 */
const GArray *
kl_map_layout_get_route (const KlMapLayout *self,
                         guint              edge)
{
  return self->curves->pdata[edge];
}

/**
 * kl_map_layout_get_bounds:
 * @self: a layout
 *
 * Returns: (transfer none) (element-type cairo_rectangle_t): what each edge lies in, for blocks that are loose from
 * their corner
 */
const GArray *
kl_map_layout_get_bounds (const KlMapLayout *self)
{
  return self->bounds;
}

/**
 * kl_map_layout_get_size:
 * @self: a layout
 * @width: (out): how wide what needs each other is, with a margin; 0 where nothing does
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
