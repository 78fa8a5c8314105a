/* kl-study-log.c: what the end of a study session changes */

#include "config.h"

#include "kl-study-log.h"

#include "model/kl-gap.h"
#include "model/kl-study-session.h"

static void
close_ticked (KlChange     *change,
              KlSubject    *subject,
              KlStudyClock *clock)
{
  GListModel *gaps = kl_subject_get_gaps (subject);
  guint n = g_list_model_get_n_items (gaps);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      if (kl_gap_get_open (gap) && kl_study_clock_has_ticked (clock, kl_record_get_id (KL_RECORD (gap))))
        kl_change_set_integer (change, KL_RECORD (gap), "open", FALSE);
    }
}

/**
 * kl_study_log_new:
 * @subject: what was studied, loaded
 * @clock: the clock of the session
 * @seconds: how long it took
 * @depth: how well the subject is known now
 *
 * Returns: (transfer full): one change that logs the session, closes the gaps that were ticked, and sets the depth
 */
KlChange *
kl_study_log_new (KlSubject    *subject,
                  KlStudyClock *clock,
                  gint64        seconds,
                  KlDepth       depth)
{
  KlChange *change = kl_change_new (KL_CHANGE_LOG_SESSION, kl_subject_get_title (subject));
  GListModel *sessions = kl_subject_get_sessions (subject);
  g_autoptr(KlRecord) session
    = g_object_new (KL_TYPE_STUDY_SESSION, "owner", kl_record_get_id (KL_RECORD (subject)), "position",
                    (gint64) g_list_model_get_n_items (sessions) + 1, "kind", kl_study_clock_get_kind (clock),
                    "started", kl_study_clock_get_started (clock), "seconds", seconds, "minutes",
                    kl_study_clock_get_minutes (clock), "notes", kl_study_clock_get_notes (clock), NULL);

  kl_change_insert (change, session);
  close_ticked (change, subject, clock);
  if (kl_subject_get_depth (subject) != depth)
    kl_change_set_integer (change, KL_RECORD (subject), "depth", depth);
  return change;
}
