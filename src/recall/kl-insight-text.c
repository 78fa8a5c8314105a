/* kl-insight-text.c: what the insights show, in words */

#include "config.h"

#include "kl-insight-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "chart/kl-chart-bands.h"

#include "kl-day-text.h"
#include "kl-insight-choice.h"

#define DAYS_OF_WEEK 7

/**
 * kl_insight_text_band:
 * @report: how it goes on the whole
 * @rank: the rank of a band, or the number of bands
 *
 * Returns: (transfer full): what the band is called
 */
char *
kl_insight_text_band (const KlInsightReport *report,
                      guint                  rank)
{
  const KlChartBand *band = kl_chart_bands_get (report->bands, (int) rank);

  if (band == NULL)
    return g_strdup (_("No Band"));
  return g_strdup (band->name != NULL ? band->name : "");
}

/**
 * kl_insight_text_spread:
 * @report: how it goes on the whole
 *
 * Returns: (transfer full): in which bands the subjects stand now, such as “14 have a score: 5 Strong, 9 Good.”
 */
char *
kl_insight_text_spread (const KlInsightReport *report)
{
  const KlInsightSpread *spread = report->spread;
  g_autoptr(GString) bands = g_string_new (NULL);
  guint last;
  guint total;

  if (spread->n_weeks == 0)
    return g_strdup (_("Nothing has a score yet."));

  last = spread->n_weeks - 1;
  total = kl_insight_spread_get_total (spread, last);
  for (guint i = 0; i <= spread->n_ranks; i++)
    {
      g_autofree char *name = kl_insight_text_band (report, i);
      guint n = kl_insight_spread_get (spread, last, i);

      if (n > 0)
        /* Translators: %1$u is how many topics are in a band, %2$s the band, such as “Strong” */
        g_string_append_printf (bands, _("%1$u %2$s"), n, name);
      if (n > 0)
        /* Translators: between the members of a list */
        g_string_append (bands, _(", "));
    }
  g_string_truncate (bands, bands->len - strlen (_(", ")));
  /* Translators: %1$u is how many topics have a score, %2$s how many of them are in each band */
  return g_strdup_printf (ngettext ("%1$u has a score: %2$s.", "%1$u have a score: %2$s.", total), total, bands->str);
}

/**
 * kl_insight_text_due:
 * @due: what is due
 *
 * Returns: (transfer full): how much is due, in a sentence
 */
char *
kl_insight_text_due (const KlInsightDue *due)
{
  guint total = kl_insight_due_get_total (due);
  g_autofree char *now = NULL;
  g_autofree char *week = NULL;

  if (total == 0)
    return g_strdup (_("Nothing has a date yet. What you explain gets one."));

  week = g_strdup_printf (ngettext ("%u is due this week", "%u are due this week", due->weeks[0]), due->weeks[0]);
  if (due->n_overdue == 0)
    /* Translators: %1$s is “3 are due this week”, %2$u how many have a date at all */
    return g_strdup_printf (_("%1$s, of %2$u with a date."), week, total);

  now = g_strdup_printf (ngettext ("%u was due before", "%u were due before", due->n_overdue), due->n_overdue);
  /* Translators: %1$s is “3 are due this week”, %2$s “2 were due before”, %3$u how many have a date at all */
  return g_strdup_printf (_("%1$s, %2$s, of %3$u with a date."), week, now, total);
}

/**
 * kl_insight_text_due_week:
 * @due: what is due
 * @week: which of its weeks
 *
 * Returns: (transfer full): what the week is called
 */
char *
kl_insight_text_due_week (const KlInsightDue *due,
                          guint               week)
{
  gint64 monday = due->monday + DAYS_OF_WEEK * (gint64) week;
  g_autofree char *date = kl_day_text_date (monday, due->today);

  if (week == 0)
    return g_strdup (_("This week"));
  /* Translators: %s is a Monday */
  return g_strdup_printf (_("Week of %s"), date);
}

/**
 * kl_insight_text_week:
 * @report: how it goes on the whole
 * @monday: the number of a Monday
 *
 * Returns: (transfer full): what the week that begins then is called
 */
