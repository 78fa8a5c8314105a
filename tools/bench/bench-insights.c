/* bench-insights.c: how it goes with a plan of 1,000,000 attempts, against bare SQL aggregates, and what the main loop
 * has of it
 *
 * The processor's time is measured, of all threads: how long a disk takes is the same for both.
 */

#include "config.h"

#include "bench-areas.h"

#include <time.h>

#include "bench-library.h"
#include "bench-plain.h"
#include "cli/kl-await.h"
#include "recall/kl-insight-charts.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"
#include "recall/kl-insights.h"

#define AGGREGATES_BAR 2.0
#define FRAME_BAR 1.0

/* What a window has from one frame to the next. */
#define FRAME (G_USEC_PER_SEC / 60)

enum
{
  N_INSIGHT_ATTEMPTS = 1000000,
  N_ROUNDS = 3,
};

#define NEW_ID "lower (hex (randomblob (18)))"
#define TWO "(SELECT 0 AS n UNION ALL SELECT 1)"
#define FOUR "(SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3)"
#define NINE \
  "(SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5" \
  " UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)"

/* How many attempts a topic has at first. */
#define EACH "20"

/* Ten times the attempts, with a time and, every other one, an expected score; four points a topic, two verdicts an
 * attempt; a correction in one attempt of a hundred; four study sessions a topic. */
static const char fill[] =
  "INSERT INTO attempt (id, owner, position, number, date, low, high, assisted, seconds, explanation, checksum)"
  " SELECT " NEW_ID ", owner, position + " EACH " * n.n, number + " EACH " * n.n, date, low, high, 0, 0, explanation, 0"
  " FROM attempt, " NINE " AS n;"
  "UPDATE attempt SET date = date || printf ('T%02d:30:00+02:00', 8 + number % 14), seconds = 60 * (1 + number % 9),"
  " guess = CASE number % 2 WHEN 0 THEN abs (random () % 101) END, assisted = number % 10 = 0, suggested = low;"
  "INSERT INTO point (id, owner, position, text, depth, checksum)"
  " SELECT " NEW_ID ", id, n, title || ' ' || n, 'none', 0 FROM subject, " FOUR ";"
  "CREATE TEMP TABLE of_topic AS SELECT owner, position, id FROM point;"
  "CREATE INDEX temp.of_topic_by_owner ON of_topic (owner, position);"
  "INSERT INTO verdict (id, owner, position, point, text, value, suggested, checksum)"
  " SELECT " NEW_ID ", attempt.id, n, of_topic.id, 'text',"
  " CASE abs (random () % 3) WHEN 0 THEN 'covered' WHEN 1 THEN 'partly' ELSE 'missed' END, 'covered', 0"
  " FROM attempt, " TWO " JOIN of_topic"
  " ON of_topic.owner = attempt.owner AND of_topic.position = (attempt.number + n) % 4;"
  "INSERT INTO feedback (id, owner, position, kind, wrong, right, done, checksum)"
  " SELECT " NEW_ID ", id, 0, 'correction', 'wrong ' || number % 3, 'right', 0, 0 FROM attempt"
  " WHERE number % 100 = 0;"
  "INSERT INTO study_session (id, owner, position, kind, started, seconds, minutes, checksum)"
  " SELECT " NEW_ID ", id, n, 'deep-dive', printf ('2025-%02d-11T10:00:00Z', 1 + n + position % 9), 1800, 30, 0"
  " FROM subject, " FOUR ";";

