/* kl-map-painting.c: a map on a sheet
 *
 * As large as the sheet has room for. Of a map that is scrolled, only what is seen is added.
 */

#include "config.h"

#include "kl-map-painting.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"

#include "kl-map-measure.h"
#include "kl-map-metrics.h"

/* Smaller letters are none. */
#define SMALLEST_LINE 5
/* So many pixels of a curve look straight. */
#define STEP_LENGTH 4.0
#define MOST_STEPS 16
/* Smaller shapes cannot be told from each other, and smaller frames are blots. */
#define SMALLEST_SHAPE 3
#define SMALLEST_FRAME 4
#define ARROW_LENGTH 7.0
#define ARROW_WIDTH 3.5

/**
 * Painting:
 * @graph: what is shown
 * @arrangement: where it stands
 * @sheet: what it is added to
 * @scale: how large it becomes
 * @size: how large its letters become, in parts of the style's; 0 where they would be too small
 * @left: where the map begins on the sheet
 * @top: the same
 * @width: of the map
 */
typedef struct
{
  const KlMapGraph *graph;
  const KlMapArrangement *arrangement;
  KlChartSheet *sheet;
  double scale;
  double size;
  double left;
  double top;
  double width;
} Painting;

static double
place_x (const Painting *self,
         double          x)
{
  return self->left + self->scale * (self->sheet->style->right_to_left ? self->width - x : x);
}

static double
place_y (const Painting *self,
         double          y)
{
  return self->top + self->scale * y;
}

static void
place_area (const Painting          *self,
            const cairo_rectangle_t *area,
            cairo_rectangle_t       *placed)
{
  double x = place_x (self, self->sheet->style->right_to_left ? area->x + area->width : area->x);

  *placed = (cairo_rectangle_t) { x, place_y (self, area->y), area->width * self->scale, area->height * self->scale };
}

static gboolean
is_visible (const Painting          *self,
            const cairo_rectangle_t *area)
{
  const cairo_rectangle_t *visible = &self->sheet->visible;

  return area->x <= visible->x + visible->width && visible->x <= area->x + area->width
         && area->y <= visible->y + visible->height && visible->y <= area->y + area->height;
}

/* Edges */

static double
mix (const GArray *points,
     guint         first,
     double        t)
{
  double u = 1 - t;

  return u * u * u * g_array_index (points, double, first) + 3 * u * u * t * g_array_index (points, double, first + 2)
         + 3 * u * t * t * g_array_index (points, double, first + 4)
         + t * t * t * g_array_index (points, double, first + 6);
}

/* How many straight steps a part of a curve takes. */
static guint
count_steps (const Painting *self,
             const GArray   *points,
             guint           first)
{
  double length = 0;

  for (guint i = first; i < first + 6; i += 2)
    length += hypot (g_array_index (points, double, i + 2) - g_array_index (points, double, i),
                     g_array_index (points, double, i + 3) - g_array_index (points, double, i + 1));
  return (guint) CLAMP (length * self->scale / STEP_LENGTH, 1, MOST_STEPS);
}

static void
trace_curve (const Painting *self,
             const GArray   *points)
{
  kl_chart_sheet_add_point (self->sheet, place_x (self, g_array_index (points, double, 0)),
                            place_y (self, g_array_index (points, double, 1)));
  for (guint first = 0; first + 7 < points->len; first += 6)
    {
      guint n_steps = count_steps (self, points, first);

      for (guint i = 1; i <= n_steps; i++)
        kl_chart_sheet_add_point (self->sheet, place_x (self, mix (points, first, (double) i / n_steps)),
                                  place_y (self, mix (points, first + 1, (double) i / n_steps)));
    }
}

