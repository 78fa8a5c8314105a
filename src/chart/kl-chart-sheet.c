/* kl-chart-sheet.c: where everything of a chart stands */

#include "config.h"

#include "kl-chart-sheet.h"

#include <math.h>

/* A finger's. */
#define REACH 14.0

static void
clear_item (gpointer data)
{
  g_clear_object (&((KlChartItem *) data)->text);
}

/**
 * kl_chart_sheet_new:
 * @style: colours, font and direction, which are copied
 * @context: with the resolution of what it is painted on
 * @width: in pixels
 * @height: in pixels
 * @view: the part of the chart that is seen
 *
 * Returns: (transfer full): an empty sheet
 */
KlChartSheet *
kl_chart_sheet_new (const KlChartStyle *style,
                    PangoContext       *context,
                    double              width,
                    double              height,
                    KlChartView         view)
{
  KlChartSheet *self = g_new0 (KlChartSheet, 1);

  self->style = kl_chart_style_copy (style);
  self->context = g_object_ref (context);
  self->view = view;
  self->room = (cairo_rectangle_t) { 0, 0, MAX (width, 0), MAX (height, 0) };
  self->visible = self->room;
  self->field = self->room;
  self->plot = self->room;
  self->items = g_array_new (FALSE, TRUE, sizeof (KlChartItem));
  g_array_set_clear_func (self->items, clear_item);
  self->points = g_array_new (FALSE, TRUE, sizeof (double));
  self->marks = g_array_new (FALSE, TRUE, sizeof (KlChartMark));
  return self;
}

/**
 * kl_chart_sheet_free:
 * @self: (transfer full): a sheet
 */
void
kl_chart_sheet_free (KlChartSheet *self)
{
  kl_chart_style_free (self->style);
  g_object_unref (self->context);
  g_array_unref (self->items);
  g_array_unref (self->points);
  g_array_unref (self->marks);
  g_free (self);
}

static PangoLayout *
lay_out_text (const KlChartSheet *self,
              const char         *text,
              gboolean            strong,
              double              size)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (self->style->font);
  double letters = pango_font_description_get_size (font) * (size > 0 ? size : 1);

  if (strong)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (size > 0 && pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, letters);
  else if (size > 0)
    pango_font_description_set_size (font, (int) letters);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * kl_chart_sheet_measure:
 * @self: a sheet
 * @text: a text
 * @height: (out) (optional): how high it is
 *
 * Returns: how wide @text is
 */
double
kl_chart_sheet_measure (const KlChartSheet *self,
                        const char         *text,
                        double             *height)
{
  g_autoptr(PangoLayout) layout = lay_out_text (self, text, FALSE, 0);
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (height != NULL)
    *height = text_height;
  return text_width;
}

static KlChartItem *
add_item (KlChartSheet    *self,
          KlChartItemKind  kind,
          int              mark,
          KlChartColor     color)
{
  KlChartItem item = { .kind = kind, .mark = mark, .color = color };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, KlChartItem, self->items->len - 1);
}

/**
 * kl_chart_sheet_add_rectangle:
 * @self: a sheet
 * @mark: the index of the mark that it is a part of, -1 for none
 * @area: what is filled
 * @color: with which colour
 */
void
kl_chart_sheet_add_rectangle (KlChartSheet            *self,
                              int                      mark,
                              const cairo_rectangle_t *area,
                              KlChartColor             color)
{
  if (area->width > 0 && area->height > 0)
    add_item (self, KL_CHART_ITEM_RECTANGLE, mark, color)->area = *area;
}

/**
 * kl_chart_sheet_add_point:
 * @self: a sheet
 * @x: in pixels
 * @y: in pixels
 *
 * Adds one more point to the line or area that kl_chart_sheet_end_points() will make.
 */
void
kl_chart_sheet_add_point (KlChartSheet *self,
                          double        x,
                          double        y)
{
  const double point[] = { x, y };

  g_array_append_vals (self->points, point, 2);
}

static guint
count_used_points (const KlChartSheet *self)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      const KlChartItem *item = &g_array_index (self->items, KlChartItem, i - 1);

      if (item->kind == KL_CHART_ITEM_LINE || item->kind == KL_CHART_ITEM_AREA)
        return item->first_point + item->n_points;
    }
  return 0;
}

/**
 * kl_chart_sheet_end_points:
 * @self: a sheet
 * @kind: a line or an area
 * @mark: the index of the mark that it is a part of, -1 for none
 * @color: in which colour
 *
 * Returns: (transfer none): the line or area through all points that no earlier one has, to set more about it; right
 *   until something else is added
 */
KlChartItem *
kl_chart_sheet_end_points (KlChartSheet    *self,
                           KlChartItemKind  kind,
                           int              mark,
                           KlChartColor     color)
{
  guint first_point = count_used_points (self);
  KlChartItem *item = add_item (self, kind, mark, color);

  item->first_point = first_point;
  item->n_points = self->points->len / 2 - first_point;
  item->line_width = 2;
  return item;
}

/**
 * kl_chart_sheet_add_shape:
 * @self: a sheet
 * @mark: the index of the mark that it is a part of, -1 for none
 * @shape: what it looks like
 * @x: its centre
 * @y: its centre
 * @color: in which colour
 *
 * Returns: (transfer none): the shape, to set more about it; right until something else is added
 */
