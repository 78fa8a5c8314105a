/* kl-importer.c: a document into the library: read, merged with the plan that is there, shown, and stored
 *
 * Reading and merging happen in a worker, so that a window stays alive over a document of any size. Between the preview
 * and its storing the library may change; then the document is merged anew with what is there by then.
 */

#include "config.h"

#include "kl-importer.h"

#include <string.h>

#include "exchange/kl-heading-choices.h"

#include "kl-import-job.h"
#include "kl-import-merging.h"
#include "kl-import-reading.h"

struct _KlImporter
{
  GObject parent_instance;

  KlLibrary *library;
};

G_DEFINE_FINAL_TYPE (KlImporter, kl_importer, G_TYPE_OBJECT)

static void look_up (GTask *task);

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
  else if (g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE) && ++job->tries < KL_IMPORT_JOB_MAX_TRIES)
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

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlImportJob *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  KlImportPreview *preview = kl_import_merging_finish (result, &error);

  if (preview == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_object (&job->preview);
  job->preview = preview;
  use_preview (task);
}

/* Which plan the document belongs to, and how it is now. */
static void
look_up (GTask *task)
{
  KlImporter *self = g_task_get_source_object (task);

  kl_import_merging_async (self->library, g_task_get_task_data (task), g_task_get_cancellable (task), merged_cb,
                           g_object_ref (task));
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
  kl_progress_stop (job->progress);
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
          KlImportJob         *job,
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
                        KlProgressFunc        progress,
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
                              KlProgressFunc        progress,
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
 * @headings: (nullable): its #KlHeading, from kl_import_headings_list_async(), with other choices, at least those that
 *   have one; %NULL if only questions were answered
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
