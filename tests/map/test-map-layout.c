/* test-map-layout.c: where everything on a map stands, by what must be true of any map */

#include "config.h"

#include "map-fixture.h"

#include <math.h>

#include "map/kl-map-layers.h"
#include "map/kl-map-step.h"
#include "map/kl-map-metrics.h"

static gboolean
areas_overlap (const cairo_rectangle_t *a,
               const cairo_rectangle_t *b)
{
  return a->x + 0.5 < b->x + b->width && b->x + 0.5 < a->x + a->width && a->y + 0.5 < b->y + b->height
         && b->y + 0.5 < a->y + a->height;
}

static void
assert_inside (const cairo_rectangle_t *inner,
               const cairo_rectangle_t *outer)
{
  g_assert_cmpfloat (inner->x, >=, outer->x - 0.01);
  g_assert_cmpfloat (inner->y, >=, outer->y - 0.01);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + 0.01);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + 0.01);
}

/* The block of each node: they stand in reading order, and each begins with one that is a part of none. */
static guint *
find_blocks (const KlMapGraph *graph)
{
  guint *blocks = g_new0 (guint, kl_map_graph_get_n_nodes (graph) + 1), n = 0;

  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    blocks[i] = (kl_map_graph_get_node (graph, i)->parent < 0 ? ++n : n) - 1;
  return blocks;
}

static void
assert_nothing_overlaps (const KlMapArrangement *map)
{
  KlMapGraph *graph = kl_map_arrangement_get_graph (map);
  g_autofree guint *blocks = find_blocks (graph);
  cairo_rectangle_t whole = { 0, 0, 0, 0 }, a, b;

  kl_map_arrangement_get_size (map, &whole.width, &whole.height);
  for (guint i = 0; i < kl_map_arrangement_get_n_blocks (map); i++)
    {
      kl_map_arrangement_get_block (map, i, &a);
      assert_inside (&a, &whole);
      for (guint j = 0; j < i; j++)
        {
          kl_map_arrangement_get_block (map, j, &b);
          g_assert_false (areas_overlap (&a, &b));
        }
    }
  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    {
      kl_map_arrangement_get_row (map, i, &a);
      kl_map_arrangement_get_block (map, blocks[i], &b);
      assert_inside (&a, &b);
      for (guint j = i; j-- > 0 && blocks[j] == blocks[i];)
        {
          kl_map_arrangement_get_row (map, j, &b);
          g_assert_false (areas_overlap (&a, &b));
        }
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const KlMapEdge *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

/* Edges go on from one column to a later one, unless they are of a circle. */
static void
assert_edges_go_on (const KlMapArrangement *map)
{
  KlMapGraph *graph = kl_map_arrangement_get_graph (map);
  g_autofree guint *blocks = find_blocks (graph);
  g_autofree guint *circles = NULL;
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (KlMapEdge));

  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (graph, i);
      KlMapEdge link = { blocks[edge->from], blocks[edge->to] };

      g_array_append_val (links, link);
    }
  g_array_sort (links, compare_edges);
  circles = kl_map_layers_find_circles (kl_map_arrangement_get_n_blocks (map), links);

  for (guint i = 0; i < links->len; i++)
    {
      const KlMapEdge *link = &g_array_index (links, KlMapEdge, i);
      cairo_rectangle_t from, to;

      kl_map_arrangement_get_block (map, link->from, &from);
      kl_map_arrangement_get_block (map, link->to, &to);
      if (circles[link->from] != circles[link->to])
        g_assert_cmpfloat (from.x + from.width, <, to.x);
    }
}

/* The stretches of an edge in turn, each of which begins where the one before ends. */
static void
get_whole_curve (const KlMapArrangement *map,
                 guint              edge,
                 GArray            *points)
{
  g_array_set_size (points, 0);
  for (int i = 0; i < KL_MAP_N_STRETCHES; i++)
    {
      guint before = points->len;

      kl_map_arrangement_get_curve (map, edge, (KlMapStretch) i, points);
      if (points->len == before)
        continue;
      g_assert_cmpuint (((points->len - before) / 2) % 3, ==, 1);
      if (before == 0)
        continue;
      g_assert_cmpfloat (fabs (g_array_index (points, double, before) - g_array_index (points, double, before - 2)), <,
                         2);
      g_assert_cmpfloat (
        fabs (g_array_index (points, double, before + 1) - g_array_index (points, double, before - 1)), <, 2);
    }
}

