/* test-insights.c: how it goes with a plan, read from a library and kept up to date while somebody looks */

#include "config.h"

#include <math.h>

#include "library-fixture.h"
#include "model/kl-amendment.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"
#include "model/kl-study-session.h"
#include "model/kl-verdict.h"
#include "recall/kl-insights.h"
#include "test-clock.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *first;
  KlSubject *second;
  KlInsights *insights;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->first = library_fixture_add_subject (&self->library, self->plan, "first");
  self->second = library_fixture_add_subject (&self->library, self->plan, "second");
  self->insights = kl_insights_new (self->library.library, self->plan);
  g_signal_connect_swapped (self->insights, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (self->insights, self);
  g_clear_object (&self->insights);
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->plan);
  library_fixture_tear_down (&self->library, NULL);
}

static const KlInsightReport *
look (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_insights_load_async (self->insights, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_insights_load_finish (self->insights, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  return kl_insights_get_report (self->insights);
}

static const char *
get_id (gpointer record)
{
  return kl_record_get_id (KL_RECORD (record));
}

static void
insert (Fixture  *self,
        KlRecord *record)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");

  kl_change_insert (change, record);
  library_fixture_change (&self->library, change);
}

static KlRecord *
add_point (Fixture    *self,
           KlSubject  *subject,
           const char *text)
{
  KlRecord *point = g_object_new (KL_TYPE_POINT, "owner", get_id (subject), "text", text, NULL);

  insert (self, point);
  return point;
}

static void
add_verdict (KlAttempt      *attempt,
             KlRecord       *point,
             KlVerdictValue  value,
             KlVerdictValue  suggested)
{
  g_autoptr(KlRecord) verdict = g_object_new (KL_TYPE_VERDICT, "point", point != NULL ? get_id (point) : NULL, "text",
                                              "point", "value", value, "suggested", suggested, NULL);

  kl_record_append (KL_RECORD (attempt), verdict);
}

static void
add_correction (KlAttempt  *attempt,
                const char *wrong)
{
  g_autoptr(KlRecord) item
    = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_CORRECTION, "wrong", wrong, "right", "right", NULL);

  kl_record_append (KL_RECORD (attempt), item);
}

static void
record (Fixture   *self,
        KlSubject *subject,
        KlAttempt *attempt)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_record (&self->library, subject, attempt, &error));
  g_assert_no_error (error);
}

static KlAttempt *
new_attempt (const char *date,
             double      low,
             double      high,
             double      guess)
{
  KlAttempt *attempt = library_fixture_new_attempt ("words", low);

  g_object_set (attempt, "date", date, "low", low, "high", high, "guess", guess, NULL);
  return attempt;
}

static void
record_score (Fixture    *self,
              KlSubject  *subject,
              const char *date,
              double      score)
{
  g_autoptr(KlAttempt) attempt = new_attempt (date, score, score, (double) NAN);

  record (self, subject, attempt);
}

static void
amend (Fixture   *self,
       KlSubject *subject,
       double     score)
{
  g_autoptr(KlAttempt) attempt = NULL;
  g_autoptr(KlRecord) amendment = NULL;

  library_fixture_load (&self->library, subject);
  attempt = g_list_model_get_item (kl_subject_get_attempts (subject), 0);
  amendment = g_object_new (KL_TYPE_AMENDMENT, "owner", get_id (attempt), "position", (gint64) 1, "low", score, "high",
                            score, NULL);
  insert (self, amendment);
}

