/* kl-plan-saver.c: a plan into a file that the person chooses */

#include "config.h"

#include "kl-plan-saver.h"

#include <glib/gi18n.h>

#include "transfer/kl-plan-export.h"
#include "ui/page/kl-file-name.h"

typedef struct
{
  GtkWindow *window;
  KlLibrary *library;
  KlPlan *plan;
  char *path;
} Save;

static void
save_free (Save *save)
{
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
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = kl_plan_export_finish (result, &error);
  g_autofree char *shown = g_filename_display_name (save->path);
  g_autofree char *sentence = g_strdup_printf (_("“%s” is in %s."), kl_plan_get_title (save->plan), shown);

  say (save, bytes != NULL ? sentence : error->message);
}

static void
chosen_cb (GtkFileChooserNative *chooser,
           int                   response,
           gpointer              user_data)
{
  g_autoptr(GtkFileChooserNative) owned = chooser;
  g_autoptr(Save) save = user_data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr(GError) error = NULL;
  guint format;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;

  save->path = g_file_get_path (file);
  if (save->path == NULL)
    {
      g_autofree char *shown = g_file_get_parse_name (file);
      g_autofree char *sentence = g_strdup_printf (_("%s is no place where files are kept: choose a folder."), shown);

      say (save, sentence);
      return;
    }
  if (!kl_plan_export_parse_path (save->path, &format, &error))
    {
      say (save, error->message);
      return;
    }

  kl_plan_export_async (save->library, kl_record_get_id (KL_RECORD (save->plan)), format, save->path, NULL, exported_cb,
                        save);
  g_steal_pointer (&save);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *ending)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * kl_plan_saver_ask:
 * @window: the window
 * @library: the library
 * @plan: a plan of it
 *
 * Asks for a file and writes the plan into it, in the form that its ending says.
 */
void
kl_plan_saver_ask (GtkWindow *window,
                   KlLibrary *library,
                   KlPlan    *plan)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Export the Plan"), window,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  const char *title = kl_plan_get_title (plan);
  g_autofree char *name = kl_file_name_new (title != NULL && *title != '\0' ? title : _("Plan"), ".md");
  Save *save = g_new0 (Save, 1);

  g_set_object (&save->window, window);
  g_set_object (&save->library, library);
  g_set_object (&save->plan, plan);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_current_name (chooser, name);
  add_filter (chooser, _("Markdown documents (.md)"), "md");
  add_filter (chooser, _("Tables of attempts (.csv)"), "csv");
  add_filter (chooser, _("Whole plans (.json)"), "json");
  g_signal_connect (native, "response", G_CALLBACK (chosen_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
