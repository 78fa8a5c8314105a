/* kl-sidebar-batch.c: one change of several topics, which is one step to undo */

#include "config.h"

#include "kl-sidebar-batch.h"

#include <glib/gi18n.h>

static char *
name (GPtrArray *subjects)
{
  const char *first = kl_subject_get_title (subjects->pdata[0]);
  guint n_more = subjects->len - 1;

  if (n_more == 0)
    return g_strdup (first);

  /* Translators: names several topics, such as “Pod Networking and 2 more” */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), first, n_more);
}

static gboolean
has_deleted_ancestor (KlPlan     *plan,
                      GHashTable *deleted,
                      KlSubject  *subject)
{
  const char *parent = kl_subject_get_parent (subject);
  guint n_subjects = g_list_model_get_n_items (kl_plan_get_subjects (plan));

  /* In a damaged library they may go round in a circle. */
  for (guint steps = 0; parent != NULL && steps < n_subjects; steps++)
    {
      KlSubject *above;

      if (g_str_equal (parent, kl_record_get_id (KL_RECORD (subject))))
        return FALSE;
      if (g_hash_table_contains (deleted, parent))
        return TRUE;
      above = kl_plan_find_subject (plan, parent);
      parent = above != NULL ? kl_subject_get_parent (above) : NULL;
    }

  return FALSE;
}

/**
 * kl_sidebar_batch_new_delete:
 * @plan: the plan that they are in
 * @subjects: (element-type KlSubject): topics, at least one
 *
 * Returns: (transfer full): what deletes them with all that stands under them
 */
KlChange *
kl_sidebar_batch_new_delete (KlPlan    *plan,
                             GPtrArray *subjects)
{
  g_autofree char *title = name (subjects);
  g_autoptr(GHashTable) deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, title);

  for (guint i = 0; i < subjects->len; i++)
    g_hash_table_add (deleted, g_strdup (kl_record_get_id (subjects->pdata[i])));

  /* What stands under another goes with that one, and could not be found any more. */
  for (guint i = 0; i < subjects->len; i++)
    if (!has_deleted_ancestor (plan, deleted, subjects->pdata[i]))
      kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (subjects->pdata[i]));

  return change;
}

/**
 * kl_sidebar_batch_new_depth:
 * @subjects: (element-type KlSubject): topics, at least one
 * @depth: a depth
 *
 * Returns: (transfer full): what gives them all that depth; empty if they have it
 */
KlChange *
kl_sidebar_batch_new_depth (GPtrArray *subjects,
                            KlDepth    depth)
{
  g_autofree char *title = name (subjects);
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, title);

  for (guint i = 0; i < subjects->len; i++)
    if (kl_subject_get_depth (subjects->pdata[i]) != depth)
      kl_change_set_integer (change, subjects->pdata[i], "depth", depth);

  return change;
}
