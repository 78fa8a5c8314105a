/* kl-clock.c: where the time comes from, so that tests can set it */

#include "config.h"

#include "kl-clock.h"

G_DEFINE_INTERFACE (KlClock, kl_clock, G_TYPE_OBJECT)

static guint day_changed_signal;
static guint hour_changed_signal;

static void
kl_clock_default_init (KlClockInterface *iface)
{
  /* What says “today” somewhere says it anew. */
  day_changed_signal = g_signal_new ("day-changed", KL_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  /* A day of learning begins at an hour that the person sets. */
  hour_changed_signal = g_signal_new ("hour-changed", KL_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
}

/**
 * kl_clock_get_now:
 * @self: a clock
 *
 * Returns: (transfer full): the time now, in the zone of the person
 */
GDateTime *
kl_clock_get_now (KlClock *self)
{
  g_return_val_if_fail (KL_IS_CLOCK (self), NULL);

  return KL_CLOCK_GET_IFACE (self)->get_now (self);
}

/**
 * kl_clock_day_changed:
 * @self: a clock
 *
 * Emits “day-changed”, for clocks: it is another day than when somebody last asked.
 */
void
kl_clock_day_changed (KlClock *self)
{
  g_return_if_fail (KL_IS_CLOCK (self));

  g_signal_emit (self, day_changed_signal, 0);
}

/**
 * kl_clock_hour_changed:
 * @self: a clock
 *
 * Emits “hour-changed”, for clocks: it is another hour than when somebody last asked.
 */
void
kl_clock_hour_changed (KlClock *self)
{
  g_return_if_fail (KL_IS_CLOCK (self));

  g_signal_emit (self, hour_changed_signal, 0);
}
