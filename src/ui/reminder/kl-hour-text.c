/* kl-hour-text.c: an hour of the day, as the locale writes it */

#include "config.h"

#include "kl-hour-text.h"

#include <langinfo.h>
#include <string.h>

/* Whether the locale tells the time with twelve hours. */
static gboolean
has_halves (void)
{
  const char *form = nl_langinfo (T_FMT);

  return strstr (form, "%r") != NULL || strstr (form, "%I") != NULL || strstr (form, "%l") != NULL;
}

/**
 * kl_hour_text_new:
 * @hour: 0–23
 *
 * Returns: (transfer full): such as “09:00” or “9:00 AM”
 */
char *
kl_hour_text_new (int hour)
{
  g_autoptr(GDateTime) moment = g_date_time_new_utc (2001, 1, 1, CLAMP (hour, 0, 23), 0, 0);

  return g_date_time_format (moment, has_halves () ? "%-I:%M %p" : "%H:%M");
}

/**
 * kl_hour_text_parse:
 * @text: what a person wrote
 *
 * Returns: the hour that it names, as kl_hour_text_new() does or as a number; -1 where it is none
 */
int
kl_hour_text_parse (const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  gint64 number;

  g_strstrip (wanted);
  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *known = kl_hour_text_new (hour);
      g_autofree char *folded = g_utf8_casefold (known, -1);

      if (g_str_equal (folded, wanted))
        return hour;
    }

  if (!g_ascii_isdigit (*wanted))
    return -1;
  number = g_ascii_strtoll (wanted, NULL, 10);
  return number <= 23 ? (int) number : -1;
}
