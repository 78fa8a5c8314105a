/* kl-import-headings.c: the headings of a document, listed in a worker */

#include "config.h"

#include "kl-import-headings.h"

#include "exchange/kl-markdown-reader.h"

typedef struct
{
  GListModel *headings;
  GListStore *chosen;
} Listed;

static void
listed_free (gpointer data)
{
  Listed *self = data;

  g_clear_object (&self->headings);
  g_clear_object (&self->chosen);
  g_free (self);
}

/* Few of many, which nobody should have to look for while a window waits. */
static GListStore *
collect_chosen (GListModel *headings)
{
  GListStore *chosen = g_list_store_new (KL_TYPE_HEADING);
  guint n = g_list_model_get_n_items (headings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlHeading) heading = g_list_model_get_item (headings, i);

      if (kl_heading_get_choice (heading) != KL_HEADING_AUTO)
        g_list_store_append (chosen, heading);
    }
  return chosen;
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) headings = kl_markdown_reader_list_headings (source, cancellable, &error);

  Listed *listed;

  if (headings == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  listed = g_new0 (Listed, 1);
  listed->chosen = collect_chosen (headings);
  listed->headings = g_steal_pointer (&headings);
  g_task_return_pointer (task, listed, listed_free);
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
 * @chosen: (out) (transfer full): those of the headings that have a choice, in order
 * @error: return location for an error, only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a list of #KlHeading, in order; none for a plan that is no document
 */
GListModel *
kl_import_headings_list_finish (KlImport      *import,
                                GAsyncResult  *result,
                                GListModel   **chosen,
                                GError       **error)
{
  Listed *listed;
  GListModel *headings;

  g_return_val_if_fail (g_task_is_valid (result, import), NULL);

  listed = g_task_propagate_pointer (G_TASK (result), error);
  if (listed == NULL)
    return NULL;

  headings = g_steal_pointer (&listed->headings);
  *chosen = G_LIST_MODEL (g_steal_pointer (&listed->chosen));
  listed_free (listed);
  return headings;
}
