/* kl-insight-charts.c: the insights as charts: what they show, what they are called, and what they say in a sentence */

#include "config.h"

#include "kl-insight-charts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-area-chart.h"
#include "chart/kl-bar-chart.h"
#include "chart/kl-calendar-chart.h"
#include "chart/kl-chart-bands.h"
#include "chart/kl-chart-text.h"
#include "chart/kl-scatter-chart.h"

#include "kl-insight-choice.h"
#include "kl-insight-target.h"
#include "kl-insight-text.h"

#define DAYS_OF_WEEK 7

/* More bars than these are not told apart. */
#define MAX_MISSED 10

/* Takes the chart's data and its words. */
static KlDataChart *
finish (gpointer     chart,
        KlChartData *data,
        const char  *title,
        char        *summary)
{
  kl_data_chart_set_data (chart, data);
  kl_data_chart_set_summary (chart, summary);
  kl_chart_set_title (chart, title);
  kl_chart_data_unref (data);
  g_free (summary);
  return KL_DATA_CHART (chart);
}

/* The bands, and what is in none where anything ever was. */
static guint
count_series (const KlInsightSpread *spread)
{
  for (guint week = 0; week < spread->n_weeks; week++)
    if (kl_insight_spread_get (spread, week, spread->n_ranks) > 0)
      return spread->n_ranks + 1;
  return spread->n_ranks;
}

/**
 * kl_insight_charts_new_spread:
 * @report: how it goes on the whole
 *
 * Returns: (transfer full): how many subjects stood in each band at the end of each week, the present one so far
 */
KlDataChart *
kl_insight_charts_new_spread (const KlInsightReport *report)
{
  const KlInsightSpread *spread = report->spread;
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, _("Until"));
  guint n_series = count_series (spread);
  g_autofree double *values = g_new (double, n_series);

  for (guint i = 0; i < n_series; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (report->bands, (int) i);
      g_autofree char *name = kl_insight_text_band (report, i);

      kl_chart_data_add_series (data, name, band != NULL ? band->hue : KL_CHART_HUE_PLAIN, band != NULL ? (int) i : -1);
    }
  for (guint week = 0; week < spread->n_weeks; week++)
    {
      gint64 sunday = spread->monday + DAYS_OF_WEEK * (gint64) week + DAYS_OF_WEEK - 1;

      for (guint i = 0; i < n_series; i++)
        values[i] = kl_insight_spread_get (spread, week, i);
      kl_chart_data_add_day (data, (int) MIN (sunday, report->today), values);
    }
  return finish (kl_area_chart_new (), data, _("How the Bands Are Spread over Time"), kl_insight_text_spread (report));
}

/**
 * kl_insight_charts_new_due:
 * @due: what is due
 *
 * Returns: (transfer full): how much is due in the coming weeks
 */
KlDataChart *
kl_insight_charts_new_due (const KlInsightDue *due)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, _("Week of"));
  double value = due->n_overdue;

  kl_chart_data_add_series (data, _("Due"), KL_CHART_HUE_BLUE, -1);
  if (kl_insight_due_get_total (due) > 0)
    {
      /* Translators: what was due before today */
      kl_chart_data_add_row (data, _("Before"), &value);
      for (guint i = 0; i < KL_INSIGHT_DUE_WEEKS; i++)
        {
          g_autofree char *monday
            = kl_chart_text_day ((int) (due->monday + DAYS_OF_WEEK * (gint64) i), KL_CHART_DATE_DAY);

          value = due->weeks[i];
          kl_chart_data_add_row (data, i == 0 ? _("This week") : monday, &value);
        }
      value = due->n_later;
      /* Translators: what is due after the weeks that are listed */
      kl_chart_data_add_row (data, _("Later"), &value);
    }
  return finish (kl_bar_chart_new (KL_BAR_DIRECTION_UP), data, _("What Is Due in the Coming Weeks"),
                 kl_insight_text_due (due));
}

/**
 * kl_insight_charts_new_days:
 * @report: how it goes on the whole
 *
 * Returns: (transfer full): how often was explained and studied on each day of the latest year, from the first day on
 *   which there was anything until today
 */
KlDataChart *
kl_insight_charts_new_days (const KlInsightReport *report)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, _("Day"));
  gint64 first = report->weeks->len > 0 ? g_array_index (report->weeks, KlInsightWeek, 0).monday : 0;
  const double nothing[] = { 0, 0 };
  gint64 next = 0;

  kl_chart_data_add_series (data, _("Explanations"), KL_CHART_HUE_GREEN, -1);
  kl_chart_data_add_series (data, _("Study sessions"), KL_CHART_HUE_BLUE, -1);
  for (guint i = 0; i < report->days->len; i++)
    {
      const KlInsightDay *day = &g_array_index (report->days, KlInsightDay, i);
      const double values[] = { day->n_attempts, day->n_sessions };

      if (day->day < first || day->day > report->today)
        continue;
      for (; next > 0 && next < day->day; next++)
        kl_chart_data_add_day (data, (int) next, nothing);
      kl_chart_data_add_day (data, (int) day->day, values);
      next = day->day + 1;
    }
  for (; next > 0 && next <= report->today; next++)
    kl_chart_data_add_day (data, (int) next, nothing);
  return finish (kl_calendar_chart_new (), data, _("Days of Learning"), kl_insight_text_activity (report));
}

