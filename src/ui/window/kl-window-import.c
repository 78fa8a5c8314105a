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
            const char     *pattern,
            const char     *other_pattern)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  if (other_pattern != NULL)
    gtk_file_filter_add_pattern (filter, other_pattern);
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
  add_filter (GTK_FILE_CHOOSER (chooser), _("Plans in Markdown or JSON"), "*.md", "*.json");
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), "*", NULL);
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

  for (GSList *file = files; file != NULL; file = file->next)
    kl_window_import_file (self, file->data);
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

static void import_next (KlWindow *self);

static void
dialog_closed_cb (KlWindow *self)
{
  g_clear_weak_pointer (&self->import_dialog);
  import_next (self);
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

  g_set_weak_pointer (&self->import_dialog, kl_import_dialog_open_file (GTK_WINDOW (self), self->library, file));
  g_signal_connect_object (self->import_dialog, "destroy", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
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

/* Those that were opened before the library was. */
void
kl_window_import_wanted (KlWindow *self)
{
  import_next (self);
}
