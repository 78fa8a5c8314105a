/* kl-day-text.c: when something is due, in words */

#include "config.h"

#include "kl-day-text.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"
#include "model/kl-iso-date.h"

static GDateTime *
date_of (gint64 day)
{
  gint64 last = 3652059; /* 31 December 9999 */
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (day, 1, last));
  return g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
}

/**
 * kl_day_text_due:
 * @day: the number of the day that something is due on
 * @today: the number of the day that it is
 *
 * Returns: (transfer full): such as “due in 6 days”, “due today” or “due for 3 days”
 */
char *
kl_day_text_due (gint64 day,
                 gint64 today)
{
  int n_days = (int) CLAMP (day - today, -G_MAXINT, G_MAXINT);

  if (n_days == 0)
    return g_strdup (_("due today"));
  if (n_days == 1)
    return g_strdup (_("due tomorrow"));
  if (n_days == -1)
    return g_strdup (_("due since yesterday"));
  if (n_days > 0)
    return g_strdup_printf (ngettext ("due in %d day", "due in %d days", (gulong) n_days), n_days);
  /* Translators: it should have been explained so many days ago. */
  return g_strdup_printf (ngettext ("due for %d day", "due for %d days", (gulong) -n_days), -n_days);
}

static gboolean
is_same_year (gint64 day,
              gint64 other)
{
  g_autoptr(GDateTime) date = date_of (day);
  g_autoptr(GDateTime) other_date = date_of (other);

  return g_date_time_get_year (date) == g_date_time_get_year (other_date);
}

/**
 * kl_day_text_date:
 * @day: the number of a day
 * @today: the number of the day that it is
 *
 * Returns: (transfer full): such as “10 October”, with the year where it is another one; “no date” where @day is none
 */
char *
kl_day_text_date (gint64 day,
                  gint64 today)
{
  return kl_chart_text_day ((int) CLAMP (day, 0, G_MAXINT32),
                            is_same_year (day, today) ? KL_CHART_DATE_DAY_FULL : KL_CHART_DATE_FULL);
}

/**
 * kl_day_text_weekday:
 * @day: the number of a day
 * @today: the number of the day that it is
 *
 * Returns: (transfer full): such as “Friday, 4 December”, with the year where it is another one
 */
char *
kl_day_text_weekday (gint64 day,
                     gint64 today)
{
  g_autoptr(GDateTime) date = date_of (day);
  char *text;

  if (is_same_year (day, today))
    /* Translators: a day with its weekday and without its year, as for g_date_time_format() */
    text = g_date_time_format (date, _("%A, %-e %B"));
  else
    text = g_date_time_format (date, _("%A, %-e %B %Y"));
  return text != NULL ? text : kl_iso_date_format_day (day);
}
