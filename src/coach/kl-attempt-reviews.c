/* kl-attempt-reviews.c: which of the attempts at a subject count for its schedule, and as what */

#include "config.h"

#include "kl-attempt-reviews.h"

#include <math.h>

#include "kl-day-number.h"

/* A moment, or a day of which no more is known. */
typedef struct
{
  gint64 day;
  gint64 second; /* of Unix time, or KL_DAY_NUMBER_NO_TIME */
} Moment;

/* A deep dive of the same day may have come before an explanation of which only the day is known; a restudy is of what
 * was missed in it. */
static gboolean
is_after (const Moment  *session,
          KlSessionKind  kind,
          const Moment  *attempt)
{
  if (session->second != KL_DAY_NUMBER_NO_TIME && attempt->second != KL_DAY_NUMBER_NO_TIME)
    return session->second >= attempt->second;
  return session->day > attempt->day || (session->day == attempt->day && kind == KL_SESSION_RESTUDY);
}

/* An assisted attempt does not move the schedule; without a score or a day there is nothing to move it by. */
static gboolean
read_attempt (const KlAttemptFacts *attempt,
              KlLearningCalendar   *calendar,
              KlReview             *review,
              Moment               *moment)
{
  if (attempt->assisted || isnan (attempt->score) || attempt->date.day == 0)
    return FALSE;

  moment->day = kl_learning_calendar_get_day (calendar, &attempt->date, &moment->second);
  *review = (KlReview) {
    .written_day = attempt->date.day,
    .number = attempt->number,
    .day = moment->day,
    .grade = kl_grade_for_score (attempt->score),
  };
  return TRUE;
}

/* The session followed the last attempt that was before it. */
static void
mark_restudied (GArray               *reviews,
                const GArray         *moments,
                const KlSessionFacts *session,
                KlLearningCalendar   *calendar)
{
  KlReview *last = NULL;
  Moment moment;

  if (session->started.day == 0)
    return;

  moment.day = kl_learning_calendar_get_day (calendar, &session->started, &moment.second);
  for (guint i = 0; i < reviews->len; i++)
    {
      KlReview *review = &g_array_index (reviews, KlReview, i);

      if (is_after (&moment, session->kind, &g_array_index (moments, Moment, i))
          && (last == NULL || kl_review_compare (last, review) < 0))
        last = review;
    }
  if (last != NULL)
    last->restudied = TRUE;
}

/**
 * kl_attempt_reviews_read:
 * @reviews: (element-type KlReview): becomes those attempts that count, in order; what it held is gone
 * @attempts: (array length=n_attempts): the attempts at one subject, in any order
 * @n_attempts: how many
 * @sessions: (array length=n_sessions): when it was studied
 * @n_sessions: how many
 * @calendar: says which day of learning a date is
 *
 * Assisted attempts do not count, nor do those without a score or without a date. Of a range the midpoint counts. An
 * attempt is restudied where a deep dive or a restudy began after it and before the next that counts.
 */
void
kl_attempt_reviews_read (GArray               *reviews,
                         const KlAttemptFacts *attempts,
                         gsize                 n_attempts,
                         const KlSessionFacts *sessions,
                         gsize                 n_sessions,
                         KlLearningCalendar   *calendar)
{
  /* Most subjects were never studied in a session. */
  g_autoptr(GArray) moments = n_sessions > 0 ? g_array_new (FALSE, FALSE, sizeof (Moment)) : NULL;

  g_array_set_size (reviews, 0);
  for (gsize i = 0; i < n_attempts; i++)
    {
      KlReview review;
      Moment moment;

      if (!read_attempt (&attempts[i], calendar, &review, &moment))
        continue;
      g_array_append_val (reviews, review);
      if (moments != NULL)
        g_array_append_val (moments, moment);
    }

  for (gsize i = 0; moments != NULL && i < n_sessions; i++)
    mark_restudied (reviews, moments, &sessions[i], calendar);
  if (!kl_review_is_sorted ((const KlReview *) (gconstpointer) reviews->data, reviews->len))
    kl_review_sort ((KlReview *) (gpointer) reviews->data, reviews->len);
}
