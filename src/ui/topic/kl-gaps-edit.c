/* kl-gaps-edit.c: what is done to the gaps of a subject, as changes for the library */

#include "config.h"

#include "kl-gaps-edit.h"

#include "model/kl-gap.h"
#include "ui/edit/kl-list-edit.h"

/**
 * kl_gaps_edit_new_open:
 * @subject: a subject
 * @gaps: (element-type KlGap): gaps of it
 * @open: whether they shall be open
 *
 * Returns: (transfer full): the change
 */
KlChange *
kl_gaps_edit_new_open (KlSubject *subject,
                       GPtrArray *gaps,
                       gboolean   open)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (subject));

  for (guint i = 0; i < gaps->len; i++)
    if (kl_gap_get_open (gaps->pdata[i]) != open)
      kl_change_set_integer (change, gaps->pdata[i], "open", open);

  return change;
}

/**
 * kl_gaps_edit_new_topics:
 * @plan: the plan
 * @subject: a subject of it
 * @gaps: (element-type KlGap): gaps of it, at least one
 *
 * Returns: (transfer full): the change that makes each a topic of its own, not covered yet, at the end of the plan
 */
KlChange *
kl_gaps_edit_new_topics (KlPlan    *plan,
                         KlSubject *subject,
                         GPtrArray *gaps)
{
  gint64 position = kl_record_find_next_position (kl_plan_get_subjects (plan));
  KlChange *change = kl_change_new (KL_CHANGE_CREATE_SUBJECT, kl_gap_get_text (gaps->pdata[0]));

  for (guint i = 0; i < gaps->len; i++)
    {
      g_autoptr(KlRecord) topic = g_object_new (KL_TYPE_SUBJECT,
                                                "owner", kl_record_get_id (KL_RECORD (plan)),
                                                "position", position + (gint64) i,
                                                "kind", KL_SUBJECT_TOPIC,
                                                "title", kl_gap_get_text (gaps->pdata[i]),
                                                "depth", KL_DEPTH_NONE,
                                                NULL);

      kl_change_insert (change, topic);
    }
  kl_list_edit_remove (change, gaps);
  return change;
}
