/* kl-import-merging.c: the second half of an import, from what a file holds to what it would bring into its plan
 *
 * Where only what was changed in the file was read, and that is not enough to know, the file is read as a whole.
 */

#include "config.h"

#include "kl-import-merging.h"

#include <string.h>

#include "exchange/kl-markdown-reader.h"
#include "exchange/kl-merge-cover.h"

#include "kl-import-reading.h"
#include "kl-step.h"
#include "kl-import-target.h"

static void look_up (GTask *task);
static void use_title (GTask *task);

/* What headings became the last time they become again, unless the person has chosen anew. */
static gboolean
obey_kept_choices (KlImportJob   *job,
                   GCancellable  *cancellable,
                   GError       **error)
{
  KlDocument *read = kl_import_get_document (job->import);
  const char *kept = job->document != NULL ? kl_document_get_headings (job->document) : NULL;
  const char *text = read != NULL ? kl_document_get_text (read) : NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(KlImport) again = NULL;

  if (kl_import_is_exact (job->import) || kept == NULL || text == NULL || kl_document_get_headings (read) != NULL)
    return TRUE;
  bytes = g_bytes_new (text, strlen (text));
  again = kl_markdown_reader_read_full (bytes, kl_document_get_path (read), kept, NULL, NULL, NULL, cancellable, error);
  if (again == NULL)
    return FALSE;
  if (kl_import_get_asked (job->import) != NULL)
    kl_import_ask (again, kl_import_get_asked (job->import));
  g_set_object (&job->import, again);
  return TRUE;
}

static void
return_preview (GTask *task)
{
  KlImportJob *job = g_task_get_task_data (task);

  g_task_return_pointer (task, g_object_ref (job->preview), g_object_unref);
}

/* What another library gave an id to must not be in another plan of this one. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_library_check_new_finish (KL_LIBRARY (source), result, &error))
    return_preview (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
merge_thread (GTask        *step,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  KlImportJob *job = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlMerge) merge = NULL;

  if (obey_kept_choices (job, cancellable, &error))
    merge = kl_merge_new (job->import, job->plan, job->document, job->answered, cancellable, &error);
  if (merge != NULL && kl_import_get_base (job->import) != NULL)
    kl_merge_add_unchanged (merge, job->n_records - kl_merge_counts_below (KL_RECORD (job->plan)));

  if (merge != NULL)
    g_task_return_pointer (step, kl_import_preview_new (job->import, merge, job->plan == NULL, job->revision),
                           g_object_unref);
  else
    g_task_return_error (step, g_steal_pointer (&error));
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  g_clear_object (&job->preview);
  job->preview = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->preview == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (kl_import_is_exact (job->import))
    kl_library_check_new_async (library, kl_import_preview_get_change (job->preview),
                                g_task_get_cancellable (task), checked_cb, g_object_ref (task));
  else
    return_preview (task);
}

/* Whether the file holds what it held when it was imported last, whatever its plan is called in KLearn by now. */
static gboolean
is_unchanged (KlImport *import)
{
  KlImport *base = kl_import_get_base (import);

  return base != NULL
         && g_strcmp0 (kl_document_get_digest (kl_import_get_document (base)),
                       kl_document_get_digest (kl_import_get_document (import))) == 0;
}

static void
use_read_plan (GTask  *task,
               GError *error)
{
  KlImportJob *job = g_task_get_task_data (task);

  if (job->plan != NULL && job->by_path && !is_unchanged (job->import)
      && !kl_import_target_is_same (job->plan, kl_import_get_plan (job->import)))
    use_title (task);
  else if (job->plan != NULL)
    kl_step_run (task, merge_thread, merged_cb);
  else if (g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND)
           && ++job->tries < KL_IMPORT_JOB_MAX_TRIES)
    look_up (task);
  else
    g_task_return_error (task, g_error_copy (error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  job->import = kl_import_reading_finish (result, &error);
  if (job->import != NULL)
    look_up (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* What was changed in the document is not enough to know: the plan of the library is another one than it was. */
static void
read_whole (GTask *task)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  KlDocument *document = kl_import_get_document (job->import);
  const char *text = kl_document_get_text (document);

  g_clear_pointer (&job->bytes, g_bytes_unref);
  job->bytes = g_bytes_new (text, strlen (text));
  g_free (job->name);
  job->name = g_strdup (kl_document_get_path (document));
  job->whole = TRUE;
  g_clear_object (&job->known);
  g_clear_object (&job->import);
  kl_import_reading_async (library, job, g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

static void
plan_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  job->plan = kl_library_read_plan_finish (KL_LIBRARY (source), result, &job->document, &job->revision, &error);
  use_read_plan (task, error);
}

static void
part_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  KlImport *base = kl_import_get_base (job->import);
  g_autoptr(GError) error = NULL;

  job->plan = kl_library_read_part_finish (KL_LIBRARY (source), result, &job->revision, &job->n_records, &error);
  job->document = g_object_ref (kl_import_get_document (base));
  if (g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE)
      || (job->plan != NULL && !kl_merge_cover_is_whole (job->import, base, job->plan)))
    read_whole (task);
  else
    use_read_plan (task, error);
}

/* Of a document of which only the changes were read, the part of the plan that these are about. */
static void
read_part (GTask *task)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  KlImport *base = kl_import_get_base (job->import);
  g_autofree char *sources = kl_merge_cover_dup_sources (base);

  kl_library_read_part_async (library, kl_import_get_document (base), sources, g_task_get_cancellable (task),
                              part_read_cb, g_object_ref (task));
}

