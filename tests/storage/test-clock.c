/* test-clock.c: a clock that shows what it was set to */

#include "config.h"

#include "test-clock.h"

struct _TestClock
{
  GObject parent_instance;

  GDateTime *now;
};

static GDateTime *
test_clock_get_now (KlClock *clock)
{
  return g_date_time_ref (TEST_CLOCK (clock)->now);
}

static void
clock_iface_init (KlClockInterface *iface)
{
  iface->get_now = test_clock_get_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestClock, test_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KL_TYPE_CLOCK, clock_iface_init))

static void
test_clock_finalize (GObject *object)
{
  g_date_time_unref (TEST_CLOCK (object)->now);

  G_OBJECT_CLASS (test_clock_parent_class)->finalize (object);
}

static void
test_clock_class_init (TestClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_clock_finalize;
}

static void
test_clock_init (TestClock *self)
{
}

TestClock *
test_clock_new (const char *now)
{
  TestClock *self = g_object_new (TEST_TYPE_CLOCK, NULL);

  test_clock_set (self, now);
  return self;
}

void
test_clock_set (TestClock  *self,
                const char *now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);

  g_assert_nonnull (time);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = g_steal_pointer (&time);
}