KlChartItem *
kl_chart_sheet_add_shape (KlChartSheet *self,
                          int           mark,
                          KlChartShape  shape,
                          double        x,
                          double        y,
                          KlChartColor  color)
{
  KlChartItem *item = add_item (self, KL_CHART_ITEM_SHAPE, mark, color);

  item->shape = shape;
  item->area = (cairo_rectangle_t) { x, y, KL_CHART_SHEET_MARK_SIZE, KL_CHART_SHEET_MARK_SIZE };
  return item;
}

static gboolean
areas_touch (const cairo_rectangle_t *a,
             const cairo_rectangle_t *b,
             double                   gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_free (const KlChartSheet      *self,
         const cairo_rectangle_t *area)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (self->items, KlChartItem, i);

      if (item->kind == KL_CHART_ITEM_TEXT && areas_touch (area, &item->area, KL_CHART_SHEET_GAP))
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_chart_sheet_add_text:
 * @self: a sheet
 * @text: what to write, and where
 *
 * Returns: whether it was added: it is left out where it would touch a text that was added before
 */
gboolean
kl_chart_sheet_add_text (KlChartSheet      *self,
                         const KlChartText *text)
{
  g_autoptr(PangoLayout) layout = lay_out_text (self, text->text, text->strong, text->size);
  int width, height;
  cairo_rectangle_t area;
  KlChartItem *item;

  if (text->max_width > 0)
    {
      pango_layout_set_width (layout, (int) (text->max_width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (text->n_lines > 1)
        pango_layout_set_height (layout, -text->n_lines);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  /* A layout with a width would align its line in it by itself; it is placed here. */
  if (text->max_width > 0 && !pango_layout_is_ellipsized (layout) && pango_layout_get_line_count (layout) == 1)
    pango_layout_set_width (layout, -1);
  else if (text->max_width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);

  area = (cairo_rectangle_t) { text->x - text->align_x * width, round (text->y - text->align_y * height), width,
                               height };
  if (text->within != NULL)
    area.x = CLAMP (area.x, text->within->x, MAX (text->within->x + text->within->width - width, text->within->x));
  area.x = round (area.x);
  if (!text->is_placed && !is_free (self, &area))
    return FALSE;

  item = add_item (self, KL_CHART_ITEM_TEXT, -1, text->color);
  item->area = area;
  item->text = g_steal_pointer (&layout);
  return TRUE;
}

/**
 * kl_chart_sheet_add_mark:
 * @self: a sheet
 * @mark: what is hit; with a greater index than the one before
 */
void
kl_chart_sheet_add_mark (KlChartSheet      *self,
                         const KlChartMark *mark)
{
  g_array_append_vals (self->marks, mark, 1);
}

static int
compare_index (gconstpointer a,
               gconstpointer b)
{
  int first = ((const KlChartMark *) a)->index, second = ((const KlChartMark *) b)->index;

  return (first > second) - (first < second);
}

/**
 * kl_chart_sheet_get_mark:
 * @self: a sheet
 * @index: of a mark of the chart
 *
 * Returns: (nullable) (transfer none): where it is, %NULL where it is not seen
 */
const KlChartMark *
kl_chart_sheet_get_mark (const KlChartSheet *self,
                         int                 index)
{
  const KlChartMark wanted = { .index = index };
  guint place;

  if (!g_array_binary_search (self->marks, &wanted, compare_index, &place))
    return NULL;
  return &g_array_index (self->marks, KlChartMark, place);
}

static double
distance_to_area (const cairo_rectangle_t *area,
                  double                   x,
                  double                   y)
{
  return hypot (x - CLAMP (x, area->x, area->x + area->width), y - CLAMP (y, area->y, area->y + area->height));
}

/**
 * kl_chart_sheet_find_mark:
 * @self: a sheet
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: the index of the mark there, or of the nearest within a finger's reach, -1 where there is none; a point goes
 *   before the bar of another's range
 */
int
kl_chart_sheet_find_mark (const KlChartSheet *self,
                          double              x,
                          double              y)
{
  double nearest_dot = REACH, nearest_area = REACH / 2;
  int dot = -1, area = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const KlChartMark *mark = &g_array_index (self->marks, KlChartMark, i);
      double to_dot = mark->form == KL_CHART_MARK_DOT ? hypot (x - mark->x, y - mark->y) : REACH + 1;
      double to_area = distance_to_area (&mark->area, x, y);

      /* The later one lies on top. */
      if (to_dot <= nearest_dot)
        {
          nearest_dot = to_dot;
          dot = mark->index;
        }
      if (to_area <= nearest_area)
        {
          nearest_area = to_area;
          area = mark->index;
        }
    }

  return dot >= 0 ? dot : area;
}

/**
 * kl_chart_sheet_faint:
 * @self: a sheet
 * @color: a colour
 * @opacity: 0–1
 *
 * Returns: the colour so faint, or less so in high contrast
 */
KlChartColor
kl_chart_sheet_faint (const KlChartSheet *self,
                      KlChartColor        color,
                      double              opacity)
{
  return kl_chart_color_fade (color, self->style->high_contrast ? MIN (1, opacity * 2) : opacity);
}
