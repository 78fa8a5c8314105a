/* kl-insights-json.c: how it goes with a plan on the whole, as JSON */

#include "config.h"

#include "kl-insights-json.h"

#include <math.h>

#include "chart/kl-chart-bands.h"
#include "model/kl-iso-date.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"

#define DAYS_OF_WEEK 7

/* How the scores are told beside others. */
typedef struct
{
  const char *bias;
  double sign; /* −1 where it is told by how many points the scores are higher, and not the others */
  const char *other;
} Words;

static const Words guess_words = { "bias", 1, "guess" };
static const Words suggestion_words = { "difference", -1, "suggested" };

/* What is told, and where it goes. */
typedef struct
{
  KlJsonWriter *json;
  const KlInsightReport *report;
  const KlInsightTopics *topics;
  const Words *words; /* of what is told beside the scores, if that is */
} Told;

typedef gpointer (*GetFunc) (gpointer list,
                             guint    i);
typedef void (*AddFunc) (const Told *told,
                         gpointer    entry);

static void
add_day (KlJsonWriter *json,
         const char   *name,
         gint64        day)
{
  g_autofree char *text = kl_iso_date_format_day (day);

  kl_json_writer_add_string (json, name, text);
}

/* More than a tenth would say more than is known; and there is no −0. */
static void
add_points (KlJsonWriter *json,
            const char   *name,
            double        points)
{
  kl_json_writer_add_number (json, name, round (10 * points) / 10 + 0.0);
}

