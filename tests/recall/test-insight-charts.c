/* test-insight-charts.c: the insights as charts, by what their tables say */

#include "config.h"

#include <math.h>

#include "insight-fixture.h"
#include "recall/kl-insight-charts.h"
#include "recall/kl-insight-target.h"

/* The rows of a chart's table, a line each, with “|” between its cells. */
static void
assert_table (KlDataChart *taken,
              const char  *title,
              const char  *summary,
              const char  *expected)
{
  g_autoptr(KlChart) chart = KL_CHART (taken);
  g_autoptr(GString) table = g_string_new (NULL);
  g_autofree char *said = kl_chart_dup_summary (chart);

  for (guint i = 0; i < kl_chart_get_n_marks (chart); i++)
    for (guint j = 0; j < kl_chart_get_n_columns (chart); j++)
      {
        g_autofree char *cell = kl_chart_dup_cell (chart, i, j, TRUE);

        g_string_append_printf (table, "%s%s", j > 0 ? "|" : i > 0 ? "\n" : "", cell);
      }
  g_assert_cmpstr (kl_chart_get_title (chart), ==, title);
  g_assert_cmpstr (said, ==, summary);
  g_assert_cmpstr (table->str, ==, expected);
}

/* Which attempt a mark leads to. */
static void
assert_leads_to (KlDataChart *chart,
                 guint        mark,
                 const char  *subject,
                 gint64       number)
{
  gint64 found = 0;
  g_autofree char *id = kl_insight_target_parse (kl_chart_get_target (KL_CHART (chart), mark), &found);

  g_assert_cmpstr (id, ==, subject);
  g_assert_cmpint (found, ==, number);
}

static KlInsightReport *
report_on (KlInsightRows *rows)
{
  g_auto(KlInsightSetting) setting;

  insight_fixture_set (&setting);
  return kl_insight_report_new (rows, &setting, NULL);
}

static KlPlan *
new_plan (void)
{
  KlPlan *plan = g_object_new (KL_TYPE_PLAN, "title", "plan", NULL);
  g_autoptr(KlRecord) subject = g_object_new (KL_TYPE_SUBJECT, "id", "subject-0", "title", "Pods", NULL);

  kl_record_append (KL_RECORD (plan), subject);
  return plan;
}

static void
test_charts (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (1);
  g_autoptr(KlPlan) plan = new_plan ();
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(KlInsightTopics) topics = NULL;
  g_autoptr(KlDataChart) calibration = NULL;
  g_autoptr(KlDataChart) suggestions = NULL;
  g_autofree char *words = NULL;

  insight_fixture_add (rows, 0, "2026-11-11", 40)->guess = 60;
  insight_fixture_add (rows, 0, "2026-11-18", 95)->seconds = 600;
  g_array_index (rows->attempts, KlInsightAttempt, 1).suggested = 80;
  insight_fixture_study (rows, 0, "2026-11-18", 1800);
  insight_fixture_judge (rows, 0, "quorum", "mmp");
  report = report_on (rows);
  topics = kl_insight_topics_new (report, plan);

  assert_table (kl_insight_charts_new_spread (report), "How the Bands Are Spread over Time",
                "1 has a score: 1 Strong.",
                "2026-11-15|0|0|0|1\n2026-11-22|1|0|0|0\n2026-11-25|1|0|0|0");
  assert_table (kl_insight_charts_new_days (report), "Days of Learning",
                "2 explanations and 2 days of learning since 9 November.",
                "2026-11-11|1|0\n2026-11-12|0|0\n2026-11-13|0|0\n2026-11-14|0|0\n2026-11-15|0|0\n"
                "2026-11-16|0|0\n2026-11-17|0|0\n2026-11-18|1|1\n2026-11-19|0|0\n2026-11-20|0|0\n"
                "2026-11-21|0|0\n2026-11-22|0|0\n2026-11-23|0|0\n2026-11-24|0|0\n2026-11-25|0|0");
  assert_table (kl_insight_charts_new_time (report), "Explaining and Studying, Week by Week",
                "Since 9 November: 10 min of explaining and 30 min of studying.",
                "2026-11-09|0|0\n2026-11-16|600|1800\n2026-11-23|0|0");
  assert_table (kl_insight_charts_new_missed (report, topics), "Points Missed Most Often",
                "Most often: “quorum” in “Pods”, missed in 2 and partly covered in 1 of 3 attempts.", "quorum|2|1");
  calibration = kl_insight_charts_new_calibration (report, topics);
  assert_leads_to (calibration, 0, "subject-0", 1);
  assert_table (g_steal_pointer (&calibration), "Expected and Actual Scores",
                "1 attempt so far has a score that you expected: too few to say more.", "Pods, 11 Nov 2026|60|40");
  suggestions = kl_insight_charts_new_suggestions (report, topics);
  assert_leads_to (suggestions, 0, "subject-0", 2);
  words = kl_chart_dup_mark_text (KL_CHART (suggestions), 0);
  g_assert_cmpstr (words, ==,
                   "Pods, 18 Nov 2026 · Suggested 80\302\240% · Yours 95\302\240% · 15 points higher than suggested");
  assert_table (g_steal_pointer (&suggestions), "Suggested Scores and Yours",
                "1 attempt so far has a score that KLearn suggested: too few to say more.",
                "Pods, 18 Nov 2026|80|95");
}

