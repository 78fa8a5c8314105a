/* test-report-printing.c: what is printed is what is saved: as many pages, of the paper that was chosen */

/* For memmem(). */
#define _GNU_SOURCE

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/kl-report-pages.h"
#include "report/kl-report-words.h"
#include "ui/report/kl-report-printer.h"

static KlReport *
make_report (void)
{
  KlReport *report = kl_report_new ("Report", 2461000, FALSE);

  for (guint i = 0; i < 300; i++)
    kl_report_words_add (report, "A line of a report", KL_REPORT_STYLE_BODY, 2);
  return report;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gboolean                *done)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *done = TRUE;
}

static void
wait_for (const gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

/* A PDF file has bytes of all kinds. */
/* What stands in a file, and in what it has packed: newer Cairos pack the objects of a PDF. */
static gboolean
has (const char *data,
     gsize       length,
     const char *words)
{
  const char *at = data;

  if (memmem (data, length, words, strlen (words)) != NULL)
    return TRUE;

  while ((at = memmem (at, length - (gsize) (at - data), "stream\n", 7)) != NULL)
    {
      g_autoptr(GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      char unpacked[65536];
      gsize n_read, n_written = 0;

      at += 7;
      if (g_converter_convert (G_CONVERTER (unpacker), at, length - (gsize) (at - data), unpacked, sizeof unpacked,
                               G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL)
            != G_CONVERTER_ERROR
          && memmem (unpacked, n_written, words, strlen (words)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_export (void)
{
  g_autoptr(KlReport) report = make_report ();
  KlReportPaper paper = kl_report_paper_new (148 * 72 / 25.4, 210 * 72 / 25.4);
  g_autoptr(KlReportPages) pages = kl_report_pages_new (report, &paper, NULL, NULL, NULL);
  g_autoptr(GtkPrintOperation) operation = kl_report_printer_new_operation (make_report ());
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autofree char *folder = g_dir_make_tmp ("klearn-printing-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *data = NULL;
  g_autofree char *count = g_strdup_printf ("/Count %u", kl_report_pages_get_n (pages));
  g_autoptr(GError) error = NULL;
  gboolean done = FALSE;
  gsize length;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  wait_for (&done);

  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, (int) kl_report_pages_get_n (pages));
  g_assert_true (g_file_get_contents (path, &data, &length, &error));
  g_assert_true (has (data, length, count));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Whoever stops it while it is put on pages waits for nothing. */
static void
test_stopped (void)
{
  GtkPrintOperation *operation = kl_report_printer_new_operation (make_report ());

  g_assert_finalize_object (operation);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui-report/printing/export", test_export);
  g_test_add_func ("/ui-report/printing/stopped", test_stopped);

  return g_test_run ();
}
