/* kl-window-import.c: documents that come into the window: chosen, dropped, pasted, or opened with KLearn */

#include "config.h"

#include "kl-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kl-document-file.h"
#include "ui/import/kl-import-dialog.h"
#include "ui/page/kl-frame-idle.h"

static void
chosen_cb (KlWindow             *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    kl_window_import_file (self, file);
  g_object_unref (chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  const char *const *suffixes = kl_document_file_get_markdown_suffixes ();
  g_autoptr(GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _("Plans in Markdown or JSON"));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (plans, suffixes[i]);
  gtk_file_filter_add_suffix (plans, "json");
  gtk_file_chooser_add_filter (chooser, plans);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  KlWindow *self = user_data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a Plan"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
import_example_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_import_dialog_open_example (GTK_WINDOW (self), self->library);
}

static void import_next (KlWindow *self);

static void
dialog_closed_cb (KlWindow *self)
{
  g_clear_weak_pointer (&self->import_dialog);
  import_next (self);
}

/* One document after the other. */
static void
follow_dialog (KlWindow  *self,
               GtkWindow *dialog)
{
  g_set_weak_pointer (&self->import_dialog, dialog);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
import_files (KlWindow *self,
              GSList   *files)
{
  for (GSList *file = files; file != NULL; file = file->next)
    kl_window_import_file (self, file->data);
}

static void
files_pasted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (value != NULL)
    import_files (self, g_value_get_boxed (value));
  else
    kl_window_show_toast (self, error->message);
}

static void
text_pasted_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d %H:%M");
  /* Translators: what a plan without a title is called that was pasted; %s is when. */
  g_autofree char *name = g_strdup_printf (_("Pasted Plan %s"), day);
  gsize length = text != NULL ? strlen (text) : 0;
  g_autoptr(GBytes) bytes = NULL;

  if (length == 0)
    {
      kl_window_show_toast (self, error != NULL ? error->message : _("There is no text to paste."));
      return;
    }
  /* Meanwhile another document may have come, or the library gone. */
  if (self->library == NULL || kl_library_get_read_only (self->library) || self->import_dialog != NULL)
    return;

  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  follow_dialog (self, kl_import_dialog_open_text (GTK_WINDOW (self), self->library, bytes, name));
}

/* A plan that was copied as text, or as a file. */
static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  KlWindow *self = user_data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr(GdkContentFormats) known = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  if (gdk_content_formats_contain_gtype (known, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted_cb,
                                    g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (known, G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, text_pasted_cb, g_object_ref (self));
  else
    kl_window_show_toast (self, _("There is no text to paste."));
}

static const GActionEntry entries[] = {
  { .name = "import", .activate = import_cb },
  { .name = "import-example", .activate = import_example_cb },
  { .name = "paste-plan", .activate = paste_cb },
};

static gboolean
drop_cb (KlWindow     *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "import");

  if (files == NULL || !g_action_get_enabled (action))
    return FALSE;

  import_files (self, files);
  return TRUE;
}

/* By the menu, by dropping a document anywhere on the window, or by pasting one. */
void
kl_window_install_import (KlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
import_next (KlWindow *self)
{
  g_autoptr(GFile) file = NULL;

  if (self->library == NULL || self->import_dialog != NULL)
    return;

  file = g_queue_pop_head (&self->wanted_files);
  if (file == NULL)
    return;

  if (kl_library_get_read_only (self->library))
    {
      g_queue_clear_full (&self->wanted_files, g_object_unref);
      kl_window_show_toast (self, _("The library is read-only: nothing can be imported."));
      return;
    }

  follow_dialog (self, kl_import_dialog_open_file (GTK_WINDOW (self), self->library, file));
}

/**
 * kl_window_import_file:
 * @self: the window
 * @file: a document
 *
 * Shows what @file would bring and imports it when the person says so; once the library is open, and after the
 * documents that came before it.
 */
void
kl_window_import_file (KlWindow *self,
                       GFile    *file)
{
  g_return_if_fail (KL_IS_WINDOW (self));

  g_queue_push_tail (&self->wanted_files, g_object_ref (file));
  import_next (self);
}

static void
import_wanted_cb (GtkWidget *widget)
{
  import_next (KL_WINDOW (widget));
}

/* Those that were opened before the library was; the window itself may be shown only now. */
void
kl_window_import_wanted (KlWindow *self)
{
  kl_frame_idle_add (GTK_WIDGET (self), import_wanted_cb);
}
