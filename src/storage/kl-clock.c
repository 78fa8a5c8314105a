/* kl-clock.c: where the time comes from, so that tests can set it */

#include "config.h"

#include "kl-clock.h"

G_DEFINE_INTERFACE (KlClock, kl_clock, G_TYPE_OBJECT)

static void
kl_clock_default_init (KlClockInterface *iface)
{
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
