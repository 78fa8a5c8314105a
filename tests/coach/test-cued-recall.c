/* test-cued-recall.c: what was said only after a question */

#include "config.h"

#include "coach/kl-cued-recall.h"

#include <string.h>

static const char *const points[] = {
  "The kubelet restarts failed containers on its node",
  "etcd stores the whole state of the cluster",
  "kube-proxy writes iptables rules for each Service",
};

#define FREE "The kubelet restarts failed containers on its node."
#define QUESTION "> Why is that so: “etcd stores the whole state of the cluster”?"
#define OTHER_QUESTION "> What happens if “kube-proxy writes iptables rules for each Service” fails?"

static KlExplanationReading *
read_text (const char *text)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  g_autoptr(GError) error = NULL;
  KlExplanationReading *reading
    = kl_cued_recall_read (coach, "Nodes", points, G_N_ELEMENTS (points), text, NULL, &error);

  g_assert_no_error (error);
  g_assert (reading != NULL);
  return reading;
}

/* Each piece of evidence lies in @within, a part of @text. */
static void
assert_evidence (const KlPointReading *point,
                 const char           *text,
                 const char           *within)
{
  gsize start = (gsize) (strstr (text, within) - text);

  g_assert_cmpuint (point->evidence->len, >, 0);
  for (guint i = 0; i < point->evidence->len; i++)
    {
      const KlTextSpan *span = &g_array_index (point->evidence, KlTextSpan, i);

      g_assert_cmpuint (span->start, >=, start);
      g_assert_cmpuint (span->end, <=, start + strlen (within));
    }
}

static void
test_questions_are_no_evidence (void)
{
  const char *text = FREE "\n\n" QUESTION "\n\n\n\n" OTHER_QUESTION "\n\n";
  g_autoptr(KlExplanationReading) reading = read_text (text);
  const KlPointReading *point = kl_explanation_reading_get_point (reading, 0);

  g_assert_cmpint (point->verdict, ==, KL_VERDICT_COVERED);
  g_assert_false (point->is_cued);
  assert_evidence (point, text, FREE);
  for (guint i = 1; i < G_N_ELEMENTS (points); i++)
    {
      point = kl_explanation_reading_get_point (reading, i);
      g_assert_cmpint (point->verdict, ==, KL_VERDICT_MISSED);
      g_assert_false (point->is_cued);
      g_assert_cmpuint (point->evidence->len, ==, 0);
    }
}

static void
test_answers_count_in_part (void)
{
  const char *answer = "Whole state of the cluster is what etcd stores — größer nicht.";
  g_autofree char *text = g_strconcat ("„Größe“ → ", FREE, "\n\n", QUESTION, "\n\n", answer, "\n\n", OTHER_QUESTION,
                                       "\n\nNo idea.\n", NULL);
  g_autoptr(KlExplanationReading) reading = read_text (text);
  const KlPointReading *point = kl_explanation_reading_get_point (reading, 1);

  g_assert_cmpint (point->verdict, ==, KL_VERDICT_PARTLY);
  g_assert_true (point->is_cued);
  assert_evidence (point, text, answer);

  /* The same words without the question cover it. */
  g_clear_pointer (&reading, kl_explanation_reading_unref);
  reading = read_text ("Whole state of the cluster is what etcd stores.");
  point = kl_explanation_reading_get_point (reading, 1);
  g_assert_cmpint (point->verdict, ==, KL_VERDICT_COVERED);
  g_assert_false (point->is_cued);
}

/* What was said before a question stays what it was, whatever is answered. */
static void
test_earlier_words_stay (void)
{
  g_autoptr(KlExplanationReading) reading
    = read_text (FREE "\n\n" QUESTION "\n\nThe kubelet never restarts failed containers on its node. " FREE);
  const KlPointReading *point = kl_explanation_reading_get_point (reading, 0);

  g_assert_cmpint (point->verdict, ==, KL_VERDICT_COVERED);
  g_assert_cmpint (point->reason, ==, KL_READING_WORDS);
  g_assert_false (point->is_cued);
  for (guint i = 0; i < point->evidence->len; i++)
    g_assert_cmpuint (g_array_index (point->evidence, KlTextSpan, i).end, <=, strlen (FREE));
}

static void
check_combine (KlVerdictValue before,
               KlVerdictValue whole,
               KlVerdictValue verdict,
               gboolean       is_cued,
               double         score)
{
  g_autoptr(KlExplanationReading) earlier = kl_explanation_reading_new (1);
  g_autoptr(KlExplanationReading) later = kl_explanation_reading_new (1);
  const KlPointReading *point = kl_explanation_reading_get_point (later, 0);

  kl_explanation_reading_edit_point (earlier, 0)->verdict = before;
  kl_explanation_reading_edit_point (earlier, 0)->score = 0.1;
  kl_explanation_reading_edit_point (later, 0)->verdict = whole;
  kl_explanation_reading_edit_point (later, 0)->score = 0.2;
  kl_cued_recall_combine (later, earlier);
  g_assert_cmpint (point->verdict, ==, verdict);
  g_assert_cmpint (point->is_cued, ==, is_cued);
  g_assert_cmpfloat_with_epsilon (point->score, score, 1e-9);
}

static void
test_combine (void)
{
  check_combine (KL_VERDICT_MISSED, KL_VERDICT_MISSED, KL_VERDICT_MISSED, FALSE, 0.2);
  check_combine (KL_VERDICT_MISSED, KL_VERDICT_PARTLY, KL_VERDICT_PARTLY, TRUE, 0.2);
  check_combine (KL_VERDICT_MISSED, KL_VERDICT_COVERED, KL_VERDICT_PARTLY, TRUE, 0.2);
  check_combine (KL_VERDICT_PARTLY, KL_VERDICT_MISSED, KL_VERDICT_PARTLY, FALSE, 0.1);
  check_combine (KL_VERDICT_PARTLY, KL_VERDICT_PARTLY, KL_VERDICT_PARTLY, FALSE, 0.1);
  check_combine (KL_VERDICT_PARTLY, KL_VERDICT_COVERED, KL_VERDICT_PARTLY, TRUE, 0.2);
  check_combine (KL_VERDICT_COVERED, KL_VERDICT_MISSED, KL_VERDICT_COVERED, FALSE, 0.1);
  check_combine (KL_VERDICT_COVERED, KL_VERDICT_PARTLY, KL_VERDICT_COVERED, FALSE, 0.1);
  check_combine (KL_VERDICT_COVERED, KL_VERDICT_COVERED, KL_VERDICT_COVERED, FALSE, 0.1);
}

static void
test_cancelled (void)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kl_cued_recall_read (coach, NULL, points, G_N_ELEMENTS (points), FREE "\n\n" QUESTION, cancellable,
                                      &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cued-recall/questions-are-no-evidence", test_questions_are_no_evidence);
  g_test_add_func ("/cued-recall/answers-count-in-part", test_answers_count_in_part);
  g_test_add_func ("/cued-recall/earlier-words-stay", test_earlier_words_stay);
  g_test_add_func ("/cued-recall/combine", test_combine);
  g_test_add_func ("/cued-recall/cancelled", test_cancelled);
  return g_test_run ();
}