/* Its tip is the end of the curve. */
static void
trace_arrow (const Painting *self,
             const GArray   *points)
{
  double x = place_x (self, g_array_index (points, double, points->len - 2));
  double y = place_y (self, g_array_index (points, double, points->len - 1));
  double dx = x - place_x (self, g_array_index (points, double, points->len - 4));
  double dy = y - place_y (self, g_array_index (points, double, points->len - 3));
  double length = hypot (dx, dy), size = MIN (1.25, self->scale);

  dx = length > 0 ? dx / length * size : size;
  dy = length > 0 ? dy / length * size : 0;
  kl_chart_sheet_add_point (self->sheet, x, y);
  kl_chart_sheet_add_point (self->sheet, x - ARROW_LENGTH * dx - ARROW_WIDTH * dy,
                            y - ARROW_LENGTH * dy + ARROW_WIDTH * dx);
  kl_chart_sheet_add_point (self->sheet, x - ARROW_LENGTH * dx + ARROW_WIDTH * dy,
                            y - ARROW_LENGTH * dy - ARROW_WIDTH * dx);
}

/* No colour shines through another where an arrow lies on its line. */
static KlChartColor
find_edge_color (const KlChartStyle *style)
{
  const KlChartColor *front = &style->foreground, *back = &style->background;
  double part = style->high_contrast ? 1 : 0.55;

  return (KlChartColor) { part * front->red + (1 - part) * back->red, part * front->green + (1 - part) * back->green,
                          part * front->blue + (1 - part) * back->blue, 1 };
}

static void
join (KlChartItem     *item,
      const KlMapEdge *edge)
{
  item->joins = TRUE;
  item->mark = (int) edge->from;
  item->other_mark = (int) edge->to;
}

static gboolean
is_edge_visible (const Painting *self,
                 guint           edge)
{
  cairo_rectangle_t placed;

  place_area (self, kl_map_arrangement_get_bounds (self->arrangement, edge), &placed);
  /* An arrow is wider than its line. */
  placed = (cairo_rectangle_t) { placed.x - ARROW_LENGTH, placed.y - ARROW_LENGTH, placed.width + 2 * ARROW_LENGTH,
                                 placed.height + 2 * ARROW_LENGTH };
  return is_visible (self, &placed);
}

static gboolean
find_stretch (const Painting *self,
              guint           edge,
              KlMapStretch    stretch,
              GArray         *points)
{
  g_array_set_size (points, 0);
  kl_map_arrangement_get_curve (self->arrangement, edge, stretch, points);
  return points->len > 0;
}

static void
add_stretch (const Painting *self,
             guint           number,
             gboolean        has_arrow,
             const GArray   *points)
{
  const KlMapEdge *edge = kl_map_graph_get_edge (self->graph, number);
  KlChartColor color = find_edge_color (self->sheet->style);
  KlChartItem *item;

  trace_curve (self, points);
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1, color);
  item->line_width = CLAMP (1.5 * self->scale, 0.75, 2);
  join (item, edge);
  if (!has_arrow)
    return;

  trace_arrow (self, points);
  join (kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_AREA, -1, color), edge);
}

/* What may have to cross blocks, behind them. */
static void
add_edges_between (const Painting *self)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < kl_map_graph_get_n_edges (self->graph); i++)
    {
      gboolean goes_on;

      if (!is_edge_visible (self, i))
        continue;
      goes_on = find_stretch (self, i, KL_MAP_STRETCH_IN, points);
      if (find_stretch (self, i, KL_MAP_STRETCH_BETWEEN, points))
        add_stretch (self, i, !goes_on, points);
    }
}

/* What is inside of blocks, before them. */
static void
add_edges_inside (const Painting *self)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < kl_map_graph_get_n_edges (self->graph); i++)
    {
      if (!is_edge_visible (self, i))
        continue;
      if (find_stretch (self, i, KL_MAP_STRETCH_OUT, points))
        add_stretch (self, i, FALSE, points);
      if (find_stretch (self, i, KL_MAP_STRETCH_IN, points))
        add_stretch (self, i, TRUE, points);
    }
}

/* Topics */

static void
add_frame (const Painting          *self,
           const cairo_rectangle_t *area)
{
  double left = round (area->x) + 0.5, top = round (area->y) + 0.5;
  double right = round (area->x + area->width) - 0.5, bottom = round (area->y + area->height) - 0.5;

  kl_chart_sheet_add_point (self->sheet, left, top);
  kl_chart_sheet_add_point (self->sheet, right, top);
  kl_chart_sheet_add_point (self->sheet, right, bottom);
  kl_chart_sheet_add_point (self->sheet, left, bottom);
  kl_chart_sheet_add_point (self->sheet, left, top);
  kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                             kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.3))
    ->line_width = 1;
}

