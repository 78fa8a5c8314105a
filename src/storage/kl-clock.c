/* kl-clock.c: where the time comes from, so that tests can set it */

#include "config.h"

#include "kl-clock.h"

G_DEFINE_INTERFACE (KlClock, kl_clock, G_TYPE_OBJECT)

static guint day_changed_signal;
static guint hour_changed_signal;

/* Of each start of the computer Linux has another one. */
#define BOOT_ID "/proc/sys/kernel/random/boot_id"

static gint64
real_get_ticks (KlClock *self)
{
  return g_get_monotonic_time ();
}

static char *
real_dup_boot (KlClock *self)
{
  char *boot = NULL;

  return g_file_get_contents (BOOT_ID, &boot, NULL, NULL) ? g_strchomp (boot) : NULL;
}

static void
kl_clock_default_init (KlClockInterface *iface)
{
  iface->get_ticks = real_get_ticks;
  iface->dup_boot = real_dup_boot;

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
 * kl_clock_get_ticks:
 * @self: a clock
 *
 * Returns: a moment in microseconds, by a clock that nobody sets and that stands while the computer sleeps; only of use
 *   within one kl_clock_dup_boot()
 */
gint64
kl_clock_get_ticks (KlClock *self)
{
  g_return_val_if_fail (KL_IS_CLOCK (self), 0);

  return KL_CLOCK_GET_IFACE (self)->get_ticks (self);
}

/**
 * kl_clock_dup_boot:
 * @self: a clock
 *
 * Returns: (transfer full) (nullable): which start of the computer this is; %NULL where it cannot be told
 */
char *
kl_clock_dup_boot (KlClock *self)
{
  g_return_val_if_fail (KL_IS_CLOCK (self), NULL);

  return KL_CLOCK_GET_IFACE (self)->dup_boot (self);
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
