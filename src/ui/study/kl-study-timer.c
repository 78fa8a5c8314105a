/* kl-study-timer.c: the clock of a study session, as it runs
 *
 * The clock itself says how much was spent, from the moment on that is in it, so that nothing has to run for it. This
 * tells once a second that time goes on, and saves the clock: after each change, and every half a minute, since nobody
 * knows how long a computer is off that lost its power.
 */

#include "config.h"

#include "kl-study-timer.h"

#define SAVE_SECONDS 30
#define SOON_MS      300

struct _KlStudyTimer
{
  GObject parent_instance;

  KlLibrary *library; /* which has the timer, %NULL when it is gone */
  KlClock *time;
  KlStudyClock *clock;
  char *boot;
  char *error;
  GPtrArray *waiting; /* GTasks of flush, until everything is saved or a save fails */
  guint tick_source;
  guint save_source;
  guint n_ticks;
  gboolean is_dirty;
  gboolean is_saving;
  gboolean has_ended; /* nothing of it is to be saved any more */
};

G_DEFINE_FINAL_TYPE (KlStudyTimer, kl_study_timer, G_TYPE_OBJECT)

enum
{
  SIGNAL_TICK,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void save (KlStudyTimer *self);

static void
finish_waiting (KlStudyTimer *self,
                const GError *error)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (error != NULL)
        g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
    }
}

static void
set_error (KlStudyTimer *self,
           const char   *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlStudyTimer) self = user_data;
  g_autoptr(GError) error = NULL;

  self->is_saving = FALSE;
  if (!kl_library_save_study_clock_finish (KL_LIBRARY (object), result, &error))
    {
      /* It is tried again with the next half a minute, or with the next change. */
      self->is_dirty = TRUE;
      set_error (self, error->message);
      finish_waiting (self, error);
      return;
    }

  set_error (self, NULL);
  if (self->is_dirty && !self->has_ended)
    save (self);
  else
    finish_waiting (self, NULL);
}

static void
save (KlStudyTimer *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->is_saving || self->has_ended || self->library == NULL)
    return;

  self->is_dirty = FALSE;
  self->is_saving = TRUE;
  kl_library_save_study_clock_async (self->library, self->clock, NULL, saved_cb, g_object_ref (self));
}

