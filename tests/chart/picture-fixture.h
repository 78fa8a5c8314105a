#pragma once

/* Whether a chart looks as it did: with a tolerance, since what is compared is the mean of squares of a few pixels, so
 * that another version of the font's renderer makes no difference, and a mark that is missing or of another colour
 * does. KLEARN_WRITE_PICTURES names a folder to write the pictures to instead, to be looked at and committed.
 */

#include <pango/pangocairo.h>

#include "chart/kl-chart-painter.h"

#define FONT "Cantarell"
#define SQUARE 4
#define TOLERANCE 40

typedef struct
{
  const char *name;
  gboolean dark;
  gboolean high_contrast;
  gboolean right_to_left;
  int width;
  int height;
} Picture;

static inline gboolean
picture_has_font (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *wanted = pango_font_description_from_string (FONT " 9");
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = pango_font_describe (font);
  gboolean is_there = g_strcmp0 (pango_font_description_get_family (found), FONT) == 0;

  pango_font_description_free (found);
  pango_font_description_free (wanted);
  g_object_unref (font);
  g_object_unref (context);
  return is_there;
}

static inline cairo_surface_t *
picture_draw (KlChart       *chart,
              const Picture *picture)
{
  g_autoptr(KlChartStyle) style = kl_chart_style_new (picture->dark, picture->high_contrast);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width, picture->height);
  cairo_t *cr = cairo_create (surface);

  style->right_to_left = picture->right_to_left;
  style->first_weekday = G_DATE_MONDAY;
  pango_font_description_free (style->font);
  style->font = pango_font_description_from_string (FONT " 9");
  kl_chart_painter_set_style (painter, style);
  kl_chart_painter_set_titled (painter, TRUE);
  kl_chart_painter_set_size (painter, picture->width, picture->height);
  kl_chart_painter_set_highlight (painter, 1);
  kl_chart_color_set (style->background, cr);
  cairo_paint (cr);
  kl_chart_painter_paint (painter, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The mean of a channel over the square at these pixels. */
static inline int
picture_get_mean (cairo_surface_t *surface,
                  int              left,
                  int              top,
                  guint            channel)
{
  guint sum = 0;

  for (int y = top; y < top + SQUARE; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = left; x < left + SQUARE; x++)
        sum += (((const guint32 *) (gconstpointer) row)[x] >> (8 * channel)) & 0xff;
    }
  return (int) (sum / (SQUARE * SQUARE));
}

/* In squares that differ, and by how much the worst does. */
static inline guint
picture_compare (cairo_surface_t *before,
                 cairo_surface_t *after,
                 int             *worst)
{
  guint n_differ = 0;

  *worst = 0;
  for (int y = 0; y + SQUARE <= cairo_image_surface_get_height (before); y += SQUARE)
    for (int x = 0; x + SQUARE <= cairo_image_surface_get_width (before); x += SQUARE)
      {
        int difference = 0;

        for (guint channel = 0; channel < 3; channel++)
          difference = MAX (difference, ABS (picture_get_mean (before, x, y, channel)
                                             - picture_get_mean (after, x, y, channel)));
        if (difference > TOLERANCE)
          n_differ++;
        *worst = MAX (*worst, difference);
      }
  return n_differ;
}

/* Compares what was drawn with the picture of that name. */
static inline void
picture_check_drawn (cairo_surface_t *after,
                     const char      *area,
                     const char      *picture)
{
  const char *folder = g_getenv ("KLEARN_WRITE_PICTURES");
  g_autofree char *name = g_strconcat (picture, ".png", NULL);
  g_autofree char *path = NULL;
  cairo_surface_t *before;
  int worst;
  guint n_differ;

  if (folder != NULL)
    {
      path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (cairo_surface_write_to_png (after, path), ==, CAIRO_STATUS_SUCCESS);
      return;
    }

  path = g_test_build_filename (G_TEST_DIST, area, "pictures", name, NULL);
  before = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (before), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (before), ==, cairo_image_surface_get_width (after));
  g_assert_cmpint (cairo_image_surface_get_height (before), ==, cairo_image_surface_get_height (after));
  n_differ = picture_compare (before, after, &worst);
  g_test_message ("%s: the worst square differs by %d", picture, worst);
  g_assert_cmpuint (n_differ, ==, 0);
  cairo_surface_destroy (before);
}

/**
 * picture_check:
 * @chart: what is painted
 * @area: the folder of the tests that has the folder “pictures”
 * @picture: how it is painted
 *
 * Compares a chart with a picture of it.
 */
static inline void
picture_check (KlChart       *chart,
               const char    *area,
               const Picture *picture)
{
  cairo_surface_t *after;

  if (!picture_has_font ())
    {
      g_test_skip ("the font " FONT " is not installed");
      return;
    }

  after = picture_draw (chart, picture);
  picture_check_drawn (after, area, picture->name);
  cairo_surface_destroy (after);
}
