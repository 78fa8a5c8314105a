/* test-insight-statements.c: what is said of how it goes, with its evidence, and when nothing is */

#include "config.h"

#include <math.h>

#include "insight-fixture.h"
#include "recall/kl-comparison.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"

typedef struct
{
  KlInsightRows *rows;
  KlPlan *plan;
} Fixture;

static const char *const titles[] = { "Pods", "Services", "etcd", "Nodes" };

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->rows = insight_fixture_new_rows (G_N_ELEMENTS (titles));
  self->plan = g_object_new (KL_TYPE_PLAN, "title", "plan", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *id = g_strdup_printf ("subject-%u", i);
      g_autoptr(KlRecord) subject = g_object_new (KL_TYPE_SUBJECT, "id", id, "title", titles[i], NULL);

      kl_record_append (KL_RECORD (self->plan), subject);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->rows, kl_insight_rows_free);
  g_assert_finalize_object (self->plan);
}

static void
add (Fixture    *self,
     guint       subject,
     const char *scores)
{
  g_auto(GStrv) all = g_strsplit (scores, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-11-%02u", i + 1);

      insight_fixture_add (self->rows, subject, date, g_ascii_strtod (all[i], NULL));
    }
}

static void
assert_statements (GPtrArray         *statements,
                   const char *const *expected)
{
  guint i;

  for (i = 0; i < statements->len && expected[i] != NULL; i++)
    g_assert_cmpstr (kl_insight_statement_get_text (g_ptr_array_index (statements, i)), ==, expected[i]);
  g_assert_null (expected[i]);
  g_assert_cmpuint (statements->len, ==, i);
  g_ptr_array_unref (statements);
}

static KlInsightReport *
look (Fixture *self)
{
  g_auto(KlInsightSetting) setting;

  insight_fixture_set (&setting);
  return kl_insight_report_new (g_steal_pointer (&self->rows), &setting, NULL);
}

static GPtrArray *
say_strengths (Fixture               *self,
               const KlInsightReport *report)
{
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, self->plan);

  return kl_insight_strengths_new (report, topics);
}

static GPtrArray *
say_improvements (Fixture               *self,
                  const KlInsightReport *report)
{
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, self->plan);

  return kl_insight_improvements_new (report, topics);
}

static void
test_strengths (Fixture       *self,
                gconstpointer  data)
{
  const char *const expected[]
    = { "“Services” had 91 % or more in its latest 4 attempts, since 2 November.",
        "“etcd” had 90 % or more in its latest 3 attempts, since 1 November.",
        "“Pods” went from 40 % to 70 % over 3 attempts.",
        "2 points of “Pods” that were missed or partly covered at first were covered the last time.",
        "Over 10 attempts, the score you expected was 2 points off on average.", NULL };
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(GPtrArray) again = NULL;

  add (self, 0, "40 30 70");
  add (self, 1, "10 92 91 95 99");
  add (self, 2, "90 90 90");
  add (self, 3, "60 74");
  for (guint i = 0; i < 10; i++)
    g_array_index (self->rows->attempts, KlInsightAttempt, i).guess
      = g_array_index (self->rows->attempts, KlInsightAttempt, i).score + 2;
  insight_fixture_judge (self->rows, 0, "one", "mc");
  insight_fixture_judge (self->rows, 0, "two", "pc");
  insight_fixture_judge (self->rows, 1, "three", "pc");
  report = look (self);
  assert_statements (say_strengths (self, report), expected);
  again = say_strengths (self, report);
  g_assert_cmpstr (kl_insight_statement_get_subject_id (g_ptr_array_index (again, 0)), ==, "subject-1");
  g_assert_null (kl_insight_statement_get_subject_id (g_ptr_array_index (again, 4)));
}

