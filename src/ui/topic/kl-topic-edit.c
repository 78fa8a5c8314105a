/* kl-topic-edit.c: what the topic page does, as changes for the library */

#include "config.h"

#include "kl-topic-edit.h"

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

static gint64
last_position (GListModel *model)
{
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (model, i);

      last = MAX (last, kl_record_get_position (record));
    }

  return last;
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
                                            "position", last_position (siblings) + 1,
                                            "text", text,
                                            NULL);

  if (is_gap)
    g_object_set (child, "open", TRUE, NULL);
  kl_change_insert (change, child);
  return change;
}

static gboolean
is_inside (GListModel *points,
           KlPoint    *point,
           KlPoint    *ancestor)
{
  const char *wanted = kl_record_get_id (KL_RECORD (ancestor));
  const char *parent = kl_point_get_parent (point);
  guint n_points = g_list_model_get_n_items (points);

  for (guint steps = 0; parent != NULL && steps < n_points; steps++)
    {
      const char *next = NULL;

      if (g_str_equal (parent, wanted))
        return TRUE;
      for (guint i = 0; i < n_points && next == NULL; i++)
        {
          g_autoptr(KlPoint) other = g_list_model_get_item (points, i);

          if (g_str_equal (kl_record_get_id (KL_RECORD (other)), parent))
            next = kl_point_get_parent (other);
        }
      parent = next;
    }

  return FALSE;
}

/**
 * kl_topic_edit_new_remove:
 * @subject: a subject
 * @record: a point, with those inside it, or a gap
 *
 * Returns: (transfer full): the change that removes it
 */
KlChange *
kl_topic_edit_new_remove (KlSubject *subject,
                          KlRecord  *record)
{
  KlChange *change = new_edit (subject);
  GListModel *points = kl_subject_get_points (subject);

  /* Those inside come after it in the list: the innermost go first. */
  for (guint i = g_list_model_get_n_items (points); KL_IS_POINT (record) && i > 0; i--)
    {
      g_autoptr(KlPoint) other = g_list_model_get_item (points, i - 1);

      if (is_inside (points, other, KL_POINT (record)))
        kl_change_remove (change, KL_TYPE_POINT, kl_record_get_id (KL_RECORD (other)));
    }
  kl_change_remove (change, G_OBJECT_TYPE (record), kl_record_get_id (record));
  return change;
}

/* A point with all that is inside it, as places in the list. */
static guint
end_of (GListModel *points,
        guint       start)
{
  g_autoptr(KlPoint) first = g_list_model_get_item (points, start);
  guint end = start + 1;

  while (end < g_list_model_get_n_items (points))
    {
      g_autoptr(KlPoint) other = g_list_model_get_item (points, end);

      if (!is_inside (points, other, first))
        break;
      end++;
    }

  return end;
}

/* The place of the sibling before or after the point at @start, or -1. */
static int
find_sibling (GListModel *points,
              guint       start,
              int         by)
{
  g_autoptr(KlPoint) point = g_list_model_get_item (points, start);
  int n_points = (int) g_list_model_get_n_items (points);

  for (int i = (int) start + by; i >= 0 && i < n_points; i += by)
    {
      g_autoptr(KlPoint) other = g_list_model_get_item (points, (guint) i);

      if (g_strcmp0 (kl_point_get_parent (other), kl_point_get_parent (point)) == 0)
        return i;
    }

  return -1;
}

/**
 * kl_topic_edit_new_move:
 * @subject: a subject
 * @point: one of its points, which takes along those inside it
 * @by: -1 for before the sibling before it, 1 for after the one after it
 *
 * Returns: (transfer full) (nullable): the change, %NULL where there is nowhere to go
 */
KlChange *
kl_topic_edit_new_move (KlSubject *subject,
                        KlPoint   *point,
                        int        by)
{
  GListModel *points = kl_subject_get_points (subject);
  g_autoptr(KlChange) change = new_edit (subject);
  guint place = 0;
  guint first;
  guint middle;
  guint end;
  int sibling;

  while (place < g_list_model_get_n_items (points))
    {
      g_autoptr(KlPoint) other = g_list_model_get_item (points, place);

      if (other == point)
        break;
      place++;
    }
  if (place == g_list_model_get_n_items (points))
    return NULL;
  sibling = find_sibling (points, place, by);
  if (sibling < 0)
    return NULL;

  first = MIN (place, (guint) sibling);
  middle = end_of (points, first);
  end = end_of (points, MAX (place, (guint) sibling));
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (points, i);
      guint to = i;

      if (i >= first && i < middle)
        to = i + (end - middle);
      else if (i >= middle && i < end)
        to = i - (middle - first);
      if (kl_record_get_position (record) != (gint64) to + 1)
        kl_change_set_integer (change, record, "position", (gint64) to + 1);
    }

  return g_steal_pointer (&change);
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

      if (g_strcmp0 (kl_subject_get_parent (other), id) == 0)
        kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (other)));
    }
  kl_change_remove (change, KL_TYPE_SUBJECT, id);
  return change;
}
