/* kl-schedules.c: when to explain each subject of a plan again, kept up to date
 *
 * The schedule of a subject is worked out from its attempts, which the library's reader reads, in a thread; nothing of
 * it is stored. When the library changes, it is worked out anew for the subjects that the change was about.
 */

#include "config.h"

#include "kl-schedules.h"

#include "coach/kl-day-number.h"
#include "kl-plan-scheduler.h"
#include "kl-schedule-reading.h"
#include "kl-waiting-loads.h"

/* More subjects than these are read faster with all others of the plan than one by one. */
#define MANY 100

struct _KlSchedules
{
  GObject parent_instance;

  KlLibrary *library;
  KlPlan *plan;
  KlScheduler scheduler;
  guint rollover;

  GHashTable *schedules; /* subject's id → KlSchedule */
  gboolean is_loaded;

  gboolean wants_all;
  GHashTable *wanted; /* ids of subjects to read */
  gboolean is_reading;
  GPtrArray *loads; /* of GTask: what waits for a reading of all */
};

/* A reading on its way, and what waits for it. */
typedef struct
{
  KlSchedules *self;
  char **subject_ids; /* NULL for all */
  GPtrArray *loads;
} Reading;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlSchedules, kl_schedules, G_TYPE_OBJECT)

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_strfreev (reading->subject_ids);
  g_ptr_array_unref (reading->loads);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void start_reading (KlSchedules *self);

static char **
take_wanted (KlSchedules *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, self->wanted);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    g_strv_builder_add (builder, id);
  g_hash_table_remove_all (self->wanted);
  return g_strv_builder_end (builder);
}

static Reading *
reading_new (KlSchedules *self)
{
  Reading *reading = g_new0 (Reading, 1);
  char **wanted = take_wanted (self);

  reading->self = g_object_ref (self);
  reading->loads = kl_waiting_loads_new ();
  if (!self->wants_all)
    {
      reading->subject_ids = wanted;
      return reading;
    }

  g_strfreev (wanted);
  g_ptr_array_extend_and_steal (reading->loads, g_steal_pointer (&self->loads));
  self->loads = kl_waiting_loads_new ();
  self->wants_all = FALSE;
  return reading;
}

/* What a reading of all brought is all that there is. */
static void
take_schedules (KlSchedules *self,
                Reading     *reading,
                GHashTable  *schedules)
{
  if (reading->subject_ids == NULL)
    {
      g_hash_table_unref (self->schedules);
      self->schedules = g_hash_table_ref (schedules);
      self->is_loaded = TRUE;
      return;
    }

  for (guint i = 0; reading->subject_ids[i] != NULL; i++)
    {
      gpointer id;
      gpointer schedule;

      if (g_hash_table_steal_extended (schedules, reading->subject_ids[i], &id, &schedule))
        g_hash_table_replace (self->schedules, id, schedule);
      else
        g_hash_table_remove (self->schedules, reading->subject_ids[i]);
    }
}

/* What could not be read is read with what changes next; before the first reading came to an end nothing is owed. */
static void
keep_wanted (KlSchedules *self,
             Reading     *reading)
{
  if (!self->is_loaded && !self->is_reading)
    g_hash_table_remove_all (self->wanted);
  if (!self->is_loaded)
    return;

  self->wants_all = self->wants_all || reading->subject_ids == NULL;
  for (guint i = 0; reading->subject_ids != NULL && reading->subject_ids[i] != NULL; i++)
    g_hash_table_add (self->wanted, g_strdup (reading->subject_ids[i]));
}

/* The next reading starts before anybody hears of this one, who may want another. */
static void
finish_reading (Reading *reading,
                GError  *error)
{
  KlSchedules *self = reading->self;

  self->is_reading = FALSE;
  if (error == NULL || self->is_loaded || self->wants_all)
    start_reading (self);
  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, reading->subject_ids);
  else
    {
      g_debug ("The schedules of a plan could not be worked out: %s", error->message);
      keep_wanted (self, reading);
    }

  kl_waiting_loads_finish (reading->loads, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Reading) reading = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) schedules = kl_schedule_reading_run_finish (KL_LIBRARY (source), result, &error);

  if (schedules != NULL)
    take_schedules (reading->self, reading, schedules);
  finish_reading (reading, error);
}

