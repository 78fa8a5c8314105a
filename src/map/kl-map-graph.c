/* kl-map-graph.c: the topics of a plan and what they need
 *
 * Sealed, its nodes stand as they are read: each topic with its parts below it, and its edges are sorted, each there
 * once. What a plan says is taken as it is: circles, a topic that needs itself or is a part of itself, and ids of
 * nothing.
 */

#include "config.h"

#include "kl-map-graph.h"

#include "kl-map-layers.h"

struct _KlMapGraph
{
  gatomicrefcount refs;
  GPtrArray *nodes; /* of KlMapNode */
  GHashTable *numbers; /* of nodes, by their id */
  GPtrArray *needs; /* of Need, until it is sealed */
  GArray *edges; /* of KlMapEdge, by what is needed */
  GArray *by_need; /* of KlMapEdge, by who needs it */
  guint n_in_circle;
};

G_DEFINE_BOXED_TYPE (KlMapGraph, kl_map_graph, kl_map_graph_ref, kl_map_graph_unref)

/* A prerequisite, as it is said. */
typedef struct
{
  char *id;
  char *prerequisite;
} Need;

static void
node_free (gpointer data)
{
  KlMapNode *node = data;

  g_free (node->id);
  g_free (node->title);
  g_free (node->parent_id);
  g_free (node->band);
  g_free (node);
}

static void
need_free (gpointer data)
{
  Need *need = data;

  g_free (need->id);
  g_free (need->prerequisite);
  g_free (need);
}

/**
 * kl_map_graph_new:
 *
 * Returns: (transfer full): a graph of nothing, to be filled and then sealed
 */
KlMapGraph *
kl_map_graph_new (void)
{
  KlMapGraph *self = g_new0 (KlMapGraph, 1);

  g_atomic_ref_count_init (&self->refs);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->needs = g_ptr_array_new_with_free_func (need_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (KlMapEdge));
  self->by_need = g_array_new (FALSE, FALSE, sizeof (KlMapEdge));
  return self;
}

/**
 * kl_map_graph_ref:
 * @self: a graph
 *
 * Returns: (transfer full): the same
 */
KlMapGraph *
kl_map_graph_ref (KlMapGraph *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * kl_map_graph_unref:
 * @self: (transfer full): a graph
 */
void
kl_map_graph_unref (KlMapGraph *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->needs);
  g_array_unref (self->edges);
  g_array_unref (self->by_need);
  g_free (self);
}

/**
 * kl_map_graph_add:
 * @self: a graph that is not sealed
 * @id: the id of a topic
 * @title: (nullable): its title
 * @parent_id: (nullable): the id of what it is a part of, which may be added later or never
 *
 * Returns: (transfer none): its node, without a score, to set more about it until the graph is sealed
 */
KlMapNode *
kl_map_graph_add (KlMapGraph *self,
                  const char *id,
                  const char *title,
                  const char *parent_id)
{
  KlMapNode *node = g_new0 (KlMapNode, 1);

  node->id = g_strdup (id);
  node->title = g_utf8_make_valid (title != NULL ? title : "", -1);
  node->parent_id = g_strdup (parent_id);
  node->parent = -1;
  node->score = KL_SCORE_NONE;
  node->rank = -1;
  node->hue = KL_CHART_HUE_PLAIN;
  g_hash_table_insert (self->numbers, node->id, GUINT_TO_POINTER (self->nodes->len));
  g_ptr_array_add (self->nodes, node);
  return node;
}

/**
 * kl_map_graph_need:
 * @self: a graph that is not sealed
 * @id: the id of a topic
 * @prerequisite_id: the id of what it needs
 */
void
kl_map_graph_need (KlMapGraph *self,
                   const char *id,
                   const char *prerequisite_id)
{
  Need *need = g_new0 (Need, 1);

  need->id = g_strdup (id);
  need->prerequisite = g_strdup (prerequisite_id);
  g_ptr_array_add (self->needs, need);
}

static gboolean
find_number (const KlMapGraph *self,
             const char       *id,
             guint            *number)
{
  gpointer value;

  if (id == NULL || !g_hash_table_lookup_extended (self->numbers, id, NULL, &value))
    return FALSE;

  *number = GPOINTER_TO_UINT (value);
  return TRUE;
}

/* What is said to be a part of itself, however long the way round, is a part of nothing. */
static void
cut_round_ways (GPtrArray *nodes)
{
  g_autofree guint *seen = g_new0 (guint, nodes->len + 1);

  for (guint i = 0; i < nodes->len; i++)
    {
      int at = (int) i, above = ((KlMapNode *) nodes->pdata[i])->parent;

      /* Each node is walked over once: what was seen by an earlier walk is known to be sound. */
      while (above >= 0 && seen[at] == 0)
        {
          seen[at] = i + 1;
          if (seen[above] == i + 1)
            {
              ((KlMapNode *) nodes->pdata[at])->parent = -1;
              break;
            }
          at = above;
          above = ((KlMapNode *) nodes->pdata[at])->parent;
        }
    }
}

