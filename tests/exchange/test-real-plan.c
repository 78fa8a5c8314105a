/* test-real-plan.c: two whole plans of the same form, with everything that is easy to miss in them
 *
 * The real plan is the person's own and not a part of the project: without it, its test says so and is skipped.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange-fixture.h"
#include "model/kl-assessment.h"
#include "model/kl-band.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"

static void
assert_score (KlAttempt  *attempt,
              gint64      number,
              double      low,
              double      high,
              const char *label)
{
  g_assert_cmpint (kl_attempt_get_number (attempt), ==, number);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (attempt), low, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_high (attempt), high, 1e-9);
  g_assert_cmpstr (kl_attempt_get_label (attempt), ==, label);
}

static guint
count_attempts (KlImport *import)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    n += g_list_model_get_n_items (kl_subject_get_attempts (fixture_item (subjects, i)));
  return n;
}

static void
assert_common (KlImport *import)
{
  KlPlan *plan = kl_import_get_plan (import);
  GListModel *bands = kl_plan_get_bands (plan);

  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, TRUE), ==, 6);
  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, TRUE), ==, 2);
  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_TOPIC, KL_DEPTH_NONE, TRUE), ==, 5);
  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_TOPIC, -1, FALSE), ==, 15);
  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_GROUP, -1, FALSE), ==, 0);
  g_assert_cmpuint (count_attempts (import), ==, 8);
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_queue (plan)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_study_kinds (plan)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_assessments (plan)), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (bands), ==, 4);
  g_assert_cmpstr (kl_band_get_name (fixture_item (bands, 0)), ==, "Strong");
  g_assert_cmpstr (kl_band_get_emoji (fixture_item (bands, 0)), ==, "🟢");
  g_assert_cmpfloat_with_epsilon (kl_band_get_low (fixture_item (bands, 1)), 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_band_get_high (fixture_item (bands, 1)), 89, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_band_get_low (fixture_item (bands, 3)), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_band_get_high (fixture_item (bands, 3)), 50, 1e-9);
  g_assert_null (kl_plan_get_notes (plan));
}

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "example-plan.md", NULL);
  g_autoptr(KlImport) import = fixture_read_path (path);

  assert_common (import);
  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_EXERCISE, -1, FALSE), ==, 6);
  g_assert_cmpstr (kl_plan_get_title (kl_import_get_plan (import)), ==, "Linux Storage and File Systems");
  assert_score (fixture_attempt (import, "RAID Levels", 0), 1, 65, 75, "🟡");
  assert_score (fixture_attempt (import, "RAID Levels", 1), 2, 97, 97, "🟢 Strong");
}

static void
assert_subtopics (KlImport *import)
{
  KlSubject *whole = fixture_subject (import, "Kubernetes Architecture");
  KlSubject *half = fixture_subject (import, "Data Plane Architecture");
  KlPoint *point = fixture_item (kl_subject_get_points (whole), 1);

  g_assert_cmpstr (kl_subject_get_parent (half), ==, kl_record_get_id (KL_RECORD (whole)));
  g_assert_cmpint (kl_record_get_position (KL_RECORD (half)), ==, kl_record_get_position (KL_RECORD (whole)) + 2);
  g_assert_cmpstr (kl_point_get_text (point), ==,
                   "Data Plane: kubelet, Container Runtime, kube-proxy, CNI Plugin, Pods");
  g_assert_cmpstr (kl_point_get_target (point), ==, kl_record_get_id (KL_RECORD (half)));
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (half)), ==, 5);
  g_assert_cmpstr (kl_point_get_text (fixture_item (kl_subject_get_points (half), 3)), ==, "CNI Plugin");
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_gaps (whole)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (whole)), ==, 0);
}

static void
assert_depths (KlImport *import)
{
  GListModel *points = kl_subject_get_points (fixture_subject (import, "Service Types"));
  KlPoint *reference = fixture_item (kl_subject_get_points (fixture_subject (import, "Security")), 3);

  g_assert_cmpint (kl_point_get_depth (fixture_item (points, 0)), ==, KL_DEPTH_SURFACE);
  g_assert_cmpstr (kl_point_get_text (fixture_item (points, 1)), ==, "NodePort");
  g_assert_cmpstr (kl_point_get_note (fixture_item (points, 1)), ==,
                   "Mentioned, explored in context of Ingress Instance mode");
  g_assert_cmpint (kl_point_get_depth (fixture_item (points, 3)), ==, KL_DEPTH_NONE);
  g_assert_cmpstr (kl_point_get_text (reference), ==, "Network Policies (mentioned above)");
  g_assert_cmpstr (kl_point_get_target (reference), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (import, "Network Policies"))));
}

static void
assert_attempts (KlImport *import)
{
  KlAttempt *attempt = fixture_attempt (import, "Control Plane Architecture", 0);
  KlFeedback *said = fixture_feedback (attempt, "Misunderstood");

  assert_score (attempt, 1, 75, 75, "🟡 Good");
  g_assert_cmpstr (kl_attempt_get_date (attempt), ==, "2025-10-10");
  g_assert_cmpint (kl_feedback_get_kind (said), ==, KL_FEEDBACK_CORRECTION);
  g_assert_cmpstr (kl_feedback_get_wrong (said), ==, "external communication");
  g_assert_cmpstr (kl_feedback_get_right (said), ==, "central hub for ALL communication");
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "Missed Cloud")), ==, KL_FEEDBACK_NEEDS_WORK);
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "Gap:")), ==, KL_FEEDBACK_KNOWN_GAP);
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "Remember:")), ==, KL_FEEDBACK_ACTION);

  attempt = fixture_attempt (import, "Data Plane Architecture", 0);
  assert_score (attempt, 1, 85, 85, "🟢 Strong");
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "implements vs creates")), ==,
                   KL_FEEDBACK_NEEDS_WORK);
  g_assert_cmpstr (kl_feedback_get_label (fixture_feedback (attempt, "kubelet as bridge")), ==,
                   "What you nailed (after refinement)");

  assert_score (fixture_attempt (import, "Service Networking", 0), 1, 40, 40, "🔴");
  assert_score (fixture_attempt (import, "Service Networking", 1), 2, 92, 92, "🟢 Strong");
  g_assert_cmpstr (kl_feedback_get_right (fixture_feedback (fixture_attempt (import, "Service Networking", 0),
                                                            "assigns ClusterIP to pods")), ==,
                   "ClusterIPs assigned to Services, not pods");
  assert_score (fixture_attempt (import, "DNS / Service Discovery", 0), 1, 75, 85, "🟡");
  assert_score (fixture_attempt (import, "DNS / Service Discovery", 1), 2, 98, 98, "🟢 Strong");
  g_assert_cmpstr (kl_feedback_get_right (fixture_feedback (fixture_attempt (import, "DNS / Service Discovery", 0),
                                                            "Fuzzy on how")), ==,
                   "Explicitly stated it watches API server via `kubernetes_sd_configs`");
}

static void
assert_blocks (KlImport *import)
{
  KlAttempt *attempt = fixture_attempt (import, "Ingress and Ingress Controllers", 0);
  KlFeedback *flow = fixture_feedback (attempt, "Layer 7 routing) → Pod");

  g_assert_cmpint (kl_feedback_get_kind (flow), ==, KL_FEEDBACK_FLOW);
  g_assert_cmpstr (kl_feedback_get_text (flow), ==,
                   "```\nInternet → ALB (Layer 7 routing) → Pod IP directly\n```\n\nvs internal:\n"
                   "```\nPod A → Service ClusterIP → kube-proxy iptables → Pod B IP\n```");
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "re-implements")), ==, KL_FEEDBACK_DEFENDED);
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "Correctly identified")), ==,
                   KL_FEEDBACK_REASONING);
  attempt = fixture_attempt (import, "Pod Networking", 0);
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "> \"The host knows")), ==, KL_FEEDBACK_QUOTE);
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "veth naming")), ==, KL_FEEDBACK_REFINEMENT);
}

static void
assert_queue (KlImport *import)
{
  GListModel *queue = kl_plan_get_queue (kl_import_get_plan (import));
  KlSubject *target = fixture_subject (import, "Configuration and Secrets");
  KlLink *needs = fixture_item (kl_subject_get_links (target), 0);

  g_assert_cmpint (kl_queue_entry_get_minutes (fixture_item (queue, 0)), ==, 15);
  g_assert_cmpint (kl_queue_entry_get_minutes (fixture_item (queue, 1)), ==, 20);
  g_assert_cmpstr (kl_queue_entry_get_prerequisites (fixture_item (queue, 0)), ==, "Workload Resources ✅");
  g_assert_cmpstr (kl_queue_entry_get_title (fixture_item (queue, 1)), ==, "Storage / Persistent Volumes");
  g_assert_cmpstr (kl_queue_entry_get_subject (fixture_item (queue, 1)), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (import, "Storage"))));
  g_assert_cmpint (kl_link_get_kind (needs), ==, KL_LINK_PREREQUISITE);
  g_assert_cmpstr (kl_link_get_target (needs), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (import, "Workload Resources"))));
}

static void
test_real (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", "plans",
                                            "eks-kubernetes-learning-plan.md", NULL);
  g_autoptr(KlImport) import = NULL;
  KlSubject *exercise;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the real plan is not beside the project");
      return;
    }
  import = fixture_read_path (path);

  assert_common (import);
  g_assert_cmpuint (fixture_count_subjects (import, KL_SUBJECT_EXERCISE, -1, FALSE), ==, 7);
  assert_subtopics (import);
  assert_depths (import);
  assert_attempts (import);
  assert_blocks (import);
  assert_queue (import);
  exercise = fixture_subject (import, "Service request flow (client → ClusterIP → pod)");
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (exercise)), ==, 3);
  g_assert_cmpstr (kl_subject_get_status (fixture_subject (import, "Workload Resources")), ==, "Deep dive complete");
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (fixture_subject (import, "Workload Resources"))),
                    ==, 20);
  g_assert_true (fixture_has_note (import, 206, "Good"));
  g_assert_true (fixture_has_note (import, 171, "15"));
  g_assert_true (fixture_has_note (import, 175, "20"));
  g_assert_cmpuint (kl_import_get_notes (import)->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/real-plan/example", test_example);
  g_test_add_func ("/real-plan/real", test_real);

  return g_test_run ();
}