static void
test_improvements (Fixture       *self,
                   gconstpointer  data)
{
  const char *const expected[]
    = { "“etcd is a cache” was corrected in “etcd” and came back in 1 later attempt.",
        "“quorum” in “etcd” was missed in 3 of 3 attempts.",
        "“leases” in “etcd” was missed or partly covered in 4 of 4 attempts.",
        "“Pods” was below 50 % in its latest two attempts: 40 %, then 30 %.",
        "“Services” went from 90 % to 75 % in the latest attempt.",
        "“Services”: 20 points too sure on average, over 3 attempts.",
        "“Nodes”: 8 points too cautious on average, over 3 attempts.",
        "All topics together: 6 points too sure on average, over 6 attempts.", NULL };
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(GPtrArray) again = NULL;

  add (self, 0, "80 40 30");
  add (self, 1, "80 90 75");
  add (self, 2, "60 60");
  add (self, 3, "60 62 64");
  for (guint i = 0; i < 3; i++)
    {
      g_array_index (self->rows->attempts, KlInsightAttempt, 3 + i).guess
        = g_array_index (self->rows->attempts, KlInsightAttempt, 3 + i).score + 20;
      g_array_index (self->rows->attempts, KlInsightAttempt, 8 + i).guess
        = g_array_index (self->rows->attempts, KlInsightAttempt, 8 + i).score - 8;
    }
  insight_fixture_judge (self->rows, 2, "quorum", "mmm");
  insight_fixture_judge (self->rows, 2, "leases", "pmmp");
  insight_fixture_judge (self->rows, 2, "known by now", "mmmc");
  insight_fixture_judge (self->rows, 2, "seldom", "cccm");
  insight_fixture_correct (self->rows, 2, "first", "2026-11-01", "etcd is a cache");
  insight_fixture_correct (self->rows, 2, "second", "2026-11-02", "etcd is a cache");
  report = look (self);
  assert_statements (say_improvements (self, report), expected);
  again = say_improvements (self, report);
  g_assert_cmpstr (kl_insight_statement_get_attempt_id (g_ptr_array_index (again, 0)), ==, "second");
  g_assert_cmpstr (kl_insight_statement_get_subject_id (g_ptr_array_index (again, 0)), ==, "subject-2");
  g_assert_null (kl_insight_statement_get_attempt_id (g_ptr_array_index (again, 1)));
}

/* Less evidence than asked for, and nothing is said. */
static void
test_too_little (Fixture       *self,
                 gconstpointer  data)
{
  const char *const nothing[] = { NULL };
  g_autoptr(KlInsightReport) report = NULL;

  add (self, 0, "95 95");       /* one day too few to last */
  add (self, 1, "60 74");       /* a rise of 14 */
  add (self, 2, "90 76");       /* a fall of 14 */
  add (self, 3, "80 49 50 49"); /* not low twice in a row */
  g_array_index (self->rows->attempts, KlInsightAttempt, 0).guess = 100;
  g_array_index (self->rows->attempts, KlInsightAttempt, 1).guess = 100;
  insight_fixture_judge (self->rows, 0, "twice only", "mm");
  insight_fixture_judge (self->rows, 0, "turned", "mc");
  insight_fixture_correct (self->rows, 2, "first", "2026-11-01", "etcd is a cache");
  report = look (self);
  assert_statements (say_strengths (self, report), nothing);
  assert_statements (say_improvements (self, report), nothing);
}

/* Two of a kind, those of which there is most to say; where that is equal, in the order of the plan. */
static void
test_two_of_a_kind (Fixture       *self,
                    gconstpointer  data)
{
  const char *const expected[] = { "“Nodes” went from 20 % to 80 % over 2 attempts.",
                                   "“Pods” went from 40 % to 80 % over 2 attempts.", NULL };
  g_autoptr(KlInsightReport) report = NULL;

  add (self, 2, "40 80");
  add (self, 1, "40 80");
  add (self, 0, "40 80");
  add (self, 3, "20 80");
  report = look (self);
  assert_statements (say_strengths (self, report), expected);
}

/* What was deleted since is not spoken of. */
static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  const char *const nothing[] = { NULL };
  g_autoptr(KlInsightReport) report = NULL;

  g_ptr_array_add (self->rows->subject_ids, g_strdup ("gone"));
  add (self, 4, "40 90 30");
  insight_fixture_judge (self->rows, 4, "quorum", "mmm");
  insight_fixture_correct (self->rows, 4, "first", "2026-11-01", "etcd is a cache");
  insight_fixture_correct (self->rows, 4, "second", "2026-11-02", "etcd is a cache");
  report = look (self);
  assert_statements (say_improvements (self, report), nothing);
}