static gboolean
is_beside (double                   x,
           double                   y,
           double                   side,
           const cairo_rectangle_t *row)
{
  return fabs (x - side) < 2 && y > row->y && y < row->y + row->height;
}

/* Each curve begins at the right of the row that is needed and ends at the one that needs it: at its left, in one block
 * also at its right. */
static void
assert_curves_join (const KlMapArrangement *map)
{
  KlMapGraph *graph = kl_map_arrangement_get_graph (map);
  g_autofree guint *blocks = find_blocks (graph);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  double width, height;

  kl_map_arrangement_get_size (map, &width, &height);
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (graph, i);
      cairo_rectangle_t from, to;
      double x, y;

      get_whole_curve (map, i, points);
      g_assert_cmpuint (points->len, >=, 8);
      kl_map_arrangement_get_row (map, edge->from, &from);
      kl_map_arrangement_get_row (map, edge->to, &to);
      g_assert_true (is_beside (g_array_index (points, double, 0), g_array_index (points, double, 1),
                                from.x + from.width, &from));
      x = g_array_index (points, double, points->len - 2);
      y = g_array_index (points, double, points->len - 1);
      if (blocks[edge->from] != blocks[edge->to])
        g_assert_true (is_beside (x, y, to.x, &to));
      else
        g_assert_true (is_beside (x, y, to.x, &to) || is_beside (x, y, to.x + to.width, &to));
      for (guint j = 0; j + 1 < points->len; j += 2)
        {
          g_assert_cmpfloat (g_array_index (points, double, j), <=, width);
          g_assert_cmpfloat (g_array_index (points, double, j), >=, 0);
        }
    }
}

static void
assert_sound (const KlMapArrangement *map)
{
  assert_nothing_overlaps (map);
  assert_edges_go_on (map);
  assert_curves_join (map);
}

static KlMapArrangement *
lay_out (KlMapGraph *graph)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlMapLayout) layout = kl_map_layout_new (graph, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (layout != NULL);
  return kl_map_arrangement_new (layout, 0);
}

static KlMapArrangement *
lay_out_simply (KlMapGraph *graph)
{
  g_autoptr(KlMapLayout) layout = kl_map_layout_new_simple (graph);

  return kl_map_arrangement_new (layout, 0);
}

/* A point of one part of a Bézier curve. */
static double
find_on_curve (const GArray *points,
               guint         first,
               double        t)
{
  const double *p = &g_array_index (points, double, first), u = 1 - t;

  return u * u * u * p[0] + 3 * u * u * t * p[2] + 3 * u * t * t * p[4] + t * t * t * p[6];
}

/* No edge passes behind a topic. */
static void
assert_crosses_no_block (const KlMapArrangement *map)
{
  KlMapGraph *graph = kl_map_arrangement_get_graph (map);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      g_array_set_size (points, 0);
      kl_map_arrangement_get_curve (map, i, KL_MAP_STRETCH_BETWEEN, points);
      for (guint first = 0; first + 7 < points->len; first += 6)
        for (guint step = 0; step <= 20; step++)
          {
            double x = find_on_curve (points, first, step / 20.0), y = find_on_curve (points, first + 1, step / 20.0);

            for (guint block = 0; block < kl_map_arrangement_get_n_blocks (map); block++)
              {
                cairo_rectangle_t area;

                kl_map_arrangement_get_block (map, block, &area);
                g_assert_false (x > area.x + 1 && x < area.x + area.width - 1 && y > area.y + 1
                                && y < area.y + area.height - 1);
              }
          }
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 12; i++)
    {
      guint n = (guint) g_test_rand_int_range (0, 60);
      g_autoptr(KlMapGraph) graph = fixture_random_graph (n, (guint) g_test_rand_int_range (0, 60), i % 3 == 0);
      g_autoptr(KlMapArrangement) map = lay_out (graph);

      g_assert_false (kl_map_layout_is_simple (kl_map_arrangement_get_layout (map)));
      assert_sound (map);
    }
}

static void
test_random_simple (void)
{
  for (guint i = 0; i < 40; i++)
    {
      guint n = (guint) g_test_rand_int_range (0, 200);
      g_autoptr(KlMapGraph) graph = fixture_random_graph (n, (guint) g_test_rand_int_range (0, 200), i % 3 == 0);
      g_autoptr(KlMapArrangement) map = lay_out_simply (graph);

      assert_sound (map);
      assert_crosses_no_block (map);
    }
}

