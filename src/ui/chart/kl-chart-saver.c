/* kl-chart-saver.c: a chart that is seen, as a file or on the clipboard */

#include "config.h"

#include "kl-chart-saver.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chart/kl-chart-file.h"
#include "ui/page/kl-dialog-words.h"
#include "ui/page/kl-file-name.h"
#include "ui/page/kl-save-chooser.h"

/**
 * Saving:
 * @widget: where it is asked
 * @chart: what is saved
 * @ending: the ending that was chosen
 */
typedef struct
{
  GtkWidget *widget;
  KlChart *chart;
  char *ending;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->chart);
  g_free (self->ending);
  g_free (self);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell_failure (GtkWidget    *widget,
              const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (widget), NULL, NULL);

  kl_dialog_words_show (ADW_MESSAGE_DIALOG (dialog), _("The Chart Was Not Saved"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_file (const Saving  *self,
            const char    *chosen,
            GError       **error)
{
  g_autofree char *path = kl_chart_file_find_path (chosen, self->ending, error);
  int width, height;

  kl_chart_file_find_size (self->chart, &width, &height);
  return path != NULL && kl_chart_file_write (self->chart, NULL, path, width, height, error);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Saving *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *chosen = kl_save_chooser_ask_finish (result, &error);

  if (chosen != NULL && write_file (self, chosen, &error))
    gtk_widget_activate_action (self->widget, "win.toast", "s", _("Chart saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (self->widget, error);
  saving_free (self);
}

/**
 * kl_chart_saver_ask:
 * @widget: a widget in the window
 * @chart: what to save
 * @ending: the form, as the ending of a file's name: “.png”
 *
 * Asks for a file, and writes the chart there.
 */
void
kl_chart_saver_ask (GtkWidget  *widget,
                    KlChart    *chart,
                    const char *ending)
{
  const char *title = kl_chart_get_title (chart);
  g_autofree char *kind = kl_chart_dup_name (chart);
  g_autofree char *name = kl_file_name_new (title != NULL && *title != '\0' ? title : kind, ending);
  g_autofree char *form = g_ascii_strup (ending + 1, -1);
  GtkFileChooserNative *chooser = kl_save_chooser_new (get_window (widget), _("Save Chart"), _("_Save"), name);
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->chart = g_object_ref (chart);
  saving->ending = g_strdup (ending);
  kl_save_chooser_add_form (chooser, form, ending + 1);
  kl_save_chooser_ask_async (chooser, chosen_cb, saving);
}

static GdkTexture *
make_texture (KlChart  *chart,
              GError  **error)
{
  g_autoptr(GBytes) bytes = NULL;
  int width, height;

  kl_chart_file_find_size (chart, &width, &height);
  bytes = kl_chart_file_render (chart, NULL, KL_CHART_FORM_PNG, width, height, error);
  return bytes != NULL ? gdk_texture_new_from_bytes (bytes, error) : NULL;
}

/**
 * kl_chart_saver_copy:
 * @widget: a widget in the window
 * @chart: what to copy
 *
 * Puts a picture of the chart on the clipboard.
 */
void
kl_chart_saver_copy (GtkWidget *widget,
                     KlChart   *chart)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = make_texture (chart, &error);

  if (texture == NULL)
    {
      tell_failure (widget, error);
      return;
    }

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  gtk_widget_activate_action (widget, "win.toast", "s", _("Picture copied"));
}
