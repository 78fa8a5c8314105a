/* kl-save-chooser.c: the person chooses the file that something is written to */

#include "config.h"

#include "kl-save-chooser.h"

#include <glib/gi18n.h>

static void
response_cb (GtkFileChooserNative *self,
             int                   response,
             gpointer              user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (self);
  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
    }
  else if (path == NULL)
    {
      g_autofree char *shown = g_file_get_parse_name (file);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("%s is no place where files are kept: choose a folder."), shown);
    }
  else
    {
      g_task_return_pointer (task, g_steal_pointer (&path), g_free);
    }
}

/**
 * kl_save_chooser_new:
 * @window: (nullable): the window that asks
 * @title: what is asked
 * @accept: what the button says that takes the file, with a mnemonic
 * @name: what the file is called at first
 *
 * Returns: (transfer full): a dialog, not shown yet
 */
GtkFileChooserNative *
kl_save_chooser_new (GtkWindow  *window,
                     const char *title,
                     const char *accept,
                     const char *name)
{
  GtkFileChooserNative *self
    = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self), name);
  return self;
}

/**
 * kl_save_chooser_add_form:
 * @self: a dialog
 * @name: a kind of file, for a person
 * @suffix: what their names end in, without the dot
 *
 * Lets the person see only files of this kind.
 */
void
kl_save_chooser_add_form (GtkFileChooserNative *self,
                          const char           *name,
                          const char           *suffix)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self), filter);
}

/**
 * kl_save_chooser_ask_async:
 * @self: (transfer full): a dialog
 * @callback: called when the person has answered
 * @user_data: for @callback
 *
 * Shows the dialog. Whether a file that is there may be replaced, it asks itself.
 */
void
kl_save_chooser_ask_async (GtkFileChooserNative *self,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, kl_save_chooser_ask_async);
  g_signal_connect (self, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self));
}

/**
 * kl_save_chooser_ask_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED where the person chose none; a sentence where it is no file of this computer
 *
 * Returns: (transfer full) (nullable): the path of the file
 */
char *
kl_save_chooser_ask_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
