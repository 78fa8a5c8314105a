/* test-attempt.c: the order of attempts, and which score counts */

#include "config.h"

#include "model/kl-amendment.h"
#include "model/kl-attempt.h"

#include <math.h>

static KlAttempt *
new_attempt (const char *date,
             gint64      number)
{
  return g_object_new (KL_TYPE_ATTEMPT, "date", date, "number", number, NULL);
}

static void
assert_before (const char *date,
               gint64      number,
               const char *later_date,
               gint64      later_number)
{
  g_autoptr(KlAttempt) attempt = new_attempt (date, number);
  g_autoptr(KlAttempt) later = new_attempt (later_date, later_number);

  g_assert_cmpint (kl_attempt_compare (attempt, later), <, 0);
  g_assert_cmpint (kl_attempt_compare (later, attempt), >, 0);
  g_assert_cmpint (kl_attempt_compare (attempt, attempt), ==, 0);
}

static void
test_compare (void)
{
  assert_before ("2025-10-10", 1, "2025-10-11", 2);
  /* Imported later, but made earlier. */
  assert_before ("2025-10-10", 2, "2025-10-11", 1);
  /* On one day the number decides, with a time or without. */
  assert_before ("2025-10-10", 1, "2025-10-10", 2);
  assert_before ("2025-10-10T23:00:00+02:00", 1, "2025-10-10", 2);
  assert_before ("2025-10-10", 1, "2025-10-10T01:00:00+02:00", 2);
  assert_before ("2025-10-10", 9, "2025-10-10", 10);
  assert_before (NULL, 2, "2025-10-10", 1);
}

static void
amend (KlAttempt *attempt,
       double     low,
       double     high)
{
  g_autoptr(KlRecord) amendment = g_object_new (KL_TYPE_AMENDMENT, "low", low, "high", high, NULL);

  kl_record_append (KL_RECORD (attempt), amendment);
}

static void
test_amended_score (void)
{
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "low", 40.0, "high", 40.0, NULL);

  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 40, 1e-12);

  amend (attempt, 60, 70);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 65, 1e-12);

  /* A remark alone says nothing about the score. */
  amend (attempt, (double) NAN, (double) NAN);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 65, 1e-12);

  amend (attempt, 0, 0);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_first_score (attempt)), 40, 1e-12);

  g_assert_finalize_object (g_steal_pointer (&attempt));
}

/* Without a score, an amendment is about something that was said; its first amendment has its first words. */
static void
test_amended_feedback (void)
{
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "low", 40.0, "high", 40.0, NULL);
  g_autoptr(KlRecord) first
    = g_object_new (KL_TYPE_AMENDMENT, "position", (gint64) 1, "item", "a", "text", "Frist", NULL);
  g_autoptr(KlRecord) other
    = g_object_new (KL_TYPE_AMENDMENT, "position", (gint64) 2, "item", "b", "wrong", "x", "right", "y", NULL);
  g_autoptr(KlRecord) second
    = g_object_new (KL_TYPE_AMENDMENT, "position", (gint64) 3, "item", "a", "text", "First", NULL);
  g_autoptr(KlAmendment) found = NULL;

  kl_record_append (KL_RECORD (attempt), first);
  kl_record_append (KL_RECORD (attempt), other);
  kl_record_append (KL_RECORD (attempt), second);
  g_assert_false (kl_attempt_has_other_score (attempt));
  g_assert_cmpfloat_with_epsilon (kl_score_get_value (kl_attempt_get_score (attempt)), 40, 1e-12);

  found = kl_attempt_dup_first_amendment (attempt, "a");
  g_assert_cmpstr (kl_amendment_get_text (found), ==, "Frist");
  g_assert_null (kl_attempt_dup_first_amendment (attempt, "c"));

  amend (attempt, 60, 60);
  g_assert_true (kl_attempt_has_other_score (attempt));
}

static void
test_not_assessed (void)
{
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, NULL);

  g_assert_false (kl_score_is_set (kl_attempt_get_score (attempt)));
  amend (attempt, 30, 30);
  g_assert_true (kl_score_is_set (kl_attempt_get_score (attempt)));
  g_assert_false (kl_score_is_set (kl_attempt_get_first_score (attempt)));

  g_assert_finalize_object (g_steal_pointer (&attempt));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attempt/compare", test_compare);
  g_test_add_func ("/attempt/amended-score", test_amended_score);
  g_test_add_func ("/attempt/amended-feedback", test_amended_feedback);
  g_test_add_func ("/attempt/not-assessed", test_not_assessed);

  return g_test_run ();
}
