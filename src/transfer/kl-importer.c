/* kl-importer.c: a document into the library: read, merged with the plan that is there, shown, and stored
 *
 * Reading and merging happen in a worker, so that a window stays alive over a document of any size. Between the preview
 * and its storing the library may change; then the document is merged anew with what is there by then.
 */

#include "config.h"

#include "kl-importer.h"

#include <string.h>

#include "exchange/kl-heading-choices.h"
#include "exchange/kl-markdown-reader.h"
#include "exchange/kl-merge-cover.h"

#include "kl-import-job.h"
#include "kl-import-reading.h"
#include "kl-import-target.h"

/* Another program that changes the library again and again must not keep an import busy for ever. */
#define MAX_TRIES 5

struct _KlImporter
{
  GObject parent_instance;

  KlLibrary *library;
};

G_DEFINE_FINAL_TYPE (KlImporter, kl_importer, G_TYPE_OBJECT)

static void look_up (GTask *task);
static void read_whole (GTask *task);
static void use_title (GTask *task);

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  /* What was brought in is; without the note the file is taken for changed again, and brought in once more. */
  if (!kl_library_note_file_finish (KL_LIBRARY (source), result, &error))
    g_debug ("%s", error->message);
  g_task_return_pointer (task, g_object_ref (job->preview), g_object_unref);
}

/* KLearn wrote the file, and somebody put back what it was before: it holds what it was imported from, once more. */
static KlFileState *
dup_state_before (KlImportJob *job)
{
  KlDocument *document = kl_import_preview_get_document (job->preview);
  KlFileState *state = document != NULL ? kl_document_get_file_state (document) : NULL;
  KlDocument *imported = kl_import_get_document (job->import);

  if (state == NULL || imported == NULL || kl_import_is_exact (job->import)
      || g_strcmp0 (kl_file_state_get_base (state), kl_document_get_digest (imported)) != 0)
    return NULL;

  return g_object_new (KL_TYPE_FILE_STATE,
                       "owner", kl_record_get_id (KL_RECORD (document)),
                       "path", kl_document_get_path (imported),
                       "base", kl_document_get_digest (imported),
                       "digest", kl_document_get_digest (imported),
                       NULL);
}

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (kl_library_apply_finish (KL_LIBRARY (source), result, &error))
    {
      g_autoptr(KlFileState) state = dup_state_before (job);

      if (state != NULL)
        kl_library_note_file_async (KL_LIBRARY (source), state, NULL, noted_cb, g_object_ref (task));
      else
        g_task_return_pointer (task, g_object_ref (job->preview), g_object_unref);
    }
  else if (g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE) && ++job->tries < MAX_TRIES)
    look_up (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
use_preview (GTask *task)
{
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);

  /* An import that brings nothing is no step of the history. */
  if (!job->apply || !kl_import_preview_has_changes (job->preview))
    g_task_return_pointer (task, g_object_ref (job->preview), g_object_unref);
  else
    kl_library_apply_async (self->library, kl_import_preview_get_change (job->preview),
                            kl_import_preview_get_revision (job->preview), g_task_get_cancellable (task), apply_cb,
                            g_object_ref (task));
}

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

/* What another library gave an id to must not be in another plan of this one. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_library_check_new_finish (KL_LIBRARY (source), result, &error))
    use_preview (task);
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
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  g_clear_object (&job->preview);
  job->preview = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->preview == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (kl_import_is_exact (job->import))
    kl_library_check_new_async (self->library, kl_import_preview_get_change (job->preview),
                                g_task_get_cancellable (task), checked_cb, g_object_ref (task));
  else
    use_preview (task);
}

static void
run_step (GTask               *task,
          GTaskThreadFunc      thread,
          GAsyncReadyCallback  callback)
{
  /* Without the importer as its source: the worker may let go of the step after everybody else. */
  GTask *step = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  /* The step's callback holds the task, and the task the data. */
  g_task_set_source_tag (step, run_step);
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (step, thread);
  g_object_unref (step);
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
    run_step (task, merge_thread, merged_cb);
  else if (g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND) && ++job->tries < MAX_TRIES)
    look_up (task);
  else
    g_task_return_error (task, g_error_copy (error));
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
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  KlImport *base = kl_import_get_base (job->import);
  g_autofree char *sources = kl_merge_cover_dup_sources (base);

  kl_library_read_part_async (self->library, kl_import_get_document (base), sources, g_task_get_cancellable (task),
                              part_read_cb, g_object_ref (task));
}