static void
expect (Fixture *self,
        guint    begin,
        guint    n,
        double   difference)
{
  for (guint i = begin; i < begin + n; i++)
    {
      KlInsightAttempt *attempt = &g_array_index (self->rows->attempts, KlInsightAttempt, i);

      attempt->guess = attempt->score + difference;
    }
}

/* What was deleted since takes no other's place, however much there would be to say of it. */
static void
test_gone_before_others (Fixture       *self,
                         gconstpointer  data)
{
  const char *const strengths[] = { "“Nodes” went from 30\u00a0% to 80\u00a0% over 3 attempts.", NULL };
  const char *const improvements[]
    = { "“etcd is a cache” was corrected in “etcd” and came back in 1 later attempt.",
        "“Nodes”: 10 points too sure on average, over 3 attempts.",
        "All topics together: 20 points too sure on average, over 9 attempts.", NULL };
  const char *const biases[] = { "“Nodes”: 10 points too sure on average, over 3 attempts.", NULL };
  const char *const returns[]
    = { "“etcd is a cache” was corrected in “etcd” and came back in 1 later attempt.", NULL };
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(KlInsightTopics) topics = NULL;

  for (guint gone = 4; gone < 6; gone++)
    {
      g_autofree char *id = g_strdup_printf ("gone-%u", gone);

      g_ptr_array_add (self->rows->subject_ids, g_steal_pointer (&id));
      add (self, gone, "10 20 90");
      insight_fixture_correct (self->rows, gone, "first", "2026-11-01", "Pods are forever");
      insight_fixture_correct (self->rows, gone, "second", "2026-11-02", "Pods are forever");
      insight_fixture_correct (self->rows, gone, "third", "2026-11-03", "Pods are forever");
    }
  add (self, 3, "30 50 80");
  insight_fixture_correct (self->rows, 2, "first", "2026-11-01", "etcd is a cache");
  insight_fixture_correct (self->rows, 2, "second", "2026-11-02", "etcd is a cache");
  expect (self, 0, 6, 25);
  expect (self, 6, 3, 10);
  report = look (self);
  topics = kl_insight_topics_new (report, self->plan);
  assert_statements (say_strengths (self, report), strengths);
  assert_statements (say_improvements (self, report), improvements);
  assert_statements (kl_insight_improvements_list_biases (report, topics, 1), biases);
  assert_statements (kl_insight_improvements_list_returns (report, topics, 1), returns);
}

/* What rose and fell again is no strength, but an area for improvement, and said once. */
static void
test_fallen_again (Fixture       *self,
                   gconstpointer  data)
{
  const char *const strengths[] = { "“etcd” went from 40\u00a0% to 75\u00a0% over 3 attempts.", NULL };
  const char *const improvements[] = { "“Pods” went from 92\u00a0% to 63\u00a0% in the latest attempt.",
                                       "“Services” fell from 92\u00a0% on 2 November to 67\u00a0%.", NULL };
  g_autoptr(KlInsightReport) report = NULL;

  add (self, 0, "40 92 63");
  add (self, 1, "40 92 80 67");
  add (self, 2, "40 80 75");
  add (self, 3, "40 70 80 74"); /* too low to be a strength, and too high to be said to have fallen */
  report = look (self);
  assert_statements (say_strengths (self, report), strengths);
  assert_statements (say_improvements (self, report), improvements);
}

/* What is said to be less than ten points off reads so. */
static void
test_rounded_distance (Fixture       *self,
                       gconstpointer  data)
{
  const char *const judged[] = { "Over 10 attempts, the score you expected was 9 points off on average.", NULL };
  const char *const nothing[] = { NULL };
  const double distances[] = { 9.4, 9.6 };

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      g_autoptr(KlInsightReport) report = NULL;

      g_clear_pointer (&self->rows, kl_insight_rows_free);
      self->rows = insight_fixture_new_rows (G_N_ELEMENTS (titles));
      add (self, 0, "60 60 60 60 60 60 60 60 60 60");
      for (guint j = 0; j < self->rows->attempts->len; j++)
        g_array_index (self->rows->attempts, KlInsightAttempt, j).guess = 60 + distances[i];
      report = look (self);
      assert_statements (say_strengths (self, report), i == 0 ? judged : nothing);
    }
}

