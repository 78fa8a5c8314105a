/* test-pasted-feedback.c: feedback in the form of a plan's scores, from an AI chat or another plan */

#include "config.h"

#include <string.h>

#include "opinion/kl-opinion-error.h"
#include "opinion/kl-pasted-feedback.h"

static const char *const no_points[] = { NULL };

static const char bare[] =
  "Here is my feedback on your explanation:\n\n"
  "**Score: 🟢 Strong (92%)**\n\n"
  "**What you nailed (final attempt):**\n"
  "- Pod IPs are ephemeral\n"
  "- **kube-proxy watches BOTH Services and Endpoints** (critical insight!)\n\n"
  "**What needed work:**\n"
  "- ❌ Missed the Cloud Controller Manager\n"
  "- ❌ Misunderstood the API server (said \"external communication\" vs \"central hub\")\n"
  "- Gap: how the scheduler decides\n\n"
  "**Critical errors corrected:**\n"
  "- ❌ Initially: \"kubelet interfaces with kube-proxy\" → ✅ kube-proxy watches the API server\n\n"
  "**Action items:**\n"
  "- [ ] Read about IPVS mode\n\n"
  "**Key insight mastered:** kube-proxy bridges two worlds.\n\n"
  "**Result:** Massive improvement!\n";

static KlProposal *
read_good (const char        *text,
           const char        *title,
           const char *const *points)
{
  g_autoptr(GError) error = NULL;
  KlProposal *proposal = kl_pasted_feedback_read (text, title, points, &error);

  g_assert_no_error (error);
  g_assert (proposal != NULL);
  return proposal;
}

static void
assert_item (KlProposal     *proposal,
             guint           i,
             KlFeedbackKind  kind,
             const char     *text)
{
  g_autoptr(KlFeedback) item = g_list_model_get_item (kl_proposal_get_feedback (proposal), i);

  g_assert (item != NULL);
  g_assert_cmpstr (kl_feedback_get_text (item), ==, text);
  g_assert_cmpint (kl_feedback_get_kind (item), ==, kind);
}

static void
assert_score_and_items (KlProposal *proposal,
                        guint       first)
{
  g_autoptr(KlFeedback) said = g_list_model_get_item (kl_proposal_get_feedback (proposal), first + 3);

  g_assert_cmpfloat_with_epsilon (kl_proposal_get_score (proposal).low, 92, 1e-9);
  g_assert_cmpuint (g_list_model_get_n_items (kl_proposal_get_feedback (proposal)), ==, first + 9);
  assert_item (proposal, first, KL_FEEDBACK_NAILED, "Pod IPs are ephemeral");
  assert_item (proposal, first + 2, KL_FEEDBACK_NEEDS_WORK, "❌ Missed the Cloud Controller Manager");
  g_assert_cmpint (kl_feedback_get_kind (said), ==, KL_FEEDBACK_CORRECTION);
  g_assert_cmpstr (kl_feedback_get_wrong (said), ==, "external communication");
  g_assert_cmpstr (kl_feedback_get_right (said), ==, "central hub");
  assert_item (proposal, first + 4, KL_FEEDBACK_KNOWN_GAP, "Gap: how the scheduler decides");
  assert_item (proposal, first + 6, KL_FEEDBACK_ACTION, "Read about IPVS mode");
  assert_item (proposal, first + 7, KL_FEEDBACK_INSIGHT, "kube-proxy bridges two worlds.");
  assert_item (proposal, first + 8, KL_FEEDBACK_RESULT, "Massive improvement!");
  g_assert_cmpstr (kl_proposal_get_notes (proposal)[0], ==, NULL);
}

static void
test_bare (void)
{
  g_autoptr(KlProposal) proposal = read_good (bare, "Service Networking", no_points);

  /* What stands before all else is a note. */
  assert_item (proposal, 0, KL_FEEDBACK_NOTE, "Here is my feedback on your explanation:");
  assert_score_and_items (proposal, 1);
}

/* As in the plan itself, with headings and a date. */
static void
test_headed (void)
{
  static const char *const heads[] = {
    "### Service Networking\n",
    "## Retention Scores 📊\n\n**Date: 2025-10-10**\n\n### Service Networking\n",
    "# Feedback\n\n## Retention Scores\n\n### Service Networking\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i], strstr (bare, "**Score"), NULL);
      g_autoptr(KlProposal) proposal = read_good (text, "Service Networking", no_points);

      assert_score_and_items (proposal, 0);
    }
}

