/* test-follow-up-question.c: what to ask after an explanation */

#include "config.h"

#include "coach/kl-follow-up-question.h"

static void
assert_question (const char      *point,
                 KlVerdictValue   verdict,
                 KlReadingReason  reason,
                 const char      *missing,
                 const char      *expected)
{
  g_auto(GStrv) words = g_strsplit (missing, " ", -1);
  KlPointReading reading = { .verdict = verdict, .reason = reason, .missing = words };
  g_autofree char *question = kl_follow_up_question_new (point, &reading);
  g_autofree char *again = kl_follow_up_question_new (point, &reading);

  g_assert_cmpstr (question, ==, expected);
  g_assert_cmpstr (again, ==, question);
}

static void
test_how_it_was_missed (void)
{
  const char *point = "A leader accepts writes";

  assert_question (point, KL_VERDICT_MISSED, KL_READING_NOTHING, "leader",
                   "Why is that so: “A leader accepts writes”?");
  assert_question (point, KL_VERDICT_PARTLY, KL_READING_WORDS, "", "Why is that so: “A leader accepts writes”?");
  assert_question (point, KL_VERDICT_MISSED, KL_READING_SWAPPED, "",
                   "Which way round is it, and why: “A leader accepts writes”?");
  assert_question (point, KL_VERDICT_MISSED, KL_READING_NEGATED, "",
                   "Which way round is it, and why: “A leader accepts writes”?");
  assert_question ("Etcd: 3 or 5 members", KL_VERDICT_PARTLY, KL_READING_NUMBER, "",
                   "Which number is right, and why that one: “Etcd: 3 or 5 members”?");
  assert_question (point, KL_VERDICT_COVERED, KL_READING_WORDS, "leader", NULL);
  assert_question (" \n ", KL_VERDICT_MISSED, KL_READING_NOTHING, "", NULL);
}

static void
test_what_the_point_says (void)
{
  assert_question ("kube-proxy writes iptables rules", KL_VERDICT_MISSED, KL_READING_NOTHING, "iptables kube-proxy",
                   "What happens if “kube-proxy” fails?");
  assert_question ("Service: one address for many pods", KL_VERDICT_MISSED, KL_READING_NOTHING, "address",
                   "What happens if “Service” fails?");
  assert_question ("The ClusterIP stays", KL_VERDICT_PARTLY, KL_READING_WORDS, "ClusterIP",
                   "What happens if “ClusterIP” fails?");
  assert_question ("The kubelet watches the API server", KL_VERDICT_MISSED, KL_READING_NOTHING, "kubelet API",
                   "Who watches “API”, and what follows?");
  assert_question ("Der Kubelet überwacht den API-Server", KL_VERDICT_MISSED, KL_READING_NOTHING, "API-Server",
                   "Who watches “API-Server”, and what follows?");
  assert_question ("RAID: striping, mirroring, parity", KL_VERDICT_MISSED, KL_READING_NOTHING, "parity",
                   "What sets these apart: striping, mirroring, parity?");
  assert_question ("private、shared、slave", KL_VERDICT_MISSED, KL_READING_NOTHING, "",
                   "What sets these apart: private、shared、slave?");
  /* A colon in the middle of something is none, nor is what stands before a long clause a thing. */
  assert_question ("12:30 is noon", KL_VERDICT_MISSED, KL_READING_NOTHING, "noon", "Why is that so: “12:30 is noon”?");
  assert_question ("This is what everybody forgets when they begin: it is slow", KL_VERDICT_MISSED, KL_READING_NOTHING,
                   "slow", "Why is that so: “This is what everybody forgets when they begin: it is slow”?");
  /* A stopwatch is watched by nobody. */
  assert_question ("The stopwatch of p99", KL_VERDICT_MISSED, KL_READING_NOTHING, "p99",
                   "What happens if “p99” fails?");
}

