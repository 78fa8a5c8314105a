/* test-score-outlook.c: how a score history goes on */

#include "config.h"

#include "model/kl-iso-date.h"
#include "recall/kl-score-outlook.h"

#define LAST 739000
#define TODAY (LAST + 3)

static KlSchedule
schedule_of_one (const KlScheduler *scheduler,
                 double             score)
{
  const KlReview review = { LAST, 1, LAST, kl_grade_for_score (score), FALSE };

  return kl_schedule_replay (&scheduler->fsrs, &review, 1);
}

static KlScoreSeries *
make_series (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autofree char *date = kl_iso_date_format_day (LAST);
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) 1, "date", date, "low", 92.0,
                                               "high", 92.0, NULL);

  g_list_store_append (attempts, attempt);
  return kl_score_series_new (G_LIST_MODEL (attempts), NULL);
}

/* A schedule that is taken back takes with it what was expected by it. */
static void
test_cleared (void)
{
  g_autoptr(KlScoreSeries) series = make_series ();
  const KlSchedule nothing = { 0 };
  KlScheduler scheduler;
  KlSchedule schedule;

  kl_scheduler_init (&scheduler, NULL);
  schedule = schedule_of_one (&scheduler, 92);
  for (guint i = 0; i < 3; i++)
    {
      kl_score_outlook_show (series, &scheduler, &schedule, "s", TODAY);
      g_assert_cmpuint (kl_score_series_get_future (series)->points->len, >, 2);
      g_assert_cmpint (kl_score_series_get_future (series)->due, ==, LAST + 6);

      kl_score_outlook_show (series, i == 0 ? NULL : &scheduler, i == 1 ? NULL : &nothing, "s", TODAY);
      g_assert_cmpuint (kl_score_series_get_future (series)->points->len, ==, 0);
      g_assert_cmpint (kl_score_series_get_future (series)->due, ==, 0);
    }
}

/* Each day once, in order, up to a horizon; what happens on one of them happens where the scheduler says so. */
static void
test_days (void)
{
  static const struct { double score, target; gint64 today; } cases[] = {
    { 92, 90, LAST }, { 92, 90, TODAY }, { 92, 80, TODAY }, { 40, 90, TODAY }, { 100, 90, LAST + 400 }, { 0, 1, TODAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KlScoreSeries) series = make_series ();
      const KlScoreFuture *future;
      KlScheduler scheduler;
      KlSchedule schedule;
      gint64 crossing = 0, last;
      gboolean crosses;

      kl_scheduler_init (&scheduler, NULL);
      scheduler.target = cases[i].target;
      schedule = schedule_of_one (&scheduler, cases[i].score);
      kl_score_outlook_show (series, &scheduler, &schedule, "s", cases[i].today);
      future = kl_score_series_get_future (series);

      g_assert_cmpint (kl_score_series_get_today (series), ==, cases[i].today);
      g_assert_cmpuint (future->points->len, >, 2);
      g_assert_cmpint (kl_score_future_get (future, 0)->day, ==, LAST);
      for (guint j = 1; j < future->points->len; j++)
        g_assert_cmpint (kl_score_future_get (future, j)->day, >, kl_score_future_get (future, j - 1)->day);
      last = kl_score_future_get (future, future->points->len - 1)->day;
      g_assert_cmpint (last, >, cases[i].today);
      g_assert_cmpfloat_with_epsilon (future->target, cases[i].target, 1e-9);

      /* What happens later than all that is shown is known, too. */
      crosses = kl_scheduler_get_crossing (&scheduler, &schedule, cases[i].today + 36500, &crossing);
      g_assert_cmpint (future->crossing, ==, crosses ? (int) crossing : 0);
      if (crosses && crossing <= last)
        g_assert_cmpint (kl_score_future_get (future, kl_score_future_find (future, (int) crossing))->day, ==,
                         (int) crossing);
      g_assert_true (future->due == 0 || future->due > cases[i].today);
      if (future->due > 0 && future->due <= last)
        g_assert_cmpint (kl_score_future_get (future, kl_score_future_find (future, future->due))->day, ==,
                         future->due);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recall/score-outlook/cleared", test_cleared);
  g_test_add_func ("/recall/score-outlook/days", test_days);

  return g_test_run ();
}
