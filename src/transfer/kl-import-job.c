/* kl-import-job.c: what an import knows so far */

#include "config.h"

#include "kl-import-job.h"

/**
 * kl_import_job_free:
 * @job: (transfer full): a job
 */
void
kl_import_job_free (KlImportJob *job)
{
  kl_progress_stop (job->progress);
  kl_progress_unref (job->progress);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_free (job->plan_title);
  g_free (job->choices);
  g_clear_object (&job->known);
  g_clear_object (&job->import);
  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  g_clear_object (&job->preview);
  g_clear_object (&job->answered);
  g_free (job);
}

/**
 * kl_import_job_new:
 * @plan_title: (nullable): the title of the plan to merge into or to make
 * @progress: (nullable): told how far the reading is
 * @progress_data: for @progress
 *
 * Returns: (transfer full): a job that knows nothing else
 */
KlImportJob *
kl_import_job_new (const char           *plan_title,
                   KlProgressFunc        progress,
                   gpointer              progress_data)
{
  KlImportJob *job = g_new0 (KlImportJob, 1);

  job->plan_title = g_strdup (plan_title);
  job->progress = kl_progress_new (progress, progress_data);
  job->revision = -1;
  return job;
}
