/* test-verdict-tally.c: the verdicts of a draft, and their mean */

#include "config.h"

#include "model/kl-point.h"
#include "model/kl-verdict-tally.h"

#include <math.h>

static GListModel *
new_points (guint n_points)
{
  GListStore *points = g_list_store_new (KL_TYPE_POINT);

  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "id", id, NULL);

      g_list_store_append (points, point);
    }
  return G_LIST_MODEL (points);
}

static void
test_mean (void)
{
  g_autoptr(GListModel) points = new_points (4);
  g_autoptr(KlVerdictTally) tally = kl_verdict_tally_new (NULL);
  guint n_set = 9;

  g_assert_true (isnan (kl_verdict_tally_mean (tally, points, &n_set)));
  g_assert_cmpuint (n_set, ==, 0);

  g_assert_true (kl_verdict_tally_set (tally, "p0", KL_VERDICT_COVERED));
  g_assert_false (kl_verdict_tally_set (tally, "p0", KL_VERDICT_COVERED));
  g_assert_cmpfloat_with_epsilon (kl_verdict_tally_mean (tally, points, &n_set), 100, 1e-9);
  g_assert_true (kl_verdict_tally_set (tally, "p1", KL_VERDICT_PARTLY));
  g_assert_cmpfloat_with_epsilon (kl_verdict_tally_mean (tally, points, &n_set), 75, 1e-9);
  g_assert_true (kl_verdict_tally_set (tally, "p2", KL_VERDICT_MISSED));
  g_assert_cmpfloat_with_epsilon (kl_verdict_tally_mean (tally, points, &n_set), 50, 1e-9);
  g_assert_cmpuint (n_set, ==, 3);

  /* A point that is gone does not count. */
  g_assert_true (kl_verdict_tally_set (tally, "gone", KL_VERDICT_COVERED));
  g_assert_cmpfloat_with_epsilon (kl_verdict_tally_mean (tally, points, &n_set), 50, 1e-9);
  g_assert_true (kl_verdict_tally_set (tally, "p2", KL_VERDICT_UNSET));
  g_assert_cmpfloat_with_epsilon (kl_verdict_tally_mean (tally, points, &n_set), 75, 1e-9);
}

static void
test_text (void)
{
  g_autoptr(KlVerdictTally) tally = kl_verdict_tally_new ("b missed\n\n a covered \nc unheard-of\nlonely\nd unset\n");
  g_autoptr(KlVerdictTally) again = NULL;
  g_autofree char *text = kl_verdict_tally_format (tally);
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (text, ==, "a covered\nb missed");
  g_assert_cmpint (kl_verdict_tally_get (tally, "c"), ==, KL_VERDICT_UNSET);
  again = kl_verdict_tally_new (text);
  g_assert_cmpint (kl_verdict_tally_get (again, "b"), ==, KL_VERDICT_MISSED);

  g_assert_true (kl_verdict_tally_set (again, "a", KL_VERDICT_UNSET));
  g_assert_true (kl_verdict_tally_set (again, "b", KL_VERDICT_UNSET));
  nothing = kl_verdict_tally_format (again);
  g_assert_null (nothing);
  g_assert_finalize_object (g_steal_pointer (&again));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict-tally/mean", test_mean);
  g_test_add_func ("/verdict-tally/text", test_text);
  return g_test_run ();
}