char *
kl_insight_text_week (const KlInsightReport *report,
                      gint64                 monday)
{
  g_autofree char *date = kl_day_text_date (monday, report->today);

  return g_strdup_printf (_("Week of %s"), date);
}

/**
 * kl_insight_text_activity:
 * @report: how it goes on the whole
 *
 * Returns: (transfer full): how much was explained lately, in a sentence
 */
char *
kl_insight_text_activity (const KlInsightReport *report)
{
  gint64 first = report->weeks->len > 0 ? g_array_index (report->weeks, KlInsightWeek, 0).monday : 0;
  guint n_attempts = 0;
  guint n_days = 0;
  g_autofree char *days = NULL;
  g_autofree char *date = NULL;

  if (report->weeks->len == 0)
    return g_strdup (_("Nothing was explained or studied yet."));

  for (guint i = 0; i < report->days->len; i++)
    {
      const KlInsightDay *day = &g_array_index (report->days, KlInsightDay, i);

      if (day->day >= first && day->day <= report->today)
        {
          n_attempts += day->n_attempts;
          n_days++;
        }
    }
  days = g_strdup_printf (ngettext ("%u day of learning", "%u days of learning", n_days), n_days);
  date = kl_day_text_date (first, report->today);
  /* Translators: %1$u is how many explanations there were, %2$s “12 days of learning”, %3$s a date */
  return g_strdup_printf (ngettext ("%1$u explanation and %2$s since %3$s.",
                                    "%1$u explanations and %2$s since %3$s.", n_attempts),
                          n_attempts, days, date);
}

static char *
say_too_few (const KlInsightCalibration *calibration)
{
  gboolean is_reading = calibration->source == KL_INSIGHT_SOURCE_READING;
  guint n = calibration->n;

  if (n == 0)
    return g_strdup (is_reading
                       ? _("No score was suggested yet. Key points let KLearn suggest one for what you explain.")
                       : _("No score was expected yet. Say one before you explain something."));
  if (is_reading)
    return g_strdup_printf (ngettext ("%u attempt so far has a score that KLearn suggested: too few to say more.",
                                      "%u attempts so far have a score that KLearn suggested: too few to say more.",
                                      n),
                            n);
  return g_strdup_printf (ngettext ("%u attempt so far has a score that you expected: too few to say more.",
                                    "%u attempts so far have a score that you expected: too few to say more.", n),
                          n);
}

/* The same as kl_insight_calibration_say(), as the beginning of a sentence. */
static char *
say_bias (const KlInsightCalibration *calibration)
{
  guint size = (guint) MIN (round (fabs (calibration->bias)), 100);

  if (calibration->source == KL_INSIGHT_SOURCE_PERSON)
    return kl_insight_calibration_say (calibration, calibration->bias);
  if (size == 0)
    return g_strdup (_("You score as the reading suggests"));
  if (calibration->bias > 0)
    /* Translators: the points are percentage points; the reading is KLearn's, of an explanation */
    return g_strdup_printf (ngettext ("You score %u point lower than the reading suggests",
                                      "You score %u points lower than the reading suggests", size),
                            size);
  /* Translators: the points are percentage points; the reading is KLearn's, of an explanation */
  return g_strdup_printf (ngettext ("You score %u point higher than the reading suggests",
                                    "You score %u points higher than the reading suggests", size),
                          size);
}

/**
 * kl_insight_text_calibration:
 * @calibration: scores that were said, against those that it was
 *
 * Returns: (transfer full): how far off they were on average, in a sentence
 */
char *
kl_insight_text_calibration (const KlInsightCalibration *calibration)
{
  guint distance;
  g_autofree char *bias = NULL;
  g_autofree char *off = NULL;

  if (calibration->n < KL_INSIGHT_CALIBRATION_MIN)
    return say_too_few (calibration);

  distance = (guint) round (calibration->distance);
  bias = say_bias (calibration);
  off = g_strdup_printf (ngettext ("%u point off on average", "%u points off on average", distance), distance);
  /* Translators: %1$s is such as “8 points too sure”, %2$s “11 points off on average”, %3$u how many attempts */
  return g_strdup_printf (ngettext ("%1$s, %2$s, over %3$u attempt.", "%1$s, %2$s, over %3$u attempts.",
                                    calibration->n),
                          bias, off, calibration->n);
}

