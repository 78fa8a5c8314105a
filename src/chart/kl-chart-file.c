/* kl-chart-file.c: a chart of any kind as a picture or a table in a file */

#include "config.h"

#include "kl-chart-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/kl-csv-row.h"
#include "kl-chart-painter.h"

#define MARGIN 12
#define SMALLEST 120
#define LARGEST 8192
/* What stands around a chart in a picture: its title, and room. */
#define ABOVE 60
#define BESIDE 30
/* So that a PNG is sharp on the screens of today; it has no more pixels than these, since each takes memory and time.
 */
#define PNG_SCALE 2.0
#define MOST_PIXELS (36.0 * 1000 * 1000)

G_DEFINE_QUARK (kl-chart-error-quark, kl_chart_error)

/**
 * Drawing:
 * @chart: what is drawn
 * @style: (nullable): in which style
 * @width: of the whole picture
 * @height: of the whole picture
 * @bytes: takes the file
 * @cancellable: (nullable): stops it
 */
typedef struct
{
  KlChart *chart;
  const KlChartStyle *style;
  int width;
  int height;
  GByteArray *bytes;
  GCancellable *cancellable;
} Drawing;

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  const Drawing *self = closure;

  if (g_cancellable_is_cancelled (self->cancellable))
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (self->bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (const Drawing   *self,
       cairo_surface_t *surface)
{
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (self->chart);
  cairo_t *cr = cairo_create (surface);

  if (self->style != NULL)
    kl_chart_painter_set_style (painter, self->style);
  kl_chart_painter_set_titled (painter, TRUE);
  kl_chart_painter_set_size (painter, self->width - 2 * MARGIN, self->height - 2 * MARGIN);

  kl_chart_color_set (kl_chart_painter_get_style (painter)->background, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  kl_chart_painter_paint (painter, cr);
  cairo_destroy (cr);
}

static cairo_status_t
draw_png (Drawing *self)
{
  double scale = MIN (PNG_SCALE, sqrt (MOST_PIXELS / ((double) self->width * self->height)));
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (self->width * scale), (int) (self->height * scale));
  cairo_status_t status;

  cairo_surface_set_device_scale (surface, scale, scale);
  paint (self, surface);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, self);
  cairo_surface_destroy (surface);
  return status;
}

/* Cairo turns text into outlines; what the picture says goes in as its title and description. */
static void
describe_svg (const Drawing *self)
{
  const char *title = kl_chart_get_title (self->chart);
  g_autofree char *summary = kl_chart_dup_summary (self->chart);
  g_autofree char *text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                                                   title != NULL ? title : summary, summary);
  g_autofree char *before = g_strndup ((const char *) self->bytes->data, self->bytes->len);
  const char *root = strstr (before, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;

  g_byte_array_set_size (self->bytes, 0);
  g_byte_array_append (self->bytes, (const guint8 *) before, (guint) (end + 1 - before));
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (self->bytes, (const guint8 *) end + 1, (guint) strlen (end + 1));
}

static cairo_status_t
finish (const Drawing   *self,
        cairo_surface_t *surface)
{
  cairo_status_t status;

  paint (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
draw_svg (Drawing *self)
{
  cairo_surface_t *surface
    = cairo_svg_surface_create_for_stream (append_cb, self, self->width, self->height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = finish (self, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    describe_svg (self);
  return status;
}

static cairo_status_t
draw_pdf (Drawing *self)
{
  const char *title = kl_chart_get_title (self->chart);
  g_autofree char *summary = kl_chart_dup_summary (self->chart);
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (append_cb, self, self->width, self->height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title != NULL ? title : summary);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, summary);
  return finish (self, surface);
}

static void
add_cell (GString    *out,
          const char *cell,
          gboolean    numeric)
{
  char *end = NULL;
  double value = g_ascii_strtod (cell, &end);

  if (numeric && end > cell && *end == '\0')
    kl_csv_row_add_number (out, value);
  else
    kl_csv_row_add_text (out, cell);
}

static GBytes *
write_csv (KlChart *chart)
{
  GString *out = g_string_new (NULL);
  guint n_columns = kl_chart_get_n_plain_columns (chart), n_rows = kl_chart_get_n_marks (chart);
  g_autofree gboolean *numeric = g_new0 (gboolean, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = kl_chart_dup_heading (chart, i, &numeric[i]);

      kl_csv_row_add_text (out, heading);
    }
  kl_csv_row_end (out);

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *cell = kl_chart_dup_cell (chart, row, i, TRUE);

          add_cell (out, cell, numeric[i]);
        }
      kl_csv_row_end (out);
    }
  return g_string_free_to_bytes (out);
}

/**
 * kl_chart_form_get_ending:
 * @self: a form
 *
 * Returns: (transfer none): what the name of such a file ends in: “.png”
 */
const char *
kl_chart_form_get_ending (KlChartForm self)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf", ".csv" };

  return endings[self];
}

/**
 * kl_chart_form_find:
 * @path: a file's name
 * @form: (out): the form that its ending says, in capitals or not
 *
 * Returns: whether it says one
 */