static void
resolve_parents (KlMapGraph *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      KlMapNode *node = self->nodes->pdata[i];
      guint parent;

      node->parent = find_number (self, node->parent_id, &parent) ? (int) parent : -1;
    }
  cut_round_ways (self->nodes);
}

/* The nodes in the order in which they are read. A plan may be nested deeper than a stack is. */
static GPtrArray *
sort_into_reading_order (GPtrArray *nodes)
{
  g_autofree int *first = g_new (int, nodes->len + 1); /* the first part of each; at the end, the first of none */
  g_autofree int *next = g_new (int, nodes->len + 1);
  g_autoptr(GArray) ahead = g_array_new (FALSE, FALSE, sizeof (int));
  GPtrArray *sorted = g_ptr_array_new_with_free_func (node_free);
  int none = (int) nodes->len;

  for (guint i = 0; i <= nodes->len; i++)
    first[i] = -1;
  for (int i = none - 1; i >= 0; i--)
    {
      int parent = ((KlMapNode *) nodes->pdata[i])->parent;

      parent = parent >= 0 ? parent : none;
      next[i] = first[parent];
      first[parent] = i;
    }

  if (first[none] >= 0)
    g_array_append_val (ahead, first[none]);
  while (ahead->len > 0)
    {
      int at = g_array_index (ahead, int, ahead->len - 1);
      KlMapNode *node = nodes->pdata[at];

      g_array_set_size (ahead, ahead->len - 1);
      node->depth = node->parent >= 0 ? ((KlMapNode *) nodes->pdata[node->parent])->depth + 1 : 0;
      g_ptr_array_add (sorted, node);
      if (next[at] >= 0)
        g_array_append_val (ahead, next[at]);
      if (first[at] >= 0)
        g_array_append_val (ahead, first[at]);
    }
  return sorted;
}

static void
put_into_reading_order (KlMapGraph *self)
{
  GPtrArray *sorted = sort_into_reading_order (self->nodes);

  g_ptr_array_set_free_func (self->nodes, NULL);
  g_ptr_array_unref (self->nodes);
  self->nodes = sorted;
  g_hash_table_remove_all (self->numbers);
  for (guint i = 0; i < sorted->len; i++)
    g_hash_table_insert (self->numbers, ((KlMapNode *) sorted->pdata[i])->id, GUINT_TO_POINTER (i));
  for (guint i = 0; i < sorted->len; i++)
    {
      KlMapNode *node = sorted->pdata[i];
      guint parent;

      if (node->parent >= 0 && find_number (self, node->parent_id, &parent))
        node->parent = (int) parent;
    }
}

static int
compare_by_from (gconstpointer a,
                 gconstpointer b)
{
  const KlMapEdge *first = a, *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->to > second->to) - (first->to < second->to);
}

static int
compare_by_to (gconstpointer a,
               gconstpointer b)
{
  const KlMapEdge *first = a, *second = b;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  return (first->from > second->from) - (first->from < second->from);
}

static void
resolve_needs (KlMapGraph *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->needs->len; i++)
    {
      const Need *need = self->needs->pdata[i];
      KlMapEdge edge;

      if (!find_number (self, need->id, &edge.to))
        continue;
      if (find_number (self, need->prerequisite, &edge.from))
        g_array_append_val (self->edges, edge);
      else
        ((KlMapNode *) self->nodes->pdata[edge.to])->n_elsewhere++;
    }
  g_ptr_array_set_size (self->needs, 0);

  g_array_sort (self->edges, compare_by_from);
  for (guint i = 0; i < self->edges->len; i++)
    {
      KlMapEdge edge = g_array_index (self->edges, KlMapEdge, i);

      if (n_kept == 0 || compare_by_from (&edge, &g_array_index (self->edges, KlMapEdge, n_kept - 1)) != 0)
        g_array_index (self->edges, KlMapEdge, n_kept++) = edge;
    }
  g_array_set_size (self->edges, n_kept);
  if (n_kept > 0)
    g_array_append_vals (self->by_need, self->edges->data, n_kept);
  g_array_sort (self->by_need, compare_by_to);
}