static void
test_targets (void)
{
  static const char *const others[] = { "", "subject", "subject#", "#one", "subject#1.5", "a#99999999999999999999" };
  g_autofree char *target = kl_insight_target_new ("a#b", G_MAXINT64);
  gint64 number = 0;
  g_autofree char *id = kl_insight_target_parse (target, &number);

  g_assert_cmpstr (id, ==, "a#b");
  g_assert_cmpint (number, ==, G_MAXINT64);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (kl_insight_target_parse (others[i], &number));
}

static void
test_due (void)
{
  KlInsightDue due;

  kl_insight_due_init (&due, insight_fixture_day ("2026-11-25"));
  assert_table (kl_insight_charts_new_due (&due), "What Is Due in the Coming Weeks",
                "Nothing has a date yet. What you explain gets one.", "");
  kl_insight_due_add (&due, insight_fixture_day ("2026-11-24"));
  kl_insight_due_add (&due, insight_fixture_day ("2026-11-29"));
  kl_insight_due_add (&due, insight_fixture_day ("2026-11-30"));
  kl_insight_due_add (&due, insight_fixture_day ("2027-06-01"));
  assert_table (kl_insight_charts_new_due (&due), "What Is Due in the Coming Weeks",
                "1 is due this week, 1 was due before, of 4 with a date.",
                "Before|1\nThis week|1\n30 Nov|1\n7 Dec|0\n14 Dec|0\n21 Dec|0\n28 Dec|0\n4 Jan|0\n11 Jan|0\nLater|1");
}

static void
test_nothing (void)
{
  g_autoptr(KlPlan) plan = new_plan ();
  g_autoptr(KlInsightReport) report = report_on (insight_fixture_new_rows (1));
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, plan);

  assert_table (kl_insight_charts_new_spread (report), "How the Bands Are Spread over Time",
                "Nothing has a score yet.", "");
  assert_table (kl_insight_charts_new_days (report), "Days of Learning", "Nothing was explained or studied yet.", "");
  assert_table (kl_insight_charts_new_missed (report, topics), "Points Missed Most Often", "No point was missed yet.",
                "");
  assert_table (kl_insight_charts_new_suggestions (report, topics), "Suggested Scores and Yours",
                "No score was suggested yet. Key points let KLearn suggest one for what you explain.", "");
  assert_table (kl_insight_charts_new_time (report), "Explaining and Studying, Week by Week",
                "No time was measured yet. Explaining and the timer of a deep dive do it.", "");
}

/* The sentence sums up what the table below it has, neither more nor less. */
static void
test_time_of_same_weeks (void)
{
  KlInsightRows *rows = insight_fixture_new_rows (1);
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(KlChart) chart = NULL;
  g_autofree char *summary = NULL;
  gint64 sum = 0;

  insight_fixture_add (rows, 0, "2026-02-02", 40)->seconds = 3600;
  insight_fixture_add (rows, 0, "2026-06-03", 40)->seconds = 600;
  insight_fixture_add (rows, 0, "2026-11-18", 40)->seconds = 1200;
  report = report_on (rows);
  chart = KL_CHART (kl_insight_charts_new_time (report));
  for (guint i = 0; i < kl_chart_get_n_marks (chart); i++)
    {
      g_autofree char *cell = kl_chart_dup_cell (chart, i, 1, TRUE);

      sum += g_ascii_strtoll (cell, NULL, 10);
    }
  summary = kl_chart_dup_summary (chart);
  g_assert_cmpint (sum, ==, 1800);
  g_assert_cmpstr (summary, ==, "Since 1 June: 30 min of explaining and 0 min of studying.");
}

/* What was measured long ago, or on a day that nobody knows, was measured. */
static void
test_time_of_long_ago (void)
{
  static const struct
  {
    const char *date;
    const char *summary;
  } all[] = { { "2026-02-02", "Since 1 June: 0 min of explaining and 0 min of studying." },
              { NULL, "Since 23 November: 0 min of explaining and 0 min of studying." } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      KlInsightRows *rows = insight_fixture_new_rows (1);
      g_autoptr(KlInsightReport) report = NULL;
      g_autoptr(KlChart) chart = NULL;
      g_autofree char *summary = NULL;

      insight_fixture_add (rows, 0, all[i].date, 40)->seconds = 3600;
      report = report_on (rows);
      chart = KL_CHART (kl_insight_charts_new_time (report));
      summary = kl_chart_dup_summary (chart);
      g_assert_cmpstr (summary, ==, all[i].summary);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight-charts/charts", test_charts);
  g_test_add_func ("/insight-charts/due", test_due);
  g_test_add_func ("/insight-charts/targets", test_targets);
  g_test_add_func ("/insight-charts/nothing", test_nothing);
  g_test_add_func ("/insight-charts/time-of-same-weeks", test_time_of_same_weeks);
  g_test_add_func ("/insight-charts/time-of-long-ago", test_time_of_long_ago);
  return g_test_run ();
}