static void
test_several (void)
{
  static const char text[] = "### Pods\n**Score: 40%**\n\n**What you nailed:**\n- Pods\n\n---\n\n"
                             "### Services\n**Score: 80%**\n\n**What you nailed:**\n- Services\n";
  g_autoptr(KlProposal) named = read_good (text, "services", no_points);
  g_autoptr(KlProposal) unnamed = read_good (text, "Ingress", no_points);

  g_assert_cmpfloat_with_epsilon (kl_proposal_get_score (named).low, 80, 1e-9);
  assert_item (named, 0, KL_FEEDBACK_NAILED, "Services");
  g_assert_cmpuint (g_list_model_get_n_items (kl_proposal_get_feedback (named)), ==, 1);
  g_assert_cmpstr (kl_proposal_get_notes (named)[0], ==,
                   "The text has feedback on several topics. Only that on “Services” is shown.");
  g_assert_cmpfloat_with_epsilon (kl_proposal_get_score (unnamed).low, 40, 1e-9);
}

/* As KLearn writes verdicts itself. */
static void
test_verdicts (void)
{
  const char *const points[] = { "ClusterIP", "iptables mode", "IPVS", NULL };
  g_autoptr(KlProposal) proposal
    = read_good ("**Score: 50%**\n\n**Point by point:**\n"
                 "- ✅ ClusterIP\n- 🟡 iptables mode\n- ❌ ipvs\n- ✅ Something else\n",
                 "Services", points);

  g_assert_cmpint (kl_proposal_get_verdict (proposal, 0), ==, KL_VERDICT_COVERED);
  g_assert_cmpint (kl_proposal_get_verdict (proposal, 1), ==, KL_VERDICT_PARTLY);
  g_assert_cmpint (kl_proposal_get_verdict (proposal, 2), ==, KL_VERDICT_MISSED);
}

static void
assert_refused (const char *text,
                int         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kl_pasted_feedback_read (text, "Services", no_points, &error));
  g_assert_error (error, KL_OPINION_ERROR, code);
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (KL_PASTED_FEEDBACK_MAX_BYTES + 1, 'x');

  assert_refused ("", KL_OPINION_ERROR_NOTHING);
  assert_refused ("   \n\n", KL_OPINION_ERROR_NOTHING);
  assert_refused ("That was a fine explanation.", KL_OPINION_ERROR_NOTHING);
  assert_refused ("# A title\n\nSome words.\n\n- a list\n", KL_OPINION_ERROR_NOTHING);
  assert_refused ("**Score: 4000%**\n", KL_OPINION_ERROR_NOTHING);
  assert_refused ("**Score: NaN%**\n", KL_OPINION_ERROR_NOTHING);
  assert_refused (long_text, KL_OPINION_ERROR_INVALID);
  assert_refused ("**Score: 80%** \xff", KL_OPINION_ERROR_INVALID);
}

static void
test_range (void)
{
  g_autoptr(KlProposal) range = read_good ("**Score: 75-85%**\n", "Services", no_points);
  g_autoptr(KlProposal) out = read_good ("**Score: 4000%**\n\n**What you nailed:**\n- All\n", "Services", no_points);

  g_assert_cmpfloat_with_epsilon (kl_proposal_get_score (range).low, 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_proposal_get_score (range).high, 85, 1e-9);
  g_assert_false (kl_score_is_set (kl_proposal_get_score (out)));
  assert_item (out, 0, KL_FEEDBACK_NAILED, "All");
  for (guint i = 0; kl_proposal_get_notes (out)[i] != NULL; i++)
    g_test_message ("%s", kl_proposal_get_notes (out)[i]);
}

static void
test_plain (void)
{
  g_autoptr(KlProposal) proposal
    = read_good ("**Score: 80%**\n\n**What you nailed:**\n"
                 "- \xe2\x80\xae""dessim\xe2\x80\xac\x07 all\n", "T", no_points);

  assert_item (proposal, 0, KL_FEEDBACK_NAILED, "dessim all");
}

static void
test_many (void)
{
  g_autoptr(GString) text = g_string_new ("**Score: 80%**\n\n**What you nailed:**\n");
  g_autoptr(KlProposal) proposal = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "- One\n");
  g_assert (text != NULL);
  proposal = read_good (text->str, "T", no_points);
  g_assert_cmpuint (g_list_model_get_n_items (kl_proposal_get_feedback (proposal)), ==, KL_PASTED_FEEDBACK_MAX_ITEMS);
  g_assert_cmpstr (kl_proposal_get_notes (proposal)[0], ==, "Only the first 200 items are shown.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pasted-feedback/bare", test_bare);
  g_test_add_func ("/pasted-feedback/headed", test_headed);
  g_test_add_func ("/pasted-feedback/several", test_several);
  g_test_add_func ("/pasted-feedback/verdicts", test_verdicts);
  g_test_add_func ("/pasted-feedback/refused", test_refused);
  g_test_add_func ("/pasted-feedback/range", test_range);
  g_test_add_func ("/pasted-feedback/plain", test_plain);
  g_test_add_func ("/pasted-feedback/many", test_many);

  return g_test_run ();
}
