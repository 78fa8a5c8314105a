/* test-draft-record.c: what a draft becomes */

#include "config.h"

#include "model/kl-feedback.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"
#include "ui/review/kl-draft-record.h"

#include <math.h>

static KlFeedback *
get_feedback (KlAttempt *attempt,
              guint      index)
{
  g_autoptr(KlFeedback) item = g_list_model_get_item (kl_attempt_get_feedback (attempt), index);

  g_assert_nonnull (item);
  return item; /* The attempt keeps it alive. */
}

static void
test_feedback (void)
{
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT,
                                           "owner", "subject",
                                           "text", "words",
                                           "nailed", "one\n\n  two  \n",
                                           "corrections", "said A → B\nx -> y\nonly wrong\n→ nothing before",
                                           "quote", "“q”",
                                           NULL);
  g_autoptr(GListStore) points = g_list_store_new (KL_TYPE_POINT);
  g_autoptr(KlAttempt) attempt
    = kl_draft_record_new_attempt (draft, G_LIST_MODEL (points), NULL, 0, KL_SCORE_NONE, "2026-11-23T12:00:00+01:00");

  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_feedback (attempt)), ==, 7);
  g_assert_cmpstr (kl_feedback_get_text (get_feedback (attempt, 1)), ==, "two");
  g_assert_cmpint (kl_feedback_get_kind (get_feedback (attempt, 2)), ==, KL_FEEDBACK_CORRECTION);
  g_assert_cmpstr (kl_feedback_get_wrong (get_feedback (attempt, 2)), ==, "said A");
  g_assert_cmpstr (kl_feedback_get_right (get_feedback (attempt, 2)), ==, "B");
  g_assert_cmpstr (kl_feedback_get_right (get_feedback (attempt, 3)), ==, "y");
  g_assert_cmpint (kl_feedback_get_kind (get_feedback (attempt, 4)), ==, KL_FEEDBACK_NEEDS_WORK);
  g_assert_cmpint (kl_feedback_get_kind (get_feedback (attempt, 5)), ==, KL_FEEDBACK_NEEDS_WORK);
  g_assert_cmpstr (kl_feedback_get_text (get_feedback (attempt, 6)), ==, "“q”");
  g_assert_cmpstr (kl_record_get_owner (KL_RECORD (attempt)), ==, "subject");
  g_assert_false (kl_score_is_set (kl_attempt_get_score (attempt)));
}

static void
test_verdicts (void)
{
  g_autoptr(KlPoint) first = g_object_new (KL_TYPE_POINT, "id", "p1", "text", "First", NULL);
  g_autoptr(KlPoint) second = g_object_new (KL_TYPE_POINT, "id", "p2", "text", "Second", NULL);
  g_autoptr(GListStore) points = g_list_store_new (KL_TYPE_POINT);
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "text", "words", "score", 50.0, "guess", 70.0, "assisted",
                                           TRUE, "verdicts", "p2 partly\ngone covered", NULL);
  g_autoptr(KlAttempt) attempt = NULL;
  g_autoptr(KlVerdict) verdict = NULL;

  g_list_store_append (points, first);
  g_list_store_append (points, second);
  attempt = kl_draft_record_new_attempt (draft, G_LIST_MODEL (points), NULL, 4, kl_draft_get_score (draft),
                                         "2026-11-23");

  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_verdicts (attempt)), ==, 1);
  verdict = g_list_model_get_item (kl_attempt_get_verdicts (attempt), 0);
  g_assert_cmpstr (kl_verdict_get_point (verdict), ==, "p2");
  g_assert_cmpstr (kl_verdict_get_text (verdict), ==, "Second");
  g_assert_cmpint (kl_verdict_get_value (verdict), ==, KL_VERDICT_PARTLY);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (attempt), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_high (attempt), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_guess (attempt), 70, 1e-9);
  g_assert_true (kl_attempt_get_assisted (attempt));
  /* Nothing was read, nothing was suggested. */
  g_assert_cmpint (kl_verdict_get_suggested (verdict), ==, KL_VERDICT_UNSET);
  g_assert_true (isnan (kl_attempt_get_suggested (attempt)));
}

static void
test_suggestions_that_were_left (void)
{
  static const KlVerdictValue values[] = { KL_VERDICT_COVERED, KL_VERDICT_MISSED };
  static const KlVerdictValue suggestions[] = { KL_VERDICT_PARTLY, KL_VERDICT_MISSED };
  g_autoptr(KlPoint) first = g_object_new (KL_TYPE_POINT, "id", "p1", "text", "First", NULL);
  g_autoptr(KlPoint) second = g_object_new (KL_TYPE_POINT, "id", "p2", "text", "Second", NULL);
  g_autoptr(KlPoint) third = g_object_new (KL_TYPE_POINT, "id", "p3", "text", "Third", NULL);
  g_autoptr(GListStore) points = g_list_store_new (KL_TYPE_POINT);
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "text", "words", "verdicts", "p1 covered", NULL);
  g_autoptr(KlVerdictTally) suggested = kl_verdict_tally_new ("p1 partly\np2 missed\ngone covered");
  g_autoptr(KlAttempt) attempt = NULL;

  g_list_store_append (points, first);
  g_list_store_append (points, second);
  g_list_store_append (points, third);
  attempt = kl_draft_record_new_attempt (draft, G_LIST_MODEL (points), suggested, 4, (KlScore) { 50, 50 },
                                         "2026-11-23");

  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_verdicts (attempt)), ==, G_N_ELEMENTS (values));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (kl_attempt_get_verdicts (attempt), i);

      g_assert_cmpint (kl_verdict_get_value (verdict), ==, values[i]);
      g_assert_cmpint (kl_verdict_get_suggested (verdict), ==, suggestions[i]);
    }
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_suggested (attempt), 29, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (attempt), 50, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-record/feedback", test_feedback);
  g_test_add_func ("/draft-record/verdicts", test_verdicts);
  g_test_add_func ("/draft-record/suggestions-that-were-left", test_suggestions_that_were_left);
  return g_test_run ();
}
