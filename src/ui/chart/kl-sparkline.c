/* kl-sparkline.c: the last scores as a line of the size of a word
 *
 * An ornament of a row whose text says the score: it has nothing to say by itself to whoever can not see it.
 */

#include "config.h"

#include "kl-sparkline.h"

#include <math.h>

#include "chart/kl-chart-bands.h"
#include "kl-chart-look.h"

#define WIDTH 40
#define HEIGHT 16
#define INSET 3.0

struct _KlSparkline
{
  GtkWidget parent_instance;

  GArray *scores;
  GArray *bands;
  KlChartHue hue;
};

G_DEFINE_FINAL_TYPE (KlSparkline, kl_sparkline, GTK_TYPE_WIDGET)

static double
place_x (KlSparkline *self,
         guint        index,
         double       width)
{
  if (self->scores->len < 2)
    return width / 2;
  return INSET + (width - 2 * INSET) * index / (self->scores->len - 1);
}

static double
place_y (double score,
         double height)
{
  return INSET + (height - 2 * INSET) * (1 - CLAMP (score, 0, 100) / 100);
}

static void
paint (KlSparkline        *self,
       const KlChartStyle *style,
       cairo_t            *cr,
       double              width,
       double              height)
{
  double last = g_array_index (self->scores, double, self->scores->len - 1);

  cairo_new_path (cr);
  for (guint i = 0; i < self->scores->len; i++)
    cairo_line_to (cr, place_x (self, i, width), place_y (g_array_index (self->scores, double, i), height));
  kl_chart_color_set (kl_chart_color_fade (style->foreground, style->high_contrast ? 1 : 0.5), cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);

  kl_chart_color_set (style->hues[self->hue], cr);
  cairo_arc (cr, place_x (self, self->scores->len - 1, width), place_y (last, height), 2.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
kl_sparkline_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  KlSparkline *self = KL_SPARKLINE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  g_autoptr(KlChartStyle) style = NULL;
  cairo_t *cr;

  if (self->scores->len == 0 || width < 1 || height < 1)
    return;

  style = kl_chart_look_get_style (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  paint (self, style, cr, (double) width, (double) height);
  cairo_destroy (cr);
}

static void
kl_sparkline_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
kl_sparkline_finalize (GObject *object)
{
  g_array_unref (KL_SPARKLINE (object)->scores);
  g_clear_pointer (&KL_SPARKLINE (object)->bands, g_array_unref);

  G_OBJECT_CLASS (kl_sparkline_parent_class)->finalize (object);
}

static void
kl_sparkline_class_init (KlSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kl_sparkline_finalize;
  widget_class->snapshot = kl_sparkline_snapshot;
  widget_class->measure = kl_sparkline_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kl_sparkline_init (KlSparkline *self)
{
  self->scores = g_array_new (FALSE, FALSE, sizeof (double));
  self->hue = KL_CHART_HUE_PLAIN;
  kl_chart_look_follow (GTK_WIDGET (self), gtk_widget_queue_draw);
}

static void
update_hue (KlSparkline *self)
{
  self->hue = KL_CHART_HUE_PLAIN;
  if (self->bands != NULL && self->scores->len > 0)
    self->hue = kl_chart_bands_find_hue (self->bands, g_array_index (self->scores, double, self->scores->len - 1));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kl_sparkline_new:
 *
 * Returns: (transfer floating): a sparkline of no scores
 */
GtkWidget *
kl_sparkline_new (void)
{
  return g_object_new (KL_TYPE_SPARKLINE, NULL);
}

/**
 * kl_sparkline_set_scores:
 * @self: a sparkline
 * @scores: (array length=n_scores) (nullable): 0–100, oldest first, copied; those that are not set are left out
 * @n_scores: how many
 */
void
kl_sparkline_set_scores (KlSparkline  *self,
                         const double *scores,
                         gsize         n_scores)
{
  g_return_if_fail (KL_IS_SPARKLINE (self));

  g_array_set_size (self->scores, 0);
  for (gsize i = 0; i < n_scores; i++)
    if (isfinite (scores[i]))
      g_array_append_val (self->scores, scores[i]);
  update_hue (self);
}

/**
 * kl_sparkline_set_bands:
 * @self: a sparkline
 * @bands: (nullable): what kl_chart_bands_new() gave; the latest score takes its band's colour
 */
void
kl_sparkline_set_bands (KlSparkline  *self,
                        GArray       *bands)
{
  g_return_if_fail (KL_IS_SPARKLINE (self));

  g_clear_pointer (&self->bands, g_array_unref);
  if (bands != NULL)
    self->bands = g_array_ref (bands);
  update_hue (self);
}