/* What lies on the way inside of a block: no row, but at its ends. */
static void
assert_crosses_no_row (const KlMapArrangement *map,
                       guint              edge,
                       KlMapStretch       stretch)
{
  KlMapGraph *graph = kl_map_arrangement_get_graph (map);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  kl_map_arrangement_get_curve (map, edge, stretch, points);
  for (guint i = 0; i + 1 < points->len; i += 2)
    for (guint node = 0; node < kl_map_graph_get_n_nodes (graph); node++)
      {
        double x = g_array_index (points, double, i), y = g_array_index (points, double, i + 1);
        cairo_rectangle_t row;

        kl_map_arrangement_get_row (map, node, &row);
        g_assert_false (x > row.x + 1 && x < row.x + row.width - 1 && y > row.y + 1 && y < row.y + row.height - 1);
      }
}

/* A topic with so many parts that they stand in several columns: edges lead to the part that is meant. */
static void
test_wide_blocks (void)
{
  for (guint round = 0; round < 6; round++)
    {
      g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
      g_autoptr(KlMapArrangement) map = NULL;
      g_autoptr(KlMapArrangement) simple = NULL;
      cairo_rectangle_t area;

      for (guint i = 0; i < 180; i++)
        fixture_add_topic (graph, i, i % 60 == 0 ? -1 : (int) (i - i % 60));
      for (guint i = 0; i < 30; i++)
        {
          fixture_need (graph, (guint) g_test_rand_int_range (60, 120), (guint) g_test_rand_int_range (0, 60));
          fixture_need (graph, (guint) g_test_rand_int_range (60, 180), (guint) g_test_rand_int_range (60, 180));
        }
      kl_map_graph_seal (graph);
      map = lay_out (graph);
      simple = lay_out_simply (graph);
      g_assert_false (kl_map_layout_is_simple (kl_map_arrangement_get_layout (map)));
      kl_map_arrangement_get_block (map, 0, &area);
      g_assert_cmpfloat (area.width, >, 2 * KL_MAP_BLOCK_WIDTH);
      assert_sound (map);
      assert_sound (simple);
      assert_crosses_no_block (simple);
      for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
        for (int stretch = 0; stretch < KL_MAP_N_STRETCHES; stretch++)
          if (stretch != KL_MAP_STRETCH_BETWEEN)
            assert_crosses_no_row (map, i, (KlMapStretch) stretch);
    }
}

/* However many columns there are, what needs each other stays where it is, and each has its own. */
static void
test_columns (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;
  g_autoptr(KlMapArrangement) wide = NULL;
  g_autoptr(KlMapArrangement) narrow = NULL;
  cairo_rectangle_t before, after;
  double width, height, less, more;

  for (guint i = 0; i < 40; i++)
    fixture_add_topic (graph, i, i > 35 ? 35 : -1);
  fixture_need (graph, 1, 0);
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  wide = kl_map_arrangement_new (layout, 5);
  kl_map_arrangement_get_size (wide, &width, &height);
  narrow = kl_map_arrangement_new (layout, 1);
  kl_map_arrangement_get_size (narrow, &less, &more);
  g_assert_cmpfloat (less, <, width);
  g_assert_cmpfloat (more, >, height);
  g_assert_cmpfloat (kl_map_arrangement_get_heading (narrow), >, 0);
  kl_map_arrangement_get_row (wide, 1, &before);
  kl_map_arrangement_get_row (narrow, 1, &after);
  g_assert_cmpfloat (fabs (before.x - after.x) + fabs (before.y - after.y), <, 0.001);
  assert_sound (wide);
  assert_sound (narrow);
  kl_map_arrangement_get_size (wide, &less, &more);
  g_assert_cmpfloat (fabs (less - width) + fabs (more - height), <, 0.001);
}

static void
assert_edges_inside (const KlMapArrangement *map,
                     const KlMapGraph  *graph)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  double width, height;

  kl_map_arrangement_get_size (map, &width, &height);
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      get_whole_curve (map, i, points);
      for (guint j = 0; j + 1 < points->len; j += 2)
        {
          g_assert_cmpfloat (g_array_index (points, double, j), >=, 0);
          g_assert_cmpfloat (g_array_index (points, double, j), <=, width);
          g_assert_cmpfloat (g_array_index (points, double, j + 1), >=, 0);
          g_assert_cmpfloat (g_array_index (points, double, j + 1), <=, height);
        }
    }
}

