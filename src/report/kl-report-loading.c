/* kl-report-loading.c: a report of a plan as it is in the library, for the window and the command alike
 *
 * The plan, when its topics are due, and how it went so far are read one after the other. Where the plan changed
 * meanwhile, all is read again: the report is of one moment. It is written in a worker, which also lets go of what it
 * was written from.
 */

#include "config.h"

#include "kl-report-loading.h"

#include <glib/gi18n.h>

#include "transfer/kl-step.h"

#include "kl-report-writing.h"

/* Whoever changes a plan so often is told of some moment. */
#define MAX_READINGS 5

typedef struct
{
  char *plan_id;
  gboolean right_to_left;
  guint n_readings;

  KlPlan *plan;
  gint64 revision;
  KlAgenda *agenda;
  KlInsightRows *rows;
  KlPlan *outline; /* only to be let go of */

  KlReportFacts *facts;
} Job;

static void
job_clear_reading (Job *job)
{
  g_clear_object (&job->agenda);
  g_clear_object (&job->plan);
  g_clear_object (&job->outline);
  g_clear_pointer (&job->rows, kl_insight_rows_free);
}

static void
job_free (Job *job)
{
  job_clear_reading (job);
  g_clear_pointer (&job->facts, kl_report_facts_free);
  g_free (job->plan_id);
  g_free (job);
}

static void
write_thread (GTask        *step,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(KlReport) report = kl_report_writing_run (job->facts, job->right_to_left, cancellable);

  /* A window would stand still while a hundred thousand records are let go of. */
  g_clear_pointer (&job->facts, kl_report_facts_free);
  g_clear_object (&job->outline);
  if (!g_task_return_error_if_cancelled (step))
    g_task_return_pointer (step, g_steal_pointer (&report), g_object_unref);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  KlReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  if (report != NULL)
    g_task_return_pointer (task, report, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void read_plan (GTask *task);

static void
take_facts (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (g_task_get_source_object (task)));

  job->facts = kl_report_facts_new (g_steal_pointer (&job->plan), g_steal_pointer (&job->rows), job->agenda, now);
  g_clear_object (&job->agenda);
  kl_step_run (task, write_thread, written_cb);
}

/* Nothing but whether the plan is still the one that was read. */
static void
outline_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 revision = 0;

  job->outline = kl_library_read_plan_finish (KL_LIBRARY (object), result, NULL, &revision, &error);
  if (job->outline == NULL)
    g_task_return_error (task, error);
  else if (revision != job->revision && ++job->n_readings < MAX_READINGS)
    read_plan (task);
  else
    take_facts (task);
}

static void
rows_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->rows = kl_library_read_insights_finish (KL_LIBRARY (object), result, &error);
  if (job->rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  kl_library_read_outline_async (KL_LIBRARY (object), job->plan_id, g_task_get_cancellable (task), outline_cb,
                                 g_object_ref (task));
}

static void
agenda_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!kl_agenda_load_finish (KL_AGENDA (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  kl_library_read_insights_async (g_task_get_source_object (task), job->plan_id, g_task_get_cancellable (task), rows_cb,
                                  g_object_ref (task));
}

static void
plan_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->plan = kl_library_read_plan_finish (KL_LIBRARY (object), result, NULL, &job->revision, &error);
  if (job->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->agenda = kl_agenda_for (job->plan);
  kl_agenda_load_async (job->agenda, KL_LIBRARY (object), g_task_get_cancellable (task), agenda_cb,
                        g_object_ref (task));
}

static void
read_plan (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  job_clear_reading (job);
  kl_library_read_plan_async (g_task_get_source_object (task), job->plan_id, g_task_get_cancellable (task), plan_cb,
                              g_object_ref (task));
}

/**
 * kl_report_load_async:
 * @library: a library, open
 * @plan_id: the id of a plan of it
 * @right_to_left: whether the person reads from the right
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads the plan as it is in the library, and writes the report of it.
 */
void
kl_report_load_async (KlLibrary           *library,
                      const char          *plan_id,
                      gboolean             right_to_left,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan_id = g_strdup (plan_id);
  job->right_to_left = right_to_left;
  g_task_set_source_tag (task, kl_report_load_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  read_plan (task);
}

/**
 * kl_report_load_finish:
 * @result: what the callback got
 * @error: return location for an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the report
 */
KlReport *
kl_report_load_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
