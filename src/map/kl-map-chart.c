/* kl-map-chart.c: the map of a plan as a chart
 *
 * It always has a graph and a layout of it, at first those of nothing. The scores of the graph may be newer than those
 * of the one that was laid out.
 */

#include "config.h"

#include "kl-map-chart.h"

#include <glib/gi18n.h>

#include "kl-map-cell.h"
#include "kl-map-painting.h"
#include "kl-map-text.h"

/* A picture is not larger, however large the map is. */
#define LARGEST 8000.0
#define SMALLEST 240.0

struct _KlMapChart
{
  KlChart parent_instance;

  KlMapGraph *graph;
  KlMapArrangement *arrangement;
  guint n_columns;
  char *summary; /* until the graph is another one; it is asked for with each topic that is pointed at */
};

G_DEFINE_FINAL_TYPE (KlMapChart, kl_map_chart, KL_TYPE_CHART)

static void
kl_map_chart_lay_out (KlChart      *chart,
                      KlChartSheet *sheet)
{
  KlMapChart *self = KL_MAP_CHART (chart);

  kl_map_painting_add (self->graph, self->arrangement, sheet);
}

static guint
kl_map_chart_get_n_marks (KlChart *chart)
{
  return kl_map_graph_get_n_nodes (KL_MAP_CHART (chart)->graph);
}

static char *
kl_map_chart_dup_mark_text (KlChart *chart,
                            guint    mark)
{
  return kl_map_text_describe (KL_MAP_CHART (chart)->graph, mark);
}

static char *
kl_map_chart_dup_name (KlChart *chart)
{
  return g_strdup (_("Plan map"));
}

static char *
kl_map_chart_dup_summary (KlChart *chart)
{
  KlMapChart *self = KL_MAP_CHART (chart);

  if (self->summary == NULL)
    self->summary = kl_map_text_summarize (self->graph);
  return g_strdup (self->summary);
}

static guint
kl_map_chart_get_n_columns (KlChart *chart)
{
  return KL_MAP_CELL_N_COLUMNS;
}

static char *
kl_map_chart_dup_heading (KlChart  *chart,
                          guint     column,
                          gboolean *numeric)
{
  return kl_map_cell_dup_heading (column, numeric);
}

static char *
kl_map_chart_dup_cell (KlChart  *chart,
                       guint     mark,
                       guint     column,
                       gboolean  plain)
{
  return kl_map_cell_dup_text (KL_MAP_CHART (chart)->graph, mark, column, plain);
}

static const char *
kl_map_chart_get_target (KlChart *chart,
                         guint    mark)
{
  return kl_map_graph_get_node (KL_MAP_CHART (chart)->graph, mark)->id;
}

/* As large as it is, or as large as a picture may be. */
static double
find_picture_scale (KlMapChart *self)
{
  double width, height;

  kl_map_arrangement_get_size (self->arrangement, &width, &height);
  return MIN (1, LARGEST / MAX (1, MAX (width, height)));
}

static int
kl_map_chart_get_height (KlChart *chart)
{
  KlMapChart *self = KL_MAP_CHART (chart);
  double width, height;

  kl_map_arrangement_get_size (self->arrangement, &width, &height);
  return (int) MAX (SMALLEST, height * find_picture_scale (self));
}

static int
kl_map_chart_get_width (KlChart *chart)
{
  KlMapChart *self = KL_MAP_CHART (chart);
  double width, height;

  kl_map_arrangement_get_size (self->arrangement, &width, &height);
  return (int) MAX (SMALLEST, width * find_picture_scale (self));
}

static KlChart *
kl_map_chart_dup_snapshot (KlChart *chart)
{
  KlMapChart *self = KL_MAP_CHART (chart), *snapshot = kl_map_chart_new ();

  kl_map_graph_unref (snapshot->graph);
  kl_map_arrangement_unref (snapshot->arrangement);
  snapshot->graph = kl_map_graph_ref (self->graph);
  snapshot->arrangement = kl_map_arrangement_ref (self->arrangement);
  snapshot->n_columns = self->n_columns;
  return KL_CHART (snapshot);
}

static void
kl_map_chart_finalize (GObject *object)
{
  KlMapChart *self = KL_MAP_CHART (object);

  kl_map_graph_unref (self->graph);
  kl_map_arrangement_unref (self->arrangement);
  g_free (self->summary);

  G_OBJECT_CLASS (kl_map_chart_parent_class)->finalize (object);
}

static void
kl_map_chart_class_init (KlMapChartClass *klass)
{
  KlChartClass *chart_class = KL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kl_map_chart_finalize;
  chart_class->lay_out = kl_map_chart_lay_out;
  chart_class->get_n_marks = kl_map_chart_get_n_marks;
  chart_class->dup_mark_text = kl_map_chart_dup_mark_text;
  chart_class->dup_name = kl_map_chart_dup_name;
  chart_class->dup_summary = kl_map_chart_dup_summary;
  chart_class->get_n_columns = kl_map_chart_get_n_columns;
  chart_class->dup_heading = kl_map_chart_dup_heading;
  chart_class->dup_cell = kl_map_chart_dup_cell;
  chart_class->get_target = kl_map_chart_get_target;
  chart_class->get_height = kl_map_chart_get_height;
  chart_class->get_width = kl_map_chart_get_width;
  chart_class->dup_snapshot = kl_map_chart_dup_snapshot;
}

