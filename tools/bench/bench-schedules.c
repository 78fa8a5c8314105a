/* bench-schedules.c: the schedules of a whole library, against reading the rows, and of one subject after a change
 *
 * The processor's time is measured, of all threads: how long a disk takes is the same for both.
 */

#include "config.h"

#include "bench-areas.h"

#include <time.h>

#include "bench-library.h"
#include "bench-plain.h"
#include "cli/kl-await.h"
#include "model/kl-study-session.h"
#include "recall/kl-agenda.h"
#include "recall/kl-schedules.h"

#define STATES_BAR 1.5
#define FRAME_BAR 1.0

/* What a window has from one frame to the next. */
#define FRAME (G_USEC_PER_SEC / 60)

enum
{
  N_ROUNDS = 15,
  N_CHANGES = 30,
};

/* A schedule follows from attempts in their order. */
static const char rows_in_order[] = "SELECT owner, number, date, low, high, assisted FROM attempt"
                                    " ORDER BY owner, substr (date, 1, 10), number";

/* As attempts are recorded: with a time. */
static const char give_times[]
  = "UPDATE attempt SET date = date || printf ('T%02d:30:00+02:00', 8 + number % 14) WHERE length (date) = 10";

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  sqlite3 *plain;
  guint round;
  gint64 touched; /* when */
  gboolean has_changed;
  KlAgenda *agenda;
  gboolean is_today;
} Measurement;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
load_ours (gpointer   data,
           gint64    *microseconds,
           GError   **error)
{
  Measurement *self = data;
  g_autoptr(KlSchedules) schedules = kl_schedules_new (self->library, self->plan);
  g_autoptr(GAsyncResult) result = NULL;
  gint64 begin = get_processor_time ();

  kl_schedules_load_async (schedules, NULL, kl_await_cb, &result);
  if (!kl_schedules_load_finish (schedules, kl_await (&result), error))
    return FALSE;

  *microseconds = get_processor_time () - begin;
  return TRUE;
}

static gboolean
read_plain (gpointer   data,
            gint64    *microseconds,
            GError   **error)
{
  Measurement *self = data;
  gint64 begin = get_processor_time ();
  sqlite3_stmt *statement = bench_plain_prepare (self->plain, rows_in_order, error);
  double sum = 0;
  guint n_rows = 0;
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      sum += sqlite3_column_text (statement, 0)[0] + sqlite3_column_text (statement, 2)[0];
      sum += (double) sqlite3_column_int64 (statement, 1) + sqlite3_column_double (statement, 3)
             + sqlite3_column_double (statement, 4) + sqlite3_column_int (statement, 5);
      n_rows++;
    }
  sqlite3_finalize (statement);
  *microseconds = get_processor_time () - begin;
  if (!bench_plain_check (self->plain, code, error))
    return FALSE;
  if (n_rows == BENCH_N_ATTEMPTS && sum > 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "SQLite read %u rows", n_rows);
  return FALSE;
}

static void
touched_cb (Measurement *self)
{
  self->touched = g_get_monotonic_time ();
}

static void
changed_cb (Measurement *self)
{
  self->has_changed = TRUE;
}

static KlChange *
new_change (Measurement *self)
{
  GListModel *subjects = kl_plan_get_subjects (self->plan);
  guint index = self->round++ * 7 % g_list_model_get_n_items (subjects);
  g_autoptr(KlRecord) subject = g_list_model_get_item (subjects, index);
  g_autoptr(KlRecord) session
    = g_object_new (KL_TYPE_STUDY_SESSION, "owner", kl_record_get_id (subject), "position", (gint64) self->round,
                    "started", "2026-01-02T12:00:00Z", NULL);
  KlChange *change = kl_change_new (KL_CHANGE_LOG_SESSION, "Topic");

  kl_change_insert (change, session);
  return change;
}

