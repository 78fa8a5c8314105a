/* test-score-series.c: which marks there are, in which order, and what they say */

#include "config.h"

#include "chart-fixture.h"
#include "chart/kl-chart-text.h"
#include "model/kl-iso-date.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_order (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  static const struct { gint64 number; double value; int rank; } expected[] = {
    { 4, 98, 0 }, { 1, 40, 3 }, { 2, 92, 0 }, { 3, 80, 1 },
  };

  fixture_add (attempts, 3, "2025-10-11T01:00:00+09:00", 75, 85, FALSE);
  fixture_add (attempts, 2, "2025-10-10", 92, 92, FALSE);
  fixture_add (attempts, 1, "2025-10-10T23:30:00-11:00", 40, 40, FALSE);
  fixture_add (attempts, 4, "2025-10-09", 98, 98, TRUE);
  fixture_add (attempts, 5, "2025-10-12", (double) NAN, (double) NAN, FALSE);

  g_assert_cmpuint (kl_score_series_get_n_marks (series), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KlScoreMark *mark = kl_score_series_get_mark (series, i);

      g_assert_cmpint (mark->number, ==, expected[i].number);
      g_assert_cmpfloat_with_epsilon (mark->value, expected[i].value, 1e-9);
      g_assert_cmpint (mark->rank, ==, expected[i].rank);
    }
  g_assert_true (kl_score_series_get_mark (series, 0)->assisted);
  g_assert_cmpint (kl_score_series_get_mark (series, 1)->day, ==, kl_iso_date_parse_day ("2025-10-10"));
}

static void
test_amended (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  KlAttempt *attempt = fixture_add (attempts, 1, "2025-10-10", 92, 92, FALSE);
  g_autofree char *text = NULL;

  g_assert_false (kl_score_is_set (kl_score_series_get_mark (series, 0)->first));
  fixture_amend (attempt, 92);
  g_assert_false (kl_score_is_set (kl_score_series_get_mark (series, 0)->first));
  fixture_amend (attempt, 60);
  g_assert_cmpfloat_with_epsilon (kl_score_series_get_mark (series, 0)->value, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_series_get_mark (series, 0)->first.low, 92, 1e-9);

  text = kl_chart_dup_mark_text (KL_CHART (series), 0);
  g_assert_cmpstr (text, ==, "10 October 2025 · attempt 1 · 60 %, Fair · first 92 %");
}

static void
test_follows (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  KlScoreSeries *series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  KlAttempt *attempt;
  guint count = 0;

  g_signal_connect_swapped (series, "changed", G_CALLBACK (count_cb), &count);
  attempt = fixture_add (attempts, 1, "2025-10-10", 92, 92, FALSE);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (attempt, "assisted", TRUE, NULL);
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (kl_score_series_get_mark (series, 0)->assisted);
  fixture_amend (attempt, 50);
  g_assert_cmpuint (count, ==, 3);
  g_list_store_remove (bands, 0);
  g_assert_cmpuint (count, ==, 4);
  kl_chart_set_title (KL_CHART (series), "Pods");
  kl_chart_set_title (KL_CHART (series), "Pods");
  g_assert_cmpuint (count, ==, 5);

  g_object_ref (attempt);
  g_list_store_remove_all (attempts);
  g_assert_cmpuint (count, ==, 6);
  g_assert_cmpuint (kl_score_series_get_n_marks (series), ==, 0);
  fixture_amend (attempt, 70);
  g_assert_cmpuint (count, ==, 6);
  g_assert_finalize_object (series);
  g_assert_finalize_object (attempt);
}

static void
test_texts (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  g_autofree char *empty = kl_chart_dup_summary (KL_CHART (series));
  g_autofree char *day = NULL;
  g_autofree char *days = NULL;
  g_autofree char *mark = NULL;

  g_assert_cmpstr (empty, ==, "Not assessed yet");
  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  fixture_add (attempts, 2, "2025-10-10", 92, 92, FALSE);
  day = kl_chart_dup_summary (KL_CHART (series));
  g_assert_cmpstr (day, ==, "2 attempts on 10 October 2025; latest 92 %, Strong");
  fixture_add (attempts, 3, "2025-11-02", 75, 85.5, TRUE);
  days = kl_chart_dup_summary (KL_CHART (series));
  g_assert_cmpstr (days, ==, "3 attempts from 10 October 2025 to 2 November 2025; latest 75–\u206085.5 %, Good");
  mark = kl_chart_dup_mark_text (KL_CHART (series), 2);
  g_assert_cmpstr (mark, ==, "2 November 2025 · attempt 3 · 75–\u206085.5 %, Good · assisted");
}

