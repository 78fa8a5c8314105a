/* kl-score-layout.c: where everything of a score chart stands
 *
 * Computed once for a size, then both painted and pointed at: what is hit is what is seen.
 */

#include "config.h"

#include "kl-score-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/kl-iso-date.h"

#define GAP 6.0
/* Half a mark with its ring and the highlight around it. */
#define INSET_X 10.0
#define INSET_Y 8.0
/* A mark with its ring, and a little air. */
#define MARK_SPACING 16.0
#define REACH 14.0
/* Of the width, at most, for the names of the bands. */
#define NAMES_PART 0.3

static void
clear_label (gpointer data)
{
  KlScoreLabel *label = data;

  g_clear_object (&label->text);
}

/* Lays out a text without a place; a width above 0 cuts it with an ellipsis. */
static KlScoreLabel
make_text (PangoContext               *context,
           const PangoFontDescription *font,
           const char                 *text,
           double                      width)
{
  KlScoreLabel label = { pango_layout_new (context), { 0, 0, 0, 0 }, KL_CHART_HUE_PLAIN, FALSE };
  int text_width, text_height;

  pango_layout_set_font_description (label.text, font);
  pango_layout_set_text (label.text, text, -1);
  pango_layout_set_single_paragraph_mode (label.text, TRUE);
  if (width > 0)
    {
      pango_layout_set_width (label.text, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (label.text, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (label.text, &text_width, &text_height);
  /* A layout with a width would align its lines in it by itself; it is placed here. */
  if (width > 0 && text_width <= width)
    pango_layout_set_width (label.text, -1);
  label.area.width = text_width;
  label.area.height = text_height;
  return label;
}

static KlScoreLabel
make_label (PangoContext       *context,
            const KlChartStyle *style,
            const char         *text,
            double              width)
{
  return make_text (context, style->font, text, width);
}

static KlScoreLabel
make_title (PangoContext       *context,
            const KlChartStyle *style,
            const char         *text,
            double              width)
{
  PangoFontDescription *font = pango_font_description_copy (style->font);
  KlScoreLabel label;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  label = make_text (context, font, text, width);
  label.strong = TRUE;
  pango_font_description_free (font);
  return label;
}

static gboolean
areas_touch (const cairo_rectangle_t *a,
             const cairo_rectangle_t *b,
             double                   gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Takes the label over: it is kept where it covers no earlier one, else dropped. */
static gboolean
place_label (KlScoreLayout *self,
             KlScoreLabel   label,
             double         x,
             double         y)
{
  label.area.x = round (x);
  label.area.y = round (y);
  for (guint i = 0; i < self->labels->len; i++)
    if (areas_touch (&label.area, &g_array_index (self->labels, KlScoreLabel, i).area, GAP))
      {
        clear_label (&label);
        return FALSE;
      }

  g_array_append_val (self->labels, label);
  return TRUE;
}

static double
measure_names (const GArray       *bands,
               const KlChartStyle *style,
               PangoContext       *context,
               double              limit)
{
  double widest = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      KlScoreLabel label = make_label (context, style, kl_chart_bands_get (bands, (int) i)->name, limit);

      widest = MAX (widest, label.area.width);
      clear_label (&label);
    }

  return widest;
}

static void
place_limit (KlScoreLayout      *self,
             const KlChartStyle *style,
             PangoContext       *context,
             double              limit)
{
  g_autofree char *text = g_strdup_printf ("%.4g", limit);
  KlScoreLabel label = make_label (context, style, text, 0);
  double x = style->right_to_left ? self->field.x + self->field.width + GAP : self->field.x - GAP - label.area.width;

  place_label (self, label, x, kl_score_scale_get_y (&self->scale, limit) - label.area.height / 2);
}

static void
place_limits (KlScoreLayout      *self,
              const GArray       *bands,
              const KlChartStyle *style,
              PangoContext       *context)
{
  /* The limits of the bands first: where there is not room for all, 0 and 100 are what anybody knows. */
  for (guint i = 0; i < bands->len; i++)
    place_limit (self, style, context, kl_chart_bands_get (bands, (int) i)->low);
  place_limit (self, style, context, 100);
  place_limit (self, style, context, 0);
}

static void
place_names (KlScoreLayout      *self,
             const GArray       *bands,
             const KlChartStyle *style,
             PangoContext       *context,
             double              width)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (bands, (int) i);
      KlScoreLabel label = make_label (context, style, band->name, width);
      double x
        = style->right_to_left ? self->field.x - GAP - label.area.width : self->field.x + self->field.width + GAP;
      double middle
        = (kl_score_scale_get_y (&self->scale, band->low) + kl_score_scale_get_y (&self->scale, band->high)) / 2;

      label.hue = band->hue;
      place_label (self, label, x, middle - label.area.height / 2);
    }
}

/* A date stands under its day, moved inside where it would leave the picture. */
static gboolean
place_date (KlScoreLayout      *self,
            const KlChartStyle *style,
            PangoContext       *context,
            const char         *text,
            double              x)
{
  KlScoreLabel label = make_label (context, style, text, 0);
  double last = self->field.x + self->field.width - label.area.width;

  return place_label (self, label, CLAMP (x - label.area.width / 2, self->field.x, MAX (last, self->field.x)),
                      self->field.y + self->field.height + GAP / 2);
}

static void
place_dates (KlScoreLayout      *self,
             KlScoreSeries      *series,
             const KlChartStyle *style,
             PangoContext       *context)
{
  KlTimeTick ticks[KL_TIME_SCALE_MAX_TICKS];
  g_autofree char *widest = kl_chart_text_day (kl_iso_date_parse_day ("2028-09-28"), KL_CHART_DATE_YEAR);
  KlScoreLabel sample = make_label (context, style, widest, 0);
  guint n_ticks = kl_time_scale_ticks (&self->scale.time, sample.area.width + 2 * GAP, style->first_weekday, ticks);
  int today = kl_score_series_get_today (series);
  guint n_placed = 0;

  clear_label (&sample);
  if (today > 0)
    self->today_x = kl_score_scale_get_x (&self->scale, today);
  /* Where today is the only day, its date says more than its name. */
  if (today > 0 && self->scale.time.first_day < self->scale.time.last_day)
    place_date (self, style, context, _("Today"), self->today_x);

  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *text = kl_chart_text_day (ticks[i].day, ticks[i].form);

      if (place_date (self, style, context, text, kl_score_scale_get_x (&self->scale, ticks[i].day)))
        n_placed++;
    }

  /* Where no round date has room beside today, the first day says at least when it began. */
  if (n_placed == 0 && n_ticks > 0)
    {
      g_autofree char *text = kl_chart_text_day (self->scale.time.first_day, KL_CHART_DATE_YEAR);

      place_date (self, style, context, text, kl_score_scale_get_x (&self->scale, self->scale.time.first_day));
    }
}