static char *
dup_pair_label (const KlInsightReport *report,
                const KlInsightTopics *topics,
                const KlInsightPair   *pair)
{
  const char *title = kl_insight_topics_get_title (topics, pair->subject);
  g_autofree char *date = pair->day > 0 ? kl_chart_text_day (pair->day, KL_CHART_DATE_YEAR) : NULL;

  if (date == NULL)
    return g_strdup (title != NULL ? title : "");
  /* Translators: %1$s is a topic, %2$s a date */
  return g_strdup_printf (_("%1$s, %2$s"), title != NULL ? title : "", date);
}

/* @data: (transfer full): with two series; each mark leads to its attempt. */
static KlDataChart *
new_pairs (const KlInsightReport      *report,
           const KlInsightTopics      *topics,
           const KlInsightCalibration *calibration,
           KlChartData                *data,
           const char                 *title)
{
  const GArray *pairs = calibration->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const KlInsightPair *pair = &g_array_index (pairs, KlInsightPair, i);
      const double values[] = { pair->guess, pair->score };
      g_autofree char *label = dup_pair_label (report, topics, pair);
      g_autofree char *bias = kl_insight_calibration_say (calibration, pair->guess - pair->score);
      g_autofree char *target
        = kl_insight_target_new (kl_insight_report_get_id (report, pair->subject), pair->number);

      kl_chart_data_add_row (data, label, values);
      kl_chart_data_set_target (data, target);
      kl_chart_data_set_note (data, bias);
    }
  return finish (kl_scatter_chart_new (), data, title, kl_insight_text_calibration (calibration));
}

/**
 * kl_insight_charts_new_calibration:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full): the scores that were expected of the latest attempts, against those that it was. Its marks
 *   lead to a kl_insight_target_new()
 */
KlDataChart *
kl_insight_charts_new_calibration (const KlInsightReport *report,
                                   const KlInsightTopics *topics)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_PERCENT, _("Attempt"));

  kl_chart_data_add_series (data, _("Expected"), KL_CHART_HUE_BLUE, -1);
  kl_chart_data_add_series (data, _("Actual"), KL_CHART_HUE_BLUE, -1);
  return new_pairs (report, topics, report->calibration, data, _("Expected and Actual Scores"));
}

/**
 * kl_insight_charts_new_suggestions:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full): the scores that KLearn suggested of the latest attempts, against those that it was. Its
 *   marks lead to a kl_insight_target_new()
 */
KlDataChart *
kl_insight_charts_new_suggestions (const KlInsightReport *report,
                                   const KlInsightTopics *topics)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_PERCENT, _("Attempt"));

  kl_chart_data_add_series (data, _("Suggested"), KL_CHART_HUE_GREEN, -1);
  /* Translators: the scores that the person gave */
  kl_chart_data_add_series (data, _("Yours"), KL_CHART_HUE_GREEN, -1);
  return new_pairs (report, topics, report->suggestions, data, _("Suggested Scores and Yours"));
}

/**
 * kl_insight_charts_new_missed:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full): the points that were missed most often, and how often
 */
KlDataChart *
kl_insight_charts_new_missed (const KlInsightReport *report,
                              const KlInsightTopics *topics)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, _("Point"));
  char *summary = report->missed->len > 0 ? kl_insight_text_missed_first (report, topics)
                                          : g_strdup (_("No point was missed yet."));

  kl_chart_data_add_series (data, _("Missed"), KL_CHART_HUE_RED, -1);
  kl_chart_data_add_series (data, _("Partly covered"), KL_CHART_HUE_ORANGE, -1);
  for (guint i = 0; i < MIN (report->missed->len, MAX_MISSED); i++)
    {
      const KlInsightPoint *point = g_ptr_array_index (report->missed, i);
      const double values[] = { point->n_missed, point->n_partly };
      g_autofree char *words = kl_insight_text_missed (point);

      kl_chart_data_add_row (data, point->text, values);
      kl_chart_data_set_target (data, kl_insight_report_get_id (report, point->subject));
      kl_chart_data_set_note (data, words);
    }
  return finish (kl_bar_chart_new (KL_BAR_DIRECTION_ALONG), data, _("Points Missed Most Often"), summary);
}

/**
 * kl_insight_charts_new_time:
 * @report: how it goes on the whole
 *
 * Returns: (transfer full): how long was explained and studied in each of the latest weeks; nothing where no time was
 *   measured
 */
KlDataChart *
kl_insight_charts_new_time (const KlInsightReport *report)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_SECONDS, _("Week of"));
  guint first = kl_insight_report_get_time_begin (report);

  kl_chart_data_add_series (data, _("Explaining"), KL_CHART_HUE_GREEN, -1);
  kl_chart_data_add_series (data, _("Studying"), KL_CHART_HUE_BLUE, -1);
  for (guint i = first; i < report->weeks->len && report->spans->len > 0; i++)
    {
      const KlInsightWeek *week = &g_array_index (report->weeks, KlInsightWeek, i);
      const double values[] = { (double) week->explained, (double) week->studied };

      kl_chart_data_add_day (data, (int) week->monday, values);
    }
  return finish (kl_bar_chart_new (KL_BAR_DIRECTION_UP), data, _("Explaining and Studying, Week by Week"),
                 kl_insight_text_time (report));
}