/* What a file can hold, a chart can show. */
static void
test_strange_values (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), NULL);
  g_autofree char *undated = NULL;

  fixture_add (attempts, 1, NULL, 50, 50, FALSE);
  fixture_add (attempts, 2, "yesterday", -5, 1e308, FALSE);
  fixture_add (attempts, 3, "2025-02-30", 90, 80, FALSE);
  g_assert_cmpuint (kl_score_series_get_n_marks (series), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const KlScoreMark *mark = kl_score_series_get_mark (series, i);

      g_assert_cmpint (mark->day, ==, 0);
      g_assert_cmpint (mark->rank, ==, -1);
      g_assert_cmpfloat (mark->score.low, >=, 0);
      g_assert_cmpfloat (mark->score.high, <=, 100);
      g_assert_cmpfloat (mark->score.low, <=, mark->score.high);
    }
  undated = kl_chart_dup_mark_text (KL_CHART (series), 0);
  g_assert_cmpstr (undated, ==, "no date · attempt 1 · 50 %");
}

static void
test_bands (void)
{
  g_autoptr(GListStore) store = fixture_bands ();
  g_autoptr(GArray) bands = kl_chart_bands_new (G_LIST_MODEL (store));
  g_autoptr(GListStore) plain = g_list_store_new (KL_TYPE_BAND);
  g_autoptr(GArray) ranked = NULL;
  static const KlChartHue hues[] = { KL_CHART_HUE_GREEN, KL_CHART_HUE_ORANGE, KL_CHART_HUE_RED };

  g_assert_cmpuint (bands->len, ==, 4);
  g_assert_cmpstr (kl_chart_bands_get (bands, 0)->name, ==, "Strong");
  g_assert_cmpint (kl_chart_bands_find (bands, 89.5), ==, 1);
  g_assert_cmpint (kl_chart_bands_find (bands, 90), ==, 0);
  g_assert_cmpint (kl_chart_bands_find (bands, 0), ==, 3);
  g_assert_cmpint (kl_chart_bands_find (bands, (double) NAN), ==, -1);
  g_assert_cmpint ((int) kl_chart_bands_find_hue (bands, 75), ==, (int) KL_CHART_HUE_YELLOW);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(KlBand) band = g_object_new (KL_TYPE_BAND, "name", "Band", "low", i * 30.0, NULL);

      g_list_store_append (plain, band);
    }
  ranked = kl_chart_bands_new (G_LIST_MODEL (plain));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint ((int) kl_chart_bands_get (ranked, (int) i)->hue, ==, (int) hues[i]);
}

