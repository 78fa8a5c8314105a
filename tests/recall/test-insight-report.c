/* test-insight-report.c: what is worked out of a library's attempts, by hand and against the plainest way to do it */

#include "config.h"

#include <math.h>

#include "coach/kl-day-number.h"
#include "insight-fixture.h"
#include "recall/kl-insight-due.h"
#include "recall/kl-insight-text.h"
#include "chart/kl-chart-bands.h"

static KlInsightReport *
report_on (KlInsightRows *rows)
{
  g_auto(KlInsightSetting) setting;

  insight_fixture_set (&setting);
  return kl_insight_report_new (rows, &setting, NULL);
}

/* How many subjects stood in each band at the end of a week: “Strong Good Fair none”. */
static void
assert_week (const KlInsightReport *report,
             const char            *day,
             const char            *expected)
{
  const KlInsightSpread *spread = report->spread;
  gint64 week = (kl_insight_week_get_monday (insight_fixture_day (day)) - spread->monday) / 7;
  g_autofree char *text = NULL;

  g_assert_cmpint (week, >=, 0);
  g_assert_cmpint (week, <, spread->n_weeks);
  text = g_strdup_printf ("%u %u %u %u", kl_insight_spread_get (spread, (guint) week, 0),
                          kl_insight_spread_get (spread, (guint) week, 1),
                          kl_insight_spread_get (spread, (guint) week, 2),
                          kl_insight_spread_get (spread, (guint) week, 3));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_spread (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (4);
  g_autoptr(KlInsightReport) report = NULL;
  g_autofree char *text = NULL;

  insight_fixture_add (rows, 0, "2026-11-02", 40);
  insight_fixture_add (rows, 0, "2026-11-11", 95);
  insight_fixture_add (rows, 1, "2026-11-08", 70);                       /* a Sunday */
  insight_fixture_add (rows, 1, "2026-11-23", (double) NAN);             /* which says nothing */
  insight_fixture_add (rows, 2, NULL, 80);                               /* in no week */
  insight_fixture_add (rows, 3, "2026-11-09T02:30:00+01:00", 55)->is_assisted = TRUE; /* the night to Monday */
  report = report_on (rows);

  g_assert_cmpint (report->spread->monday, ==, insight_fixture_day ("2026-11-02"));
  g_assert_cmpuint (report->spread->n_weeks, ==, 4);
  assert_week (report, "2026-11-08", "0 1 1 1");
  assert_week (report, "2026-11-09", "1 1 1 0");
  assert_week (report, "2026-11-22", "1 1 1 0");
  assert_week (report, "2026-11-25", "1 1 1 0");
  text = kl_insight_text_spread (report);
  g_assert_cmpstr (text, ==, "3 have a score: 1 Strong, 1 Good, 1 Fair.");
}

/* Where days begin in the morning, an attempt of a later week can come before one of an earlier week in the list. */
static void
test_spread_in_list_order (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (1);
  g_autoptr(KlInsightReport) report = NULL;

  insight_fixture_add (rows, 0, "2026-11-16", 95);
  insight_fixture_add (rows, 0, "2026-11-16T01:00:00+01:00", 75); /* Sunday's, with the higher number */
  report = report_on (rows);

  assert_week (report, "2026-11-15", "0 1 0 0");
  assert_week (report, "2026-11-25", "0 1 0 0");
}

static void
test_days (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (2);
  g_autoptr(KlInsightReport) report = NULL;
  const KlInsightDay *day;
  const KlInsightWeek *week;
  g_autofree char *activity = NULL;
  g_autofree char *spent = NULL;

  insight_fixture_add (rows, 0, "2026-11-10T03:59:00+01:00", 50)->seconds = 600;
  insight_fixture_add (rows, 1, "2026-11-09", (double) NAN)->is_assisted = TRUE;
  insight_fixture_add (rows, 0, "2026-11-10T04:00:00+01:00", 50)->seconds = 60;
  insight_fixture_add (rows, 0, NULL, 50)->seconds = 1000;
  insight_fixture_study (rows, 1, "2026-11-25T00:30:00Z", 1800); /* half past one in Berlin */
  report = report_on (rows);

  g_assert_cmpuint (report->days->len, ==, 3);
  day = &g_array_index (report->days, KlInsightDay, 0);
  g_assert_cmpint (day->day, ==, insight_fixture_day ("2026-11-09"));
  g_assert_cmpuint (day->n_attempts, ==, 2);
  g_assert_cmpuint (day->n_assisted, ==, 1);
  g_assert_cmpint (day->explained, ==, 600);
  day = &g_array_index (report->days, KlInsightDay, 2);
  g_assert_cmpint (day->day, ==, insight_fixture_day ("2026-11-24"));
  g_assert_cmpuint (day->n_attempts, ==, 0);
  g_assert_cmpuint (day->n_sessions, ==, 1);

  g_assert_cmpuint (report->weeks->len, ==, 3);
  week = &g_array_index (report->weeks, KlInsightWeek, 0);
  g_assert_cmpuint (week->n_attempts, ==, 3);
  g_assert_cmpint (week->explained, ==, 660);
  week = &g_array_index (report->weeks, KlInsightWeek, 1);
  g_assert_cmpint (week->explained + week->studied, ==, 0);
  g_assert_cmpint (g_array_index (report->weeks, KlInsightWeek, 2).studied, ==, 1800);
  g_assert_cmpuint (report->spans->len, ==, 2);
  g_assert_cmpuint (g_array_index (report->spans, KlInsightSpan, 0).subject, ==, 1);
  g_assert_cmpint (g_array_index (report->spans, KlInsightSpan, 1).explained, ==, 1660);

  activity = kl_insight_text_activity (report);
  g_assert_cmpstr (activity, ==, "3 explanations and 3 days of learning since 9 November.");
  spent = kl_insight_text_time (report);
  g_assert_cmpstr (spent, ==, "Since 9 November: 11 min of explaining and 30 min of studying.");
}

static void
expect (KlInsightRows *rows,
        guint          subject,
        double         guess,
        double         score)
{
  insight_fixture_add (rows, subject, "2026-11-20", score)->guess = guess;
}

static void
test_calibration (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (3);
  g_autoptr(KlInsightReport) report = NULL;
  const KlInsightCalibration *calibration;
  const KlInsightBias *bias;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  expect (rows, 0, 80, 70);
  expect (rows, 0, 90, 80);
  expect (rows, 0, 60, 56);
  expect (rows, 1, 100, 50); /* too few of this one */
  expect (rows, 1, 95, 50);
  expect (rows, 2, 40, 60);
  expect (rows, 2, 44, 60);
  expect (rows, 2, 50, 60);
  expect (rows, 2, 50, (double) NAN);
  insight_fixture_add (rows, 2, "2026-11-20", 60);
  insight_fixture_add (rows, 2, "2026-11-20", 0)->guess = 100;
  g_array_index (rows->attempts, KlInsightAttempt, rows->attempts->len - 1).is_assisted = TRUE;
  report = report_on (rows);
  calibration = report->calibration;

  g_assert_cmpuint (calibration->n, ==, 8);
  g_assert_cmpfloat_with_epsilon (calibration->bias, (10 + 10 + 4 + 50 + 45 - 20 - 16 - 10) / 8.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calibration->distance, (10 + 10 + 4 + 50 + 45 + 20 + 16 + 10) / 8.0, 1e-9);
  g_assert_cmpuint (calibration->bins[9].n, ==, 3);
  g_assert_cmpfloat_with_epsilon (calibration->bins[9].guess, 95, 1e-9);
  g_assert_cmpfloat_with_epsilon (calibration->bins[9].score, 60, 1e-9);
  g_assert_cmpuint (calibration->bins[4].n, ==, 2);
  g_assert_cmpuint (calibration->bins[0].n, ==, 0);
  g_assert_cmpuint (calibration->pairs->len, ==, 8);

  g_assert_cmpuint (calibration->subjects->len, ==, 2);
  bias = &g_array_index (calibration->subjects, KlInsightBias, 0);
  g_assert_cmpuint (bias->subject, ==, 2);
  words = kl_insight_calibration_say (calibration, bias->bias);
  g_assert_cmpstr (words, ==, "15 points too cautious");
  bias = &g_array_index (calibration->subjects, KlInsightBias, 1);
  g_free (words);
  words = kl_insight_calibration_say (calibration, bias->bias);
  g_assert_cmpstr (words, ==, "8 points too sure");
  text = kl_insight_text_calibration (calibration);
  g_assert_cmpstr (text, ==, "9 points too sure, 21 points off on average, over 8 attempts.");
  g_assert_cmpuint (report->suggestions->n, ==, 0);
}

static KlInsightAttempt *
suggest (KlInsightRows *rows,
         guint          subject,
         double         suggested,
         double         score)
{
  KlInsightAttempt *attempt = insight_fixture_add (rows, subject, "2026-11-20", score);

  attempt->suggested = suggested;
  return attempt;
}

/* What is said of all suggested scores, and of the first subject alone. */
static void
assert_suggestions (KlInsightRows *rows,
                    const char    *expected,
                    const char    *expected_of_first)
{
  g_autoptr(KlInsightReport) report = report_on (rows);
  const GArray *subjects = report->suggestions->subjects;
  g_autofree char *text = kl_insight_text_calibration (report->suggestions);
  g_autofree char *words = NULL;

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (report->calibration->n, ==, 0);
  g_assert_cmpuint (report->agreement.n_scored, ==, report->suggestions->n);
  if (subjects->len > 0)
    words = kl_insight_calibration_say (report->suggestions, g_array_index (subjects, KlInsightBias, 0).bias);
  g_assert_cmpstr (words, ==, expected_of_first);
}

static void
test_suggestions (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (2);

  assert_suggestions (rows, "No score was suggested yet. Key points let KLearn suggest one for what you explain.",
                      NULL);

  rows = insight_fixture_new_rows (2);
  suggest (rows, 0, 80, 70);
  suggest (rows, 0, 80, (double) NAN);
  assert_suggestions (rows, "1 attempt so far has a score that KLearn suggested: too few to say more.", NULL);

  rows = insight_fixture_new_rows (2);
  suggest (rows, 0, 80, 70);
  suggest (rows, 0, 70, 62);
  suggest (rows, 0, 60, 54)->is_assisted = TRUE; /* help does not change how it is judged */
  suggest (rows, 1, 40, 42);
  suggest (rows, 1, 50, 44);
  insight_fixture_add (rows, 1, "2026-11-20", 60);
  assert_suggestions (rows,
                      "You score 6 points lower than the reading suggests, 6 points off on average, over 5 attempts.",
                      "8 points lower than suggested");

  rows = insight_fixture_new_rows (1);
  for (guint i = 0; i < 5; i++)
    suggest (rows, 0, 50, 51);
  assert_suggestions (rows,
                      "You score 1 point higher than the reading suggests, 1 point off on average, over 5 attempts.",
                      "1 point higher than suggested");

  rows = insight_fixture_new_rows (1);
  for (guint i = 0; i < 6; i++)
    suggest (rows, 0, 50, i % 2 == 0 ? 40 : 60);
  assert_suggestions (rows, "You score as the reading suggests, 10 points off on average, over 6 attempts.",
                      "as suggested");
}

/* Of many attempts, in whatever order they come, the latest are those that a picture has. */
static void
test_many_pairs (void)
{
  enum { N = 10000 };
  KlInsightRows *rows = insight_fixture_new_rows (1);
  g_autoptr(KlInsightReport) report = NULL;
  gint64 first = insight_fixture_day ("2000-01-01");

  for (guint i = 0; i < N; i++)
    {
      KlInsightAttempt *attempt = insight_fixture_add (rows, 0, "2000-01-01", 50);

      attempt->number = (gint64) i * 7919 % N; /* each once */
      attempt->date.day = (gint32) (first + attempt->number / 2);
      attempt->suggested = 60;
    }
  report = report_on (rows);

  g_assert_cmpuint (report->suggestions->n, ==, N);
  g_assert_cmpuint (report->suggestions->pairs->len, ==, KL_INSIGHT_MAX_PAIRS);
  for (guint i = 0; i < KL_INSIGHT_MAX_PAIRS; i++)
    g_assert_cmpint (g_array_index (report->suggestions->pairs, KlInsightPair, i).number, ==, N - 1 - i);
}

static void
test_nothing (void)
{
  g_autoptr(KlInsightReport) report = report_on (insight_fixture_new_rows (0));
  g_autofree char *spread = kl_insight_text_spread (report);
  g_autofree char *activity = kl_insight_text_activity (report);
  g_autofree char *calibration = kl_insight_text_calibration (report->calibration);
  g_autofree char *spent = kl_insight_text_time (report);

  g_assert_cmpstr (spread, ==, "Nothing has a score yet.");
  g_assert_cmpstr (activity, ==, "Nothing was explained or studied yet.");
  g_assert_cmpstr (calibration, ==, "No score was expected yet. Say one before you explain something.");
  g_assert_true (g_str_has_prefix (spent, "No time was measured yet."));
}

static void
test_missed (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (2);
  g_autoptr(KlInsightReport) report = NULL;
  const char *const expected[] = { "twice of two", "twice", "in part", "once" };
  g_autofree char *text = NULL;

  insight_fixture_judge (rows, 0, "never", "ccc");
  insight_fixture_judge (rows, 0, "once", "mc");
  insight_fixture_judge (rows, 1, "twice", "mcm");
  insight_fixture_judge (rows, 1, "in part", "ppmc");
  insight_fixture_judge (rows, 1, "twice of two", "mm");
  report = report_on (rows);

  g_assert_cmpuint (report->missed->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((KlInsightPoint *) g_ptr_array_index (report->missed, i))->text, ==, expected[i]);
  text = kl_insight_text_missed (g_ptr_array_index (report->missed, 2));
  g_assert_cmpstr (text, ==, "missed in 1 and partly covered in 2 of 4 attempts");
}

static void
test_returns (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (2);
  g_autoptr(KlInsightReport) report = NULL;
  KlInsightExplanation *explanation = g_new0 (KlInsightExplanation, 1);
  KlInsightCorrection *correction;
  const KlInsightReturn *came_back;

  insight_fixture_correct (rows, 0, "third", "2026-11-20", "The kubelet  starts KUBE-PROXY");
  insight_fixture_correct (rows, 0, "first", "2026-11-01", "the kubelet starts kube-proxy");
  insight_fixture_correct (rows, 0, "first", "2026-11-01", "the kubelet starts kube-proxy"); /* twice in one */
  insight_fixture_correct (rows, 1, "other", "2026-11-22", "the kubelet starts kube-proxy"); /* of another topic */
  correction = insight_fixture_correct (rows, 1, "written", "2026-11-02", "etcd stores its data in memory only");
  g_free (correction->right);
  correction->right = g_strdup ("etcd stores its data on disk");
  correction->later = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_insight_explanation_free);
  explanation->attempt_id = g_strdup ("said");
  explanation->number = 9;
  explanation->day = kl_iso_date_parse_day ("2026-11-10");
  explanation->text = g_strdup ("As I remember, etcd stores its data in memory only. Everything else is stateless.");
  g_ptr_array_add (correction->later, explanation);
  report = report_on (rows);

  g_assert_cmpuint (report->returns->len, ==, 2);
  came_back = g_ptr_array_index (report->returns, 0);
  g_assert_cmpuint (came_back->subject, ==, 0);
  g_assert_cmpuint (came_back->n_noted, ==, 1);
  g_assert_cmpuint (came_back->n_found, ==, 0);
  g_assert_cmpstr (came_back->attempt_id, ==, "third");
  came_back = g_ptr_array_index (report->returns, 1);
  g_assert_cmpstr (came_back->wrong, ==, "etcd stores its data in memory only");
  g_assert_cmpuint (came_back->n_noted, ==, 0);
  g_assert_cmpuint (came_back->n_found, ==, 1);
  g_assert_cmpstr (came_back->attempt_id, ==, "said");
  g_assert_cmpint (came_back->number, ==, 9);
}

