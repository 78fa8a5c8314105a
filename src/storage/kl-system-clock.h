#pragma once

#include "kl-clock.h"

G_BEGIN_DECLS

#define KL_TYPE_SYSTEM_CLOCK (kl_system_clock_get_type ())

G_DECLARE_FINAL_TYPE (KlSystemClock, kl_system_clock, KL, SYSTEM_CLOCK, GObject)

KlClock *kl_system_clock_new (void);

G_END_DECLS