/* No edge is cut off, also not the way back in a circle. */
static void
test_edges_inside (void)
{
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr(KlMapGraph) graph = fixture_random_graph ((guint) g_test_rand_int_range (2, 40),
                                                          (guint) g_test_rand_int_range (0, 40), TRUE);
      g_autoptr(KlMapArrangement) map = lay_out (graph);
      g_autoptr(KlMapArrangement) simple = lay_out_simply (graph);

      assert_edges_inside (map, graph);
      assert_edges_inside (simple, graph);
    }
}

/* Arrows go to another topic, or stay. */
static void
test_steps_lead_on (void)
{
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr(KlMapGraph) graph = fixture_random_graph ((guint) g_test_rand_int_range (2, 40),
                                                          (guint) g_test_rand_int_range (0, 40), round % 2 == 0);
      g_autoptr(KlMapArrangement) map = lay_out (graph);
      guint n = kl_map_graph_get_n_nodes (graph);

      for (guint i = 0; i < n; i++)
        for (int direction = KL_MAP_LEFT; direction <= KL_MAP_DOWN; direction++)
          {
            int next = kl_map_step_find (map, i, (KlMapDirection) direction);

            g_assert_cmpint (next, <, (int) n);
            g_assert_cmpint (next, !=, (int) i);
          }
    }
}

static void
test_steps (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapArrangement) map = NULL;

  for (guint i = 0; i < 4; i++)
    fixture_add_topic (graph, i, -1);
  fixture_add_topic (graph, 4, 0);
  fixture_need (graph, 2, 0);
  fixture_need (graph, 3, 2);
  kl_map_graph_seal (graph);
  map = lay_out (graph);
  /* In reading order: 0, its part, 1 alone, 2, 3. */
  g_assert_cmpint (kl_map_step_find (map, 0, KL_MAP_RIGHT), ==, 3);
  g_assert_cmpint (kl_map_step_find (map, 3, KL_MAP_RIGHT), ==, 4);
  g_assert_cmpint (kl_map_step_find (map, 4, KL_MAP_LEFT), ==, 3);
  g_assert_cmpint (kl_map_step_find (map, 0, KL_MAP_DOWN), ==, 1);
  g_assert_cmpint (kl_map_step_find (map, 1, KL_MAP_DOWN), ==, 2);
  g_assert_cmpint (kl_map_step_find (map, 1, KL_MAP_UP), ==, 0);
  g_assert_cmpint (kl_map_step_find (map, 0, KL_MAP_LEFT), ==, -1);
  g_assert_cmpint (kl_map_step_find (map, 4, KL_MAP_RIGHT), ==, -1);
}

static void
test_cancelled (void)
{
  g_autoptr(KlMapGraph) graph = fixture_random_graph (20, 20, FALSE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  KlMapLayout *layout;

  g_cancellable_cancel (cancellable);
  layout = kl_map_layout_new (graph, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (layout == NULL);
}

static gpointer
cancel_in_thread (gpointer data)
{
  g_cancellable_cancel (data);
  return NULL;
}

/* Whoever waits for a program that never answers is free again at once. */
static void
test_cancelled_meanwhile (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "map", "never-answers", NULL);
  const char *before = g_getenv ("KLEARN_MAP_LAYERS");
  g_autofree char *kept = g_strdup (before);
  GThread *thread;
  KlMapLayout *layout;

  fixture_add_topic (graph, 0, -1);
  fixture_add_topic (graph, 1, -1);
  fixture_need (graph, 1, 0);
  kl_map_graph_seal (graph);
  g_assert_true (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE));
  g_setenv ("KLEARN_MAP_LAYERS", program, TRUE);
  thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  layout = kl_map_layout_new (graph, cancellable, &error);
  g_thread_join (thread);
  g_setenv ("KLEARN_MAP_LAYERS", kept, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (layout == NULL);
}

/* Nobody waits for ever, also who does not stop it. */
static void
test_never_answers (void)
{
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapArrangement) map = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "map", "never-answers", NULL);
  g_autofree char *kept = g_strdup (g_getenv ("KLEARN_MAP_LAYERS"));

  fixture_add_topic (graph, 0, -1);
  fixture_add_topic (graph, 1, -1);
  fixture_need (graph, 1, 0);
  kl_map_graph_seal (graph);
  g_setenv ("KLEARN_MAP_LAYERS", program, TRUE);
  g_setenv ("KLEARN_MAP_SECONDS", "1", TRUE);
  map = lay_out (graph);
  g_unsetenv ("KLEARN_MAP_SECONDS");
  g_setenv ("KLEARN_MAP_LAYERS", kept, TRUE);
  g_assert_true (kl_map_layout_is_simple (kl_map_arrangement_get_layout (map)));
}

