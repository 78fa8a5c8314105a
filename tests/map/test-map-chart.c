/* test-map-chart.c: what a map says, by value, and what of it is hit */

#include "config.h"

#include "map-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "chart/kl-chart-painter.h"
#include "chart/kl-chart-saving.h"
#include "map/kl-map-cell.h"
#include "map/kl-map-chart.h"

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

/* 0 ● with a part 1, 2 ▲ which needs the part and what is elsewhere, 3 and 4 in a circle, 5 alone and due. */
static KlMapChart *
make_map (void)
{
  KlMapChart *chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;

  set_score (fixture_add_topic (graph, 0, -1), 95, 0, "Strong");
  fixture_add_topic (graph, 1, 0);
  set_score (fixture_add_topic (graph, 2, -1), 71.5, 1, "Good");
  fixture_add_topic (graph, 3, -1);
  fixture_add_topic (graph, 4, -1);
  fixture_add_topic (graph, 5, -1)->is_due = TRUE;
  fixture_add_topic (graph, 6, -1)->is_group = TRUE;
  fixture_need (graph, 2, 1);
  fixture_need (graph, 2, 99);
  fixture_need (graph, 3, 2);
  fixture_need (graph, 3, 4);
  fixture_need (graph, 4, 3);
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  kl_chart_set_title (KL_CHART (chart), "Storage");
  return chart;
}

static void
assert_text (KlMapChart *chart,
             guint       mark,
             const char *expected)
{
  g_autofree char *text = kl_chart_dup_mark_text (KL_CHART (chart), mark);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autofree char *summary = kl_chart_dup_summary (KL_CHART (chart));

  g_assert_cmpstr (
    summary, ==,
    "6 topics · 4 prerequisites · Strong 1, Good 1, not assessed 4 · 2 topics need each other, in circles"
    " · 1 prerequisite is not in this plan");
  assert_text (chart, 0, "Topic 0 · 95 %, Strong");
  assert_text (chart, 1, "Topic 1 · not assessed · part of Topic 0 · needed for Topic 2");
  assert_text (chart, 2, "Topic 2 · 71.5 %, Good · needs Topic 1 · needs 1 topic that is not in this plan · "
                         "needed for Topic 3");
  assert_text (chart, 3, "Topic 3 · not assessed · needs Topic 2, Topic 4 · needed for Topic 4 · "
                         "needs itself, in a circle");
  assert_text (chart, 5, "Topic 5 · not assessed · due");
  assert_text (chart, 6, "Topic 6");
}

/* So many topics, of which all others need the first. */
static KlMapChart *
make_star (guint n_topics)
{
  KlMapChart *chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;

  for (guint i = 0; i < n_topics; i++)
    {
      fixture_add_topic (graph, i, -1);
      if (i > 0)
        fixture_need (graph, i, 0);
    }
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  return chart;
}

static void
test_many_names (void)
{
  g_autoptr(KlMapChart) chart = make_star (20);

  assert_text (chart, 0,
               "Topic 0 · not assessed · needed for Topic 1, Topic 2, Topic 3, Topic 4, Topic 5, Topic 6 and 13 more");
}

/* However many bands there are, each is counted. */
static void
test_many_bands (void)
{
  g_autoptr(KlMapChart) chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;
  g_autofree char *before = kl_chart_dup_summary (KL_CHART (chart));
  g_autofree char *summary = NULL;

  g_assert_cmpstr (before, ==, "");
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *band = g_strdup_printf ("B%u", i / 2);

      set_score (fixture_add_topic (graph, i, -1), 50, (int) i / 2, band);
    }
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  summary = kl_chart_dup_summary (KL_CHART (chart));
  g_assert_nonnull (strstr (summary, "B0 2, B1 2, "));
  g_assert_nonnull (strstr (summary, "B148 2, B149 2"));
}

/* A cell says a few of many; a machine reads all. */
static void
test_long_cells (void)
{
  g_autoptr(KlMapChart) chart = make_star (500);
  g_autofree char *shown = NULL;
  g_autofree char *plain = NULL;
  g_auto(GStrv) titles = NULL;

  shown = kl_chart_dup_cell (KL_CHART (chart), 0, KL_MAP_CELL_NEEDED_FOR, FALSE);
  g_assert_cmpstr (shown, ==, "Topic 1; Topic 2; Topic 3; Topic 4; Topic 5; Topic 6 and 493 more");
  plain = kl_chart_dup_cell (KL_CHART (chart), 0, KL_MAP_CELL_NEEDED_FOR, TRUE);
  titles = g_strsplit (plain, "; ", -1);
  g_assert_cmpuint (g_strv_length (titles), ==, 499);
}

