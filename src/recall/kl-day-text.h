#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_day_text_due     (gint64 day,
                           gint64 today);
char *kl_day_text_date    (gint64 day,
                           gint64 today);
char *kl_day_text_weekday (gint64 day,
                           gint64 today);

G_END_DECLS