/* However many points were missed more often and are known by now, the one that is not is named. */
static void
test_known_by_now (Fixture       *self,
                   gconstpointer  data)
{
  const char *const expected[] = { "“quorum” in “etcd” was missed in 3 of 3 attempts.", NULL };
  g_autoptr(KlInsightReport) report = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("point %u", i);

      insight_fixture_judge (self->rows, 2, text, "mmmmc");
    }
  insight_fixture_judge (self->rows, 2, "quorum", "mmm");
  report = look (self);
  assert_statements (say_improvements (self, report), expected);
}

/* By the report's numbers, whatever the order of the plan is by now; what is not there any more has no title. */
static void
test_topics (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(KlInsightTopics) topics = NULL;
  g_autoptr(KlRecord) untitled = g_object_new (KL_TYPE_SUBJECT, "id", "untitled", NULL);

  kl_record_append (KL_RECORD (self->plan), untitled);
  g_ptr_array_insert (self->rows->subject_ids, 0, g_strdup ("gone"));
  g_ptr_array_insert (self->rows->subject_ids, 1, g_strdup ("untitled"));
  report = look (self);
  topics = kl_insight_topics_new (report, self->plan);
  g_assert_null (kl_insight_topics_get (topics, 0));
  g_assert_null (kl_insight_topics_get_title (topics, 0));
  g_assert_true (KL_RECORD (kl_insight_topics_get (topics, 1)) == untitled);
  g_assert_cmpstr (kl_insight_topics_get_title (topics, 1), ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (kl_insight_topics_get_title (topics, i + 2), ==, titles[i]);
}

/* The latest day first, of those that were explained more than once; of one day, in the order of the plan. */
static void
test_compared (Fixture       *self,
               gconstpointer  data)
{
  static const char *const expected[] = { "subject-1", "subject-0", "subject-3" };
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(KlInsightTopics) topics = NULL;
  g_autoptr(GPtrArray) suggested = NULL;

  add (self, 0, "40 30");
  add (self, 1, "10 92 91");
  add (self, 2, "90");
  add (self, 3, "60 74");
  report = look (self);
  topics = kl_insight_topics_new (report, self->plan);
  suggested = kl_comparison_suggest (report, topics);
  g_assert_cmpuint (suggested->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < suggested->len; i++)
    g_assert_cmpstr (kl_record_get_id (g_ptr_array_index (suggested, i)), ==, expected[i]);
}

/* The journeys come in the order of the days that are written, whatever day of learning the night belongs to. */
static void
test_compared_at_night (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(KlInsightReport) report = NULL;
  g_autoptr(KlInsightTopics) topics = NULL;
  g_autoptr(GPtrArray) suggested = NULL;

  for (guint i = 0; i < 2; i++)
    insight_fixture_add (self->rows, i, "2026-11-01", 50);
  insight_fixture_add (self->rows, 0, "2026-11-02T02:30:00+01:00", 60);
  insight_fixture_add (self->rows, 1, "2026-11-02T12:30:00+01:00", 60);
  report = look (self);
  topics = kl_insight_topics_new (report, self->plan);
  suggested = kl_comparison_suggest (report, topics);
  g_assert_cmpuint (suggested->len, ==, report->journeys->len);
  for (guint i = 0; i < suggested->len; i++)
    g_assert_true (g_ptr_array_index (suggested, i)
                   == kl_insight_topics_get (topics, g_array_index (report->journeys, KlInsightJourney, i).subject));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/insight-statements/strengths", test_strengths);
  ADD ("/insight-statements/improvements", test_improvements);
  ADD ("/insight-statements/too-little", test_too_little);
  ADD ("/insight-statements/two-of-a-kind", test_two_of_a_kind);
  ADD ("/insight-statements/gone", test_gone);
  ADD ("/insight-statements/gone-before-others", test_gone_before_others);
  ADD ("/insight-statements/fallen-again", test_fallen_again);
  ADD ("/insight-statements/rounded-distance", test_rounded_distance);
  ADD ("/insight-statements/known-by-now", test_known_by_now);
  ADD ("/insight-statements/topics", test_topics);
  ADD ("/insight-statements/compared", test_compared);
  ADD ("/insight-statements/compared-at-night", test_compared_at_night);
  return g_test_run ();
}
