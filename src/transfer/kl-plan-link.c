/* kl-plan-link.c: which file a plan is written back to, and when
 *
 * The link is part of the plan, and its change a step of the history. What the file may hold when it is written first
 * is noted beside it.
 */

#include "config.h"

#include "kl-plan-link.h"

#include <glib/gi18n.h>

#include "exchange/kl-document-file.h"
#include "exchange/kl-document-replace.h"
#include "storage/kl-same-file.h"

typedef struct
{
  KlLibrary *library;
  char *plan_id;
  char *path;
  KlFollow follow;
  gboolean replace;

  GListModel *links;
  KlPlan *plan;
  KlDocument *document;
  KlFileState *state; /* what is to be noted of the file, if anything is */
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->library);
  g_free (job->plan_id);
  g_free (job->path);
  g_clear_object (&job->links);
  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  g_clear_object (&job->state);
  g_free (job);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (kl_library_apply_finish (KL_LIBRARY (source), result, &error))
    g_task_return_pointer (task, g_strdup (job->path), g_free);
  else
    g_task_return_error (task, error);
}

static void
apply (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (job->plan));
  gboolean is_new = kl_document_get_text (job->document) == NULL && kl_document_get_path (job->document) == NULL;

  if (is_new)
    {
      g_object_set (job->document, "path", job->path, "follow", job->follow, NULL);
      kl_change_insert (change, KL_RECORD (job->document));
    }
  else
    {
      if (g_strcmp0 (kl_document_get_path (job->document), job->path) != 0)
        kl_change_set_string (change, KL_RECORD (job->document), "path", job->path);
      if (kl_document_get_follow (job->document) != job->follow)
        kl_change_set_integer (change, KL_RECORD (job->document), "follow", job->follow);
    }
  if (kl_change_get_n_operations (change) == 0)
    g_task_return_pointer (task, g_strdup (job->path), g_free);
  else
    kl_library_apply_async (job->library, change, -1, NULL, applied_cb, g_object_ref (task));
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (kl_library_note_file_finish (KL_LIBRARY (source), result, &error))
    apply (task);
  else
    g_task_return_error (task, error);
}

static gboolean
set_link_error (GError     **error,
                const char  *format,
                const char  *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *sentence = NULL;

  /* The format is one of the literals below, or its translation, which msgfmt checks. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, shown);
#pragma GCC diagnostic pop
  g_set_error_literal (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE, sentence);
  return FALSE;
}

/* Two plans in one file would write over each other again and again. */
static gboolean
check_others (Job     *job,
              GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (job->links); i++)
    {
      g_autoptr(KlDocument) link = g_list_model_get_item (job->links, i);

      if (kl_document_get_follow (link) != KL_FOLLOW_NOT
          && g_strcmp0 (kl_record_get_owner (KL_RECORD (link)), job->plan_id) != 0
          && kl_same_file (kl_document_get_path (link), job->path))
        return set_link_error (error, _("Another plan is linked to “%s”. Choose another file."), job->path);
    }
  return TRUE;
}

static gboolean
check_path (Job     *job,
            GError **error)
{
  if (!g_utf8_validate (job->path, -1, NULL))
    return set_link_error (error, _("The name “%s” is not UTF-8. Choose another file."), job->path);
  if (!g_path_is_absolute (job->path))
    return set_link_error (error, _("“%s” is not on this computer. Choose another file."), job->path);
  if (!kl_document_file_check_name (job->path, error))
    return FALSE;
  if (kl_same_file (job->path, kl_library_get_path (job->library)))
    return set_link_error (error, _("“%s” is the library itself. Choose another file."), job->path);
  return check_others (job, error);
}

/* What the file holds was written from the plan, or imported into it; wherever it lies by now. */
static gboolean
is_known (Job        *job,
          const char *found)
{
  KlFileState *state = kl_document_get_file_state (job->document);

  if (state == NULL)
    return g_strcmp0 (kl_document_get_digest (job->document), found) == 0;
  return g_strcmp0 (kl_file_state_get_digest (state), found) == 0
         || g_strcmp0 (kl_file_state_get_intended (state), found) == 0;
}

