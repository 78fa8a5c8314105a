/* kl-score-painter.c: a score chart in colours
 *
 * The third of a chart's three parts. Every function here paints one layer, from the back to the front, at places that
 * the layout has computed.
 */

#include "config.h"

#include "kl-score-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#define RING 2.0

struct _KlScorePainter
{
  GObject parent_instance;

  KlScoreSeries *series;
  KlChartStyle *style;
  PangoContext *context;
  double width;
  double height;
  gboolean titled;
  int highlight;
  int growing;
  double growth;

  KlScoreLayout *layout;
};

G_DEFINE_FINAL_TYPE (KlScorePainter, kl_score_painter, G_TYPE_OBJECT)

static KlChartColor
color_of_mark (KlScorePainter    *self,
               const KlScoreMark *mark)
{
  const KlChartBand *band = kl_chart_bands_get (kl_score_series_get_bands (self->series), mark->rank);

  return self->style->hues[band != NULL ? band->hue : KL_CHART_HUE_PLAIN];
}

static double
faint (KlScorePainter *self,
       double          opacity)
{
  return self->style->high_contrast ? MIN (1, opacity * 2) : opacity;
}

static void
paint_bands (KlScorePainter *self,
             cairo_t        *cr)
{
  const GArray *bands = kl_score_series_get_bands (self->series);
  const cairo_rectangle_t *field = &self->layout->field;

  for (guint i = 0; i < bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (bands, (int) i);
      /* The outer bands reach to the edges of the field, behind marks of 0 and of 100. */
      double top = i == 0 ? field->y : round (kl_score_scale_get_y (&self->layout->scale, band->high));
      double bottom = i == bands->len - 1 ? field->y + field->height
                                          : round (kl_score_scale_get_y (&self->layout->scale, band->low));

      kl_chart_color_set (kl_chart_color_fade (self->style->hues[band->hue], 0.08), cr);
      cairo_rectangle (cr, field->x, top, field->width, MAX (bottom - top, 0));
      cairo_fill (cr);
    }
}

static void
paint_grid (KlScorePainter *self,
            cairo_t        *cr)
{
  const GArray *bands = kl_score_series_get_bands (self->series);
  const cairo_rectangle_t *field = &self->layout->field;

  kl_chart_color_set (kl_chart_color_fade (self->style->foreground, faint (self, 0.15)), cr);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i + 1 < bands->len; i++)
    {
      double y = round (kl_score_scale_get_y (&self->layout->scale, kl_chart_bands_get (bands, (int) i)->low)) + 0.5;

      cairo_move_to (cr, field->x, y);
      cairo_line_to (cr, field->x + field->width, y);
    }
  cairo_stroke (cr);
}

static void
paint_today (KlScorePainter *self,
             cairo_t        *cr)
{
  const cairo_rectangle_t *field = &self->layout->field;
  double x = round (self->layout->today_x) + 0.5;

  if (isnan (x))
    return;

  kl_chart_color_set (kl_chart_color_fade (self->style->foreground, faint (self, 0.35)), cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, field->y);
  cairo_line_to (cr, x, field->y + field->height);
  cairo_stroke (cr);
}

/* There and back, so that it can be filled. */
static void
trace_range (const GArray *expected,
             cairo_t      *cr)
{
  cairo_new_path (cr);
  for (guint i = 0; i < expected->len; i++)
    cairo_line_to (cr, g_array_index (expected, KlScorePlace, i).x, g_array_index (expected, KlScorePlace, i).y_high);
  for (guint i = expected->len; i > 0; i--)
    cairo_line_to (cr, g_array_index (expected, KlScorePlace, i - 1).x,
                   g_array_index (expected, KlScorePlace, i - 1).y_low);
  cairo_close_path (cr);
}

