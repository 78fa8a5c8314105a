/* kl-schedule-reading.c: reads the attempts at subjects, and works out in a thread what they say */

#include "config.h"

#include "kl-schedule-reading.h"

#include "kl-replay.h"

typedef struct
{
  KlFsrs fsrs;
  GTimeZone *zone;
  guint rollover;
  KlReviewRows *rows; /* when they are read */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_time_zone_unref (reading->zone);
  g_clear_pointer (&reading->rows, kl_review_rows_unref);
  g_free (reading);
}

static void
replay_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Reading *reading = task_data;

  g_task_return_pointer (task,
                         kl_replay_schedules (reading->rows, &reading->fsrs, reading->zone, reading->rollover),
                         (GDestroyNotify) g_hash_table_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->rows = kl_library_read_reviews_finish (KL_LIBRARY (source), result, &error);
  if (reading->rows != NULL)
    g_task_run_in_thread (task, replay_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * kl_schedule_reading_run_async:
 * @library: an open library
 * @plan: a plan of it
 * @subject_ids: (nullable): the ids of subjects, %NULL for all of the plan
 * @fsrs: FSRS
 * @rollover: the hour at which a day begins, 0–23
 * @cancellable: (nullable): stops the reading; what is read already is worked out
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads what was attempted, and works out what that says.
 */
void
kl_schedule_reading_run_async (KlLibrary           *library,
                               KlPlan              *plan,
                               const char *const   *subject_ids,
                               const KlFsrs        *fsrs,
                               guint                rollover,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  GTask *task = g_task_new (library, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->fsrs = *fsrs;
  reading->zone = g_time_zone_ref (g_date_time_get_timezone (now));
  reading->rollover = rollover;
  g_task_set_source_tag (task, kl_schedule_reading_run_async);
  g_task_set_task_data (task, reading, reading_free);
  kl_library_read_reviews_async (library, kl_record_get_id (KL_RECORD (plan)), subject_ids, cancellable, read_cb, task);
}

/**
 * kl_schedule_reading_run_finish:
 * @library: the library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KlSchedule): what the attempts at each subject say, by the
 *   subject's id
 */
GHashTable *
kl_schedule_reading_run_finish (KlLibrary     *library,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