static void
add_block (const Painting *self,
           guint           block)
{
  cairo_rectangle_t area, placed;

  kl_map_arrangement_get_block (self->arrangement, block, &area);
  place_area (self, &area, &placed);
  if (!is_visible (self, &placed))
    return;

  /* An edge that has to cross it lies behind. */
  kl_chart_sheet_add_rectangle (self->sheet, -1, &placed, self->sheet->style->background);
  if (placed.height >= SMALLEST_FRAME)
    add_frame (self, &placed);
}

static void
add_text (const Painting *self,
          const char     *text,
          double          x,
          double          y,
          double          width,
          gboolean        at_end,
          gboolean        strong,
          int             n_lines)
{
  gboolean at_right = at_end != self->sheet->style->right_to_left;
  KlChartText item = { .text = text, .y = place_y (self, y), .max_width = width * self->scale,
                       .color = self->sheet->style->foreground, .strong = strong, .size = self->size,
                       .n_lines = n_lines, .is_placed = TRUE };

  item.x = place_x (self, at_end ? x + width : x);
  item.align_x = at_right ? 1 : 0;
  item.align_y = 0.5;
  kl_chart_sheet_add_text (self->sheet, &item);
}

static void
add_score (const Painting          *self,
           const KlMapNode         *node,
           const cairo_rectangle_t *row)
{
  g_autofree char *score = kl_score_is_set (node->score) ? kl_chart_text_score (node->score) : g_strdup ("–");
  double x = row->x + row->width - KL_MAP_SCORE_WIDTH, width = KL_MAP_SCORE_WIDTH - KL_MAP_UNIT;
  double middle = row->y + row->height / 2, half = node->is_due ? KL_MAP_LINE / 2.0 : 0;

  add_text (self, score, x, middle - half, width, TRUE, FALSE, 1);
  if (node->is_due)
    add_text (self, _("Due"), x, middle + half, width, TRUE, TRUE, 1);
}

static void
add_words (const Painting          *self,
           const KlMapNode         *node,
           const cairo_rectangle_t *row,
           gboolean                 has_parts)
{
  g_autofree char *title = kl_map_measure_dup_shown (node->title);
  double indent = KL_MAP_INDENT * (double) MIN (node->depth, KL_MAP_DEEPEST_INDENT);
  double x = row->x + indent + KL_MAP_MARK_WIDTH;
  double end = row->x + row->width - (node->is_group ? KL_MAP_UNIT : KL_MAP_SCORE_WIDTH);

  add_text (self, title, x, row->y + row->height / 2, end - x, FALSE, has_parts, KL_MAP_MOST_LINES);
  if (!node->is_group)
    add_score (self, node, row);
}

/* From afar the field of the mark in the colour of the band. */
static void
add_field (const Painting          *self,
           const cairo_rectangle_t *row,
           double                   middle,
           KlChartColor             color)
{
  const cairo_rectangle_t field
    = { middle - KL_MAP_MARK_WIDTH / 2.0, row->y, KL_MAP_MARK_WIDTH, row->height - KL_MAP_UNIT / 2.0 };
  cairo_rectangle_t placed;

  place_area (self, &field, &placed);
  kl_chart_sheet_add_rectangle (self->sheet, -1, &placed, color);
}

static void
add_shape (const Painting          *self,
           guint                    number,
           const KlMapNode         *node,
           const cairo_rectangle_t *row)
{
  const KlChartStyle *style = self->sheet->style;
  double size = KL_CHART_SHEET_MARK_SIZE * self->scale;
  double x = row->x + KL_MAP_INDENT * (double) MIN (node->depth, KL_MAP_DEEPEST_INDENT) + KL_MAP_MARK_WIDTH / 2.0;
  KlChartShape shape = kl_chart_shape_for_rank (node->rank);
  KlChartColor color = node->rank >= 0 ? style->hues[node->hue] : style->hues[KL_CHART_HUE_PLAIN];
  KlChartItem *item;

  if (size < SMALLEST_SHAPE)
    {
      if (node->rank >= 0)
        add_field (self, row, x, color);
      return;
    }

  item = kl_chart_sheet_add_shape (self->sheet, (int) number, shape, place_x (self, x),
                                   place_y (self, row->y + row->height / 2), color);
  /* What has no band is a ring. */
  item->hollow = node->rank < 0;
  item->area.width = item->area.height = size;
}