static void
place_empty (KlScoreLayout      *self,
             const GArray       *bands,
             const KlChartStyle *style,
             PangoContext       *context)
{
  KlScoreLabel label = make_label (context, style, _("Not assessed yet"), self->field.width);
  const KlChartBand *tallest = NULL;
  double middle = 50;

  /* In the middle of a zone, where no line of the grid runs through it. */
  for (guint i = 0; i < bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (bands, (int) i);

      if (tallest == NULL || band->high - band->low > tallest->high - tallest->low)
        tallest = band;
    }
  if (tallest != NULL)
    middle = (tallest->low + tallest->high) / 2;

  place_label (self, label, self->field.x + (self->field.width - label.area.width) / 2,
               kl_score_scale_get_y (&self->scale, middle) - label.area.height / 2);
}

static void
place_marks (KlScoreLayout *self,
             KlScoreSeries *series,
             const int     *days,
             guint          n_marks)
{
  g_autofree double *positions = g_new0 (double, n_marks);

  kl_score_scale_spread (&self->scale, days, n_marks, MARK_SPACING, positions);
  for (guint i = 0; i < n_marks; i++)
    {
      const KlScoreMark *mark = kl_score_series_get_mark (series, i);
      gboolean amended = kl_score_is_set (mark->first);
      KlScorePlace place = {
        positions[i],
        kl_score_scale_get_y (&self->scale, mark->value),
        kl_score_scale_get_y (&self->scale, mark->score.low),
        kl_score_scale_get_y (&self->scale, mark->score.high),
        amended ? kl_score_scale_get_y (&self->scale, kl_score_get_value (mark->first)) : (double) NAN,
      };

      g_array_append_val (self->places, place);
    }
}

/* Cuts the margins off the picture: the title above, the dates below, the limits before, the names of the bands after
 * the plot in the direction of reading. */
static cairo_rectangle_t
cut_margins (KlScoreLayout      *self,
             const char         *title,
             const KlChartStyle *style,
             PangoContext       *context,
             cairo_rectangle_t   picture,
             double              names_width)
{
  KlScoreLabel sample = make_label (context, style, "100", 0);
  double before = sample.area.width + GAP;
  double after = names_width > 0 ? names_width + GAP : 0;
  double line = sample.area.height;

  clear_label (&sample);
  if (title != NULL && picture.height > 4 * line)
    {
      KlScoreLabel label = make_title (context, style, title, picture.width);

      place_label (self, label, style->right_to_left ? picture.x + picture.width - label.area.width : picture.x,
                   picture.y);
      picture.y += line + GAP;
      picture.height -= line + GAP;
    }

  picture.x += style->right_to_left ? after : before;
  picture.width = MAX (picture.width - before - after, 0);
  picture.height = MAX (picture.height - line - GAP / 2, 0);
  return picture;
}

