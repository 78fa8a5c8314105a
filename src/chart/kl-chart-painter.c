/* kl-chart-painter.c: a chart of any kind in colours
 *
 * It paints what the chart has laid out on a sheet, and keeps the sheet until something else is to be seen.
 */

#include "config.h"

#include "kl-chart-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#define RING 2.0

struct _KlChartPainter
{
  GObject parent_instance;

  KlChart *chart;
  KlChartStyle *style;
  PangoContext *context;
  double width;
  double height;
  KlChartView view;
  cairo_rectangle_t visible; /* of no width where all is */
  gboolean titled;
  int highlight;
  int growing;
  double growth;

  KlChartSheet *sheet;
};

G_DEFINE_FINAL_TYPE (KlChartPainter, kl_chart_painter, G_TYPE_OBJECT)

static void
trace_points (const KlChartSheet *sheet,
              const KlChartItem  *item,
              cairo_t            *cr)
{
  const double *points = (const double *) (gconstpointer) sheet->points->data + 2 * item->first_point;

  cairo_new_path (cr);
  for (guint i = 0; i < item->n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
}

static void
paint_line (const KlChartSheet *sheet,
            const KlChartItem  *item,
            cairo_t            *cr)
{
  const double dashes[] = { item->dash, item->dash };

  trace_points (sheet, item, cr);
  cairo_set_line_width (cr, item->line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, item->dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, item->dash > 0 ? 2 : 0, 0);
  cairo_stroke (cr);
}

/* With a ring of the background around it, so that it stands out from a line and from another. */
static void
paint_shape (const KlChartSheet *sheet,
             const KlChartItem  *item,
             cairo_t            *cr,
             double              size)
{
  double x = item->area.x, y = item->area.y;

  if (size <= 0)
    return;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  kl_chart_shape_path (item->shape, cr, x, y, size);
  kl_chart_color_set (sheet->style->background, cr);
  cairo_set_line_width (cr, 2 * RING);
  cairo_stroke_preserve (cr);
  if (item->hollow)
    {
      cairo_fill (cr);
      /* Half of an outline lies outside of its path. */
      kl_chart_shape_path (item->shape, cr, x, y, size - RING / 2);
      kl_chart_color_set (item->color, cr);
      cairo_set_line_width (cr, RING);
      cairo_stroke (cr);
    }
  else
    {
      kl_chart_color_set (item->color, cr);
      cairo_fill (cr);
    }
}

static gboolean
is_same_paint (const KlChartItem *a,
               const KlChartItem *b)
{
  return a->kind == b->kind && a->mark == b->mark && a->inside == b->inside
         && kl_chart_color_is_same (&a->color, &b->color);
}

/* Rectangles of one colour and of one mark, or of none, in one go: there can be one for each column of pixels. */
static guint
paint_rectangles (const KlChartSheet *sheet,
                  guint               first,
                  cairo_t            *cr)
{
  const KlChartItem *items = (const KlChartItem *) (gconstpointer) sheet->items->data;
  guint i = first;

  cairo_new_path (cr);
  do
    cairo_rectangle (cr, items[i].area.x, items[i].area.y, items[i].area.width, items[i].area.height);
  while (++i < sheet->items->len && is_same_paint (&items[i], &items[first]));

  kl_chart_color_set (items[first].color, cr);
  cairo_fill (cr);
  return i - 1;
}

/* Returns the index of the last item that was painted. */
static guint
paint_item (KlChartPainter *self,
            guint           index,
            cairo_t        *cr,
            double          larger)
{
  const KlChartItem *item = &g_array_index (self->sheet->items, KlChartItem, index);
  double grown = item->mark >= 0 && item->mark == self->growing ? self->growth : 1;

  kl_chart_color_set (item->color, cr);
  switch (item->kind)
    {
    case KL_CHART_ITEM_LINE:
      paint_line (self->sheet, item, cr);
      break;

    case KL_CHART_ITEM_AREA:
      trace_points (self->sheet, item, cr);
      cairo_fill (cr);
      break;

    case KL_CHART_ITEM_SHAPE:
      paint_shape (self->sheet, item, cr, item->area.width * grown + larger);
      break;

    case KL_CHART_ITEM_TEXT:
      cairo_move_to (cr, item->area.x, item->area.y);
      pango_cairo_show_layout (cr, item->text);
      break;

    case KL_CHART_ITEM_RECTANGLE:
    default:
      return paint_rectangles (self->sheet, index, cr);
    }
  return index;
}

static void
clip_to_field (KlChartPainter *self,
               cairo_t        *cr)
{
  const cairo_rectangle_t *field = &self->sheet->field;

  cairo_new_path (cr);
  cairo_rectangle (cr, floor (field->x), floor (field->y), ceil (field->width), ceil (field->height));
  cairo_clip (cr);
}

static void
paint_items (KlChartPainter *self,
             cairo_t        *cr)
{
  gboolean clipped = FALSE;

  for (guint i = 0; i < self->sheet->items->len; i++)
    {
      gboolean inside = g_array_index (self->sheet->items, KlChartItem, i).inside;

      if (inside && !clipped)
        {
          cairo_save (cr);
          clip_to_field (self, cr);
        }
      else if (!inside && clipped)
        {
          cairo_restore (cr);
        }
      clipped = inside;
      i = paint_item (self, i, cr, 0);
    }
  if (clipped)
    cairo_restore (cr);
}

static void
trace_highlight (const KlChartSheet *sheet,
                 const KlChartMark  *mark,
                 cairo_t            *cr)
{
  cairo_new_path (cr);
  switch (mark->form)
    {
    case KL_CHART_MARK_BOX:
      cairo_rectangle (cr, mark->area.x - 1, mark->area.y - 1, mark->area.width + 2, mark->area.height + 2);
      break;

    case KL_CHART_MARK_COLUMN:
      cairo_move_to (cr, round (mark->x) + 0.5, sheet->field.y);
      cairo_line_to (cr, round (mark->x) + 0.5, sheet->field.y + sheet->field.height);
      break;

    case KL_CHART_MARK_DOT:
    default:
      cairo_arc (cr, mark->x, mark->y, KL_CHART_SHEET_MARK_SIZE / 2 + RING + 2.5, 0, 2 * G_PI);
      break;
    }
}

/* What joins the mark with others. */
static void
paint_joins (KlChartPainter *self,
             cairo_t        *cr)
{
  for (guint i = 0; i < self->sheet->items->len; i++)
    {
      KlChartItem *item = &g_array_index (self->sheet->items, KlChartItem, i);
      KlChartColor color = item->color;

      if (!item->joins || (item->mark != self->highlight && item->other_mark != self->highlight))
        continue;
      item->color = self->style->accent;
      item->line_width += 1;
      i = paint_item (self, i, cr, 0);
      item->color = color;
      item->line_width -= 1;
    }
}

/* The one mark that is pointed at lies on top of all others. */
static void
paint_highlight (KlChartPainter *self,
                 cairo_t        *cr)
{
  const KlChartMark *mark = self->highlight >= 0 ? kl_chart_sheet_get_mark (self->sheet, self->highlight) : NULL;

  if (mark == NULL)
    return;

  paint_joins (self, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  trace_highlight (self->sheet, mark, cr);
  kl_chart_color_set (self->style->accent, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  for (guint i = 0; mark->form == KL_CHART_MARK_DOT && i < self->sheet->items->len; i++)
    if (g_array_index (self->sheet->items, KlChartItem, i).mark == self->highlight)
      i = paint_item (self, i, cr, 1);
}

static void
forget_sheet (KlChartPainter *self)
{
  g_clear_pointer (&self->sheet, kl_chart_sheet_free);
}

/* The title stands where reading begins. */
static void
add_title (KlChartPainter *self)
{
  const char *title = kl_chart_get_title (self->chart);
  cairo_rectangle_t *room = &self->sheet->room;
  gboolean mirrored = self->style->right_to_left;
  double line;

  kl_chart_sheet_measure (self->sheet, "100", &line);
  if (title == NULL || *title == '\0' || room->height <= 4 * line)
    return;

  kl_chart_sheet_add_text (self->sheet, &(KlChartText) { .text = title,
                                                         .x = mirrored ? room->x + room->width : room->x,
                                                         .y = room->y,
                                                         .align_x = mirrored ? 1 : 0,
                                                         .max_width = room->width,
                                                         .color = self->style->foreground,
                                                         .strong = TRUE });
  room->y += line + KL_CHART_SHEET_GAP;
  room->height -= line + KL_CHART_SHEET_GAP;
}

static void
ensure_sheet (KlChartPainter *self)
{
  if (self->sheet != NULL)
    return;

  if (self->context == NULL)
    self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->sheet = kl_chart_sheet_new (self->style, self->context, self->width, self->height, self->view);
  if (self->visible.width > 0)
    self->sheet->visible = self->visible;
  if (self->titled)
    add_title (self);
  kl_chart_lay_out (self->chart, self->sheet);
}

static void
kl_chart_painter_dispose (GObject *object)
{
  KlChartPainter *self = KL_CHART_PAINTER (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, forget_sheet, self);
  g_clear_object (&self->chart);
  g_clear_object (&self->context);
  forget_sheet (self);

  G_OBJECT_CLASS (kl_chart_painter_parent_class)->dispose (object);
}

static void
kl_chart_painter_finalize (GObject *object)
{
  kl_chart_style_free (KL_CHART_PAINTER (object)->style);

  G_OBJECT_CLASS (kl_chart_painter_parent_class)->finalize (object);
}

static void
kl_chart_painter_class_init (KlChartPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_chart_painter_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_chart_painter_finalize;
}

static void
kl_chart_painter_init (KlChartPainter *self)
{
  self->style = kl_chart_style_new (FALSE, FALSE);
  self->view = KL_CHART_VIEW_WHOLE;
  self->highlight = -1;
  self->growing = -1;
}

/**
 * kl_chart_painter_new:
 * @chart: what to paint
 *
 * Returns: (transfer full): a painter in the light style that follows @chart
 */
KlChartPainter *
kl_chart_painter_new (KlChart *chart)
{
  KlChartPainter *self = g_object_new (KL_TYPE_CHART_PAINTER, NULL);

  self->chart = g_object_ref (chart);
  g_signal_connect_swapped (chart, "changed", G_CALLBACK (forget_sheet), self);
  return self;
}

/**
 * kl_chart_painter_get_chart:
 * @self: a painter
 *
 * Returns: (transfer none): what it paints
 */
KlChart *
kl_chart_painter_get_chart (KlChartPainter *self)
{
  g_return_val_if_fail (KL_IS_CHART_PAINTER (self), NULL);

  return self->chart;
}

/**
 * kl_chart_painter_set_style:
 * @self: a painter
 * @style: (transfer none): the colours, font and direction, copied
 */
void
kl_chart_painter_set_style (KlChartPainter     *self,
                            const KlChartStyle *style)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  kl_chart_style_free (self->style);
  self->style = kl_chart_style_copy (style);
  forget_sheet (self);
}

/**
 * kl_chart_painter_get_style:
 * @self: a painter
 *
 * Returns: (transfer none): the style
 */
const KlChartStyle *
kl_chart_painter_get_style (KlChartPainter *self)
{
  g_return_val_if_fail (KL_IS_CHART_PAINTER (self), NULL);

  return self->style;
}

/**
 * kl_chart_painter_set_context:
 * @self: a painter
 * @context: (nullable): of the widget that it paints for; %NULL for a picture of its own
 */
void
kl_chart_painter_set_context (KlChartPainter *self,
                              PangoContext   *context)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  g_set_object (&self->context, context);
  forget_sheet (self);
}

/**
 * kl_chart_painter_set_size:
 * @self: a painter
 * @width: in pixels
 * @height: in pixels
 */
void
kl_chart_painter_set_size (KlChartPainter *self,
                           double          width,
                           double          height)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  if (self->sheet != NULL && fabs (self->width - width) + fabs (self->height - height) < 0.01)
    return;

  self->width = width;
  self->height = height;
  forget_sheet (self);
}