/* Ranges count by their midpoint, amended attempts by their latest score, and deleted ones not. */
static void
test_scores (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KlAttempt) range = new_attempt ("2026-11-01", 40, 60, 70);
  g_autoptr(KlAttempt) later = new_attempt ("2026-11-08", 80, 80, 70);
  const KlInsightReport *report;
  const KlInsightJourney *journey;

  record (self, self->first, range);
  record (self, self->first, later);
  report = look (self);
  g_assert_cmpuint (report->n_attempts, ==, 2);
  g_assert_cmpuint (report->calibration->n, ==, 2);
  g_assert_cmpfloat_with_epsilon (report->calibration->bias, 5, 1e-9);
  journey = &g_array_index (report->journeys, KlInsightJourney, 0);
  g_assert_cmpstr (kl_insight_report_get_id (report, journey->subject), ==, get_id (self->first));
  g_assert_cmpfloat_with_epsilon (journey->first.score, 50, 1e-9);

  amend (self, self->first, 66);
  report = look (self);
  g_assert_cmpfloat_with_epsilon (g_array_index (report->journeys, KlInsightJourney, 0).first.score, 66, 1e-9);
  g_assert_cmpfloat_with_epsilon (report->calibration->bias, -3, 1e-9);

  g_free (library_fixture_undo (&self->library, NULL));
  g_free (library_fixture_undo (&self->library, NULL));
  report = look (self);
  g_assert_cmpuint (report->n_attempts, ==, 1);
  g_assert_cmpuint (report->journeys->len, ==, 0);
}

static KlAttempt *
add_judged (Fixture        *self,
            const char     *date,
            KlRecord       *point,
            KlVerdictValue  value,
            KlVerdictValue  suggested)
{
  KlAttempt *attempt = new_attempt (date, 50, 50, (double) NAN);

  add_verdict (attempt, point, value, suggested);
  record (self, self->first, attempt);
  return attempt;
}

static void
test_verdicts (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KlRecord) point = add_point (self, self->first, "a point");
  g_autoptr(KlRecord) other = add_point (self, self->first, "another");
  g_autoptr(KlAttempt) late = add_judged (self, "2026-11-20", point, KL_VERDICT_COVERED, KL_VERDICT_COVERED);
  g_autoptr(KlAttempt) early = add_judged (self, "2026-11-01", point, KL_VERDICT_MISSED, KL_VERDICT_PARTLY);
  g_autoptr(KlAttempt) assisted = new_attempt ("2026-11-21", 50, 50, (double) NAN);
  g_autoptr(KlAttempt) unset = add_judged (self, "2026-11-22", point, KL_VERDICT_UNSET, KL_VERDICT_COVERED);
  g_autoptr(KlAttempt) gone = add_judged (self, "2026-11-22", NULL, KL_VERDICT_MISSED, KL_VERDICT_MISSED);
  const KlInsightReport *report;
  const KlInsightPoint *missed;

  g_object_set (assisted, "assisted", TRUE, NULL);
  add_verdict (assisted, point, KL_VERDICT_MISSED, KL_VERDICT_MISSED);
  add_verdict (assisted, other, KL_VERDICT_MISSED, KL_VERDICT_UNSET);
  record (self, self->first, assisted);

  report = look (self);
  g_assert_cmpuint (report->missed->len, ==, 1);
  missed = g_ptr_array_index (report->missed, 0);
  g_assert_cmpstr (missed->id, ==, get_id (point));
  g_assert_cmpstr (missed->text, ==, "a point");
  g_assert_cmpuint (missed->n_judged, ==, 2);
  g_assert_cmpuint (missed->n_missed, ==, 1);
  g_assert_cmpint (missed->first.value, ==, KL_VERDICT_MISSED);
  g_assert_cmpint (missed->last.value, ==, KL_VERDICT_COVERED);
  g_assert_cmpuint (report->agreement.n_judged, ==, 4);
  g_assert_cmpuint (report->agreement.n_kept, ==, 3);
  g_assert_cmpuint (report->agreement.n_scored, ==, 0);
  g_assert_cmpuint (g_array_index (report->journeys, KlInsightJourney, 0).n_turned, ==, 1);
}

