/* kl-map-measure.c: how many lines titles need
 *
 * Measured with the letters of a chart in a picture. The window's may be others: the map then grows or shrinks with the
 * height of their lines, and a title that is wider than it was measured is cut with an ellipsis.
 */

#include "config.h"

#include "kl-map-measure.h"

#include <pango/pangocairo.h>

#include "chart/kl-chart-style.h"
#include "model/kl-bidi.h"

#include "kl-map-metrics.h"

struct _KlMapMeasure
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  double line;
};

/**
 * kl_map_measure_new:
 *
 * Returns: (transfer full): a measure, with letters of its own, so that a thread can have it
 */
KlMapMeasure *
kl_map_measure_new (void)
{
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  KlMapMeasure *self = g_new0 (KlMapMeasure, 1);
  int height;

  self->map = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->map);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (self->layout, style->font);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, "100", -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  self->line = MAX (height, 1);
  return self;
}

/**
 * kl_map_measure_free:
 * @self: (transfer full): a measure
 */
void
kl_map_measure_free (KlMapMeasure *self)
{
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

static gboolean
is_space (gunichar letter)
{
  return g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029;
}

/**
 * kl_map_measure_dup_shown:
 * @title: a title
 *
 * Returns: (transfer full): as much of it as may be shown in a row, in one paragraph, without what would turn the
 *   direction of other words
 */
char *
kl_map_measure_dup_shown (const char *title)
{
  GString *shown = g_string_new (NULL);
  guint n_letters = 0;

  for (const char *at = title; *at != '\0' && n_letters < KL_MAP_MOST_LETTERS; at = g_utf8_find_next_char (at, NULL))
    {
      gunichar letter = g_utf8_get_char (at);

      if (kl_bidi_is_control (letter))
        continue;
      g_string_append_unichar (shown, is_space (letter) ? ' ' : letter);
      n_letters++;
    }
  return g_string_free (shown, FALSE);
}

/**
 * kl_map_measure_count_lines:
 * @self: a measure
 * @title: a title
 * @width: how wide its lines may be, where a line is %KL_MAP_LINE high
 *
 * Returns: how many lines it takes, at most %KL_MAP_MOST_LINES
 */
guint
kl_map_measure_count_lines (KlMapMeasure *self,
                            const char   *title,
                            double        width)
{
  g_autofree char *shown = kl_map_measure_dup_shown (title);

  pango_layout_set_width (self->layout, (int) (width * self->line / KL_MAP_LINE * PANGO_SCALE));
  pango_layout_set_text (self->layout, shown, -1);
  return (guint) CLAMP (pango_layout_get_line_count (self->layout), 1, KL_MAP_MOST_LINES);
}

/**
 * kl_map_measure_title_width:
 * @depth: how many topics a topic is a part of
 *
 * Returns: how wide the lines of its title may be
 */
double
kl_map_measure_title_width (guint depth)
{
  return KL_MAP_BLOCK_WIDTH - KL_MAP_INDENT * MIN (depth, KL_MAP_DEEPEST_INDENT) - KL_MAP_MARK_WIDTH
         - KL_MAP_SCORE_WIDTH;
}