static void
assert_row (KlMapChart         *chart,
            guint               mark,
            gboolean            plain,
            const char *const  *expected)
{
  for (guint i = 0; i < KL_MAP_CELL_N_COLUMNS; i++)
    {
      g_autofree char *cell = kl_chart_dup_cell (KL_CHART (chart), mark, i, plain);

      g_assert_cmpstr (cell, ==, expected[i]);
    }
}

static void
test_table (void)
{
  static const char *const part[] = { "Topic 1", "Topic 0", "–", "", "", "", "Topic 2" };
  static const char *const plain_part[] = { "Topic 1", "Topic 0", "", "", "", "", "Topic 2" };
  static const char *const good[] = { "Topic 2", "", "71.5 %", "Good", "", "Topic 1", "Topic 3" };
  static const char *const plain_good[] = { "Topic 2", "", "71.5", "Good", "", "Topic 1", "Topic 3" };
  static const char *const circle[] = { "Topic 3", "", "–", "", "", "Topic 2; Topic 4", "Topic 4" };
  static const char *const due[] = { "Topic 5", "", "–", "", "Due", "", "" };
  g_autoptr(KlMapChart) chart = make_map ();
  gboolean numeric;
  g_autofree char *heading = kl_chart_dup_heading (KL_CHART (chart), KL_MAP_CELL_SCORE, &numeric);

  g_assert_cmpstr (heading, ==, "Score");
  g_assert_true (numeric);
  assert_row (chart, 1, FALSE, part);
  assert_row (chart, 1, TRUE, plain_part);
  assert_row (chart, 2, FALSE, good);
  assert_row (chart, 2, TRUE, plain_good);
  assert_row (chart, 3, FALSE, circle);
  assert_row (chart, 5, FALSE, due);
  g_assert_cmpstr (kl_chart_get_target (KL_CHART (chart), 4), ==, "id-4");
}

/* Who shows a map in some room does not change what others show of it. */
static void
test_room (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(KlMapChart) shown = kl_map_chart_new ();
  double width, height, same_width, same_height, narrow, high;
  int picture_height = kl_chart_get_height (KL_CHART (chart));

  kl_map_chart_get_size (chart, &width, &height);
  kl_map_chart_set_map (shown, kl_map_chart_get_graph (chart), kl_map_chart_get_layout (chart));
  kl_map_chart_set_room (shown, 4000);
  kl_map_chart_get_size (shown, &same_width, &same_height);
  kl_map_chart_set_room (shown, 200);
  kl_map_chart_get_size (shown, &narrow, &high);
  g_assert_cmpfloat (high, >, same_height);
  kl_map_chart_get_size (chart, &same_width, &same_height);
  g_assert_cmpfloat (fabs (width - same_width) + fabs (height - same_height), <, 0.001);
  g_assert_cmpint (kl_chart_get_height (KL_CHART (chart)), ==, picture_height);
}

/* From right to left everything stands at the other side, and the arrows lead there. */
static void
test_mirrored (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  double width, height;

  kl_map_chart_get_size (chart, &width, &height);
  for (guint i = 0; i < kl_chart_get_n_marks (KL_CHART (chart)); i++)
    {
      cairo_rectangle_t left, right;

      kl_map_chart_get_mark (chart, i, FALSE, &left);
      kl_map_chart_get_mark (chart, i, TRUE, &right);
      g_assert_cmpfloat (fabs (left.x + left.width + right.x - width), <, 0.001);
      g_assert_cmpfloat (fabs (left.y - right.y), <, 0.001);
      g_assert_cmpint (kl_map_chart_find_next (chart, i, KL_MAP_LEFT, FALSE), ==,
                       kl_map_chart_find_next (chart, i, KL_MAP_RIGHT, TRUE));
    }
}

static KlChartPainter *
make_painter (KlMapChart *chart,
              double      scale,
              gboolean    mirrored)
{
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  KlChartPainter *painter = kl_chart_painter_new (KL_CHART (chart));
  double width, height;

  style->right_to_left = mirrored;
  kl_map_chart_get_size (chart, &width, &height);
  kl_chart_painter_set_style (painter, style);
  kl_chart_painter_set_size (painter, width * scale, height * scale);
  return painter;
}