/* From when the models show the change until the schedules have it. */
static gboolean
follow_change (gpointer   data,
               gint64    *microseconds,
               GError   **error)
{
  Measurement *self = data;
  g_autoptr(KlChange) change = new_change (self);
  g_autoptr(GAsyncResult) result = NULL;

  self->has_changed = FALSE;
  kl_library_apply_async (self->library, change, -1, NULL, kl_await_cb, &result);
  while (!self->has_changed)
    g_main_context_iteration (NULL, TRUE);
  *microseconds = g_get_monotonic_time () - self->touched;
  return kl_library_apply_finish (self->library, kl_await (&result), error);
}

/* What followed the schedules' change, and worked out one subject. */
static void
agenda_cb (Measurement *self)
{
  if (self->has_changed && kl_agenda_get_n_looked (self->agenda) == 1)
    self->is_today = TRUE;
}

/* From when the models show the change until the lists of today have it. */
static gboolean
follow_today (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Measurement *self = data;
  g_autoptr(KlChange) change = new_change (self);
  g_autoptr(GAsyncResult) result = NULL;

  self->has_changed = FALSE;
  self->is_today = FALSE;
  kl_library_apply_async (self->library, change, -1, NULL, kl_await_cb, &result);
  while (!self->is_today)
    g_main_context_iteration (NULL, TRUE);
  *microseconds = g_get_monotonic_time () - self->touched;
  return kl_library_apply_finish (self->library, kl_await (&result), error);
}

static gboolean
wait_for_frame (gpointer   data,
                gint64    *microseconds,
                GError   **error)
{
  *microseconds = FRAME;
  return TRUE;
}

static gboolean
compare_change (BenchContext  *context,
                Measurement   *self,
                GError       **error)
{
  g_autoptr(KlSchedules) schedules = kl_schedules_new (self->library, self->plan);
  g_autoptr(GAsyncResult) result = NULL;
  gboolean success;

  kl_schedules_load_async (schedules, NULL, kl_await_cb, &result);
  if (!kl_schedules_load_finish (schedules, kl_await (&result), error))
    return FALSE;

  g_signal_connect_swapped (self->library, "touched", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (schedules, "changed", G_CALLBACK (changed_cb), self);
  success = bench_report_compare (context->report, "one of 5,000 subjects changes, against a frame",
                                  N_CHANGES, FRAME_BAR, follow_change, wait_for_frame, self, error);
  g_signal_handlers_disconnect_by_data (self->library, self);
  return success;
}

static gboolean
compare_today (BenchContext  *context,
               Measurement   *self,
               GError       **error)
{
  g_autoptr(KlAgenda) agenda = kl_agenda_for (self->plan);
  g_autoptr(GAsyncResult) result = NULL;
  gboolean success;

  kl_agenda_load_async (agenda, self->library, NULL, kl_await_cb, &result);
  if (!kl_agenda_load_finish (agenda, kl_await (&result), error))
    return FALSE;

  self->agenda = agenda;
  g_signal_connect_swapped (self->library, "touched", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (kl_agenda_get_schedules (agenda), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (agenda, "changed", G_CALLBACK (agenda_cb), self);
  success = bench_report_compare (context->report, "today of 5,000 subjects after one change, against a frame",
                                  N_CHANGES, FRAME_BAR, follow_today, wait_for_frame, self, error);
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_signal_handlers_disconnect_by_data (agenda, self);
  return success;
}

/**
 * bench_schedules:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether the schedules of a library could be measured
 */
gboolean
bench_schedules (BenchContext  *context,
                 GError       **error)
{
  g_autofree char *path = bench_context_dup_path (context, "schedules.db");
  Measurement self = { 0 };
  gboolean success;

  success = bench_library_fill (path, BENCH_N_TOPICS, BENCH_N_ATTEMPTS, error)
            && (self.plain = bench_plain_open (path, error)) != NULL
            && bench_plain_execute (self.plain, give_times, error)
            && (self.library = bench_library_open (path, error)) != NULL
            && (self.plan = bench_library_load (self.library, error)) != NULL
            && bench_report_compare (context->report, "schedules of 100,000 attempts, against reading their rows",
                                     N_ROUNDS, STATES_BAR, load_ours, read_plain, &self, error)
            && compare_change (context, &self, error) && compare_today (context, &self, error);

  sqlite3_close (self.plain);
  g_clear_object (&self.plan);
  bench_library_close (self.library);
  return success;
}
