/* test-suggestions.c: what is suggested for an explanation, kept up to date */

#include "config.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"
#include "recall/kl-correction-check.h"
#include "recall/kl-text-places.h"
#include "ui/review/kl-suggestions.h"

#define EXPLANATION "Parity is the XOR of all blocks of a stripe. A mirror keeps two copies of each block."

typedef struct
{
  KlPlan *plan;
  KlSubject *subject;
  KlSuggestions *suggestions;
  guint n_changes;
} Fixture;

static KlPoint *
add_point (Fixture    *fixture,
           const char *id,
           const char *text)
{
  g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "id", id, "text", text, NULL);

  kl_record_append (KL_RECORD (fixture->subject), KL_RECORD (point));
  return point; /* The subject keeps it alive. */
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->plan = g_object_new (KL_TYPE_PLAN, "language", "en", NULL);
  fixture->subject = g_object_new (KL_TYPE_SUBJECT, "title", "RAID Levels", NULL);
  add_point (fixture, "parity", "Parity is the XOR of a stripe");
  add_point (fixture, "spare", "A hot spare waits for a failure");
  fixture->suggestions = kl_suggestions_new (fixture->plan, fixture->subject);
  g_signal_connect_swapped (fixture->suggestions, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  /* A thread that is done may hold them a little longer. */
  while (g_atomic_int_get (&G_OBJECT (fixture->suggestions)->ref_count) > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
  g_assert_finalize_object (fixture->suggestions);
  g_assert_finalize_object (fixture->subject);
  g_assert_finalize_object (fixture->plan);
}

static KlVerdictValue
get_verdict (Fixture    *fixture,
             const char *id)
{
  return kl_verdict_tally_get (kl_suggestions_get_tally (fixture->suggestions), id);
}

static void
wait (Fixture *fixture)
{
  /* First it begins. */
  while (!kl_suggestions_get_reading (fixture->suggestions))
    g_main_context_iteration (NULL, TRUE);
  while (kl_suggestions_get_reading (fixture->suggestions))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reading (Fixture       *fixture,
              gconstpointer  user_data)
{
  const GArray *places;

  g_assert_cmpint (get_verdict (fixture, "parity"), ==, KL_VERDICT_UNSET);
  kl_suggestions_read (fixture->suggestions, EXPLANATION);
  g_assert_cmpint (get_verdict (fixture, "parity"), ==, KL_VERDICT_UNSET);
  wait (fixture);
  g_assert_cmpint (get_verdict (fixture, "parity"), ==, KL_VERDICT_COVERED);
  g_assert_cmpint (get_verdict (fixture, "spare"), ==, KL_VERDICT_MISSED);
  places = kl_suggestions_peek_places (fixture->suggestions, "parity");
  g_assert_true (kl_text_places_contain (places, 1));
  g_assert_false (kl_text_places_contain (places, 50));
  g_assert_cmpstr (kl_suggestions_find_point (fixture->suggestions, 1, NULL), ==, "parity");
  g_assert_null (kl_suggestions_find_point (fixture->suggestions, 50, NULL));

  /* The same words are not read again. */
  kl_suggestions_read (fixture->suggestions, EXPLANATION);
  g_assert_false (kl_suggestions_get_reading (fixture->suggestions));
}

static void
test_points_change (Fixture       *fixture,
                    gconstpointer  user_data)
{
  KlPoint *mirror;

  kl_suggestions_read (fixture->suggestions, EXPLANATION);
  wait (fixture);
  mirror = add_point (fixture, "mirror", "A mirror keeps two copies");
  g_assert_cmpint (get_verdict (fixture, "mirror"), ==, KL_VERDICT_UNSET);
  g_assert_cmpint (get_verdict (fixture, "parity"), ==, KL_VERDICT_COVERED);
  wait (fixture);
  g_assert_cmpint (get_verdict (fixture, "mirror"), ==, KL_VERDICT_COVERED);

  /* What was suggested was about other words. */
  g_object_set (mirror, "text", "Snapshots share subtrees", NULL);
  g_assert_cmpint (get_verdict (fixture, "mirror"), ==, KL_VERDICT_UNSET);
  g_assert_null (kl_suggestions_peek_point (fixture->suggestions, "mirror"));
  g_assert_cmpint (get_verdict (fixture, "parity"), ==, KL_VERDICT_COVERED);
  wait (fixture);
  g_assert_cmpint (get_verdict (fixture, "mirror"), ==, KL_VERDICT_MISSED);
}

static void
test_several_points_in_one_place (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  add_point (fixture, "again", "Parity is the XOR of a stripe");
  kl_suggestions_read (fixture->suggestions, EXPLANATION);
  wait (fixture);
  g_assert_cmpstr (kl_suggestions_find_point (fixture->suggestions, 1, NULL), ==, "parity");
  g_assert_cmpstr (kl_suggestions_find_point (fixture->suggestions, 1, "parity"), ==, "again");
  g_assert_cmpstr (kl_suggestions_find_point (fixture->suggestions, 1, "again"), ==, "parity");
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  user_data)
{
  kl_suggestions_read (fixture->suggestions, EXPLANATION);
  while (!kl_suggestions_get_reading (fixture->suggestions))
    g_main_context_iteration (NULL, TRUE);
  fixture->n_changes = 0;
  kl_suggestions_stop (fixture->suggestions);
  g_assert_false (kl_suggestions_get_reading (fixture->suggestions));
  add_point (fixture, "mirror", "A mirror keeps two copies");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_false (kl_suggestions_get_reading (fixture->suggestions));
  g_assert_cmpint (get_verdict (fixture, "parity"), ==, KL_VERDICT_UNSET);
}

static void
add_correction (KlAttempt  *attempt,
                const char *wrong,
                const char *right)
{
  g_autoptr(KlFeedback) item
    = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_CORRECTION, "wrong", wrong, "right", right, NULL);

  kl_record_append (KL_RECORD (attempt), KL_RECORD (item));
}

static void
test_corrections (Fixture       *fixture,
                  gconstpointer  user_data)
{
  static const char *const wrongs[] = { "A mirror keeps two copies of each block", "Parity is a sum of all blocks" };
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, NULL);
  GListModel *checks = kl_suggestions_get_checks (fixture->suggestions);
  g_autoptr(KlCorrectionCheck) first = NULL;
  g_autoptr(KlCorrectionCheck) last = NULL;

  add_correction (attempt, "The moon is a disk drive", "A tape is wound on reels");
  add_correction (attempt, wrongs[1], "Parity is the XOR of all blocks of a stripe");
  add_correction (attempt, wrongs[0], "Three controllers vote by quorum");
  add_correction (attempt, wrongs[0], "Three controllers vote by quorum");
  kl_record_append (KL_RECORD (fixture->subject), KL_RECORD (attempt));
  kl_suggestions_read (fixture->suggestions, EXPLANATION);
  wait (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (checks), ==, 3);
  first = g_list_model_get_item (checks, 0);
  g_assert_cmpint (kl_correction_check_get_side (first), ==, KL_SIDE_WRONG);
  g_assert_cmpstr (kl_correction_check_get_wrong (first), ==, wrongs[0]);
  g_assert_cmpuint (kl_correction_check_get_places (first)->len, ==, 1);
  last = g_list_model_get_item (checks, 2);
  g_assert_cmpint (kl_correction_check_get_side (last), ==, KL_SIDE_NEITHER);
}

#define ADD(name, test) g_test_add ("/suggestions/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reading", test_reading);
  ADD ("points-change", test_points_change);
  ADD ("several-points-in-one-place", test_several_points_in_one_place);
  ADD ("stop", test_stop);
  ADD ("corrections", test_corrections);
  return g_test_run ();
}
