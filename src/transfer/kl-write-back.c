/* kl-write-back.c: a plan back into the file that it is linked to
 *
 * The file is written only over what is known to be in it: what the plan was imported from, or what KLearn wrote since.
 * What will be written is noted in the library before, so that a crash between the two is not taken for a change that
 * somebody else made. None of this is a step of the history: undo changes the plan, and the file is written again.
 *
 * One KLearn at a time writes into a folder, from reading the plan to the last note.
 */

#include "config.h"

#include "kl-write-back.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "exchange/kl-document-file.h"
#include "exchange/kl-document-replace.h"
#include "exchange/kl-markdown-reader.h"
#include "exchange/kl-markdown-writer.h"
#include "exchange/kl-written-keys.h"
#include "storage/kl-same-file.h"

/* The plan may be linked to another file meanwhile. */
#define MAX_TRIES 3

typedef struct
{
  KlLibrary *library;
  char *plan_id;
  KlWriteBackFlags flags;
  guint tries;

  char *path;
  int lock;
  KlPlan *plan;
  KlDocument *document;

  GBytes *bytes;
  char *digest; /* of what the file should hold */
  char *found;  /* of what it holds */
  char *keys;
  gboolean wrote;
} Job;

static void
job_unlock (Job *job)
{
  if (job->lock >= 0)
    close (job->lock);
  job->lock = -1;
}

static void
job_free (Job *job)
{
  job_unlock (job);
  g_clear_object (&job->library);
  g_free (job->plan_id);
  g_free (job->path);
  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->digest);
  g_free (job->found);
  g_free (job->keys);
  g_free (job);
}

static void look_up (GTask *task);

static void
done (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  /* Whoever hears of it may write at once. */
  job_unlock (job);
  g_task_return_boolean (task, TRUE);
}

static void
fail (GTask  *task,
      GError *error)
{
  job_unlock (g_task_get_task_data (task));
  g_task_return_error (task, error);
}

static void
run_step (GTask               *task,
          GTaskThreadFunc      thread,
          GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) step = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  /* The step's callback holds the task, and the task the job. What is being written is not left half done. */
  g_task_set_check_cancellable (step, FALSE);
  g_task_set_source_tag (step, run_step);
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (step, thread);
}

/* What is known of the file, whatever it holds: %NULL, where it was only imported. */
static KlFileState *
get_state (Job *job)
{
  return kl_document_get_file_state (job->document);
}

/* Whether the library knows that the file holds @digest, with nothing left to note. */
static gboolean
is_noted (Job        *job,
          const char *digest)
{
  KlFileState *state = get_state (job);

  if (state == NULL)
    return g_strcmp0 (kl_document_get_digest (job->document), digest) == 0;
  return g_strcmp0 (kl_file_state_get_digest (state), digest) == 0 && kl_file_state_get_intended (state) == NULL;
}

static gboolean
is_known (Job        *job,
          const char *digest)
{
  KlFileState *state = get_state (job);
  const char *known[] = { NULL, NULL, NULL };

  if (state != NULL)
    {
      known[0] = kl_file_state_get_digest (state) != NULL ? kl_file_state_get_digest (state) : "";
      known[1] = kl_file_state_get_intended (state);
    }
  else
    {
      known[0] = kl_document_get_digest (job->document);
    }
  return kl_document_replace_knows (known, digest);
}

static KlFileState *
new_state (Job        *job,
           const char *digest,
           const char *intended)
{
  return g_object_new (KL_TYPE_FILE_STATE,
                       "owner", kl_record_get_id (KL_RECORD (job->document)),
                       "path", job->path,
                       "base", kl_document_get_digest (job->document),
                       "digest", *digest != '\0' ? digest : NULL,
                       "intended", intended,
                       NULL);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (kl_library_note_file_finish (KL_LIBRARY (source), result, &error))
    done (task);
  else
    fail (task, error);
}

