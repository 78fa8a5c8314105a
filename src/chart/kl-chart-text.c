/* kl-chart-text.c: days and scores as words, in the person's language */

#include "config.h"

#include "kl-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *
format_of (KlChartDate form)
{
  switch (form)
    {
    case KL_CHART_DATE_DAY_FULL:
      /* Translators: a date without its year, as g_date_time_format() reads it: “10 October”. */
      return C_("date", "%-e %B");

    case KL_CHART_DATE_YEAR:
      /* Translators: a date with its year in short, as g_date_time_format() reads it: “10 Oct 2025”. */
      return C_("date", "%-e %b %Y");

    case KL_CHART_DATE_DAY:
      /* Translators: a date without its year, as g_date_time_format() reads it: “10 Oct”. */
      return C_("date", "%-e %b");

    case KL_CHART_DATE_MONTH:
      /* Translators: a month with its year in short, as g_date_time_format() reads it: “Oct 2025”. */
      return C_("date", "%b %Y");

    case KL_CHART_DATE_MONTH_ONLY:
      /* Translators: a month in short, as g_date_time_format() reads it: “Oct”. */
      return C_("date", "%b");

    case KL_CHART_DATE_YEAR_ONLY:
      /* Translators: a year, as g_date_time_format() reads it: “2025”. */
      return C_("date", "%Y");

    case KL_CHART_DATE_FULL:
    default:
      /* Translators: a date in full, as g_date_time_format() reads it: “10 October 2025”. */
      return C_("date", "%-e %B %Y");
    }
}

/**
 * kl_chart_text_day:
 * @day: a Julian day
 * @form: how much of it to say
 *
 * Returns: (transfer full): the day in words; “no date” where @day is none
 */
char *
kl_chart_text_day (int         day,
                   KlChartDate form)
{
  GDate date;
  g_autoptr(GDateTime) time = NULL;

  if (day < 1 || !g_date_valid_julian ((guint32) day))
    return g_strdup (_("no date"));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  time
    = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  return time != NULL ? g_date_time_format (time, format_of (form)) : g_strdup (_("no date"));
}

/**
 * kl_chart_text_number:
 * @value: a finite number
 *
 * Returns: (transfer full): “1,234”, grouped as in the person's language, with a decimal only where it has one
 */
char *
kl_chart_text_number (double value)
{
  /* What is too large for tenths has none. */
  double tenths = fabs (value) < 1e15 ? fabs (round (value * 10)) : 0;

  if (fmod (tenths, 10) < 0.5)
    /* Not −0. */
    return g_strdup_printf ("%'.0f", round (value) + 0.0);
  return g_strdup_printf ("%'.1f", value);
}

/**
 * kl_chart_text_percent:
 * @value: 0–100
 *
 * Returns: (transfer full): “92 %”, with a decimal only where it has one
 */
char *
kl_chart_text_percent (double value)
{
  g_autofree char *number = kl_chart_text_number (value);

  /* Translators: a score; the space is a no-break space. */
  return g_strdup_printf (_("%s %%"), number);
}

/**
 * kl_chart_text_span:
 * @seconds: a span of time
 *
 * Returns: (transfer full): it to the minute: “1 h 20 min”
 */
char *
kl_chart_text_span (double seconds)
{
  double minutes = round (MAX (seconds, 0) / 60);
  double rest = fmod (minutes, 60);
  g_autofree char *hours = kl_chart_text_number (floor (minutes / 60));

  if (minutes < 60)
    /* Translators: a span of time in minutes; the space is a no-break space. */
    return g_strdup_printf (_("%d min"), (int) rest);
  if (rest < 1)
    /* Translators: a span of time in hours; the space is a no-break space. */
    return g_strdup_printf (_("%s h"), hours);
  /* Translators: a span of time in hours and minutes; the spaces are no-break spaces. */
  return g_strdup_printf (_("%s h %d min"), hours, (int) rest);
}

/**
 * kl_chart_text_score:
 * @score: a score
 *
 * Returns: (transfer full): “92 %”, “75–85 %”, or “not assessed”
 */
char *
kl_chart_text_score (KlScore score)
{
  g_autofree char *low = NULL;
  g_autofree char *number = NULL;
  g_autofree char *high = NULL;

  if (!kl_score_is_set (score))
    return g_strdup (_("not assessed"));
  if (!kl_score_is_range (score))
    return kl_chart_text_percent (kl_score_get_value (score));

  low = kl_chart_text_number (score.low);
  number = kl_chart_text_number (score.high);
  /* A word joiner: no line ends after the dash. */
  high = g_strconcat ("\u2060", number, NULL);
  /* Translators: a score that is a range, from the first number to the second; the space is a no-break space. */
  return g_strdup_printf (_("%s–%s %%"), low, high);
}

/**
 * kl_chart_text_join_sentences:
 * @first: a sentence without its full stop
 * @second: (nullable): another
 *
 * Returns: (transfer full): both, without the last full stop
 */
char *
kl_chart_text_join_sentences (const char *first,
                              const char *second)
{
  /* Translators: two sentences, of which the second gets no full stop. */
  return second != NULL ? g_strdup_printf (_("%s. %s"), first, second) : g_strdup (first);
}
