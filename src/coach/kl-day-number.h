#pragma once

#include "model/kl-iso-date.h"

G_BEGIN_DECLS

/* The hour of the day at which a new day begins, unless the person sets another. */
#define KL_DAY_NUMBER_ROLLOVER 4

/* A moment of which only the day is known. */
#define KL_DAY_NUMBER_NO_TIME G_MININT64

gint64 kl_day_number_of_time  (GDateTime       *time,
                               guint            rollover);
gint64 kl_day_number_of_local (gint64           second,
                               guint            rollover);
gint64 kl_day_number_of_date  (const KlIsoDate *date,
                               GTimeZone       *zone,
                               guint            rollover,
                               gint64          *second);

G_END_DECLS