/* The file holds what the plan is now. */
static void
note_written (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr(KlFileState) state = new_state (job, job->digest, NULL);
  gsize length;
  const char *data = g_bytes_get_data (job->bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  g_object_set (state, "text", text, "title", kl_plan_get_title (job->plan), "keys", job->keys, NULL);
  kl_library_note_file_async (job->library, state, NULL, noted_cb, g_object_ref (task));
}

static void
replace_thread (GTask        *step,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  const char *known[] = { job->found, NULL };
  GError *error = NULL;

  if (kl_document_replace_write (job->path, job->bytes, known, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->wrote = g_task_propagate_boolean (G_TASK (result), &error);
  if (job->wrote)
    note_written (task);
  else
    fail (task, error);
}

static void
intended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (kl_library_note_file_finish (KL_LIBRARY (source), result, &error))
    run_step (task, replace_thread, replaced_cb);
  else
    fail (task, error);
}

/* Should this be the last that is heard of it, the next writing knows its own words again. */
static void
note_intended (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  KlFileState *before = get_state (job);
  g_autoptr(KlFileState) state = new_state (job, job->found, job->digest);

  if (before != NULL && g_strcmp0 (kl_file_state_get_digest (before), job->found) == 0)
    g_object_set (state,
                  "text", kl_file_state_get_text (before),
                  "title", kl_file_state_get_title (before),
                  "keys", kl_file_state_get_keys (before),
                  NULL);
  kl_library_note_file_async (job->library, state, NULL, intended_cb, g_object_ref (task));
}

static gboolean
read_keys (Job           *job,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(KlImport) import = kl_markdown_reader_read_full (job->bytes, job->path,
                                                             kl_document_get_headings (job->document), NULL, NULL, NULL,
                                                             cancellable, error);

  if (import == NULL)
    return FALSE;
  job->keys = kl_written_keys_format (kl_import_get_plan (import), job->plan);
  return TRUE;
}

static gboolean
prepare (Job           *job,
         GCancellable  *cancellable,
         GError       **error)
{
  /* Whoever linked it was told so; this library may have been made by somebody else. */
  if (!kl_document_file_check_name (job->path, error))
    return FALSE;
  if ((job->flags & KL_WRITE_BACK_LOOK) != 0)
    return kl_document_replace_look (job->path, &job->found, error)
           && (is_known (job, job->found) || kl_document_replace_refuse (job->path, job->found, error));

  job->bytes = kl_markdown_writer_write (job->plan, job->document, error);
  if (job->bytes == NULL)
    return FALSE;
  job->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, job->bytes);
  if ((job->flags & KL_WRITE_BACK_IF_CHANGED) != 0 && is_noted (job, job->digest))
    {
      job->found = g_strdup (job->digest);
      return TRUE;
    }

  if (!kl_document_replace_look (job->path, &job->found, error))
    return FALSE;
  if (!is_known (job, job->found) && g_strcmp0 (job->found, job->digest) != 0)
    return kl_document_replace_refuse (job->path, job->found, error);
  if (kl_same_file (job->path, kl_library_get_path (job->library)))
    {
      g_set_error_literal (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE,
                           _("This file is the library itself: name another one for the document."));
      return FALSE;
    }
  return is_noted (job, job->digest) || read_keys (job, cancellable, error);
}

static void
prepare_thread (GTask        *step,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare (data, cancellable, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean is_there;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (task, error);
      return;
    }

  is_there = g_strcmp0 (job->found, job->digest) == 0;
  if ((job->flags & KL_WRITE_BACK_LOOK) != 0 || (is_there && is_noted (job, job->digest)))
    done (task);
  else if (is_there)
    note_written (task);
  else
    note_intended (task);
}

/* Whether the plan, as it was read, belongs to the file that was looked up before. */
static gboolean
is_still_linked (Job *job)
{
  return job->document != NULL && kl_document_get_follow (job->document) != KL_FOLLOW_NOT
         && g_strcmp0 (kl_document_get_path (job->document), job->path) == 0;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->plan = kl_library_read_plan_finish (KL_LIBRARY (source), result, &job->document, NULL, &error);
  if (job->plan == NULL)
    fail (task, error);
  else if (is_still_linked (job))
    run_step (task, prepare_thread, prepared_cb);
  else if (++job->tries < MAX_TRIES)
    look_up (task);
  else
    fail (task, g_error_new_literal (KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_LINKED,
                                     _("The plan is not linked to a file any more.")));
}

static void
lock_thread (GTask        *step,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->lock = kl_document_replace_lock (job->path, cancellable, &error);
  if (job->lock >= 0)
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
locked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    kl_library_read_plan_async (job->library, job->plan_id, g_task_get_cancellable (task), read_cb,
                                g_object_ref (task));
  else
    fail (task, error);
}

static KlDocument *
find_link (GListModel *links,
           const char *plan_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlDocument) document = g_list_model_get_item (links, i);

      if (g_strcmp0 (kl_record_get_owner (KL_RECORD (document)), plan_id) == 0
          && kl_document_get_follow (document) != KL_FOLLOW_NOT && kl_document_get_path (document) != NULL)
        return g_steal_pointer (&document);
    }
  return NULL;
}

static void
links_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GListModel) links = kl_library_load_links_finish (KL_LIBRARY (source), result, &error);
  g_autoptr(KlDocument) link = links != NULL ? find_link (links, job->plan_id) : NULL;

  if (links == NULL)
    {
      fail (task, error);
      return;
    }
  if (link == NULL)
    {
      fail (task, g_error_new_literal (KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_LINKED,
                                       _("The plan is not linked to a file: link it to one first.")));
      return;
    }

  job->path = g_strdup (kl_document_get_path (link));
  if ((job->flags & KL_WRITE_BACK_LOOK) != 0)
    kl_library_read_outline_async (job->library, job->plan_id, g_task_get_cancellable (task), read_cb,
                                   g_object_ref (task));
  else
    run_step (task, lock_thread, locked_cb);
}

/* Which file it is. */
static void
look_up (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  job_unlock (job);
  g_clear_pointer (&job->path, g_free);
  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  kl_library_load_links_async (job->library, g_task_get_cancellable (task), links_cb, g_object_ref (task));
}

/**
 * kl_write_back_async:
 * @library: a library, open
 * @plan_id: the id of a plan of it, which is linked to a file
 * @flags: whether it is to be written
 * @cancellable: (nullable): stops it before anything is written
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the plan as it is in the library into its file.
 */
void
kl_write_back_async (KlLibrary           *library,
                     const char          *plan_id,
                     KlWriteBackFlags     flags,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->library = g_object_ref (library);
  job->plan_id = g_strdup (plan_id);
  job->flags = flags;
  job->lock = -1;
  g_task_set_source_tag (task, kl_write_back_async);
  /* What is in the file is in it, whoever cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  look_up (task);
}

/**
 * kl_write_back_finish:
 * @result: what the callback was given
 * @wrote: (out) (optional): whether the file was written, because the plan had changed
 * @error: %KL_EXCHANGE_ERROR_CHANGED or %KL_EXCHANGE_ERROR_GONE where somebody else was at the file,
 *   %KL_EXCHANGE_ERROR_NOT_LINKED, or why it could not be written
 *
 * Returns: whether the file holds the plan, or could; if not, it was left as it is
 */
gboolean
kl_write_back_finish (GAsyncResult  *result,
                      gboolean      *wrote,
                      GError       **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (wrote != NULL)
    *wrote = job->wrote;
  return g_task_propagate_boolean (G_TASK (result), error);
}
