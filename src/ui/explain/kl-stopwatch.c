/* kl-stopwatch.c: counts the time while it runs; “tick” comes about once a second */

#include "config.h"

#include "kl-stopwatch.h"

struct _KlStopwatch
{
  GObject parent_instance;

  gint64 elapsed;   /* microseconds, before the last start */
  gint64 started;   /* monotonic, 0 while it stands */
  guint source;
};

G_DEFINE_FINAL_TYPE (KlStopwatch, kl_stopwatch, G_TYPE_OBJECT)

enum
{
  SIGNAL_TICK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
tick_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_TICK], 0);
  return G_SOURCE_CONTINUE;
}

static void
kl_stopwatch_finalize (GObject *object)
{
  g_clear_handle_id (&KL_STOPWATCH (object)->source, g_source_remove);

  G_OBJECT_CLASS (kl_stopwatch_parent_class)->finalize (object);
}

static void
kl_stopwatch_class_init (KlStopwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_stopwatch_finalize;

  signals[SIGNAL_TICK] = g_signal_new ("tick", KL_TYPE_STOPWATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
kl_stopwatch_init (KlStopwatch *self)
{
}

/**
 * kl_stopwatch_new:
 *
 * Returns: (transfer full): a stopwatch that stands at 0
 */
KlStopwatch *
kl_stopwatch_new (void)
{
  return g_object_new (KL_TYPE_STOPWATCH, NULL);
}

/**
 * kl_stopwatch_start:
 * @self: a stopwatch
 */
void
kl_stopwatch_start (KlStopwatch *self)
{
  g_return_if_fail (KL_IS_STOPWATCH (self));

  if (self->started != 0)
    return;

  self->started = g_get_monotonic_time ();
  self->source = g_timeout_add_seconds (1, tick_cb, self);
}

/**
 * kl_stopwatch_stop:
 * @self: a stopwatch
 */
void
kl_stopwatch_stop (KlStopwatch *self)
{
  g_return_if_fail (KL_IS_STOPWATCH (self));

  if (self->started == 0)
    return;

  self->elapsed += g_get_monotonic_time () - self->started;
  self->started = 0;
  g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * kl_stopwatch_get_seconds:
 * @self: a stopwatch
 *
 * Returns: how long it has run in all, in whole seconds
 */
gint64
kl_stopwatch_get_seconds (KlStopwatch *self)
{
  gint64 running;

  g_return_val_if_fail (KL_IS_STOPWATCH (self), 0);

  running = self->started != 0 ? g_get_monotonic_time () - self->started : 0;
  return (self->elapsed + running) / G_USEC_PER_SEC;
}

/**
 * kl_stopwatch_set_seconds:
 * @self: a stopwatch
 * @seconds: where it shall stand
 */
void
kl_stopwatch_set_seconds (KlStopwatch *self,
                          gint64       seconds)
{
  g_return_if_fail (KL_IS_STOPWATCH (self));

  self->elapsed = seconds * G_USEC_PER_SEC;
  if (self->started != 0)
    self->started = g_get_monotonic_time ();
}
