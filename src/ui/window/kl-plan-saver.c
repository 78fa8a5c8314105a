/* kl-plan-saver.c: a plan into a file that the person chooses */

#include "config.h"

#include "kl-plan-saver.h"

#include <glib/gi18n.h>

#include "transfer/kl-plan-export.h"
#include "ui/page/kl-file-name.h"
#include "ui/page/kl-save-chooser.h"

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
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  guint format;

  save->path = kl_save_chooser_ask_finish (result, &error);
  if (save->path == NULL || !kl_plan_export_parse_path (save->path, &format, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (save, error->message);
      return;
    }

  kl_plan_export_async (save->library, kl_record_get_id (KL_RECORD (save->plan)), format, save->path, NULL, exported_cb,
                        save);
  g_steal_pointer (&save);
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
  const char *title = kl_plan_get_title (plan);
  g_autofree char *name = kl_file_name_new (title != NULL && *title != '\0' ? title : _("Plan"), ".md");
  GtkFileChooserNative *chooser = kl_save_chooser_new (window, _("Export the Plan"), _("_Export"), name);
  Save *save = g_new0 (Save, 1);

  g_set_object (&save->window, window);
  g_set_object (&save->library, library);
  g_set_object (&save->plan, plan);
  kl_save_chooser_add_form (chooser, _("Markdown documents (.md)"), "md");
  kl_save_chooser_add_form (chooser, _("Tables of attempts (.csv)"), "csv");
  kl_save_chooser_add_form (chooser, _("Whole plans (.json)"), "json");
  kl_save_chooser_ask_async (chooser, chosen_cb, save);
}
