/* test-map-pictures.c: a map looks as it did
 *
 * Laid out by our own means, so that it does not matter which Graphviz there is.
 */

#include "config.h"

#include "map-fixture.h"

#include "../chart/picture-fixture.h"
#include "map/kl-map-chart.h"

#define WIDTH 640
#define HEIGHT 260

#define WIDE 900
#define HIGH 620

static const Picture pictures[] = {
  { "map", FALSE, FALSE, FALSE, WIDTH, HEIGHT },
  { "map-dark-rtl", TRUE, FALSE, TRUE, WIDTH, HEIGHT },
  { "map-contrast", FALSE, TRUE, FALSE, WIDTH, HEIGHT },
};

static void
set_score (KlMapNode  *node,
           double      score,
           int         rank,
           const char *band)
{
  node->score = (KlScore) { score, score };
  node->rank = rank;
  node->hue = (KlChartHue) rank;
  node->band = g_strdup (band);
}

/* Every band and none, parts, two in a circle, a long title, one that is due, and those that need nothing. */
static KlMapChart *
make_map (void)
{
  KlMapChart *chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;
  KlMapNode *node;

  set_score (fixture_add_topic (graph, 0, -1), 95, 0, "Strong");
  set_score (fixture_add_topic (graph, 1, 0), 40, 3, "Needs Review");
  set_score (fixture_add_topic (graph, 2, -1), 71, 1, "Good");
  set_score (fixture_add_topic (graph, 3, -1), 55, 2, "Fair");
  fixture_add_topic (graph, 4, -1);
  node = fixture_add_topic (graph, 5, -1);
  node->is_due = TRUE;
  g_free (node->title);
  node->title = g_strdup ("How a stripe and its parity come to disagree when the power fails between the writes");
  fixture_add_topic (graph, 6, -1);
  fixture_need (graph, 2, 1);
  fixture_need (graph, 3, 2);
  fixture_need (graph, 3, 4);
  fixture_need (graph, 4, 3);
  fixture_need (graph, 5, 0);
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  kl_chart_set_title (KL_CHART (chart), "Storage");
  return chart;
}

static void
test_picture (gconstpointer data)
{
  g_autoptr(KlMapChart) chart = make_map ();

  picture_check (KL_CHART (chart), "map", data);
}

/* Topics with so many parts that they stand in columns: edges go through between them. */
static KlMapChart *
make_wide_map (void)
{
  static const KlMapEdge edges[] = { { 3, 70 },  { 25, 70 }, { 25, 100 }, { 50, 80 }, { 0, 90 },
                                     { 10, 61 }, { 5, 30 },  { 30, 4 },   { 4, 52 },  { 62, 62 } };
  KlMapChart *chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;

  for (guint i = 0; i < 120; i++)
    fixture_add_topic (graph, i, i % 60 == 0 ? -1 : (int) (i - i % 60));
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    fixture_need (graph, edges[i].to, edges[i].from);
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  return chart;
}

static void
test_wide_picture (void)
{
  static const Picture picture = { "map-wide", FALSE, FALSE, FALSE, WIDE, HIGH };
  g_autoptr(KlMapChart) chart = make_wide_map ();

  picture_check (KL_CHART (chart), "map", &picture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/map/pictures/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }

  g_test_add_func ("/map/pictures/map-wide", test_wide_picture);

  return g_test_run ();
}
