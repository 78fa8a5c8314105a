/* kl-import-headings.c: the headings of a document, listed in a worker */

#include "config.h"

#include "kl-import-headings.h"

#include "exchange/kl-markdown-reader.h"

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) headings = kl_markdown_reader_list_headings (source, cancellable, &error);

  if (headings != NULL)
    g_task_return_pointer (task, g_steal_pointer (&headings), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kl_import_headings_list_async:
 * @import: a document that was read
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists what its headings became.
 */
void
kl_import_headings_list_async (KlImport            *import,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (import, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_import_headings_list_async);
  g_task_run_in_thread (task, list_thread);
}

/**
 * kl_import_headings_list_finish:
 * @import: a document that was read
 * @result: what the callback was given
 * @error: return location for an error, only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a list of #KlHeading, in order; none for a plan that is no document
 */
GListModel *
kl_import_headings_list_finish (KlImport      *import,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, import), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
