/* kl-written-date.c: dates as people write them
 *
 * Only what can be read in one way is a date: 2025-10-10, 10.10.2025, 10 October 2025, October 10th, 2025, and
 * 13/10/2025, where no month is the thirteenth. 5/6/2025 may be either, and is none.
 */

#include "config.h"

#include "kl-written-date.h"

#include <string.h>

#include "kl-digits.h"
#include "model/kl-iso-date.h"

typedef struct
{
  int year;
  int month;
  int day;
} Date;

static gboolean
is_valid (const Date *date)
{
  return date->year > 0 && date->year <= 9999 && g_date_valid_month ((GDateMonth) date->month)
         && g_date_valid_dmy ((GDateDay) date->day, (GDateMonth) date->month, (GDateYear) date->year);
}

/* A number of that many digits and no more; @at goes behind it. */
static gboolean
read_number (const char **at,
             guint        least,
             guint        most,
             int         *number)
{
  guint n = 0;

  *number = 0;
  while (g_ascii_isdigit ((*at)[n]) && n <= most)
    *number = *number * 10 + ((*at)[n++] - '0');
  if (n < least || n > most)
    return FALSE;
  *at += n;
  return TRUE;
}

static gboolean
read_word (const char **at,
           const char  *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ' || **at == '\t')
    (*at)++;
}

/* The English name of a month, or three letters of it and more. */
static gboolean
read_month (const char **at,
            int         *month)
{
  static const char *const names[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  };
  gsize length = 0;

  while (g_ascii_isalpha ((*at)[length]))
    length++;
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (names); i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (*at, names[i], length) == 0)
      {
        *at += length;
        read_word (at, ".");
        *month = (int) i + 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_day (const char **at,
          int         *day)
{
  if (!read_number (at, 1, 2, day))
    return FALSE;
  if (!read_word (at, "st") && !read_word (at, "nd") && !read_word (at, "rd") && !read_word (at, "th"))
    read_word (at, ".");
  return TRUE;
}

/* 2025-10-10, 2025/10/10 */
static gboolean
read_year_first (const char **at,
                 Date        *date)
{
  char separator;

  if (!read_number (at, 4, 4, &date->year) || **at == '\0' || strchr ("-/.", **at) == NULL)
    return FALSE;
  separator = *(*at)++;
  if (!read_number (at, 1, 2, &date->month) || *(*at)++ != separator)
    return FALSE;
  return read_number (at, 1, 2, &date->day);
}

/* 2025年10月10日 */
static gboolean
read_east_asian (const char **at,
                 Date        *date)
{
  return read_number (at, 4, 4, &date->year) && (read_word (at, "年") || read_word (at, "년 "))
         && read_number (at, 1, 2, &date->month) && (read_word (at, "月") || read_word (at, "월 "))
         && read_number (at, 1, 2, &date->day);
}

/* 10.10.2025; 13/10/2025 and 10/13/2025 */
static gboolean
read_year_last (const char **at,
                Date        *date)
{
  int second;
  char separator;

  if (!read_number (at, 1, 2, &date->day) || **at == '\0' || strchr ("/.", **at) == NULL)
    return FALSE;
  separator = *(*at)++;
  if (separator == '.')
    skip_blanks (at);
  if (!read_number (at, 1, 2, &second) || *(*at)++ != separator)
    return FALSE;
  if (separator == '.')
    skip_blanks (at);
  date->month = second;
  if (separator == '/' && second > 12)
    {
      date->month = date->day;
      date->day = second;
    }
  else if (separator == '/' && date->day <= 12 && date->day != second)
    return FALSE;
  return read_number (at, 4, 4, &date->year);
}

/* 10 October 2025, 10th of October, 2025 */
static gboolean
read_day_first (const char **at,
                Date        *date)
{
  if (!read_day (at, &date->day))
    return FALSE;
  skip_blanks (at);
  if (read_word (at, "of "))
    skip_blanks (at);
  read_word (at, "-");
  if (!read_month (at, &date->month))
    return FALSE;
  if (!read_word (at, ",") && read_word (at, "-"))
    return read_number (at, 4, 4, &date->year);
  skip_blanks (at);
  return read_number (at, 4, 4, &date->year);
}

/* October 10, 2025 */
static gboolean
read_month_first (const char **at,
                  Date        *date)
{
  if (!read_month (at, &date->month))
    return FALSE;
  skip_blanks (at);
  if (!read_day (at, &date->day))
    return FALSE;
  read_word (at, ",");
  skip_blanks (at);
  return read_number (at, 4, 4, &date->year);
}

static gboolean
read_date (const char **at,
           Date        *date)
{
  static gboolean (*const forms[]) (const char **at, Date *date) = {
    read_year_first, read_east_asian, read_year_last, read_day_first, read_month_first,
  };
  const char *start = *at;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      *at = start;
      if (forms[i](at, date) && is_valid (date) && !g_ascii_isdigit (**at))
        return TRUE;
    }
  *at = start;
  return FALSE;
}

/* With the time and the zone, if both are there. */
static char *
dup_moment (const char  *start,
            const char **end)
{
  gsize length = strcspn (start, " \t\r\n)*,;");
  g_autofree char *whole = g_strndup (start, length);
  KlIsoDate moment;

  if (!kl_iso_date_parse (whole, &moment) || moment.offset == KL_ISO_DATE_NO_ZONE)
    return NULL;
  *end = start + length;
  return g_steal_pointer (&whole);
}

static char *
find_date (const char  *text,
           const char **start,
           const char **end)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      Date date;

      if (!g_ascii_isalnum (*at) || (at > text && g_ascii_isalnum (at[-1])))
        continue;
      *start = at;
      *end = at;
      if (read_date (end, &date))
        {
          char *moment = **end == 'T' ? dup_moment (at, end) : NULL;

          return moment != NULL ? moment : g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
        }
    }
  return NULL;
}

/**
 * kl_written_date_dup:
 * @text: UTF-8
 *
 * Returns: (transfer full) (nullable): the first date of @text in ISO 8601: “2025-10-10”, with a time and a zone only
 *   if both were written
 */
char *
kl_written_date_dup (const char *text)
{
  g_autofree char *folded = kl_digits_fold (text, NULL);
  const char *start;
  const char *end;

  return find_date (folded != NULL ? folded : text, &start, &end);
}

/**
 * kl_written_date_is_all_of:
 * @text: UTF-8
 *
 * Returns: whether @text is a date and nothing else
 */
gboolean
kl_written_date_is_all_of (const char *text)
{
  const char *start;
  const char *end;
  g_autofree char *date = NULL;
  g_autofree char *folded = kl_digits_fold (text, NULL);
  g_autofree char *plain = g_strstrip (g_strdup (folded != NULL ? folded : text));

  date = find_date (plain, &start, &end);
  return date != NULL && start == plain && (*end == '\0' || g_str_equal (end, "日") || g_str_equal (end, "일"));
}
