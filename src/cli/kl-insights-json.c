/* kl-insights-json.c: how it goes with a plan on the whole, as JSON */

#include "config.h"

#include "kl-insights-json.h"

#include <math.h>

#include "chart/kl-chart-bands.h"
#include "model/kl-iso-date.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"

#define DAYS_OF_WEEK 7

static void
add_day (KlJsonWriter *json,
         const char   *name,
         gint64        day)
{
  g_autofree char *text = kl_iso_date_format_day (day);

  kl_json_writer_add_string (json, name, text);
}

/* More than a tenth would say more than is known. */
static void
add_points (KlJsonWriter *json,
            const char   *name,
            double        points)
{
  kl_json_writer_add_number (json, name, round (10 * points) / 10);
}

static void
add_subject (KlJsonWriter          *json,
             const KlInsightReport *report,
             const KlInsightTopics *topics,
             guint                  subject)
{
  kl_json_writer_add_string (json, "id", kl_insight_report_get_id (report, subject));
  kl_json_writer_add_string (json, "title", kl_insight_topics_get_title (topics, subject));
}

static void
add_statements (KlJsonWriter *json,
                const char   *name,
                GPtrArray    *statements)
{
  g_autoptr(GPtrArray) owned = statements;

  kl_json_writer_begin_array (json, name);
  for (guint i = 0; i < owned->len; i++)
    {
      KlInsightStatement *statement = g_ptr_array_index (owned, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "text", kl_insight_statement_get_text (statement));
      kl_json_writer_add_string (json, "subject", kl_insight_statement_get_subject_id (statement));
      kl_json_writer_add_string (json, "attempt", kl_insight_statement_get_attempt_id (statement));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_spread (KlJsonWriter          *json,
            const KlInsightReport *report)
{
  const KlInsightSpread *spread = report->spread;

  kl_json_writer_begin_array (json, "bands");
  for (guint week = 0; week < spread->n_weeks; week++)
    {
      kl_json_writer_begin_object (json, NULL);
      add_day (json, "week", spread->monday + DAYS_OF_WEEK * (gint64) week);
      kl_json_writer_begin_array (json, "subjects");
      for (guint rank = 0; rank <= spread->n_ranks; rank++)
        {
          const KlChartBand *band = kl_chart_bands_get (report->bands, (int) rank);

          kl_json_writer_begin_object (json, NULL);
          kl_json_writer_add_string (json, "band", band != NULL ? band->name : NULL);
          kl_json_writer_add_integer (json, "count", kl_insight_spread_get (spread, week, rank));
          kl_json_writer_end_object (json);
        }
      kl_json_writer_end_array (json);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_due (KlJsonWriter       *json,
         const KlInsightDue *due)
{
  kl_json_writer_begin_object (json, "due");
  kl_json_writer_add_integer (json, "before", due->n_overdue);
  kl_json_writer_begin_array (json, "weeks");
  for (guint i = 0; i < KL_INSIGHT_DUE_WEEKS; i++)
    {
      kl_json_writer_begin_object (json, NULL);
      add_day (json, "week", due->monday + DAYS_OF_WEEK * (gint64) i);
      kl_json_writer_add_integer (json, "count", due->weeks[i]);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
  kl_json_writer_add_integer (json, "later", due->n_later);
  kl_json_writer_end_object (json);
}

static void
add_days (KlJsonWriter          *json,
          const KlInsightReport *report)
{
  kl_json_writer_begin_array (json, "days");
  for (guint i = 0; i < report->days->len; i++)
    {
      const KlInsightDay *day = &g_array_index (report->days, KlInsightDay, i);

      kl_json_writer_begin_object (json, NULL);
      add_day (json, "day", day->day);
      kl_json_writer_add_integer (json, "attempts", day->n_attempts);
      kl_json_writer_add_integer (json, "assisted", day->n_assisted);
      kl_json_writer_add_integer (json, "sessions", day->n_sessions);
      kl_json_writer_add_integer (json, "explained_seconds", day->explained);
      kl_json_writer_add_integer (json, "studied_seconds", day->studied);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_calibration (KlJsonWriter          *json,
                 const KlInsightReport *report,
                 const KlInsightTopics *topics)
{
  const KlInsightCalibration *calibration = report->calibration;

  kl_json_writer_begin_object (json, "calibration");
  kl_json_writer_add_integer (json, "attempts", calibration->n);
  add_points (json, "bias", calibration->bias);
  add_points (json, "distance", calibration->distance);
  kl_json_writer_begin_array (json, "subjects");
  for (guint i = 0; i < calibration->subjects->len; i++)
    {
      const KlInsightBias *bias = &g_array_index (calibration->subjects, KlInsightBias, i);

      kl_json_writer_begin_object (json, NULL);
      add_subject (json, report, topics, bias->subject);
      kl_json_writer_add_integer (json, "attempts", bias->n);
      add_points (json, "bias", bias->bias);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
  kl_json_writer_end_object (json);
}

static void
add_agreement (KlJsonWriter             *json,
               const KlReadingAgreement *agreement)
{
  double mean = agreement->n_scored > 0 ? agreement->difference / agreement->n_scored : (double) NAN;

  kl_json_writer_begin_object (json, "suggestions");
  kl_json_writer_add_integer (json, "verdicts", agreement->n_judged);
  kl_json_writer_add_integer (json, "kept", agreement->n_kept);
  kl_json_writer_add_integer (json, "scores", agreement->n_scored);
  add_points (json, "difference", mean);
  kl_json_writer_end_object (json);
}

static void
add_missed (KlJsonWriter          *json,
            const KlInsightReport *report,
            const KlInsightTopics *topics)
{
  kl_json_writer_begin_array (json, "missed");
  for (guint i = 0; i < report->missed->len; i++)
    {
      const KlInsightPoint *point = g_ptr_array_index (report->missed, i);

      kl_json_writer_begin_object (json, NULL);
      add_subject (json, report, topics, point->subject);
      kl_json_writer_add_string (json, "point", point->text);
      kl_json_writer_add_integer (json, "verdicts", point->n_judged);
      kl_json_writer_add_integer (json, "missed", point->n_missed);
      kl_json_writer_add_integer (json, "partly", point->n_partly);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_returns (KlJsonWriter          *json,
             const KlInsightReport *report,
             const KlInsightTopics *topics)
{
  kl_json_writer_begin_array (json, "corrections_that_came_back");
  for (guint i = 0; i < report->returns->len; i++)
    {
      const KlInsightReturn *came_back = g_ptr_array_index (report->returns, i);

      kl_json_writer_begin_object (json, NULL);
      add_subject (json, report, topics, came_back->subject);
      kl_json_writer_add_string (json, "wrong", came_back->wrong);
      kl_json_writer_add_string (json, "right", came_back->right);
      kl_json_writer_add_integer (json, "noted_again", came_back->n_noted);
      kl_json_writer_add_integer (json, "found_again", came_back->n_found);
      kl_json_writer_add_string (json, "attempt", came_back->attempt_id);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_time (KlJsonWriter          *json,
          const KlInsightReport *report,
          const KlInsightTopics *topics)
{
  kl_json_writer_begin_array (json, "time");
  for (guint i = 0; i < report->spans->len; i++)
    {
      const KlInsightSpan *span = &g_array_index (report->spans, KlInsightSpan, i);

      kl_json_writer_begin_object (json, NULL);
      add_subject (json, report, topics, span->subject);
      kl_json_writer_add_integer (json, "explained_seconds", span->explained);
      kl_json_writer_add_integer (json, "studied_seconds", span->studied);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_mark (KlJsonWriter        *json,
          const char          *name,
          const KlInsightMark *mark)
{
  kl_json_writer_begin_object (json, name);
  kl_json_writer_add_integer (json, "number", mark->number);
  add_day (json, "date", mark->written);
  kl_json_writer_add_number (json, "score", mark->score);
  kl_json_writer_end_object (json);
}

static void
add_journeys (KlJsonWriter          *json,
              const KlInsightReport *report,
              const KlInsightTopics *topics)
{
  kl_json_writer_begin_array (json, "journeys");
  for (guint i = 0; i < report->journeys->len; i++)
    {
      const KlInsightJourney *journey = &g_array_index (report->journeys, KlInsightJourney, i);

      kl_json_writer_begin_object (json, NULL);
      add_subject (json, report, topics, journey->subject);
      kl_json_writer_add_integer (json, "attempts", journey->n);
      add_mark (json, "first", &journey->first);
      add_mark (json, "latest", &journey->last);
      kl_json_writer_add_integer (json, "points_turned", journey->n_turned);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

/**
 * kl_insights_json_add:
 * @json: a writer
 * @report: how it goes on the whole
 * @due: what is due in the coming weeks
 * @plan: the plan that it is about, with its subjects
 *
 * Adds an object with all of it.
 */
void
kl_insights_json_add (KlJsonWriter          *json,
                      const KlInsightReport *report,
                      const KlInsightDue    *due,
                      KlPlan                *plan)
{
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, plan);

  kl_json_writer_begin_object (json, NULL);
  add_day (json, "today", report->today);
  kl_json_writer_add_integer (json, "attempts", report->n_attempts);
  add_statements (json, "strengths", kl_insight_strengths_new (report, topics));
  add_statements (json, "improvements", kl_insight_improvements_new (report, topics));
  add_spread (json, report);
  add_due (json, due);
  add_days (json, report);
  add_calibration (json, report, topics);
  add_agreement (json, &report->agreement);
  add_missed (json, report, topics);
  add_returns (json, report, topics);
  add_time (json, report, topics);
  add_journeys (json, report, topics);
  kl_json_writer_end_object (json);
}
