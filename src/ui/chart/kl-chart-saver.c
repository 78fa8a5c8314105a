/* kl-chart-saver.c: a chart that is seen, as a file or on the clipboard */

#include "config.h"

#include "kl-chart-saver.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chart/kl-chart-saving.h"
#include "ui/page/kl-dialog-words.h"
#include "ui/page/kl-file-name.h"
#include "ui/page/kl-save-chooser.h"
#include "ui/page/kl-wait.h"

/**
 * Saving:
 * @widget: where it is asked
 * @chart: what is saved
 * @ending: the ending that was chosen
 * @wait: while the picture is made
 */
typedef struct
{
  GtkWidget *widget;
  KlChart *chart;
  char *ending;
  KlWait *wait;
} Saving;

static Saving *
saving_new (GtkWidget  *widget,
            KlChart    *chart,
            const char *ending)
{
  Saving *self = g_new0 (Saving, 1);

  self->widget = g_object_ref (widget);
  self->chart = g_object_ref (chart);
  self->ending = g_strdup (ending);
  return self;
}

static void
saving_free (Saving *self)
{
  g_clear_pointer (&self->wait, kl_wait_free);
  g_object_unref (self->widget);
  g_object_unref (self->chart);
  g_free (self->ending);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

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

static GCancellable *
begin_waiting (Saving *self)
{
  self->wait = kl_wait_new (get_window (self->widget), _("Drawing the Chart"));
  return kl_wait_get_cancellable (self->wait);
}

/* What the person stopped, the person knows. */
static void
end (Saving       *self,
     const char   *sentence,
     const GError *error)
{
  if (error == NULL)
    gtk_widget_activate_action (self->widget, "win.toast", "s", sentence);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (self->widget, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Saving) self = user_data;
  g_autoptr(GError) error = NULL;

  (void) !kl_chart_saving_write_finish (result, &error);
  end (self, _("Chart saved"), error);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Saving) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *chosen = kl_save_chooser_ask_finish (result, &error);
  g_autofree char *path = chosen != NULL ? kl_chart_file_find_path (chosen, self->ending, &error) : NULL;
  GCancellable *cancellable;

  if (path == NULL)
    {
      end (self, NULL, error);
      return;
    }

  cancellable = begin_waiting (self);
  kl_chart_saving_write_async (self->chart, path, cancellable, written_cb, self);
  g_steal_pointer (&self);
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

  kl_save_chooser_add_form (chooser, form, ending + 1);
  kl_save_chooser_ask_async (chooser, chosen_cb, saving_new (widget, chart, ending));
}

/* As it is: whoever pastes it decodes it. */
static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = kl_chart_saving_draw_finish (result, &error);
  g_autoptr(GdkContentProvider) content
    = bytes != NULL ? gdk_content_provider_new_for_bytes ("image/png", bytes) : NULL;

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (self->widget), content);
  end (self, _("Picture copied"), error);
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
  Saving *saving = saving_new (widget, chart, NULL);

  kl_chart_saving_draw_async (chart, begin_waiting (saving), drawn_cb, saving);
}