/* What is hit is where the widget says that it is, at any size and in both directions. */
static void
test_hits (void)
{
  g_autoptr(KlMapChart) chart = make_map ();

  for (int i = 0; i < 6; i++)
    {
      double scale = 0.3 + i * 0.4;
      gboolean mirrored = i % 2 == 1;
      g_autoptr(KlChartPainter) painter = make_painter (chart, scale, mirrored);

      for (guint mark = 0; mark < kl_chart_get_n_marks (KL_CHART (chart)); mark++)
        {
          cairo_rectangle_t area;

          kl_map_chart_get_mark (chart, mark, mirrored, &area);
          g_assert_cmpint (kl_chart_sheet_find_mark (kl_chart_painter_get_sheet (painter),
                                                     (area.x + area.width / 2) * scale,
                                                     (area.y + area.height / 2) * scale),
                           ==, (int) mark);
        }
    }
}

/* Of what is scrolled only what is seen is there. */
static void
test_visible (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(KlChartPainter) painter = make_painter (chart, 1, FALSE);
  cairo_rectangle_t area;
  guint all = kl_chart_painter_get_sheet (painter)->items->len;

  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->marks->len, ==, 7);
  kl_map_chart_get_mark (chart, 5, FALSE, &area);
  area.x += 4;
  area.y += 4;
  area.width = area.height = 2;
  kl_chart_painter_set_visible (painter, &area);
  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->marks->len, ==, 1);
  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->items->len, <, all);
  kl_chart_painter_set_visible (painter, NULL);
  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->items->len, ==, all);
}

/* How often each edge is painted within an area, by a hash of its ends and its kind. */
static GHashTable *
find_edges_in (const KlChartSheet      *sheet,
               const cairo_rectangle_t *area)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);
  const double *points = (const double *) (gconstpointer) sheet->points->data;

  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);
      double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

      if (!item->joins)
        continue;
      for (guint j = item->first_point; j < item->first_point + item->n_points; j++)
        {
          left = MIN (left, points[2 * j]);
          right = MAX (right, points[2 * j]);
          top = MIN (top, points[2 * j + 1]);
          bottom = MAX (bottom, points[2 * j + 1]);
        }
      if (left < area->x + area->width && right > area->x && top < area->y + area->height && bottom > area->y)
        g_hash_table_add (found, GUINT_TO_POINTER (((guint) item->mark * 1000 + (guint) item->other_mark) * 10
                                                   + (guint) item->kind));
    }
  return found;
}

/* Topics that need nothing outside of them, with parts that need each other. */
static KlMapGraph *
make_loose (void)
{
  KlMapGraph *graph = kl_map_graph_new ();

  for (guint i = 0; i < 100; i++)
    {
      fixture_add_topic (graph, i, i % 4 == 0 ? -1 : (int) (i - i % 4));
      if (i % 4 > 1)
        fixture_need (graph, i, i - 1);
    }
  kl_map_graph_seal (graph);
  return graph;
}

/* Every edge that crosses what is seen is there, however far away its ends are. */
static void
test_edges_seen (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(KlMapChart) chart = kl_map_chart_new ();
      g_autoptr(KlMapGraph) graph = round % 2 == 0 ? make_loose () : fixture_random_graph (100, 80, round % 3 == 0);
      g_autoptr(KlMapLayout) layout = kl_map_layout_new_simple (graph);
      g_autoptr(KlChartPainter) painter = NULL;
      g_autoptr(GHashTable) all = NULL;
      g_autoptr(GHashTable) seen = NULL;
      cairo_rectangle_t area = { 0, 0, 200, 150 };
      double width, height;
      GHashTableIter iterator;
      gpointer key;

      kl_map_chart_set_map (chart, graph, layout);
      kl_map_chart_get_size (chart, &width, &height);
      painter = make_painter (chart, 1, round % 3 == 0);
      area.x = g_test_rand_double_range (0, width);
      area.y = g_test_rand_double_range (0, height);
      all = find_edges_in (kl_chart_painter_get_sheet (painter), &area);
      kl_chart_painter_set_visible (painter, &area);
      seen = find_edges_in (kl_chart_painter_get_sheet (painter), &area);
      g_hash_table_iter_init (&iterator, all);
      while (g_hash_table_iter_next (&iterator, &key, NULL))
        g_assert_true (g_hash_table_contains (seen, key));
    }
}

static guint
count_items (KlMapChart      *chart,
             double           scale,
             KlChartItemKind  kind)
{
  g_autoptr(KlChartPainter) painter = make_painter (chart, scale, FALSE);
  const GArray *items = kl_chart_painter_get_sheet (painter)->items;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += g_array_index (items, KlChartItem, i).kind == kind ? 1 : 0;
  return n;
}

