/* kl-system-clock.c: the computer's clock */

#include "config.h"

#include "kl-system-clock.h"

struct _KlSystemClock
{
  GObject parent_instance;
};

static GDateTime *
kl_system_clock_get_now (KlClock *clock)
{
  return g_date_time_new_now_local ();
}

static void
clock_iface_init (KlClockInterface *iface)
{
  iface->get_now = kl_system_clock_get_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KlSystemClock, kl_system_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KL_TYPE_CLOCK, clock_iface_init))

static void
kl_system_clock_class_init (KlSystemClockClass *klass)
{
}

static void
kl_system_clock_init (KlSystemClock *self)
{
}

/**
 * kl_system_clock_new:
 *
 * Returns: (transfer full): the computer's clock
 */
KlClock *
kl_system_clock_new (void)
{
  return g_object_new (KL_TYPE_SYSTEM_CLOCK, NULL);
}
