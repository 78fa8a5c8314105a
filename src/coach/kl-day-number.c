/* kl-day-number.c: which day a moment belongs to, as a number
 *
 * Day 1 is 1 January of the year 1 (GDate's Julian day). A day of learning does not end at midnight, but at an hour
 * that the person sets: what is explained at one in the morning belongs to the evening before.
 */

#include "config.h"

#include "kl-day-number.h"

#define SECONDS_OF_HOUR 3600
#define SECONDS_OF_DAY 86400

/**
 * kl_day_number_of_time:
 * @time: a moment, in the person's zone
 * @rollover: the hour at which a day begins, 0–23
 *
 * Returns: the number of the day that it belongs to
 */
gint64
kl_day_number_of_time (GDateTime *time,
                       guint      rollover)
{
  GDate date;
  int year;
  int month;
  int day;

  g_return_val_if_fail (time != NULL, 0);

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint64) g_date_get_julian (&date) - ((guint) g_date_time_get_hour (time) < rollover ? 1 : 0);
}

/**
 * kl_day_number_of_local:
 * @second: seconds since the beginning of 1970 by the clock where the person is
 * @rollover: the hour at which a day begins, 0–23
 *
 * Returns: the number of the day that it belongs to
 */
gint64
kl_day_number_of_local (gint64 second,
                        guint  rollover)
{
  /* Counted from a day before the first, so that no offset makes it negative. */
  gint64 since = second + (gint64) (KL_ISO_DATE_UNIX_DAY + 1) * SECONDS_OF_DAY;

  return since / SECONDS_OF_DAY - 1 - (since % SECONDS_OF_DAY < (gint64) rollover * SECONDS_OF_HOUR ? 1 : 0);
}

/**
 * kl_day_number_of_date:
 * @date: a date
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 * @second: (out) (optional): the moment in Unix time, in seconds; %KL_DAY_NUMBER_NO_TIME where there is only a day
 *
 * A date without a time is that day, whatever the zone and the hour.
 *
 * Returns: the number of the day that it belongs to
 */
gint64
kl_day_number_of_date (const KlIsoDate *date,
                       GTimeZone       *zone,
                       guint            rollover,
                       gint64          *second)
{
  gboolean has_time = date->second != KL_ISO_DATE_NO_TIME;
  gint64 moment = has_time ? kl_iso_date_get_unix (date, zone) : KL_DAY_NUMBER_NO_TIME;

  if (second != NULL)
    *second = moment;
  if (!has_time)
    return date->day;

  /* A moment of Unix time is always in some interval of a zone. */
  return kl_day_number_of_local (
    moment + g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment)), rollover);
}