static void
read_plan (GTask      *task,
           const char *plan_id,
           gboolean    by_path)
{
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  KlImport *base = kl_import_get_base (job->import);

  job->by_path = by_path;
  if (base == NULL)
    kl_library_read_plan_async (self->library, plan_id, g_task_get_cancellable (task), plan_read_cb,
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
  KlImporter *self = g_task_get_source_object (task);
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
  job->revision = kl_library_get_revision (self->library);
  run_step (task, merge_thread, merged_cb);
}

static void
use_title (GTask *task)
{
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(KlPlan) found = kl_import_target_find_plan (kl_library_get_plans (self->library),
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
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(KlPlan) found = NULL;
  g_autoptr(GError) error = NULL;

  if (kl_import_target_find_same (kl_library_get_plans (self->library), job->import, &found, &error))
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
  KlImporter *self = g_task_get_source_object (task);
  KlImportJob *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  if (kl_library_is_open (self->library))
    kl_library_look_again_async (self->library, cancellable, looked_up_cb, g_object_ref (task));
  else
    kl_library_open_async (self->library, cancellable, opened_cb, g_object_ref (task));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  /* Whoever asked may not be there any more once the task has returned. */
  kl_import_progress_stop (job->progress);
  job->import = kl_import_reading_finish (result, &error);
  if (job->import != NULL)
    look_up (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_document (GTask *task)
{
  KlImporter *self = g_task_get_source_object (task);

  kl_import_reading_async (self->library, g_task_get_task_data (task), g_task_get_cancellable (task), read_cb,
                           g_object_ref (task));
}

/* What was changed in the document is not enough to know: the plan of the library is another one than it was. */
static void
read_whole (GTask *task)
{
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
  read_document (task);
}

static void
kl_importer_finalize (GObject *object)
{
  KlImporter *self = KL_IMPORTER (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (kl_importer_parent_class)->finalize (object);
}

static void
kl_importer_class_init (KlImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_importer_finalize;
}

static void
kl_importer_init (KlImporter *self)
{
}

static GTask *
new_task (KlImporter          *self,
          gpointer             source_tag,
          KlImportJob           *job,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, (GDestroyNotify) kl_import_job_free);
  return task;
}

static KlImportPreview *
finish (KlImporter    *self,
        GAsyncResult  *result,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kl_importer_new:
 * @library: a library; where it is not open, it is opened when a document has been read, so that one that cannot be
 *   leaves no empty library behind
 *
 * Returns: (transfer full): an importer into it
 */
KlImporter *
kl_importer_new (KlLibrary *library)
{
  KlImporter *self = g_object_new (KL_TYPE_IMPORTER, NULL);

  self->library = g_object_ref (library);
  return self;
}

/**
 * kl_importer_read_async:
 * @self: an importer
 * @file: a Markdown document
 * @plan_title: (nullable): the title of the plan to merge into or to make; the document's own by default
 * @progress: (nullable): told how far the reading is, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a document and finds out what it would bring. Nothing is stored.
 */
void
kl_importer_read_async (KlImporter           *self,
                        GFile                *file,
                        const char           *plan_title,
                        KlImportProgressFunc  progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  KlImportJob *job = kl_import_job_new (plan_title, progress, progress_data);
  g_autoptr(GTask) task = new_task (self, kl_importer_read_async, job, cancellable, callback, user_data);

  job->file = g_object_ref (file);
  read_document (task);
}

/**
 * kl_importer_read_bytes_async:
 * @self: an importer
 * @bytes: a Markdown document
 * @name: what to call it, such as a file's name
 * @plan_title: (nullable): as for kl_importer_read_async()
 * @progress: (nullable): as for kl_importer_read_async()
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Like kl_importer_read_async(), for a document that is no file.
 */
void
kl_importer_read_bytes_async (KlImporter           *self,
                              GBytes               *bytes,
                              const char           *name,
                              const char           *plan_title,
                              KlImportProgressFunc  progress,
                              gpointer              progress_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  KlImportJob *job = kl_import_job_new (plan_title, progress, progress_data);
  g_autoptr(GTask) task = new_task (self, kl_importer_read_bytes_async, job, cancellable, callback, user_data);

  job->bytes = g_bytes_ref (bytes);
  job->name = g_strdup (name);
  read_document (task);
}

/**
 * kl_importer_reread_async:
 * @self: an importer
 * @preview: what a document would bring, with the questions answered by now
 * @headings: (nullable): its #KlHeading, from kl_import_headings_list_async(), with other choices; %NULL if only
 *   questions were answered
 * @cancellable: (nullable): to stop
 * @callback: called when it is done; it calls kl_importer_read_finish()
 * @user_data: for @callback
 *
 * Finds out what the document would bring if its headings became what the person wants, and with the person's answers.
 */
void
kl_importer_reread_async (KlImporter          *self,
                          KlImportPreview     *preview,
                          GListModel          *headings,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  KlImport *import = kl_import_preview_get_import (preview);
  KlDocument *document = kl_import_get_document (import);
  const char *text = document != NULL ? kl_document_get_text (document) : NULL;
  KlImportJob *job = kl_import_job_new (kl_import_get_asked (import), NULL, NULL);
  g_autoptr(GTask) task = new_task (self, kl_importer_reread_async, job, cancellable, callback, user_data);

  job->answered = g_object_ref (kl_import_preview_get_questions (preview));
  if (headings == NULL || text == NULL)
    {
      job->import = g_object_ref (import);
      look_up (task);
      return;
    }

  /* Sixty megabytes are not copied while the window waits. */
  job->bytes = g_bytes_new_with_free_func (text, strlen (text), g_object_unref, g_object_ref (document));
  job->name = g_strdup (kl_document_get_path (document));
  job->choices = kl_heading_choices_format (headings);
  read_document (task);
}

/**
 * kl_importer_read_finish:
 * @self: an importer
 * @result: what the callback was given
 * @error: return location for an error: %KL_EXCHANGE_ERROR, %G_IO_ERROR or %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): what the document would bring
 */
KlImportPreview *
kl_importer_read_finish (KlImporter    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish (self, result, error);
}

/**
 * kl_importer_apply_async:
 * @self: an importer
 * @preview: what a document would bring
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Stores what the preview shows, in one transaction. If the library has changed meanwhile, or a question was answered
 * otherwise, the document is merged anew.
 */
void
kl_importer_apply_async (KlImporter          *self,
                         KlImportPreview     *preview,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  KlImportJob *job = kl_import_job_new (NULL, NULL, NULL);
  g_autoptr(GTask) task = new_task (self, kl_importer_apply_async, job, cancellable, callback, user_data);

  job->import = g_object_ref (kl_import_preview_get_import (preview));
  job->preview = g_object_ref (preview);
  job->answered = g_object_ref (kl_import_preview_get_questions (preview));
  job->apply = TRUE;
  if (kl_import_preview_is_settled (preview))
    use_preview (task);
  else
    look_up (task);
}

/**
 * kl_importer_apply_finish:
 * @self: an importer
 * @result: what the callback was given
 * @error: return location for an error, mostly %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): what was stored, which is the preview unless the library changed meanwhile
 */
KlImportPreview *
kl_importer_apply_finish (KlImporter    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return finish (self, result, error);
}
