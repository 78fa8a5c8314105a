/* kl-score-chart-file.c: a score chart as a picture in a file */

#include "config.h"

#include "kl-score-chart-file.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <string.h>

#include "kl-score-painter.h"

#define MARGIN 12
#define SMALLEST 120
#define LARGEST 8192
/* So that a PNG is sharp on the screens of today. */
#define PNG_SCALE 2

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (KlScoreSeries      *series,
       const KlChartStyle *style,
       cairo_surface_t    *surface,
       int                 width,
       int                 height)
{
  g_autoptr(KlScorePainter) painter = kl_score_painter_new (series);
  cairo_t *cr = cairo_create (surface);

  if (style != NULL)
    kl_score_painter_set_style (painter, style);
  kl_score_painter_set_titled (painter, TRUE);
  kl_score_painter_set_size (painter, width - 2 * MARGIN, height - 2 * MARGIN);

  kl_chart_color_set (kl_score_painter_get_style (painter)->background, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  kl_score_painter_paint (painter, cr);
  cairo_destroy (cr);
}

static cairo_status_t
draw_png (KlScoreSeries      *series,
          const KlChartStyle *style,
          int                 width,
          int                 height,
          GByteArray         *bytes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * PNG_SCALE, height * PNG_SCALE);
  cairo_status_t status;

  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  paint (series, style, surface, width, height);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return status;
}

/* Cairo turns text into outlines; what the picture says goes in as its title and description. */
static void
describe_svg (KlScoreSeries *series,
              GByteArray    *bytes)
{
  const char *title = kl_score_series_get_title (series);
  g_autofree char *summary = kl_score_series_dup_summary (series);
  g_autofree char *text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                                                   title != NULL ? title : summary, summary);
  g_autofree char *before = g_strndup ((const char *) bytes->data, bytes->len);
  const char *root = strstr (before, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;

  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) before, (guint) (end + 1 - before));
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (bytes, (const guint8 *) end + 1, (guint) strlen (end + 1));
}

static cairo_status_t
draw_svg (KlScoreSeries      *series,
          const KlChartStyle *style,
          int                 width,
          int                 height,
          GByteArray         *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint (series, style, surface, width, height);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    describe_svg (series, bytes);
  return status;
}

static gboolean
has_ending (const char *path,
            const char *ending)
{
  gsize length = strlen (path), ending_length = strlen (ending);

  return length > ending_length && g_ascii_strcasecmp (path + length - ending_length, ending) == 0;
}

static gboolean
check_target (const char  *path,
              int          width,
              int          height,
              GError     **error)
{
  if (!has_ending (path, ".svg") && !has_ending (path, ".png"))
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_FORMAT,
                   _("A picture's file name has to end in .svg or .png: “%s” does not."), path);
      return FALSE;
    }
  if (width < SMALLEST || height < SMALLEST || width > LARGEST || height > LARGEST)
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_SIZE,
                   _("A picture can be from %d to %d pixels wide and high, not %d × %d."), SMALLEST, LARGEST, width,
                   height);
      return FALSE;
    }
  /* A new file takes the place of the old one; nobody means that of a folder or a device. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE,
                   _("“%s” is not a file: choose another name for the picture."), path);
      return FALSE;
    }

  return TRUE;
}

/**
 * kl_score_chart_write:
 * @series: what to draw; its title heads the picture
 * @style: (nullable): the style, %NULL for the light one
 * @path: a file name that ends in .svg or .png
 * @width: in pixels; a PNG has twice as many, so that it is sharp
 * @height: in pixels
 * @error: a #KlChartError
 *
 * Writes the picture beside @path and then puts it in its place: what was there stays whole if anything fails.
 *
 * Returns: whether @path is now the picture
 */
gboolean
kl_score_chart_write (KlScoreSeries       *series,
                      const KlChartStyle  *style,
                      const char          *path,
                      int                  width,
                      int                  height,
                      GError             **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) reason = NULL;
  cairo_status_t status;

  g_return_val_if_fail (KL_IS_SCORE_SERIES (series), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!check_target (path, width, height, error))
    return FALSE;

  if (has_ending (path, ".svg"))
    status = draw_svg (series, style, width, height, bytes);
  else
    status = draw_png (series, style, width, height, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_DRAW, _("The picture “%s” could not be drawn: %s."), path,
                   cairo_status_to_string (status));
      return FALSE;
    }

  if (!g_file_set_contents_full (path, (const char *) bytes->data, (gssize) bytes->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &reason))
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE, _("The picture was not saved: %s"), reason->message);
      return FALSE;
    }

  return TRUE;
}
