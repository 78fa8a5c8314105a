/* test-coach.c: what the coach reads in explanations */

#include "config.h"

#include "coach/kl-coach.h"

#include <math.h>

static const char *const points[] = {
  "kube-proxy programs iptables rules on every node",
  "ClusterIP is a virtual address that only works inside the cluster",
  "The scheduler assigns pods to nodes",
};

static const char explanation[] =
  "A Service has a stable virtual IP. The ClusterIP address is only reachable inside the cluster.\n"
  "On each node kube-proxy watches the API server and programs rules for iptables.";

static KlExplanationReading *
read_points (const char *prompt,
             const char *text)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  g_autoptr(GError) error = NULL;
  KlExplanationReading *reading = kl_coach_read (coach, prompt, points, G_N_ELEMENTS (points), text, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static void
test_points (void)
{
  g_autoptr(KlExplanationReading) reading = read_points ("Service Networking", explanation);
  const KlPointReading *missed = kl_explanation_reading_get_point (reading, 2);

  g_assert_cmpuint (kl_explanation_reading_get_n_points (reading), ==, 3);
  g_assert_cmpint (kl_explanation_reading_get_point (reading, 0)->verdict, ==, KL_VERDICT_COVERED);
  g_assert_cmpint (kl_explanation_reading_get_point (reading, 1)->verdict, ==, KL_VERDICT_COVERED);
  g_assert_cmpint (missed->verdict, ==, KL_VERDICT_MISSED);
  g_assert_cmpfloat_with_epsilon (kl_explanation_reading_get_score (reading), 200.0 / 3, 1e-9);
  g_assert_true (g_strv_contains ((const char *const *) missed->missing, "scheduler"));
}

static void
test_evidence (void)
{
  g_autoptr(KlExplanationReading) reading = read_points ("Service Networking", explanation);
  const KlPointReading *point = kl_explanation_reading_get_point (reading, 0);
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < point->evidence->len; i++)
    {
      const KlTextSpan *span = &g_array_index (point->evidence, KlTextSpan, i);

      g_string_append_len (said, explanation + span->start, (gssize) (span->end - span->start));
      g_string_append_c (said, '|');
    }
  g_assert_cmpstr (said->str, ==, "node kube-proxy|programs rules for iptables|");
}

static void
test_nothing (void)
{
  g_autoptr(KlCoach) coach = kl_coach_new (NULL);
  g_autoptr(KlExplanationReading) reading = read_points ("", "");
  g_autoptr(KlExplanationReading) none = kl_coach_read (coach, NULL, NULL, 0, explanation, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_assert_cmpint (kl_explanation_reading_get_point (reading, i)->verdict, ==, KL_VERDICT_MISSED);
      g_assert_cmpuint (kl_explanation_reading_get_point (reading, i)->evidence->len, ==, 0);
    }
  g_assert_cmpfloat_with_epsilon (kl_explanation_reading_get_score (reading), 0, 1e-9);
  g_assert_nonnull (none);
  g_assert_true (isnan (kl_explanation_reading_get_score (none)));
}

static void
test_cancelled (void)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kl_coach_read (coach, NULL, points, G_N_ELEMENTS (points), explanation, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/points", test_points);
  g_test_add_func ("/coach/evidence", test_evidence);
  g_test_add_func ("/coach/nothing", test_nothing);
  g_test_add_func ("/coach/cancelled", test_cancelled);
  return g_test_run ();
}