static void
start_reading (KlSchedules *self)
{
  Reading *reading;
  GCancellable *cancellable = NULL;

  if (self->is_reading || (!self->wants_all && g_hash_table_size (self->wanted) == 0))
    return;

  self->is_reading = TRUE;
  reading = reading_new (self);
  /* Where only one waits for it, it can be stopped. */
  if (reading->loads->len == 1 && !self->is_loaded)
    cancellable = g_task_get_cancellable (g_ptr_array_index (reading->loads, 0));
  kl_schedule_reading_run_async (self->library, self->plan, (const char *const *) (gconstpointer) reading->subject_ids,
                                 &self->scheduler.fsrs, self->rollover, cancellable, read_cb, reading);
}

static void
want_all (KlSchedules *self)
{
  g_hash_table_remove_all (self->wanted);
  self->wants_all = TRUE;
  start_reading (self);
}

static void
touched_cb (KlSchedules        *self,
            const char *const  *subject_ids)
{
  /* Who has not asked for them yet is told nothing. */
  if (!self->is_loaded && !self->is_reading)
    return;

  if (subject_ids == NULL || g_strv_length ((char **) (gpointer) (guintptr) subject_ids) > MANY)
    {
      want_all (self);
      return;
    }

  for (guint i = 0; subject_ids[i] != NULL; i++)
    g_hash_table_add (self->wanted, g_strdup (subject_ids[i]));
  start_reading (self);
}

static gboolean
has_same_wishes (const KlScheduler *a,
                 const KlScheduler *b)
{
  return !(a->retention < b->retention) && !(a->retention > b->retention) && !(a->target < b->target)
         && !(a->target > b->target) && a->maximum == b->maximum && a->fuzzes == b->fuzzes;
}

/* With other weights, or days that begin at another hour, all is worked out anew; other wishes hold at once. */
static void
plan_changed_cb (KlSchedules *self)
{
  KlScheduler scheduler;
  guint rollover = kl_plan_scheduler_get_day_start (self->plan);
  gboolean is_same_memory;

  kl_plan_scheduler_init (&scheduler, self->plan);
  is_same_memory = rollover == self->rollover
                   && kl_weights_equal (&scheduler.fsrs.weights, &self->scheduler.fsrs.weights);
  if (is_same_memory && has_same_wishes (&scheduler, &self->scheduler))
    return;

  self->scheduler = scheduler;
  self->rollover = rollover;
  if (!self->is_loaded && !self->is_reading)
    return;
  if (is_same_memory)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL);
  else
    want_all (self);
}

static void
kl_schedules_dispose (GObject *object)
{
  KlSchedules *self = KL_SCHEDULES (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->library);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (kl_schedules_parent_class)->dispose (object);
}

static void
kl_schedules_finalize (GObject *object)
{
  KlSchedules *self = KL_SCHEDULES (object);

  g_hash_table_unref (self->schedules);
  g_hash_table_unref (self->wanted);
  g_ptr_array_unref (self->loads);

  G_OBJECT_CLASS (kl_schedules_parent_class)->finalize (object);
}