/* What nobody has seen: dashed, with a soft range. */
static void
paint_expected (KlScorePainter *self,
                cairo_t        *cr)
{
  static const double dashes[] = { 4, 4 };
  const GArray *expected = self->layout->expected;

  if (expected->len < 2)
    return;

  trace_range (expected, cr);
  kl_chart_color_set (kl_chart_color_fade (self->style->foreground, 0.08), cr);
  cairo_fill (cr);

  for (guint i = 0; i < expected->len; i++)
    cairo_line_to (cr, g_array_index (expected, KlScorePlace, i).x, g_array_index (expected, KlScorePlace, i).y);
  kl_chart_color_set (kl_chart_color_fade (self->style->foreground, faint (self, 0.55)), cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_line (KlScorePainter *self,
            cairo_t        *cr)
{
  cairo_new_path (cr);
  for (guint i = 0; i < self->layout->places->len; i++)
    {
      const KlScorePlace *place = &g_array_index (self->layout->places, KlScorePlace, i);

      /* With a look at the notes it is another measure: it does not belong to the line. */
      if (!kl_score_series_get_mark (self->series, i)->assisted)
        cairo_line_to (cr, place->x, place->y);
    }

  kl_chart_color_set (kl_chart_color_fade (self->style->foreground, faint (self, 0.55)), cr);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static void
paint_range (KlScorePainter     *self,
             cairo_t            *cr,
             const KlScoreMark  *mark,
             const KlScorePlace *place)
{
  double x = round (place->x);

  if (!kl_score_is_range (mark->score))
    return;

  kl_chart_color_set (color_of_mark (self, mark), cr);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, x, place->y_low);
  cairo_line_to (cr, x, place->y_high);
  cairo_move_to (cr, x - 5, place->y_low);
  cairo_line_to (cr, x + 5, place->y_low);
  cairo_move_to (cr, x - 5, place->y_high);
  cairo_line_to (cr, x + 5, place->y_high);
  cairo_stroke (cr);
}

static void
paint_first (KlScorePainter     *self,
             cairo_t            *cr,
             const KlScoreMark  *mark,
             const KlScorePlace *place)
{
  static const double dashes[] = { 2, 3 };
  int rank;
  KlChartHue hue;

  if (isnan (place->y_first))
    return;

  rank = kl_chart_bands_find (kl_score_series_get_bands (self->series), kl_score_get_value (mark->first));
  hue = kl_chart_bands_find_hue (kl_score_series_get_bands (self->series), kl_score_get_value (mark->first));
  kl_chart_color_set (kl_chart_color_fade (self->style->foreground, faint (self, 0.4)), cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, place->x, place->y_first);
  cairo_line_to (cr, place->x, place->y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  kl_chart_color_set (kl_chart_color_fade (self->style->hues[hue], faint (self, 0.4)), cr);
  kl_chart_shape_path (kl_chart_shape_for_rank (rank), cr, place->x, place->y_first, KL_SCORE_LAYOUT_MARK_SIZE - 1);
  cairo_fill (cr);
}

static void
paint_highlight (KlScorePainter     *self,
                 cairo_t            *cr,
                 const KlScorePlace *place)
{
  kl_chart_color_set (self->style->accent, cr);
  cairo_set_line_width (cr, 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, place->x, place->y, KL_SCORE_LAYOUT_MARK_SIZE / 2 + RING + 2.5, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
paint_mark (KlScorePainter     *self,
            cairo_t            *cr,
            const KlScoreMark  *mark,
            const KlScorePlace *place,
            double              size)
{
  KlChartShape shape = kl_chart_shape_for_rank (mark->rank);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  kl_chart_shape_path (shape, cr, place->x, place->y, size);
  kl_chart_color_set (self->style->background, cr);
  cairo_set_line_width (cr, 2 * RING);
  cairo_stroke_preserve (cr);

  if (mark->assisted)
    {
      cairo_fill (cr);
      /* Half of an outline lies outside of its path. */
      kl_chart_shape_path (shape, cr, place->x, place->y, size - RING / 2);
      kl_chart_color_set (color_of_mark (self, mark), cr);
      cairo_set_line_width (cr, RING);
      cairo_stroke (cr);
    }
  else
    {
      kl_chart_color_set (color_of_mark (self, mark), cr);
      cairo_fill (cr);
    }
}

static void
paint_marks (KlScorePainter *self,
             cairo_t        *cr)
{
  const GArray *places = self->layout->places;

  for (guint i = 0; i < places->len; i++)
    {
      const KlScorePlace *place = &g_array_index (places, KlScorePlace, i);

      paint_range (self, cr, kl_score_series_get_mark (self->series, i), place);
      paint_first (self, cr, kl_score_series_get_mark (self->series, i), place);
    }

  for (guint i = 0; i < places->len; i++)
    {
      double grown = (int) i == self->growing ? self->growth : 1;

      if (grown > 0)
        paint_mark (self, cr, kl_score_series_get_mark (self->series, i), &g_array_index (places, KlScorePlace, i),
                    KL_SCORE_LAYOUT_MARK_SIZE * grown);
    }

  if (self->highlight >= 0 && (guint) self->highlight < places->len)
    {
      const KlScoreMark *mark = kl_score_series_get_mark (self->series, (guint) self->highlight);
      const KlScorePlace *place = &g_array_index (places, KlScorePlace, self->highlight);

      paint_highlight (self, cr, place);
      paint_range (self, cr, mark, place);
      paint_mark (self, cr, mark, place, KL_SCORE_LAYOUT_MARK_SIZE + 1);
    }
}

static void
paint_labels (KlScorePainter *self,
              cairo_t        *cr)
{
  for (guint i = 0; i < self->layout->labels->len; i++)
    {
      const KlScoreLabel *label = &g_array_index (self->layout->labels, KlScoreLabel, i);
      KlChartColor color = self->style->hues[label->hue];

      if (label->strong)
        color = self->style->foreground;
      kl_chart_color_set (color, cr);
      cairo_move_to (cr, label->area.x, label->area.y);
      pango_cairo_show_layout (cr, label->text);
    }
}

static void
forget_layout (KlScorePainter *self)
{
  g_clear_pointer (&self->layout, kl_score_layout_free);
}

static void
ensure_layout (KlScorePainter *self)
{
  if (self->layout != NULL)
    return;

  if (self->context == NULL)
    self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->layout = kl_score_layout_new (self->series, self->titled ? kl_score_series_get_title (self->series) : NULL,
                                      self->style, self->context, self->width, self->height);
}

static void
kl_score_painter_dispose (GObject *object)
{
  KlScorePainter *self = KL_SCORE_PAINTER (object);

  if (self->series != NULL)
    g_signal_handlers_disconnect_by_func (self->series, forget_layout, self);
  g_clear_object (&self->series);
  g_clear_object (&self->context);
  forget_layout (self);

  G_OBJECT_CLASS (kl_score_painter_parent_class)->dispose (object);
}

static void
kl_score_painter_finalize (GObject *object)
{
  kl_chart_style_free (KL_SCORE_PAINTER (object)->style);

  G_OBJECT_CLASS (kl_score_painter_parent_class)->finalize (object);
}

static void
kl_score_painter_class_init (KlScorePainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_score_painter_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_score_painter_finalize;
}

static void
kl_score_painter_init (KlScorePainter *self)
{
  self->style = kl_chart_style_new (FALSE, FALSE);
  self->highlight = -1;
  self->growing = -1;
}

/**
 * kl_score_painter_new:
 * @series: what to paint
 *
 * Returns: (transfer full): a painter in the light style that follows @series
 */
KlScorePainter *
kl_score_painter_new (KlScoreSeries *series)
{
  KlScorePainter *self = g_object_new (KL_TYPE_SCORE_PAINTER, NULL);

  self->series = g_object_ref (series);
  g_signal_connect_swapped (series, "changed", G_CALLBACK (forget_layout), self);
  return self;
}

/**
 * kl_score_painter_set_style:
 * @self: a painter
 * @style: (transfer none): the colours, font and direction, copied
 */
void
kl_score_painter_set_style (KlScorePainter     *self,
                            const KlChartStyle *style)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  kl_chart_style_free (self->style);
  self->style = kl_chart_style_copy (style);
  forget_layout (self);
}

/**
 * kl_score_painter_get_style:
 * @self: a painter
 *
 * Returns: (transfer none): the style
 */
const KlChartStyle *
kl_score_painter_get_style (KlScorePainter *self)
{
  g_return_val_if_fail (KL_IS_SCORE_PAINTER (self), NULL);

  return self->style;
}

/**
 * kl_score_painter_set_context:
 * @self: a painter
 * @context: (nullable): of the widget that it paints for; %NULL for a picture of its own
 */
void
kl_score_painter_set_context (KlScorePainter *self,
                              PangoContext   *context)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  g_set_object (&self->context, context);
  forget_layout (self);
}

/**
 * kl_score_painter_set_size:
 * @self: a painter
 * @width: in pixels
 * @height: in pixels
 */
void
kl_score_painter_set_size (KlScorePainter *self,
                           double          width,
                           double          height)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  if (self->layout != NULL && fabs (self->width - width) + fabs (self->height - height) < 0.01)
    return;

  self->width = width;
  self->height = height;
  forget_layout (self);
}

/**
 * kl_score_painter_set_titled:
 * @self: a painter
 * @titled: whether the series' title heads the picture, where no page does; %FALSE at first
 */
void
kl_score_painter_set_titled (KlScorePainter *self,
                             gboolean        titled)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  self->titled = titled;
  forget_layout (self);
}

/**
 * kl_score_painter_set_highlight:
 * @self: a painter
 * @index: the one mark to highlight, -1 for none
 */
void
kl_score_painter_set_highlight (KlScorePainter *self,
                                int             index)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  self->highlight = index;
}

