/* kl-value.c: scores and dates as a person gives them to a command */

#include "config.h"

#include "kl-value.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-cli-error.h"
#include "model/kl-iso-date.h"

#define DATE_LENGTH 10

/**
 * kl_value_parse_score:
 * @text: what was given
 * @option: the option that it was given for, such as `--score`
 * @score: (out): 0–100
 * @error: return location for an error
 *
 * Takes “85” and “79.5”, in every locale, and nothing else.
 *
 * Returns: whether @text is a score; else %KL_CLI_ERROR_USAGE
 */
gboolean
kl_value_parse_score (const char  *text,
                      const char  *option,
                      double      *score,
                      GError     **error)
{
  gsize whole = strspn (text, "0123456789");
  const char *rest = text + whole;
  gboolean is_number = whole >= 1 && whole <= 3
                       && (*rest == '\0' || (rest[0] == '.' && g_ascii_isdigit (rest[1]) && rest[2] == '\0'));

  if (is_number)
    *score = g_ascii_strtod (text, NULL);
  if (is_number && *score <= 100)
    return TRUE;

  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
               _("%s takes a number from 0 to 100 with at most one decimal, such as 85 or 79.5, not “%s”."), option,
               text);
  return FALSE;
}

/**
 * kl_value_parse_date:
 * @text: what was given
 * @clock: where the time comes from
 * @error: return location for an error
 *
 * Takes a date, which stays a date, or an ISO 8601 time; without a zone it is the person's own.
 *
 * Returns: (transfer full) (nullable): the date as an attempt holds it; %NULL and %KL_CLI_ERROR_USAGE if it is none, or
 *   %KL_CLI_ERROR_FAILED if it is still to come
 */
char *
kl_value_parse_date (const char  *text,
                     KlClock     *clock,
                     GError     **error)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (clock);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *date = NULL;
  gboolean future = FALSE;

  if (strlen (text) == DATE_LENGTH && kl_iso_date_parse_day (text) > 0)
    {
      date = g_strdup (text);
      future = strcmp (text, today) > 0;
    }
  else if (strlen (text) > DATE_LENGTH && text[DATE_LENGTH] == 'T' && kl_iso_date_parse_day (text) > 0)
    {
      g_autofree char *without_seconds = g_strconcat (text, ":00", NULL);

      time = g_date_time_new_from_iso8601 (text, g_date_time_get_timezone (now));
      /* “12:30” is how people write a time; GLib wants seconds. */
      if (time == NULL)
        time = g_date_time_new_from_iso8601 (without_seconds, g_date_time_get_timezone (now));
      if (time != NULL)
        {
          date = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
          future = g_date_time_compare (time, now) > 0;
        }
    }

  if (date == NULL)
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                 _("--date takes a date such as 2025-10-10, or a time such as 2025-10-10T18:30:00+02:00, not “%s”."),
                 text);
  else if (future)
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("%s is still to come: an attempt lies in the past."),
                 text);

  return date != NULL && !future ? g_steal_pointer (&date) : NULL;
}

/**
 * kl_value_format_now:
 * @clock: where the time comes from
 *
 * Returns: (transfer full): the time now, as an attempt holds it
 */
char *
kl_value_format_now (KlClock *clock)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (clock);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}
