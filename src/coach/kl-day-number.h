#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The hour of the day at which a new day begins, unless the person sets another. */
#define KL_DAY_NUMBER_ROLLOVER 4

/* A moment of which only the day is known. */
#define KL_DAY_NUMBER_NO_TIME G_MININT64

gint64   kl_day_number_of_time (GDateTime  *time,
                                guint       rollover);
gboolean kl_day_number_of_date (const char *date,
                                GTimeZone  *zone,
                                guint       rollover,
                                gint64     *day,
                                gint64     *second);
char    *kl_day_number_format  (gint64      day);

G_END_DECLS
