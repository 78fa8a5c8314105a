/* kl-report-file.c: a report as a PDF file */

#include "config.h"

#include "kl-report-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kl-document-file.h"
#include "model/kl-iso-date.h"

#include "kl-report-painter.h"

G_DEFINE_QUARK (kl-report-error-quark, kl_report_error)

#define ENDING ".pdf"

/* How deep headings of the outline can stand in each other. */
#define MAX_LEVEL 8

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  GByteArray *bytes = closure;

  if (length > G_MAXUINT - bytes->len)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The same report is the same file: its date is that of its day. */
static void
describe (cairo_surface_t *surface,
          KlReport        *report)
{
  g_autofree char *day = kl_iso_date_format_day (kl_report_get_day (report));
  g_autofree char *date = g_strconcat (day, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, kl_report_get_title (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "KLearn");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Each stands in the last one before it that is further out. */
static void
add_outline (cairo_surface_t *surface,
             KlReport        *report)
{
  int parents[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < kl_report_get_n_sections (report); i++)
    {
      const KlReportSection *section = kl_report_get_section (report, i);
      guint level = MIN (section->level, MAX_LEVEL - 1);
      g_autofree char *attributes = g_strdup_printf ("dest='s%u'", i);
      int entry = cairo_pdf_surface_add_outline (surface, parents[level], section->title, attributes,
                                                 level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      for (guint deeper = level + 1; deeper <= MAX_LEVEL; deeper++)
        parents[deeper] = entry;
    }
}

/* White also where pages are shown on black. And Cairo need not add up what of the page is painted on, word by word:
 * that is all of it. */
static void
paint_paper (cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
paint_pages (KlReportPages         *pages,
             cairo_surface_t       *surface,
             GCancellable          *cancellable,
             KlReportProgressFunc   progress,
             gpointer               user_data,
             GError               **error)
{
  guint n_pages = kl_report_pages_get_n (pages);
  cairo_t *cr = cairo_create (surface);
  gboolean done = TRUE;

  for (guint i = 0; done && i < n_pages; i++)
    {
      paint_paper (cr);
      kl_report_painter_paint (pages, i, TRUE, cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress ((double) (i + 1) / n_pages, user_data);
      done = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);
  return done;
}

/**
 * kl_report_file_render:
 * @pages: a report on pages
 * @cancellable: (nullable): stops it
 * @progress: (nullable): is told how far it is, in this thread
 * @user_data: data for @progress
 * @error: a #KlReportError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a PDF file, with an outline and links; the same for the same pages
 */
GBytes *
kl_report_file_render (KlReportPages         *pages,
                       GCancellable          *cancellable,
                       KlReportProgressFunc   progress,
                       gpointer               user_data,
                       GError               **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  const KlReportPaper *paper = kl_report_pages_get_paper (pages);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, paper->width, paper->height);
  cairo_status_t status;
  gboolean done;

  describe (surface, kl_report_pages_get_report (pages));
  add_outline (surface, kl_report_pages_get_report (pages));
  done = paint_pages (pages, surface, cancellable, progress, user_data, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (done && status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  if (done)
    g_set_error (error, KL_REPORT_ERROR, KL_REPORT_ERROR_DRAW, _("The report could not be drawn: %s."),
                 cairo_status_to_string (status));
  return NULL;
}

/**
 * kl_report_file_check_name:
 * @path: a file's name
 * @error: a #KlReportError
 *
 * Returns: whether it ends in .pdf, in capitals or not
 */
gboolean
kl_report_file_check_name (const char  *path,
                           GError     **error)
{
  gsize length = strlen (path);
  g_autofree char *shown = NULL;

  if (length > strlen (ENDING) && g_ascii_strcasecmp (path + length - strlen (ENDING), ENDING) == 0)
    return TRUE;

  shown = g_filename_display_name (path);
  g_set_error (error, KL_REPORT_ERROR, KL_REPORT_ERROR_FORMAT,
               _("A report's file name has to end in .pdf: “%s” does not."), shown);
  return FALSE;
}

/**
 * kl_report_file_save:
 * @path: a file's name; another file of that name is replaced
 * @bytes: what kl_report_file_render() gave
 * @error: a #KlExchangeError, with a sentence that names @path
 *
 * Writes the file beside @path and then puts it in its place: what was there stays whole if anything fails.
 *
 * Returns: whether @path is now the report
 */
gboolean
kl_report_file_save (const char  *path,
                     GBytes      *bytes,
                     GError     **error)
{
  return kl_document_file_save (path, bytes, error);
}
