/* kl-chart-saving.c: pictures of charts, made while the person goes on
 *
 * A picture of a large map takes seconds. A thread makes it of a snapshot; of what has none, since it follows what it
 * shows, a picture is made at once: it is never larger than a window.
 */

#include "config.h"

#include "kl-chart-saving.h"

typedef struct
{
  KlChart *chart;
  char *path;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->chart);
  g_free (work->path);
  g_free (work);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Work *work = task_data;
  GError *error = NULL;
  int width, height;

  kl_chart_file_find_size (work->chart, &width, &height);
  if (kl_chart_file_write (work->chart, NULL, work->path, width, height, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Work *work = task_data;
  GError *error = NULL;
  GBytes *bytes;
  int width, height;

  kl_chart_file_find_size (work->chart, &width, &height);
  bytes = kl_chart_file_render (work->chart, NULL, KL_CHART_FORM_PNG, width, height, cancellable, &error);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* Whoever stops it is free at once: a picture cannot be left in the middle of a stroke. The thread, which then goes on
 * for a while, knows nothing of @chart itself. */
static void
run (GTask           *task,
     KlChart         *chart,
     const char      *path,
     GTaskThreadFunc  function)
{
  Work *work = g_new0 (Work, 1);

  work->chart = kl_chart_dup_snapshot (chart);
  work->path = g_strdup (path);
  g_task_set_task_data (task, work, work_free);
  g_task_set_return_on_cancel (task, TRUE);
  if (work->chart != NULL)
    {
      g_task_run_in_thread (task, function);
      return;
    }

  work->chart = g_object_ref (chart);
  g_task_set_return_on_cancel (task, FALSE);
  function (task, NULL, work, g_task_get_cancellable (task));
}

/**
 * kl_chart_saving_write_async:
 * @chart: what to draw, as it is now
 * @path: a file name whose ending says the form
 * @cancellable: (nullable): stops it
 * @callback: called when @path is the picture
 * @user_data: for @callback
 */
void
kl_chart_saving_write_async (KlChart             *chart,
                             const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_chart_saving_write_async);
  run (task, chart, path, write_thread);
}

/**
 * kl_chart_saving_write_finish:
 * @result: what the callback was given
 * @error: a #KlChartError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file is now the picture
 */
gboolean
kl_chart_saving_write_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_chart_saving_draw_async:
 * @chart: what to draw, as it is now
 * @cancellable: (nullable): stops it
 * @callback: called when there is a picture
 * @user_data: for @callback
 */
void
kl_chart_saving_draw_async (KlChart             *chart,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_chart_saving_draw_async);
  run (task, chart, NULL, draw_thread);
}

/**
 * kl_chart_saving_draw_finish:
 * @result: what the callback was given
 * @error: a #KlChartError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what a PNG holds
 */
GBytes *
kl_chart_saving_draw_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
