/* test-map-graph.c: what needs what, whatever a plan says of it */

#include "config.h"

#include "map-fixture.h"

static void
assert_nodes (GArray     *nodes,
              const char *expected)
{
  g_autoptr(GArray) owned = nodes;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    g_string_append_printf (text, i > 0 ? " %u" : "%u", g_array_index (owned, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();

  kl_map_graph_seal (graph);
  g_assert_cmpuint (kl_map_graph_get_n_nodes (graph), ==, 0);
  g_assert_cmpuint (kl_map_graph_get_n_edges (graph), ==, 0);
  g_assert_cmpuint (kl_map_graph_count_circle (graph), ==, 0);
}

/* Parts stand below what they are a part of, in the order of the plan. */
static void
test_reading_order (void)
{
  static const char *const expected[] = { "id-0", "id-2", "id-4", "id-3", "id-1" };
  static const int parents[] = { -1, 0, 1, 0, -1 };
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();

  fixture_add_topic (graph, 0, -1);
  fixture_add_topic (graph, 1, -1);
  fixture_add_topic (graph, 2, 0);
  fixture_add_topic (graph, 3, 0);
  fixture_add_topic (graph, 4, 2);
  kl_map_graph_seal (graph);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KlMapNode *node = kl_map_graph_get_node (graph, i);

      g_assert_cmpstr (node->id, ==, expected[i]);
      g_assert_cmpint (node->parent, ==, parents[i]);
    }
  g_assert_cmpuint (kl_map_graph_get_node (graph, 2)->depth, ==, 2);
}

/* What is a part of itself, or of what is not there, is there all the same. */
static void
test_parents_of_nothing (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  guint n_roots = 0;

  fixture_add_topic (graph, 0, 1);
  fixture_add_topic (graph, 1, 2);
  fixture_add_topic (graph, 2, 0);
  fixture_add_topic (graph, 3, 3);
  fixture_add_topic (graph, 4, 99);
  fixture_add_topic (graph, 5, 0);
  kl_map_graph_seal (graph);
  g_assert_cmpuint (kl_map_graph_get_n_nodes (graph), ==, 6);
  for (guint i = 0; i < 6; i++)
    n_roots += kl_map_graph_get_node (graph, i)->parent < 0 ? 1 : 0;
  g_assert_cmpuint (n_roots, ==, 3);
}

static void
test_needs (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();

  for (guint i = 0; i < 4; i++)
    fixture_add_topic (graph, i, -1);
  fixture_need (graph, 2, 0);
  fixture_need (graph, 2, 1);
  fixture_need (graph, 2, 0);
  fixture_need (graph, 3, 2);
  fixture_need (graph, 3, 77);
  fixture_need (graph, 88, 1);
  kl_map_graph_seal (graph);
  g_assert_cmpuint (kl_map_graph_get_n_edges (graph), ==, 3);
  assert_nodes (kl_map_graph_find_before (graph, 2), "0 1");
  assert_nodes (kl_map_graph_find_after (graph, 2), "3");
  assert_nodes (kl_map_graph_find_after (graph, 0), "2");
  assert_nodes (kl_map_graph_find_before (graph, 0), "");
  g_assert_cmpuint (kl_map_graph_get_node (graph, 3)->n_elsewhere, ==, 1);
  g_assert_cmpuint (kl_map_graph_get_node (graph, 2)->n_elsewhere, ==, 0);
  g_assert_cmpuint (kl_map_graph_count_circle (graph), ==, 0);
}

/* What only leads to a circle or comes from one is in none. */
static void
test_circles (void)
{
  static const gboolean expected[] = { FALSE, TRUE, TRUE, TRUE, FALSE, TRUE, FALSE };
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    fixture_add_topic (graph, i, -1);
  fixture_need (graph, 1, 0);
  fixture_need (graph, 2, 1);
  fixture_need (graph, 3, 2);
  fixture_need (graph, 1, 3);
  fixture_need (graph, 4, 3);
  fixture_need (graph, 5, 5);
  fixture_need (graph, 5, 4);
  kl_map_graph_seal (graph);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (kl_map_graph_get_node (graph, i)->is_in_circle, ==, expected[i]);
  g_assert_cmpuint (kl_map_graph_count_circle (graph), ==, 4);
}

/* Deeper than a stack is. */
static void
test_deep (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  const guint n = 100000;

  for (guint i = 0; i < n; i++)
    fixture_add_topic (graph, i, (int) i - 1);
  for (guint i = 0; i < n; i++)
    fixture_need (graph, i, (i + 1) % n);
  kl_map_graph_seal (graph);
  g_assert_cmpuint (kl_map_graph_get_node (graph, n - 1)->depth, ==, n - 1);
  g_assert_cmpuint (kl_map_graph_count_circle (graph), ==, n);
}

static void
test_alike (void)
{
  g_autoptr(KlMapGraph) one = kl_map_graph_new ();
  g_autoptr(KlMapGraph) same = kl_map_graph_new ();
  g_autoptr(KlMapGraph) other = kl_map_graph_new ();

  for (guint i = 0; i < 3; i++)
    {
      fixture_add_topic (one, i, -1);
      fixture_add_topic (same, i, -1)->score = (KlScore) { 50, 50 };
      fixture_add_topic (other, i, -1);
    }
  fixture_need (one, 1, 0);
  fixture_need (same, 1, 0);
  fixture_need (other, 2, 0);
  kl_map_graph_seal (one);
  kl_map_graph_seal (same);
  kl_map_graph_seal (other);
  g_assert_true (kl_map_graph_is_alike (one, same));
  g_assert_false (kl_map_graph_is_alike (one, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-graph/empty", test_empty);
  g_test_add_func ("/map-graph/reading-order", test_reading_order);
  g_test_add_func ("/map-graph/parents-of-nothing", test_parents_of_nothing);
  g_test_add_func ("/map-graph/needs", test_needs);
  g_test_add_func ("/map-graph/circles", test_circles);
  g_test_add_func ("/map-graph/deep", test_deep);
  g_test_add_func ("/map-graph/alike", test_alike);

  return g_test_run ();
}
