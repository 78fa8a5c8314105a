#pragma once

#include "map/kl-map-graph.h"

/* A topic, called by its number. */
static inline KlMapNode *
fixture_add_topic (KlMapGraph *graph,
                   guint       number,
                   int         parent)
{
  g_autofree char *id = g_strdup_printf ("id-%u", number);
  g_autofree char *title = g_strdup_printf ("Topic %u", number);
  g_autofree char *parent_id = parent >= 0 ? g_strdup_printf ("id-%d", parent) : NULL;

  return kl_map_graph_add (graph, id, title, parent_id);
}

static inline void
fixture_need (KlMapGraph *graph,
              guint       number,
              guint       prerequisite)
{
  g_autofree char *id = g_strdup_printf ("id-%u", number);
  g_autofree char *prerequisite_id = g_strdup_printf ("id-%u", prerequisite);

  kl_map_graph_need (graph, id, prerequisite_id);
}

/* A few hold others, titles are of any length, and prerequisites go anywhere where @with_circles. */
static inline KlMapGraph *
fixture_random_graph (guint    n_topics,
                      guint    n_needs,
                      gboolean with_circles)
{
  KlMapGraph *graph = kl_map_graph_new ();

  for (guint i = 0; i < n_topics; i++)
    {
      gboolean is_part = i > 0 && g_test_rand_int_range (0, 4) == 0;
      KlMapNode *node = fixture_add_topic (graph, i, is_part ? g_test_rand_int_range (0, (int) i) : -1);

      g_free (node->title);
      node->title = g_strnfill ((gsize) g_test_rand_int_range (0, 60), 'm');
      node->is_due = g_test_rand_bit ();
    }
  for (guint i = 0; n_topics > 1 && i < n_needs; i++)
    {
      guint a = (guint) g_test_rand_int_range (0, (int) n_topics),
            b = (guint) g_test_rand_int_range (0, (int) n_topics);

      if (with_circles)
        fixture_need (graph, a, b);
      else if (a != b)
        fixture_need (graph, MAX (a, b), MIN (a, b));
    }
  kl_map_graph_seal (graph);
  return graph;
}