/* From afar there are fields of colour; every topic can still be pointed at. */
static void
test_far (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(KlChartPainter) painter = make_painter (chart, 0.1, FALSE);

  g_assert_cmpuint (count_items (chart, 1, KL_CHART_ITEM_SHAPE), ==, 6);
  g_assert_cmpuint (count_items (chart, 1, KL_CHART_ITEM_TEXT), >, 6);
  g_assert_cmpuint (count_items (chart, 0.1, KL_CHART_ITEM_SHAPE), ==, 0);
  g_assert_cmpuint (count_items (chart, 0.1, KL_CHART_ITEM_TEXT), ==, 0);
  /* A field for each of those that have a band. */
  g_assert_cmpuint (count_items (chart, 0.1, KL_CHART_ITEM_RECTANGLE), ==,
                    count_items (chart, 1, KL_CHART_ITEM_RECTANGLE) + 2);
  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->marks->len, ==, 7);
}

/* The edges of a topic are highlighted with it, at both of their ends. */
static void
test_joins (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(KlChartPainter) painter = make_painter (chart, 1, FALSE);
  const GArray *items = kl_chart_painter_get_sheet (painter)->items;
  guint n_lines = 0, n_arrows = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KlChartItem *item = &g_array_index (items, KlChartItem, i);

      if (!item->joins)
        continue;
      n_lines += item->kind == KL_CHART_ITEM_LINE ? 1 : 0;
      n_arrows += item->kind == KL_CHART_ITEM_AREA ? 1 : 0;
      g_assert_cmpint (item->mark, !=, item->other_mark);
    }
  g_assert_cmpuint (n_lines, ==, 4);
  g_assert_cmpuint (n_arrows, ==, 4);
}

/* No title means anything but itself: not to Graphviz, not to Pango, not to SVG. */
static void
test_hostile_titles (void)
{
  static const char *const titles[] = {
    "<b>bold</b> & \"quoted\" <script>", "label=\"a\\nb\"; shape=record; {x|<y>z}", "\n\n\t\r\v", "", "\\N\\G\\E",
    "\u0634\u0628\u0643\u0629 \u202Ereversed", "%s%n%d",
    "\u200F\u200F\u200F", "a\xff\xfe",
  };
  static const KlChartForm forms[] = { KL_CHART_FORM_SVG, KL_CHART_FORM_PNG, KL_CHART_FORM_PDF, KL_CHART_FORM_CSV };
  g_autoptr(KlMapChart) chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;
  g_autofree char *long_title = g_strnfill (10000, 'x');
  g_autoptr(GError) error = NULL;
  guint n = G_N_ELEMENTS (titles);

  for (guint i = 0; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);

      kl_map_graph_add (graph, id, i < n ? titles[i] : long_title, NULL);
      fixture_need (graph, i, (i + 1) % (n + 1));
    }
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new (graph, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (kl_map_layout_is_simple (layout));
  kl_map_chart_set_map (chart, graph, layout);
  kl_chart_set_title (KL_CHART (chart), titles[0]);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(GBytes) bytes = kl_chart_file_render (KL_CHART (chart), NULL, forms[i], 800, 600, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
    }
  for (guint i = 0; i <= n; i++)
    {
      g_autofree char *text = kl_chart_dup_mark_text (KL_CHART (chart), i);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (strlen (text), <, 1000);
    }
}

/* A title keeps its direction to itself, and cannot turn that of others. */
static void
test_directions (void)
{
  g_autoptr(KlMapChart) chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;

  kl_map_graph_add (graph, "id-0", "\u0634\u0628\u0643\u0629", NULL);
  kl_map_graph_add (graph, "id-1", "A\u202EB\u2069C", NULL);
  kl_map_graph_add (graph, "id-2", "Plain", NULL);
  fixture_need (graph, 2, 0);
  fixture_need (graph, 2, 1);
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  assert_text (chart, 0, "\u2068\u0634\u0628\u0643\u0629\u2069 · not assessed · needed for Plain");
  assert_text (chart, 1, "ABC · not assessed · needed for Plain");
  assert_text (chart, 2, "Plain · not assessed · needs \u2068\u0634\u0628\u0643\u0629\u2069, ABC");
}

