#include "config.h"

#include "ui/window/kl-history.h"

static void
assert_current (KlHistory  *history,
                const char *expected)
{
  g_autofree char *text = kl_place_print (kl_history_get_current (history));

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
go (KlHistory  *history,
    const char *text)
{
  g_autoptr(KlPlace) place = kl_place_parse (text);

  g_assert_nonnull (place);
  return kl_history_go (history, place);
}

static void
test_places (void)
{
  static const char *const good[] = { "today", "exercises", "insights", "topic:a", "explain:a", "review:a",
                                      "attempt:a:b", "study:a", "restudy:a" };
  static const char *const bad[] = { "", "topic", "topic:a:b", "attempt:a", "today:a", "elsewhere", "a:b:c:d" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(KlPlace) place = kl_place_parse (good[i]);
      g_autofree char *text = NULL;

      g_assert_nonnull (place);
      text = kl_place_print (place);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (kl_place_parse (bad[i]));
}

static void
test_no_circles (void)
{
  KlHistory *history = kl_history_new ();

  g_assert_null (kl_history_get_current (history));
  g_assert_false (go (history, "today"));
  g_assert_null (kl_history_get_previous (history));
  g_assert_false (go (history, "topic:a"));
  g_assert_false (go (history, "explain:a"));
  g_assert_false (go (history, "review:a"));
  g_assert_true (go (history, "topic:a"));
  assert_current (history, "topic:a");
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_TODAY);

  g_assert_false (go (history, "attempt:a:b"));
  g_assert_true (go (history, "topic:a"));
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_TODAY);
  g_assert_false (go (history, "study:a"));
  g_assert_true (go (history, "topic:a"));
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_TODAY);
  g_assert_false (go (history, "attempt:a:b"));
  g_assert_false (go (history, "topic:b"));
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_ATTEMPT);
  g_assert_finalize_object (history);
}

static void
go_back (KlHistory  *history,
         const char *text)
{
  g_autoptr(KlPlace) place = kl_place_parse (text);

  kl_history_go_back (history, place);
  assert_current (history, text);
}

static void
test_passed_before (void)
{
  KlHistory *history = kl_history_new ();

  go (history, "today");
  go (history, "topic:a");
  g_assert_false (go (history, "today"));
  g_assert_true (go (history, "today"));
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_TOPIC);
  go_back (history, "topic:a");
  go_back (history, "today");
  g_assert_null (kl_history_get_previous (history));
  g_assert_finalize_object (history);
}

static void
test_explaining_from_elsewhere (void)
{
  KlHistory *history = kl_history_new ();

  go (history, "today");
  g_assert_false (go (history, "explain:a"));
  g_assert_false (go (history, "review:a"));
  g_assert_true (go (history, "explain:a"));
  g_assert_false (go (history, "review:a"));
  g_assert_false (go (history, "topic:b"));
  go_back (history, "review:a");
  g_assert_false (go (history, "topic:a"));
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_TODAY);
  g_assert_finalize_object (history);
}

static void
test_removed_subject (void)
{
  KlHistory *history = kl_history_new ();

  go (history, "today");
  go (history, "topic:a");
  go (history, "topic:b");
  go (history, "attempt:a:x");
  kl_history_remove_subject (history, "a");
  assert_current (history, "topic:b");
  g_assert_cmpint (kl_history_get_previous (history)->kind, ==, KL_PLACE_TODAY);
  go (history, "today");
  kl_history_remove_subject (history, "b");
  g_assert_null (kl_history_get_previous (history));
  g_assert_finalize_object (history);
}

static void
test_limit (void)
{
  KlHistory *history = kl_history_new ();

  go (history, "today");
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("topic:%u", i);

      go (history, text);
    }
  assert_current (history, "topic:199");
  go_back (history, "today");
  g_assert_null (kl_history_get_previous (history));
  g_assert_finalize_object (history);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/place/text", test_places);
  g_test_add_func ("/ui/history/no-circles", test_no_circles);
  g_test_add_func ("/ui/history/passed-before", test_passed_before);
  g_test_add_func ("/ui/history/explaining-from-elsewhere", test_explaining_from_elsewhere);
  g_test_add_func ("/ui/history/removed-subject", test_removed_subject);
  g_test_add_func ("/ui/history/limit", test_limit);
  return g_test_run ();
}
