/* test-suggested-score.c: the score that verdicts lead to */

#include "config.h"

#include "model/kl-point.h"
#include "recall/kl-suggested-score.h"

#include <math.h>

static GListModel *
create_points (guint n_points)
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
check (guint       n_points,
       const char *given,
       const char *suggested,
       double      offset,
       double      score,
       const char *text)
{
  g_autoptr(GListModel) points = create_points (n_points);
  g_autoptr(KlVerdictTally) given_tally = kl_verdict_tally_new (given);
  g_autoptr(KlVerdictTally) suggested_tally = suggested != NULL ? kl_verdict_tally_new (suggested) : NULL;
  g_autofree char *found = NULL;
  KlSuggestedScore self;

  kl_suggested_score_init (&self, given_tally, suggested_tally, points, offset);
  found = kl_suggested_score_to_text (&self);
  if (isnan (score))
    g_assert_true (isnan (self.score));
  else
    g_assert_cmpfloat_with_epsilon (self.score, score, 1e-9);
  g_assert_cmpstr (found, ==, text);
}

static void
test_none (void)
{
  check (0, NULL, "p0 covered", 10, (double) NAN, NULL);
  check (3, NULL, NULL, 10, (double) NAN, NULL);
  check (3, "gone covered", "gone missed", 0, (double) NAN, NULL);
}

static void
test_suggested (void)
{
  check (7, NULL, "p0 covered\np1 covered\np2 covered\np3 covered\np4 partly\np5 partly\np6 missed", 0, 71,
         "Suggested: 71 %: 4 covered, 2 partly, 1 missed");
  check (2, NULL, "p1 missed", 0, 0, "Suggested: 0 %: 1 missed");
}

static void
test_given_goes_before_suggested (void)
{
  check (2, "p0 covered\np1 partly", "p0 missed\np1 missed", 9, 75,
         "Mean over 2 of 2 points: 75 %: 1 covered, 1 partly");
  check (4, "p0 covered", "p0 missed\np1 missed\np2 covered", 0, 67,
         "Mean over 3 of 4 points: 67 %: 2 covered, 1 missed; 2 of these are only suggested");
}

static void
test_offset (void)
{
  check (2, NULL, "p0 covered\np1 missed", 4, 54,
         "Suggested: 54 %: 1 covered, 1 missed; and 4 points more, as you usually give");
  check (2, NULL, "p0 covered\np1 missed", -1, 49,
         "Suggested: 49 %: 1 covered, 1 missed; and 1 point less, as you usually give");
  /* As much of it as is only suggested. */
  check (2, "p0 covered", "p0 covered\np1 missed", 8, 54,
         "Mean over 2 of 2 points: 54 %: 1 covered, 1 missed; 1 of these is only suggested; and 4 points more, as you "
         "usually give");
  /* The sentence tells what was added, not what there was no room for. */
  check (1, NULL, "p0 covered", 8, 100, "Suggested: 100 %: 1 covered");
  check (1, NULL, "p0 missed", -8, 0, "Suggested: 0 %: 1 missed");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggested-score/none", test_none);
  g_test_add_func ("/suggested-score/suggested", test_suggested);
  g_test_add_func ("/suggested-score/given-goes-before-suggested", test_given_goes_before_suggested);
  g_test_add_func ("/suggested-score/offset", test_offset);
  return g_test_run ();
}