/* What SQLite can say of it: the day that is written stands for the day of learning. */
static const char *const aggregates[] = {
  "SELECT substr (date, 1, 10), count (*), sum (assisted), sum (seconds) FROM attempt GROUP BY 1",
  "SELECT owner, CAST (julianday (substr (date, 1, 10)) AS INTEGER) / 7, max (date), low, high FROM attempt"
  " WHERE low IS NOT NULL GROUP BY 1, 2",
  "SELECT owner, count (*), avg (guess - (low + high) / 2), avg (abs (guess - (low + high) / 2)) FROM attempt"
  " WHERE guess IS NOT NULL AND low IS NOT NULL AND NOT assisted GROUP BY owner",
  "SELECT owner, count (*), min (date), max (date), sum (seconds) FROM attempt WHERE NOT assisted GROUP BY owner",
  "SELECT verdict.point, count (*), sum (value = 'missed'), sum (value = 'partly'), sum (value = verdict.suggested) "
  "FROM "
  "verdict"
  " JOIN attempt ON attempt.id = verdict.owner WHERE NOT assisted GROUP BY verdict.point",
  "SELECT attempt.owner, wrong, count (*), max (date) FROM feedback JOIN attempt ON attempt.id = feedback.owner"
  " WHERE kind = 'correction' GROUP BY 1, 2",
  "SELECT owner, substr (started, 1, 10), sum (seconds) FROM study_session GROUP BY 1, 2",
};

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  sqlite3 *plain;
} Measurement;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
check (const KlInsightReport  *report,
       GError                **error)
{
  if (report->n_attempts == N_INSIGHT_ATTEMPTS && report->spread->n_weeks > 0 && report->missed->len > 0
      && report->returns->len > 0 && report->calibration->n > 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the report is of %u attempts", report->n_attempts);
  return FALSE;
}

static gboolean
work_out (gpointer   data,
          gint64    *microseconds,
          GError   **error)
{
  Measurement *self = data;
  g_autoptr(KlInsights) insights = kl_insights_new (self->library, self->plan);
  g_autoptr(GAsyncResult) result = NULL;
  gint64 begin = get_processor_time ();

  kl_insights_load_async (insights, NULL, kl_await_cb, &result);
  if (!kl_insights_load_finish (insights, kl_await (&result), error))
    return FALSE;

  *microseconds = get_processor_time () - begin;
  return check (kl_insights_get_report (insights), error);
}

static gboolean
run_aggregate (sqlite3     *database,
               const char  *sql,
               GError     **error)
{
  sqlite3_stmt *statement = bench_plain_prepare (database, sql, error);
  guint n_rows = 0;
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    n_rows++;
  sqlite3_finalize (statement);
  return bench_plain_check (database, code, error) && n_rows > 0;
}

static gboolean
aggregate_plain (gpointer   data,
                 gint64    *microseconds,
                 GError   **error)
{
  Measurement *self = data;
  gint64 begin = get_processor_time ();

  for (guint i = 0; i < G_N_ELEMENTS (aggregates); i++)
    if (!run_aggregate (self->plain, aggregates[i], error))
      return FALSE;
  *microseconds = get_processor_time () - begin;
  return TRUE;
}

/* Of a list to a chart so many are shown. */
#define MAX_STATEMENTS 10

/* What the page says of it is said in the main loop, and its charts and lists are made there. */
static void
say_cb (KlInsights *insights,
        KlPlan     *plan)
{
  const KlInsightReport *report = kl_insights_get_report (insights);
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, plan);
  g_autoptr(GPtrArray) strengths = kl_insight_strengths_new (report, topics);
  g_autoptr(GPtrArray) improvements = kl_insight_improvements_new (report, topics);
  g_autoptr(KlDataChart) spread = kl_insight_charts_new_spread (report);
  g_autoptr(KlDataChart) days = kl_insight_charts_new_days (report);
  g_autoptr(KlDataChart) calibration = kl_insight_charts_new_calibration (report, topics);
  g_autoptr(KlDataChart) suggestions = kl_insight_charts_new_suggestions (report, topics);
  g_autoptr(KlDataChart) missed = kl_insight_charts_new_missed (report, topics);
  g_autoptr(KlDataChart) spent = kl_insight_charts_new_time (report);
  g_autoptr(GPtrArray) biases = kl_insight_improvements_list_biases (report, topics, MAX_STATEMENTS);
  g_autoptr(GPtrArray) returns = kl_insight_improvements_list_returns (report, topics, MAX_STATEMENTS);
}

/* The longest that the main loop was at anything. */
static gboolean
hold_up (gpointer   data,
         gint64    *microseconds,
         GError   **error)
{
  Measurement *self = data;
  g_autoptr(KlInsights) insights = kl_insights_new (self->library, self->plan);
  g_autoptr(GAsyncResult) result = NULL;

  *microseconds = 0;
  g_signal_connect (insights, "changed", G_CALLBACK (say_cb), self->plan);
  kl_insights_load_async (insights, NULL, kl_await_cb, &result);
  while (result == NULL)
    {
      gint64 begin = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        *microseconds = MAX (*microseconds, g_get_monotonic_time () - begin);
      else
        g_usleep (500);
    }
  return kl_insights_load_finish (insights, result, error);
}

static gboolean
wait_for_frame (gpointer   data,
                gint64    *microseconds,
                GError   **error)
{
  *microseconds = FRAME;
  return TRUE;
}

/**
 * bench_insights:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether it could be measured how long it takes to say how it goes
 */
gboolean
bench_insights (BenchContext  *context,
                GError       **error)
{
  g_autofree char *path = bench_context_dup_path (context, "insights.db");
  Measurement self = { 0 };
  gboolean success;

  success = bench_library_fill (path, BENCH_N_TOPICS, BENCH_N_ATTEMPTS, error)
            && (self.plain = bench_plain_open (path, error)) != NULL
            && sqlite3_db_config (self.plain, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) == SQLITE_OK
            && bench_plain_execute (self.plain, fill, error)
            && (self.library = bench_library_open (path, error)) != NULL
            && (self.plan = bench_library_load (self.library, error)) != NULL
            && bench_report_compare (context->report, "insights of 1,000,000 attempts, against bare SQL aggregates",
                                     N_ROUNDS, AGGREGATES_BAR, work_out, aggregate_plain, &self, error)
            && bench_report_compare (context->report, "the main loop meanwhile, at most, against a frame", N_ROUNDS,
                                     FRAME_BAR, hold_up, wait_for_frame, &self, error);

  sqlite3_close (self.plain);
  g_clear_object (&self.plan);
  bench_library_close (self.library);
  return success;
}