static void
test_corrections (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(KlAttempt) early = new_attempt ("2026-11-01", 50, 50, (double) NAN);
  g_autoptr(KlAttempt) again = new_attempt ("2026-11-05", 50, 50, (double) NAN);
  g_autoptr(KlAttempt) said = new_attempt ("2026-11-06", 50, 50, (double) NAN);
  g_autoptr(KlAttempt) before = new_attempt ("2026-10-01", 50, 50, (double) NAN);
  const KlInsightReport *report;
  const KlInsightReturn *came_back;

  add_correction (early, "etcd stores its data in memory only");
  add_correction (again, "Etcd stores its data in memory only");
  add_correction (again, "once");
  g_object_set (said, "explanation", "I think that etcd stores its data in memory only.", NULL);
  g_object_set (before, "explanation", "I think that etcd stores its data in memory only.", NULL);
  record (self, self->first, early);
  record (self, self->first, again);
  record (self, self->first, said);
  record (self, self->first, before);

  report = look (self);
  g_assert_cmpuint (report->returns->len, ==, 1);
  came_back = g_ptr_array_index (report->returns, 0);
  g_assert_cmpuint (came_back->n_noted, ==, 1);
  g_assert_cmpuint (came_back->n_found, ==, 1);
  g_assert_cmpstr (came_back->attempt_id, ==, get_id (said));
}

/* What is of another plan is not this one's. */
static void
test_other_plan (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "other", "position", (gint64) 2, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "other");
  g_autoptr(KlPlan) other = NULL;
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(KlRecord) point = NULL;
  g_autoptr(KlAttempt) attempt = new_attempt ("2026-11-05", 50, 50, 80);
  g_autoptr(KlRecord) session = NULL;
  const KlInsightReport *report;

  kl_change_make_plan (change, plan);
  library_fixture_change (&self->library, change);
  other = g_list_model_get_item (kl_library_get_plans (self->library.library), 1);
  subject = library_fixture_add_subject (&self->library, other, "elsewhere");
  point = add_point (self, subject, "a point");
  add_verdict (attempt, point, KL_VERDICT_MISSED, KL_VERDICT_MISSED);
  add_correction (attempt, "wrong");
  record (self, subject, attempt);
  session = g_object_new (KL_TYPE_STUDY_SESSION, "owner", get_id (subject), "started", "2026-11-05T12:00:00Z",
                          "seconds", (gint64) 60, NULL);
  insert (self, session);

  report = look (self);
  g_assert_cmpuint (report->n_attempts, ==, 0);
  g_assert_cmpuint (report->days->len, ==, 0);
  g_assert_cmpuint (report->missed->len, ==, 0);
  g_assert_cmpuint (report->agreement.n_judged, ==, 0);
  g_clear_object (&self->insights);
  self->insights = kl_insights_new (self->library.library, other);
  report = look (self);
  g_assert_cmpuint (report->n_attempts, ==, 1);
  g_assert_cmpuint (report->days->len, ==, 1);
  g_assert_cmpuint (report->missed->len, ==, 1);
  g_assert_cmpint (g_array_index (report->spans, KlInsightSpan, 0).studied, ==, 60);
}

static void
await_changes (Fixture *self,
               guint    n)
{
  while (self->n_changes < n)
    g_main_context_iteration (NULL, TRUE);
}

/* While somebody looks it follows the library and the day; otherwise nothing is read. */
static void
test_following (Fixture       *self,
                gconstpointer  data)
{
  record_score (self, self->first, "2026-11-20", 50);
  g_assert_null (kl_insights_get_report (self->insights));
  kl_insights_set_following (self->insights, TRUE);
  await_changes (self, 1);
  g_assert_cmpuint (kl_insights_get_report (self->insights)->n_attempts, ==, 1);

  record_score (self, self->second, "2026-11-21", 50);
  await_changes (self, 2);
  while (kl_insights_get_report (self->insights)->n_attempts < 2)
    g_main_context_iteration (NULL, TRUE);

  test_clock_set (TEST_CLOCK (kl_library_get_clock (self->library.library)), "2026-12-24T12:00:00Z");
  kl_clock_day_changed (kl_library_get_clock (self->library.library));
  while (kl_insights_get_report (self->insights)->today != kl_iso_date_parse_day ("2026-12-24"))
    g_main_context_iteration (NULL, TRUE);

  kl_insights_set_following (self->insights, FALSE);
  self->n_changes = 0;
  record_score (self, self->second, "2026-11-22", 50);
  look (self);
  g_assert_cmpuint (self->n_changes, ==, 1);
}

