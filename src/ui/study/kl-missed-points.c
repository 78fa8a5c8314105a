/* kl-missed-points.c: what was missed the last time a subject was explained */

#include "config.h"

#include "kl-missed-points.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"

static KlAttempt *
find_latest (KlSubject *subject)
{
  GListModel *attempts = kl_subject_get_attempts (subject);
  guint n = g_list_model_get_n_items (attempts);
  KlAttempt *latest = NULL;

  for (guint i = 0; i < n; i++)
    {
      /* The subject's list keeps the attempt alive. */
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      if (latest == NULL || kl_attempt_compare (attempt, latest) > 0)
        latest = attempt;
    }
  return latest;
}

static KlRecord *
dup_point (KlSubject *subject,
           KlVerdict *verdict)
{
  GListModel *points = kl_subject_get_points (subject);
  guint n = g_list_model_get_n_items (points);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) point = g_list_model_get_item (points, i);

      if (g_strcmp0 (kl_record_get_id (point), kl_verdict_get_point (verdict)) == 0)
        return g_steal_pointer (&point);
    }
  /* The point has gone since; what it said is still what was missed. */
  return KL_RECORD (g_object_ref (verdict));
}

static void
add_verdicts (GListStore *missed,
              KlSubject  *subject,
              KlAttempt  *attempt)
{
  GListModel *verdicts = kl_attempt_get_verdicts (attempt);
  guint n = g_list_model_get_n_items (verdicts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);
      g_autoptr(KlRecord) point = NULL;

      /* A suggestion that nobody judged says nothing. */
      if (kl_verdict_get_value (verdict) == KL_VERDICT_COVERED || kl_verdict_get_value (verdict) == KL_VERDICT_UNSET)
        continue;
      point = dup_point (subject, verdict);
      g_list_store_append (missed, point);
    }
}

static void
add_feedback (GListStore *missed,
              KlAttempt  *attempt)
{
  GListModel *feedback = kl_attempt_get_feedback (attempt);
  guint n = g_list_model_get_n_items (feedback);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);
      KlFeedbackKind kind = kl_feedback_get_kind (item);

      if (kind == KL_FEEDBACK_NEEDS_WORK || kind == KL_FEEDBACK_CORRECTION || kind == KL_FEEDBACK_KNOWN_GAP)
        g_list_store_append (missed, item);
    }
}

/**
 * kl_missed_points_new:
 * @subject: a subject, loaded
 *
 * Returns: (transfer full): the points that the last attempt did not cover, or not whole, and what its feedback says
 *   needs work: #KlPoint, #KlVerdict and #KlFeedback
 */
GListModel *
kl_missed_points_new (KlSubject *subject)
{
  GListStore *missed = g_list_store_new (KL_TYPE_RECORD);
  KlAttempt *latest = find_latest (subject);

  if (latest != NULL)
    {
      add_verdicts (missed, subject, latest);
      add_feedback (missed, latest);
    }
  return G_LIST_MODEL (missed);
}

/**
 * kl_missed_points_get_text:
 * @item: a point, a gap, a verdict or feedback
 *
 * Returns: what it says
 */
const char *
kl_missed_points_get_text (KlRecord *item)
{
  const char *text = NULL;

  if (KL_IS_POINT (item))
    text = kl_point_get_text (KL_POINT (item));
  else if (KL_IS_GAP (item))
    text = kl_gap_get_text (KL_GAP (item));
  else if (KL_IS_VERDICT (item))
    text = kl_verdict_get_text (KL_VERDICT (item));
  else if (KL_IS_FEEDBACK (item))
    {
      text = kl_feedback_get_text (KL_FEEDBACK (item));
      if (text == NULL || *text == '\0')
        text = kl_feedback_get_right (KL_FEEDBACK (item));
    }
  return text != NULL ? text : "";
}
