/* kl-report-printer.c: a report of a plan on paper
 *
 * The paper is known once the person chose it. The report is then put on pages in a thread, for which the operation
 * asks again and again without holding up the window; each page is painted for itself.
 */

#include "config.h"

#include "kl-report-printer.h"

#include <glib/gi18n.h>

#include "report/kl-report-loading.h"
#include "report/kl-report-painter.h"
#include "ui/page/kl-release.h"
#include "ui/page/kl-wait.h"

/* Less than a frame, and long enough not to ask all the time. */
#define WAIT_USEC 4000

/**
 * Printing:
 * @report: what is printed
 * @paper: what on
 * @cancellable: stops the thread
 * @thread: (nullable): puts it on pages
 * @pages: (nullable): the report on pages, once that is done; @mutex guards it
 */
typedef struct
{
  KlReport *report;
  KlReportPaper paper;
  GCancellable *cancellable;
  GThread *thread;
  GMutex mutex;
  GCond cond;
  KlReportPages *pages;
} Printing;

static void
stop_thread (Printing *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->thread, g_thread_join);
}

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *self = data;

  stop_thread (self);
  kl_release (self->pages);
  kl_release (self->report);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gpointer
pages_thread (gpointer data)
{
  Printing *self = data;
  KlReportPages *pages = kl_report_pages_new (self->report, &self->paper, self->cancellable, NULL, NULL);

  g_mutex_lock (&self->mutex);
  self->pages = pages;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* Where the printer cannot print, or the person wants a wider margin, there is nothing. */
static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Printing          *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  KlReportPaper *paper = &self->paper;

  *paper = kl_report_paper_new (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  paper->left = MAX (paper->left, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS));
  paper->right = MAX (paper->right, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
  paper->top = MAX (paper->top, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  paper->bottom = MAX (paper->bottom, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
  g_clear_object (&self->pages);
  self->thread = g_thread_new ("report", pages_thread, self);
}

static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Printing          *self)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  if (self->pages == NULL)
    g_cond_wait_until (&self->cond, &self->mutex, g_get_monotonic_time () + WAIT_USEC);
  done = self->pages != NULL;
  g_mutex_unlock (&self->mutex);
  if (!done)
    return FALSE;

  g_clear_pointer (&self->thread, g_thread_join);
  gtk_print_operation_set_n_pages (operation, (int) kl_report_pages_get_n (self->pages));
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *self)
{
  /* Links would lead to pages that are not printed. */
  if (self->pages != NULL && page >= 0 && (guint) page < kl_report_pages_get_n (self->pages))
    kl_report_painter_paint (self->pages, (guint) page, FALSE, gtk_print_context_get_cairo_context (context));
}

/**
 * kl_report_printer_new_operation:
 * @report: (transfer full): a report, which nobody else puts on pages
 *
 * Returns: (transfer full): what prints it
 */
GtkPrintOperation *
kl_report_printer_new_operation (KlReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *self = g_new0 (Printing, 1);

  self->report = report;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  gtk_print_operation_set_job_name (operation, kl_report_get_title (report));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), self, printing_free, 0);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}

/* Asking for what is to be printed */

typedef struct
{
  GtkWindow *window;
  KlWait *wait;
} Request;

static void
request_free (Request *request)
{
  g_clear_pointer (&request->wait, kl_wait_free);
  g_object_unref (request->window);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
say (GtkWindow    *window,
     const GError *error)
{
  g_autofree char *sentence = g_strdup_printf (_("The report was not printed: %s"), error->message);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", sentence);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWindow               *window)
{
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    say (window, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  KlReport *report = kl_report_load_finish (result, &error);

  g_clear_pointer (&request->wait, kl_wait_free);
  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (request->window, error);
      return;
    }

  operation = kl_report_printer_new_operation (report);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), request->window, 0);
  /* What went wrong is told by “done”. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, request->window, NULL);
}

/**
 * kl_report_printer_print:
 * @window: the window
 * @library: the library
 * @plan: a plan of it
 *
 * Asks for a printer, and prints a report of the plan.
 */
void
kl_report_printer_print (GtkWindow *window,
                         KlLibrary *library,
                         KlPlan    *plan)
{
  Request *request = g_new0 (Request, 1);
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (window)) == GTK_TEXT_DIR_RTL;

  request->window = g_object_ref (window);
  request->wait = kl_wait_new (window, _("Writing the Report"));
  kl_report_load_async (library, kl_record_get_id (KL_RECORD (plan)), right_to_left,
                        kl_wait_get_cancellable (request->wait), loaded_cb, request);
}