static void
read_plan (GTask      *task,
           const char *plan_id,
           gboolean    by_path)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  KlImport *base = kl_import_get_base (job->import);

  job->by_path = by_path;
  if (base == NULL)
    kl_library_read_plan_async (library, plan_id, g_task_get_cancellable (task), plan_read_cb,
                                g_object_ref (task));
  else if (g_str_equal (kl_record_get_owner (KL_RECORD (kl_import_get_document (base))), plan_id))
    read_part (task);
  else
    read_whole (task);
}

/* Into a plan of the library, or a new one. */
static void
use_plan (GTask  *task,
          KlPlan *plan)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);

  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  if (plan != NULL)
    {
      read_plan (task, kl_record_get_id (KL_RECORD (plan)), FALSE);
      return;
    }
  if (kl_import_get_base (job->import) != NULL)
    {
      read_whole (task);
      return;
    }

  /* A plan that is made is made for a library without it: another program may be bringing in the same document. */
  job->revision = kl_library_get_revision (library);
  kl_step_run (task, merge_thread, merged_cb);
}

static void
use_title (GTask *task)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(KlPlan) found = kl_import_target_find_plan (kl_library_get_plans (library),
                                                        kl_plan_get_title (kl_import_get_plan (job->import)));

  /* However the title was typed, it is the plan's. */
  if (found != NULL && kl_import_get_asked (job->import) != NULL)
    kl_import_ask (job->import, kl_plan_get_title (found));
  use_plan (task, found);
}

/* A plan that comes from a library, this or another one. */
static void
use_id (GTask *task)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(KlPlan) found = NULL;
  g_autoptr(GError) error = NULL;

  if (kl_import_target_find_same (kl_library_get_plans (library), job->import, &found, &error))
    use_plan (task, found);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *plan_id = kl_library_find_plan_finish (KL_LIBRARY (source), result, &error);

  if (plan_id == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (*plan_id != '\0')
    read_plan (task, plan_id, TRUE);
  else
    use_title (task);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlLibrary *library = KL_LIBRARY (source);
  KlImportJob *job = g_task_get_task_data (task);
  KlDocument *document = kl_import_get_document (job->import);
  const char *path = document != NULL ? kl_document_get_path (document) : NULL;
  g_autoptr(GError) error = NULL;

  if (job->plan_title != NULL)
    kl_import_ask (job->import, job->plan_title);
  if (!kl_library_look_again_finish (library, result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (kl_import_is_exact (job->import))
    use_id (task);
  else if (kl_import_get_asked (job->import) == NULL && path != NULL && g_path_is_absolute (path))
    kl_library_find_plan_async (library, path, kl_plan_get_title (kl_import_get_plan (job->import)),
                                g_task_get_cancellable (task), found_cb, g_object_ref (task));
  else
    use_title (task);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_library_open_finish (KL_LIBRARY (source), result, &error))
    look_up (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Which plan the document belongs to, and how it is now. */
static void
look_up (GTask *task)
{
  KlLibrary *library = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  if (kl_library_is_open (library))
    kl_library_look_again_async (library, cancellable, looked_up_cb, g_object_ref (task));
  else
    kl_library_open_async (library, cancellable, opened_cb, g_object_ref (task));
}

/**
 * kl_import_merging_async:
 * @library: where the plan may be already
 * @job: (transfer none): an import with what was read, which is there until @callback was called
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds the plan, and out what the import would do to it.
 */
void
kl_import_merging_async (KlLibrary           *library,
                         KlImportJob         *job,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_import_merging_async);
  g_task_set_task_data (task, job, NULL);
  look_up (task);
}

/**
 * kl_import_merging_finish:
 * @result: what the callback was given
 * @error: %KL_STORAGE_ERROR, %KL_EXCHANGE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what the import would do
 */
KlImportPreview *
kl_import_merging_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
