#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 1 January 1970, as a number of a day. */
#define KL_ISO_DATE_UNIX_DAY 719163

/* A date without a time of day. */
#define KL_ISO_DATE_NO_TIME (-1)

/* A time without a zone: it is of the person's. */
#define KL_ISO_DATE_NO_ZONE G_MAXINT32

/**
 * KlIsoDate:
 * @day: the number of the day that is written: day 1 is 1 January of the year 1, as #GDate has it
 * @second: the second of that day, %KL_ISO_DATE_NO_TIME where there is only a day
 * @offset: how many seconds the zone is ahead of UTC, %KL_ISO_DATE_NO_ZONE where none is written
 *
 * A date of ISO 8601 as it is written. A zeroed one is no date.
 */
typedef struct
{
  gint32 day;
  gint32 second;
  gint32 offset;
} KlIsoDate;

gboolean  kl_iso_date_parse      (const char      *text,
                                  KlIsoDate       *date);
gint32    kl_iso_date_parse_day  (const char      *text);
gint64    kl_iso_date_get_unix   (const KlIsoDate *self,
                                  GTimeZone       *zone);
char     *kl_iso_date_format_day (gint64           day);

G_END_DECLS