static void
find_circles (KlMapGraph *self)
{
  g_autofree guint *circles = kl_map_layers_find_circles (self->nodes->len, self->edges);
  g_autofree guint *sizes = g_new0 (guint, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    sizes[circles[i]]++;
  for (guint i = 0; i < self->edges->len; i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (self, i);

      if (edge->from == edge->to)
        ((KlMapNode *) self->nodes->pdata[edge->from])->is_in_circle = TRUE;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      KlMapNode *node = self->nodes->pdata[i];

      node->is_in_circle = node->is_in_circle || sizes[circles[i]] > 1;
      self->n_in_circle += node->is_in_circle ? 1 : 0;
    }
}

/**
 * kl_map_graph_seal:
 * @self: a graph that has everything; a thread may do it
 *
 * Works out what is a part of what and who needs whom. From now on it does not change.
 */
void
kl_map_graph_seal (KlMapGraph *self)
{
  resolve_parents (self);
  put_into_reading_order (self);
  resolve_needs (self);
  find_circles (self);
}

/**
 * kl_map_graph_get_n_nodes:
 * @self: a graph
 *
 * Returns: how many topics it has
 */
guint
kl_map_graph_get_n_nodes (const KlMapGraph *self)
{
  return self->nodes->len;
}

/**
 * kl_map_graph_get_node:
 * @self: a graph
 * @node: below kl_map_graph_get_n_nodes()
 *
 * Returns: (transfer none): the topic
 */
const KlMapNode *
kl_map_graph_get_node (const KlMapGraph *self,
                       guint             node)
{
  return self->nodes->pdata[node];
}

/**
 * kl_map_graph_get_n_edges:
 * @self: a sealed graph
 *
 * Returns: how many prerequisites it has
 */
guint
kl_map_graph_get_n_edges (const KlMapGraph *self)
{
  return self->edges->len;
}

/**
 * kl_map_graph_get_edge:
 * @self: a sealed graph
 * @edge: below kl_map_graph_get_n_edges()
 *
 * Returns: (transfer none): the prerequisite
 */
const KlMapEdge *
kl_map_graph_get_edge (const KlMapGraph *self,
                       guint             edge)
{
  return &g_array_index (self->edges, KlMapEdge, edge);
}

/* The other ends of the edges that have @node at this one; they stand beside each other. */
static GArray *
find_ends (const GArray *edges,
           guint         node,
           gboolean      by_from)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint low = 0, high = edges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const KlMapEdge *edge = &g_array_index (edges, KlMapEdge, middle);

      if ((by_from ? edge->from : edge->to) < node)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < edges->len; low++)
    {
      const KlMapEdge *edge = &g_array_index (edges, KlMapEdge, low);

      if ((by_from ? edge->from : edge->to) != node)
        break;
      g_array_append_val (ends, *(by_from ? &edge->to : &edge->from));
    }
  return ends;
}

/**
 * kl_map_graph_find_before:
 * @self: a sealed graph
 * @node: a node
 *
 * Returns: (transfer full) (element-type guint): the nodes that it needs
 */
GArray *
kl_map_graph_find_before (const KlMapGraph *self,
                          guint             node)
{
  return find_ends (self->by_need, node, FALSE);
}

/**
 * kl_map_graph_find_after:
 * @self: a sealed graph
 * @node: a node
 *
 * Returns: (transfer full) (element-type guint): the nodes that need it
 */
GArray *
kl_map_graph_find_after (const KlMapGraph *self,
                         guint             node)
{
  return find_ends (self->edges, node, TRUE);
}

/**
 * kl_map_graph_count_circle:
 * @self: a sealed graph
 *
 * Returns: how many topics are needed for what they need themselves
 */
guint
kl_map_graph_count_circle (const KlMapGraph *self)
{
  return self->n_in_circle;
}

static gboolean
is_same_node (const KlMapNode *a,
              const KlMapNode *b)
{
  return a->parent == b->parent && a->is_due == b->is_due && g_str_equal (a->id, b->id)
         && g_str_equal (a->title, b->title);
}

/**
 * kl_map_graph_is_alike:
 * @self: a sealed graph
 * @other: another
 *
 * Returns: whether they are laid out in the same way: they differ in scores and bands at most
 */
gboolean
kl_map_graph_is_alike (const KlMapGraph *self,
                       const KlMapGraph *other)
{
  if (self->nodes->len != other->nodes->len || self->edges->len != other->edges->len)
    return FALSE;
  for (guint i = 0; i < self->nodes->len; i++)
    if (!is_same_node (self->nodes->pdata[i], other->nodes->pdata[i]))
      return FALSE;
  for (guint i = 0; i < self->edges->len; i++)
    if (compare_by_from (kl_map_graph_get_edge (self, i), kl_map_graph_get_edge (other, i)) != 0)
      return FALSE;
  return TRUE;
}