/* What nobody waits for any more comes to an end, and who looks again gets it. */
static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  record_score (self, self->first, "2026-11-20", 50);
  kl_insights_set_following (self->insights, TRUE);
  kl_insights_set_following (self->insights, FALSE);
  kl_insights_set_following (self->insights, TRUE);
  await_changes (self, 1);
  g_assert_cmpuint (kl_insights_get_report (self->insights)->n_attempts, ==, 1);
  kl_insights_set_following (self->insights, FALSE);

  g_cancellable_cancel (cancellable);
  kl_insights_load_async (self->insights, cancellable, library_fixture_done_cb, &result);
  g_assert_false (kl_insights_load_finish (self->insights, library_fixture_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What no KLearn wrote says nothing, and breaks nothing. */
static void
test_hostile_rows (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KlRecord) point = add_point (self, self->first, "a point");
  g_autoptr(KlAttempt) attempt = add_judged (self, "2026-11-20", point, KL_VERDICT_MISSED, KL_VERDICT_MISSED);
  g_autoptr(KlAttempt) other = new_attempt ("2026-11-21", 50, 50, 60);
  const KlInsightReport *report;

  add_correction (other, "wrong");
  record (self, self->first, other);
  library_fixture_execute (&self->library,
                           "UPDATE verdict SET value = CAST (x'ff00' AS TEXT), suggested = 'all of it';"
                           "UPDATE attempt SET low = 9e999, guess = -9e999, seconds = -5, date = '9999-99-99'"
                           "  WHERE number = 1;"
                           "UPDATE attempt SET date = '0001-01-01', seconds = 9223372036854775807 WHERE number = 2;"
                           "UPDATE point SET text = CAST (x'ff' AS TEXT);"
                           "UPDATE feedback SET wrong = CAST (x'ff' AS TEXT)");
  report = look (self);
  g_assert_cmpuint (report->n_attempts, ==, 2);
  g_assert_cmpuint (report->missed->len, ==, 0);
  g_assert_cmpuint (report->calibration->n, ==, 1);
  g_assert_cmpuint (report->days->len, ==, 1);
  g_assert_cmpuint (report->spread->n_weeks, ==, KL_INSIGHT_SPREAD_MAX_WEEKS);
  g_assert_cmpuint (kl_insight_spread_get_total (report->spread, 0), ==, 1);
}

/* A library that cannot be read says why, what was known stays, and the next reading may succeed. */
static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  record_score (self, self->first, "2026-11-20", 50);
  library_fixture_execute (&self->library, "ALTER TABLE study_session RENAME TO gone");
  kl_insights_set_following (self->insights, TRUE);
  await_changes (self, 1);
  g_assert_null (kl_insights_get_report (self->insights));
  g_assert_error (kl_insights_get_error (self->insights), KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
  g_assert_nonnull (strstr (kl_insights_get_error (self->insights)->message, self->library.path));
  kl_insights_load_async (self->insights, NULL, library_fixture_done_cb, &result);
  g_assert_false (kl_insights_load_finish (self->insights, library_fixture_await (&result), &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);

  library_fixture_execute (&self->library, "ALTER TABLE gone RENAME TO study_session");
  self->n_changes = 0;
  kl_insights_refresh (self->insights);
  await_changes (self, 1);
  g_assert_no_error (kl_insights_get_error (self->insights));
  g_assert_cmpuint (kl_insights_get_report (self->insights)->n_attempts, ==, 1);

  library_fixture_execute (&self->library, "ALTER TABLE study_session RENAME TO gone");
  self->n_changes = 0;
  kl_insights_refresh (self->insights);
  await_changes (self, 1);
  g_assert_error (kl_insights_get_error (self->insights), KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED);
  g_assert_cmpuint (kl_insights_get_report (self->insights)->n_attempts, ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/insights/scores", test_scores);
  ADD ("/insights/verdicts", test_verdicts);
  ADD ("/insights/corrections", test_corrections);
  ADD ("/insights/other-plan", test_other_plan);
  ADD ("/insights/following", test_following);
  ADD ("/insights/cancelled", test_cancelled);
  ADD ("/insights/hostile-rows", test_hostile_rows);
  ADD ("/insights/unreadable", test_unreadable);
  return g_test_run ();
}