/**
 * kl_score_painter_set_growth:
 * @self: a painter
 * @index: the mark that grows in, -1 for none
 * @growth: how far it is, 0–1
 */
void
kl_score_painter_set_growth (KlScorePainter *self,
                             int             index,
                             double          growth)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  self->growing = index;
  self->growth = growth;
}

/**
 * kl_score_painter_get_layout:
 * @self: a painter
 *
 * Returns: (transfer none): where everything stands, valid until anything is set or the series changes
 */
const KlScoreLayout *
kl_score_painter_get_layout (KlScorePainter *self)
{
  g_return_val_if_fail (KL_IS_SCORE_PAINTER (self), NULL);

  ensure_layout (self);
  return self->layout;
}

/**
 * kl_score_painter_find_mark:
 * @self: a painter
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: the index of the mark there, -1 where there is none
 */
int
kl_score_painter_find_mark (KlScorePainter *self,
                            double          x,
                            double          y)
{
  return kl_score_layout_find (kl_score_painter_get_layout (self), x, y);
}

/**
 * kl_score_painter_paint:
 * @self: a painter
 * @cr: where to, from 0, 0 to the size that was set; the background is left as it is
 */
void
kl_score_painter_paint (KlScorePainter *self,
                        cairo_t        *cr)
{
  g_return_if_fail (KL_IS_SCORE_PAINTER (self));

  ensure_layout (self);
  cairo_save (cr);
  paint_bands (self, cr);
  paint_grid (self, cr);
  paint_today (self, cr);
  paint_expected (self, cr);
  paint_line (self, cr);
  paint_marks (self, cr);
  paint_labels (self, cr);
  cairo_restore (cr);
}
