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

/* Whether one of @ids is above @subject. In a damaged library a subject may be above itself. */
static gboolean
has_ancestor (KlPlan     *plan,
              GHashTable *ids,
              KlSubject  *subject,
              gboolean   *is_circle)
{
  const char *parent = kl_subject_get_parent (subject);
  guint n_subjects = g_list_model_get_n_items (kl_plan_get_subjects (plan));
  gboolean found = FALSE;

  *is_circle = FALSE;
  for (guint steps = 0; parent != NULL && steps < n_subjects && !*is_circle; steps++)
    {
      KlSubject *above = kl_plan_find_subject (plan, parent);

      *is_circle = g_str_equal (parent, kl_record_get_id (KL_RECORD (subject)));
      found = found || (!*is_circle && g_hash_table_contains (ids, parent));
      parent = above != NULL ? kl_subject_get_parent (above) : NULL;
    }

  return found;
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
  g_autoptr(GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) deleted = g_hash_table_new (g_str_hash, g_str_equal);
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, title);

  for (guint i = 0; i < subjects->len; i++)
    g_hash_table_add (chosen, (gpointer) (guintptr) kl_record_get_id (subjects->pdata[i]));

  /* What stands under another goes with that one, and could not be found any more; of a circle, all go with one. */
  for (guint i = 0; i < subjects->len; i++)
    {
      const char *id = kl_record_get_id (subjects->pdata[i]);
      gboolean is_circle;

      if (has_ancestor (plan, chosen, subjects->pdata[i], &is_circle)
          && (!is_circle || has_ancestor (plan, deleted, subjects->pdata[i], &is_circle)))
        continue;
      g_hash_table_add (deleted, (gpointer) (guintptr) id);
      kl_change_remove (change, KL_TYPE_SUBJECT, id);
    }

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
