/* kl-study-minutes.c: how long a study session is meant to be, before the person says otherwise */

#include "config.h"

#include "kl-study-minutes.h"

#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"

#define DEEP_DIVE_MINUTES 30
#define RESTUDY_MINUTES   10

static gint64
find_in_queue (KlPlan    *plan,
               KlSubject *subject)
{
  GListModel *queue = kl_plan_get_queue (plan);
  guint n = g_list_model_get_n_items (queue);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlQueueEntry) entry = g_list_model_get_item (queue, i);

      if (g_strcmp0 (kl_queue_entry_get_subject (entry), kl_record_get_id (KL_RECORD (subject))) == 0)
        return kl_queue_entry_get_minutes (entry);
    }
  return 0;
}

/* “Deep Dive = 30+ min”: the plan's strategy, in English. */
static gint64
find_in_strategy (KlPlan *plan)
{
  GListModel *kinds = kl_plan_get_study_kinds (plan);
  guint n = g_list_model_get_n_items (kinds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlStudyKind) kind = g_list_model_get_item (kinds, i);
      const char *name = kl_study_kind_get_name (kind);
      const char *meaning = kl_study_kind_get_meaning (kind);
      g_autofree char *folded = g_utf8_casefold (name != NULL ? name : "", -1);

      if (strstr (folded, "deep") != NULL && meaning != NULL)
        return g_ascii_strtoll (meaning + strcspn (meaning, "0123456789"), NULL, 10);
    }
  return 0;
}

/**
 * kl_study_minutes_suggest:
 * @plan: a plan
 * @subject: a subject of it
 * @kind: all of it, or what was missed
 *
 * Returns: the minutes that the topic, the study queue or the strategy says, 1–%KL_STUDY_MINUTES_MAX
 */
gint64
kl_study_minutes_suggest (KlPlan        *plan,
                          KlSubject     *subject,
                          KlSessionKind  kind)
{
  gint64 minutes = kl_subject_get_minutes (subject);

  if (kind == KL_SESSION_RESTUDY)
    return RESTUDY_MINUTES;
  if (minutes <= 0)
    minutes = find_in_queue (plan, subject);
  if (minutes <= 0)
    minutes = find_in_strategy (plan);
  return minutes > 0 ? MIN (minutes, KL_STUDY_MINUTES_MAX) : DEEP_DIVE_MINUTES;
}
