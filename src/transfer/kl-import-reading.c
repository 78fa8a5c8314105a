/* kl-import-reading.c: the first half of an import, from a file to what it holds
 *
 * Where the library knows what the file held before, only what was changed since has to be read.
 */

#include "config.h"

#include "kl-import-reading.h"

#include "exchange/kl-markdown-reader.h"
#include "exchange/kl-plan-file.h"

#include "kl-step.h"

static void
read_thread (GTask        *step,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  KlImportJob *job = task_data;
  g_autoptr(GError) error = NULL;
  KlImport *import;

  if (job->known != NULL)
    import = kl_markdown_reader_read_again (job->bytes, job->known, kl_progress_report, job->progress,
                                            cancellable, &error);
  else
    import = kl_plan_file_read_bytes (job->bytes, job->name, job->choices, kl_progress_report, job->progress,
                                      cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (step, import, g_object_unref);
  else
    g_task_return_error (step, g_steal_pointer (&error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  KlImport *import = g_task_propagate_pointer (G_TASK (result), &error);

  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  KlImportJob *job = g_task_get_task_data (task);

  /* Where it is not known for whatever reason, the whole of the file is read. */
  job->known = kl_library_find_document_finish (KL_LIBRARY (source), result, NULL);
  kl_step_run (task, read_thread, read_cb);
  g_object_unref (task);
}

static void
find (GTask     *task,
      KlLibrary *library)
{
  KlImportJob *job = g_task_get_task_data (task);

  kl_library_find_document_async (library, job->name, g_task_get_cancellable (task), found_cb, g_object_ref (task));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlLibrary *library = KL_LIBRARY (source);
  g_autoptr(GError) error = NULL;

  if (kl_library_open_finish (library, result, &error))
    find (task, library);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A document that cannot be read leaves no empty library behind, so that only one that is there is asked. */
static gboolean
may_be_known (KlImportJob *job,
              KlLibrary   *library)
{
  return !job->whole && job->choices == NULL && job->plan_title == NULL && job->name != NULL
         && g_path_is_absolute (job->name) && !kl_plan_file_is_json (job->bytes, job->name)
         && (kl_library_is_open (library) || g_file_test (kl_library_get_path (library), G_FILE_TEST_EXISTS));
}

static void
use_bytes (GTask *task)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);

  if (!may_be_known (job, library))
    kl_step_run (task, read_thread, read_cb);
  else if (kl_library_is_open (library))
    find (task, library);
  else
    kl_library_open_async (library, g_task_get_cancellable (task), opened_cb, g_object_ref (task));
}

static void
load_thread (GTask        *step,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  KlImportJob *job = task_data;
  g_autoptr(GError) error = NULL;

  job->bytes = kl_plan_file_load (job->file, &job->name, cancellable, &error);
  if (job->bytes != NULL)
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, g_steal_pointer (&error));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    use_bytes (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kl_import_reading_async:
 * @library: where the plan may be already
 * @job: (transfer none): an import with a file, or with bytes and their name, which is there until @callback was called
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
kl_import_reading_async (KlLibrary           *library,
                         KlImportJob         *job,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_import_reading_async);
  g_task_set_task_data (task, job, NULL);
  if (job->bytes == NULL)
    kl_step_run (task, load_thread, loaded_cb);
  else
    use_bytes (task);
}

/**
 * kl_import_reading_finish:
 * @result: what the callback was given
 * @error: %KL_EXCHANGE_ERROR, %KL_STORAGE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what was read
 */
KlImport *
kl_import_reading_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
