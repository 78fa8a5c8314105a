/* test-score-text.c: scores and days in words */

#include "config.h"

#include "model/kl-band.h"
#include "recall/kl-date-text.h"
#include "recall/kl-score-text.h"

static KlPlan *
new_plan (void)
{
  static const struct
  {
    const char *name;
    const char *emoji;
    double low;
  } bands[] = { { "Strong", "🟢", 90 }, { "Good", "🟡", 70 }, { "Fair", "🟠", 50 }, { "Needs Review", "🔴", 0 } };
  KlPlan *plan = g_object_new (KL_TYPE_PLAN, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr(KlBand) band = g_object_new (KL_TYPE_BAND, "name", bands[i].name, "emoji", bands[i].emoji, "low",
                                             bands[i].low, NULL);

      kl_record_append (KL_RECORD (plan), KL_RECORD (band));
    }
  return plan;
}

static void
assert_mark (KlPlan     *plan,
             double      low,
             double      high,
             const char *expected)
{
  g_autofree char *mark = kl_score_text_mark (plan, (KlScore) { low, high });

  g_assert_cmpstr (mark, ==, expected);
}

static void
test_mark (void)
{
  g_autoptr(KlPlan) plan = new_plan ();
  g_autoptr(KlPlan) bare = g_object_new (KL_TYPE_PLAN, NULL);

  assert_mark (plan, 92, 92, "● Strong · 92 %");
  assert_mark (plan, 75, 85, "▲ Good · 75–\u206085 %");
  assert_mark (plan, 50, 50, "◆ Fair · 50 %");
  assert_mark (plan, 0, 0, "■ Needs Review · 0 %");
  assert_mark (plan, (double) NAN, (double) NAN, "Not assessed yet");
  assert_mark (bare, 92, 92, "92 %");
}

static void
assert_mismatch (KlPlan     *plan,
                 const char *label,
                 double      score,
                 const char *expected)
{
  g_autofree char *sentence = kl_score_text_find_mismatch (plan, label, (KlScore) { score, score });

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_mismatch (void)
{
  g_autoptr(KlPlan) plan = new_plan ();

  assert_mismatch (plan, "🟢 Strong", 85, "Written as Strong; 85 % is Good in this plan");
  assert_mismatch (plan, "strong", 92, NULL);
  assert_mismatch (plan, "🟡", 80, NULL);
  assert_mismatch (plan, "🟡", 40, "Written as Good; 40 % is Needs Review in this plan");
  assert_mismatch (plan, "fine", 40, NULL);
  assert_mismatch (plan, NULL, 40, NULL);
}

static void
assert_parsed (const char *text,
               gboolean    valid,
               double      low,
               double      high)
{
  gboolean is_valid;
  KlScore score = kl_score_text_parse (text, &is_valid);

  g_assert_cmpint (is_valid, ==, valid);
  if (isnan (low))
    g_assert_false (kl_score_is_set (score));
  else
    {
      g_assert_cmpfloat_with_epsilon (score.low, low, 1e-9);
      g_assert_cmpfloat_with_epsilon (score.high, high, 1e-9);
    }
}

static void
test_parse (void)
{
  assert_parsed ("", TRUE, (double) NAN, 0);
  assert_parsed (" 92 % ", TRUE, 92, 92);
  assert_parsed ("0", TRUE, 0, 0);
  assert_parsed ("100", TRUE, 100, 100);
  assert_parsed ("89,5", TRUE, 89.5, 89.5);
  assert_parsed ("75-85", TRUE, 75, 85);
  assert_parsed ("75 – 85 %", TRUE, 75, 85);
  assert_parsed ("101", FALSE, (double) NAN, 0);
  assert_parsed ("85-75", FALSE, (double) NAN, 0);
  assert_parsed ("-1", FALSE, (double) NAN, 0);
  assert_parsed ("good", FALSE, (double) NAN, 0);
}

static void
test_dates (void)
{
  g_autofree char *day = kl_date_text_format ("2025-10-10");
  g_autofree char *full = kl_date_text_format_full ("2025-10-10");
  g_autofree char *moment = kl_date_text_format_full ("2025-10-10T23:30:00+00:00");
  g_autofree char *odd = kl_date_text_format ("some day");
  g_autofree char *minutes = kl_date_text_format_span (245);
  g_autofree char *hours = kl_date_text_format_span (3845);

  g_assert_cmpstr (day, ==, "10 October 2025");
  g_assert_cmpstr (full, ==, "10 October 2025");
  g_assert_cmpstr (moment, ==, "10 October 2025, 23:30");
  g_assert_cmpstr (odd, ==, "some day");
  g_assert_cmpstr (minutes, ==, "4:05");
  g_assert_cmpstr (hours, ==, "1:04:05");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-text/mark", test_mark);
  g_test_add_func ("/score-text/mismatch", test_mismatch);
  g_test_add_func ("/score-text/parse", test_parse);
  g_test_add_func ("/date-text", test_dates);
  return g_test_run ();
}