static void
test_dates (void)
{
  static const char *const wrong[]
    = { NULL, "", "2025", "2025-1-1", "2025-13-01", "2025-02-29", "20251010", "0000-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (kl_iso_date_parse_day (wrong[i]), ==, 0);
  g_assert_cmpint (kl_iso_date_parse_day ("0001-01-01"), ==, 1);
  g_assert_cmpint (kl_iso_date_parse_day ("2024-02-29T23:59:59Z"), ==, kl_iso_date_parse_day ("2024-02-29"));
  g_assert_cmpint (kl_iso_date_parse_day ("9999-12-31"), >, 0);
}

static KlScoreFuture *
make_future (double score)
{
  const KlScoreExpected points[] = { { kl_iso_date_parse_day ("2025-12-01"), 95, 85, 100 },
                                     { kl_iso_date_parse_day ("2026-01-10"), 92, 82, 100 },
                                     { kl_iso_date_parse_day ("2026-02-01"), score, score - 10, score + 10 },
                                     { kl_iso_date_parse_day ("2026-03-03"), 70, 60, 80 } };

  return fixture_future (points, G_N_ELEMENTS (points), 90);
}

/* What is expected is drawn anew where it differs, and only there. */
static void
test_expected (void)
{
  g_autoptr(KlScoreSeries) series = kl_score_series_new (NULL, NULL);
  KlScoreFuture *due = make_future (80);
  guint count = 0;

  g_signal_connect_swapped (series, "changed", G_CALLBACK (count_cb), &count);
  kl_score_series_take_future (series, NULL);
  g_assert_cmpuint (count, ==, 0);
  kl_score_series_take_future (series, make_future (80));
  kl_score_series_take_future (series, make_future (80));
  g_assert_cmpuint (count, ==, 1);
  kl_score_series_take_future (series, make_future (79));
  g_assert_cmpuint (count, ==, 2);
  kl_score_series_take_future (series, make_future (80));
  due->due = kl_iso_date_parse_day ("2026-02-01");
  kl_score_series_take_future (series, due);
  g_assert_cmpuint (count, ==, 4);
  g_assert_cmpuint (kl_score_series_get_future (series)->points->len, ==, 4);
  kl_score_series_take_future (series, NULL);
  g_assert_cmpuint (count, ==, 5);
  g_assert_cmpuint (kl_score_series_get_future (series)->points->len, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&series));
}

/* Of very many attempts those that come and go are heard of at once, others when it is said that there was a change. */
static void
test_many_are_refreshed (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(KlScoreSeries) series = kl_score_series_new (NULL, NULL);
  KlAttempt *first = fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  guint count = 0;

  for (int i = 2; i <= 1500; i++)
    fixture_add (attempts, i, "2025-10-11", 50, 50, FALSE);
  kl_score_series_set_attempts (series, G_LIST_MODEL (attempts));
  g_signal_connect_swapped (series, "changed", G_CALLBACK (count_cb), &count);
  g_object_set (first, "low", 70.0, "high", 70.0, NULL);
  kl_score_series_refresh (series);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpfloat_with_epsilon (kl_score_series_get_mark (series, 0)->value, 70, 1e-9);

  /* Where each is followed, there is nothing to refresh. */
  g_list_store_splice (attempts, 2, 1498, NULL, 0);
  count = 0;
  kl_score_series_refresh (series);
  g_assert_cmpuint (count, ==, 0);
  g_object_set (first, "low", 75.0, "high", 75.0, NULL);
  g_assert_cmpuint (count, >, 0);
}

/* The table, in words and as machines read it. */
static void
test_cells (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  static const char *const words[] = { "2 Nov 2025", "2", "75–\u206085 %", "▲ Good", "60 %", "Yes" };
  static const char *const plain[] = { "2025-11-02", "2", "80", "Good", "60", "Yes" };

  g_object_set (fixture_add (attempts, 2, "2025-11-02", 75, 85, TRUE), "guess", 60.0, NULL);
  fixture_amend (fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE), 50);
  g_assert_cmpuint (kl_chart_get_n_columns (KL_CHART (series)), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *cell = kl_chart_dup_cell (KL_CHART (series), 1, i, FALSE);
      g_autofree char *read = kl_chart_dup_cell (KL_CHART (series), 1, i, TRUE);

      g_assert_cmpstr (cell, ==, words[i]);
      g_assert_cmpstr (read, ==, plain[i]);
    }
  {
    g_autofree char *amended = kl_chart_dup_cell (KL_CHART (series), 0, 2, FALSE);
    g_autofree char *unguessed = kl_chart_dup_cell (KL_CHART (series), 0, 4, FALSE);
    g_autofree char *nothing = kl_chart_dup_cell (KL_CHART (series), 0, 4, TRUE);

    g_assert_cmpstr (amended, ==, "50 % (first 40 %)");
    g_assert_cmpstr (unguessed, ==, "–");
    g_assert_cmpstr (nothing, ==, "");
  }
}

