/* kl-day-number.c: which day a moment belongs to, as a number
 *
 * Day 1 is 1 January of the year 1 (GDate's Julian day). A day of learning does not end at midnight, but at an hour
 * that the person sets: what is explained at one in the morning belongs to the evening before.
 */

#include "config.h"

#include "kl-day-number.h"

#include <string.h>

#define LENGTH_OF_DAY (sizeof "2025-10-10" - 1)
#define LENGTH_OF_TIME (sizeof "T18:30:00" - 1)

#define SECONDS_OF_HOUR 3600
#define SECONDS_OF_DAY 86400

/* 1 January 1970 */
#define FIRST_UNIX_DAY 719163

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
  GDate written;

  if (!parse_digits (date, 4, &year) || date[4] != '-' || !parse_digits (date + 5, 2, &month) || date[7] != '-'
      || !parse_digits (date + 8, 2, &day_of_month)
      || !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&written, 1);
  g_date_set_dmy (&written, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  *day = g_date_get_julian (&written);
  return TRUE;
}

/* “Z”, “+02” or “+02:00”, in seconds */
static gboolean
parse_offset (const char *text,
              gint64     *offset)
{
  guint hours;
  guint minutes = 0;

  *offset = 0;
  if (g_str_equal (text, "Z"))
    return TRUE;
  if ((*text != '+' && *text != '-') || !parse_digits (text + 1, 2, &hours) || hours > 23
      || (text[3] != '\0'
          && (text[3] != ':' || !parse_digits (text + 4, 2, &minutes) || minutes > 59 || text[6] != '\0')))
    return FALSE;

  *offset = (gint64) (hours * 60 + minutes) * 60 * (*text == '-' ? -1 : 1);
  return TRUE;
}

/* “T18:30:00+02:00”, perhaps with a fraction: the form that KLearn writes. GLib knows all others, and takes three times
 * as long, which is felt when a whole library is scheduled. */
static gboolean
parse_time (const char *text,
            gint64     *second_of_day,
            gint64     *offset)
{
  guint hours;
  guint minutes;
  guint seconds;
  const char *end = text + LENGTH_OF_TIME;

  if (strlen (text) <= LENGTH_OF_TIME || text[0] != 'T' || !parse_digits (text + 1, 2, &hours) || text[3] != ':'
      || !parse_digits (text + 4, 2, &minutes) || text[6] != ':' || !parse_digits (text + 7, 2, &seconds)
      || hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;

  if (*end == '.' && g_ascii_isdigit (end[1]))
    for (end++; g_ascii_isdigit (*end); end++)
      ;
  *second_of_day = (gint64) (hours * 60 + minutes) * 60 + seconds;
  return parse_offset (end, offset);
}

/* The day of a moment where the person is. A moment of Unix time is always in some interval of a zone. */
static gint64
find_local_day (gint64     second,
                GTimeZone *zone,
                guint      rollover)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, second);
  gint64 local = second + g_time_zone_get_offset (zone, interval);

  /* Counted from a day before the first, so that no offset makes it negative. */
  local += (gint64) (FIRST_UNIX_DAY + 1) * SECONDS_OF_DAY;
  return local / SECONDS_OF_DAY - 1 - (local % SECONDS_OF_DAY < (gint64) rollover * SECONDS_OF_HOUR ? 1 : 0);
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
 * @second: (out) (optional): the moment in Unix time, in seconds; %KL_DAY_NUMBER_NO_TIME where there is only a day
 *
 * A date without a time is that day, whatever the zone and the hour.
 *
 * Returns: whether @date is one; if not, nothing is put out
 */
gboolean
kl_day_number_of_date (const char *date,
                       GTimeZone  *zone,
                       guint       rollover,
                       gint64     *day,
                       gint64     *second)
{
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GDateTime) local = NULL;
  gint64 moment = KL_DAY_NUMBER_NO_TIME;
  gint64 written_day;
  gint64 second_of_day;
  gint64 offset;

  if (date == NULL || strlen (date) < LENGTH_OF_DAY)
    return FALSE;

  if (date[LENGTH_OF_DAY] == '\0')
    {
      if (!parse_day (date, day))
        return FALSE;
    }
  else if (parse_day (date, &written_day) && parse_time (date + LENGTH_OF_DAY, &second_of_day, &offset))
    {
      moment = (written_day - FIRST_UNIX_DAY) * SECONDS_OF_DAY + second_of_day - offset;
      *day = find_local_day (moment, zone, rollover);
    }
  else
    {
      time = g_date_time_new_from_iso8601 (date, zone);
      local = time != NULL ? g_date_time_to_timezone (time, zone) : NULL;
      if (local == NULL)
        return FALSE;
      *day = kl_day_number_of_time (local, rollover);
      moment = g_date_time_to_unix (local);
    }

  if (second != NULL)
    *second = moment;
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