static char *
dup_now (KlStudyTimer *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (self->time);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

static gint64
get_ticks (KlStudyTimer *self)
{
  return kl_clock_get_ticks (self->time);
}

/* What was spent is in the clock from now on. */
static void
put_away (KlStudyTimer *self)
{
  g_autofree char *now = dup_now (self);

  kl_study_clock_go_on (self->clock, self->boot, get_ticks (self), now);
  self->is_dirty = TRUE;
}

static gboolean
tick_cb (gpointer user_data)
{
  KlStudyTimer *self = user_data;

  if (++self->n_ticks % SAVE_SECONDS == 0)
    {
      put_away (self);
      save (self);
    }
  g_signal_emit (self, signals[SIGNAL_TICK], 0);
  return G_SOURCE_CONTINUE;
}

static void
update_ticking (KlStudyTimer *self)
{
  gboolean is_running = kl_study_timer_get_running (self) && !self->has_ended;

  if (is_running && self->tick_source == 0)
    self->tick_source = g_timeout_add_seconds (1, tick_cb, self);
  else if (!is_running)
    g_clear_handle_id (&self->tick_source, g_source_remove);
}

static gboolean
save_cb (gpointer user_data)
{
  KlStudyTimer *self = user_data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
kl_study_timer_dispose (GObject *object)
{
  KlStudyTimer *self = KL_STUDY_TIMER (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_weak_pointer (&self->library);
  g_clear_object (&self->time);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (kl_study_timer_parent_class)->dispose (object);
}

static void
kl_study_timer_finalize (GObject *object)
{
  KlStudyTimer *self = KL_STUDY_TIMER (object);

  g_free (self->boot);
  g_free (self->error);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (kl_study_timer_parent_class)->finalize (object);
}

static void
kl_study_timer_class_init (KlStudyTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_study_timer_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_study_timer_finalize;

  /* Time goes on. */
  signals[SIGNAL_TICK] = g_signal_new ("tick", KL_TYPE_STUDY_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  /* It was started or paused, or the error is another. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_STUDY_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_study_timer_init (KlStudyTimer *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kl_study_timer_new:
 * @library: an open library
 * @clock: the clock of a session that is not over, which the timer changes from now on
 *
 * Returns: (transfer full): a timer for it
 */
KlStudyTimer *
kl_study_timer_new (KlLibrary    *library,
                    KlStudyClock *clock)
{
  KlStudyTimer *self = g_object_new (KL_TYPE_STUDY_TIMER, NULL);

  g_set_weak_pointer (&self->library, library);
  self->time = g_object_ref (kl_library_get_clock (library));
  self->clock = g_object_ref (clock);
  self->boot = kl_clock_dup_boot (self->time);
  update_ticking (self);
  return self;
}

/**
 * kl_study_timer_get_clock:
 * @self: a timer
 *
 * Returns: (transfer none): the clock; whoever changes it calls kl_study_timer_touch()
 */
KlStudyClock *
kl_study_timer_get_clock (KlStudyTimer *self)
{
  g_return_val_if_fail (KL_IS_STUDY_TIMER (self), NULL);

  return self->clock;
}

/**
 * kl_study_timer_get_subject:
 * @self: a timer
 *
 * Returns: the id of what is studied
 */
const char *
kl_study_timer_get_subject (KlStudyTimer *self)
{
  g_return_val_if_fail (KL_IS_STUDY_TIMER (self), NULL);

  return kl_record_get_owner (KL_RECORD (self->clock));
}

/**
 * kl_study_timer_get_error:
 * @self: a timer
 *
 * Returns: (nullable): why the clock could not be saved
 */
const char *
kl_study_timer_get_error (KlStudyTimer *self)
{
  g_return_val_if_fail (KL_IS_STUDY_TIMER (self), NULL);

  return self->error;
}

/**
 * kl_study_timer_get_running:
 * @self: a timer
 *
 * Returns: whether time counts just now
 */
gboolean
kl_study_timer_get_running (KlStudyTimer *self)
{
  g_return_val_if_fail (KL_IS_STUDY_TIMER (self), FALSE);

  return kl_study_clock_is_running (self->clock, self->boot);
}

/**
 * kl_study_timer_get_seconds:
 * @self: a timer
 *
 * Returns: the time that was spent
 */
gint64
kl_study_timer_get_seconds (KlStudyTimer *self)
{
  g_return_val_if_fail (KL_IS_STUDY_TIMER (self), 0);

  return kl_study_clock_get_elapsed (self->clock, self->boot, get_ticks (self));
}

/**
 * kl_study_timer_go_on:
 * @self: a timer
 *
 * Lets the time count from now on.
 */
void
kl_study_timer_go_on (KlStudyTimer *self)
{
  g_return_if_fail (KL_IS_STUDY_TIMER (self));

  put_away (self);
  save (self);
  update_ticking (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * kl_study_timer_pause:
 * @self: a timer
 */
void
kl_study_timer_pause (KlStudyTimer *self)
{
  g_return_if_fail (KL_IS_STUDY_TIMER (self));

  kl_study_clock_pause (self->clock, self->boot, get_ticks (self));
  self->is_dirty = TRUE;
  save (self);
  update_ticking (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * kl_study_timer_touch:
 * @self: a timer
 *
 * Says that the clock has changed: it is saved at once, but not with each key.
 */
void
kl_study_timer_touch (KlStudyTimer *self)
{
  g_return_if_fail (KL_IS_STUDY_TIMER (self));

  self->is_dirty = TRUE;
  if (self->save_source == 0 && !self->has_ended)
    self->save_source = g_timeout_add (SOON_MS, save_cb, self);
}

/**
 * kl_study_timer_set_ended:
 * @self: a timer
 * @has_ended: whether the session is being logged or given up, so that nothing may be saved after it
 */
void
kl_study_timer_set_ended (KlStudyTimer *self,
                          gboolean      has_ended)
{
  g_return_if_fail (KL_IS_STUDY_TIMER (self));

  self->has_ended = has_ended;
  if (has_ended)
    g_clear_handle_id (&self->save_source, g_source_remove);
  else
    kl_study_timer_touch (self);
  update_ticking (self);
}

/**
 * kl_study_timer_flush_async:
 * @self: a timer
 * @callback: called when all is saved, or a save failed
 * @user_data: data for @callback
 *
 * Saves at once what is not saved yet.
 */
void
kl_study_timer_flush_async (KlStudyTimer        *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (KL_IS_STUDY_TIMER (self));

  g_task_set_source_tag (task, kl_study_timer_flush_async);
  if (self->has_ended || self->library == NULL || (!self->is_dirty && !self->is_saving))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  save (self);
}

/**
 * kl_study_timer_flush_finish:
 * @self: a timer
 * @result: what the callback got
 * @error: (nullable): where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether the clock is in the library as it is here
 */
gboolean
kl_study_timer_flush_finish (KlStudyTimer  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