static void
test_journeys (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (3);
  g_autoptr(KlInsightReport) report = NULL;
  const KlInsightJourney *journey;

  insight_fixture_add (rows, 0, "2026-10-01", 40);
  insight_fixture_add (rows, 0, "2026-11-03", 96);
  insight_fixture_add (rows, 0, "2026-11-01", 92);
  insight_fixture_add (rows, 0, "2026-11-03", 90);
  insight_fixture_add (rows, 0, "2026-11-24", 10)->is_assisted = TRUE;
  insight_fixture_add (rows, 1, "2026-11-24", 10);
  insight_fixture_add (rows, 2, "2026-11-20", 80);
  insight_fixture_add (rows, 2, "2026-11-21", 60);
  insight_fixture_judge (rows, 0, "turned", "mc");
  insight_fixture_judge (rows, 0, "turned from a part", "pmc");
  insight_fixture_judge (rows, 0, "turned back", "mcm");
  insight_fixture_judge (rows, 0, "always", "cc");
  report = report_on (rows);

  g_assert_cmpuint (report->journeys->len, ==, 2);
  journey = &g_array_index (report->journeys, KlInsightJourney, 0);
  g_assert_cmpuint (journey->subject, ==, 2);
  g_assert_cmpfloat_with_epsilon (journey->previous, 80, 1e-9);
  g_assert_cmpuint (journey->n_run, ==, 0);
  journey = &g_array_index (report->journeys, KlInsightJourney, 1);
  g_assert_cmpuint (journey->n, ==, 4);
  g_assert_cmpfloat_with_epsilon (journey->first.score, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (journey->last.score, 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (journey->previous, 96, 1e-9);
  g_assert_cmpuint (journey->n_turned, ==, 2);
  g_assert_cmpuint (journey->n_run, ==, 3);
  g_assert_cmpuint (journey->n_run_days, ==, 2);
  g_assert_cmpint (journey->run_since, ==, insight_fixture_day ("2026-11-01"));
  g_assert_cmpfloat_with_epsilon (journey->run_low, 90, 1e-9);
}

static void
test_due (void)
{
  KlInsightDue due;
  gint64 today = insight_fixture_day ("2026-11-25");
  g_autofree char *text = NULL;
  g_autofree char *week = NULL;

  kl_insight_due_init (&due, today);
  text = kl_insight_text_due (&due);
  g_assert_true (g_str_has_prefix (text, "Nothing has a date yet."));
  for (int i = -2; i <= 60; i++)
    kl_insight_due_add (&due, today + i);
  kl_insight_due_add (&due, 0);
  g_assert_cmpuint (due.n_overdue, ==, 2);
  g_assert_cmpuint (due.weeks[0], ==, 5);
  g_assert_cmpuint (due.weeks[7], ==, 7);
  g_assert_cmpuint (due.n_later, ==, 61 - 5 - 7 * 7);
  g_clear_pointer (&text, g_free);
  text = kl_insight_text_due (&due);
  g_assert_cmpstr (text, ==, "5 are due this week, 2 were due before, of 63 with a date.");
  week = kl_insight_text_due_week (&due, 1);
  g_assert_cmpstr (week, ==, "Week of 30 November");
}

/* Against the plainest way to do it, over random libraries. */

enum
{
  N_LIBRARIES = 40,
  N_SUBJECTS = 5,
};

static KlInsightRows *
new_random_rows (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (N_SUBJECTS);
  guint n = (guint) g_test_rand_int_range (0, 80);

  for (guint i = 0; i < n; i++)
    {
      KlInsightAttempt *attempt;
      g_autofree char *day = kl_iso_date_format_day (insight_fixture_day ("2026-11-25")
                                                     - g_test_rand_int_range (0, 90));
      g_autofree char *date = g_test_rand_bit ()
                                ? g_strdup (day)
                                : g_strdup_printf ("%sT%02d:%02d:00%s", day, g_test_rand_int_range (0, 24),
                                                   g_test_rand_int_range (0, 60), g_test_rand_bit () ? "Z" : "+05:30");

      attempt = insight_fixture_add (rows, (guint) g_test_rand_int_range (0, N_SUBJECTS),
                                     g_test_rand_int_range (0, 10) > 0 ? date : NULL, g_test_rand_int_range (0, 101));
      if (g_test_rand_int_range (0, 8) == 0)
        attempt->score = NAN;
      if (g_test_rand_bit ())
        attempt->guess = g_test_rand_int_range (0, 101);
      attempt->is_assisted = g_test_rand_int_range (0, 4) == 0;
      attempt->seconds = g_test_rand_int_range (0, 1000);
    }
  return rows;
}

static gint64
day_of (const KlInsightAttempt *attempt,
        const KlInsightSetting *setting)
{
  return attempt->date.day == 0 ? 0 : kl_day_number_of_date (&attempt->date, setting->zone, setting->rollover, NULL);
}

static gboolean
is_later (const KlInsightAttempt *a,
          const KlInsightAttempt *b)
{
  return a->date.day > b->date.day || (a->date.day == b->date.day && a->number > b->number);
}

/* The rank of the band that a subject stands in on the evening of a day; -1 where it has no score yet. */
static int
find_rank (const GArray           *attempts,
           const KlInsightSetting *setting,
           guint                   subject,
           gint64                  evening)
{
  const KlInsightAttempt *latest = NULL;
  int rank;

  for (guint i = 0; i < attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (attempts, KlInsightAttempt, i);
      gint64 day = MIN (day_of (attempt, setting), setting->today);

      if (attempt->subject == subject && isfinite (attempt->score) && day > 0 && day <= evening
          && (latest == NULL || is_later (attempt, latest)))
        latest = attempt;
    }
  if (latest == NULL)
    return -1;

  rank = kl_chart_bands_find (setting->bands, latest->score);
  return rank < 0 ? (int) setting->bands->len : rank;
}

static void
check_spread (const KlInsightReport  *report,
              const GArray           *attempts,
              const KlInsightSetting *setting)
{
  for (guint week = 0; week < report->spread->n_weeks; week++)
    {
      guint counts[4] = { 0 };

      for (guint subject = 0; subject < N_SUBJECTS; subject++)
        {
          int rank = find_rank (attempts, setting, subject, report->spread->monday + 7 * (gint64) week + 6);

          if (rank >= 0)
            counts[rank]++;
        }
      for (guint rank = 0; rank < 4; rank++)
        g_assert_cmpuint (kl_insight_spread_get (report->spread, week, rank), ==, counts[rank]);
    }
  for (guint subject = 0; subject < N_SUBJECTS && report->spread->n_weeks == 0; subject++)
    g_assert_cmpint (find_rank (attempts, setting, subject, setting->today), ==, -1);
}

static void
check_days (const KlInsightReport  *report,
            const GArray           *attempts,
            const KlInsightSetting *setting)
{
  gint64 explained = 0;
  guint n_attempts = 0;
  guint n_dated = 0;

  for (guint i = 0; i < report->days->len; i++)
    {
      const KlInsightDay *day = &g_array_index (report->days, KlInsightDay, i);

      for (guint j = 0; j < attempts->len; j++)
        {
          const KlInsightAttempt *attempt = &g_array_index (attempts, KlInsightAttempt, j);

          if (day_of (attempt, setting) == day->day)
            {
              explained += attempt->seconds;
              n_attempts++;
            }
        }
      explained -= day->explained;
      n_attempts -= day->n_attempts;
      g_assert_cmpint (explained, ==, 0);
      g_assert_cmpuint (n_attempts, ==, 0);
      n_dated += day->n_attempts;
    }
  for (guint j = 0; j < attempts->len; j++)
    n_dated -= day_of (&g_array_index (attempts, KlInsightAttempt, j), setting) > 0 ? 1 : 0;
  g_assert_cmpuint (n_dated, ==, 0);
}

static void
check_bias (const KlInsightReport *report,
            const GArray          *attempts,
            guint                  subject)
{
  double sum = 0;
  guint n = 0;
  const KlInsightBias *found = NULL;

  for (guint i = 0; i < attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (attempts, KlInsightAttempt, i);

      if (attempt->subject != subject || attempt->is_assisted || isnan (attempt->guess) || isnan (attempt->score))
        continue;
      sum += attempt->guess - attempt->score;
      n++;
    }
  for (guint i = 0; i < report->calibration->subjects->len; i++)
    if (g_array_index (report->calibration->subjects, KlInsightBias, i).subject == subject)
      found = &g_array_index (report->calibration->subjects, KlInsightBias, i);
  g_assert_true ((found != NULL) == (n >= KL_INSIGHT_BIAS_MIN));
  if (found == NULL)
    return;
  g_assert_cmpuint (found->n, ==, n);
  g_assert_cmpfloat_with_epsilon (found->bias, sum / n, 1e-9);
}

static void
check_journey (const KlInsightReport  *report,
               const GArray           *attempts,
               const KlInsightSetting *setting,
               guint                   subject)
{
  const KlInsightAttempt *first = NULL;
  const KlInsightAttempt *last = NULL;
  const KlInsightJourney *found = NULL;
  guint n = 0;

  for (guint i = 0; i < attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (attempts, KlInsightAttempt, i);

      if (attempt->subject != subject || attempt->is_assisted || isnan (attempt->score) || attempt->date.day == 0)
        continue;
      n++;
      if (first == NULL || is_later (first, attempt))
        first = attempt;
      if (last == NULL || is_later (attempt, last))
        last = attempt;
    }
  for (guint i = 0; i < report->journeys->len; i++)
    if (g_array_index (report->journeys, KlInsightJourney, i).subject == subject)
      found = &g_array_index (report->journeys, KlInsightJourney, i);
  g_assert_true ((found != NULL) == (n >= 2));
  if (found == NULL)
    return;
  g_assert (first != NULL && last != NULL);
  g_assert_cmpuint (found->n, ==, n);
  g_assert_cmpint (found->first.number, ==, first->number);
  g_assert_cmpint (found->last.number, ==, last->number);
  g_assert_cmpint (found->last.day, ==, day_of (last, setting));
}

static void
test_random (void)
{
  g_auto(KlInsightSetting) setting;

  insight_fixture_set (&setting);
  for (guint i = 0; i < N_LIBRARIES; i++)
    {
      KlInsightRows *rows = new_random_rows ();
      g_autoptr(GArray) attempts = g_array_copy (rows->attempts);
      g_autoptr(KlInsightReport) report = NULL;

      setting.rollover = (guint) g_test_rand_int_range (0, 24);
      report = kl_insight_report_new (rows, &setting, NULL);
      check_spread (report, attempts, &setting);
      check_days (report, attempts, &setting);
      for (guint j = 0; j < N_SUBJECTS; j++)
        {
          check_bias (report, attempts, j);
          check_journey (report, attempts, &setting, j);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight-report/spread", test_spread);
  g_test_add_func ("/insight-report/spread-in-list-order", test_spread_in_list_order);
  g_test_add_func ("/insight-report/days", test_days);
  g_test_add_func ("/insight-report/calibration", test_calibration);
  g_test_add_func ("/insight-report/suggestions", test_suggestions);
  g_test_add_func ("/insight-report/many-pairs", test_many_pairs);
  g_test_add_func ("/insight-report/nothing", test_nothing);
  g_test_add_func ("/insight-report/missed", test_missed);
  g_test_add_func ("/insight-report/returns", test_returns);
  g_test_add_func ("/insight-report/journeys", test_journeys);
  g_test_add_func ("/insight-report/due", test_due);
  g_test_add_func ("/insight-report/random", test_random);
  return g_test_run ();
}