static void
take_state (Job        *job,
            const char *found)
{
  KlFileState *before = kl_document_get_file_state (job->document);
  gboolean is_known_file = is_known (job, found);

  if (is_known_file && g_strcmp0 (kl_document_get_path (job->document), job->path) == 0)
    return;

  job->state = g_object_new (KL_TYPE_FILE_STATE,
                             "owner", kl_record_get_id (KL_RECORD (job->document)),
                             "path", job->path,
                             "base", kl_document_get_digest (job->document),
                             "digest", *found != '\0' ? found : NULL,
                             NULL);
  if (is_known_file && before != NULL && g_strcmp0 (kl_file_state_get_digest (before), found) == 0)
    g_object_set (job->state,
                  "text", kl_file_state_get_text (before),
                  "title", kl_file_state_get_title (before),
                  "keys", kl_file_state_get_keys (before),
                  NULL);
}

static void
check_thread (GTask        *step,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *found = NULL;
  g_autofree char *folder = g_path_get_dirname (job->path);
  GError *error = NULL;

  if (!check_path (job, &error) || !kl_document_replace_look (job->path, &found, &error))
    {
      g_task_return_error (step, error);
      return;
    }
  if (*found == '\0' && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      set_link_error (&error, _("There is no folder “%s”. Choose another file."), folder);
      g_task_return_error (step, error);
      return;
    }
  if (*found != '\0' && !job->replace && !is_known (job, found))
    {
      g_autofree char *shown = g_filename_display_name (job->path);

      g_task_return_new_error (step, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED,
                               _("“%s” is there already and holds something else. Import it first, say that it may be "
                                 "replaced, or choose another name."),
                               shown);
      return;
    }
  take_state (job, found);
  g_task_return_boolean (step, TRUE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (job->state != NULL)
    kl_library_note_file_async (job->library, job->state, NULL, noted_cb, g_object_ref (task));
  else
    apply (task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GTask) step = NULL;
  GError *error = NULL;

  job->plan = kl_library_read_plan_finish (KL_LIBRARY (source), result, &job->document, NULL, &error);
  if (job->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->document == NULL)
    job->document
      = g_object_new (KL_TYPE_DOCUMENT, "owner", job->plan_id, "title", kl_plan_get_title (job->plan), NULL);
  if (job->path == NULL)
    job->path = g_strdup (kl_document_get_path (job->document));
  if (job->path == NULL)
    {
      g_task_return_new_error (task, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_LINKED,
                               _("“%s” did not come from a file: name one."), kl_plan_get_title (job->plan));
      return;
    }
  if (job->follow == KL_FOLLOW_NOT)
    {
      apply (task);
      return;
    }

  step = g_task_new (NULL, g_task_get_cancellable (task), checked_cb, g_object_ref (task));
  g_task_set_source_tag (step, read_cb);
  g_task_set_task_data (step, job, NULL);
  g_task_run_in_thread (step, check_thread);
}

static void
links_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->links = kl_library_load_links_finish (KL_LIBRARY (source), result, &error);
  if (job->links == NULL)
    g_task_return_error (task, error);
  else
    kl_library_read_outline_async (job->library, job->plan_id, g_task_get_cancellable (task), read_cb,
                                   g_object_ref (task));
}

/**
 * kl_plan_link_async:
 * @library: a library, open
 * @plan_id: the id of a plan of it
 * @path: (nullable): the file, as an absolute path; %NULL for the one that it has, or came from
 * @follow: when it is written, %KL_FOLLOW_NOT for not any more
 * @replace: whether a file of that name may be lost that holds something else
 * @cancellable: (nullable): stops it before anything is stored
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Links the plan to a file. Nothing is written yet.
 */
void
kl_plan_link_async (KlLibrary           *library,
                    const char          *plan_id,
                    const char          *path,
                    KlFollow             follow,
                    gboolean             replace,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->library = g_object_ref (library);
  job->plan_id = g_strdup (plan_id);
  job->path = g_strdup (path);
  job->follow = follow;
  job->replace = replace;
  g_task_set_source_tag (task, kl_plan_link_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  kl_library_load_links_async (library, cancellable, links_cb, g_object_ref (task));
}

/**
 * kl_plan_link_finish:
 * @result: what the callback was given
 * @error: %KL_EXCHANGE_ERROR_CHANGED where there is another file of that name, %KL_EXCHANGE_ERROR_NOT_LINKED where no
 *   file is known, or why it cannot be linked
 *
 * Returns: (transfer full) (nullable): the file's path
 */
char *
kl_plan_link_finish (GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