/**
 * kl_chart_painter_set_view:
 * @self: a painter
 * @view: the part of the chart that is to be seen; the whole at first
 */
void
kl_chart_painter_set_view (KlChartPainter *self,
                           KlChartView     view)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  self->view = view;
  forget_sheet (self);
}

/**
 * kl_chart_painter_get_view:
 * @self: a painter
 *
 * Returns: the part of the chart that is seen
 */
KlChartView
kl_chart_painter_get_view (KlChartPainter *self)
{
  g_return_val_if_fail (KL_IS_CHART_PAINTER (self), KL_CHART_VIEW_WHOLE);

  return self->view;
}

/**
 * kl_chart_painter_set_visible:
 * @self: a painter
 * @visible: (nullable): the part of what it paints that is seen, where that is scrolled; %NULL for all of it
 */
void
kl_chart_painter_set_visible (KlChartPainter          *self,
                              const cairo_rectangle_t *visible)
{
  const cairo_rectangle_t wanted = visible != NULL ? *visible : (cairo_rectangle_t) { 0, 0, 0, 0 };

  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  if (fabs (wanted.x - self->visible.x) + fabs (wanted.y - self->visible.y)
        + fabs (wanted.width - self->visible.width) + fabs (wanted.height - self->visible.height)
      < 0.01)
    return;

  self->visible = wanted;
  forget_sheet (self);
}

