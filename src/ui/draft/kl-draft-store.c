/* kl-draft-store.c: puts a draft into the library, without losing what another process said about it */

#include "config.h"

#include "kl-draft-store.h"

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (kl_library_save_draft_finish (KL_LIBRARY (object), result, &error))
    g_task_return_pointer (task, g_object_ref (g_task_get_task_data (task)), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Another process may have shown the topic meanwhile: what was assisted once stays so. */
static void
reread_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlLibrary *library = KL_LIBRARY (object);
  KlDraft *draft = g_task_get_task_data (task);
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  /* Only a save that fails is worth telling; reading is not. */
  g_autoptr(KlDraft) stored = kl_library_load_draft_finish (library, result, NULL);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (stored != NULL && kl_draft_get_assisted (stored))
    g_object_set (draft, "assisted", TRUE, NULL);
  if (kl_draft_get_started (draft) == NULL)
    g_object_set (draft, "started", stamp, NULL);
  g_object_set (draft, "updated", stamp, NULL);
  kl_library_save_draft_async (library, draft, NULL, saved_cb, g_object_ref (task));
}

/**
 * kl_draft_store_async:
 * @library: the library
 * @subject: what is explained
 * @draft: its draft; a copy is saved
 * @cancellable: (nullable): stops it before it is saved
 * @callback: called when it is saved, or not
 * @user_data: data for @callback
 */
void
kl_draft_store_async (KlLibrary           *library,
                      KlSubject           *subject,
                      KlDraft             *draft,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_draft_store_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, kl_record_copy (KL_RECORD (draft)), g_object_unref);
  kl_library_load_draft_async (library, subject, NULL, reread_cb, task);
}

/**
 * kl_draft_store_finish:
 * @library: the library
 * @result: what the callback got
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was saved, with its times and whether it is assisted
 */
KlDraft *
kl_draft_store_finish (KlLibrary     *library,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
