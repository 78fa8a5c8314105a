/* kl-job.c: what a worker needs to know of the library and of what it is asked to do */

#include "config.h"

#include "kl-job.h"

#include "kl-library-private.h"

/**
 * kl_job_new:
 * @library: a library
 *
 * Returns: (transfer full): a job that knows the library as it is now; the caller fills in what it is about
 */
KlJob *
kl_job_new (KlLibrary *library)
{
  KlJob *self = g_new0 (KlJob, 1);

  self->tables = g_object_ref (kl_library_get_tables (library));
  self->path = g_strdup (kl_library_get_path (library));
  self->now = kl_clock_get_now (kl_library_get_clock (library));
  self->read_only = kl_library_get_read_only (library);
  return self;
}

/**
 * kl_job_free:
 * @self: (transfer full) (type KlJob): a job; a #GDestroyNotify
 */
void
kl_job_free (gpointer self)
{
  KlJob *job = self;

  g_object_unref (job->tables);
  g_free (job->path);
  g_date_time_unref (job->now);
  g_clear_object (&job->object);
  g_free (job->text);
  g_free (job->id);
  g_free (job);
}
