#pragma once

#include "storage/kl-clock.h"

G_BEGIN_DECLS

#define KL_TYPE_DAY (kl_day_get_type ())

G_DECLARE_FINAL_TYPE (KlDay, kl_day, KL, DAY, GObject)

KlDay      *kl_day_new      (KlClock *clock);
const char *kl_day_get_text (KlDay   *self);

G_END_DECLS
