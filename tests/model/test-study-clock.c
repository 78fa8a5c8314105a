/* The clock of a study session counts what was spent, whatever happens to the computer and its clock meanwhile. */

#include "config.h"

#include "model/kl-study-clock.h"

#define NOW "2026-11-29T10:00:00+01:00"
#define SECONDS(n) ((gint64) (n) * G_USEC_PER_SEC)

static KlStudyClock *
new_clock (void)
{
  return g_object_new (KL_TYPE_STUDY_CLOCK, "owner", "subject", "kind", KL_SESSION_DEEP_DIVE, "minutes", (gint64) 30,
                       "started", NOW, NULL);
}

static void
test_time (void)
{
  g_autoptr(KlStudyClock) clock = new_clock ();

  g_assert_false (kl_study_clock_is_running (clock, "first"));
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "first", SECONDS (100)), ==, 0);

  kl_study_clock_go_on (clock, "first", SECONDS (100), NOW);
  g_assert_true (kl_study_clock_is_running (clock, "first"));
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "first", SECONDS (160)), ==, 60);
  kl_study_clock_pause (clock, "first", SECONDS (160));
  g_assert_false (kl_study_clock_is_running (clock, "first"));
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "first", SECONDS (9999)), ==, 60);

  kl_study_clock_go_on (clock, "first", SECONDS (10000), NOW);
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "first", SECONDS (10030)), ==, 90);
  /* Ticks that go backwards are of no clock that there is, and cost nothing. */
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "first", SECONDS (1)), ==, 60);
}

/* However often it is saved, no part of a second is lost. */
static void
test_saved_often (void)
{
  g_autoptr(KlStudyClock) clock = new_clock ();
  gint64 ticks = 123456;

  kl_study_clock_go_on (clock, "first", ticks, NOW);
  for (guint i = 0; i < 1000; i++)
    {
      ticks += g_test_rand_int_range (1, 3000000);
      kl_study_clock_go_on (clock, "first", ticks, NOW);
      g_assert_cmpint (kl_study_clock_get_elapsed (clock, "first", ticks), ==, (ticks - 123456) / SECONDS (1));
    }
}

/* How long the computer was off, nobody knows. */
static void
test_another_start (void)
{
  g_autoptr(KlStudyClock) clock = new_clock ();

  kl_study_clock_go_on (clock, "first", SECONDS (100), NOW);
  kl_study_clock_go_on (clock, "first", SECONDS (130), NOW);
  g_assert_false (kl_study_clock_is_running (clock, "second"));
  g_assert_false (kl_study_clock_is_running (clock, NULL));
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "second", SECONDS (5000)), ==, 30);

  kl_study_clock_go_on (clock, "second", SECONDS (10), NOW);
  g_assert_cmpint (kl_study_clock_get_elapsed (clock, "second", SECONDS (25)), ==, 45);
}

static void
test_ticked (void)
{
  g_autoptr(KlStudyClock) clock = new_clock ();

  g_assert_false (kl_study_clock_has_ticked (clock, "a"));
  kl_study_clock_tick (clock, "a", TRUE);
  kl_study_clock_tick (clock, "ab", TRUE);
  kl_study_clock_tick (clock, "a", TRUE);
  g_assert_true (kl_study_clock_has_ticked (clock, "a") && kl_study_clock_has_ticked (clock, "ab"));
  g_assert_false (kl_study_clock_has_ticked (clock, "b") || kl_study_clock_has_ticked (clock, ""));
  kl_study_clock_tick (clock, "a", FALSE);
  g_assert_false (kl_study_clock_has_ticked (clock, "a"));
  kl_study_clock_tick (clock, "ab", FALSE);
  g_assert_null (kl_study_clock_get_ticked (clock));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-clock/time", test_time);
  g_test_add_func ("/study-clock/saved-often", test_saved_often);
  g_test_add_func ("/study-clock/another-start", test_another_start);
  g_test_add_func ("/study-clock/ticked", test_ticked);
  return g_test_run ();
}