static void
test_long_points_are_cut (void)
{
  g_autofree char *point = g_strnfill (4000, 'a');
  g_autofree char *lines = g_strdup ("of two\nlines");
  KlPointReading reading = { .verdict = KL_VERDICT_MISSED, .reason = KL_READING_NOTHING };
  g_autofree char *question = kl_follow_up_question_new (point, &reading);

  g_assert_true (g_str_has_suffix (question, "a…”?"));
  g_assert_cmpint (g_utf8_strlen (question, -1), <, 150);
  assert_question (lines, KL_VERDICT_MISSED, KL_READING_NOTHING, "", "Why is that so: “of two lines”?");
}

static void
test_list (void)
{
  const char *const points[] = { "kube-proxy writes rules", "Covered", "A leader accepts writes", "kube-proxy again" };
  g_autoptr(KlExplanationReading) reading = kl_explanation_reading_new (G_N_ELEMENTS (points));
  const char *const thing[] = { "kube-proxy", NULL };
  g_auto(GStrv) questions = NULL;
  const KlVerdictValue given[]
    = { KL_VERDICT_UNSET, KL_VERDICT_MISSED, KL_VERDICT_UNSET, KL_VERDICT_PARTLY };
  g_auto(GStrv) first = NULL;
  g_auto(GStrv) later = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i += 3)
    {
      KlPointReading *point = kl_explanation_reading_edit_point (reading, i);

      g_strfreev (point->missing);
      point->missing = g_strdupv ((char **) (gpointer) (guintptr) thing);
      point->verdict = i == 0 ? KL_VERDICT_PARTLY : KL_VERDICT_MISSED;
    }
  kl_explanation_reading_edit_point (reading, 1)->verdict = KL_VERDICT_COVERED;

  /* What was missed comes first, and nothing twice. */
  questions = kl_follow_up_question_list (points, reading, NULL, NULL, 5);
  g_assert_cmpuint (g_strv_length (questions), ==, 2);
  g_assert_cmpstr (questions[0], ==, "Why is that so: “A leader accepts writes”?");
  g_assert_cmpstr (questions[1], ==, "What happens if “kube-proxy” fails?");
  first = kl_follow_up_question_list (points, reading, NULL, NULL, 1);
  g_assert_cmpuint (g_strv_length (first), ==, 1);

  /* Not what was asked before, nor of a point that was spoken of after a question; the person has the last word. */
  kl_explanation_reading_edit_point (reading, 0)->is_cued = TRUE;
  later = kl_follow_up_question_list (points, reading, given, (const char *const *) first, 5);
  g_assert_cmpuint (g_strv_length (later), ==, 2);
  g_assert_cmpstr (later[0], ==, "Why is that so: “Covered”?");
  g_assert_cmpstr (later[1], ==, "What happens if “kube-proxy” fails?");
}

/* Whatever a point says, the question is UTF-8 and ends. */
static void
test_made_up (void)
{
  static const char *const pieces[]
    = { "a", "API", ": ", ",", "、", "é", "watch", "\n", " ", "12", "-", "日本", "…", "%s" };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr(GString) point = g_string_new (NULL);
      g_autofree char *question = NULL;
      char *missing[] = { NULL, NULL };
      KlPointReading reading = { .verdict = KL_VERDICT_MISSED, .missing = missing };

      for (gint32 n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (point, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      missing[0] = (char *) (gpointer) (guintptr) pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
      reading.reason = (KlReadingReason) g_test_rand_int_range (KL_READING_WORDS, KL_READING_NUMBER + 1);
      question = kl_follow_up_question_new (point->str, &reading);
      g_assert_true (question == NULL || (g_utf8_validate (question, -1, NULL) && strlen (question) < 800));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-up-question/how-it-was-missed", test_how_it_was_missed);
  g_test_add_func ("/follow-up-question/what-the-point-says", test_what_the_point_says);
  g_test_add_func ("/follow-up-question/long-points-are-cut", test_long_points_are_cut);
  g_test_add_func ("/follow-up-question/list", test_list);
  g_test_add_func ("/follow-up-question/made-up", test_made_up);
  return g_test_run ();
}
