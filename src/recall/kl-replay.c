/* kl-replay.c: what the attempts of a library say, subject by subject */

#include "config.h"

#include "kl-replay.h"

#include "coach/kl-attempt-reviews.h"

static void
read_reviews (GArray             *reviews,
              const KlReviewRows *rows,
              guint               subject,
              KlLearningCalendar *calendar)
{
  gsize n_attempts;
  gsize n_sessions;
  const KlAttemptFacts *attempts = kl_review_rows_get_attempts (rows, subject, &n_attempts);
  const KlSessionFacts *sessions = kl_review_rows_get_sessions (rows, subject, &n_sessions);

  kl_attempt_reviews_read (reviews, attempts, n_attempts, sessions, n_sessions, calendar);
}

/**
 * kl_replay_schedules:
 * @rows: when subjects were explained and studied
 * @fsrs: FSRS
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 *
 * Returns: (transfer full) (element-type utf8 KlSchedule): what the attempts at each subject say, by the subject's id
 */
GHashTable *
kl_replay_schedules (const KlReviewRows *rows,
                     const KlFsrs       *fsrs,
                     GTimeZone          *zone,
                     guint               rollover)
{
  GHashTable *schedules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(KlLearningCalendar) calendar = kl_learning_calendar_new (zone, rollover);
  g_autoptr(GArray) reviews = g_array_new (FALSE, FALSE, sizeof (KlReview));

  for (guint i = 0; i < kl_review_rows_get_n_subjects (rows); i++)
    {
      KlSchedule schedule;

      read_reviews (reviews, rows, i, calendar);
      schedule = kl_schedule_replay (fsrs, (const KlReview *) (gconstpointer) reviews->data, reviews->len);
      g_hash_table_insert (schedules, g_strdup (kl_review_rows_get_subject_id (rows, i)),
                           g_memdup2 (&schedule, sizeof schedule));
    }
  return schedules;
}

/**
 * kl_replay_training_set:
 * @rows: when subjects were explained and studied
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 *
 * Returns: (transfer full): the histories of all subjects, to fit weights to
 */
KlTrainingSet *
kl_replay_training_set (const KlReviewRows *rows,
                        GTimeZone          *zone,
                        guint               rollover)
{
  KlTrainingSet *set = kl_training_set_new ();
  g_autoptr(KlLearningCalendar) calendar = kl_learning_calendar_new (zone, rollover);
  g_autoptr(GArray) reviews = g_array_new (FALSE, FALSE, sizeof (KlReview));

  for (guint i = 0; i < kl_review_rows_get_n_subjects (rows); i++)
    {
      read_reviews (reviews, rows, i, calendar);
      kl_training_set_add_reviews (set, (const KlReview *) (gconstpointer) reviews->data, reviews->len);
    }
  return set;
}
