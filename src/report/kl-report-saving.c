/* kl-report-saving.c: a report of a plan into a file, for the window and the command alike
 *
 * It is put on pages and painted in a worker, so that a window stays alive over a plan of any size.
 */

#include "config.h"

#include "kl-report-saving.h"

#include <glib/gi18n.h>

#include "storage/kl-same-file.h"
#include "transfer/kl-step.h"

#include "kl-report-file.h"
#include "kl-report-loading.h"

typedef struct
{
  KlReport *report;
  KlReportPaper paper;
  char *path;
  char *library_path;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->report);
  g_free (job->path);
  g_free (job->library_path);
  g_free (job);
}

/* The library itself is the one file that nobody means. */
static gboolean
may_write (const Job  *job,
           GError    **error)
{
  if (!kl_same_file (job->path, job->library_path))
    return kl_report_file_check_name (job->path, error);

  g_set_error_literal (error, KL_REPORT_ERROR, KL_REPORT_ERROR_FORMAT,
                       _("This file is the library itself: name another one for the report."));
  return FALSE;
}

static void
write_thread (GTask        *step,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(KlReportPages) pages = kl_report_pages_new (job->report, &job->paper, cancellable, NULL, NULL);
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  g_clear_object (&job->report);
  if (g_task_return_error_if_cancelled (step))
    return;

  bytes = kl_report_file_render (pages, cancellable, NULL, NULL, &error);
  if (bytes == NULL || !kl_report_file_save (job->path, bytes, &error))
    g_task_return_error (step, error);
  else
    g_task_return_int (step, kl_report_pages_get_n (pages));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gssize n_pages = g_task_propagate_int (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n_pages);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->report = kl_report_load_finish (result, &error);
  if (job->report == NULL)
    g_task_return_error (task, error);
  else
    kl_step_run (task, write_thread, written_cb);
}

/**
 * kl_report_save_async:
 * @library: a library, open
 * @plan_id: the id of a plan of it
 * @path: the file to write, whose name ends in .pdf; another file of that name is replaced
 * @paper: what it is put on
 * @right_to_left: whether the person reads from the right
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Writes a report of the plan as it is in the library. What was in the file stays whole if anything fails.
 */
void
kl_report_save_async (KlLibrary           *library,
                      const char          *plan_id,
                      const char          *path,
                      const KlReportPaper *paper,
                      gboolean             right_to_left,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  job->path = g_strdup (path);
  job->library_path = g_strdup (kl_library_get_path (library));
  job->paper = *paper;
  g_task_set_source_tag (task, kl_report_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (!may_write (job, &error))
    g_task_return_error (task, error);
  else
    kl_report_load_async (library, plan_id, right_to_left, cancellable, loaded_cb, g_object_ref (task));
}

/**
 * kl_report_save_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: how many pages the file has; 0 where it failed
 */
guint
kl_report_save_finish (GAsyncResult  *result,
                       GError       **error)
{
  gssize n_pages = g_task_propagate_int (G_TASK (result), error);

  return n_pages > 0 ? (guint) n_pages : 0;
}