static void
place_expected (KlScoreLayout *self,
                KlScoreSeries *series)
{
  const GArray *expected = kl_score_series_get_expected (series);

  for (guint i = 0; i < expected->len; i++)
    {
      const KlScoreExpected *point = &g_array_index (expected, KlScoreExpected, i);
      const KlScorePlace place = { kl_score_scale_get_x (&self->scale, point->day),
                                   kl_score_scale_get_y (&self->scale, point->score),
                                   kl_score_scale_get_y (&self->scale, point->low),
                                   kl_score_scale_get_y (&self->scale, point->high), (double) NAN };

      g_array_append_val (self->expected, place);
    }
}

/**
 * kl_score_layout_new:
 * @series: what to lay out
 * @title: (nullable): what heads the picture
 * @style: its font and direction
 * @context: with the resolution of what it is painted on
 * @width: of the whole picture, in pixels
 * @height: of the whole picture, in pixels
 *
 * Returns: (transfer full): a layout, right until @series changes
 */
KlScoreLayout *
kl_score_layout_new (KlScoreSeries      *series,
                     const char         *title,
                     const KlChartStyle *style,
                     PangoContext       *context,
                     double              width,
                     double              height)
{
  KlScoreLayout *self = g_new0 (KlScoreLayout, 1);
  const GArray *bands = kl_score_series_get_bands (series);
  guint n_marks = kl_score_series_get_n_marks (series);
  g_autofree int *days = g_new0 (int, n_marks);
  cairo_rectangle_t picture = { 0, 0, MAX (width, 0), MAX (height, 0) };
  cairo_rectangle_t plot;
  double names_width = measure_names (bands, style, context, picture.width * NAMES_PART);

  self->places = g_array_sized_new (FALSE, TRUE, sizeof (KlScorePlace), n_marks);
  self->expected = g_array_new (FALSE, TRUE, sizeof (KlScorePlace));
  self->labels = g_array_new (FALSE, TRUE, sizeof (KlScoreLabel));
  g_array_set_clear_func (self->labels, clear_label);
  self->today_x = (double) NAN;
  self->field = cut_margins (self, title, style, context, picture, names_width);

  for (guint i = 0; i < n_marks; i++)
    days[i] = kl_score_series_get_mark (series, i)->day;
  plot = (cairo_rectangle_t) { self->field.x + INSET_X, self->field.y + INSET_Y, self->field.width - 2 * INSET_X,
                               self->field.height - 2 * INSET_Y };
  kl_score_scale_init (&self->scale, &plot, days, n_marks, kl_score_series_get_today (series));

  place_marks (self, series, days, n_marks);
  place_expected (self, series);
  place_limits (self, bands, style, context);
  place_names (self, bands, style, context, names_width);
  if (n_marks > 0)
    place_dates (self, series, style, context);
  else
    place_empty (self, bands, style, context);
  return self;
}

/**
 * kl_score_layout_free:
 * @self: (transfer full): a layout
 */
void
kl_score_layout_free (KlScoreLayout *self)
{
  g_array_unref (self->places);
  g_array_unref (self->expected);
  g_array_unref (self->labels);
  g_free (self);
}

/**
 * kl_score_layout_find:
 * @self: a layout
 * @x: a place in pixels
 * @y: a place in pixels
 *
 * Returns: the index of the mark there, or of the nearest within a finger's reach, -1 where there is none; a mark goes
 *   before the bar of another's range
 */
int
kl_score_layout_find (const KlScoreLayout *self,
                      double               x,
                      double               y)
{
  double nearest_mark = REACH, nearest_bar = REACH / 2;
  int mark = -1, bar = -1;

  for (guint i = 0; i < self->places->len; i++)
    {
      const KlScorePlace *place = &g_array_index (self->places, KlScorePlace, i);
      double to_mark = hypot (x - place->x, y - place->y);
      double to_bar = hypot (x - place->x, y - CLAMP (y, place->y_high, place->y_low));

      /* The later one lies on top. */
      if (to_mark <= nearest_mark)
        {
          nearest_mark = to_mark;
          mark = (int) i;
        }
      if (to_bar <= nearest_bar)
        {
          nearest_bar = to_bar;
          bar = (int) i;
        }
    }

  return mark >= 0 ? mark : bar;
}
