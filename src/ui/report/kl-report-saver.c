/* kl-report-saver.c: a report of a plan into a file that the person chooses */

#include "config.h"

#include "kl-report-saver.h"

#include <glib/gi18n.h>

#include "report/kl-report-saving.h"
#include "ui/page/kl-file-name.h"
#include "ui/page/kl-save-chooser.h"
#include "ui/page/kl-wait.h"

typedef struct
{
  GtkWindow *window;
  KlLibrary *library;
  KlPlan *plan;
  char *path;
  KlWait *wait;
} Save;

static void
save_free (Save *save)
{
  g_clear_pointer (&save->wait, kl_wait_free);
  g_clear_object (&save->window);
  g_clear_object (&save->library);
  g_clear_object (&save->plan);
  g_free (save->path);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
say (Save       *save,
     const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (save->window), "win.toast", "s", sentence);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  guint n_pages = kl_report_save_finish (result, &error);
  g_autofree char *shown = g_filename_display_name (save->path);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("The report is in %2$s (%1$u page).", "The report is in %2$s (%1$u pages).", n_pages),
                       n_pages, shown);

  if (error == NULL)
    say (save, sentence);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (save, error->message);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  KlReportPaper paper = kl_report_paper_for_locale ();
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (save->window)) == GTK_TEXT_DIR_RTL;

  save->path = kl_save_chooser_ask_finish (result, &error);
  if (save->path == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (save, error->message);
      return;
    }

  save->wait = kl_wait_new (save->window, _("Writing the Report"));
  kl_report_save_async (save->library, kl_record_get_id (KL_RECORD (save->plan)), save->path, &paper, right_to_left,
                        kl_wait_get_cancellable (save->wait), saved_cb, save);
  g_steal_pointer (&save);
}

/**
 * kl_report_saver_ask:
 * @window: the window
 * @library: the library
 * @plan: a plan of it
 *
 * Asks for a file and writes a report of the plan into it.
 */
void
kl_report_saver_ask (GtkWindow *window,
                     KlLibrary *library,
                     KlPlan    *plan)
{
  const char *title = kl_plan_get_title (plan);
  g_autofree char *name = kl_file_name_new (title != NULL && *title != '\0' ? title : _("Plan"), ".pdf");
  GtkFileChooserNative *chooser = kl_save_chooser_new (window, _("Save the Report"), _("_Save"), name);
  Save *save = g_new0 (Save, 1);

  g_set_object (&save->window, window);
  g_set_object (&save->library, library);
  g_set_object (&save->plan, plan);
  kl_save_chooser_add_form (chooser, _("Documents to print (.pdf)"), "pdf");
  kl_save_chooser_ask_async (chooser, chosen_cb, save);
}