gboolean
kl_chart_form_find (const char  *path,
                    KlChartForm *form)
{
  gsize length = strlen (path);

  for (guint i = KL_CHART_FORM_PNG; i <= KL_CHART_FORM_CSV; i++)
    {
      const char *ending = kl_chart_form_get_ending ((KlChartForm) i);

      *form = (KlChartForm) i;
      if (length > strlen (ending) && g_ascii_strcasecmp (path + length - strlen (ending), ending) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kl_chart_file_find_size:
 * @chart: a chart
 * @width: (out): how wide a picture of it is best, in pixels
 * @height: (out): how high
 *
 * As large as the chart is, with what stands around it.
 */
void
kl_chart_file_find_size (KlChart *chart,
                         int     *width,
                         int     *height)
{
  *width = CLAMP (kl_chart_get_width (chart) + BESIDE, SMALLEST, LARGEST);
  *height = CLAMP (kl_chart_get_height (chart) + ABOVE, SMALLEST, LARGEST);
}

/**
 * kl_chart_file_find_path:
 * @chosen: the path that a person chose
 * @ending: of the form that was asked for: “.png”
 * @error: a #KlChartError
 *
 * A name that says no form gets the ending. Whoever chose it was asked only about a file of the shorter name: one of
 * the longer name is not replaced.
 *
 * Returns: (transfer full) (nullable): where to write to
 */
char *
kl_chart_file_find_path (const char  *chosen,
                         const char  *ending,
                         GError     **error)
{
  g_autofree char *path = NULL;
  KlChartForm form;

  if (kl_chart_form_find (chosen, &form))
    return g_strdup (chosen);

  path = g_strconcat (chosen, ending, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE, _("“%s” is there already: name a new file."), shown);
      return NULL;
    }
  return g_steal_pointer (&path);
}

static cairo_status_t
draw (Drawing     *self,
      KlChartForm  form)
{
  if (form == KL_CHART_FORM_SVG)
    return draw_svg (self);
  return form == KL_CHART_FORM_PDF ? draw_pdf (self) : draw_png (self);
}

static void
set_failure (GError         **error,
             cairo_status_t   status,
             GCancellable    *cancellable)
{
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_DRAW, _("The picture could not be drawn: %s."),
                 cairo_status_to_string (status));
}

/**
 * kl_chart_file_render:
 * @chart: what to draw; its title heads the picture
 * @style: (nullable): the style, %NULL for the light one
 * @form: what to make of it
 * @width: in pixels; a PNG has twice as many, so that it is sharp, unless that were too many; nothing to a table
 * @height: in pixels
 * @cancellable: (nullable): stops it
 * @error: a #KlChartError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what such a file holds
 */
GBytes *
kl_chart_file_render (KlChart             *chart,
                      const KlChartStyle  *style,
                      KlChartForm          form,
                      int                  width,
                      int                  height,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  Drawing drawing = { chart, style, width, height, bytes, cancellable };
  cairo_status_t status;

  g_return_val_if_fail (KL_IS_CHART (chart), NULL);

  if (form == KL_CHART_FORM_CSV)
    return write_csv (chart);
  if (width < SMALLEST || height < SMALLEST || width > LARGEST || height > LARGEST)
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_SIZE,
                   _("A picture can be from %d to %d pixels wide and high, not %d × %d."), SMALLEST, LARGEST, width,
                   height);
      return NULL;
    }

  status = draw (&drawing, form);
  if (status != CAIRO_STATUS_SUCCESS || g_cancellable_is_cancelled (cancellable))
    {
      set_failure (error, status, cancellable);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* A new file takes the place of the old one; nobody means that of a folder or a device. */
static gboolean
check_target (const char  *path,
              GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE,
               _("“%s” is not a file: choose another name for the picture."), path);
  return FALSE;
}

/**
 * kl_chart_file_write:
 * @chart: what to draw; its title heads the picture
 * @style: (nullable): the style, %NULL for the light one
 * @path: a file name whose ending says the form
 * @width: in pixels; a PNG has twice as many, so that it is sharp, unless that were too many; nothing to a table
 * @height: in pixels
 * @cancellable: (nullable): stops it
 * @error: a #KlChartError, or %G_IO_ERROR_CANCELLED
 *
 * Writes the file beside @path and then puts it in its place: what was there stays whole if anything fails.
 *
 * Returns: whether @path is now the picture
 */
gboolean
kl_chart_file_write (KlChart             *chart,
                     const KlChartStyle  *style,
                     const char          *path,
                     int                  width,
                     int                  height,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) reason = NULL;
  KlChartForm form;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!kl_chart_form_find (path, &form))
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_FORMAT,
                   _("A chart's file name has to end in .png, .svg, .pdf or .csv: “%s” does not."), path);
      return FALSE;
    }
  if (!check_target (path, error))
    return FALSE;

  bytes = kl_chart_file_render (chart, style, form, width, height, cancellable, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &reason))
    {
      g_set_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE, _("The picture was not saved: %s"), reason->message);
      return FALSE;
    }

  return TRUE;
}
