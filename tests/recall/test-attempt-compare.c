/* test-attempt-compare.c: what turned from missed to covered */

#include "config.h"

#include "model/kl-verdict.h"
#include "recall/kl-attempt-compare.h"

static void
append_verdict (KlAttempt      *attempt,
                const char     *point,
                const char     *text,
                KlVerdictValue  value)
{
  g_autoptr(KlVerdict) verdict = g_object_new (KL_TYPE_VERDICT, "point", point, "text", text, "value", value, NULL);

  kl_record_append (KL_RECORD (attempt), KL_RECORD (verdict));
}

static void
test_turned (void)
{
  g_autoptr(KlAttempt) earlier = g_object_new (KL_TYPE_ATTEMPT, NULL);
  g_autoptr(KlAttempt) later = g_object_new (KL_TYPE_ATTEMPT, NULL);
  g_autoptr(GPtrArray) turned = NULL;

  append_verdict (earlier, "a", "A", KL_VERDICT_MISSED);
  append_verdict (earlier, "b", "B", KL_VERDICT_COVERED);
  append_verdict (earlier, NULL, "C", KL_VERDICT_MISSED);
  append_verdict (earlier, "d", "D", KL_VERDICT_MISSED);
  append_verdict (later, "a", "A, reworded", KL_VERDICT_COVERED);
  append_verdict (later, "b", "B", KL_VERDICT_COVERED);
  append_verdict (later, NULL, "C", KL_VERDICT_COVERED);
  append_verdict (later, "d", "D", KL_VERDICT_PARTLY);
  append_verdict (later, "e", "E", KL_VERDICT_COVERED);

  turned = kl_attempt_compare_list_turned (earlier, later);
  g_assert_cmpuint (turned->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (turned, 0), ==, "A, reworded");
  g_assert_cmpstr (g_ptr_array_index (turned, 1), ==, "C");
}

/* Where nobody judged the points, nothing is said about them. */
static void
test_text (void)
{
  g_autoptr(KlAttempt) earlier = g_object_new (KL_TYPE_ATTEMPT, NULL);
  g_autoptr(KlAttempt) later = g_object_new (KL_TYPE_ATTEMPT, NULL);
  g_autofree char *text = NULL;
  g_autofree char *backwards = NULL;

  append_verdict (earlier, "a", "A", KL_VERDICT_MISSED);
  append_verdict (later, "b", "B", KL_VERDICT_UNSET);
  g_assert_null (kl_attempt_compare_to_text (earlier, later));
  append_verdict (later, "a", "A", KL_VERDICT_COVERED);
  text = kl_attempt_compare_to_text (earlier, later);
  g_assert_cmpstr (text, ==, "Covered now, and not then:\n✓ A");
  backwards = kl_attempt_compare_to_text (later, earlier);
  g_assert_cmpstr (backwards, ==, "No point turned from missed to covered.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attempt-compare/turned", test_turned);
  g_test_add_func ("/attempt-compare/text", test_text);
  return g_test_run ();
}
