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
      g_assert_cmpuint (kl_score_series_get_expected (series)->len, >, 2);
      g_assert_cmpint (kl_score_series_get_due (series), ==, LAST + 6);

      kl_score_outlook_show (series, i == 0 ? NULL : &scheduler, i == 1 ? NULL : &nothing, "s", TODAY);
      g_assert_cmpuint (kl_score_series_get_expected (series)->len, ==, 0);
      g_assert_cmpint (kl_score_series_get_due (series), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recall/score-outlook/cleared", test_cleared);

  return g_test_run ();
}
