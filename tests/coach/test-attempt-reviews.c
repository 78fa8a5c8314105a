/* test-attempt-reviews.c: which attempts count for the schedule, and as what */

#include "config.h"

#include "coach/kl-attempt-reviews.h"
#include "coach/kl-day-number.h"
#include "model/kl-attempt.h"
#include "model/kl-study-session.h"

#include <math.h>

typedef struct
{
  GListStore *attempts;
  GListStore *sessions;
  GTimeZone *zone;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  self->sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  self->zone = g_time_zone_new_identifier ("Europe/Berlin");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->attempts);
  g_assert_finalize_object (self->sessions);
  g_time_zone_unref (self->zone);
}

static KlAttempt *
add_attempt (Fixture    *self,
             const char *date,
             gint64      number,
             double      low,
             double      high)
{
  g_autoptr(KlAttempt) attempt
    = g_object_new (KL_TYPE_ATTEMPT, "date", date, "number", number, "low", low, "high", high, NULL);

  g_list_store_append (self->attempts, attempt);
  return attempt;
}

static void
add_session (Fixture       *self,
             KlSessionKind  kind,
             const char    *started)
{
  g_autoptr(KlStudySession) session = g_object_new (KL_TYPE_STUDY_SESSION, "kind", kind, "started", started, NULL);

  g_list_store_append (self->sessions, session);
}

static GArray *
get_reviews (Fixture *self)
{
  return kl_attempt_reviews_new (G_LIST_MODEL (self->attempts), G_LIST_MODEL (self->sessions), self->zone,
                                 KL_DAY_NUMBER_ROLLOVER);
}

static void
assert_review (GArray     *reviews,
               guint       index,
               const char *date,
               gint64      number,
               double      percent,
               gboolean    restudied)
{
  const KlReview *review = &g_array_index (reviews, KlReview, index);
  g_autofree char *day = NULL;

  g_assert_cmpuint (index, <, reviews->len);
  day = kl_day_number_format (review->day);
  g_assert_cmpstr (day, ==, date);
  g_assert_cmpint (review->number, ==, number);
  g_assert_cmpint (review->grade.rating, ==, KL_RATING_NONE);
  g_assert_cmpfloat_with_epsilon (review->grade.recall * 100, percent, 1e-9);
  g_assert_cmpint (review->restudied, ==, restudied);
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;

  add_attempt (self, "2025-10-12T03:00:00+02:00", 3, 30, 30);
  add_attempt (self, "2025-10-10", 4, 40, 40);
  add_attempt (self, "2025-10-11", 2, 20, 20);
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 3);
  assert_review (reviews, 0, "2025-10-10", 4, 40, FALSE);
  assert_review (reviews, 1, "2025-10-11", 2, 20, FALSE);
  /* Three in the morning is still the evening before. */
  assert_review (reviews, 2, "2025-10-11", 3, 30, FALSE);
}

static void
test_what_counts (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;
  KlAttempt *assisted = add_attempt (self, "2025-10-01", 1, 100, 100);

  g_object_set (assisted, "assisted", TRUE, NULL);
  add_attempt (self, "2025-10-02", 2, (double) NAN, (double) NAN);
  add_attempt (self, NULL, 3, 50, 50);
  add_attempt (self, "2025-10-04", 4, 70, 79);
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 1);
  assert_review (reviews, 0, "2025-10-04", 4, 74.5, FALSE);
}

static void
test_amended (Fixture       *self,
              gconstpointer  data)
{
  const double amended[][2]
    = { { 60, 60 }, { (double) NAN, (double) NAN }, { 70, 80 }, { (double) NAN, (double) NAN } };
  KlAttempt *attempt = add_attempt (self, "2025-10-01", 1, 40, 40);
  g_autoptr(GArray) reviews = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (amended); i++)
    {
      g_autoptr(KlRecord) amendment
        = g_object_new (KL_TYPE_AMENDMENT, "low", amended[i][0], "high", amended[i][1], NULL);

      kl_record_append (KL_RECORD (attempt), amendment);
    }
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 1);
  assert_review (reviews, 0, "2025-10-01", 1, 75, FALSE);
}

static void
test_restudied (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;
  g_autoptr(GArray) without = NULL;
  KlAttempt *assisted;

  add_attempt (self, "2025-10-01T18:00:00+02:00", 1, 50, 50);
  add_attempt (self, "2025-10-05T18:00:00+02:00", 2, 50, 50);
  assisted = add_attempt (self, "2025-10-05T19:00:00+02:00", 3, 50, 50);
  g_object_set (assisted, "assisted", TRUE, NULL);
  add_attempt (self, "2025-10-09T18:00:00+02:00", 4, 50, 50);

  /* Before the first it is not a restudy of anything; one after an assisted attempt is of the attempt before. */
  add_session (self, KL_SESSION_DEEP_DIVE, "2025-10-01T15:00:00+02:00");
  add_session (self, KL_SESSION_DEEP_DIVE, "2025-10-05T18:00:00Z");
  add_session (self, KL_SESSION_DEEP_DIVE, NULL);
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 3);
  assert_review (reviews, 0, "2025-10-01", 1, 50, FALSE);
  assert_review (reviews, 1, "2025-10-05", 2, 50, TRUE);
  assert_review (reviews, 2, "2025-10-09", 4, 50, FALSE);

  without = kl_attempt_reviews_new (G_LIST_MODEL (self->attempts), NULL, self->zone, KL_DAY_NUMBER_ROLLOVER);
  assert_review (without, 1, "2025-10-05", 2, 50, FALSE);
}

/* Of an attempt without a time it is not known what came before it on its day. */
static void
test_restudied_on_the_day (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(GArray) after_dive = NULL;
  g_autoptr(GArray) after_restudy = NULL;

  add_attempt (self, "2025-10-01", 1, 50, 50);
  add_session (self, KL_SESSION_DEEP_DIVE, "2025-10-01T15:00:00+02:00");
  after_dive = get_reviews (self);
  assert_review (after_dive, 0, "2025-10-01", 1, 50, FALSE);

  add_session (self, KL_SESSION_RESTUDY, "2025-10-01T16:00:00+02:00");
  after_restudy = get_reviews (self);
  assert_review (after_restudy, 0, "2025-10-01", 1, 50, TRUE);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/attempt-reviews/order", test_order);
  ADD ("/attempt-reviews/what-counts", test_what_counts);
  ADD ("/attempt-reviews/amended", test_amended);
  ADD ("/attempt-reviews/restudied", test_restudied);
  ADD ("/attempt-reviews/restudied-on-the-day", test_restudied_on_the_day);

  return g_test_run ();
}