static void
add_subject (const Told *told,
             guint       subject)
{
  kl_json_writer_add_string (told->json, "id", kl_insight_report_get_id (told->report, subject));
  kl_json_writer_add_string (told->json, "title", kl_insight_topics_get_title (told->topics, subject));
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

static gpointer
get_of_array (gpointer list,
              guint    i)
{
  GArray *array = list;

  return array->data + (gsize) i * g_array_get_element_size (array);
}

static gpointer
get_of_pointers (gpointer list,
                 guint    i)
{
  GPtrArray *array = list;

  return g_ptr_array_index (array, i);
}

static void
add_entries (const Told *told,
             const char *name,
             gpointer    list,
             guint       n,
             GetFunc     get,
             AddFunc     add)
{
  kl_json_writer_begin_array (told->json, name);
  for (guint i = 0; i < n; i++)
    {
      kl_json_writer_begin_object (told->json, NULL);
      add (told, get (list, i));
      kl_json_writer_end_object (told->json);
    }
  kl_json_writer_end_array (told->json);
}

static void
add_array (const Told *told,
           const char *name,
           GArray     *array,
           AddFunc     add)
{
  add_entries (told, name, array, array->len, get_of_array, add);
}

static void
add_pointers (const Told *told,
              const char *name,
              GPtrArray  *array,
              AddFunc     add)
{
  add_entries (told, name, array, array->len, get_of_pointers, add);
}

static void
add_statement (const Told *told,
               gpointer    entry)
{
  KlInsightStatement *statement = entry;

  kl_json_writer_add_string (told->json, "text", kl_insight_statement_get_text (statement));
  kl_json_writer_add_string (told->json, "subject", kl_insight_statement_get_subject_id (statement));
  kl_json_writer_add_string (told->json, "attempt", kl_insight_statement_get_attempt_id (statement));
}

static void
add_statements (const Told *told,
                const char *name,
                GPtrArray  *statements)
{
  g_autoptr(GPtrArray) owned = statements;

  add_pointers (told, name, owned, add_statement);
}

static void
add_day_of_learning (const Told *told,
                     gpointer    entry)
{
  const KlInsightDay *day = entry;

  add_day (told->json, "day", day->day);
  kl_json_writer_add_integer (told->json, "attempts", day->n_attempts);
  kl_json_writer_add_integer (told->json, "assisted", day->n_assisted);
  kl_json_writer_add_integer (told->json, "sessions", day->n_sessions);
  kl_json_writer_add_integer (told->json, "explained_seconds", day->explained);
  kl_json_writer_add_integer (told->json, "studied_seconds", day->studied);
}

static void
add_bias (const Told *told,
          gpointer    entry)
{
  const KlInsightBias *bias = entry;

  add_subject (told, bias->subject);
  kl_json_writer_add_integer (told->json, "attempts", bias->n);
  add_points (told->json, told->words->bias, told->words->sign * bias->bias);
}

static void
add_pair (const Told *told,
          gpointer    entry)
{
  const KlInsightPair *pair = entry;

  add_subject (told, pair->subject);
  kl_json_writer_add_integer (told->json, "number", pair->number);
  add_day (told->json, "date", pair->day);
  kl_json_writer_add_number (told->json, told->words->other, pair->guess);
  kl_json_writer_add_number (told->json, "score", pair->score);
}

static void
add_others (const Told                 *told,
            const KlInsightCalibration *calibration,
            const Words                *words)
{
  const Told beside = { told->json, told->report, told->topics, words };

  add_points (told->json, words->bias, words->sign * calibration->bias);
  add_points (told->json, "distance", calibration->distance);
  add_array (&beside, "subjects", calibration->subjects, add_bias);
  add_array (&beside, "latest", calibration->pairs, add_pair);
}

static void
add_calibration (const Told                 *told,
                 const KlInsightCalibration *calibration)
{
  kl_json_writer_begin_object (told->json, "calibration");
  kl_json_writer_add_integer (told->json, "attempts", calibration->n);
  add_others (told, calibration, &guess_words);
  kl_json_writer_end_object (told->json);
}

static void
add_suggestions (const Told                 *told,
                 const KlReadingAgreement   *agreement,
                 const KlInsightCalibration *suggestions)
{
  kl_json_writer_begin_object (told->json, "suggestions");
  kl_json_writer_add_integer (told->json, "verdicts", agreement->n_judged);
  kl_json_writer_add_integer (told->json, "kept", agreement->n_kept);
  kl_json_writer_add_integer (told->json, "scores", suggestions->n);
  add_others (told, suggestions, &suggestion_words);
  kl_json_writer_end_object (told->json);
}

static void
add_missed (const Told *told,
            gpointer    entry)
{
  const KlInsightPoint *point = entry;

  add_subject (told, point->subject);
  kl_json_writer_add_string (told->json, "point", point->text);
  kl_json_writer_add_integer (told->json, "verdicts", point->n_judged);
  kl_json_writer_add_integer (told->json, "missed", point->n_missed);
  kl_json_writer_add_integer (told->json, "partly", point->n_partly);
}

static void
add_return (const Told *told,
            gpointer    entry)
{
  const KlInsightReturn *came_back = entry;

  add_subject (told, came_back->subject);
  kl_json_writer_add_string (told->json, "wrong", came_back->wrong);
  kl_json_writer_add_string (told->json, "right", came_back->right);
  kl_json_writer_add_integer (told->json, "noted_again", came_back->n_noted);
  kl_json_writer_add_integer (told->json, "found_again", came_back->n_found);
  kl_json_writer_add_string (told->json, "attempt", came_back->attempt_id);
}

static void
add_span (const Told *told,
          gpointer    entry)
{
  const KlInsightSpan *span = entry;

  add_subject (told, span->subject);
  kl_json_writer_add_integer (told->json, "explained_seconds", span->explained);
  kl_json_writer_add_integer (told->json, "studied_seconds", span->studied);
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
add_journey (const Told *told,
             gpointer    entry)
{
  const KlInsightJourney *journey = entry;

  add_subject (told, journey->subject);
  kl_json_writer_add_integer (told->json, "attempts", journey->n);
  add_mark (told->json, "first", &journey->first);
  add_mark (told->json, "latest", &journey->last);
  kl_json_writer_add_integer (told->json, "points_turned", journey->n_turned);
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
  const Told told = { json, report, topics, NULL };

  kl_json_writer_begin_object (json, NULL);
  add_day (json, "today", report->today);
  kl_json_writer_add_integer (json, "attempts", report->n_attempts);
  add_statements (&told, "strengths", kl_insight_strengths_new (report, topics));
  add_statements (&told, "improvements", kl_insight_improvements_new (report, topics));
  add_spread (json, report);
  add_due (json, due);
  add_array (&told, "days", report->days, add_day_of_learning);
  add_calibration (&told, report->calibration);
  add_suggestions (&told, &report->agreement, report->suggestions);
  add_pointers (&told, "missed", report->missed, add_missed);
  add_pointers (&told, "corrections_that_came_back", report->returns, add_return);
  add_array (&told, "time", report->spans, add_span);
  add_array (&told, "journeys", report->journeys, add_journey);
  kl_json_writer_end_object (json);
}