/**
 * kl_chart_painter_set_titled:
 * @self: a painter
 * @titled: whether the chart's title heads the picture, where no page does; %FALSE at first
 */
void
kl_chart_painter_set_titled (KlChartPainter *self,
                             gboolean        titled)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  self->titled = titled;
  forget_sheet (self);
}

/**
 * kl_chart_painter_set_highlight:
 * @self: a painter
 * @index: the one mark to highlight, -1 for none
 */
void
kl_chart_painter_set_highlight (KlChartPainter *self,
                                int             index)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  self->highlight = index;
}

/**
 * kl_chart_painter_set_growth:
 * @self: a painter
 * @index: the mark that grows in, -1 for none
 * @growth: how far it is, 0–1
 */
void
kl_chart_painter_set_growth (KlChartPainter *self,
                             int             index,
                             double          growth)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  self->growing = index;
  self->growth = growth;
}

/**
 * kl_chart_painter_get_sheet:
 * @self: a painter
 *
 * Returns: (transfer none): where everything stands, valid until anything is set or the chart changes
 */
const KlChartSheet *
kl_chart_painter_get_sheet (KlChartPainter *self)
{
  g_return_val_if_fail (KL_IS_CHART_PAINTER (self), NULL);

  ensure_sheet (self);
  return self->sheet;
}

/**
 * kl_chart_painter_paint:
 * @self: a painter
 * @cr: where to, from 0, 0 to the size that was set; the background is left as it is
 */
void
kl_chart_painter_paint (KlChartPainter *self,
                        cairo_t        *cr)
{
  g_return_if_fail (KL_IS_CHART_PAINTER (self));

  ensure_sheet (self);
  cairo_save (cr);
  paint_items (self, cr);
  paint_highlight (self, cr);
  cairo_restore (cr);
}
