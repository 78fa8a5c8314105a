/* kl-attempt-reviews.c: which of the attempts at a subject count for its schedule, and as what */

#include "config.h"

#include "kl-attempt-reviews.h"

#include "kl-day-number.h"
#include "model/kl-attempt.h"
#include "model/kl-study-session.h"

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
make_review (KlAttempt *attempt,
             GTimeZone *zone,
             guint      rollover,
             KlReview  *review,
             Moment    *moment)
{
  KlScore score = kl_attempt_get_score (attempt);

  if (kl_attempt_get_assisted (attempt) || !kl_score_is_set (score)
      || !kl_day_number_of_date (kl_attempt_get_date (attempt), zone, rollover, &moment->day, &moment->second))
    return FALSE;

  *review = (KlReview) {
    moment->day,
    kl_attempt_get_number (attempt),
    kl_grade_for_score (kl_score_get_value (score)),
    FALSE,
  };
  return TRUE;
}

/* The session followed the last attempt that was before it. */
static void
mark_restudied (GArray         *reviews,
                GArray         *moments,
                KlStudySession *session,
                GTimeZone      *zone,
                guint           rollover)
{
  KlReview *last = NULL;
  Moment moment;

  if (!kl_day_number_of_date (kl_study_session_get_started (session), zone, rollover, &moment.day, &moment.second))
    return;

  for (guint i = 0; i < reviews->len; i++)
    {
      KlReview *review = &g_array_index (reviews, KlReview, i);

      if (is_after (&moment, kl_study_session_get_kind (session), &g_array_index (moments, Moment, i))
          && (last == NULL || kl_review_compare (last, review) < 0))
        last = review;
    }
  if (last != NULL)
    last->restudied = TRUE;
}

/**
 * kl_attempt_reviews_new:
 * @attempts: (element-type KlAttempt): the attempts at one subject with their amendments, in any order
 * @sessions: (nullable) (element-type KlStudySession): when it was studied
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 *
 * Assisted attempts do not count, nor do those without a score or without a date. Of an amended score the latest
 * counts, of a range its midpoint. An attempt is restudied where a deep dive or a restudy began after it and before the
 * next that counts.
 *
 * Returns: (transfer full) (element-type KlReview): those that count, in order
 */
GArray *
kl_attempt_reviews_new (GListModel *attempts,
                        GListModel *sessions,
                        GTimeZone  *zone,
                        guint       rollover)
{
  g_autoptr(GArray) reviews = g_array_new (FALSE, FALSE, sizeof (KlReview));
  g_autoptr(GArray) moments = g_array_new (FALSE, FALSE, sizeof (Moment));

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);
      KlReview review;
      Moment moment;

      if (!make_review (attempt, zone, rollover, &review, &moment))
        continue;
      g_array_append_val (reviews, review);
      g_array_append_val (moments, moment);
    }

  for (guint i = 0; sessions != NULL && i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(KlStudySession) session = g_list_model_get_item (sessions, i);

      mark_restudied (reviews, moments, session, zone, rollover);
    }

  kl_review_sort ((KlReview *) (gpointer) reviews->data, reviews->len);
  return g_steal_pointer (&reviews);
}