static void
kl_schedules_class_init (KlSchedulesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_schedules_dispose;
  object_class->finalize = kl_schedules_finalize;

  /**
   * KlSchedules::changed:
   * @self: the schedules
   * @subject_ids: (nullable): the ids of the subjects whose schedule is another, or that are gone; %NULL for all
   *
   * What they say is not what they said before. It is not emitted when another day begins: see #KlClock::day-changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_SCHEDULES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
kl_schedules_init (KlSchedules *self)
{
  self->schedules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->loads = kl_waiting_loads_new ();
}

/**
 * kl_schedules_new:
 * @library: an open library
 * @plan: a plan of it
 *
 * Returns: (transfer full): the schedules of the plan's subjects, not loaded yet; they follow the plan's wishes
 */
KlSchedules *
kl_schedules_new (KlLibrary *library,
                  KlPlan    *plan)
{
  KlSchedules *self = g_object_new (KL_TYPE_SCHEDULES, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  kl_plan_scheduler_init (&self->scheduler, plan);
  self->rollover = kl_plan_scheduler_get_day_start (plan);
  g_signal_connect_swapped (library, "touched", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (plan, "notify", G_CALLBACK (plan_changed_cb), self);
  return self;
}

/**
 * kl_schedules_get_plan:
 * @self: the schedules
 *
 * Returns: (transfer none): the plan whose subjects they are of
 */
KlPlan *
kl_schedules_get_plan (KlSchedules *self)
{
  g_return_val_if_fail (KL_IS_SCHEDULES (self), NULL);

  return self->plan;
}

/**
 * kl_schedules_load_async:
 * @self: the schedules
 * @cancellable: (nullable): stops it
 * @callback: called when they are there
 * @user_data: for @callback
 *
 * Works them out, and keeps them up to date from now on.
 */
void
kl_schedules_load_async (KlSchedules         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *load = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (load, kl_schedules_load_async);
  g_ptr_array_add (self->loads, load);
  want_all (self);
}

/**
 * kl_schedules_load_finish:
 * @self: the schedules
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are there
 */
gboolean
kl_schedules_load_finish (KlSchedules   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_schedules_is_loaded:
 * @self: the schedules
 *
 * Returns: whether they were loaded, and are kept up to date
 */
gboolean
kl_schedules_is_loaded (KlSchedules *self)
{
  g_return_val_if_fail (KL_IS_SCHEDULES (self), FALSE);

  return self->is_loaded;
}

/**
 * kl_schedules_get_scheduler:
 * @self: the schedules
 *
 * Returns: (transfer none): the weights, and what the person wishes
 */
const KlScheduler *
kl_schedules_get_scheduler (KlSchedules *self)
{
  g_return_val_if_fail (KL_IS_SCHEDULES (self), NULL);

  return &self->scheduler;
}

/**
 * kl_schedules_get_today:
 * @self: the schedules
 *
 * Returns: the number of the day of learning that the library's clock shows
 */
gint64
kl_schedules_get_today (KlSchedules *self)
{
  g_autoptr(GDateTime) now = NULL;

  g_return_val_if_fail (KL_IS_SCHEDULES (self), 0);

  now = kl_clock_get_now (kl_library_get_clock (self->library));
  return kl_day_number_of_time (now, self->rollover);
}

/**
 * kl_schedules_peek:
 * @self: the schedules
 * @subject_id: a subject's id
 *
 * Returns: (transfer none) (nullable): what the attempts at it say, until it changes; %NULL where the plan has no such
 *   subject, or they are not loaded
 */
const KlSchedule *
kl_schedules_peek (KlSchedules *self,
                   const char  *subject_id)
{
  g_return_val_if_fail (KL_IS_SCHEDULES (self), NULL);

  return g_hash_table_lookup (self->schedules, subject_id);
}

/**
 * kl_schedules_get_due:
 * @self: the schedules
 * @subject_id: a subject's id
 * @day: (out): the number of the day
 *
 * Returns: whether there is a day to explain it again, kl_scheduler_get_due()
 */
gboolean
kl_schedules_get_due (KlSchedules *self,
                      const char  *subject_id,
                      gint64      *day)
{
  const KlSchedule *schedule = kl_schedules_peek (self, subject_id);

  return schedule != NULL && kl_scheduler_get_due (&self->scheduler, schedule, subject_id, day);
}

/**
 * kl_schedules_get_restudy:
 * @self: the schedules
 * @subject_id: a subject's id
 * @day: (out): the number of the first day for it
 *
 * Returns: whether to offer a restudy of what was missed, kl_scheduler_get_restudy()
 */
gboolean
kl_schedules_get_restudy (KlSchedules *self,
                          const char  *subject_id,
                          gint64      *day)
{
  const KlSchedule *schedule = kl_schedules_peek (self, subject_id);

  return schedule != NULL && kl_scheduler_get_restudy (&self->scheduler, schedule, day);
}

/**
 * kl_schedules_get_expectation:
 * @self: the schedules
 * @subject_id: a subject's id
 * @day: the number of the day that is asked for
 * @expectation: (out): the score that is expected then, with its range
 *
 * Returns: whether it is assessed, kl_scheduler_get_expectation()
 */
gboolean
kl_schedules_get_expectation (KlSchedules   *self,
                              const char    *subject_id,
                              gint64         day,
                              KlExpectation *expectation)
{
  const KlSchedule *schedule = kl_schedules_peek (self, subject_id);

  return schedule != NULL && kl_scheduler_get_expectation (&self->scheduler, schedule, day, expectation);
}

/**
 * kl_schedules_get_reason:
 * @self: the schedules
 * @subject_id: a subject's id
 * @reason: (out): why it is to be explained when it is
 *
 * Returns: whether it is assessed
 */
gboolean
kl_schedules_get_reason (KlSchedules *self,
                         const char  *subject_id,
                         KlDueReason *reason)
{
  const KlSchedule *schedule = kl_schedules_peek (self, subject_id);

  return schedule != NULL && kl_due_reason_init (reason, &self->scheduler, schedule);
}
