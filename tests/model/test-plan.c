/* test-plan.c: which band a score falls into, and which subject has an id */

#include "config.h"

#include "model/kl-band.h"
#include "model/kl-plan.h"
#include "model/kl-subject.h"

#include <math.h>

static void
add_band (KlPlan     *plan,
          const char *name,
          double      low,
          double      high)
{
  g_autoptr(KlRecord) band = g_object_new (KL_TYPE_BAND, "name", name, "low", low, "high", high, NULL);

  kl_record_append (KL_RECORD (plan), band);
}

/* As people write them: whole numbers, in no particular order, with a gap between each and the next. */
static KlPlan *
new_plan (void)
{
  KlPlan *plan = g_object_new (KL_TYPE_PLAN, NULL);

  add_band (plan, "Good", 70, 89);
  add_band (plan, "Strong", 90, 100);
  add_band (plan, "Fair", 50, 69);
  return plan;
}

static void
assert_band (KlPlan     *plan,
             double      score,
             const char *name)
{
  KlBand *band = kl_plan_find_band (plan, score);

  g_assert_cmpstr (band != NULL ? kl_band_get_name (band) : NULL, ==, name);
}

static void
test_find_band (void)
{
  g_autoptr(KlPlan) plan = new_plan ();

  assert_band (plan, 100, "Strong");
  assert_band (plan, 90, "Strong");
  assert_band (plan, 89.5, "Good");
  assert_band (plan, 89, "Good");
  assert_band (plan, 70, "Good");
  assert_band (plan, 69.999, "Fair");
  assert_band (plan, 50, "Fair");
  assert_band (plan, 49.9, NULL);
  assert_band (plan, 0, NULL);
  assert_band (plan, (double) NAN, NULL);

  g_assert_finalize_object (g_steal_pointer (&plan));
}

static void
test_no_bands (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);

  assert_band (plan, 50, NULL);
  assert_band (plan, (double) NAN, NULL);

  /* A band without limits has no scores. */
  add_band (plan, "Some", (double) NAN, (double) NAN);
  assert_band (plan, 50, NULL);

  g_assert_finalize_object (g_steal_pointer (&plan));
}

static void
test_find_subject (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "id", "pods", NULL);

  kl_record_append (KL_RECORD (plan), KL_RECORD (subject));
  g_assert_true (kl_plan_find_subject (plan, "pods") == subject);
  g_assert_null (kl_plan_find_subject (plan, "services"));
  g_assert_null (kl_plan_find_subject (plan, NULL));

  g_assert_finalize_object (g_steal_pointer (&plan));
  g_assert_finalize_object (g_steal_pointer (&subject));
}

/* The ranges name fields of the plan, each the one that kl_plan_get_wish() reads. */
static void
test_wishes (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);

  for (guint wish = 0; wish < KL_N_WISHES; wish++)
    {
      const KlWishRange *range = kl_wish_get_range (wish);
      double said;

      g_assert_true (kl_wish_find_range (range->field) == range);
      g_assert_true (kl_wish_range_contains (range, range->usual));
      g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, wish), range->usual, 1e-12);
      g_assert_false (kl_plan_has_impossible_wish (plan, wish, NULL));

      g_object_set (plan, range->field, range->low, NULL);
      g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, wish), range->low, 1e-12);
      g_object_set (plan, range->field, range->high, NULL);
      g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, wish), range->high, 1e-12);
      g_assert_false (kl_plan_has_impossible_wish (plan, wish, NULL));

      g_object_set (plan, range->field, range->high * 1.01 + 0.01, NULL);
      g_assert_cmpfloat_with_epsilon (kl_plan_get_wish (plan, wish), range->usual, 1e-12);
      g_assert_true (kl_plan_has_impossible_wish (plan, wish, &said));
      g_assert_cmpfloat_with_epsilon (said, range->high * 1.01 + 0.01, 1e-12);
      g_object_set (plan, range->field, (double) NAN, NULL);
      g_assert_false (kl_plan_has_impossible_wish (plan, wish, NULL));
    }
  g_assert_null (kl_wish_find_range ("title"));

  g_object_set (plan, "daily", 2.5, NULL);
  g_assert_true (kl_plan_has_impossible_wish (plan, KL_WISH_DAILY, NULL));
  g_assert_finalize_object (g_steal_pointer (&plan));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/find-band", test_find_band);
  g_test_add_func ("/plan/no-bands", test_no_bands);
  g_test_add_func ("/plan/find-subject", test_find_subject);

  g_test_add_func ("/plan/wishes", test_wishes);
  return g_test_run ();
}
