/* kl-window-import.c: documents that come into the window: chosen, dropped, or opened with KLearn */

#include "config.h"

#include "kl-window-private.h"

#include <glib/gi18n.h>

#include "ui/import/kl-import-dialog.h"

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
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
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
  add_filter (GTK_FILE_CHOOSER (chooser), _("Markdown documents"), "*.md");
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), "*");
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

static const GActionEntry entries[] = {
  { .name = "import", .activate = import_cb },
  { .name = "import-example", .activate = import_example_cb },
};

static gboolean
drop_cb (KlWindow     *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "import");

  if (files == NULL || !g_action_get_enabled (action))
    return FALSE;

  kl_window_import_file (self, files->data);
  return TRUE;
}

/* By the menu, or by dropping a document anywhere on the window. */
void
kl_window_install_import (KlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * kl_window_import_file:
 * @self: the window
 * @file: a document
 *
 * Shows what @file would bring and imports it when the person says so; once the library is open.
 */
void
kl_window_import_file (KlWindow *self,
                       GFile    *file)
{
  g_return_if_fail (KL_IS_WINDOW (self));

  if (self->library != NULL)
    kl_import_dialog_open_file (GTK_WINDOW (self), self->library, file);
  else
    g_set_object (&self->wanted_file, file);
}
