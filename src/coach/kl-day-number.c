/* kl-day-number.c: which day a moment belongs to, as a number
 *
 * Day 1 is 1 January of the year 1 (GDate's Julian day). A day of learning does not end at midnight, but at an hour
 * that the person sets: what is explained at one in the morning belongs to the evening before.
 */

#include "config.h"

#include "kl-day-number.h"

#include <string.h>

#define LENGTH_OF_DAY (sizeof "2025-10-10" - 1)

static gboolean
parse_digits (const char *text,
              guint       n_digits,
              guint      *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (guint) (text[i] - '0');
    }
  return TRUE;
}

static gboolean
parse_day (const char *date,
           gint64     *day)
{
  guint year;
  guint month;
  guint day_of_month;

  if (!parse_digits (date, 4, &year) || date[4] != '-' || !parse_digits (date + 5, 2, &month) || date[7] != '-'
      || !parse_digits (date + 8, 2, &day_of_month)
      || !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  {
    GDate written;

    g_date_clear (&written, 1);
    g_date_set_dmy (&written, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
    *day = g_date_get_julian (&written);
  }
  return TRUE;
}

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
 * kl_day_number_of_date:
 * @date: (nullable): “2025-10-10”, or ISO 8601 with a time; without a zone it is of @zone
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 * @day: (out): the number of the day
 *
 * A date without a time is that day, whatever the zone and the hour.
 *
 * Returns: whether @date is one
 */
gboolean
kl_day_number_of_date (const char *date,
                       GTimeZone  *zone,
                       guint       rollover,
                       gint64     *day)
{
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GDateTime) local = NULL;

  if (date == NULL || strlen (date) < LENGTH_OF_DAY)
    return FALSE;
  if (date[LENGTH_OF_DAY] == '\0')
    return parse_day (date, day);

  time = g_date_time_new_from_iso8601 (date, zone);
  local = time != NULL ? g_date_time_to_timezone (time, zone) : NULL;
  if (local == NULL)
    return FALSE;

  *day = kl_day_number_of_time (local, rollover);
  return TRUE;
}

/**
 * kl_day_number_format:
 * @day: the number of a day
 *
 * Returns: (transfer full) (nullable): the day as “2025-10-10”; %NULL outside of the years 1–9999
 */
char *
kl_day_number_format (gint64 day)
{
  GDate date;
  char text[LENGTH_OF_DAY + 1];
  const gint64 last = 3652059; /* 31 December 9999 */

  if (day < 1 || day > last)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date),
              g_date_get_day (&date));
  return g_strdup (text);
}
