/* kl-system-clock.c: the computer's clock */

#include "config.h"

#include "kl-system-clock.h"

/* A timer for midnight would sleep while the computer does, and know nothing of a clock or a zone that is set. */
#define LOOK_SECONDS 30

struct _KlSystemClock
{
  GObject parent_instance;

  guint timeout;
  gint day;
  gint hour;
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

static gint
get_day (GDateTime *now)
{
  return g_date_time_get_year (now) * 1000 + g_date_time_get_day_of_year (now);
}

static gboolean
look_cb (gpointer user_data)
{
  KlSystemClock *self = user_data;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  gboolean is_other_day = get_day (now) != self->day;
  gboolean is_other_hour = g_date_time_get_hour (now) != self->hour;

  self->day = get_day (now);
  self->hour = g_date_time_get_hour (now);
  if (is_other_hour)
    kl_clock_hour_changed (KL_CLOCK (self));
  if (is_other_day)
    kl_clock_day_changed (KL_CLOCK (self));
  return G_SOURCE_CONTINUE;
}

static void
kl_system_clock_dispose (GObject *object)
{
  g_clear_handle_id (&KL_SYSTEM_CLOCK (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (kl_system_clock_parent_class)->dispose (object);
}

static void
kl_system_clock_class_init (KlSystemClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_system_clock_dispose;
}

static void
kl_system_clock_init (KlSystemClock *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  self->day = get_day (now);
  self->hour = g_date_time_get_hour (now);
  self->timeout = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
}

/**
 * kl_system_clock_new:
 *
 * Returns: (transfer full): the computer's clock, which notices within half a minute that another day or hour has
 *   begun, also after the computer slept, as long as a main loop runs
 */
KlClock *
kl_system_clock_new (void)
{
  return g_object_new (KL_TYPE_SYSTEM_CLOCK, NULL);
}
