/* kl-topic-edit.c: what the topic page does, as changes for the library */

#include "config.h"

#include "kl-topic-edit.h"

#include "ui/edit/kl-list-edit.h"

#include <glib/gi18n.h>

static KlChange *
new_edit (KlSubject *subject)
{
  return kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (subject));
}

/**
 * kl_topic_edit_new_string:
 * @subject: a subject
 * @record: it, or something of it
 * @field: a field of @record
 * @value: (nullable): its new value
 *
 * Returns: (transfer full): the change
 */
KlChange *
kl_topic_edit_new_string (KlSubject  *subject,
                          KlRecord   *record,
                          const char *field,
                          const char *value)
{
  KlChange *change = new_edit (subject);

  kl_change_set_string (change, record, field, value);
  return change;
}

/**
 * kl_topic_edit_new_value:
 * @subject: a subject
 * @record: it, or something of it
 * @field: a field of @record
 * @value: its new value
 *
 * Returns: (transfer full): the change
 */
KlChange *
kl_topic_edit_new_value (KlSubject  *subject,
                         KlRecord   *record,
                         const char *field,
                         gint64      value)
{
  KlChange *change = new_edit (subject);

  kl_change_set_integer (change, record, field, value);
  return change;
}

/**
 * kl_topic_edit_new_child:
 * @subject: a subject
 * @type: %KL_TYPE_POINT or %KL_TYPE_GAP
 * @text: its text
 *
 * Returns: (transfer full): the change that adds one at the end
 */
KlChange *
kl_topic_edit_new_child (KlSubject  *subject,
                         GType       type,
                         const char *text)
{
  gboolean is_gap = type == KL_TYPE_GAP;
  GListModel *siblings = is_gap ? kl_subject_get_gaps (subject) : kl_subject_get_points (subject);
  KlChange *change = new_edit (subject);
  g_autoptr(KlRecord) child = g_object_new (type,
                                            "owner", kl_record_get_id (KL_RECORD (subject)),
                                            "position", kl_record_find_next_position (siblings),
                                            "text", text,
                                            NULL);

  if (is_gap)
    g_object_set (child, "open", TRUE, NULL);
  kl_change_insert (change, child);
  return change;
}

/**
 * kl_topic_edit_new_delete:
 * @plan: the plan
 * @subject: a subject of it
 *
 * Returns: (transfer full): the change that deletes it, with its subtopics and all that belongs to them
 */
KlChange *
kl_topic_edit_new_delete (KlPlan    *plan,
                          KlSubject *subject)
{
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, kl_subject_get_title (subject));
  GListModel *subjects = kl_plan_get_subjects (plan);
  const char *id = kl_record_get_id (KL_RECORD (subject));

  for (guint i = g_list_model_get_n_items (subjects); i > 0; i--)
    {
      g_autoptr(KlSubject) other = g_list_model_get_item (subjects, i - 1);

      if (other != subject && g_strcmp0 (kl_subject_get_parent (other), id) == 0)
        kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (other)));
    }
  kl_change_remove (change, KL_TYPE_SUBJECT, id);
  return change;
}