static void
kl_map_chart_init (KlMapChart *self)
{
  g_autoptr(KlMapLayout) layout = NULL;

  self->graph = kl_map_graph_new ();
  kl_map_graph_seal (self->graph);
  layout = kl_map_layout_new_simple (self->graph);
  self->arrangement = kl_map_arrangement_new (layout, 0);
}

static void
arrange (KlMapChart  *self,
         KlMapLayout *layout)
{
  KlMapArrangement *arrangement = kl_map_arrangement_new (layout, self->n_columns);

  kl_map_arrangement_unref (self->arrangement);
  self->arrangement = arrangement;
}

/**
 * kl_map_chart_new:
 *
 * Returns: (transfer full): a map of nothing yet
 */
KlMapChart *
kl_map_chart_new (void)
{
  return g_object_new (KL_TYPE_MAP_CHART, NULL);
}

/**
 * kl_map_chart_set_map:
 * @self: a map
 * @graph: what it shows
 * @layout: where it stands: of @graph, or of one that is alike
 */
void
kl_map_chart_set_map (KlMapChart  *self,
                      KlMapGraph  *graph,
                      KlMapLayout *layout)
{
  g_return_if_fail (KL_IS_MAP_CHART (self));

  kl_map_graph_ref (graph);
  kl_map_graph_unref (self->graph);
  self->graph = graph;
  g_clear_pointer (&self->summary, g_free);
  if (kl_map_arrangement_get_layout (self->arrangement) != layout)
    arrange (self, layout);
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_map_chart_get_graph:
 * @self: a map
 *
 * Returns: (transfer none): what it shows
 */
KlMapGraph *
kl_map_chart_get_graph (KlMapChart *self)
{
  g_return_val_if_fail (KL_IS_MAP_CHART (self), NULL);

  return self->graph;
}

/**
 * kl_map_chart_get_layout:
 * @self: a map
 *
 * Returns: (transfer none): where what needs each other stands
 */
KlMapLayout *
kl_map_chart_get_layout (KlMapChart *self)
{
  g_return_val_if_fail (KL_IS_MAP_CHART (self), NULL);

  return kl_map_arrangement_get_layout (self->arrangement);
}

/**
 * kl_map_chart_get_arrangement:
 * @self: a map
 *
 * Returns: (transfer none): where everything stands
 */
KlMapArrangement *
kl_map_chart_get_arrangement (KlMapChart *self)
{
  g_return_val_if_fail (KL_IS_MAP_CHART (self), NULL);

  return self->arrangement;
}

/**
 * kl_map_chart_set_room:
 * @self: a map
 * @width: how wide the place is where it is looked at, where a line of letters is %KL_MAP_LINE high; 0 for a picture,
 * as at first
 *
 * What stands alone fills the width. What needs each other may be wider.
 */
void
kl_map_chart_set_room (KlMapChart *self,
                       double      width)
{
  guint n_columns = width > 0 ? kl_map_arrangement_count_columns (width) : 0;

  g_return_if_fail (KL_IS_MAP_CHART (self));

  if (self->n_columns == n_columns)
    return;

  self->n_columns = n_columns;
  arrange (self, kl_map_chart_get_layout (self));
  kl_chart_changed (KL_CHART (self));
}

/**
 * kl_map_chart_get_size:
 * @self: a map
 * @width: (out): how wide it is where a line of letters is %KL_MAP_LINE high
 * @height: (out): how high
 */
void
kl_map_chart_get_size (KlMapChart *self,
                       double     *width,
                       double     *height)
{
  g_return_if_fail (KL_IS_MAP_CHART (self));

  kl_map_arrangement_get_size (self->arrangement, width, height);
}

/**
 * kl_map_chart_get_mark:
 * @self: a map
 * @mark: a mark
 * @mirrored: whether the map is read from right to left
 * @area: (out): where it stands in the size of kl_map_chart_get_size()
 */
void
kl_map_chart_get_mark (KlMapChart        *self,
                       guint              mark,
                       gboolean           mirrored,
                       cairo_rectangle_t *area)
{
  g_return_if_fail (KL_IS_MAP_CHART (self));

  kl_map_arrangement_get_row (self->arrangement, mark, area);
  if (mirrored)
    kl_map_painting_mirror (self->arrangement, area);
}

/**
 * kl_map_chart_find_next:
 * @self: a map
 * @mark: where one is
 * @direction: where to go, as it is seen
 * @mirrored: whether the map is read from right to left
 *
 * Returns: the next mark there, -1 where there is none
 */
int
kl_map_chart_find_next (KlMapChart     *self,
                        guint           mark,
                        KlMapDirection  direction,
                        gboolean        mirrored)
{
  g_return_val_if_fail (KL_IS_MAP_CHART (self), -1);

  if (mirrored && direction == KL_MAP_LEFT)
    direction = KL_MAP_RIGHT;
  else if (mirrored && direction == KL_MAP_RIGHT)
    direction = KL_MAP_LEFT;
  return kl_map_step_find (self->arrangement, mark, direction);
}
