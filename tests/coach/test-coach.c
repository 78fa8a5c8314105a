/* test-coach.c: what the coach reads in explanations */

#include "config.h"

#include "coach/kl-coach.h"
#include "coach/kl-language.h"

#include <math.h>
#include <string.h>

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

/* One point, read in @language. */
static KlExplanationReading *
read_one (const char *language,
          const char *point,
          const char *text)
{
  g_autoptr(KlCoach) coach = kl_coach_new (language);
  g_autoptr(GError) error = NULL;
  KlExplanationReading *reading = kl_coach_read (coach, NULL, &point, 1, text, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static void
assert_read (const char      *language,
             const char      *point,
             const char      *text,
             KlVerdictValue   verdict,
             KlReadingReason  reason)
{
  g_autoptr(KlExplanationReading) reading = read_one (language, point, text);
  const KlPointReading *read = kl_explanation_reading_get_point (reading, 0);

  g_test_message ("“%s” in “%s”: %.2f, reason %d", point, text, read->score, (int) read->reason);
  g_assert_cmpint (read->verdict, ==, verdict);
  g_assert_cmpint (read->reason, ==, reason);
}

static void
test_contrary (void)
{
  assert_read ("en", "The kubelet does not depend on kube-proxy", "The kubelet depends on kube-proxy.",
               KL_VERDICT_MISSED, KL_READING_NEGATED);
  assert_read ("en", "The kubelet depends on kube-proxy", "The kubelet doesn’t depend on kube-proxy.",
               KL_VERDICT_MISSED, KL_READING_NEGATED);
  assert_read ("en", "The kubelet does not depend on kube-proxy", "The kubelet never depends on kube-proxy.",
               KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("de", "Das kubelet hängt nicht von kube-proxy ab", "Das Kubelet hängt von kube-proxy ab.",
               KL_VERDICT_MISSED, KL_READING_NEGATED);
}

/* A negation beside what the point says denies nothing of it. */
static void
test_beside (void)
{
  assert_read ("en", "A Service gives a stable virtual IP address",
               "A Service gives a stable virtual IP address that does not change when pods die.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("en", "kube-proxy programs iptables rules",
               "Not only does kube-proxy program iptables rules, it also watches endpoints.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("en", "kube-proxy programs iptables rules", "kube-proxy never actually programs iptables rules.",
               KL_VERDICT_MISSED, KL_READING_NEGATED);
  assert_read ("en", "etcd stores the cluster state", "etcd stores the cluster state and nothing else does.",
               KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("es", "etcd guarda el estado del clúster",
               "etcd guarda el estado del clúster y no guarda los registros.", KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("de", "kube-proxy schreibt iptables-Regeln",
               "kube-proxy schreibt iptables-Regeln, leitet aber selbst nichts weiter.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  /* Said rightly in one place, it is said. */
  assert_read ("en", "kube-proxy watches the API server",
               "The API server does not watch kube-proxy; kube-proxy watches the API server.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
}

/* Two words that deny once, a verb that is denied behind it, a negation without a blank after it. */
static void
test_contrary_elsewhere (void)
{
  assert_read ("fr", "Le kubelet dépend de kube-proxy", "Le kubelet ne dépend pas de kube-proxy.", KL_VERDICT_MISSED,
               KL_READING_NEGATED);
  assert_read ("es", "El kubelet depende de kube-proxy", "El kubelet no depende de kube-proxy.", KL_VERDICT_MISSED,
               KL_READING_NEGATED);
  assert_read ("de", "Das kubelet startet die Container", "Das kubelet startet die Container nicht.",
               KL_VERDICT_MISSED, KL_READING_NEGATED);
  assert_read ("ja", "kubeletはkube-proxyに依存する", "kubeletはkube-proxyに依存しない。", KL_VERDICT_MISSED,
               KL_READING_NEGATED);
  assert_read ("zh", "kubelet 依赖 kube-proxy", "kubelet 不依赖 kube-proxy。", KL_VERDICT_MISSED,
               KL_READING_NEGATED);
}

static void
test_direction (void)
{
  const char *point = "kube-proxy watches the API server";

  assert_read ("en", point, "The API server watches kube-proxy.", KL_VERDICT_MISSED, KL_READING_SWAPPED);
  assert_read ("en", point, "kube-proxy is watched by the API server.", KL_VERDICT_MISSED, KL_READING_SWAPPED);
  assert_read ("en", point, "The API server is watched by kube-proxy.", KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("en", "etcd stores the cluster state", "All cluster state is stored in etcd.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  /* “By” may say how, or belong to another verb. */
  assert_read ("en", "The scheduler assigns pods to nodes",
               "The scheduler assigns pods to nodes by looking at their requests.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("en", "Readiness probes remove a pod from endpoints",
               "A pod is removed from endpoints by readiness probes when they fail.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("en", "kube-proxy learns of Services from the API server",
               "kube-proxy is told of Services by watching the API server.", KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("en", point, "kube-proxy watches the API server because the API server tells it about Services.",
               KL_VERDICT_COVERED, KL_READING_WORDS);
}

/* What one sentence says of another point better speaks the less for a point whose words it has in part; it does not
 * where all of them are there, and not by another sentence. */
static void
test_rivals (void)
{
  const char *rivals[] = { "The scheduler assigns pods to nodes by their requests", "Nodes report their requests" };
  const char *found[] = { rivals[0], "Nodes, requests, pods" };
  const char *said = "The scheduler assigns pods to nodes by their requests.";
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  g_autoptr(KlExplanationReading) alone = kl_coach_read (coach, NULL, rivals + 1, 1, said, NULL, NULL);
  g_autoptr(KlExplanationReading) both = kl_coach_read (coach, NULL, rivals, 2, said, NULL, NULL);
  g_autoptr(KlExplanationReading) first = kl_coach_read (coach, NULL, rivals, 1, said, NULL, NULL);
  g_autoptr(KlExplanationReading) whole = kl_coach_read (coach, NULL, found, 2, said, NULL, NULL);
  g_autoptr(KlExplanationReading) whole_alone = kl_coach_read (coach, NULL, found + 1, 1, said, NULL, NULL);
  g_autoptr(KlExplanationReading) apart
    = kl_coach_read (coach, NULL, rivals, 2, "Nodes report their requests. Pods, of course.", NULL, NULL);

  g_assert_cmpfloat (kl_explanation_reading_get_point (both, 1)->score, <,
                     kl_explanation_reading_get_point (alone, 0)->score);
  g_assert_cmpfloat_with_epsilon (kl_explanation_reading_get_point (both, 0)->score,
                                  kl_explanation_reading_get_point (first, 0)->score, 1e-12);
  g_assert_cmpint (kl_explanation_reading_get_point (apart, 1)->verdict, ==, KL_VERDICT_COVERED);
  g_assert_cmpfloat_with_epsilon (kl_explanation_reading_get_point (whole, 1)->score,
                                  kl_explanation_reading_get_point (whole_alone, 0)->score, 1e-12);
  g_assert_cmpfloat (kl_explanation_reading_get_point (whole, 1)->score, <,
                     kl_explanation_reading_get_point (whole, 0)->score);
}

static void
test_number (void)
{
  assert_read ("en", "Leases are renewed every 10 seconds", "Leases are renewed every 40 seconds.", KL_VERDICT_PARTLY,
               KL_READING_NUMBER);
  assert_read ("en", "Leases are renewed every 10 seconds", "Leases are renewed every 10 seconds.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
}

static void
test_identifiers (void)
{
  assert_read ("en", "kube-proxy programs iptables", "kubeproxy programs iptables", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("en", "ClusterIP", "It gets a cluster IP.", KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("en", "p99 latency", "We watch the p99 latency.", KL_VERDICT_COVERED, KL_READING_WORDS);
  assert_read ("en", "The scheduler assigns pods", "The shceduler assings pods", KL_VERDICT_COVERED, KL_READING_WORDS);
}

/* The places of the only point, each followed by “|”. */
static char *
dup_places (KlExplanationReading *reading,
            const char           *text)
{
  const GArray *evidence = kl_explanation_reading_get_point (reading, 0)->evidence;
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      const KlTextSpan *span = &g_array_index (evidence, KlTextSpan, i);

      g_string_append_len (places, text + span->start, (gssize) (span->end - span->start));
      g_string_append_c (places, '|');
    }
  return g_string_free (places, FALSE);
}

/* A part speaks for the point; the whole is shown. */
static void
test_whole_identifier (void)
{
  const char *text = "Clients go to the ClusterIP, since pods change theirs.";
  g_autoptr(KlExplanationReading) reading = read_one ("en", "Pods change their IP", text);
  g_autofree char *places = dup_places (reading, text);

  g_assert_cmpstr (places, ==, "ClusterIP, since pods change|");
}

/* What stands anywhere in the explanation is not called missing, though it is far from what speaks for the point. */
static void
test_missing (void)
{
  g_autoptr(KlExplanationReading) reading = read_one ("en", "The scheduler assigns pods to nodes by their requests",
                                                      "Requests come first. Second comes something else. Third, too. "
                                                      "Fourth, as well. The scheduler assigns pods to nodes.");

  g_assert_cmpuint (g_strv_length (kl_explanation_reading_get_point (reading, 0)->missing), ==, 0);
}

static void
test_languages (void)
{
  assert_read ("de", "kube-proxy schreibt Regeln für iptables auf jedem Knoten",
               "Auf allen Knoten werden von kube-proxy iptables-Regeln geschrieben.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("ja", "スケジューラはポッドをノードに割り当てる",
               "スケジューラは新しいポッドを適切なノードに割り当てます。", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("ja", "スケジューラはポッドをノードに割り当てる", "データは暗号化して保存する。", KL_VERDICT_MISSED,
               KL_READING_NOTHING);
  assert_read ("ar", "يعيّن المجدول الحاويات إلى العقد", "المجدول يعين كل حاوية إلى عقدة مناسبة.", KL_VERDICT_COVERED,
               KL_READING_WORDS);
  assert_read ("ar", "يراقب kube-proxy خادم الواجهة", "المجدول يعين كل حاوية إلى عقدة مناسبة.", KL_VERDICT_MISSED,
               KL_READING_NOTHING);
  assert_read (NULL, "Das kubelet hängt nicht von kube-proxy ab", "Das Kubelet hängt nicht von kube-proxy ab.",
               KL_VERDICT_COVERED, KL_READING_WORDS);
}

/* Each language can be chosen, by a name that no other has. */
static void
test_language_list (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const KlLanguage *all = kl_language_list (&n);

  g_assert_cmpuint (n, >, 20);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (kl_language_find (all[i].code) == &all[i]);
      g_assert_true (g_hash_table_add (names, (gpointer) (guintptr) all[i].name));
    }
}

static void
test_sides (void)
{
  static const struct
  {
    const char *text;
    KlCorrectionSide side;
  } said[] = {
    { "The kubelet starts pods. It is independent of kube-proxy.", KL_SIDE_RIGHT },
    { "The kubelet depends on kube-proxy to start.", KL_SIDE_WRONG },
    { "The kubelet does not depend on kube-proxy.", KL_SIDE_RIGHT },
    { "The scheduler assigns pods to nodes.", KL_SIDE_NEITHER },
    { "", KL_SIDE_NEITHER },
  };
  g_autoptr(KlCoach) coach = kl_coach_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      KlTextSpan evidence = { 0, 0 };
      KlCorrectionSide side = kl_coach_find_side (coach, "The kubelet depends on kube-proxy",
                                                  "kubelet and kube-proxy are independent of each other", said[i].text,
                                                  &evidence);

      g_test_message ("%s", said[i].text);
      g_assert_cmpint (side, ==, said[i].side);
      g_assert_cmpint (evidence.end > evidence.start, ==, side != KL_SIDE_NEITHER);
      g_assert_cmpuint (evidence.end, <=, strlen (said[i].text));
    }
}

/* Each negation looks a few words ahead only: looking through all of them for each would not end in this life. */
static void
test_many_negations (void)
{
  g_autoptr(GString) text = g_string_new ("kube-proxy programs iptables rules");
  g_autoptr(KlExplanationReading) reading = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, i % 2 == 0 ? " not slowly" : " not not");
  reading = read_one ("en", "kube-proxy programs iptables rules", text->str);
  g_assert_cmpint (kl_explanation_reading_get_point (reading, 0)->reason, ==, KL_READING_WORDS);
}

/* To speak of a thing that the wrong side is about is not to say it. */
static void
test_side_of_another_claim (void)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  const char *wrong = "The API server assigns ClusterIPs to pods";
  const char *right = "ClusterIPs are assigned to Services, not to pods";

  g_assert_cmpint (kl_coach_find_side (coach, wrong, right, "The kubelet talks to the API server.", NULL), ==,
                   KL_SIDE_NEITHER);
  g_assert_cmpint (kl_coach_find_side (coach, "kubelet interfaces with kube-proxy",
                                       "kube-proxy watches the API server independently",
                                       "The kubelet talks to the API server. kube-proxy programs iptables.", NULL),
                   ==, KL_SIDE_NEITHER);
  g_assert_cmpint (kl_coach_find_side (coach, wrong, right, "The API server assigns a ClusterIP to each pod.", NULL),
                   ==, KL_SIDE_WRONG);
  /* What the right side denies is not said by whoever is silent of it. */
  g_assert_cmpint (kl_coach_find_side (coach, wrong, right, "A Service has a ClusterIP. Pods have IPs.", NULL), ==,
                   KL_SIDE_NEITHER);
  g_assert_cmpint (kl_coach_find_side (coach, wrong, right, "A Service gives pods a stable endpoint, the ClusterIP.",
                                       NULL),
                   ==, KL_SIDE_NEITHER);
  g_assert_cmpint (kl_coach_find_side (coach, "API server assigns ClusterIP to pods",
                                       "ClusterIPs assigned to Services, not pods",
                                       "kube-proxy watches the API server and programs iptables, which rewrites the "
                                       "ClusterIP to a pod IP.",
                                       NULL),
                   ==, KL_SIDE_NEITHER);
  g_assert_cmpint (kl_coach_find_side (coach, wrong, right, "ClusterIPs are not assigned to Services.", NULL), ==,
                   KL_SIDE_WRONG);
  g_assert_cmpint (kl_coach_find_side (coach, wrong, right, "A ClusterIP is assigned to a Service, not to pods.", NULL),
                   ==, KL_SIDE_RIGHT);
}

static char *
make_up (GRand *random,
         guint  n_words)
{
  static const char *const pieces[]
    = { "node", "kube-proxy", "nicht",   "ポッド", "العقدة", "10.0.0.1", "\n",         ". ", ", ",      "’s",
        "not",  "ClusterIP",  "e\u0301", "_",      "—",      "调度器",   "\U0001f600", "by", "watches", "a" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      g_string_append (text, pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
      if (g_rand_boolean (random))
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

/* Whatever the texts: places are in order, apart, at borders of characters, and the same each time. */
static void
test_any_text (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr(KlCoach) coach = kl_coach_new (NULL);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *text = make_up (random, (guint) g_rand_int_range (random, 0, 60));
      g_autofree char *point = make_up (random, (guint) g_rand_int_range (random, 0, 12));
      const char *some[] = { point, "node" };
      g_autoptr(KlExplanationReading) reading = kl_coach_read (coach, "node", some, 2, text, NULL, NULL);
      g_autoptr(KlExplanationReading) again = kl_coach_read (coach, "node", some, 2, text, NULL, NULL);

      for (gsize i = 0; i < 2; i++)
        {
          const KlPointReading *read = kl_explanation_reading_get_point (reading, i);
          gsize last = 0;

          g_assert_true (read->score >= 0 && read->score <= 1);
          g_assert_cmpint (read->verdict, !=, KL_VERDICT_UNSET);
          g_assert_cmpfloat_with_epsilon (read->score, kl_explanation_reading_get_point (again, i)->score, 1e-15);
          for (guint j = 0; j < read->evidence->len; j++)
            {
              const KlTextSpan *span = &g_array_index (read->evidence, KlTextSpan, j);

              g_assert_cmpuint (span->start, >=, last);
              g_assert_cmpuint (span->start, <, span->end);
              g_assert_cmpuint (span->end, <=, strlen (text));
              g_assert_true (g_utf8_validate (text + span->start, (gssize) (span->end - span->start), NULL));
              last = span->end;
            }
        }
    }
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
  g_test_add_func ("/coach/contrary", test_contrary);
  g_test_add_func ("/coach/beside", test_beside);
  g_test_add_func ("/coach/contrary-elsewhere", test_contrary_elsewhere);
  g_test_add_func ("/coach/direction", test_direction);
  g_test_add_func ("/coach/rivals", test_rivals);
  g_test_add_func ("/coach/number", test_number);
  g_test_add_func ("/coach/identifiers", test_identifiers);
  g_test_add_func ("/coach/whole-identifier", test_whole_identifier);
  g_test_add_func ("/coach/missing", test_missing);
  g_test_add_func ("/coach/languages", test_languages);
  g_test_add_func ("/coach/language-list", test_language_list);
  g_test_add_func ("/coach/many-negations", test_many_negations);
  g_test_add_func ("/coach/sides", test_sides);
  g_test_add_func ("/coach/side-of-another-claim", test_side_of_another_claim);
  g_test_add_func ("/coach/any-text", test_any_text);
  g_test_add_func ("/coach/nothing", test_nothing);
  g_test_add_func ("/coach/cancelled", test_cancelled);
  return g_test_run ();
}