/* Whatever the other program does, there is a map. */
static void
test_without_graphviz (gconstpointer data)
{
  g_autofree char *kept = g_strdup (g_getenv ("KLEARN_MAP_LAYERS"));

  g_setenv ("KLEARN_MAP_LAYERS", data, TRUE);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
      g_autoptr(KlMapArrangement) map = NULL;

      for (guint j = 0; j < 10; j++)
        fixture_add_topic (graph, j, -1);
      for (guint j = 1; j < 6; j++)
        fixture_need (graph, j, (guint) g_test_rand_int_range (0, (int) j));
      kl_map_graph_seal (graph);
      map = lay_out (graph);
      g_assert_true (kl_map_layout_is_simple (kl_map_arrangement_get_layout (map)));
      assert_sound (map);
    }
  g_setenv ("KLEARN_MAP_LAYERS", kept, TRUE);
}

/* Too large for Graphviz: a chain of which each needs all before it; and as many topics as anybody has. */
static void
test_large (void)
{
  g_autoptr(KlMapGraph) dense = kl_map_graph_new ();
  g_autoptr(KlMapGraph) many = kl_map_graph_new ();
  g_autoptr(KlMapArrangement) dense_map = NULL;
  g_autoptr(KlMapArrangement) many_map = NULL;
  cairo_rectangle_t area;

  for (guint i = 0; i < 300; i++)
    {
      fixture_add_topic (dense, i, -1);
      for (guint j = 0; j < i; j++)
        fixture_need (dense, i, j);
    }
  kl_map_graph_seal (dense);
  dense_map = lay_out (dense);
  g_assert_true (kl_map_layout_is_simple (kl_map_arrangement_get_layout (dense_map)));
  assert_edges_go_on (dense_map);

  for (guint i = 0; i < 10000; i++)
    {
      fixture_add_topic (many, i, i % 500 == 0 ? -1 : (int) (i - i % 500));
      if (i % 10 == 0 && i > 600)
        fixture_need (many, i, i - 501);
    }
  kl_map_graph_seal (many);
  many_map = lay_out (many);
  for (guint i = 0; i < kl_map_arrangement_get_n_blocks (many_map); i++)
    {
      kl_map_arrangement_get_block (many_map, i, &area);
      /* 500 rows under each other would be a tower. */
      g_assert_cmpfloat (area.height, <, 3 * area.width);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-layout/random", test_random);
  g_test_add_func ("/map-layout/random-simple", test_random_simple);
  g_test_add_func ("/map-layout/wide-blocks", test_wide_blocks);
  g_test_add_func ("/map-layout/columns", test_columns);
  g_test_add_func ("/map-layout/edges-inside", test_edges_inside);
  g_test_add_func ("/map-layout/steps-lead-on", test_steps_lead_on);
  g_test_add_func ("/map-layout/steps", test_steps);
  g_test_add_func ("/map-layout/cancelled", test_cancelled);
  g_test_add_func ("/map-layout/cancelled-meanwhile", test_cancelled_meanwhile);
  g_test_add_func ("/map-layout/never-answers", test_never_answers);
  g_test_add_data_func ("/map-layout/without-graphviz", "/nonexistent/program", test_without_graphviz);
  g_test_add_data_func ("/map-layout/failing-graphviz", "/bin/false", test_without_graphviz);
  g_test_add_data_func ("/map-layout/other-answer", "/bin/true", test_without_graphviz);
  g_test_add_data_func ("/map-layout/wrong-answer", "/bin/cat", test_without_graphviz);
  g_test_add_func ("/map-layout/large", test_large);

  return g_test_run ();
}
