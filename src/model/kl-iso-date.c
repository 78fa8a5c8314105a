/* kl-iso-date.c: dates as KLearn keeps them, of ISO 8601
 *
 * What is read most is read here: “2025-10-10” and “2025-10-10T18:30:00+02:00”. GLib knows the other forms of a time,
 * and takes three times as long, which is felt when a whole library is scheduled.
 */

#include "config.h"

#include "kl-iso-date.h"

#include <string.h>

#define LENGTH_OF_DAY (sizeof "2025-10-10" - 1)
#define LENGTH_OF_TIME (sizeof "T18:30:00" - 1)

#define SECONDS_OF_DAY 86400

static gboolean
parse_digits (const char *text,
              guint       n_digits,
              guint      *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      guint digit = (guint) (guchar) text[i] - '0';

      if (digit > 9)
        return FALSE;
      *value = *value * 10 + digit;
    }
  return TRUE;
}

/* As g_date_get_julian(), without a loop over the years: with March as the first month, the leap day comes last. */
static gint32
get_day (guint year,
         guint month,
         guint day_of_month)
{
  guint years = month > 2 ? year : year - 1;
  guint months = month > 2 ? month - 3 : month + 9;
  const gint32 from_march = 306; /* from 1 March of the year 0 to 31 December */

  return (gint32) (years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day_of_month)
         - from_march;
}

static gboolean
parse_day (const char *text,
           gint32     *day)
{
  guint year;
  guint month;
  guint day_of_month;

  if (!parse_digits (text, 4, &year) || text[4] != '-' || !parse_digits (text + 5, 2, &month) || text[7] != '-'
      || !parse_digits (text + 8, 2, &day_of_month)
      || !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *day = get_day (year, month, day_of_month);
  return TRUE;
}

/* “Z”, “+02” or “+02:00”, in seconds; nothing where there is no zone. */
static gboolean
parse_offset (const char *text,
              gint32     *offset)
{
  guint hours;
  guint minutes = 0;

  *offset = *text == '\0' ? KL_ISO_DATE_NO_ZONE : 0;
  if (*text == '\0' || g_str_equal (text, "Z"))
    return TRUE;
  if ((*text != '+' && *text != '-') || !parse_digits (text + 1, 2, &hours) || hours > 23
      || (text[3] != '\0'
          && (text[3] != ':' || !parse_digits (text + 4, 2, &minutes) || minutes > 59 || text[6] != '\0')))
    return FALSE;

  *offset = (gint32) (hours * 60 + minutes) * 60 * (*text == '-' ? -1 : 1);
  return TRUE;
}

/* “T18:30:00+02:00”, perhaps with a fraction. */
static gboolean
parse_time (const char *text,
            KlIsoDate  *date)
{
  guint hours;
  guint minutes;
  guint seconds;
  const char *end = text + LENGTH_OF_TIME;

  if (strlen (text) < LENGTH_OF_TIME || text[0] != 'T' || !parse_digits (text + 1, 2, &hours) || text[3] != ':'
      || !parse_digits (text + 4, 2, &minutes) || text[6] != ':' || !parse_digits (text + 7, 2, &seconds)
      || hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;

  if (*end == '.' && g_ascii_isdigit (end[1]))
    for (end++; g_ascii_isdigit (*end); end++)
      ;
  date->second = (gint32) ((hours * 60 + minutes) * 60 + seconds);
  return parse_offset (end, &date->offset);
}

/* Without a zone of its own, a time is read only where another is given for it. */
static gboolean
parse_any_time (const char *text,
                KlIsoDate  *date)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  gboolean has_zone = time != NULL;
  int year;
  int month;
  int day;

  if (time == NULL)
    {
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

      time = g_date_time_new_from_iso8601 (text, utc);
    }
  if (time == NULL)
    return FALSE;

  g_date_time_get_ymd (time, &year, &month, &day);
  date->day = get_day ((guint) year, (guint) month, (guint) day);
  date->second = (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time)) * 60
                 + g_date_time_get_second (time);
  date->offset = has_zone ? (gint32) (g_date_time_get_utc_offset (time) / G_USEC_PER_SEC) : KL_ISO_DATE_NO_ZONE;
  return TRUE;
}

/**
 * kl_iso_date_parse_day:
 * @text: (nullable): a date, or what begins as one
 *
 * A time is read as the day that it was where it was written, whatever its zone is here: an attempt of late in the
 * evening stays one of that evening. This is also how attempts are ordered.
 *
 * Returns: the number of the day that is written, 0 where there is none
 */
gint32
kl_iso_date_parse_day (const char *text)
{
  gint32 day;

  return text != NULL && strnlen (text, LENGTH_OF_DAY) == LENGTH_OF_DAY && parse_day (text, &day) ? day : 0;
}

/**
 * kl_iso_date_parse:
 * @text: (nullable): “2025-10-10”, or ISO 8601 with a time
 * @date: (out): the date as it is written
 *
 * Returns: whether @text is a date; if not, nothing is put out
 */
gboolean
kl_iso_date_parse (const char *text,
                   KlIsoDate  *date)
{
  KlIsoDate read = { 0, KL_ISO_DATE_NO_TIME, KL_ISO_DATE_NO_ZONE };

  if (text == NULL || strlen (text) < LENGTH_OF_DAY)
    return FALSE;

  if (text[LENGTH_OF_DAY] == '\0')
    {
      if (!parse_day (text, &read.day))
        return FALSE;
    }
  else if ((!parse_day (text, &read.day) || !parse_time (text + LENGTH_OF_DAY, &read)) && !parse_any_time (text, &read))
    return FALSE;

  *date = read;
  return TRUE;
}

/**
 * kl_iso_date_get_unix:
 * @self: a date; without a time it is the beginning of its day
 * @zone: the zone that it is of where it says none
 *
 * Returns: the moment in Unix time, in seconds
 */
gint64
kl_iso_date_get_unix (const KlIsoDate *self,
                      GTimeZone       *zone)
{
  gint64 second = ((gint64) self->day - KL_ISO_DATE_UNIX_DAY) * SECONDS_OF_DAY + MAX (self->second, 0);
  int interval;

  if (self->offset != KL_ISO_DATE_NO_ZONE)
    return second - self->offset;

  /* A time that is left out when clocks are put forward is when they are, as GDateTime has it. */
  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &second);
  return second - g_time_zone_get_offset (zone, interval);
}

/**
 * kl_iso_date_format_day:
 * @day: the number of a day
 *
 * Returns: (transfer full) (nullable): the day as “2025-10-10”; %NULL outside of the years 1–9999
 */
char *
kl_iso_date_format_day (gint64 day)
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
