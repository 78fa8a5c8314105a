/* kl-map-layers.c: which nodes come before which others
 *
 * Tarjan's strongly connected components (Depth-First Search and Linear Graph Algorithms, 1972), without recursion, and
 * the longest way to each node. Both take as long as there are nodes and edges.
 */

#include "config.h"

#include "kl-map-layers.h"

#include "kl-map-graph.h"

/* Where the edges of each node begin in those that are sorted by what they come from; one more for the end. */
static guint *
find_starts (guint         n_nodes,
             const GArray *edges)
{
  guint *starts = g_new0 (guint, n_nodes + 1);

  for (guint i = 0; i < edges->len; i++)
    starts[g_array_index (edges, KlMapEdge, i).from + 1]++;
  for (guint i = 0; i < n_nodes; i++)
    starts[i + 1] += starts[i];
  return starts;
}

/**
 * Search:
 * @starts: where the edges of each node begin
 * @edges: the edges
 * @next: the next edge of each node to follow
 * @order: when each node was come to, 0 for not yet
 * @low: the earliest node that each leads back to
 * @circle: what each node belongs to, %G_MAXUINT until it is known
 * @open: the nodes of which that is not known yet
 * @way: the nodes from the first one to where it is
 * @n_seen: how many nodes were come to
 * @n_circles: how many circles are known
 */
typedef struct
{
  guint *starts;
  const GArray *edges;
  guint *next;
  guint *order;
  guint *low;
  guint *circle;
  GArray *open;
  GArray *way;
  guint n_seen;
  guint n_circles;
} Search;

static void
come_to (Search *self,
         guint   node)
{
  self->order[node] = self->low[node] = ++self->n_seen;
  self->next[node] = self->starts[node];
  g_array_append_val (self->open, node);
  g_array_append_val (self->way, node);
}

static void
close_circle (Search *self,
              guint   node)
{
  guint last;

  do
    {
      last = g_array_index (self->open, guint, self->open->len - 1);
      g_array_set_size (self->open, self->open->len - 1);
      self->circle[last] = self->n_circles;
    }
  while (last != node);
  self->n_circles++;
}

/* Goes one step on or back. */
static void
step (Search *self)
{
  guint node = g_array_index (self->way, guint, self->way->len - 1);

  if (self->next[node] < self->starts[node + 1])
    {
      guint to = g_array_index (self->edges, KlMapEdge, self->next[node]++).to;

      if (self->order[to] == 0)
        come_to (self, to);
      else if (self->circle[to] == G_MAXUINT)
        self->low[node] = MIN (self->low[node], self->order[to]);
      return;
    }

  g_array_set_size (self->way, self->way->len - 1);
  if (self->low[node] == self->order[node])
    close_circle (self, node);
  if (self->way->len > 0)
    {
      guint before = g_array_index (self->way, guint, self->way->len - 1);

      self->low[before] = MIN (self->low[before], self->low[node]);
    }
}

/**
 * kl_map_layers_find_circles:
 * @n_nodes: how many nodes there are
 * @edges: (element-type KlMapEdge): edges between them, by what they come from
 *
 * Returns: (transfer full) (array): for each node the number of its circle: nodes have the same where each leads to the
 *   other. It is greater where nothing leads to it from a node with a lower one
 */
guint *
kl_map_layers_find_circles (guint         n_nodes,
                            const GArray *edges)
{
  g_autofree guint *starts = find_starts (n_nodes, edges);
  g_autofree guint *next = g_new0 (guint, n_nodes + 1);
  g_autofree guint *order = g_new0 (guint, n_nodes + 1);
  g_autofree guint *low = g_new0 (guint, n_nodes + 1);
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { starts, edges, next, order, low, g_new (guint, n_nodes + 1), open, way, 0, 0 };

  for (guint i = 0; i < n_nodes; i++)
    search.circle[i] = G_MAXUINT;
  for (guint i = 0; i < n_nodes; i++)
    {
      if (order[i] == 0)
        come_to (&search, i);
      while (way->len > 0)
        step (&search);
    }
  return search.circle;
}

/**
 * kl_map_layers_new:
 * @n_nodes: how many nodes there are
 * @edges: (element-type KlMapEdge): edges between them, by what they come from
 *
 * Returns: (transfer full) (array): the layer of each node: 0 where nothing leads to it, else one more than the highest
 *   that does. Edges of a circle do not count
 */
guint *
kl_map_layers_new (guint         n_nodes,
                   const GArray *edges)
{
  g_autofree guint *starts = find_starts (n_nodes, edges);
  g_autofree guint *circles = kl_map_layers_find_circles (n_nodes, edges);
  g_autofree guint *waiting = g_new0 (guint, n_nodes + 1);
  g_autoptr(GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));
  guint *layers = g_new0 (guint, n_nodes + 1);

  for (guint i = 0; i < edges->len; i++)
    {
      const KlMapEdge *edge = &g_array_index (edges, KlMapEdge, i);

      if (circles[edge->from] != circles[edge->to])
        waiting[edge->to]++;
    }
  for (guint i = 0; i < n_nodes; i++)
    if (waiting[i] == 0)
      g_array_append_val (ready, i);

  for (guint i = 0; i < ready->len; i++)
    {
      guint from = g_array_index (ready, guint, i);

      for (guint j = starts[from]; j < starts[from + 1]; j++)
        {
          guint to = g_array_index (edges, KlMapEdge, j).to;

          if (circles[from] == circles[to])
            continue;
          layers[to] = MAX (layers[to], layers[from] + 1);
          if (--waiting[to] == 0)
            g_array_append_val (ready, to);
        }
    }
  return layers;
}
