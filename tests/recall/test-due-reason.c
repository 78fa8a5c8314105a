/* test-due-reason.c: why a subject is to be explained when it is */

#include "config.h"

#include "recall/kl-due-reason.h"

#include <locale.h>

/* 10 October 2025 */
#define DAY 739534

static void
assert_text (double      score,
             double      retention,
             gint64      today,
             const char *expected)
{
  const KlReview review = { DAY, 1, DAY, kl_grade_for_score (score), FALSE };
  g_autofree char *text = NULL;
  KlScheduler scheduler;
  KlSchedule schedule;
  KlDueReason reason;

  kl_scheduler_init (&scheduler, NULL);
  scheduler.retention = retention;
  schedule = kl_schedule_replay (&scheduler.fsrs, &review, 1);
  g_assert_true (kl_due_reason_init (&reason, &scheduler, &schedule));
  text = kl_due_reason_to_text (&reason, today);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  assert_text (92, 0.9, DAY, "92\u00a0% on 10 October; recall falls to 90\u00a0% on 16 October");
  assert_text (92, 0.9, DAY + 5, "92\u00a0% on 10 October; recall falls to 90\u00a0% on 16 October");
  assert_text (92, 0.9, DAY + 6, "92\u00a0% on 10 October; recall fell to 90\u00a0% on 16 October");
  assert_text (74.5, 0.97, DAY, "74.5\u00a0% on 10 October; recall falls to 97\u00a0% on 11 October");
  /* The year is said where it is another. */
  assert_text (100, 0.7, DAY, "100\u00a0% on 10 October; recall falls to 70\u00a0% on 26 December");
  assert_text (92, 0.9, DAY + 100, "92\u00a0% on 10 October 2025; recall fell to 90\u00a0% on 16 October 2025");
}

static void
test_next_year (void)
{
  const KlDueReason reason = { 92, DAY, 90, DAY + 100 };
  g_autofree char *text = kl_due_reason_to_text (&reason, DAY);

  g_assert_cmpstr (text, ==, "92\u00a0% on 10 October; recall falls to 90\u00a0% on 18 January 2026");
}

/* It says when recall falls, whatever is wished beside it. */
static void
test_wishes (void)
{
  const KlReview review = { DAY, 1, DAY, kl_grade_for_score (100), FALSE };
  KlScheduler scheduler;
  KlSchedule schedule;
  KlDueReason reason;
  gint64 due;

  kl_scheduler_init (&scheduler, NULL);
  scheduler.maximum = 3;
  scheduler.fuzzes = TRUE;
  schedule = kl_schedule_replay (&scheduler.fsrs, &review, 1);
  g_assert_true (kl_due_reason_init (&reason, &scheduler, &schedule));
  g_assert_true (kl_scheduler_get_due (&scheduler, &schedule, "s", &due));
  g_assert_cmpint (reason.fall_day, ==, DAY + 8);
  g_assert_cmpint (due, <=, DAY + 3);
}

static void
test_not_assessed (void)
{
  const KlSchedule schedule = { 0 };
  KlScheduler scheduler;
  KlDueReason reason;

  kl_scheduler_init (&scheduler, NULL);
  g_assert_false (kl_due_reason_init (&reason, &scheduler, &schedule));
}

/* A day can lie beyond the calendar. */
static void
test_no_day (void)
{
  const KlDueReason reason = { 50, 1, 90, G_MAXINT64 };
  g_autofree char *text = kl_due_reason_to_text (&reason, DAY);

  g_assert_nonnull (text);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/due-reason/text", test_text);
  g_test_add_func ("/due-reason/next-year", test_next_year);
  g_test_add_func ("/due-reason/wishes", test_wishes);
  g_test_add_func ("/due-reason/not-assessed", test_not_assessed);
  g_test_add_func ("/due-reason/no-day", test_no_day);

  return g_test_run ();
}
