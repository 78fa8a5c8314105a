#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_STOPWATCH (kl_stopwatch_get_type ())

G_DECLARE_FINAL_TYPE (KlStopwatch, kl_stopwatch, KL, STOPWATCH, GObject)

KlStopwatch *kl_stopwatch_new         (void);
void         kl_stopwatch_start       (KlStopwatch *self);
void         kl_stopwatch_stop        (KlStopwatch *self);
gint64       kl_stopwatch_get_seconds (KlStopwatch *self);
void         kl_stopwatch_set_seconds (KlStopwatch *self,
                                       gint64       seconds);

G_END_DECLS