static void
study (GListStore    *sessions,
       const char    *started,
       KlSessionKind  kind,
       gint64         seconds)
{
  g_autoptr(KlStudySession) session = g_object_new (KL_TYPE_STUDY_SESSION, "started", started, "kind", kind,
                                                    "seconds", seconds, NULL);

  g_list_store_append (sessions, session);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

/* What was studied has words, rows and steps of its own. */
static void
test_sessions (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  KlChart *chart = KL_CHART (series);
  gboolean numeric;

  kl_score_series_set_sessions (series, G_LIST_MODEL (sessions));
  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  fixture_add (attempts, 2, "2025-12-10", 92, 92, FALSE);
  g_assert_cmpuint (kl_chart_get_n_columns (chart), ==, 6);
  study (sessions, "2025-12-08T10:00:00Z", KL_SESSION_RESTUDY, 0);
  study (sessions, "2025-10-12T10:00:00Z", KL_SESSION_DEEP_DIVE, 1800);
  study (sessions, "no date", KL_SESSION_DEEP_DIVE, 1800);

  g_assert_cmpuint (kl_chart_get_n_marks (chart), ==, 4);
  g_assert_cmpuint (kl_score_series_get_n_marks (series), ==, 2);
  assert_text (kl_chart_dup_mark_text (chart, 0), "Deep dive on 12 October 2025, 30 min");
  assert_text (kl_chart_dup_mark_text (chart, 1), "Restudy on 8 December 2025");
  assert_text (kl_chart_dup_mark_text (chart, 2), "10 October 2025 · attempt 1 · 40 %, Needs Review");
  assert_text (kl_chart_dup_summary (chart), "2 attempts from 10 October 2025 to 10 December 2025; latest 92 %, "
                                             "Strong. 2 study sessions, 30 min");
  g_assert_null (kl_chart_get_target (chart, 1));
  g_assert_cmpstr (kl_chart_get_target (chart, 3), ==,
                   kl_record_get_id (KL_RECORD (kl_score_series_get_mark (series, 1)->attempt)));

  g_assert_cmpuint (kl_chart_get_n_columns (chart), ==, 7);
  assert_text (kl_chart_dup_heading (chart, 6, &numeric), "Study session");
  g_assert_false (numeric);
  assert_text (kl_chart_dup_cell (chart, 0, 0, TRUE), "2025-10-12");
  assert_text (kl_chart_dup_cell (chart, 0, 2, FALSE), "–");
  assert_text (kl_chart_dup_cell (chart, 0, 6, FALSE), "Deep dive, 30 min");
  assert_text (kl_chart_dup_cell (chart, 2, 6, FALSE), "–");
  assert_text (kl_chart_dup_cell (chart, 2, 6, TRUE), "");
  assert_text (kl_chart_dup_cell (chart, 3, 2, FALSE), "92 %");

  fixture_assert_row (chart, 0, 0, 1);
  fixture_assert_row (chart, 1, 0, 1);
  fixture_assert_row (chart, 2, 2, 3);
  fixture_assert_row (chart, 3, 2, 3);

  /* Down to what is nearest in time, and up again. */
  g_assert_cmpint (kl_chart_get_stride (chart, 2, 1, FALSE), ==, 1);
  g_assert_cmpint (3 + kl_chart_get_stride (chart, 3, 1, TRUE), ==, 1);
  g_assert_cmpint (2 + kl_chart_get_stride (chart, 2, 1, TRUE), ==, 0);
  g_assert_cmpint (1 + kl_chart_get_stride (chart, 1, -1, TRUE), ==, 3);
  g_list_store_remove_all (attempts);
  g_assert_cmpint (kl_chart_get_stride (chart, 1, -1, TRUE), ==, 0);
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. 2 study sessions, 30 min");
}

/* A session that is amended is heard of as one that comes or goes, until it is gone. */
static void
test_sessions_are_followed (void)
{
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  g_autoptr(KlScoreSeries) series = kl_score_series_new (NULL, NULL);
  g_autoptr(KlStudySession) session = NULL;
  KlChart *chart = KL_CHART (series);
  guint count = 0;

  study (sessions, "2025-10-12T10:00:00Z", KL_SESSION_DEEP_DIVE, 1800);
  kl_score_series_set_sessions (series, G_LIST_MODEL (sessions));
  session = g_list_model_get_item (G_LIST_MODEL (sessions), 0);
  g_signal_connect_swapped (series, "changed", G_CALLBACK (count_cb), &count);

  g_object_set (session, "seconds", (gint64) 3600, NULL);
  g_assert_cmpuint (count, ==, 1);
  assert_text (kl_chart_dup_mark_text (chart, 0), "Deep dive on 12 October 2025, 1 h");
  g_object_set (session, "started", "2025-10-13T10:00:00Z", NULL);
  g_assert_cmpuint (count, ==, 2);
  assert_text (kl_chart_dup_mark_text (chart, 0), "Deep dive on 13 October 2025, 1 h");

  g_list_store_remove_all (sessions);
  g_assert_cmpuint (count, ==, 3);
  g_object_set (session, "seconds", (gint64) 60, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_list_store_append (sessions, session);
  kl_score_series_set_sessions (series, NULL);
  count = 0;
  g_object_set (session, "seconds", (gint64) 120, NULL);
  g_assert_cmpuint (count, ==, 0);
}

static void
set_day (KlScoreSeries *series,
         int            year,
         int            month,
         int            day)
{
  g_autoptr(GDateTime) today = g_date_time_new_utc (year, month, day, 0, 0, 0);

  kl_score_series_set_today (series, today);
}

/* What is expected has words of its own, before and after the day on which it falls below the target. */
static void
test_future_words (void)
{
  g_autoptr(KlScoreSeries) series = kl_score_series_new (NULL, NULL);
  KlChart *chart = KL_CHART (series);
  KlScoreFuture *due = make_future (80);

  set_day (series, 2026, 1, 10);
  kl_score_series_take_future (series, make_future (80));
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score expected to fall below 90 % on 1 February 2026");
  due->due = kl_iso_date_parse_day ("2026-01-20");
  kl_score_series_take_future (series, due);
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score expected to fall below 90 % on 1 February 2026. "
                                             "Due on 20 January 2026");
  kl_score_series_take_future (series, make_future (90));
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score expected to fall below 90 % on 3 March 2026");
  set_day (series, 2026, 3, 3);
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score expected to be below 90 % since 3 March 2026");

  due = make_future (90);
  due->target = 70;
  due->crossing = 0;
  kl_score_series_take_future (series, due);
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score not expected to fall below 70 %");

  due = make_future (90);
  due->crossing = kl_score_future_get (due, 0)->day;
  kl_score_series_take_future (series, due);
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score expected to be below 90 %");

  /* Later than all that is drawn. */
  due = make_future (90);
  due->target = 70;
  due->crossing = kl_iso_date_parse_day ("2027-05-01");
  due->due = kl_iso_date_parse_day ("2027-04-30");
  kl_score_series_take_future (series, due);
  assert_text (kl_chart_dup_summary (chart), "Not assessed yet. Score expected to fall below 70 % on 1 May 2027. "
                                             "Due on 30 April 2027");
}

/* Each day that is to come is a mark and a row; the keyboard begins at the latest attempt before them. */
static void
test_future_marks (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), NULL);
  KlChart *chart = KL_CHART (series);
  KlScoreFuture *future = make_future (80);
  gboolean numeric;

  kl_score_series_set_sessions (series, G_LIST_MODEL (sessions));
  fixture_add (attempts, 1, "2025-11-01", 40, 40, FALSE);
  fixture_add (attempts, 2, "2025-12-01", 90, 100, FALSE);
  study (sessions, "2025-11-20T10:00:00Z", KL_SESSION_RESTUDY, 0);
  set_day (series, 2026, 1, 9);
  future->due = kl_iso_date_parse_day ("2026-01-10");
  kl_score_series_take_future (series, future);

  g_assert_cmpuint (kl_score_series_get_n_marks (series), ==, 2);
  g_assert_cmpuint (kl_chart_get_n_marks (chart), ==, 6);
  g_assert_cmpuint (kl_chart_get_latest (chart), ==, 2);
  assert_text (kl_chart_dup_mark_text (chart, 2), "1 December 2025 · attempt 2 · 90–\u2060100 %");
  assert_text (kl_chart_dup_mark_text (chart, 3), "10 January 2026 · expected 82–\u2060100 % · due");
  assert_text (kl_chart_dup_mark_text (chart, 4), "1 February 2026 · expected 70–\u206090 % · falls below 90 %");
  assert_text (kl_chart_dup_mark_text (chart, 5), "3 March 2026 · expected 60–\u206080 %");
  g_assert_null (kl_chart_get_target (chart, 4));
  fixture_assert_row (chart, 0, 0, 0);
  fixture_assert_row (chart, 1, 1, 2);
  fixture_assert_row (chart, 4, 3, 5);
  /* Up to what is expected, further up to what was studied at the bottom, and back. */
  g_assert_cmpint (2 + kl_chart_get_stride (chart, 2, -1, TRUE), ==, 3);
  g_assert_cmpint (4 + kl_chart_get_stride (chart, 4, 1, TRUE), ==, 2);
  g_assert_cmpint (4 + kl_chart_get_stride (chart, 4, -1, TRUE), ==, 0);
  g_assert_cmpint (0 + kl_chart_get_stride (chart, 0, 1, TRUE), ==, 3);

  g_assert_cmpuint (kl_chart_get_n_columns (chart), ==, 8);
  g_assert_cmpuint (kl_chart_get_n_plain_columns (chart), ==, 11);
  assert_text (kl_chart_dup_heading (chart, 7, &numeric), "Outlook");
  assert_text (kl_chart_dup_heading (chart, 8, &numeric), "Low");
  g_assert_true (numeric);
  assert_text (kl_chart_dup_cell (chart, 4, 0, TRUE), "2026-02-01");
  assert_text (kl_chart_dup_cell (chart, 4, 2, FALSE), "–");
  assert_text (kl_chart_dup_cell (chart, 4, 4, FALSE), "70–\u206090 %");
  assert_text (kl_chart_dup_cell (chart, 4, 4, TRUE), "80");
  assert_text (kl_chart_dup_cell (chart, 4, 6, FALSE), "–");
  assert_text (kl_chart_dup_cell (chart, 4, 7, FALSE), "falls below 90 %");
  assert_text (kl_chart_dup_cell (chart, 5, 7, TRUE), "");
  assert_text (kl_chart_dup_cell (chart, 4, 8, TRUE), "70");
  assert_text (kl_chart_dup_cell (chart, 4, 9, TRUE), "90");
  assert_text (kl_chart_dup_cell (chart, 4, 10, TRUE), "");
  /* The day on which it fell below the target is told when it is over, too. */
  set_day (series, 2026, 2, 10);
  g_assert_cmpuint (kl_chart_get_n_marks (chart), ==, 5);
  assert_text (kl_chart_dup_cell (chart, 3, 0, TRUE), "2026-02-01");

  /* Of an attempt, too. */
  assert_text (kl_chart_dup_cell (chart, 2, 8, TRUE), "90");
  assert_text (kl_chart_dup_cell (chart, 2, 9, TRUE), "100");
  assert_text (kl_chart_dup_cell (chart, 2, 10, TRUE), "");
  assert_text (kl_chart_dup_cell (chart, 0, 8, TRUE), "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/score-series/order", test_order);
  g_test_add_func ("/chart/score-series/amended", test_amended);
  g_test_add_func ("/chart/score-series/follows", test_follows);
  g_test_add_func ("/chart/score-series/texts", test_texts);
  g_test_add_func ("/chart/score-series/strange-values", test_strange_values);
  g_test_add_func ("/chart/score-series/bands", test_bands);
  g_test_add_func ("/chart/score-series/dates", test_dates);
  g_test_add_func ("/chart/score-series/expected", test_expected);
  g_test_add_func ("/chart/score-series/future-words", test_future_words);
  g_test_add_func ("/chart/score-series/future-marks", test_future_marks);
  g_test_add_func ("/chart/score-series/many", test_many_are_refreshed);
  g_test_add_func ("/chart/score-series/cells", test_cells);
  g_test_add_func ("/chart/score-series/sessions", test_sessions);
  g_test_add_func ("/chart/score-series/sessions-followed", test_sessions_are_followed);

  return g_test_run ();
}
