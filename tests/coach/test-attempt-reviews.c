/* test-attempt-reviews.c: which attempts count for the schedule, and as what */

#include "config.h"

#include "coach/kl-attempt-reviews.h"
#include "coach/kl-day-number.h"

#include "model/kl-score.h"

#include <math.h>

typedef struct
{
  GArray *attempts;
  GArray *sessions;
  GTimeZone *zone;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->attempts = g_array_new (FALSE, FALSE, sizeof (KlAttemptFacts));
  self->sessions = g_array_new (FALSE, FALSE, sizeof (KlSessionFacts));
  self->zone = g_time_zone_new_identifier ("Europe/Berlin");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_array_unref (self->attempts);
  g_array_unref (self->sessions);
  g_time_zone_unref (self->zone);
}

static void
parse (const char *text,
       KlIsoDate  *date)
{
  if (text != NULL)
    g_assert_true (kl_iso_date_parse (text, date));
}

static void
add_attempt (Fixture    *self,
             const char *date,
             gint64      number,
             double      low,
             double      high,
             gboolean    assisted)
{
  KlAttemptFacts attempt
    = { .number = number, .score = kl_score_get_value ((KlScore) { low, high }), .assisted = assisted };

  parse (date, &attempt.date);
  g_array_append_val (self->attempts, attempt);
}

static void
add_session (Fixture       *self,
             KlSessionKind  kind,
             const char    *started)
{
  KlSessionFacts session = { .kind = kind };

  parse (started, &session.started);
  g_array_append_val (self->sessions, session);
}

static GArray *
get_reviews (Fixture *self)
{
  g_autoptr(KlLearningCalendar) calendar = kl_learning_calendar_new (self->zone, KL_DAY_NUMBER_ROLLOVER);
  GArray *reviews = g_array_new (FALSE, FALSE, sizeof (KlReview));
  const KlReview before = { 0 };

  /* What an array was used for before is not in the way. */
  g_array_append_val (reviews, before);
  kl_attempt_reviews_read (reviews, (const KlAttemptFacts *) (gconstpointer) self->attempts->data, self->attempts->len,
                           (const KlSessionFacts *) (gconstpointer) self->sessions->data, self->sessions->len,
                           calendar);
  return reviews;
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
  day = kl_iso_date_format_day (review->day);
  g_assert_cmpstr (day, ==, date);
  g_assert_cmpint (review->number, ==, number);
  g_assert_cmpint (review->grade.rating, ==, KL_RATING_NONE);
  g_assert_cmpfloat_with_epsilon (review->grade.recall * 100, percent, 1e-9);
  g_assert_cmpint (review->restudied, ==, restudied);
}

/* The day that is written decides, then the number, as everywhere attempts are listed. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;

  add_attempt (self, "2025-10-12T03:00:00+02:00", 1, 30, 30, FALSE);
  add_attempt (self, "2025-10-10", 4, 40, 40, FALSE);
  add_attempt (self, "2025-10-11", 5, 50, 50, FALSE);
  add_attempt (self, "2025-10-11T23:00:00+02:00", 3, 20, 20, FALSE);
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 4);
  assert_review (reviews, 0, "2025-10-10", 4, 40, FALSE);
  assert_review (reviews, 1, "2025-10-11", 3, 20, FALSE);
  assert_review (reviews, 2, "2025-10-11", 5, 50, FALSE);
  /* Three in the morning is still the evening before. */
  assert_review (reviews, 3, "2025-10-11", 1, 30, FALSE);
}

static void
test_what_counts (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;

  add_attempt (self, "2025-10-01", 1, 100, 100, TRUE);
  add_attempt (self, "2025-10-02", 2, (double) NAN, (double) NAN, FALSE);
  add_attempt (self, NULL, 3, 50, 50, FALSE);
  add_attempt (self, "2025-10-04", 4, 70, 79, FALSE);
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 1);
  assert_review (reviews, 0, "2025-10-04", 4, 74.5, FALSE);
}

static void
test_restudied (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;
  g_autoptr(GArray) without = NULL;

  add_attempt (self, "2025-10-01T18:00:00+02:00", 1, 50, 50, FALSE);
  add_attempt (self, "2025-10-05T18:00:00+02:00", 2, 50, 50, FALSE);
  add_attempt (self, "2025-10-05T19:00:00+02:00", 3, 50, 50, TRUE);
  add_attempt (self, "2025-10-09T18:00:00+02:00", 4, 50, 50, FALSE);
  without = get_reviews (self);
  assert_review (without, 1, "2025-10-05", 2, 50, FALSE);

  /* Before the first it is not a restudy of anything; one after an assisted attempt is of the attempt before. */
  add_session (self, KL_SESSION_DEEP_DIVE, "2025-10-01T15:00:00+02:00");
  add_session (self, KL_SESSION_DEEP_DIVE, "2025-10-05T18:00:00Z");
  add_session (self, KL_SESSION_DEEP_DIVE, NULL);
  reviews = get_reviews (self);

  g_assert_cmpuint (reviews->len, ==, 3);
  assert_review (reviews, 0, "2025-10-01", 1, 50, FALSE);
  assert_review (reviews, 1, "2025-10-05", 2, 50, TRUE);
  assert_review (reviews, 2, "2025-10-09", 4, 50, FALSE);
}

/* What began in the second in which an attempt was recorded followed it; of two of one moment, the later. */
static void
test_restudied_at_once (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GArray) reviews = NULL;

  add_attempt (self, "2025-10-01T18:00:00+02:00", 2, 50, 50, FALSE);
  add_attempt (self, "2025-10-01T16:00:00Z", 1, 40, 40, FALSE);
  add_attempt (self, "2025-10-01T18:00:01+02:00", 3, 60, 60, FALSE);
  add_session (self, KL_SESSION_DEEP_DIVE, "2025-10-01T18:00:00+02:00");
  reviews = get_reviews (self);

  assert_review (reviews, 0, "2025-10-01", 1, 40, FALSE);
  assert_review (reviews, 1, "2025-10-01", 2, 50, TRUE);
  assert_review (reviews, 2, "2025-10-01", 3, 60, FALSE);
}

/* Of an attempt without a time it is not known what came before it on its day. */
static void
test_restudied_on_the_day (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(GArray) after_dive = NULL;
  g_autoptr(GArray) after_restudy = NULL;

  add_attempt (self, "2025-10-01", 1, 50, 50, FALSE);
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
  ADD ("/attempt-reviews/restudied", test_restudied);
  ADD ("/attempt-reviews/restudied-at-once", test_restudied_at_once);
  ADD ("/attempt-reviews/restudied-on-the-day", test_restudied_on_the_day);

  return g_test_run ();
}
