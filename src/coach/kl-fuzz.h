#pragma once

#include <glib.h>

G_BEGIN_DECLS

void   kl_fuzz_get_range (double      interval,
                          gint64      elapsed,
                          gint64      maximum,
                          gint64     *first,
                          gint64     *last);
gint64 kl_fuzz_pick      (double      interval,
                          gint64      elapsed,
                          gint64      maximum,
                          const char *subject_id,
                          gint64      number);

G_END_DECLS
