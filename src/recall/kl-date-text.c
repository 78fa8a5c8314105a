/* kl-date-text.c: days, moments and spans of time in words */

#include "config.h"

#include "kl-date-text.h"

#include <glib/gi18n.h>

#include "model/kl-iso-date.h"

/* A date without a time stays a date: no zone can move it. */
static GDateTime *
parse (const char *text,
       gboolean   *has_time)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) moment = NULL;
  KlIsoDate date;

  *has_time = FALSE;
  if (!kl_iso_date_parse (text, &date))
    return NULL;

  *has_time = date.second != KL_ISO_DATE_NO_TIME;
  moment = g_date_time_new_from_unix_utc (kl_iso_date_get_unix (&date, utc));
  return moment != NULL && *has_time ? g_date_time_to_local (moment) : g_steal_pointer (&moment);
}

/**
 * kl_date_text_format:
 * @date: (nullable): “YYYY-MM-DD” or ISO 8601 with a time
 *
 * Returns: (transfer full): the day in words, such as “10 October 2025”; @date itself where it is neither
 */
char *
kl_date_text_format (const char *date)
{
  gboolean has_time;
  g_autoptr(GDateTime) moment = parse (date, &has_time);

  if (moment == NULL)
    return g_strdup (date != NULL ? date : _("No date"));
  /* Translators: a day, as for g_date_time_format() */
  return g_date_time_format (moment, _("%-e %B %Y"));
}

/**
 * kl_date_text_format_full:
 * @date: (nullable): “YYYY-MM-DD” or ISO 8601 with a time
 *
 * Returns: (transfer full): the day in words, with the time of day where there is one
 */
char *
kl_date_text_format_full (const char *date)
{
  gboolean has_time;
  g_autoptr(GDateTime) moment = parse (date, &has_time);

  if (moment == NULL || !has_time)
    return kl_date_text_format (date);
  /* Translators: a day with a time of day, as for g_date_time_format() */
  return g_date_time_format (moment, _("%-e %B %Y, %H:%M"));
}

/**
 * kl_date_text_format_span:
 * @seconds: a span of time
 *
 * Returns: (transfer full): the span as a clock shows it, such as “4:05” or “1:04:05”
 */
char *
kl_date_text_format_span (gint64 seconds)
{
  gint64 hours = seconds / 3600;
  gint64 minutes = seconds / 60 % 60;
  char rest[8];

  g_snprintf (rest, sizeof rest, "%02d", (int) (seconds % 60));
  if (hours > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%s", hours, (int) minutes, rest);
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", minutes, rest);
}