/* A picture of any map has a size that a picture may have. */
static void
test_picture_sizes (void)
{
  g_autoptr(KlMapChart) chart = kl_map_chart_new ();
  g_autoptr(KlMapGraph) graph = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;

  g_assert_cmpint (kl_chart_get_width (KL_CHART (chart)), >=, 120);
  for (guint i = 0; i < 5000; i++)
    {
      fixture_add_topic (graph, i, -1);
      if (i > 0)
        fixture_need (graph, i, i - 1);
    }
  kl_map_graph_seal (graph);
  layout = kl_map_layout_new_simple (graph);
  kl_map_chart_set_map (chart, graph, layout);
  g_assert_cmpint (kl_chart_get_width (KL_CHART (chart)), <=, 8000);
  g_assert_cmpint (kl_chart_get_height (KL_CHART (chart)), >=, 120);
}

static void
get_png_size (GBytes  *bytes,
              guint32 *width,
              guint32 *height)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  memcpy (width, data + 16, 4);
  memcpy (height, data + 20, 4);
  *width = GUINT32_FROM_BE (*width);
  *height = GUINT32_FROM_BE (*height);
}

/* Twice as sharp, but no more pixels than a machine has memory for. */
static void
test_pixels (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) small = kl_chart_file_render (KL_CHART (chart), NULL, KL_CHART_FORM_PNG, 500, 400, NULL, &error);
  g_autoptr(GBytes) large = NULL;
  guint32 width, height;

  g_assert_no_error (error);
  get_png_size (small, &width, &height);
  g_assert_cmpuint (width, ==, 1000);
  g_assert_cmpuint (height, ==, 800);
  large = kl_chart_file_render (KL_CHART (chart), NULL, KL_CHART_FORM_PNG, 8000, 8000, NULL, &error);
  g_assert_no_error (error);
  get_png_size (large, &width, &height);
  g_assert_cmpuint ((guint64) width * height, <=, 36000000);
  g_assert_cmpuint ((guint64) width * height, >, 30000000);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* A picture shows what there was when it was asked for, whatever becomes of the map. */
static void
test_saved_meanwhile (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(KlMapGraph) nothing = kl_map_graph_new ();
  g_autoptr(KlMapLayout) layout = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) expected = NULL;
  int width, height;

  kl_chart_file_find_size (KL_CHART (chart), &width, &height);
  expected = kl_chart_file_render (KL_CHART (chart), NULL, KL_CHART_FORM_PNG, width, height, NULL, &error);
  g_assert_no_error (error);
  kl_chart_saving_draw_async (KL_CHART (chart), NULL, done_cb, &result);
  kl_map_graph_seal (nothing);
  layout = kl_map_layout_new_simple (nothing);
  kl_map_chart_set_map (chart, nothing, layout);
  kl_chart_set_title (KL_CHART (chart), "Nothing");
  bytes = kl_chart_saving_draw_finish (await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
test_saving (void)
{
  g_autoptr(KlMapChart) chart = make_map ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) stopped = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("klearn-map-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "map.svg", NULL);
  g_autofree char *other = g_build_filename (folder, "other.png", NULL);

  kl_chart_saving_write_async (KL_CHART (chart), path, NULL, done_cb, &result);
  g_assert_true (kl_chart_saving_write_finish (await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_cancellable_cancel (cancellable);
  kl_chart_saving_write_async (KL_CHART (chart), other, cancellable, done_cb, &stopped);
  g_assert_false (kl_chart_saving_write_finish (await (&stopped), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Nothing was written. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-chart/words", test_words);
  g_test_add_func ("/map-chart/many-names", test_many_names);
  g_test_add_func ("/map-chart/many-bands", test_many_bands);
  g_test_add_func ("/map-chart/table", test_table);
  g_test_add_func ("/map-chart/long-cells", test_long_cells);
  g_test_add_func ("/map-chart/room", test_room);
  g_test_add_func ("/map-chart/mirrored", test_mirrored);
  g_test_add_func ("/map-chart/hits", test_hits);
  g_test_add_func ("/map-chart/visible", test_visible);
  g_test_add_func ("/map-chart/edges-seen", test_edges_seen);
  g_test_add_func ("/map-chart/far", test_far);
  g_test_add_func ("/map-chart/joins", test_joins);
  g_test_add_func ("/map-chart/hostile-titles", test_hostile_titles);
  g_test_add_func ("/map-chart/directions", test_directions);
  g_test_add_func ("/map-chart/picture-sizes", test_picture_sizes);

  g_test_add_func ("/map-chart/pixels", test_pixels);
  g_test_add_func ("/map-chart/saved-meanwhile", test_saved_meanwhile);
  g_test_add_func ("/map-chart/saving", test_saving);

  return g_test_run ();
}
