#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_CLOCK (kl_clock_get_type ())

G_DECLARE_INTERFACE (KlClock, kl_clock, KL, CLOCK, GObject)

struct _KlClockInterface
{
  GTypeInterface parent_iface;

  GDateTime *(*get_now)   (KlClock *self);
  gint64     (*get_ticks) (KlClock *self);
  char      *(*dup_boot)  (KlClock *self);
};

GDateTime *kl_clock_get_now      (KlClock *self);
gint64     kl_clock_get_ticks    (KlClock *self);
char      *kl_clock_dup_boot     (KlClock *self);
void       kl_clock_day_changed  (KlClock *self);
void       kl_clock_hour_changed (KlClock *self);

G_END_DECLS