static void
add_node (const Painting *self,
          guint           number)
{
  const KlMapNode *node = kl_map_graph_get_node (self->graph, number);
  gboolean has_parts = number + 1 < kl_map_graph_get_n_nodes (self->graph)
                       && kl_map_graph_get_node (self->graph, number + 1)->parent == (int) number;
  KlChartMark mark = { .index = (int) number, .form = KL_CHART_MARK_BOX };
  cairo_rectangle_t row, tint;

  kl_map_arrangement_get_row (self->arrangement, number, &row);
  place_area (self, &row, &mark.area);
  if (!is_visible (self, &mark.area))
    return;

  tint = (cairo_rectangle_t) { mark.area.x + 1, mark.area.y + 1, mark.area.width - 2, mark.area.height - 2 };
  if (node->rank >= 0)
    kl_chart_sheet_add_rectangle (
      self->sheet, -1, &tint, kl_chart_sheet_faint (self->sheet, self->sheet->style->hues[node->hue], 0.14));
  if (!node->is_group)
    add_shape (self, number, node, &row);
  if (self->size > 0)
    add_words (self, node, &row, has_parts);
  mark.x = mark.area.x + mark.area.width / 2;
  mark.y = mark.area.y + mark.area.height / 2;
  kl_chart_sheet_add_mark (self->sheet, &mark);
}

static void
add_heading (const Painting *self)
{
  double y = kl_map_arrangement_get_heading (self->arrangement);
  cairo_rectangle_t area = { 0, y, self->width, KL_MAP_LINE }, placed;

  place_area (self, &area, &placed);
  if (y >= 0 && self->size > 0 && is_visible (self, &placed))
    add_text (self, _("Topics without prerequisites"), KL_MAP_LINE, y + KL_MAP_LINE / 2.0,
              MIN (self->width, 3 * KL_MAP_BLOCK_WIDTH), FALSE, TRUE, 1);
}

/**
 * kl_map_painting_add:
 * @graph: what is shown
 * @arrangement: where it stands: of @graph, or of one that is alike
 * @sheet: gets the map, as large as it has room for
 */
void
kl_map_painting_add (const KlMapGraph       *graph,
                     const KlMapArrangement *arrangement,
                     KlChartSheet           *sheet)
{
  Painting self = { graph, arrangement, sheet, 0, 0, 0, 0, 0 };
  double height, line;

  kl_map_arrangement_get_size (arrangement, &self.width, &height);
  kl_chart_sheet_measure (sheet, "100", &line);
  if (self.width <= 0 || height <= 0 || line <= 0)
    return;

  self.scale = MIN (sheet->room.width / self.width, sheet->room.height / height);
  self.size = self.scale * KL_MAP_LINE >= SMALLEST_LINE ? self.scale * KL_MAP_LINE / line : 0;
  self.left = sheet->room.x + (sheet->room.width - self.width * self.scale) / 2;
  self.top = sheet->room.y;

  add_heading (&self);
  add_edges_between (&self);
  for (guint i = 0; i < kl_map_arrangement_get_n_blocks (arrangement); i++)
    add_block (&self, i);
  add_edges_inside (&self);
  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    add_node (&self, i);
}

/**
 * kl_map_painting_mirror:
 * @arrangement: where everything stands
 * @area: (inout): a place on it, which is moved to where it stands from right to left
 */
void
kl_map_painting_mirror (const KlMapArrangement *arrangement,
                        cairo_rectangle_t      *area)
{
  double width, height;

  kl_map_arrangement_get_size (arrangement, &width, &height);
  area->x = width - area->x - area->width;
}