/**
 * kl_insight_text_missed:
 * @point: a point
 *
 * Returns: (transfer full): how often it was missed, such as “missed in 3 of 5, partly covered in 1”
 */
char *
kl_insight_text_missed (const KlInsightPoint *point)
{
  if (point->n_partly == 0)
    /* Translators: %1$u is in how many attempts a point was missed, %2$u how many attempts there are */
    return g_strdup_printf (ngettext ("missed in %1$u of %2$u attempt", "missed in %1$u of %2$u attempts",
                                      point->n_judged),
                            point->n_missed, point->n_judged);
  /* Translators: %1$u is in how many attempts a point was missed, %3$u how many attempts there are */
  return g_strdup_printf (ngettext ("missed in %1$u and partly covered in %2$u of %3$u attempt",
                                    "missed in %1$u and partly covered in %2$u of %3$u attempts", point->n_judged),
                          point->n_missed, point->n_partly, point->n_judged);
}

/**
 * kl_insight_text_missed_first:
 * @report: how it goes on the whole, with a point that was missed
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full): which point was missed most often, in a sentence
 */
char *
kl_insight_text_missed_first (const KlInsightReport *report,
                              const KlInsightTopics *topics)
{
  const KlInsightPoint *point = g_ptr_array_index (report->missed, 0);
  const char *title = kl_insight_topics_get_title (topics, point->subject);
  g_autofree char *words = kl_insight_text_missed (point);

  /* Translators: %1$s is a point, %2$s its topic, %3$s “missed in 3 of 5 attempts” */
  return g_strdup_printf (_("Most often: “%1$s” in “%2$s”, %3$s."), point->text, title != NULL ? title : "", words);
}

/**
 * kl_insight_text_span:
 * @seconds: a span of time
 *
 * Returns: (transfer full): such as “3 h 05 min” or “12 min”; what is less than a minute is “under 1 min”
 */
char *
kl_insight_text_span (gint64 seconds)
{
  gint64 minutes = seconds / 60;
  g_autofree char *hours = g_strdup_printf ("%" G_GINT64_FORMAT, minutes / 60);

  if (seconds > 0 && minutes == 0)
    return g_strdup (_("under 1 min"));
  if (minutes < 60)
    /* Translators: minutes */
    return g_strdup_printf (_("%d min"), (int) minutes);
  /* Translators: hours and minutes */
  return g_strdup_printf (_("%s h %02d min"), hours, (int) (minutes % 60));
}

/**
 * kl_insight_text_time:
 * @report: how it goes on the whole
 *
 * Returns: (transfer full): how much time was spent in the weeks of kl_insight_charts_new_time(), in a sentence
 */
char *
kl_insight_text_time (const KlInsightReport *report)
{
  gint64 explained = 0;
  gint64 studied = 0;
  gint64 monday = kl_insight_week_get_monday (report->today);
  guint first = kl_insight_report_get_time_begin (report);
  g_autofree char *explained_text = NULL;
  g_autofree char *studied_text = NULL;
  g_autofree char *date = NULL;

  if (report->spans->len == 0)
    return g_strdup (_("No time was measured yet. Explaining and the timer of a deep dive do it."));

  for (guint i = first; i < report->weeks->len; i++)
    {
      explained += g_array_index (report->weeks, KlInsightWeek, i).explained;
      studied += g_array_index (report->weeks, KlInsightWeek, i).studied;
    }
  /* What has no date is in none of the weeks. */
  if (first < report->weeks->len)
    monday = g_array_index (report->weeks, KlInsightWeek, first).monday;
  explained_text = kl_insight_text_span (explained);
  studied_text = kl_insight_text_span (studied);
  date = kl_day_text_date (monday, report->today);
  /* Translators: the first two are spans of time, such as “3 h 05 min”, the last is a date */
  return g_strdup_printf (_("Since %3$s: %1$s of explaining and %2$s of studying."), explained_text, studied_text,
                          date);
}
